/** Reads a stream of bytes in lines and in blocks of a known size. Null and false mean that the stream has ended. */
export interface ByteReader {
  line(): Promise<string | null>;
  take(size: number): Promise<Uint8Array | null>;
  /** Hands so many bytes on as they come. */
  pass(size: number, onPiece: (piece: Uint8Array) => void): Promise<boolean>;
  skip(size: number): Promise<boolean>;
}

/** A reader over the chunks of a stream. */
export function createByteReader(stream: AsyncIterable<Buffer>): ByteReader {
  const chunks = stream[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);

  /** A stream that breaks off has ended, too: whoever started it knows the reason. */
  async function next(): Promise<Buffer | null> {
    try {
      const { done, value } = await chunks.next();
      return done ? null : value;
    } catch {
      return null;
    }
  }

  /** Passes `size` bytes on, piece by piece. */
  async function pass(size: number, onPiece: (piece: Buffer) => void): Promise<boolean> {
    for (let missing = size; ; ) {
      const piece = rest.subarray(0, missing);
      rest = rest.subarray(piece.length);
      missing -= piece.length;
      onPiece(piece);
      if (missing === 0) return true;
      const chunk = await next();
      if (chunk === null) return false;
      rest = chunk;
    }
  }

  return {
    async line() {
      for (;;) {
        const end = rest.indexOf("\n");
        if (end >= 0) {
          const line = rest.toString("utf8", 0, end);
          rest = rest.subarray(end + 1);
          return line;
        }
        const chunk = await next();
        if (chunk === null) return null;
        rest = Buffer.concat([rest, chunk]);
      }
    },
    async take(size) {
      const pieces: Buffer[] = [];
      const complete = await pass(size, (piece) => pieces.push(piece));
      return complete ? Buffer.concat(pieces, size) : null;
    },
    pass,
    skip: (size) => pass(size, () => {}),
  };
}
