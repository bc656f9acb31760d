/**
 * The parameter that an error's words blame: one of those that were sent, written in quotation marks, at the start of the
 * words before a colon, or, where its name is no plain word (`top_p`), anywhere. Null where none is.
 */
export function findBlamed(message: string, sent: readonly string[]): string | null {
  for (const name of sent) {
    const literal = name.replaceAll(/[^\w]/g, "\\$&");
    const quoted = new RegExp(`["'\`]${literal}["'\`]|^${literal}:`);
    const bare = new RegExp(`(?<![\\w.])${literal}(?![\\w])`);
    if (quoted.test(message) || (name.includes("_") && bare.test(message))) return name;
  }
  return null;
}
