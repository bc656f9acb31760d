// src/source/scan-xml.ts
const deepest = 100;
const entities = /* @__PURE__ */ new Map([
	["lt", "<"],
	["gt", ">"],
	["amp", "&"],
	["quot", "\""],
	["apos", "'"]
]);
/** What begins a stretch without elements, and what ends it. */
const skipped = [
	["<!--", "-->"],
	["<![CDATA[", "]]>"],
	["<?", "?>"]
];
const nameAt = /[^\s/>=<"']+/y;
const attributeAt = /\s+([^\s/>=<"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const endAt = /\s*(\/?)>/y;
/**
* Visits the elements of an XML text, and its character data where the visitor wants it. There is no document type and no entity but the
* five of XML and characters by number, so nothing can be expanded and nothing outside the text be read.
*/
function scanXml(text, visitor) {
	const open = [];
	let line = 1;
	let lineEnd = text.indexOf("\n");
	const lineOf = (position) => {
		for (; lineEnd !== -1 && lineEnd < position; lineEnd = text.indexOf("\n", lineEnd + 1)) line++;
		return line;
	};
	let seen = 0;
	let at = text.indexOf("<");
	for (; at !== -1; at = text.indexOf("<", at)) {
		if (at > seen) visitor.raw?.("text", text.slice(seen, at), lineOf(seen));
		const mistake = (message) => ({
			message,
			line: lineOf(at)
		});
		const skip = skipped.find(([start]) => text.startsWith(start, at));
		if (skip !== void 0) {
			const end = text.indexOf(skip[1], at + skip[0].length);
			if (end === -1) return mistake(`not valid XML: ${skip[0]} is not closed`);
			if (skip[0] === "<![CDATA[") visitor.raw?.("cdata", text.slice(at, end), lineOf(at));
			at = end + skip[1].length;
			seen = at;
			continue;
		}
		if (text.startsWith("<!", at)) return mistake("a document type is not read");
		const closing = text.charAt(at + 1) === "/";
		const name = match(nameAt, text, at + (closing ? 2 : 1))?.[0];
		if (name === void 0) return mistake("not valid XML: < begins no element");
		let next = at + (closing ? 2 : 1) + name.length;
		const attributes = /* @__PURE__ */ new Map();
		for (;;) {
			const attribute = closing ? null : match(attributeAt, text, next);
			if (attribute === null) break;
			const written = attribute[2] ?? attribute[3] ?? "";
			if (attributes.has(attribute[1] ?? "")) return mistake(`not valid XML: ${name} has ${attribute[1]} twice`);
			visitor.raw?.("attribute", written, lineOf(at));
			attributes.set(attribute[1] ?? "", decodeEntities(written));
			next += attribute[0].length;
		}
		const end = match(endAt, text, next);
		if (end === null || closing && end[1] === "/") return mistake(`not valid XML: the tag ${name} is not closed`);
		if (closing) {
			if (open.pop() !== name) return mistake(`not valid XML: ${name} is closed, but not open`);
			visitor.close(name);
		} else {
			if (open.length === deepest) return mistake(`more than ${deepest} elements within each other`);
			visitor.open(name, attributes, lineOf(at));
			if (end[1] === "/") visitor.close(name);
			else open.push(name);
		}
		at = next + end[0].length;
		seen = at;
	}
	if (seen < text.length) visitor.raw?.("text", text.slice(seen), lineOf(seen));
	const [left] = open.slice(-1);
	return left === void 0 ? null : {
		message: `not valid XML: ${left} is not closed`,
		line: lineOf(text.length)
	};
}
function match(pattern, text, at) {
	pattern.lastIndex = at;
	return pattern.exec(text);
}
/** Any other entity stays as it is written. */
function decodeEntities(value) {
	if (!value.includes("&")) return value;
	return value.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{2,4}));/g, (written, decimal, hexadecimal, name) => {
		if (name !== void 0) return entities.get(name) ?? written;
		const code = decimal === void 0 ? Number.parseInt(hexadecimal, 16) : Number.parseInt(decimal, 10);
		return code <= 1114111 ? String.fromCodePoint(code) : written;
	});
}

export { scanXml as t };