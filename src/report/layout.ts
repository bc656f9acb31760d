/** Characters that take two columns in a terminal: East Asian wide and full-width forms, and emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
/** Characters that take none: marks that sit on their neighbour, and joiners. */
const narrowest = /[\p{Mn}\p{Me}\u200c\u200d]/u;
/**
 * A line of printable ASCII, Latin letters and the signs that we draw and write with: each takes one column and is seen.
 * Most lines are such, and the classes of Unicode take long to be compiled.
 */
export const plainLine = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u22ff\u2500-\u25fc]*$/;

/** The columns that a line takes in a terminal. The line holds no control character. */
export function columns(line: string): number {
  if (plainLine.test(line)) return line.length;
  let count = 0;
  for (const character of line) count += columnsOf(character);
  return count;
}

/** The first `limit` UTF-16 units, without splitting a pair. */
export function clip(value: string, limit: number): string {
  if (value.length <= limit) return value;
  const last = value.charCodeAt(limit - 1);
  return value.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}

/** At most `limit` columns, with `…` where something was cut. Marks without width count, too: stacks of them are cut. */
export function shorten(line: string, limit: number): string {
  let used = 0;
  let characters = 0;
  let kept = "";
  let full = true;
  for (const character of line) {
    used += columnsOf(character);
    characters += 1;
    if (used > limit || characters > 2 * limit) {
      full = false;
      break;
    }
    kept += character;
  }
  if (full) return line;
  while (columns(kept) > limit - 1 || kept.length > 4 * limit) kept = clip(kept, kept.length - 1);
  return `${kept}…`;
}

/** Fills a cell up with spaces. */
export function pad(cell: string, width: number, align: "left" | "right"): string {
  const fill = " ".repeat(Math.max(0, width - columns(cell)));
  return align === "left" ? cell + fill : fill + cell;
}

// A number stays with its unit, and a sign with what it relates.
const glue = / (?=(?:%|→|=|<|points?\b|(?:ms|s|min)\b|to [+−\d]|… [+−\d]))|(?<=[→=<…]|\d to) /g;

/** Breaks a text into lines of at most `width` columns; a word that is longer is broken. */
export function wrap(value: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const glued of value.replace(glue, "\u00a0").split(" ")) {
    for (const word of breakLine(glued.replaceAll("\u00a0", " "), width)) {
      if (line !== "" && columns(line) + 1 + columns(word) > width) {
        lines.push(line);
        line = word;
      } else {
        line = line === "" ? word : `${line} ${word}`;
      }
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** What a line begins with: its indentation, and the mark of an item or a short word that stands in a column of its own. */
const beginning = /^ *(?:- |\d+\. |\S{1,9}(?: \S{1,9})? {2,})?/;

/** Breaks the lines of a text that are wider; what follows stands below where their own text began. */
export function fitLines(text: string, width: number): string {
  const breakUp = (line: string): readonly string[] => {
    if (columns(line) <= width) return [line];
    const indent = line.length - line.trimStart().length;
    const [start = ""] = beginning.exec(line) ?? [];
    const isColumn = start.length > indent && start.length <= width / 2;
    const margin = isColumn ? start.length : Math.min(indent + 2, Math.floor(width / 2));
    const first = isColumn ? start : " ".repeat(Math.min(indent, margin));
    return wrap(line.slice(isColumn ? start.length : indent), width - margin).map(
      (part, index) => (index === 0 ? first : " ".repeat(margin)) + part,
    );
  };
  return text.split("\n").flatMap(breakUp).join("\n");
}

/** Breaks a line by columns, at a space where one is near; spaces inside stay as they are. */
export function breakLine(line: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  let used = 0;
  for (const character of line) {
    const more = columnsOf(character);
    if (used + more > width) {
      const space = piece.lastIndexOf(" ");
      const rest = space > piece.length / 2 ? piece.slice(space + 1) : "";
      pieces.push((rest === "" ? piece : piece.slice(0, space)).trimEnd());
      piece = rest;
      used = columns(rest);
    }
    piece += character;
    used += more;
  }
  return [...pieces, piece];
}

function columnsOf(character: string): number {
  if (plainLine.test(character)) return 1;
  if (wide.test(character)) return 2;
  return narrowest.test(character) ? 0 : 1;
}
