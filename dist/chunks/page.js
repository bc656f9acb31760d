// src/report/escape-json.ts
/** What a viewer or a log would not show, or would obey. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|[\u{e0100}-\u{e01ef}]/gu;
/** Text of JSON in which that stands as an escape, which is the same JSON; line ends that lay it out stay. */
function escapeJson(json) {
	return json.replace(unseen, (character) => character === "\n" ? character : escapeUnits(character)).replaceAll("##[", "##\\u005b");
}
/** The same for a block of data in HTML, which no text can end. */
function escapeJsonInHtml(json) {
	return escapeJson(json).replaceAll("<", "\\u003c");
}
function escapeUnits(character) {
	return Array.from({ length: character.length }, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`).join("");
}

// src/report/page.ts
/**
* The page with its data. What others wrote stands in it as JSON alone and gets into the document as text. The data come
* before the script, which can draw at once; the lines after it, so that nothing waits for them.
*/
function fillPage({ start, script, end }, data, lines = []) {
	const blocks = lines.map((each) => element(each.id, "application/jsonl", each.lines.map(escapeJsonInHtml).join("\n")));
	return [
		start,
		element("data", "application/json", escapeJsonInHtml(JSON.stringify(data))),
		script,
		...blocks,
		end
	].join("");
}
function element(id, type, json) {
	return `<script type="${type}" id="${id}">${json}<\/script>\n`;
}

export { escapeJson as n, fillPage as t };