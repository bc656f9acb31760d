import { n as clip, o as plainLine, r as columns, s as shorten, t as breakLine } from "./layout2.js";

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
/** A word, or a command to be copied, which is written as one. */
const words = /\/assay (?:run [0-9a-zA-Z]+|accept [0-9a-zA-Z]+ REASON)[.,;:!?]*|\S+/g;
/** A sentence that may hold hostile words: each word that could mean something in Markdown becomes inline code. */
function prose(sentence) {
	return (visible(clip(sentence, sentenceLimit)).match(words) ?? []).map((word, index) => {
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

export { escapeXml as a, preformatted as c, visible as d, escapeTerminal as i, prose as l, codeSpan as n, fence as o, defuse as r, inline as s, block as t, quoteName as u };