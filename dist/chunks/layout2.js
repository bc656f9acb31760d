// src/report/layout.ts
/** Characters that take two columns in a terminal: East Asian wide and full-width forms, and emoji. */
const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
/** Characters that take none: marks that sit on their neighbour, and joiners. */
const narrowest = /[\p{Mn}\p{Me}\u200c\u200d]/u;
/**
* A line of printable ASCII, Latin letters and the signs that we draw and write with: each takes one column and is seen.
* Most lines are such, and the classes of Unicode take long to be compiled.
*/
const plainLine = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u22ff\u2500-\u25fc]*$/;
/** The columns that a line takes in a terminal. The line holds no control character. */
function columns(line) {
	if (plainLine.test(line)) return line.length;
	let count = 0;
	for (const character of line) count += columnsOf(character);
	return count;
}
/** The first `limit` UTF-16 units, without splitting a pair. */
function clip(value, limit) {
	if (value.length <= limit) return value;
	const last = value.charCodeAt(limit - 1);
	return value.slice(0, last >= 55296 && last <= 56319 ? limit - 1 : limit);
}
/** At most `limit` columns, with `…` where something was cut. Marks without width count, too: stacks of them are cut. */
function shorten(line, limit) {
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
function pad(cell, width, align) {
	const fill = " ".repeat(Math.max(0, width - columns(cell)));
	return align === "left" ? cell + fill : fill + cell;
}
const glue = / (?=(?:%|→|=|<|points?\b|(?:ms|s|min)\b|to [+−\d]|… [+−\d]))|(?<=[→=<…]|\d to) /g;
/** Breaks a text into lines of at most `width` columns; a word that is longer is broken. */
function wrap(value, width) {
	const lines = [];
	let line = "";
	for (const glued of value.replace(glue, "\xA0").split(" ")) for (const word of breakLine(glued.replaceAll("\xA0", " "), width)) if (line !== "" && columns(line) + 1 + columns(word) > width) {
		lines.push(line);
		line = word;
	} else line = line === "" ? word : `${line} ${word}`;
	return line === "" ? lines : [...lines, line];
}
/** What a line begins with: its indentation, and the mark of an item or a short word that stands in a column of its own. */
const beginning = /^ *(?:- |\d+\. |\S{1,9}(?: \S{1,9})? {2,})?/;
/** Breaks the lines of a text that are wider; what follows stands below where their own text began. */
function fitLines(text, width) {
	const breakUp = (line) => {
		if (columns(line) <= width) return [line];
		const indent = line.length - line.trimStart().length;
		const [start = ""] = beginning.exec(line) ?? [];
		const isColumn = start.length > indent && start.length <= width / 2;
		const margin = isColumn ? start.length : Math.min(indent + 2, Math.floor(width / 2));
		const first = isColumn ? start : " ".repeat(Math.min(indent, margin));
		return wrap(line.slice(isColumn ? start.length : indent), width - margin).map((part, index) => (index === 0 ? first : " ".repeat(margin)) + part);
	};
	return text.split("\n").flatMap(breakUp).join("\n");
}
/** Breaks a line by columns, at a space where one is near; spaces inside stay as they are. */
function breakLine(line, width) {
	const pieces = [];
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
function columnsOf(character) {
	if (plainLine.test(character)) return 1;
	if (wide.test(character)) return 2;
	return narrowest.test(character) ? 0 : 1;
}

export { pad as a, wrap as c, fitLines as i, clip as n, plainLine as o, columns as r, shorten as s, breakLine as t };