/** A line of code by which an attack fails, as the attack's test names it, and what stands there once it is taken out. */
export interface Defence {
  readonly file: string;
  readonly line: string;
  readonly without: string;
}

const written = /^ \* @defence (\S+)\n \* - (.+)\n \* \+ (.*)$/gm;

/** The defences that a test names in its comments. */
export function readDefences(source: string): readonly Defence[] {
  return [...source.matchAll(written)].map(([, file = "", line = "", without = ""]) => ({ file, line, without }));
}
