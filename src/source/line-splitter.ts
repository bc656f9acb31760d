/** Cuts bytes that come in pieces into lines. */
export interface LineSplitter {
  push(piece: Uint8Array): void;
  /** Visits what stands behind the last line feed. */
  end(): void;
}

/**
 * Only a line feed ends a line: JSON may hold the other characters that some take for one. `visit` gets each line, from
 * number 1 on, without its line feed; of one that is longer than the limit null, so that no line can fill memory.
 */
export function splitLines(limit: number, visit: (line: Buffer | null, number: number) => void): LineSplitter {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  const add = (part: Uint8Array): void => {
    size += part.length;
    if (size > limit) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const close = (): void => {
    visit(size > limit ? null : Buffer.concat(parts), number++);
    parts = [];
    size = 0;
  };
  return {
    push(piece) {
      let start = 0;
      for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, start)) {
        add(piece.subarray(start, end));
        close();
        start = end + 1;
      }
      add(piece.subarray(start));
    },
    end() {
      if (size > 0) close();
    },
  };
}
