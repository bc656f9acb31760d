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

// src/report/escape.ts
/**
* Nothing that a prompt, a case, an output or a provider says reaches a sink but through this file.
* Every byte of it is hostile: `visible` takes away what cannot be seen, the rest is made harmless per sink.
*/
const unseen = /(?<=(?!\p{ASCII})[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d](?=(?!\p{ASCII})[\p{L}\p{Extended_Pictographic}])|([\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|[\u{e0100}-\u{e01ef}])/gu;
/** One line in which control, direction and zero-width characters stand as `\u{202e}`, line ends as `⏎`, tabs as a space. */
function visible(line) {
	if (plainLine.test(line)) return defuse(line);
	return defuse(line.replace(/\r?\n/g, "⏎").replaceAll("	", " ").replace(unseen, (character, escaped) => escaped === void 0 ? character : `\\u{${character.codePointAt(0)?.toString(16)}}`));
}
/** Two colons at the start of a line, after white space and colours. */
const commandStart = /^((?:[^\S\n]|\p{Cc}\[\d+m)*):(?=:)/gmu;
/**
* Takes the sting out of workflow commands: a runner obeys `::name` at the start of a line, leading white space aside,
* and `##[name]` anywhere in it.
*/
function defuse(value) {
	const hidden = value.replaceAll("##[", "##\\u{5b}");
	return hidden.includes("::") ? hidden.replace(commandStart, "$1\\u{3a}") : hidden;
}
/** A text of several lines for a terminal or a log: its line ends stay, nothing else that steers does. */
function escapeTerminal(value) {
	return defuse(value.split("\n").map(visible).join("\n"));
}
/** A hostile text as one visible line of at most `limit` columns. */
function inline(value, limit) {
	return shorten(visible(clip(value, 8 * limit).trim()), limit);
}
/** A name inside a sentence: as it is where it is one word, else in quotes, so that it cannot pass for our own words. */
function quoteName(name, limit = 48) {
	const shown = inline(name, limit);
	return /^[^\s"“”]+$/.test(shown) ? shown : `“${shown.replace(/[“”]/g, "\"")}”`;
}
/** A hostile text as lines of at most `width` columns, at most `limit` of them, and how many characters were left out. */
function block(value, width, limit) {
	const lines = [];
	const kept = clip(value, width * limit);
	for (const line of kept.trimEnd().split(/\r?\n/)) {
		lines.push(...breakLine(visible(line.replaceAll("	", "    ")), width));
		if (lines.length > limit) break;
	}
	const shown = lines.slice(0, limit);
	if (kept.length === value.length && shown.length === lines.length) return {
		lines: shown,
		cut: 0
	};
	const seen = shown.reduce((sum, line) => sum + columns(line), 0);
	return {
		lines: shown,
		cut: Math.max(1, value.length - seen)
	};
}
/** A line inside an element or an attribute of XML; two characters that are seen are no characters of XML. */
function escapeXml(value) {
	return visible(value).replace(/[\ufffe\uffff]/g, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
/** Inline code of at most `limit` columns that cannot be closed from inside, in a table or out of it. */
function codeSpan(value, limit = 80) {
	const shown = inline(value, limit);
	if (shown === "") return "`(empty)`";
	if (!/[`|\\]/.test(shown)) return `\`${shown}\``;
	return `<code>${shown.replace(/[&<>`*_~[\]\\|!#@:.$]/g, (character) => `&#${character.charCodeAt(0)};`)}</code>`;
}
const plainWord = /^[+−]?[\p{L}\p{N}\p{M}]+(?:[-'’.,][\p{L}\p{N}\p{M}]+)*%?$/u;
/** Signs between numbers, and the one number with a letter that we write: `1e-300`. */
const plainSign = /^(?:[%→=<+−–—…·]|\d(?:\.\d+)?e-\d{1,3})$/;
/** What GitHub would link although it is made of letters, digits and hyphens: `GH-1`, commits, host names. */
const linked = /\p{L}-\d|\b[0-9a-f]{7,}\b|\p{L}\.\p{L}/iu;
/** Longer than any sentence of ours. */
const sentenceLimit = 2e3;
/** A sentence that may hold hostile words: each word that could mean something in Markdown becomes inline code. */
function prose(sentence) {
	return visible(clip(sentence, sentenceLimit)).split(/\s+/).filter((word) => word !== "").map((word, index) => {
		const [, before = "", core = "", after = ""] = /^(["'(“]*)(.*?)(["')”.,;:!?]*)$/su.exec(word) ?? [];
		if (core === "") return /^["'(“]*[.,;:!?)”"']*$/.test(word) && word.length < 3 ? word : codeSpan(word, 400);
		const plain = plainSign.test(core) || plainWord.test(core) && !linked.test(core);
		const opensList = index === 0 && /^\d+[.)]$/.test(core + after);
		return `${before}${plain && !opensList ? core : codeSpan(core, 400)}${after}`;
	}).join(" ");
}
/**
* A preformatted block of HTML, in which Markdown is not read and GitHub looks for no mention; each piece may stand within
* a tag of ours. Nothing of the text can end the block: what has a meaning in HTML or begins a fence is an entity.
*/
function preformatted(pieces) {
	return `<pre>${defuse(pieces.map(({ text, tag }) => {
		const shown = text.split(/\r?\n/).map((line) => line.split("	").map(showPlain).join("	")).join("\n").replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
		return tag === null || shown.trim() === "" ? shown : `<${tag}>${shown}</${tag}>`;
	}).join(""))}</pre>`;
}
/** Pieces of a line are put together again, so their edges are no edges of a line. */
function showPlain(piece) {
	return visible(`x${piece}`).slice(1);
}
/** A fenced block whose fence is longer than any run of backticks inside. Cut after `limit` characters, and says so. */
function fence(value, limit) {
	const kept = clip(value, limit);
	const cut = value.length - kept.length;
	const lines = kept.split(/\r?\n/).map((line) => line.split("	").map(visible).join("	"));
	const runs = kept.match(/`+/g) ?? [];
	const bar = "`".repeat(runs.reduce((longest, run) => Math.max(longest, run.length + 1), 3));
	const more = cut > 0 ? [`… (${cut} more characters)`] : [];
	return [
		bar,
		defuse([...lines, ...more].join("\n")),
		bar
	].join("\n");
}

export { escapeXml as a, preformatted as c, visible as d, clip as f, wrap as g, shorten as h, escapeTerminal as i, prose as l, pad as m, codeSpan as n, fence as o, columns as p, defuse as r, inline as s, block as t, quoteName as u };