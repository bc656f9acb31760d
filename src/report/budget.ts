/** Room in a text that must not grow beyond a limit, counted in UTF-8 bytes: there are never fewer of them than characters. */

/** The UTF-8 bytes of a text. */
export function byteLength(value: string): number {
  return Buffer.byteLength(value, "utf8");
}

/**
 * As many entries as fit into the budget, whole and from the first on, and how many do not. Entries are made one by one:
 * what does not fit is never made.
 */
export function takeWithin<T>(
  entries: readonly T[],
  budget: number,
  write: (entry: T) => string,
): { readonly written: readonly string[]; readonly cut: number; readonly bytes: number } {
  const written: string[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const next = write(entry);
    // One byte for the line end after it.
    const size = byteLength(next) + 1;
    if (bytes + size > budget) break;
    written.push(next);
    bytes += size;
  }
  return { written, cut: entries.length - written.length, bytes };
}
