import { et as quote, k as nearest, n as UserError, t as InternalError } from "./errors.js";
import { r as isObject } from "./json.js";

// src/source/file-reference.ts
function kindOf(reference) {
	return "image" in reference ? "image" : "file";
}
/** The path as written: relative to the folder of assay.yml. */
function pathOf$1(reference) {
	return "image" in reference ? reference.image : reference.file;
}
/** A value as a reference to a file; null where it is none. */
function readFileReference(value) {
	if (!isObject(value)) return null;
	const { sha256, ...named } = value;
	const [entry, ...others] = Object.entries(named);
	if (entry === void 0 || others.length > 0 || !(sha256 === void 0 || typeof sha256 === "string")) return null;
	const [kind, path] = entry;
	return (kind === "image" || kind === "file") && typeof path === "string" ? value : null;
}
/** The value with every reference in it replaced; all else stays as it is. */
function mapReferences(value, change) {
	const reference = readFileReference(value);
	if (reference !== null) return change(reference);
	if (Array.isArray(value)) return value.map((entry) => mapReferences(entry, change));
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, mapReferences(entry, change)]));
}

// src/source/media-types.ts
/** By the ending of a file's name. Which of them a provider takes is the provider's to say. */
const mediaTypes = {
	image: {
		".png": "image/png",
		".jpg": "image/jpeg",
		".jpeg": "image/jpeg",
		".gif": "image/gif",
		".webp": "image/webp"
	},
	file: {
		".pdf": "application/pdf",
		".txt": "text/plain",
		".md": "text/markdown",
		".csv": "text/csv",
		".html": "text/html",
		".json": "application/json",
		".xml": "application/xml",
		".yaml": "application/yaml",
		".yml": "application/yaml"
	}
};
/** The media type of a file by its name; null where the ending is none of those that are sent. */
function mediaTypeOf(kind, path) {
	const ending = /\.[^./]+$/.exec(path.toLowerCase())?.[0] ?? "";
	return Object.hasOwn(mediaTypes[kind], ending) ? mediaTypes[kind][ending] ?? null : null;
}
/** The endings of the files that are sent. */
function mediaEndings(kind) {
	return Object.keys(mediaTypes[kind]);
}

// src/prompts/file-marks.ts
/** Private-use characters, in which no text is written: what stands for a file while a template is rendered. */
const mark = /\u{F5A01}(\d{1,6})\u{F5A02}/gu;
/** Whether a value is a mark and nothing else. */
function isMark(value) {
	return typeof value === "string" && value.replace(mark, "") === "" && value !== "";
}
/**
* Puts a mark in the place of every file among the values, so that a template of any kind carries it to where it uses
* the value. Values without files are handed on as they are.
*/
function markFiles(values) {
	const files = [];
	const markOne = (reference) => `\u{F5A01}${files.push(reference) - 1}\u{F5A02}`;
	const markValue = (value) => {
		if (Array.isArray(value) && value.length > 0 && value.every((entry) => readFileReference(entry) !== null)) return value.map((entry) => mapReferences(entry, markOne)).join("");
		return mapReferences(value, markOne);
	};
	const marked = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, markValue(value)]));
	return files.length === 0 ? {
		values,
		files
	} : {
		values: marked,
		files
	};
}
/** A rendered message whose texts are split where they carry marks. */
function splitMessage(message, files) {
	if (files.length === 0) return message;
	const { content } = message;
	if (typeof content === "string") return {
		...message,
		content: splitAtMarks(content, files)
	};
	const parts = content.flatMap((part) => {
		const split = part.type === "text" ? splitAtMarks(part.text, files) : [part];
		return typeof split === "string" ? [part] : split;
	});
	return {
		...message,
		content: parts
	};
}
/** A rendered text as the parts of a message; a text without marks stays a text. */
function splitAtMarks(text, files) {
	const parts = [];
	let end = 0;
	const addText = (piece) => {
		if (piece.trim() !== "") parts.push({
			type: "text",
			text: piece
		});
	};
	for (const { 0: written, 1: number, index } of text.matchAll(mark)) {
		const reference = files[Number(number)];
		if (reference === void 0) continue;
		addText(text.slice(end, index));
		parts.push(filePart(reference));
		end = index + written.length;
	}
	if (end === 0) return text;
	addText(text.slice(end));
	return parts;
}
/** A file as it will be sent. Its content is still to be read: until then its hash stands in the place of the data. */
function filePart(reference) {
	const path = pathOf$1(reference);
	const mediaType = mediaTypeOf(kindOf(reference), path) ?? "application/octet-stream";
	const data = `sha256:${reference.sha256 ?? ""}`;
	if (kindOf(reference) === "image") return {
		type: "image",
		mediaType,
		data
	};
	return {
		type: "file",
		name: path.slice(path.lastIndexOf("/") + 1),
		mediaType,
		data
	};
}

// src/prompts/keys/parameters.ts
/** What the request is made of besides parameters: a parameter of that name would overwrite it. */
const ownKeys = [
	"model",
	"messages",
	"response_format",
	"tools",
	"stream"
];
/** The parameters of the call under the API's names, whichever spelling the file uses. */
function readParameters(entry) {
	if (!entry.exists) return {};
	const parameters = /* @__PURE__ */ new Map();
	for (const [key, parameter] of entry.entries()) {
		const name = toSnakeCase(key);
		if (parameter.value === void 0) continue;
		if (ownKeys.includes(name)) parameter.complain(`${parameter.name} is no parameter`, "What makes up the request otherwise (model, messages, responseFormat, tools) is a key of the file itself.");
		else if (parameters.has(name)) parameter.complain(`${quote(name)} is set twice, in two spellings`, "Keep one of them.");
		else parameters.set(name, parameter.value);
	}
	return Object.fromEntries(parameters);
}
/** `maxTokens` → `max_tokens`; what is written with underscores stays. */
function toSnakeCase(name) {
	return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

// src/prompts/template.ts
/** `{{name}}` or `{{ a.b }}`; anything else in braces is text. */
const variable = /\{\{\s*([\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)*)\s*\}\}/gu;
/** Characters in all that rendering may produce: 4 MiB, more than any model reads. */
const outputLimit = 4 * 2 ** 20;
/** The first place of each variable in a template, as an offset, in the order of use. */
function variableOffsets(template) {
	const offsets = /* @__PURE__ */ new Map();
	for (const { 1: name = "", index } of template.matchAll(variable)) if (!offsets.has(name)) offsets.set(name, index);
	return offsets;
}
/** The variables of a template, each once, in the order of use. */
function templateVariables(template) {
	return [...variableOffsets(template).keys()];
}
/**
* Puts values into a template in one pass: a value that contains `{{x}}` stays as it is. A variable without a value
* stays verbatim and is named in `missing`. Throws a UserError where the result is too long.
*/
function renderTemplate(template, values) {
	const { pieces, missing } = render(template, values, outputLimit);
	return {
		text: pieces.join(""),
		missing: [...missing]
	};
}
/** Renders the content of each message. Roles are fixed before, so that no value can create a message. */
function renderMessages(messages, values) {
	const missing = /* @__PURE__ */ new Set();
	let budget = outputLimit;
	return {
		messages: messages.map(({ role, content }) => {
			const result = render(content, values, budget);
			budget -= result.length;
			for (const name of result.missing) missing.add(name);
			return {
				role,
				content: result.pieces.join("")
			};
		}),
		missing: [...missing]
	};
}
function render(template, values, budget) {
	const pieces = [];
	const missing = /* @__PURE__ */ new Set();
	let length = 0;
	let end = 0;
	const add = (piece) => {
		length += piece.length;
		if (length > budget) throw new UserError({
			message: "the prompt is longer than 4 MiB once the values of the case are put in",
			hint: "Shorten the case, or use its long values less often."
		});
		pieces.push(piece);
	};
	for (const { 0: written, 1: name = "", index } of template.matchAll(variable)) {
		const value = lookUp$2(values, name);
		if (value === void 0) missing.add(name);
		add(template.slice(end, index));
		add(value === void 0 ? written : toText$1(value));
		end = index + written.length;
	}
	add(template.slice(end));
	return {
		pieces,
		missing,
		length
	};
}
/** Own properties only: a template from a stranger walks no prototype. */
function lookUp$2(values, path) {
	let current = values;
	for (const key of path.split(".")) {
		if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return void 0;
		current = current[key];
	}
	return current;
}
function toText$1(value) {
	if (value === null) return "";
	return typeof value === "object" ? JSON.stringify(value) : String(value);
}

// src/prompts/templates/expand-partials.ts
/** `{{> name}}`. */
const inclusion = /\{\{>\s*([\p{L}\p{N}_.-]+)\s*\}\}/gu;
/** Partials within partials; one that includes itself is told before. */
const depthLimit$4 = 20;
const sizeLimit = 4 * 2 ** 20;
const countLimit = 1e4;
/** The names of the partials that a text includes, each with the offset of its first use. */
function partialUses(text) {
	const uses = /* @__PURE__ */ new Map();
	for (const { 1: name = "", index } of text.matchAll(inclusion)) if (!uses.has(name)) uses.set(name, index);
	return uses;
}
/** The text with its partials put in; a name that is no partial stays as it is. */
function expandPartials(text, partials) {
	let count = 0;
	const expand = (part, depth) => {
		if (++count > countLimit) throw new UserError({
			message: "the prompt includes too many partials",
			hint: "Include less."
		});
		const expanded = part.replace(inclusion, (written, name) => Object.hasOwn(partials, name) && depth < depthLimit$4 ? expand(partials[name] ?? "", depth + 1) : written);
		if (expanded.length <= sizeLimit) return expanded;
		throw new UserError({
			message: "the prompt is longer than 4 MiB with its partials",
			hint: "Include less."
		});
	};
	return expand(text, 0);
}

// src/prompts/templates/values.ts
/** The value under a key, of own properties only: a template from a stranger walks no prototype. */
function ownValue(value, key) {
	if (Array.isArray(value)) return /^\d+$/.test(key) && Object.hasOwn(value, key) ? value[Number(key)] : void 0;
	return isObject(value) && Object.hasOwn(value, key) ? value[key] : void 0;
}
/** The value at a path such as `a.b`. */
function valueAt(values, path) {
	let current = values;
	for (const key of path.split(".")) current = ownValue(current, key);
	return current;
}
/** A value as it stands in a text: maps and lists as JSON, nothing for null. */
function toText(value) {
	if (value === null) return "";
	return typeof value === "object" ? JSON.stringify(value) : String(value);
}

// src/prompts/templates/f-string.ts
/** `{{` and `}}` are braces, `{name}` is a value; a brace alone is a mistake. */
const token = /\{\{|\}\}|\{([^{}]*)\}|[{}]/g;
const name = /^[\p{L}_][\p{L}\p{N}_]*$/u;
/** Python's format strings as LangChain takes them: names alone, no attributes, no conversions. */
const fString = {
	description: "Python's format strings: {name}, and {{ for a brace",
	inspect(template) {
		const variables = /* @__PURE__ */ new Map();
		const mistakes = [];
		for (const { 0: written, 1: inner, index } of template.matchAll(token)) {
			if (written === "{{" || written === "}}") continue;
			if (inner === void 0) mistakes.push({
				message: `a single ${written}`,
				hint: `Write ${written}${written} for a brace.`,
				offset: index
			});
			else if (!name.test(inner)) mistakes.push({
				message: `{${inner}} is no name`,
				hint: "Only plain names stand in braces.",
				offset: index
			});
			else if (!variables.has(inner)) variables.set(inner, {
				name: inner,
				offset: index,
				optional: false
			});
		}
		return {
			variables: [...variables.values()],
			partials: [],
			mistakes
		};
	},
	render(template, values, writer) {
		let end = 0;
		for (const { 0: written, 1: inner, index } of template.matchAll(token)) {
			writer.step();
			writer.write(template.slice(end, index));
			end = index + written.length;
			const value = inner === void 0 ? void 0 : valueAt(values, inner);
			if (inner === void 0) writer.write(written.slice(0, 1));
			else if (value === void 0) {
				writer.missing.add(inner);
				writer.write(written);
			} else writer.write(toText(value));
		}
		writer.write(template.slice(end));
	}
};

// node_modules/@handlebars/parser/dist/esm/index.js
var __defProp$1 = Object.defineProperty;
var __exportAll = (all, no_symbols) => {
	let target = {};
	for (var name in all) __defProp$1(target, name, {
		get: all[name],
		enumerable: true
	});
	if (!no_symbols) __defProp$1(target, Symbol.toStringTag, { value: "Module" });
	return target;
};
const errorProps = [
	"description",
	"fileName",
	"lineNumber",
	"endLineNumber",
	"message",
	"name",
	"number",
	"stack"
];
function Exception(message, node) {
	let loc = node && node.loc, line, endLineNumber, column, endColumn;
	if (loc) {
		line = loc.start.line;
		endLineNumber = loc.end.line;
		column = loc.start.column;
		endColumn = loc.end.column;
		message += " - " + line + ":" + column;
	}
	let tmp = Error.prototype.constructor.call(this, message);
	for (let idx = 0; idx < errorProps.length; idx++) this[errorProps[idx]] = tmp[errorProps[idx]];
	/* istanbul ignore else */
	if (Error.captureStackTrace) Error.captureStackTrace(this, Exception);
	try {
		if (loc) {
			this.lineNumber = line;
			this.endLineNumber = endLineNumber;
			/* istanbul ignore next */
			if (Object.defineProperty) {
				Object.defineProperty(this, "column", {
					value: column,
					enumerable: true
				});
				Object.defineProperty(this, "endColumn", {
					value: endColumn,
					enumerable: true
				});
			} else {
				this.column = column;
				this.endColumn = endColumn;
			}
		}
	} catch (nop) {}
}
Exception.prototype = /* @__PURE__ */ new Error();
function Visitor() {
	this.parents = [];
}
Visitor.prototype = {
	constructor: Visitor,
	mutating: false,
	acceptKey: function(node, name) {
		let value = this.accept(node[name]);
		if (this.mutating) {
			if (value && !Visitor.prototype[value.type]) throw new Exception("Unexpected node type \"" + value.type + "\" found when accepting " + name + " on " + node.type);
			node[name] = value;
		}
	},
	acceptRequired: function(node, name) {
		this.acceptKey(node, name);
		if (!node[name]) throw new Exception(node.type + " requires " + name);
	},
	acceptArray: function(array) {
		for (let i = 0, l = array.length; i < l; i++) {
			this.acceptKey(array, i);
			if (!array[i]) {
				array.splice(i, 1);
				i--;
				l--;
			}
		}
	},
	accept: function(object) {
		if (!object) return;
		/* istanbul ignore next: Sanity code */
		if (!this[object.type]) throw new Exception("Unknown type: " + object.type, object);
		if (this.current) this.parents.unshift(this.current);
		this.current = object;
		let ret = this[object.type](object);
		this.current = this.parents.shift();
		if (!this.mutating || ret) return ret;
		else if (ret !== false) return object;
	},
	Program: function(program) {
		this.acceptArray(program.body);
	},
	MustacheStatement: visitSubExpression,
	Decorator: visitSubExpression,
	BlockStatement: visitBlock,
	DecoratorBlock: visitBlock,
	PartialStatement: visitPartial,
	PartialBlockStatement: function(partial) {
		visitPartial.call(this, partial);
		this.acceptKey(partial, "program");
	},
	ContentStatement: function() {},
	CommentStatement: function() {},
	SubExpression: visitSubExpression,
	PathExpression: function() {},
	StringLiteral: function() {},
	NumberLiteral: function() {},
	BooleanLiteral: function() {},
	UndefinedLiteral: function() {},
	NullLiteral: function() {},
	Hash: function(hash) {
		this.acceptArray(hash.pairs);
	},
	HashPair: function(pair) {
		this.acceptRequired(pair, "value");
	}
};
function visitSubExpression(mustache) {
	this.acceptRequired(mustache, "path");
	this.acceptArray(mustache.params);
	this.acceptKey(mustache, "hash");
}
function visitBlock(block) {
	visitSubExpression.call(this, block);
	this.acceptKey(block, "program");
	this.acceptKey(block, "inverse");
}
function visitPartial(partial) {
	this.acceptRequired(partial, "name");
	this.acceptArray(partial.params);
	this.acceptKey(partial, "hash");
}
function WhitespaceControl(options = {}) {
	this.options = options;
}
WhitespaceControl.prototype = new Visitor();
WhitespaceControl.prototype.Program = function(program) {
	const doStandalone = !this.options.ignoreStandalone;
	let isRoot = !this.isRootSeen;
	this.isRootSeen = true;
	let body = program.body;
	for (let i = 0, l = body.length; i < l; i++) {
		let current = body[i], strip = this.accept(current);
		if (!strip) continue;
		let _isPrevWhitespace = isPrevWhitespace(body, i, isRoot), _isNextWhitespace = isNextWhitespace(body, i, isRoot), openStandalone = strip.openStandalone && _isPrevWhitespace, closeStandalone = strip.closeStandalone && _isNextWhitespace, inlineStandalone = strip.inlineStandalone && _isPrevWhitespace && _isNextWhitespace;
		if (strip.close) omitRight(body, i, true);
		if (strip.open) omitLeft(body, i, true);
		if (doStandalone && inlineStandalone) {
			omitRight(body, i);
			if (omitLeft(body, i)) {
				if (current.type === "PartialStatement") current.indent = /(?:^|[^ \t])([ \t]+)$/.exec(body[i - 1].original)[1];
			}
		}
		if (doStandalone && openStandalone) {
			omitRight((current.program || current.inverse).body);
			omitLeft(body, i);
		}
		if (doStandalone && closeStandalone) {
			omitRight(body, i);
			let chainNode = current.inverse;
			if (chainNode && chainNode.chained) {
				while (chainNode && chainNode.chained) {
					let lastBlock = chainNode.body[chainNode.body.length - 1];
					omitLeft(lastBlock.program.body);
					chainNode = lastBlock.inverse;
				}
				if (chainNode) omitLeft(chainNode.body);
			} else omitLeft((current.inverse || current.program).body);
		}
	}
	return program;
};
WhitespaceControl.prototype.BlockStatement = WhitespaceControl.prototype.DecoratorBlock = WhitespaceControl.prototype.PartialBlockStatement = function(block) {
	this.accept(block.program);
	this.accept(block.inverse);
	let program = block.program || block.inverse, inverse = block.program && block.inverse, firstInverse = inverse, lastInverse = inverse;
	if (inverse && inverse.chained) {
		firstInverse = inverse.body[0].program;
		while (lastInverse.chained) lastInverse = lastInverse.body[lastInverse.body.length - 1].program;
	}
	let strip = {
		open: block.openStrip.open,
		close: block.closeStrip.close,
		openStandalone: isNextWhitespace(program.body),
		closeStandalone: isPrevWhitespace((firstInverse || program).body)
	};
	if (block.openStrip.close) omitRight(program.body, null, true);
	if (inverse) {
		let inverseStrip = block.inverseStrip;
		if (inverseStrip.open) omitLeft(program.body, null, true);
		if (inverseStrip.close) omitRight(firstInverse.body, null, true);
		if (block.closeStrip.open) omitLeft(lastInverse.body, null, true);
		if (!this.options.ignoreStandalone && isPrevWhitespace(program.body) && isNextWhitespace(firstInverse.body)) {
			omitLeft(program.body);
			omitRight(firstInverse.body);
		}
	} else if (block.closeStrip.open) omitLeft(program.body, null, true);
	return strip;
};
WhitespaceControl.prototype.Decorator = WhitespaceControl.prototype.MustacheStatement = function(mustache) {
	return mustache.strip;
};
WhitespaceControl.prototype.PartialStatement = WhitespaceControl.prototype.CommentStatement = function(node) {
	/* istanbul ignore next */
	let strip = node.strip || {};
	return {
		inlineStandalone: true,
		open: strip.open,
		close: strip.close
	};
};
function isPrevWhitespace(body, i, isRoot) {
	if (i === void 0) i = body.length;
	let prev = body[i - 1], sibling = body[i - 2];
	if (!prev) return isRoot;
	if (prev.type === "ContentStatement") return (sibling || !isRoot ? /(?:^|\S)[^\S\n]*\n\s*$/ : /^\s*$|(?:^|\S)[^\S\n]*\n\s*$/).test(prev.original);
}
function isNextWhitespace(body, i, isRoot) {
	if (i === void 0) i = -1;
	let next = body[i + 1], sibling = body[i + 2];
	if (!next) return isRoot;
	if (next.type === "ContentStatement") return (sibling || !isRoot ? /^\s*?\r?\n/ : /^\s*?(\r?\n|$)/).test(next.original);
}
function omitRight(body, i, multiple) {
	let current = body[i == null ? 0 : i + 1];
	if (!current || current.type !== "ContentStatement" || !multiple && current.rightStripped) return;
	let original = current.value;
	current.value = current.value.replace(multiple ? /^\s+/ : /^[ \t]*\r?\n?/, "");
	current.rightStripped = current.value !== original;
}
function omitLeft(body, i, multiple) {
	let current = body[i == null ? body.length - 1 : i - 1];
	if (!current || current.type !== "ContentStatement" || !multiple && current.leftStripped) return;
	let original = current.value;
	current.value = current.value.replace(multiple ? /(^|\S)\s+$/ : /(^|[^ \t])[ \t]+$/, "$1");
	current.leftStripped = current.value !== original;
	return current.leftStripped;
}
var parser = (function() {
	var o = function(k, v, o, l) {
		for (o = o || {}, l = k.length; l--; o[k[l]] = v);
		return o;
	}, $V0 = [2, 52], $V1 = [1, 20], $V2 = [
		5,
		14,
		15,
		19,
		29,
		34,
		39,
		44,
		47,
		48,
		53,
		57,
		61
	], $V3 = [1, 44], $V4 = [1, 40], $V5 = [1, 43], $V6 = [1, 33], $V7 = [1, 34], $V8 = [1, 35], $V9 = [1, 36], $Va = [1, 37], $Vb = [1, 42], $Vc = [1, 46], $Vd = [
		14,
		15,
		19,
		29,
		34,
		39,
		44,
		47,
		48,
		53,
		57,
		61
	], $Ve = [
		14,
		15,
		19,
		29,
		34,
		44,
		47,
		48,
		53,
		57,
		61
	], $Vf = [15, 18], $Vg = [
		14,
		15,
		19,
		29,
		34,
		47,
		48,
		53,
		57,
		61
	], $Vh = [
		33,
		67,
		73,
		75,
		84,
		85,
		86,
		87,
		88,
		89
	], $Vi = [
		23,
		33,
		56,
		67,
		68,
		73,
		75,
		77,
		79,
		84,
		85,
		86,
		87,
		88,
		89
	], $Vj = [1, 62], $Vk = [1, 63], $Vl = [
		23,
		33,
		56,
		68,
		73,
		79
	], $Vm = [
		23,
		33,
		56,
		67,
		68,
		73,
		75,
		77,
		79,
		84,
		85,
		86,
		87,
		88,
		89,
		92,
		93
	], $Vn = [2, 51], $Vo = [1, 64], $Vp = [
		67,
		73,
		75,
		77,
		84,
		85,
		86,
		87,
		88,
		89
	], $Vq = [
		56,
		67,
		73,
		75,
		84,
		85,
		86,
		87,
		88,
		89
	], $Vr = [1, 75], $Vs = [1, 76], $Vt = [1, 83], $Vu = [
		33,
		67,
		73,
		75,
		79,
		84,
		85,
		86,
		87,
		88,
		89
	], $Vv = [
		23,
		67,
		73,
		75,
		84,
		85,
		86,
		87,
		88,
		89
	], $Vw = [
		67,
		68,
		73,
		75,
		84,
		85,
		86,
		87,
		88,
		89
	], $Vx = [33, 79], $Vy = [1, 134], $Vz = [73, 81];
	var parser = {
		trace: function trace() {},
		yy: {},
		symbols_: {
			"error": 2,
			"root": 3,
			"program": 4,
			"EOF": 5,
			"program_repetition0": 6,
			"statement": 7,
			"mustache": 8,
			"block": 9,
			"rawBlock": 10,
			"partial": 11,
			"partialBlock": 12,
			"content": 13,
			"COMMENT": 14,
			"CONTENT": 15,
			"openRawBlock": 16,
			"rawBlock_repetition0": 17,
			"END_RAW_BLOCK": 18,
			"OPEN_RAW_BLOCK": 19,
			"helperName": 20,
			"openRawBlock_repetition0": 21,
			"openRawBlock_option0": 22,
			"CLOSE_RAW_BLOCK": 23,
			"openBlock": 24,
			"block_option0": 25,
			"closeBlock": 26,
			"openInverse": 27,
			"block_option1": 28,
			"OPEN_BLOCK": 29,
			"openBlock_repetition0": 30,
			"openBlock_option0": 31,
			"openBlock_option1": 32,
			"CLOSE": 33,
			"OPEN_INVERSE": 34,
			"openInverse_repetition0": 35,
			"openInverse_option0": 36,
			"openInverse_option1": 37,
			"openInverseChain": 38,
			"OPEN_INVERSE_CHAIN": 39,
			"openInverseChain_repetition0": 40,
			"openInverseChain_option0": 41,
			"openInverseChain_option1": 42,
			"inverseAndProgram": 43,
			"INVERSE": 44,
			"inverseChain": 45,
			"inverseChain_option0": 46,
			"OPEN_ENDBLOCK": 47,
			"OPEN": 48,
			"hash": 49,
			"expr": 50,
			"mustache_repetition0": 51,
			"mustache_option0": 52,
			"OPEN_UNESCAPED": 53,
			"mustache_repetition1": 54,
			"mustache_option1": 55,
			"CLOSE_UNESCAPED": 56,
			"OPEN_PARTIAL": 57,
			"partial_repetition0": 58,
			"partial_option0": 59,
			"openPartialBlock": 60,
			"OPEN_PARTIAL_BLOCK": 61,
			"openPartialBlock_repetition0": 62,
			"openPartialBlock_option0": 63,
			"exprHead": 64,
			"arrayLiteral": 65,
			"sexpr": 66,
			"OPEN_SEXPR": 67,
			"CLOSE_SEXPR": 68,
			"sexpr_repetition0": 69,
			"sexpr_option0": 70,
			"hash_repetition_plus0": 71,
			"hashSegment": 72,
			"ID": 73,
			"EQUALS": 74,
			"OPEN_ARRAY": 75,
			"arrayLiteral_repetition0": 76,
			"CLOSE_ARRAY": 77,
			"blockParams": 78,
			"OPEN_BLOCK_PARAMS": 79,
			"blockParams_repetition_plus0": 80,
			"CLOSE_BLOCK_PARAMS": 81,
			"path": 82,
			"dataName": 83,
			"STRING": 84,
			"NUMBER": 85,
			"BOOLEAN": 86,
			"UNDEFINED": 87,
			"NULL": 88,
			"DATA": 89,
			"pathSegments": 90,
			"sep": 91,
			"SEP": 92,
			"PRIVATE_SEP": 93,
			"$accept": 0,
			"$end": 1
		},
		terminals_: {
			2: "error",
			5: "EOF",
			14: "COMMENT",
			15: "CONTENT",
			18: "END_RAW_BLOCK",
			19: "OPEN_RAW_BLOCK",
			23: "CLOSE_RAW_BLOCK",
			29: "OPEN_BLOCK",
			33: "CLOSE",
			34: "OPEN_INVERSE",
			39: "OPEN_INVERSE_CHAIN",
			44: "INVERSE",
			47: "OPEN_ENDBLOCK",
			48: "OPEN",
			53: "OPEN_UNESCAPED",
			56: "CLOSE_UNESCAPED",
			57: "OPEN_PARTIAL",
			61: "OPEN_PARTIAL_BLOCK",
			67: "OPEN_SEXPR",
			68: "CLOSE_SEXPR",
			73: "ID",
			74: "EQUALS",
			75: "OPEN_ARRAY",
			77: "CLOSE_ARRAY",
			79: "OPEN_BLOCK_PARAMS",
			81: "CLOSE_BLOCK_PARAMS",
			84: "STRING",
			85: "NUMBER",
			86: "BOOLEAN",
			87: "UNDEFINED",
			88: "NULL",
			89: "DATA",
			92: "SEP",
			93: "PRIVATE_SEP"
		},
		productions_: [
			0,
			[3, 2],
			[4, 1],
			[7, 1],
			[7, 1],
			[7, 1],
			[7, 1],
			[7, 1],
			[7, 1],
			[7, 1],
			[13, 1],
			[10, 3],
			[16, 5],
			[9, 4],
			[9, 4],
			[24, 6],
			[27, 6],
			[38, 6],
			[43, 2],
			[45, 3],
			[45, 1],
			[26, 3],
			[8, 3],
			[8, 5],
			[8, 5],
			[11, 5],
			[12, 3],
			[60, 5],
			[50, 1],
			[50, 1],
			[64, 1],
			[64, 1],
			[66, 3],
			[66, 5],
			[49, 1],
			[72, 3],
			[65, 3],
			[78, 3],
			[20, 1],
			[20, 1],
			[20, 1],
			[20, 1],
			[20, 1],
			[20, 1],
			[20, 1],
			[83, 2],
			[91, 1],
			[91, 1],
			[82, 3],
			[82, 1],
			[90, 3],
			[90, 1],
			[6, 0],
			[6, 2],
			[17, 0],
			[17, 2],
			[21, 0],
			[21, 2],
			[22, 0],
			[22, 1],
			[25, 0],
			[25, 1],
			[28, 0],
			[28, 1],
			[30, 0],
			[30, 2],
			[31, 0],
			[31, 1],
			[32, 0],
			[32, 1],
			[35, 0],
			[35, 2],
			[36, 0],
			[36, 1],
			[37, 0],
			[37, 1],
			[40, 0],
			[40, 2],
			[41, 0],
			[41, 1],
			[42, 0],
			[42, 1],
			[46, 0],
			[46, 1],
			[51, 0],
			[51, 2],
			[52, 0],
			[52, 1],
			[54, 0],
			[54, 2],
			[55, 0],
			[55, 1],
			[58, 0],
			[58, 2],
			[59, 0],
			[59, 1],
			[62, 0],
			[62, 2],
			[63, 0],
			[63, 1],
			[69, 0],
			[69, 2],
			[70, 0],
			[70, 1],
			[71, 1],
			[71, 2],
			[76, 0],
			[76, 2],
			[80, 1],
			[80, 2]
		],
		performAction: function anonymous(yytext, yyleng, yylineno, yy, yystate, $$, _$) {
			var $0 = $$.length - 1;
			switch (yystate) {
				case 1: return $$[$0 - 1];
				case 2:
					this.$ = yy.prepareProgram($$[$0]);
					break;
				case 3:
				case 4:
				case 5:
				case 6:
				case 7:
				case 8:
				case 20:
				case 28:
				case 29:
				case 30:
				case 31:
				case 38:
				case 39:
				case 46:
				case 47:
					this.$ = $$[$0];
					break;
				case 9:
					this.$ = {
						type: "CommentStatement",
						value: yy.stripComment($$[$0]),
						strip: yy.stripFlags($$[$0], $$[$0]),
						loc: yy.locInfo(this._$)
					};
					break;
				case 10:
					this.$ = {
						type: "ContentStatement",
						original: $$[$0],
						value: $$[$0],
						loc: yy.locInfo(this._$)
					};
					break;
				case 11:
					this.$ = yy.prepareRawBlock($$[$0 - 2], $$[$0 - 1], $$[$0], this._$);
					break;
				case 12:
					this.$ = {
						path: $$[$0 - 3],
						params: $$[$0 - 2],
						hash: $$[$0 - 1]
					};
					break;
				case 13:
					this.$ = yy.prepareBlock($$[$0 - 3], $$[$0 - 2], $$[$0 - 1], $$[$0], false, this._$);
					break;
				case 14:
					this.$ = yy.prepareBlock($$[$0 - 3], $$[$0 - 2], $$[$0 - 1], $$[$0], true, this._$);
					break;
				case 15:
					this.$ = {
						open: $$[$0 - 5],
						path: $$[$0 - 4],
						params: $$[$0 - 3],
						hash: $$[$0 - 2],
						blockParams: $$[$0 - 1],
						strip: yy.stripFlags($$[$0 - 5], $$[$0])
					};
					break;
				case 16:
				case 17:
					this.$ = {
						path: $$[$0 - 4],
						params: $$[$0 - 3],
						hash: $$[$0 - 2],
						blockParams: $$[$0 - 1],
						strip: yy.stripFlags($$[$0 - 5], $$[$0])
					};
					break;
				case 18:
					this.$ = {
						strip: yy.stripFlags($$[$0 - 1], $$[$0 - 1]),
						program: $$[$0]
					};
					break;
				case 19:
					var inverse = yy.prepareBlock($$[$0 - 2], $$[$0 - 1], $$[$0], $$[$0], false, this._$), program = yy.prepareProgram([inverse], $$[$0 - 1].loc);
					program.chained = true;
					this.$ = {
						strip: $$[$0 - 2].strip,
						program,
						chain: true
					};
					break;
				case 21:
					this.$ = {
						path: $$[$0 - 1],
						strip: yy.stripFlags($$[$0 - 2], $$[$0])
					};
					break;
				case 22:
					this.$ = yy.prepareMustache(yy.syntax.hash($$[$0 - 1], yy.locInfo(this._$), {
						yy,
						syntax: "expr"
					}), [], void 0, $$[$0 - 2], yy.stripFlags($$[$0 - 2], $$[$0]), this._$);
					break;
				case 23:
				case 24:
					this.$ = yy.prepareMustache($$[$0 - 3], $$[$0 - 2], $$[$0 - 1], $$[$0 - 4], yy.stripFlags($$[$0 - 4], $$[$0]), this._$);
					break;
				case 25:
					this.$ = {
						type: "PartialStatement",
						name: $$[$0 - 3],
						params: $$[$0 - 2],
						hash: $$[$0 - 1],
						indent: "",
						strip: yy.stripFlags($$[$0 - 4], $$[$0]),
						loc: yy.locInfo(this._$)
					};
					break;
				case 26:
					this.$ = yy.preparePartialBlock($$[$0 - 2], $$[$0 - 1], $$[$0], this._$);
					break;
				case 27:
					this.$ = {
						path: $$[$0 - 3],
						params: $$[$0 - 2],
						hash: $$[$0 - 1],
						strip: yy.stripFlags($$[$0 - 4], $$[$0])
					};
					break;
				case 32:
					this.$ = yy.syntax.hash($$[$0 - 1], yy.locInfo(this._$), {
						yy,
						syntax: "expr"
					});
					break;
				case 33:
					this.$ = {
						type: "SubExpression",
						path: $$[$0 - 3],
						params: $$[$0 - 2],
						hash: $$[$0 - 1],
						loc: yy.locInfo(this._$)
					};
					break;
				case 34:
					this.$ = {
						type: "Hash",
						pairs: $$[$0],
						loc: yy.locInfo(this._$)
					};
					break;
				case 35:
					this.$ = {
						type: "HashPair",
						key: yy.id($$[$0 - 2]),
						value: $$[$0],
						loc: yy.locInfo(this._$)
					};
					break;
				case 36:
					this.$ = yy.syntax.square($$[$0 - 1], yy.locInfo(this._$), {
						yy,
						syntax: "expr"
					});
					break;
				case 37:
					this.$ = yy.id($$[$0 - 1]);
					break;
				case 40:
					this.$ = {
						type: "StringLiteral",
						value: $$[$0],
						original: $$[$0],
						loc: yy.locInfo(this._$)
					};
					break;
				case 41:
					this.$ = {
						type: "NumberLiteral",
						value: Number($$[$0]),
						original: Number($$[$0]),
						loc: yy.locInfo(this._$)
					};
					break;
				case 42:
					this.$ = {
						type: "BooleanLiteral",
						value: $$[$0] === "true",
						original: $$[$0] === "true",
						loc: yy.locInfo(this._$)
					};
					break;
				case 43:
					this.$ = {
						type: "UndefinedLiteral",
						original: void 0,
						value: void 0,
						loc: yy.locInfo(this._$)
					};
					break;
				case 44:
					this.$ = {
						type: "NullLiteral",
						original: null,
						value: null,
						loc: yy.locInfo(this._$)
					};
					break;
				case 45:
					this.$ = yy.preparePath(true, false, $$[$0], this._$);
					break;
				case 48:
					this.$ = yy.preparePath(false, $$[$0 - 2], $$[$0], this._$);
					break;
				case 49:
					this.$ = yy.preparePath(false, false, $$[$0], this._$);
					break;
				case 50:
					$$[$0 - 2].push({
						part: yy.id($$[$0]),
						original: $$[$0],
						separator: $$[$0 - 1]
					});
					this.$ = $$[$0 - 2];
					break;
				case 51:
					this.$ = [{
						part: yy.id($$[$0]),
						original: $$[$0]
					}];
					break;
				case 52:
				case 54:
				case 56:
				case 64:
				case 70:
				case 76:
				case 84:
				case 88:
				case 92:
				case 96:
				case 100:
				case 106:
					this.$ = [];
					break;
				case 53:
				case 55:
				case 57:
				case 65:
				case 71:
				case 77:
				case 85:
				case 89:
				case 93:
				case 97:
				case 101:
				case 105:
				case 107:
				case 109:
					$$[$0 - 1].push($$[$0]);
					break;
				case 104:
				case 108: this.$ = [$$[$0]];
			}
		},
		table: [
			o([
				5,
				14,
				15,
				19,
				29,
				34,
				48,
				53,
				57,
				61
			], $V0, {
				3: 1,
				4: 2,
				6: 3
			}),
			{ 1: [3] },
			{ 5: [1, 4] },
			o([
				5,
				39,
				44,
				47
			], [2, 2], {
				7: 5,
				8: 6,
				9: 7,
				10: 8,
				11: 9,
				12: 10,
				13: 11,
				24: 15,
				27: 16,
				16: 17,
				60: 19,
				14: [1, 12],
				15: $V1,
				19: [1, 23],
				29: [1, 21],
				34: [1, 22],
				48: [1, 13],
				53: [1, 14],
				57: [1, 18],
				61: [1, 24]
			}),
			{ 1: [2, 1] },
			o($V2, [2, 53]),
			o($V2, [2, 3]),
			o($V2, [2, 4]),
			o($V2, [2, 5]),
			o($V2, [2, 6]),
			o($V2, [2, 7]),
			o($V2, [2, 8]),
			o($V2, [2, 9]),
			{
				20: 28,
				49: 25,
				50: 26,
				64: 29,
				65: 38,
				66: 39,
				67: $V3,
				71: 27,
				72: 30,
				73: $V4,
				75: $V5,
				82: 31,
				83: 32,
				84: $V6,
				85: $V7,
				86: $V8,
				87: $V9,
				88: $Va,
				89: $Vb,
				90: 41
			},
			{
				20: 28,
				50: 45,
				64: 29,
				65: 38,
				66: 39,
				67: $V3,
				73: $Vc,
				75: $V5,
				82: 31,
				83: 32,
				84: $V6,
				85: $V7,
				86: $V8,
				87: $V9,
				88: $Va,
				89: $Vb,
				90: 41
			},
			o($Vd, $V0, {
				6: 3,
				4: 47
			}),
			o($Ve, $V0, {
				6: 3,
				4: 48
			}),
			o($Vf, [2, 54], { 17: 49 }),
			{
				20: 28,
				50: 50,
				64: 29,
				65: 38,
				66: 39,
				67: $V3,
				73: $Vc,
				75: $V5,
				82: 31,
				83: 32,
				84: $V6,
				85: $V7,
				86: $V8,
				87: $V9,
				88: $Va,
				89: $Vb,
				90: 41
			},
			o($Vg, $V0, {
				6: 3,
				4: 51
			}),
			o([
				5,
				14,
				15,
				18,
				19,
				29,
				34,
				39,
				44,
				47,
				48,
				53,
				57,
				61
			], [2, 10]),
			{
				20: 52,
				64: 53,
				65: 38,
				66: 39,
				67: $V3,
				73: $Vc,
				75: $V5,
				82: 31,
				83: 32,
				84: $V6,
				85: $V7,
				86: $V8,
				87: $V9,
				88: $Va,
				89: $Vb,
				90: 41
			},
			{
				20: 54,
				64: 53,
				65: 38,
				66: 39,
				67: $V3,
				73: $Vc,
				75: $V5,
				82: 31,
				83: 32,
				84: $V6,
				85: $V7,
				86: $V8,
				87: $V9,
				88: $Va,
				89: $Vb,
				90: 41
			},
			{
				20: 55,
				64: 53,
				65: 38,
				66: 39,
				67: $V3,
				73: $Vc,
				75: $V5,
				82: 31,
				83: 32,
				84: $V6,
				85: $V7,
				86: $V8,
				87: $V9,
				88: $Va,
				89: $Vb,
				90: 41
			},
			{
				20: 28,
				50: 56,
				64: 29,
				65: 38,
				66: 39,
				67: $V3,
				73: $Vc,
				75: $V5,
				82: 31,
				83: 32,
				84: $V6,
				85: $V7,
				86: $V8,
				87: $V9,
				88: $Va,
				89: $Vb,
				90: 41
			},
			{ 33: [1, 57] },
			o($Vh, [2, 84], { 51: 58 }),
			o([
				23,
				33,
				56,
				68,
				79
			], [2, 34], {
				72: 59,
				73: [1, 60]
			}),
			o($Vi, [2, 28]),
			o($Vi, [2, 29], {
				91: 61,
				92: $Vj,
				93: $Vk
			}),
			o($Vl, [2, 104]),
			o($Vi, [2, 38]),
			o($Vi, [2, 39]),
			o($Vi, [2, 40]),
			o($Vi, [2, 41]),
			o($Vi, [2, 42]),
			o($Vi, [2, 43]),
			o($Vi, [2, 44]),
			o($Vm, [2, 30]),
			o($Vm, [2, 31]),
			o([
				23,
				33,
				56,
				67,
				68,
				73,
				75,
				79,
				84,
				85,
				86,
				87,
				88,
				89,
				92,
				93
			], $Vn, { 74: $Vo }),
			o($Vi, [2, 49], {
				91: 65,
				92: $Vj,
				93: $Vk
			}),
			{
				73: $Vc,
				90: 66
			},
			o($Vp, [2, 106], { 76: 67 }),
			{
				20: 28,
				49: 68,
				50: 69,
				64: 29,
				65: 38,
				66: 39,
				67: $V3,
				71: 27,
				72: 30,
				73: $V4,
				75: $V5,
				82: 31,
				83: 32,
				84: $V6,
				85: $V7,
				86: $V8,
				87: $V9,
				88: $Va,
				89: $Vb,
				90: 41
			},
			o($Vq, [2, 88], { 54: 70 }),
			o($Vm, $Vn),
			{
				25: 71,
				38: 73,
				39: $Vr,
				43: 74,
				44: $Vs,
				45: 72,
				47: [2, 60]
			},
			{
				28: 77,
				43: 78,
				44: $Vs,
				47: [2, 62]
			},
			{
				13: 80,
				15: $V1,
				18: [1, 79]
			},
			o($Vh, [2, 92], { 58: 81 }),
			{
				26: 82,
				47: $Vt
			},
			o($Vu, [2, 64], { 30: 84 }),
			{
				91: 61,
				92: $Vj,
				93: $Vk
			},
			o($Vu, [2, 70], { 35: 85 }),
			o($Vv, [2, 56], { 21: 86 }),
			o($Vh, [2, 96], { 62: 87 }),
			o($V2, [2, 22]),
			{
				20: 28,
				33: [2, 86],
				49: 90,
				50: 89,
				52: 88,
				64: 29,
				65: 38,
				66: 39,
				67: $V3,
				71: 27,
				72: 30,
				73: $V4,
				75: $V5,
				82: 31,
				83: 32,
				84: $V6,
				85: $V7,
				86: $V8,
				87: $V9,
				88: $Va,
				89: $Vb,
				90: 41
			},
			o($Vl, [2, 105]),
			{ 74: $Vo },
			{
				73: $Vc,
				90: 91
			},
			{ 73: [2, 46] },
			{ 73: [2, 47] },
			{
				20: 28,
				50: 92,
				64: 29,
				65: 38,
				66: 39,
				67: $V3,
				73: $Vc,
				75: $V5,
				82: 31,
				83: 32,
				84: $V6,
				85: $V7,
				86: $V8,
				87: $V9,
				88: $Va,
				89: $Vb,
				90: 41
			},
			{ 73: [1, 93] },
			o($Vi, [2, 45], {
				91: 65,
				92: $Vj,
				93: $Vk
			}),
			{
				20: 28,
				50: 95,
				64: 29,
				65: 38,
				66: 39,
				67: $V3,
				73: $Vc,
				75: $V5,
				77: [1, 94],
				82: 31,
				83: 32,
				84: $V6,
				85: $V7,
				86: $V8,
				87: $V9,
				88: $Va,
				89: $Vb,
				90: 41
			},
			{ 68: [1, 96] },
			o($Vw, [2, 100], { 69: 97 }),
			{
				20: 28,
				49: 100,
				50: 99,
				55: 98,
				56: [2, 90],
				64: 29,
				65: 38,
				66: 39,
				67: $V3,
				71: 27,
				72: 30,
				73: $V4,
				75: $V5,
				82: 31,
				83: 32,
				84: $V6,
				85: $V7,
				86: $V8,
				87: $V9,
				88: $Va,
				89: $Vb,
				90: 41
			},
			{
				26: 101,
				47: $Vt
			},
			{ 47: [2, 61] },
			o($Vd, $V0, {
				6: 3,
				4: 102
			}),
			{ 47: [2, 20] },
			{
				20: 103,
				64: 53,
				65: 38,
				66: 39,
				67: $V3,
				73: $Vc,
				75: $V5,
				82: 31,
				83: 32,
				84: $V6,
				85: $V7,
				86: $V8,
				87: $V9,
				88: $Va,
				89: $Vb,
				90: 41
			},
			o($Vg, $V0, {
				6: 3,
				4: 104
			}),
			{
				26: 105,
				47: $Vt
			},
			{ 47: [2, 63] },
			o($V2, [2, 11]),
			o($Vf, [2, 55]),
			{
				20: 28,
				33: [2, 94],
				49: 108,
				50: 107,
				59: 106,
				64: 29,
				65: 38,
				66: 39,
				67: $V3,
				71: 27,
				72: 30,
				73: $V4,
				75: $V5,
				82: 31,
				83: 32,
				84: $V6,
				85: $V7,
				86: $V8,
				87: $V9,
				88: $Va,
				89: $Vb,
				90: 41
			},
			o($V2, [2, 26]),
			{
				20: 109,
				64: 53,
				65: 38,
				66: 39,
				67: $V3,
				73: $Vc,
				75: $V5,
				82: 31,
				83: 32,
				84: $V6,
				85: $V7,
				86: $V8,
				87: $V9,
				88: $Va,
				89: $Vb,
				90: 41
			},
			o($Vx, [2, 66], {
				71: 27,
				20: 28,
				64: 29,
				72: 30,
				82: 31,
				83: 32,
				65: 38,
				66: 39,
				90: 41,
				31: 110,
				50: 111,
				49: 112,
				67: $V3,
				73: $V4,
				75: $V5,
				84: $V6,
				85: $V7,
				86: $V8,
				87: $V9,
				88: $Va,
				89: $Vb
			}),
			o($Vx, [2, 72], {
				71: 27,
				20: 28,
				64: 29,
				72: 30,
				82: 31,
				83: 32,
				65: 38,
				66: 39,
				90: 41,
				36: 113,
				50: 114,
				49: 115,
				67: $V3,
				73: $V4,
				75: $V5,
				84: $V6,
				85: $V7,
				86: $V8,
				87: $V9,
				88: $Va,
				89: $Vb
			}),
			{
				20: 28,
				22: 116,
				23: [2, 58],
				49: 118,
				50: 117,
				64: 29,
				65: 38,
				66: 39,
				67: $V3,
				71: 27,
				72: 30,
				73: $V4,
				75: $V5,
				82: 31,
				83: 32,
				84: $V6,
				85: $V7,
				86: $V8,
				87: $V9,
				88: $Va,
				89: $Vb,
				90: 41
			},
			{
				20: 28,
				33: [2, 98],
				49: 121,
				50: 120,
				63: 119,
				64: 29,
				65: 38,
				66: 39,
				67: $V3,
				71: 27,
				72: 30,
				73: $V4,
				75: $V5,
				82: 31,
				83: 32,
				84: $V6,
				85: $V7,
				86: $V8,
				87: $V9,
				88: $Va,
				89: $Vb,
				90: 41
			},
			{ 33: [1, 122] },
			o($Vh, [2, 85]),
			{ 33: [2, 87] },
			o($Vi, [2, 48], {
				91: 65,
				92: $Vj,
				93: $Vk
			}),
			o($Vl, [2, 35]),
			o($Vm, [2, 50]),
			o($Vm, [2, 36]),
			o($Vp, [2, 107]),
			o($Vm, [2, 32]),
			{
				20: 28,
				49: 125,
				50: 124,
				64: 29,
				65: 38,
				66: 39,
				67: $V3,
				68: [2, 102],
				70: 123,
				71: 27,
				72: 30,
				73: $V4,
				75: $V5,
				82: 31,
				83: 32,
				84: $V6,
				85: $V7,
				86: $V8,
				87: $V9,
				88: $Va,
				89: $Vb,
				90: 41
			},
			{ 56: [1, 126] },
			o($Vq, [2, 89]),
			{ 56: [2, 91] },
			o($V2, [2, 13]),
			{
				38: 73,
				39: $Vr,
				43: 74,
				44: $Vs,
				45: 128,
				46: 127,
				47: [2, 82]
			},
			o($Vu, [2, 76], { 40: 129 }),
			{ 47: [2, 18] },
			o($V2, [2, 14]),
			{ 33: [1, 130] },
			o($Vh, [2, 93]),
			{ 33: [2, 95] },
			{ 33: [1, 131] },
			{
				32: 132,
				33: [2, 68],
				78: 133,
				79: $Vy
			},
			o($Vu, [2, 65]),
			o($Vx, [2, 67]),
			{
				33: [2, 74],
				37: 135,
				78: 136,
				79: $Vy
			},
			o($Vu, [2, 71]),
			o($Vx, [2, 73]),
			{ 23: [1, 137] },
			o($Vv, [2, 57]),
			{ 23: [2, 59] },
			{ 33: [1, 138] },
			o($Vh, [2, 97]),
			{ 33: [2, 99] },
			o($V2, [2, 23]),
			{ 68: [1, 139] },
			o($Vw, [2, 101]),
			{ 68: [2, 103] },
			o($V2, [2, 24]),
			{ 47: [2, 19] },
			{ 47: [2, 83] },
			o($Vx, [2, 78], {
				71: 27,
				20: 28,
				64: 29,
				72: 30,
				82: 31,
				83: 32,
				65: 38,
				66: 39,
				90: 41,
				41: 140,
				50: 141,
				49: 142,
				67: $V3,
				73: $V4,
				75: $V5,
				84: $V6,
				85: $V7,
				86: $V8,
				87: $V9,
				88: $Va,
				89: $Vb
			}),
			o($V2, [2, 25]),
			o($V2, [2, 21]),
			{ 33: [1, 143] },
			{ 33: [2, 69] },
			{
				73: [1, 145],
				80: 144
			},
			{ 33: [1, 146] },
			{ 33: [2, 75] },
			o($Vf, [2, 12]),
			o($Vg, [2, 27]),
			o($Vm, [2, 33]),
			{
				33: [2, 80],
				42: 147,
				78: 148,
				79: $Vy
			},
			o($Vu, [2, 77]),
			o($Vx, [2, 79]),
			o($Vd, [2, 15]),
			{
				73: [1, 150],
				81: [1, 149]
			},
			o($Vz, [2, 108]),
			o($Ve, [2, 16]),
			{ 33: [1, 151] },
			{ 33: [2, 81] },
			{ 33: [2, 37] },
			o($Vz, [2, 109]),
			o($Vd, [2, 17])
		],
		defaultActions: {
			4: [2, 1],
			62: [2, 46],
			63: [2, 47],
			72: [2, 61],
			74: [2, 20],
			78: [2, 63],
			90: [2, 87],
			100: [2, 91],
			104: [2, 18],
			108: [2, 95],
			118: [2, 59],
			121: [2, 99],
			125: [2, 103],
			127: [2, 19],
			128: [2, 83],
			133: [2, 69],
			136: [2, 75],
			148: [2, 81],
			149: [2, 37]
		},
		parseError: function parseError(str, hash) {
			if (hash.recoverable) this.trace(str);
			else {
				var error = new Error(str);
				error.hash = hash;
				throw error;
			}
		},
		parse: function parse(input) {
			var self = this, stack = [0], vstack = [null], lstack = [], table = this.table, yytext = "", yylineno = 0, yyleng = 0, recovering = 0, TERROR = 2, EOF = 1;
			var args = lstack.slice.call(arguments, 1);
			var lexer = Object.create(this.lexer);
			var sharedState = { yy: {} };
			for (var k in this.yy) if (Object.prototype.hasOwnProperty.call(this.yy, k)) sharedState.yy[k] = this.yy[k];
			lexer.setInput(input, sharedState.yy);
			sharedState.yy.lexer = lexer;
			sharedState.yy.parser = this;
			if (typeof lexer.yylloc == "undefined") lexer.yylloc = {};
			var yyloc = lexer.yylloc;
			lstack.push(yyloc);
			var ranges = lexer.options && lexer.options.ranges;
			if (typeof sharedState.yy.parseError === "function") this.parseError = sharedState.yy.parseError;
			else this.parseError = Object.getPrototypeOf(this).parseError;
			_token_stack: var lex = function() {
				var token = lexer.lex() || EOF;
				if (typeof token !== "number") token = self.symbols_[token] || token;
				return token;
			};
			var symbol, preErrorSymbol, state, action, r, yyval = {}, p, len, newState, expected;
			while (true) {
				state = stack[stack.length - 1];
				if (this.defaultActions[state]) action = this.defaultActions[state];
				else {
					if (symbol === null || typeof symbol == "undefined") symbol = lex();
					action = table[state] && table[state][symbol];
				}
				if (typeof action === "undefined" || !action.length || !action[0]) {
					var errStr = "";
					expected = [];
					for (p in table[state]) if (this.terminals_[p] && p > TERROR) expected.push("'" + this.terminals_[p] + "'");
					if (lexer.showPosition) errStr = "Parse error on line " + (yylineno + 1) + ":\n" + lexer.showPosition() + "\nExpecting " + expected.join(", ") + ", got '" + (this.terminals_[symbol] || symbol) + "'";
					else errStr = "Parse error on line " + (yylineno + 1) + ": Unexpected " + (symbol == EOF ? "end of input" : "'" + (this.terminals_[symbol] || symbol) + "'");
					this.parseError(errStr, {
						text: lexer.match,
						token: this.terminals_[symbol] || symbol,
						line: lexer.yylineno,
						loc: yyloc,
						expected
					});
				}
				if (action[0] instanceof Array && action.length > 1) throw new Error("Parse Error: multiple actions possible at state: " + state + ", token: " + symbol);
				switch (action[0]) {
					case 1:
						stack.push(symbol);
						vstack.push(lexer.yytext);
						lstack.push(lexer.yylloc);
						stack.push(action[1]);
						symbol = null;
						if (!preErrorSymbol) {
							yyleng = lexer.yyleng;
							yytext = lexer.yytext;
							yylineno = lexer.yylineno;
							yyloc = lexer.yylloc;
							if (recovering > 0) recovering--;
						} else {
							symbol = preErrorSymbol;
							preErrorSymbol = null;
						}
						break;
					case 2:
						len = this.productions_[action[1]][1];
						yyval.$ = vstack[vstack.length - len];
						yyval._$ = {
							first_line: lstack[lstack.length - (len || 1)].first_line,
							last_line: lstack[lstack.length - 1].last_line,
							first_column: lstack[lstack.length - (len || 1)].first_column,
							last_column: lstack[lstack.length - 1].last_column
						};
						if (ranges) yyval._$.range = [lstack[lstack.length - (len || 1)].range[0], lstack[lstack.length - 1].range[1]];
						r = this.performAction.apply(yyval, [
							yytext,
							yyleng,
							yylineno,
							sharedState.yy,
							action[1],
							vstack,
							lstack
						].concat(args));
						if (typeof r !== "undefined") return r;
						if (len) {
							stack = stack.slice(0, -1 * len * 2);
							vstack = vstack.slice(0, -1 * len);
							lstack = lstack.slice(0, -1 * len);
						}
						stack.push(this.productions_[action[1]][0]);
						vstack.push(yyval.$);
						lstack.push(yyval._$);
						newState = table[stack[stack.length - 2]][stack[stack.length - 1]];
						stack.push(newState);
						break;
					case 3: return true;
				}
			}
			return true;
		}
	};
	parser.lexer = (function() {
		return {
			EOF: 1,
			parseError: function parseError(str, hash) {
				if (this.yy.parser) this.yy.parser.parseError(str, hash);
				else throw new Error(str);
			},
			setInput: function(input, yy) {
				this.yy = yy || this.yy || {};
				this._input = input;
				this._more = this._backtrack = this.done = false;
				this.yylineno = this.yyleng = 0;
				this.yytext = this.matched = this.match = "";
				this.conditionStack = ["INITIAL"];
				this.yylloc = {
					first_line: 1,
					first_column: 0,
					last_line: 1,
					last_column: 0
				};
				if (this.options.ranges) this.yylloc.range = [0, 0];
				this.offset = 0;
				return this;
			},
			input: function() {
				var ch = this._input[0];
				this.yytext += ch;
				this.yyleng++;
				this.offset++;
				this.match += ch;
				this.matched += ch;
				if (ch.match(/(?:\r\n?|\n).*/g)) {
					this.yylineno++;
					this.yylloc.last_line++;
				} else this.yylloc.last_column++;
				if (this.options.ranges) this.yylloc.range[1]++;
				this._input = this._input.slice(1);
				return ch;
			},
			unput: function(ch) {
				var len = ch.length;
				var lines = ch.split(/(?:\r\n?|\n)/g);
				this._input = ch + this._input;
				this.yytext = this.yytext.substr(0, this.yytext.length - len);
				this.offset -= len;
				var oldLines = this.match.split(/(?:\r\n?|\n)/g);
				this.match = this.match.substr(0, this.match.length - 1);
				this.matched = this.matched.substr(0, this.matched.length - 1);
				if (lines.length - 1) this.yylineno -= lines.length - 1;
				var r = this.yylloc.range;
				this.yylloc = {
					first_line: this.yylloc.first_line,
					last_line: this.yylineno + 1,
					first_column: this.yylloc.first_column,
					last_column: lines ? (lines.length === oldLines.length ? this.yylloc.first_column : 0) + oldLines[oldLines.length - lines.length].length - lines[0].length : this.yylloc.first_column - len
				};
				if (this.options.ranges) this.yylloc.range = [r[0], r[0] + this.yyleng - len];
				this.yyleng = this.yytext.length;
				return this;
			},
			more: function() {
				this._more = true;
				return this;
			},
			reject: function() {
				if (this.options.backtrack_lexer) this._backtrack = true;
				else return this.parseError("Lexical error on line " + (this.yylineno + 1) + ". You can only invoke reject() in the lexer when the lexer is of the backtracking persuasion (options.backtrack_lexer = true).\n" + this.showPosition(), {
					text: "",
					token: null,
					line: this.yylineno
				});
				return this;
			},
			less: function(n) {
				this.unput(this.match.slice(n));
			},
			pastInput: function() {
				var past = this.matched.substr(0, this.matched.length - this.match.length);
				return (past.length > 20 ? "..." : "") + past.substr(-20).replace(/\n/g, "");
			},
			upcomingInput: function() {
				var next = this.match;
				if (next.length < 20) next += this._input.substr(0, 20 - next.length);
				return (next.substr(0, 20) + (next.length > 20 ? "..." : "")).replace(/\n/g, "");
			},
			showPosition: function() {
				var pre = this.pastInput();
				var c = new Array(pre.length + 1).join("-");
				return pre + this.upcomingInput() + "\n" + c + "^";
			},
			test_match: function(match, indexed_rule) {
				var token, lines, backup;
				if (this.options.backtrack_lexer) {
					backup = {
						yylineno: this.yylineno,
						yylloc: {
							first_line: this.yylloc.first_line,
							last_line: this.last_line,
							first_column: this.yylloc.first_column,
							last_column: this.yylloc.last_column
						},
						yytext: this.yytext,
						match: this.match,
						matches: this.matches,
						matched: this.matched,
						yyleng: this.yyleng,
						offset: this.offset,
						_more: this._more,
						_input: this._input,
						yy: this.yy,
						conditionStack: this.conditionStack.slice(0),
						done: this.done
					};
					if (this.options.ranges) backup.yylloc.range = this.yylloc.range.slice(0);
				}
				lines = match[0].match(/(?:\r\n?|\n).*/g);
				if (lines) this.yylineno += lines.length;
				this.yylloc = {
					first_line: this.yylloc.last_line,
					last_line: this.yylineno + 1,
					first_column: this.yylloc.last_column,
					last_column: lines ? lines[lines.length - 1].length - lines[lines.length - 1].match(/\r?\n?/)[0].length : this.yylloc.last_column + match[0].length
				};
				this.yytext += match[0];
				this.match += match[0];
				this.matches = match;
				this.yyleng = this.yytext.length;
				if (this.options.ranges) this.yylloc.range = [this.offset, this.offset += this.yyleng];
				this._more = false;
				this._backtrack = false;
				this._input = this._input.slice(match[0].length);
				this.matched += match[0];
				token = this.performAction.call(this, this.yy, this, indexed_rule, this.conditionStack[this.conditionStack.length - 1]);
				if (this.done && this._input) this.done = false;
				if (token) return token;
				else if (this._backtrack) {
					for (var k in backup) this[k] = backup[k];
					return false;
				}
				return false;
			},
			next: function() {
				if (this.done) return this.EOF;
				if (!this._input) this.done = true;
				var token, match, tempMatch, index;
				if (!this._more) {
					this.yytext = "";
					this.match = "";
				}
				var rules = this._currentRules();
				for (var i = 0; i < rules.length; i++) {
					tempMatch = this._input.match(this.rules[rules[i]]);
					if (tempMatch && (!match || tempMatch[0].length > match[0].length)) {
						match = tempMatch;
						index = i;
						if (this.options.backtrack_lexer) {
							token = this.test_match(tempMatch, rules[i]);
							if (token !== false) return token;
							else if (this._backtrack) {
								match = false;
								continue;
							} else return false;
						} else if (!this.options.flex) break;
					}
				}
				if (match) {
					token = this.test_match(match, rules[index]);
					if (token !== false) return token;
					return false;
				}
				if (this._input === "") return this.EOF;
				else return this.parseError("Lexical error on line " + (this.yylineno + 1) + ". Unrecognized text.\n" + this.showPosition(), {
					text: "",
					token: null,
					line: this.yylineno
				});
			},
			lex: function lex() {
				var r = this.next();
				if (r) return r;
				else return this.lex();
			},
			begin: function begin(condition) {
				this.conditionStack.push(condition);
			},
			popState: function popState() {
				if (this.conditionStack.length - 1 > 0) return this.conditionStack.pop();
				else return this.conditionStack[0];
			},
			_currentRules: function _currentRules() {
				if (this.conditionStack.length && this.conditionStack[this.conditionStack.length - 1]) return this.conditions[this.conditionStack[this.conditionStack.length - 1]].rules;
				else return this.conditions["INITIAL"].rules;
			},
			topState: function topState(n) {
				n = this.conditionStack.length - 1 - Math.abs(n || 0);
				if (n >= 0) return this.conditionStack[n];
				else return "INITIAL";
			},
			pushState: function pushState(condition) {
				this.begin(condition);
			},
			stateStackSize: function stateStackSize() {
				return this.conditionStack.length;
			},
			options: {},
			performAction: function anonymous(yy, yy_, $avoiding_name_collisions, YY_START) {
				function strip(start, end) {
					return yy_.yytext = yy_.yytext.substring(start, yy_.yyleng - end + start);
				}
				switch ($avoiding_name_collisions) {
					case 0:
						if (yy_.yytext.slice(-2) === "\\\\") {
							strip(0, 1);
							this.begin("mu");
						} else if (yy_.yytext.slice(-1) === "\\") {
							strip(0, 1);
							this.begin("emu");
						} else this.begin("mu");
						if (yy_.yytext) return 15;
						break;
					case 1: return 15;
					case 2:
						this.popState();
						return 15;
					case 3:
						this.begin("raw");
						return 15;
					case 4:
						this.popState();
						if (this.conditionStack[this.conditionStack.length - 1] === "raw") return 15;
						else {
							strip(5, 9);
							return 18;
						}
					case 5: return 15;
					case 6:
						this.popState();
						return 14;
					case 7: return 67;
					case 8: return 68;
					case 9:
						if (yy.syntax.square === "string") {
							this.unput(yy_.yytext);
							this.begin("escl");
						} else return 75;
						break;
					case 10: return 77;
					case 11: return 19;
					case 12:
						this.popState();
						this.begin("raw");
						return 23;
					case 13: return 57;
					case 14: return 61;
					case 15: return 29;
					case 16: return 47;
					case 17:
						this.popState();
						return 44;
					case 18:
						this.popState();
						return 44;
					case 19: return 34;
					case 20: return 39;
					case 21: return 53;
					case 22: return 48;
					case 23:
						this.unput(yy_.yytext);
						this.popState();
						this.begin("com");
						break;
					case 24:
						this.popState();
						return 14;
					case 25: return 48;
					case 26: return 74;
					case 27: return 73;
					case 28: return 73;
					case 29: return 93;
					case 30: return 92;
					case 31: break;
					case 32:
						this.popState();
						return 56;
					case 33:
						this.popState();
						return 33;
					case 34:
						yy_.yytext = strip(1, 2).replace(/\\"/g, "\"");
						return 84;
					case 35:
						yy_.yytext = strip(1, 2).replace(/\\'/g, "'");
						return 84;
					case 36: return 89;
					case 37: return 86;
					case 38: return 86;
					case 39: return 87;
					case 40: return 88;
					case 41: return 85;
					case 42: return 79;
					case 43: return 81;
					case 44: return 73;
					case 45:
						yy_.yytext = yy_.yytext.replace(/\\([\\\]])/g, "$1");
						this.popState();
						return 73;
					case 46: return "INVALID";
					case 47: return 5;
				}
			},
			rules: [
				/^(?:[^\x00]*?(?=(\{\{)))/,
				/^(?:[^\x00]+)/,
				/^(?:[^\x00]{2,}?(?=(\{\{|\\\{\{|\\\\\{\{|$)))/,
				/^(?:\{\{\{\{(?=[^/]))/,
				/^(?:\{\{\{\{\/[^\s!"#%-,\.\/;->@\[-\^`\{-~]+(?=[=}\s\/.])\}\}\}\})/,
				/^(?:[^\x00]+?(?=(\{\{\{\{)))/,
				/^(?:[\s\S]*?--(~)?\}\})/,
				/^(?:\()/,
				/^(?:\))/,
				/^(?:\[)/,
				/^(?:\])/,
				/^(?:\{\{\{\{)/,
				/^(?:\}\}\}\})/,
				/^(?:\{\{(~)?>)/,
				/^(?:\{\{(~)?#>)/,
				/^(?:\{\{(~)?#\*?)/,
				/^(?:\{\{(~)?\/)/,
				/^(?:\{\{(~)?\^\s*(~)?\}\})/,
				/^(?:\{\{(~)?\s*else\s*(~)?\}\})/,
				/^(?:\{\{(~)?\^)/,
				/^(?:\{\{(~)?\s*else\b)/,
				/^(?:\{\{(~)?\{)/,
				/^(?:\{\{(~)?&)/,
				/^(?:\{\{(~)?!--)/,
				/^(?:\{\{(~)?![\s\S]*?\}\})/,
				/^(?:\{\{(~)?\*?)/,
				/^(?:=)/,
				/^(?:\.\.)/,
				/^(?:\.(?=([=~}\s\/.)\]|])))/,
				/^(?:\.#)/,
				/^(?:[\/.])/,
				/^(?:\s+)/,
				/^(?:\}(~)?\}\})/,
				/^(?:(~)?\}\})/,
				/^(?:"(\\["]|[^"])*")/,
				/^(?:'(\\[']|[^'])*')/,
				/^(?:@)/,
				/^(?:true(?=([~}\s)\]])))/,
				/^(?:false(?=([~}\s)\]])))/,
				/^(?:undefined(?=([~}\s)\]])))/,
				/^(?:null(?=([~}\s)\]])))/,
				/^(?:-?[0-9]+(?:\.[0-9]+)?(?=([~}\s)\]])))/,
				/^(?:as\s+\|)/,
				/^(?:\|)/,
				/^(?:([^\s!"#%-,\.\/;->@\[-\^`\{-~]+(?=([=~}\s\/.)\]|]))))/,
				/^(?:\[(\\\]|[^\]])*\])/,
				/^(?:.)/,
				/^(?:$)/
			],
			conditions: {
				"mu": {
					"rules": [
						7,
						8,
						9,
						10,
						11,
						12,
						13,
						14,
						15,
						16,
						17,
						18,
						19,
						20,
						21,
						22,
						23,
						24,
						25,
						26,
						27,
						28,
						29,
						30,
						31,
						32,
						33,
						34,
						35,
						36,
						37,
						38,
						39,
						40,
						41,
						42,
						43,
						44,
						46,
						47
					],
					"inclusive": false
				},
				"emu": {
					"rules": [2],
					"inclusive": false
				},
				"com": {
					"rules": [6],
					"inclusive": false
				},
				"raw": {
					"rules": [
						3,
						4,
						5
					],
					"inclusive": false
				},
				"escl": {
					"rules": [45],
					"inclusive": false
				},
				"INITIAL": {
					"rules": [
						0,
						1,
						47
					],
					"inclusive": true
				}
			}
		};
	})();
	function Parser() {
		this.yy = {};
	}
	Parser.prototype = parser;
	parser.Parser = Parser;
	return new Parser();
})();
function PrintVisitor() {
	this.padding = 0;
}
PrintVisitor.prototype = new Visitor();
PrintVisitor.prototype.pad = function(string) {
	let out = "";
	for (let i = 0, l = this.padding; i < l; i++) out += "  ";
	out += string + "\n";
	return out;
};
PrintVisitor.prototype.Program = function(program) {
	let out = "", body = program.body, i, l;
	if (program.blockParams) {
		let blockParams = "BLOCK PARAMS: [";
		for (i = 0, l = program.blockParams.length; i < l; i++) blockParams += " " + program.blockParams[i];
		blockParams += " ]";
		out += this.pad(blockParams);
	}
	for (i = 0, l = body.length; i < l; i++) out += this.accept(body[i]);
	this.padding--;
	return out;
};
PrintVisitor.prototype.MustacheStatement = function(mustache) {
	if (mustache.params.length > 0 || mustache.hash) return this.pad("{{ " + this.callBody(mustache) + " }}");
	else return this.pad("{{ " + this.accept(mustache.path) + " }}");
};
PrintVisitor.prototype.Decorator = function(mustache) {
	return this.pad("{{ DIRECTIVE " + this.callBody(mustache) + " }}");
};
PrintVisitor.prototype.BlockStatement = PrintVisitor.prototype.DecoratorBlock = function(block) {
	let out = "";
	out += this.pad((block.type === "DecoratorBlock" ? "DIRECTIVE " : "") + "BLOCK:");
	this.padding++;
	out += this.pad(this.callBody(block));
	if (block.program) {
		out += this.pad("PROGRAM:");
		this.padding++;
		out += this.accept(block.program);
		this.padding--;
	}
	if (block.inverse) {
		if (block.program) this.padding++;
		out += this.pad("{{^}}");
		this.padding++;
		out += this.accept(block.inverse);
		this.padding--;
		if (block.program) this.padding--;
	}
	this.padding--;
	return out;
};
PrintVisitor.prototype.PartialStatement = function(partial) {
	let content = "PARTIAL:" + partial.name.original;
	if (partial.params[0]) content += " " + this.accept(partial.params[0]);
	if (partial.hash) content += " " + this.accept(partial.hash);
	return this.pad("{{> " + content + " }}");
};
PrintVisitor.prototype.PartialBlockStatement = function(partial) {
	let content = "PARTIAL BLOCK:" + partial.name.original;
	if (partial.params[0]) content += " " + this.accept(partial.params[0]);
	if (partial.hash) content += " " + this.accept(partial.hash);
	content += " " + this.pad("PROGRAM:");
	this.padding++;
	content += this.accept(partial.program);
	this.padding--;
	return this.pad("{{> " + content + " }}");
};
PrintVisitor.prototype.ContentStatement = function(content) {
	return this.pad("CONTENT[ '" + content.value + "' ]");
};
PrintVisitor.prototype.CommentStatement = function(comment) {
	return this.pad("{{! '" + comment.value + "' }}");
};
PrintVisitor.prototype.SubExpression = function(sexpr) {
	return `(${this.callBody(sexpr)})`;
};
PrintVisitor.prototype.callBody = function(callExpr) {
	let params = callExpr.params, paramStrings = [], hash;
	for (let i = 0, l = params.length; i < l; i++) paramStrings.push(this.accept(params[i]));
	params = paramStrings.length === 0 ? "" : " [" + paramStrings.join(", ") + "]";
	hash = callExpr.hash ? " " + this.accept(callExpr.hash) : "";
	return this.accept(callExpr.path) + params + hash;
};
PrintVisitor.prototype.PathExpression = function(id) {
	let path = [typeof id.head === "string" ? id.head : `[${this.accept(id.head)}]`, ...id.tail].join("/");
	return "p%" + prefix(id) + path;
};
function prefix(path) {
	if (path.data) return "@";
	else if (path.this) return "this.";
	else return "";
}
PrintVisitor.prototype.StringLiteral = function(string) {
	return "\"" + string.value + "\"";
};
PrintVisitor.prototype.NumberLiteral = function(number) {
	return "n%" + number.value;
};
PrintVisitor.prototype.BooleanLiteral = function(bool) {
	return "b%" + bool.value;
};
PrintVisitor.prototype.UndefinedLiteral = function() {
	return "UNDEFINED";
};
PrintVisitor.prototype.NullLiteral = function() {
	return "NULL";
};
PrintVisitor.prototype.ArrayLiteral = function(array) {
	return `Array[${array.items.map((item) => this.accept(item)).join(", ")}]`;
};
PrintVisitor.prototype.HashLiteral = function(hash) {
	return `Hash{${this.hashPairs(hash)}}`;
};
PrintVisitor.prototype.Hash = function(hash) {
	return `HASH{${this.hashPairs(hash)}}`;
};
PrintVisitor.prototype.hashPairs = function(hash) {
	let pairs = hash.pairs, joinedPairs = [];
	for (let i = 0, l = pairs.length; i < l; i++) joinedPairs.push(this.HashPair(pairs[i]));
	return joinedPairs.join(" ");
};
PrintVisitor.prototype.HashPair = function(pair) {
	return pair.key + "=" + this.accept(pair.value);
};
var helpers_exports = /* @__PURE__ */ __exportAll({
	SourceLocation: () => SourceLocation,
	id: () => id,
	prepareBlock: () => prepareBlock,
	prepareMustache: () => prepareMustache,
	preparePartialBlock: () => preparePartialBlock,
	preparePath: () => preparePath,
	prepareProgram: () => prepareProgram,
	prepareRawBlock: () => prepareRawBlock,
	stripComment: () => stripComment,
	stripFlags: () => stripFlags
});
function validateClose(open, close) {
	close = close.path ? close.path.original : close;
	if (open.path.original !== close) {
		let errorNode = { loc: open.path.loc };
		throw new Exception(open.path.original + " doesn't match " + close, errorNode);
	}
}
function SourceLocation(source, locInfo) {
	this.source = source;
	this.start = {
		line: locInfo.first_line,
		column: locInfo.first_column
	};
	this.end = {
		line: locInfo.last_line,
		column: locInfo.last_column
	};
}
function id(token) {
	if (/^\[.*\]$/.test(token)) return token.substring(1, token.length - 1);
	else return token;
}
function stripFlags(open, close) {
	return {
		open: open.charAt(2) === "~",
		close: close.charAt(close.length - 3) === "~"
	};
}
function stripComment(comment) {
	return comment.replace(/^\{\{~?!-?-?/, "").replace(/-?-?~?\}\}$/, "");
}
function preparePath(data, sexpr, parts, loc) {
	loc = this.locInfo(loc);
	let original;
	if (data) original = "@";
	else if (sexpr) original = sexpr.original + ".";
	else original = "";
	let tail = [];
	let depth = 0;
	for (let i = 0, l = parts.length; i < l; i++) {
		let part = parts[i].part;
		let isLiteral = parts[i].original !== part;
		let separator = parts[i].separator;
		let partPrefix = separator === ".#" ? "#" : "";
		original += (separator || "") + part;
		if (!isLiteral && (part === ".." || part === "." || part === "this")) {
			if (tail.length > 0) throw new Exception("Invalid path: " + original, { loc });
			else if (part === "..") depth++;
		} else tail.push(`${partPrefix}${part}`);
	}
	let head = sexpr || tail.shift();
	return {
		type: "PathExpression",
		this: original.startsWith("this."),
		data,
		depth,
		head,
		tail,
		parts: head ? [head, ...tail] : tail,
		original,
		loc
	};
}
function prepareMustache(path, params, hash, open, strip, locInfo) {
	let escapeFlag = open.charAt(3) || open.charAt(2), escaped = escapeFlag !== "{" && escapeFlag !== "&";
	return {
		type: /\*/.test(open) ? "Decorator" : "MustacheStatement",
		path,
		params,
		hash,
		escaped,
		strip,
		loc: this.locInfo(locInfo)
	};
}
function prepareRawBlock(openRawBlock, contents, close, locInfo) {
	validateClose(openRawBlock, close);
	locInfo = this.locInfo(locInfo);
	let program = {
		type: "Program",
		body: contents,
		strip: {},
		loc: locInfo
	};
	return {
		type: "BlockStatement",
		path: openRawBlock.path,
		params: openRawBlock.params,
		hash: openRawBlock.hash,
		program,
		openStrip: {},
		inverseStrip: {},
		closeStrip: {},
		loc: locInfo
	};
}
function prepareBlock(openBlock, program, inverseAndProgram, close, inverted, locInfo) {
	if (close && close.path) validateClose(openBlock, close);
	let decorator = /\*/.test(openBlock.open);
	program.blockParams = openBlock.blockParams;
	let inverse, inverseStrip;
	if (inverseAndProgram) {
		if (decorator) throw new Exception("Unexpected inverse block on decorator", inverseAndProgram);
		if (inverseAndProgram.chain && !close.chain) {
			const closeStrip = close.strip;
			let innerBlock = inverseAndProgram.program.body[0];
			while (innerBlock) {
				innerBlock.closeStrip = closeStrip;
				innerBlock = innerBlock.inverse && innerBlock.inverse.chained ? innerBlock.inverse.body[0] : null;
			}
		}
		inverseStrip = inverseAndProgram.strip;
		inverse = inverseAndProgram.program;
	}
	if (inverted) {
		inverted = inverse;
		inverse = program;
		program = inverted;
	}
	return {
		type: decorator ? "DecoratorBlock" : "BlockStatement",
		path: openBlock.path,
		params: openBlock.params,
		hash: openBlock.hash,
		program,
		inverse,
		openStrip: openBlock.strip,
		inverseStrip,
		closeStrip: close && close.strip,
		loc: this.locInfo(locInfo)
	};
}
function prepareProgram(statements, loc) {
	if (!loc && statements.length) {
		const firstLoc = statements[0].loc, lastLoc = statements[statements.length - 1].loc;
		/* istanbul ignore else */
		if (firstLoc && lastLoc) loc = {
			source: firstLoc.source,
			start: {
				line: firstLoc.start.line,
				column: firstLoc.start.column
			},
			end: {
				line: lastLoc.end.line,
				column: lastLoc.end.column
			}
		};
	}
	return {
		type: "Program",
		body: statements,
		strip: {},
		loc
	};
}
function preparePartialBlock(open, program, close, locInfo) {
	validateClose(open, close);
	return {
		type: "PartialBlockStatement",
		name: open.path,
		params: open.params,
		hash: open.hash,
		program,
		openStrip: open.strip,
		closeStrip: close && close.strip,
		loc: this.locInfo(locInfo)
	};
}
let baseHelpers = {};
for (let helper in helpers_exports) if (Object.prototype.hasOwnProperty.call(helpers_exports, helper)) baseHelpers[helper] = helpers_exports[helper];
function parseWithoutProcessing(input, options) {
	if (input.type === "Program") return input;
	parser.yy = baseHelpers;
	parser.yy.locInfo = function(locInfo) {
		return new SourceLocation(options && options.srcName, locInfo);
	};
	let squareSyntax;
	if (typeof options?.syntax?.square === "function") squareSyntax = options.syntax.square;
	else if (options?.syntax?.square === "node") squareSyntax = arrayLiteralNode;
	else squareSyntax = "string";
	let hashSyntax;
	if (typeof options?.syntax?.hash === "function") hashSyntax = options.syntax.hash;
	else hashSyntax = hashLiteralNode;
	parser.yy.syntax = {
		square: squareSyntax,
		hash: hashSyntax
	};
	return parser.parse(input);
}
function arrayLiteralNode(array, loc) {
	return {
		type: "ArrayLiteral",
		items: array,
		loc
	};
}
function hashLiteralNode(hash, loc) {
	return {
		type: "HashLiteral",
		pairs: hash.pairs,
		loc
	};
}
function parse$1(input, options) {
	let ast = parseWithoutProcessing(input, options);
	return new WhitespaceControl(options).accept(ast);
}

// src/prompts/templates/remember.ts
/** Results kept at most: a run renders a handful of templates, each for thousands of cases. */
const most = 100;
/** The same function, which works on a text once. */
function remember(work) {
	const results = /* @__PURE__ */ new Map();
	return (text) => {
		const known = results.get(text);
		if (known !== void 0) return known;
		const result = work(text);
		if (results.size >= most) results.clear();
		results.set(text, result);
		return result;
	};
}

// src/prompts/templates/handlebars/inspect.ts
/** What stands in a tag, and what opens a block; messages are made from these lists. */
const inlineHelpers = [
	"json",
	"role",
	"history",
	"media",
	"section"
];
const blockHelpers = [
	"if",
	"unless",
	"each",
	"with",
	"ifEquals",
	"unlessEquals"
];
const roles = [
	"system",
	"user",
	"model",
	"assistant",
	"tool"
];
/** What a template reads of the case, which partials it includes, and what it cannot do here. */
function inspectProgram(program, offsetOf) {
	const inspector = new Inspector$1(offsetOf);
	inspector.visit(program, {
		own: true,
		optional: false,
		bound: /* @__PURE__ */ new Set()
	});
	const { variables, partials, mistakes } = inspector;
	return {
		variables: [...variables.values()],
		partials: [...partials.values()],
		mistakes
	};
}
var Inspector$1 = class {
	variables = /* @__PURE__ */ new Map();
	partials = /* @__PURE__ */ new Map();
	mistakes = [];
	#offsetOf;
	constructor(offsetOf) {
		this.#offsetOf = offsetOf;
	}
	visit(program, within) {
		for (const node of program.body) this.#visitNode(node, within);
	}
	#visitNode(node, within) {
		switch (node.type) {
			case "ContentStatement":
			case "CommentStatement": return;
			case "MustacheStatement":
				this.#visitInline(node, within);
				return;
			case "BlockStatement":
				this.#visitBlock(node, within);
				return;
			case "PartialStatement":
				this.#visitPartial(node, within);
				return;
			default: this.#tell(node, "decorators and blocks as partials are no part of the template language here");
		}
	}
	#visitPartial(node, within) {
		if (node.name.type === "PathExpression") {
			const name = node.name.original;
			if (!this.partials.has(name)) this.partials.set(name, {
				name,
				offset: this.#offsetOf(node.loc.start)
			});
			this.#readAll(node.params, node.hash, within);
		} else this.#tell(node, "a partial is included by its name");
	}
	#visitInline(node, within) {
		const { path, params, hash } = node;
		const isCalled = params.length > 0 || (hash?.pairs.length ?? 0) > 0;
		if (path.type !== "PathExpression") this.#tell(node, "only a name can be printed or called");
		else if (inlineHelpers.includes(path.original)) this.#visitHelper(node, within);
		else if (isCalled) this.#tellUnknown(node, path.original, inlineHelpers);
		else this.#read(path, within);
	}
	#visitHelper(node, within) {
		const { path, params, hash } = node;
		if (path.original === "role") {
			const [role] = params;
			if (role?.type !== "StringLiteral" || !roles.includes(role.value)) this.#tell(node, "role takes one of the roles in quotes", `It is one of ${roles.join(", ")}.`);
		}
		this.#readAll(params, hash, within);
	}
	#visitBlock(node, within) {
		const { path, params, hash, program, inverse } = node;
		const helper = path.type === "PathExpression" ? path.original : "";
		if (!blockHelpers.includes(helper)) {
			this.#tellUnknown(node, helper, blockHelpers);
			return;
		}
		if (params.length === 0) this.#tell(node, `#${helper} needs something to look at`);
		const asks = helper === "if" || helper === "unless" || inverse !== void 0;
		this.#readAll(params, hash, {
			...within,
			optional: within.optional || asks
		});
		const changes = helper === "each" || helper === "with";
		const bound = /* @__PURE__ */ new Set([...within.bound, ...program.blockParams ?? []]);
		this.visit(program, changes ? {
			...within,
			own: false,
			bound
		} : {
			...within,
			bound
		});
		if (inverse !== void 0) this.visit(inverse, within);
	}
	#readAll(params, hash, within) {
		for (const value of [...params, ...(hash?.pairs ?? []).map((pair) => pair.value)]) if (value.type === "PathExpression") this.#read(value, within);
		else if (value.type === "SubExpression") this.#tell(value, "a call within brackets is no part of the template language here");
	}
	#read(path, within) {
		const [first = ""] = path.parts;
		if (path.data || path.parts.length === 0 || !within.own || within.bound.has(first)) return;
		const name = path.parts.join(".");
		const known = this.variables.get(name);
		const optional = within.optional || (known?.optional ?? false);
		const offset = known?.offset ?? this.#offsetOf(path.loc.start);
		this.variables.set(name, {
			name,
			offset,
			optional
		});
	}
	#tellUnknown(node, name, known) {
		if (known === blockHelpers && inlineHelpers.includes(name)) {
			this.#tell(node, `${name} is no block`, `Write {{${name} …}} without the #, and nothing that closes it.`);
			return;
		}
		const near = nearest(name, known);
		this.#tell(node, `there is no helper ${name}`, near === null ? `Helpers: ${known.join(", ")}.` : `Did you mean ${near}?`);
	}
	#tell({ loc }, message, hint) {
		this.mistakes.push({
			message,
			...hint === void 0 ? {} : { hint },
			offset: this.#offsetOf(loc.start)
		});
	}
};

// src/prompts/templates/handlebars/render.ts
/** Partials within partials; one that includes itself ends here. */
const depthLimit$3 = 20;
/** Writes a template with the values of a case. */
function renderProgram(program, values, writer, findPartial) {
	writeProgram(program, {
		value: values,
		data: { root: values },
		names: /* @__PURE__ */ new Map(),
		outer: null
	}, {
		writer,
		findPartial,
		depth: 0
	});
}
function writeProgram(program, scope, rendering) {
	for (const node of program.body) writeNode$1(node, scope, rendering);
}
function writeNode$1(node, scope, rendering) {
	rendering.writer.step();
	if (node.type === "ContentStatement") rendering.writer.write(node.value);
	if (node.type === "MustacheStatement") writeInline(node, scope, rendering.writer);
	if (node.type === "BlockStatement") writeBlock(node, scope, rendering);
	if (node.type === "PartialStatement") writePartial(node, scope, rendering);
}
function writeInline({ path, params, hash }, scope, writer) {
	const first = params[0] === void 0 ? void 0 : valueIn(params[0], scope);
	switch (path.original) {
		case "json": {
			const indent = Number(hashValue(hash, "indent", scope) ?? 0);
			writer.write(JSON.stringify(first ?? null, null, Math.min(10, indent)));
			return;
		}
		case "role":
			writer.startMessage(first === "model" ? "assistant" : first);
			return;
		case "history":
			writer.addHistory();
			return;
		case "media":
			writeMedia(hashValue(hash, "url", scope), writer);
			return;
		case "section": return;
		default: {
			const value = valueIn(path, scope);
			if (value === void 0) writer.missing.add(path.original);
			else writer.write(toText(value));
		}
	}
}
/** An image that the case itself holds; nothing is fetched, by us or by a provider. */
function writeMedia(url, writer) {
	if (isMark(url)) {
		writer.write(url);
		return;
	}
	const [, mediaType, data] = /^data:([a-z0-9.+/-]+);base64,([A-Za-z0-9+/=]*)$/i.exec(String(url)) ?? [];
	if (mediaType === void 0 || data === void 0) throw new UserError({
		message: "media takes a data: address with the image in Base64",
		hint: "Addresses of the web are not fetched. Put the image into the case."
	});
	writer.addImage(mediaType, data);
}
function writeBlock(block, scope, rendering) {
	const { path, params, hash, program, inverse } = block;
	const [first, second] = params.map((param) => valueIn(param, scope));
	const write = (holds) => {
		const chosen = holds ? program : inverse;
		if (chosen !== void 0) writeProgram(chosen, scope, rendering);
	};
	switch (path.original) {
		case "if":
			write(isThere$1(first) || first === 0 && hashValue(hash, "includeZero", scope) === true);
			break;
		case "unless":
			write(!isThere$1(first));
			break;
		case "ifEquals":
			write(first === second);
			break;
		case "unlessEquals":
			write(first !== second);
			break;
		case "with":
			if (first === void 0 || !isThere$1(first)) write(false);
			else writeProgram(program, {
				value: first,
				data: scope.data,
				names: bind(program, [first]),
				outer: scope
			}, rendering);
			break;
		default: writeEach(block, first, scope, rendering);
	}
}
function writeEach(block, value, scope, rendering) {
	const { program, inverse } = block;
	const entries = Array.isArray(value) ? value.map((item, index) => [index, item]) : isObject(value) ? Object.entries(value) : [];
	if (entries.length === 0 && inverse !== void 0) writeProgram(inverse, scope, rendering);
	for (const [index, [key, item]] of entries.entries()) {
		rendering.writer.step();
		const { root = null } = scope.data;
		writeProgram(program, {
			value: item,
			data: {
				root,
				key,
				index,
				first: index === 0,
				last: index === entries.length - 1
			},
			names: bind(program, [item, key]),
			outer: scope
		}, rendering);
	}
}
function bind({ blockParams = [] }, values) {
	return new Map(blockParams.map((name, index) => [name, values[index] ?? null]));
}
function writePartial({ name, params, hash }, scope, rendering) {
	const program = rendering.findPartial(name.original);
	if (program === null) return;
	if (rendering.depth >= depthLimit$3) throw new UserError({
		message: `the partial ${name.original} includes itself`,
		hint: "Partials cannot go in a circle."
	});
	const context = params[0] === void 0 ? scope.value : valueIn(params[0], scope);
	const named = (hash?.pairs ?? []).map(({ key, value }) => [key, valueIn(value, scope) ?? null]);
	writeProgram(program, {
		value: named.length === 0 ? context ?? null : {
			...isObject(context) ? context : {},
			...Object.fromEntries(named)
		},
		data: scope.data,
		names: /* @__PURE__ */ new Map(),
		outer: null
	}, {
		...rendering,
		depth: rendering.depth + 1
	});
}
function hashValue(hash, key, scope) {
	const pair = hash?.pairs.find((each) => each.key === key);
	return pair && valueIn(pair.value, scope);
}
function valueIn(expression, scope) {
	switch (expression.type) {
		case "PathExpression": return lookUp$1(expression, scope);
		case "NullLiteral": return null;
		case "UndefinedLiteral": return;
		default: return expression.value;
	}
}
function lookUp$1(path, scope) {
	if (path.data) return path.parts.reduce(ownValue, scope.data);
	let current = scope;
	for (let up = 0; up < path.depth; up++) current = current.outer ?? current;
	const [first = "", ...rest] = path.parts;
	for (let around = scope; path.depth === 0 && around !== null; around = around.outer) if (around.names.has(first)) return rest.reduce(ownValue, around.names.get(first));
	return path.parts.reduce(ownValue, current.value);
}
/** Empty texts and lists, 0, false, null and what is not there do not hold. */
function isThere$1(value) {
	return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

// src/prompts/templates/handlebars/handlebars.ts
/** Blocks within each other; the parser and the interpreter recurse. */
const depthLimit$2 = 100;
const parsed$1 = remember(parseTemplate$2);
/** dotprompt's Handlebars: its own helpers and no others, nothing escaped, partials that are given. */
const handlebars = {
	description: "Handlebars with if, unless, each, with and the helpers of dotprompt",
	inspect: (template) => parsed$1(template).inspection,
	render(template, values, writer, partials) {
		const { program, inspection } = parsed$1(template);
		if (inspection.mistakes.length > 0) throw new InternalError("a template with mistakes is not rendered");
		renderProgram(program, values, writer, (name) => {
			const text = partials.get(name);
			return text === void 0 ? null : parsed$1(text).program;
		});
	}
};
function parseTemplate$2(template) {
	const starts = lineStarts(template);
	const offsetOf = ({ line, column }) => (starts[line - 1] ?? 0) + column;
	const refuse = (message, offset) => ({
		program: { body: [] },
		inspection: {
			variables: [],
			partials: [],
			mistakes: [{
				message,
				offset
			}]
		}
	});
	if (deepest$1(template) > depthLimit$2) return refuse("the template is nested too deeply", 0);
	try {
		const program = parse$1(template);
		return {
			program,
			inspection: inspectProgram(program, offsetOf)
		};
	} catch (error) {
		const { message, hash } = error;
		const offset = offsetOf({
			line: hash?.loc?.last_line ?? Number(/ (\d+):\d+$/.exec(message)?.[1] ?? 1),
			column: hash?.loc?.first_column ?? 0
		});
		return refuse(`the template does not parse: ${describe(message)}`, offset);
	}
}
/** The last line says what was expected, in the parser's own terms, and what was found. */
function describe(message) {
	const found = /got '([A-Z_]+)'/.exec(message)?.[1];
	if (found === "EOF") return "a block or a tag is not closed";
	if (found === "OPEN_ENDBLOCK") return "a block is closed that is not open";
	return found === void 0 ? (message.split("\n")[0] ?? message).replace(/ - \d+:\d+$/, "") : "a tag is not written as it should be";
}
function lineStarts(text) {
	return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}
/** How deep blocks and brackets stand within each other, at most; found without recursion. */
function deepest$1(template) {
	let depth = 0;
	let most = 0;
	for (const [token] of template.matchAll(/\{\{~?[#^]|\{\{~?\/|\(|\)/g)) {
		depth += token === ")" || token.endsWith("/") ? -1 : 1;
		most = Math.max(most, depth);
	}
	return most;
}

// node_modules/@huggingface/jinja/dist/index.js
var __defProp = Object.defineProperty;
var __defNormalProp = (obj, key, value) => key in obj ? __defProp(obj, key, {
	enumerable: true,
	configurable: true,
	writable: true,
	value
}) : obj[key] = value;
var __publicField = (obj, key, value) => {
	__defNormalProp(obj, typeof key !== "symbol" ? key + "" : key, value);
	return value;
};
var TOKEN_TYPES = Object.freeze({
	Text: "Text",
	NumericLiteral: "NumericLiteral",
	StringLiteral: "StringLiteral",
	Identifier: "Identifier",
	Equals: "Equals",
	OpenParen: "OpenParen",
	CloseParen: "CloseParen",
	OpenStatement: "OpenStatement",
	CloseStatement: "CloseStatement",
	OpenExpression: "OpenExpression",
	CloseExpression: "CloseExpression",
	OpenSquareBracket: "OpenSquareBracket",
	CloseSquareBracket: "CloseSquareBracket",
	OpenCurlyBracket: "OpenCurlyBracket",
	CloseCurlyBracket: "CloseCurlyBracket",
	Comma: "Comma",
	Dot: "Dot",
	Colon: "Colon",
	Pipe: "Pipe",
	CallOperator: "CallOperator",
	AdditiveBinaryOperator: "AdditiveBinaryOperator",
	MultiplicativeBinaryOperator: "MultiplicativeBinaryOperator",
	ExponentiationBinaryOperator: "ExponentiationBinaryOperator",
	ComparisonBinaryOperator: "ComparisonBinaryOperator",
	UnaryOperator: "UnaryOperator",
	Comment: "Comment"
});
var Token = class {
	/**
	* Constructs a new Token.
	* @param {string} value The raw value as seen inside the source code.
	* @param {TokenType} type The type of token.
	*/
	constructor(value, type) {
		this.value = value;
		this.type = type;
	}
};
function isWord(char) {
	return /\w/.test(char);
}
function isInteger(char) {
	return /[0-9]/.test(char);
}
function isWhitespace$1(char) {
	return /\s/.test(char);
}
var ORDERED_MAPPING_TABLE = [
	["{%", TOKEN_TYPES.OpenStatement],
	["%}", TOKEN_TYPES.CloseStatement],
	["{{", TOKEN_TYPES.OpenExpression],
	["}}", TOKEN_TYPES.CloseExpression],
	["(", TOKEN_TYPES.OpenParen],
	[")", TOKEN_TYPES.CloseParen],
	["{", TOKEN_TYPES.OpenCurlyBracket],
	["}", TOKEN_TYPES.CloseCurlyBracket],
	["[", TOKEN_TYPES.OpenSquareBracket],
	["]", TOKEN_TYPES.CloseSquareBracket],
	[",", TOKEN_TYPES.Comma],
	[".", TOKEN_TYPES.Dot],
	[":", TOKEN_TYPES.Colon],
	["|", TOKEN_TYPES.Pipe],
	["<=", TOKEN_TYPES.ComparisonBinaryOperator],
	[">=", TOKEN_TYPES.ComparisonBinaryOperator],
	["==", TOKEN_TYPES.ComparisonBinaryOperator],
	["!=", TOKEN_TYPES.ComparisonBinaryOperator],
	["<", TOKEN_TYPES.ComparisonBinaryOperator],
	[">", TOKEN_TYPES.ComparisonBinaryOperator],
	["+", TOKEN_TYPES.AdditiveBinaryOperator],
	["-", TOKEN_TYPES.AdditiveBinaryOperator],
	["~", TOKEN_TYPES.AdditiveBinaryOperator],
	["**", TOKEN_TYPES.ExponentiationBinaryOperator],
	["*", TOKEN_TYPES.MultiplicativeBinaryOperator],
	["//", TOKEN_TYPES.MultiplicativeBinaryOperator],
	["/", TOKEN_TYPES.MultiplicativeBinaryOperator],
	["%", TOKEN_TYPES.MultiplicativeBinaryOperator],
	["=", TOKEN_TYPES.Equals]
];
var ESCAPE_CHARACTERS = /* @__PURE__ */ new Map([
	["n", "\n"],
	["t", "	"],
	["r", "\r"],
	["b", "\b"],
	["f", "\f"],
	["v", "\v"],
	["'", "'"],
	["\"", "\""],
	["\\", "\\"]
]);
function preprocess(template, options = {}) {
	if (template.endsWith("\n")) template = template.slice(0, -1);
	if (options.lstrip_blocks) template = template.replace(/^[ \t]*({[#%-])/gm, "$1");
	if (options.trim_blocks) template = template.replace(/([#%-]})\n/g, "$1");
	return template.replace(/(\s*){%(-?)\s*(?:end)?generation\s*(-?)%}(\s*)/gs, (_, before, lstrip, rstrip, after) => (lstrip ? "" : before) + (rstrip ? "" : after));
}
function tokenize(source, options = {}) {
	const tokens = [];
	const src = preprocess(source, options);
	let cursorPosition = 0;
	let curlyBracketDepth = 0;
	const consumeWhile = (predicate) => {
		let str = "";
		while (predicate(src[cursorPosition])) {
			if (src[cursorPosition] === "\\") {
				++cursorPosition;
				if (cursorPosition >= src.length) throw new SyntaxError("Unexpected end of input");
				const escaped = src[cursorPosition++];
				if (escaped === "x" || escaped === "u") {
					const length = escaped === "x" ? 2 : 4;
					const hex = src.slice(cursorPosition, cursorPosition + length);
					if (hex.length !== length || /[^0-9a-f]/i.test(hex)) throw new SyntaxError(`Invalid hexadecimal escape sequence: \\${escaped}${hex}`);
					str += String.fromCharCode(parseInt(hex, 16));
					cursorPosition += length;
					continue;
				}
				const unescaped = ESCAPE_CHARACTERS.get(escaped);
				if (unescaped === void 0) throw new SyntaxError(`Unexpected escaped character: ${escaped}`);
				str += unescaped;
				continue;
			}
			str += src[cursorPosition++];
			if (cursorPosition >= src.length) throw new SyntaxError("Unexpected end of input");
		}
		return str;
	};
	const stripTrailingWhitespace = () => {
		const lastToken = tokens.at(-1);
		if (lastToken && lastToken.type === TOKEN_TYPES.Text) {
			lastToken.value = lastToken.value.trimEnd();
			if (lastToken.value === "") tokens.pop();
		}
	};
	const skipLeadingWhitespace = () => {
		while (cursorPosition < src.length && isWhitespace$1(src[cursorPosition])) ++cursorPosition;
	};
	main: while (cursorPosition < src.length) {
		const lastTokenType = tokens.at(-1)?.type;
		if (lastTokenType === void 0 || lastTokenType === TOKEN_TYPES.CloseStatement || lastTokenType === TOKEN_TYPES.CloseExpression || lastTokenType === TOKEN_TYPES.Comment) {
			let text = "";
			while (cursorPosition < src.length && !(src[cursorPosition] === "{" && (src[cursorPosition + 1] === "%" || src[cursorPosition + 1] === "{" || src[cursorPosition + 1] === "#"))) text += src[cursorPosition++];
			if (text.length > 0) {
				tokens.push(new Token(text, TOKEN_TYPES.Text));
				continue;
			}
		}
		if (src[cursorPosition] === "{" && src[cursorPosition + 1] === "#") {
			cursorPosition += 2;
			const stripBefore = src[cursorPosition] === "-";
			if (stripBefore) ++cursorPosition;
			let comment = "";
			while (src[cursorPosition] !== "#" || src[cursorPosition + 1] !== "}") {
				if (cursorPosition + 2 >= src.length) throw new SyntaxError("Missing end of comment tag");
				comment += src[cursorPosition++];
			}
			const stripAfter = comment.endsWith("-");
			if (stripAfter) comment = comment.slice(0, -1);
			if (stripBefore) stripTrailingWhitespace();
			tokens.push(new Token(comment, TOKEN_TYPES.Comment));
			cursorPosition += 2;
			if (stripAfter) skipLeadingWhitespace();
			continue;
		}
		if (src.slice(cursorPosition, cursorPosition + 3) === "{%-") {
			stripTrailingWhitespace();
			tokens.push(new Token("{%", TOKEN_TYPES.OpenStatement));
			cursorPosition += 3;
			continue;
		}
		if (src.slice(cursorPosition, cursorPosition + 3) === "{{-") {
			stripTrailingWhitespace();
			tokens.push(new Token("{{", TOKEN_TYPES.OpenExpression));
			curlyBracketDepth = 0;
			cursorPosition += 3;
			continue;
		}
		consumeWhile(isWhitespace$1);
		if (src.slice(cursorPosition, cursorPosition + 3) === "-%}") {
			tokens.push(new Token("%}", TOKEN_TYPES.CloseStatement));
			cursorPosition += 3;
			skipLeadingWhitespace();
			continue;
		}
		if (src.slice(cursorPosition, cursorPosition + 3) === "-}}") {
			tokens.push(new Token("}}", TOKEN_TYPES.CloseExpression));
			cursorPosition += 3;
			skipLeadingWhitespace();
			continue;
		}
		const char = src[cursorPosition];
		if (char === "-" || char === "+") {
			const lastTokenType2 = tokens.at(-1)?.type;
			if (lastTokenType2 === TOKEN_TYPES.Text || lastTokenType2 === void 0) throw new SyntaxError(`Unexpected character: ${char}`);
			switch (lastTokenType2) {
				case TOKEN_TYPES.Identifier:
				case TOKEN_TYPES.NumericLiteral:
				case TOKEN_TYPES.StringLiteral:
				case TOKEN_TYPES.CloseParen:
				case TOKEN_TYPES.CloseSquareBracket: break;
				default: {
					++cursorPosition;
					let num = consumeWhile(isInteger);
					if (num.length > 0 && src[cursorPosition] === "." && isInteger(src[cursorPosition + 1])) {
						++cursorPosition;
						const frac = consumeWhile(isInteger);
						num = `${num}.${frac}`;
					}
					tokens.push(new Token(`${char}${num}`, num.length > 0 ? TOKEN_TYPES.NumericLiteral : TOKEN_TYPES.UnaryOperator));
					continue;
				}
			}
		}
		for (const [seq, type] of ORDERED_MAPPING_TABLE) {
			if (seq === "}}" && curlyBracketDepth > 0) continue;
			if (src.slice(cursorPosition, cursorPosition + seq.length) === seq) {
				tokens.push(new Token(seq, type));
				if (type === TOKEN_TYPES.OpenExpression) curlyBracketDepth = 0;
				else if (type === TOKEN_TYPES.OpenCurlyBracket) ++curlyBracketDepth;
				else if (type === TOKEN_TYPES.CloseCurlyBracket) --curlyBracketDepth;
				cursorPosition += seq.length;
				continue main;
			}
		}
		if (char === "'" || char === "\"") {
			++cursorPosition;
			const str = consumeWhile((c) => c !== char);
			tokens.push(new Token(str, TOKEN_TYPES.StringLiteral));
			++cursorPosition;
			continue;
		}
		if (isInteger(char)) {
			let num = consumeWhile(isInteger);
			if (tokens.at(-1)?.type !== TOKEN_TYPES.Dot && src[cursorPosition] === "." && isInteger(src[cursorPosition + 1])) {
				++cursorPosition;
				const frac = consumeWhile(isInteger);
				num = `${num}.${frac}`;
			}
			tokens.push(new Token(num, TOKEN_TYPES.NumericLiteral));
			continue;
		}
		if (isWord(char)) {
			const word = consumeWhile(isWord);
			tokens.push(new Token(word, TOKEN_TYPES.Identifier));
			continue;
		}
		throw new SyntaxError(`Unexpected character: ${char}`);
	}
	return tokens;
}
var Statement = class {
	type = "Statement";
};
var Program = class extends Statement {
	constructor(body) {
		super();
		this.body = body;
	}
	type = "Program";
};
var If = class extends Statement {
	constructor(test, body, alternate) {
		super();
		this.test = test;
		this.body = body;
		this.alternate = alternate;
	}
	type = "If";
};
var For = class extends Statement {
	constructor(loopvar, iterable, body, defaultBlock) {
		super();
		this.loopvar = loopvar;
		this.iterable = iterable;
		this.body = body;
		this.defaultBlock = defaultBlock;
	}
	type = "For";
};
var Break = class extends Statement {
	type = "Break";
};
var Continue = class extends Statement {
	type = "Continue";
};
var SetStatement = class extends Statement {
	constructor(assignee, value, body) {
		super();
		this.assignee = assignee;
		this.value = value;
		this.body = body;
	}
	type = "Set";
};
var Macro = class extends Statement {
	constructor(name, args, body) {
		super();
		this.name = name;
		this.args = args;
		this.body = body;
	}
	type = "Macro";
};
var Comment = class extends Statement {
	constructor(value) {
		super();
		this.value = value;
	}
	type = "Comment";
};
var Expression = class extends Statement {
	type = "Expression";
};
var MemberExpression = class extends Expression {
	constructor(object, property, computed) {
		super();
		this.object = object;
		this.property = property;
		this.computed = computed;
	}
	type = "MemberExpression";
};
var CallExpression = class extends Expression {
	constructor(callee, args) {
		super();
		this.callee = callee;
		this.args = args;
	}
	type = "CallExpression";
};
var Identifier = class extends Expression {
	/**
	* @param {string} value The name of the identifier
	*/
	constructor(value) {
		super();
		this.value = value;
	}
	type = "Identifier";
};
var Literal = class extends Expression {
	constructor(value) {
		super();
		this.value = value;
	}
	type = "Literal";
};
var IntegerLiteral = class extends Literal {
	type = "IntegerLiteral";
};
var FloatLiteral = class extends Literal {
	type = "FloatLiteral";
};
var StringLiteral = class extends Literal {
	type = "StringLiteral";
};
var ArrayLiteral = class extends Literal {
	type = "ArrayLiteral";
};
var TupleLiteral = class extends Literal {
	type = "TupleLiteral";
};
var ObjectLiteral = class extends Literal {
	type = "ObjectLiteral";
};
var BinaryExpression = class extends Expression {
	constructor(operator, left, right) {
		super();
		this.operator = operator;
		this.left = left;
		this.right = right;
	}
	type = "BinaryExpression";
};
var FilterExpression = class extends Expression {
	constructor(operand, filter) {
		super();
		this.operand = operand;
		this.filter = filter;
	}
	type = "FilterExpression";
};
var FilterStatement = class extends Statement {
	constructor(filter, body) {
		super();
		this.filter = filter;
		this.body = body;
	}
	type = "FilterStatement";
};
var SelectExpression = class extends Expression {
	constructor(lhs, test) {
		super();
		this.lhs = lhs;
		this.test = test;
	}
	type = "SelectExpression";
};
var TestExpression = class extends Expression {
	constructor(operand, negate, test) {
		super();
		this.operand = operand;
		this.negate = negate;
		this.test = test;
	}
	type = "TestExpression";
};
var UnaryExpression = class extends Expression {
	constructor(operator, argument) {
		super();
		this.operator = operator;
		this.argument = argument;
	}
	type = "UnaryExpression";
};
var SliceExpression = class extends Expression {
	constructor(start = void 0, stop = void 0, step = void 0) {
		super();
		this.start = start;
		this.stop = stop;
		this.step = step;
	}
	type = "SliceExpression";
};
var KeywordArgumentExpression = class extends Expression {
	constructor(key, value) {
		super();
		this.key = key;
		this.value = value;
	}
	type = "KeywordArgumentExpression";
};
var SpreadExpression = class extends Expression {
	constructor(argument) {
		super();
		this.argument = argument;
	}
	type = "SpreadExpression";
};
var KeywordSpreadExpression = class extends Expression {
	constructor(argument) {
		super();
		this.argument = argument;
	}
	type = "KeywordSpreadExpression";
};
var CallStatement = class extends Statement {
	constructor(call, callerArgs, body) {
		super();
		this.call = call;
		this.callerArgs = callerArgs;
		this.body = body;
	}
	type = "CallStatement";
};
var Ternary = class extends Expression {
	constructor(condition, trueExpr, falseExpr) {
		super();
		this.condition = condition;
		this.trueExpr = trueExpr;
		this.falseExpr = falseExpr;
	}
	type = "Ternary";
};
function parse(tokens) {
	const program = new Program([]);
	let current = 0;
	function expect(type, error) {
		const prev = tokens[current++];
		if (!prev || prev.type !== type) throw new Error(`Parser Error: ${error}. ${prev.type} !== ${type}.`);
		return prev;
	}
	function expectIdentifier(name) {
		if (!isIdentifier(name)) throw new SyntaxError(`Expected ${name}`);
		++current;
	}
	function parseAny() {
		switch (tokens[current].type) {
			case TOKEN_TYPES.Comment: return new Comment(tokens[current++].value);
			case TOKEN_TYPES.Text: return parseText();
			case TOKEN_TYPES.OpenStatement: return parseJinjaStatement();
			case TOKEN_TYPES.OpenExpression: return parseJinjaExpression();
			default: throw new SyntaxError(`Unexpected token type: ${tokens[current].type}`);
		}
	}
	function is(...types) {
		return current + types.length <= tokens.length && types.every((type, i) => type === tokens[current + i].type);
	}
	function isStatement(...names) {
		return tokens[current]?.type === TOKEN_TYPES.OpenStatement && tokens[current + 1]?.type === TOKEN_TYPES.Identifier && names.includes(tokens[current + 1]?.value);
	}
	function isIdentifier(...names) {
		return current + names.length <= tokens.length && names.every((name, i) => tokens[current + i].type === "Identifier" && name === tokens[current + i].value);
	}
	function parseText() {
		return new StringLiteral(expect(TOKEN_TYPES.Text, "Expected text token").value);
	}
	function parseJinjaStatement() {
		expect(TOKEN_TYPES.OpenStatement, "Expected opening statement token");
		if (tokens[current].type !== TOKEN_TYPES.Identifier) throw new SyntaxError(`Unknown statement, got ${tokens[current].type}`);
		const name = tokens[current].value;
		let result;
		switch (name) {
			case "set":
				++current;
				result = parseSetStatement();
				break;
			case "if":
				++current;
				result = parseIfStatement();
				expect(TOKEN_TYPES.OpenStatement, "Expected {% token");
				expectIdentifier("endif");
				expect(TOKEN_TYPES.CloseStatement, "Expected %} token");
				break;
			case "macro":
				++current;
				result = parseMacroStatement();
				expect(TOKEN_TYPES.OpenStatement, "Expected {% token");
				expectIdentifier("endmacro");
				expect(TOKEN_TYPES.CloseStatement, "Expected %} token");
				break;
			case "for":
				++current;
				result = parseForStatement();
				expect(TOKEN_TYPES.OpenStatement, "Expected {% token");
				expectIdentifier("endfor");
				expect(TOKEN_TYPES.CloseStatement, "Expected %} token");
				break;
			case "call": {
				++current;
				let callerArgs = null;
				if (is(TOKEN_TYPES.OpenParen)) callerArgs = parseArgs("parameters");
				const callee = parsePrimaryExpression();
				if (callee.type !== "Identifier") throw new SyntaxError(`Expected identifier following call statement`);
				const callArgs = parseArgs("call");
				expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
				const body = [];
				while (!isStatement("endcall")) body.push(parseAny());
				expect(TOKEN_TYPES.OpenStatement, "Expected '{%'");
				expectIdentifier("endcall");
				expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
				result = new CallStatement(new CallExpression(callee, callArgs), callerArgs, body);
				break;
			}
			case "break":
				++current;
				expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
				result = new Break();
				break;
			case "continue":
				++current;
				expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
				result = new Continue();
				break;
			case "filter": {
				++current;
				let filterNode = parsePrimaryExpression();
				if (filterNode instanceof Identifier && is(TOKEN_TYPES.OpenParen)) filterNode = parseCallExpression(filterNode);
				expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
				const filterBody = [];
				while (!isStatement("endfilter")) filterBody.push(parseAny());
				expect(TOKEN_TYPES.OpenStatement, "Expected '{%'");
				expectIdentifier("endfilter");
				expect(TOKEN_TYPES.CloseStatement, "Expected '%}'");
				result = new FilterStatement(filterNode, filterBody);
				break;
			}
			default: throw new SyntaxError(`Unknown statement type: ${name}`);
		}
		return result;
	}
	function parseJinjaExpression() {
		expect(TOKEN_TYPES.OpenExpression, "Expected opening expression token");
		const result = parseExpression();
		expect(TOKEN_TYPES.CloseExpression, "Expected closing expression token");
		return result;
	}
	function parseSetStatement() {
		const left = parseExpressionSequence();
		let value = null;
		const body = [];
		if (is(TOKEN_TYPES.Equals)) {
			++current;
			value = parseExpressionSequence();
		} else {
			expect(TOKEN_TYPES.CloseStatement, "Expected %} token");
			while (!isStatement("endset")) body.push(parseAny());
			expect(TOKEN_TYPES.OpenStatement, "Expected {% token");
			expectIdentifier("endset");
		}
		expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
		return new SetStatement(left, value, body);
	}
	function parseIfStatement() {
		const test = parseExpression();
		expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
		const body = [];
		const alternate = [];
		while (!isStatement("elif", "else", "endif")) body.push(parseAny());
		if (isStatement("elif")) {
			++current;
			++current;
			const result = parseIfStatement();
			alternate.push(result);
		} else if (isStatement("else")) {
			++current;
			++current;
			expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
			while (!isStatement("endif")) alternate.push(parseAny());
		}
		return new If(test, body, alternate);
	}
	function parseMacroStatement() {
		const name = parsePrimaryExpression();
		if (name.type !== "Identifier") throw new SyntaxError(`Expected identifier following macro statement`);
		const args = parseArgs("parameters");
		expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
		const body = [];
		while (!isStatement("endmacro")) body.push(parseAny());
		return new Macro(name, args, body);
	}
	function parseExpressionSequence(primary = false) {
		const fn = primary ? parsePrimaryExpression : parseExpression;
		const expressions = [fn()];
		const isTuple = is(TOKEN_TYPES.Comma);
		while (isTuple) {
			++current;
			expressions.push(fn());
			if (!is(TOKEN_TYPES.Comma)) break;
		}
		return isTuple ? new TupleLiteral(expressions) : expressions[0];
	}
	function parseForStatement() {
		const loopVariable = parseExpressionSequence(true);
		if (!(loopVariable instanceof Identifier || loopVariable instanceof TupleLiteral)) throw new SyntaxError(`Expected identifier/tuple for the loop variable, got ${loopVariable.type} instead`);
		if (!isIdentifier("in")) throw new SyntaxError("Expected `in` keyword following loop variable");
		++current;
		const iterable = parseExpression();
		expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
		const body = [];
		while (!isStatement("endfor", "else")) body.push(parseAny());
		const alternative = [];
		if (isStatement("else")) {
			++current;
			++current;
			expect(TOKEN_TYPES.CloseStatement, "Expected closing statement token");
			while (!isStatement("endfor")) alternative.push(parseAny());
		}
		return new For(loopVariable, iterable, body, alternative);
	}
	function parseExpression() {
		return parseIfExpression();
	}
	function parseIfExpression() {
		const a = parseLogicalOrExpression();
		if (isIdentifier("if")) {
			++current;
			const test = parseLogicalOrExpression();
			if (isIdentifier("else")) {
				++current;
				return new Ternary(test, a, parseIfExpression());
			} else return new SelectExpression(a, test);
		}
		return a;
	}
	function parseLogicalOrExpression() {
		let left = parseLogicalAndExpression();
		while (isIdentifier("or")) {
			const operator = tokens[current];
			++current;
			const right = parseLogicalAndExpression();
			left = new BinaryExpression(operator, left, right);
		}
		return left;
	}
	function parseLogicalAndExpression() {
		let left = parseLogicalNegationExpression();
		while (isIdentifier("and")) {
			const operator = tokens[current];
			++current;
			const right = parseLogicalNegationExpression();
			left = new BinaryExpression(operator, left, right);
		}
		return left;
	}
	function parseLogicalNegationExpression() {
		let right;
		while (isIdentifier("not")) {
			const operator = tokens[current];
			++current;
			right = new UnaryExpression(operator, parseLogicalNegationExpression());
		}
		return right ?? parseComparisonExpression();
	}
	function parseComparisonExpression() {
		let left = parseAdditiveExpression();
		while (true) {
			let operator;
			if (isIdentifier("not", "in")) {
				operator = new Token("not in", TOKEN_TYPES.Identifier);
				current += 2;
			} else if (isIdentifier("in")) operator = tokens[current++];
			else if (is(TOKEN_TYPES.ComparisonBinaryOperator)) operator = tokens[current++];
			else break;
			const right = parseAdditiveExpression();
			left = new BinaryExpression(operator, left, right);
		}
		return left;
	}
	function parseAdditiveExpression() {
		let left = parseMultiplicativeExpression();
		while (is(TOKEN_TYPES.AdditiveBinaryOperator)) {
			const operator = tokens[current];
			++current;
			const right = parseMultiplicativeExpression();
			left = new BinaryExpression(operator, left, right);
		}
		return left;
	}
	function parseCallMemberExpression() {
		const member = parseMemberExpression(parsePrimaryExpression());
		if (is(TOKEN_TYPES.OpenParen)) return parseCallExpression(member);
		return member;
	}
	function parseCallExpression(callee) {
		let expression = new CallExpression(callee, parseArgs("call"));
		expression = parseMemberExpression(expression);
		if (is(TOKEN_TYPES.OpenParen)) expression = parseCallExpression(expression);
		return expression;
	}
	function parseArgs(mode) {
		expect(TOKEN_TYPES.OpenParen, "Expected opening parenthesis for arguments list");
		const args = parseArgumentsList(mode);
		expect(TOKEN_TYPES.CloseParen, "Expected closing parenthesis for arguments list");
		return args;
	}
	function parseArgumentsList(mode) {
		const args = [];
		const parameterNames = /* @__PURE__ */ new Set();
		let sawKeywordOrDefault = false;
		let sawSpreadArgument = false;
		while (!is(TOKEN_TYPES.CloseParen)) {
			const isKeywordSpread = is(TOKEN_TYPES.ExponentiationBinaryOperator);
			const isPositionalSpread = is(TOKEN_TYPES.MultiplicativeBinaryOperator) && tokens[current].value === "*";
			if (mode === "parameters" && (isKeywordSpread || isPositionalSpread)) throw new SyntaxError("Argument unpacking is not allowed in parameter declarations");
			if (isKeywordSpread) {
				++current;
				args.push(new KeywordSpreadExpression(parseExpression()));
				if (is(TOKEN_TYPES.Comma)) ++current;
				if (!is(TOKEN_TYPES.CloseParen)) throw new SyntaxError("Expected closing parenthesis: `**` must be applied to the final argument");
				break;
			}
			let argument;
			if (isPositionalSpread) {
				if (sawSpreadArgument) throw new SyntaxError("Only one `*` argument unpacking is allowed");
				sawSpreadArgument = true;
				++current;
				argument = new SpreadExpression(parseExpression());
			} else {
				argument = parseExpression();
				if (is(TOKEN_TYPES.Equals)) {
					++current;
					if (!(argument instanceof Identifier)) throw new SyntaxError(mode === "parameters" ? "Expected identifier for parameter declaration" : "Expected identifier for keyword argument");
					const value = parseExpression();
					argument = new KeywordArgumentExpression(argument, value);
				}
				if (mode === "parameters") {
					if (!(argument instanceof Identifier || argument instanceof KeywordArgumentExpression)) throw new SyntaxError("Expected identifier for parameter declaration");
					const parameterName = argument instanceof Identifier ? argument.value : argument.key.value;
					if (parameterNames.has(parameterName)) throw new SyntaxError(`Duplicate parameter name: ${parameterName}`);
					parameterNames.add(parameterName);
				}
				if (argument instanceof KeywordArgumentExpression) sawKeywordOrDefault = true;
				else if (sawKeywordOrDefault) throw new SyntaxError(mode === "call" ? "Positional arguments must come before keyword arguments" : "Non-default argument follows default argument");
				else if (sawSpreadArgument) throw new SyntaxError("Positional arguments must not follow `*` argument unpacking");
			}
			args.push(argument);
			if (is(TOKEN_TYPES.Comma)) ++current;
		}
		return args;
	}
	function parseMemberExpressionArgumentsList() {
		const slices = [];
		let isSlice = false;
		while (!is(TOKEN_TYPES.CloseSquareBracket)) if (is(TOKEN_TYPES.Colon)) {
			slices.push(void 0);
			++current;
			isSlice = true;
		} else {
			slices.push(parseExpression());
			if (is(TOKEN_TYPES.Colon)) {
				++current;
				isSlice = true;
			}
		}
		if (slices.length === 0) throw new SyntaxError(`Expected at least one argument for member/slice expression`);
		if (isSlice) {
			if (slices.length > 3) throw new SyntaxError(`Expected 0-3 arguments for slice expression`);
			return new SliceExpression(...slices);
		}
		return slices[0];
	}
	function parseMemberExpression(object) {
		while (is(TOKEN_TYPES.Dot) || is(TOKEN_TYPES.OpenSquareBracket)) {
			const operator = tokens[current];
			++current;
			let property;
			const computed = operator.type === TOKEN_TYPES.OpenSquareBracket;
			if (computed) {
				property = parseMemberExpressionArgumentsList();
				expect(TOKEN_TYPES.CloseSquareBracket, "Expected closing square bracket");
			} else {
				property = parsePrimaryExpression();
				if (property.type !== "Identifier" && property.type !== "IntegerLiteral") throw new SyntaxError(`Expected identifier or integer following dot operator`);
			}
			object = new MemberExpression(object, property, computed);
		}
		return object;
	}
	function parseMultiplicativeExpression() {
		let left = parsePowerExpression();
		while (is(TOKEN_TYPES.MultiplicativeBinaryOperator)) {
			const operator = tokens[current++];
			const right = parsePowerExpression();
			left = new BinaryExpression(operator, left, right);
		}
		return left;
	}
	function parsePowerExpression() {
		let left = parseTestExpression();
		while (is(TOKEN_TYPES.ExponentiationBinaryOperator)) {
			const operator = tokens[current++];
			const right = parseTestExpression();
			left = new BinaryExpression(operator, left, right);
		}
		return left;
	}
	function parseTestExpression() {
		let operand = parseFilterExpression();
		while (isIdentifier("is")) {
			++current;
			const negate = isIdentifier("not");
			if (negate) ++current;
			const filter = parsePrimaryExpression();
			if (!(filter instanceof Identifier)) throw new SyntaxError(`Expected identifier for the test`);
			operand = new TestExpression(operand, negate, filter);
		}
		return operand;
	}
	function parseFilterExpression() {
		let operand = parseUnarySignExpression();
		while (is(TOKEN_TYPES.Pipe)) {
			++current;
			let filter = parsePrimaryExpression();
			if (!(filter instanceof Identifier)) throw new SyntaxError(`Expected identifier for the filter`);
			if (is(TOKEN_TYPES.OpenParen)) filter = parseCallExpression(filter);
			operand = new FilterExpression(operand, filter);
		}
		return operand;
	}
	function parseUnarySignExpression() {
		const token = tokens[current];
		if (token && (token.type === TOKEN_TYPES.UnaryOperator || token.type === TOKEN_TYPES.AdditiveBinaryOperator) && (token.value === "-" || token.value === "+")) {
			const operator = tokens[current++];
			return new UnaryExpression(operator, parseUnarySignExpression());
		}
		return parseCallMemberExpression();
	}
	function parsePrimaryExpression() {
		const token = tokens[current++];
		switch (token.type) {
			case TOKEN_TYPES.NumericLiteral: {
				const num = token.value;
				return num.includes(".") ? new FloatLiteral(Number(num)) : new IntegerLiteral(Number(num));
			}
			case TOKEN_TYPES.StringLiteral: {
				let value = token.value;
				while (is(TOKEN_TYPES.StringLiteral)) value += tokens[current++].value;
				return new StringLiteral(value);
			}
			case TOKEN_TYPES.Identifier: return new Identifier(token.value);
			case TOKEN_TYPES.OpenParen: {
				const expression = parseExpressionSequence();
				expect(TOKEN_TYPES.CloseParen, "Expected closing parenthesis, got ${tokens[current].type} instead.");
				return expression;
			}
			case TOKEN_TYPES.OpenSquareBracket: {
				const values = [];
				while (!is(TOKEN_TYPES.CloseSquareBracket)) {
					values.push(parseExpression());
					if (is(TOKEN_TYPES.Comma)) ++current;
				}
				++current;
				return new ArrayLiteral(values);
			}
			case TOKEN_TYPES.OpenCurlyBracket: {
				const values = /* @__PURE__ */ new Map();
				while (!is(TOKEN_TYPES.CloseCurlyBracket)) {
					const key = parseExpression();
					expect(TOKEN_TYPES.Colon, "Expected colon between key and value in object literal");
					const value = parseExpression();
					values.set(key, value);
					if (is(TOKEN_TYPES.Comma)) ++current;
				}
				++current;
				return new ObjectLiteral(values);
			}
			default: throw new SyntaxError(`Unexpected token: ${token.type}`);
		}
	}
	while (current < tokens.length) program.body.push(parseAny());
	return program;
}
function titleCase(value) {
	return value.replace(/\b\w/g, (c) => c.toUpperCase());
}
function escapeRegExp$1(s) {
	return s.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function replace(str, oldvalue, newvalue, count) {
	if (count === 0) return str;
	let remaining = count == null || count < 0 ? 1e400 : count;
	const pattern = oldvalue.length === 0 ? new RegExp("(?=)", "gu") : new RegExp(escapeRegExp$1(oldvalue), "gu");
	return str.replaceAll(pattern, (match) => {
		if (remaining > 0) {
			--remaining;
			return newvalue;
		}
		return match;
	});
}
var EMPTY_BUILTINS = /* @__PURE__ */ new Map();
var RuntimeValue = class {
	type = "RuntimeValue";
	value;
	/**
	* A collection of built-in functions for this type.
	*/
	get builtins() {
		return EMPTY_BUILTINS;
	}
	/**
	* Creates a new RuntimeValue.
	*/
	constructor(value = void 0) {
		this.value = value;
	}
	/**
	* Determines truthiness or falsiness of the runtime value.
	* This function should be overridden by subclasses if it has custom truthiness criteria.
	* @returns {BooleanValue} BooleanValue(true) if the value is truthy, BooleanValue(false) otherwise.
	*/
	__bool__() {
		return new BooleanValue(!!this.value);
	}
	toString() {
		return String(this.value);
	}
};
var IntegerValue = class extends RuntimeValue {
	type = "IntegerValue";
};
var FloatValue = class extends RuntimeValue {
	type = "FloatValue";
	toString() {
		if (Object.is(this.value, -0)) return "-0.0";
		return this.value % 1 === 0 ? this.value.toFixed(1) : this.value.toString();
	}
};
var StringValue = class extends RuntimeValue {
	type = "StringValue";
	_builtins;
	get builtins() {
		return this._builtins ??= /* @__PURE__ */ new Map([
			["upper", new FunctionValue(() => {
				return new StringValue(this.value.toUpperCase());
			})],
			["lower", new FunctionValue(() => {
				return new StringValue(this.value.toLowerCase());
			})],
			["strip", new FunctionValue(() => {
				return new StringValue(this.value.trim());
			})],
			["title", new FunctionValue(() => {
				return new StringValue(titleCase(this.value));
			})],
			["capitalize", new FunctionValue(() => {
				return new StringValue(this.value.charAt(0).toUpperCase() + this.value.slice(1));
			})],
			["length", new IntegerValue(this.value.length)],
			["rstrip", new FunctionValue(() => {
				return new StringValue(this.value.trimEnd());
			})],
			["lstrip", new FunctionValue(() => {
				return new StringValue(this.value.trimStart());
			})],
			["startswith", new FunctionValue((args) => {
				if (args.length === 0) throw new Error("startswith() requires at least one argument");
				const pattern = args[0];
				if (pattern instanceof StringValue) return new BooleanValue(this.value.startsWith(pattern.value));
				else if (pattern instanceof ArrayValue) {
					for (const item of pattern.value) {
						if (!(item instanceof StringValue)) throw new Error("startswith() tuple elements must be strings");
						if (this.value.startsWith(item.value)) return new BooleanValue(true);
					}
					return new BooleanValue(false);
				}
				throw new Error("startswith() argument must be a string or tuple of strings");
			})],
			["endswith", new FunctionValue((args) => {
				if (args.length === 0) throw new Error("endswith() requires at least one argument");
				const pattern = args[0];
				if (pattern instanceof StringValue) return new BooleanValue(this.value.endsWith(pattern.value));
				else if (pattern instanceof ArrayValue) {
					for (const item of pattern.value) {
						if (!(item instanceof StringValue)) throw new Error("endswith() tuple elements must be strings");
						if (this.value.endsWith(item.value)) return new BooleanValue(true);
					}
					return new BooleanValue(false);
				}
				throw new Error("endswith() argument must be a string or tuple of strings");
			})],
			["split", new FunctionValue((args) => {
				const sep = args[0] ?? new NullValue();
				if (!(sep instanceof StringValue || sep instanceof NullValue)) throw new Error("sep argument must be a string or null");
				const maxsplit = args[1] ?? new IntegerValue(-1);
				if (!(maxsplit instanceof IntegerValue)) throw new Error("maxsplit argument must be a number");
				let result = [];
				if (sep instanceof NullValue) {
					const text = this.value.trimStart();
					for (const { 0: match, index } of text.matchAll(/\S+/g)) {
						if (maxsplit.value !== -1 && result.length >= maxsplit.value && index !== void 0) {
							result.push(match + text.slice(index + match.length));
							break;
						}
						result.push(match);
					}
				} else {
					if (sep.value === "") throw new Error("empty separator");
					result = this.value.split(sep.value);
					if (maxsplit.value !== -1 && result.length > maxsplit.value) result.push(result.splice(maxsplit.value).join(sep.value));
				}
				return new ArrayValue(result.map((part) => new StringValue(part)));
			})],
			["replace", new FunctionValue((args) => {
				if (args.length < 2) throw new Error("replace() requires at least two arguments");
				const oldValue = args[0];
				const newValue = args[1];
				if (!(oldValue instanceof StringValue && newValue instanceof StringValue)) throw new Error("replace() arguments must be strings");
				let count;
				if (args.length > 2) {
					if (args[2].type === "KeywordArgumentsValue") count = args[2].value.get("count") ?? new NullValue();
					else count = args[2];
				} else count = new NullValue();
				if (!(count instanceof IntegerValue || count instanceof NullValue)) throw new Error("replace() count argument must be a number or null");
				return new StringValue(replace(this.value, oldValue.value, newValue.value, count.value));
			})]
		]);
	}
};
var BooleanValue = class extends RuntimeValue {
	type = "BooleanValue";
};
var NON_ASCII_CHARS = /[\x7f-\uffff]/g;
function makeAsciiSafe(str) {
	return str.replace(NON_ASCII_CHARS, (char) => "\\u" + char.charCodeAt(0).toString(16).padStart(4, "0"));
}
function toJSON(input, options = {}, depth = 0, convertUndefinedToNull = true) {
	const { indent = null, ensureAscii = false, separators = null, sortKeys = false } = options;
	let itemSeparator;
	let keySeparator;
	if (separators) [itemSeparator, keySeparator] = separators;
	else if (indent) {
		itemSeparator = ",";
		keySeparator = ": ";
	} else {
		itemSeparator = ", ";
		keySeparator = ": ";
	}
	switch (input.type) {
		case "NullValue": return "null";
		case "UndefinedValue": return convertUndefinedToNull ? "null" : "undefined";
		case "IntegerValue":
		case "FloatValue":
		case "BooleanValue": return JSON.stringify(input.value);
		case "StringValue": {
			let result = JSON.stringify(input.value);
			if (ensureAscii) result = makeAsciiSafe(result);
			return result;
		}
		case "ArrayValue":
		case "NamespaceValue":
		case "ObjectValue": {
			const indentValue = indent ? " ".repeat(indent) : "";
			const basePadding = "\n" + indentValue.repeat(depth);
			const childrenPadding = basePadding + indentValue;
			if (input.type === "ArrayValue") {
				const core = input.value.map((x) => toJSON(x, options, depth + 1, convertUndefinedToNull));
				return indent && core.length > 0 ? `[${childrenPadding}${core.join(`${itemSeparator}${childrenPadding}`)}${basePadding}]` : `[${core.join(itemSeparator)}]`;
			} else {
				let entries = Array.from(input.value.entries());
				if (sortKeys) entries = entries.sort(([a], [b]) => a.localeCompare(b));
				const core = entries.map(([key, value]) => {
					let keyStr = JSON.stringify(key);
					if (ensureAscii) keyStr = makeAsciiSafe(keyStr);
					const v = `${keyStr}${keySeparator}${toJSON(value, options, depth + 1, convertUndefinedToNull)}`;
					return indent ? `${childrenPadding}${v}` : v;
				});
				return indent && core.length > 0 ? `{${core.join(itemSeparator)}${basePadding}}` : `{${core.join(itemSeparator)}}`;
			}
		}
		default: throw new Error(`Cannot convert to JSON: ${input.type}`);
	}
}
var ObjectValue = class extends RuntimeValue {
	type = "ObjectValue";
	_builtins;
	/**
	* NOTE: necessary to override since all JavaScript arrays are considered truthy,
	* while only non-empty Python arrays are consider truthy.
	*
	* e.g.,
	*  - JavaScript:  {} && 5 -> 5
	*  - Python:      {} and 5 -> {}
	*/
	__bool__() {
		return new BooleanValue(this.value.size > 0);
	}
	get builtins() {
		return this._builtins ??= /* @__PURE__ */ new Map([
			["get", new FunctionValue(([key, defaultValue]) => {
				if (!(key instanceof StringValue)) throw new Error(`Object key must be a string: got ${key.type}`);
				return this.value.get(key.value) ?? defaultValue ?? new NullValue();
			})],
			["items", new FunctionValue(() => this.items())],
			["keys", new FunctionValue(() => this.keys())],
			["values", new FunctionValue(() => this.values())],
			["dictsort", new FunctionValue((args) => {
				let kwargs = /* @__PURE__ */ new Map();
				const positionalArgs = args.filter((arg) => {
					if (arg instanceof KeywordArgumentsValue) {
						kwargs = arg.value;
						return false;
					}
					return true;
				});
				const caseSensitive = positionalArgs.at(0) ?? kwargs.get("case_sensitive") ?? new BooleanValue(false);
				if (!(caseSensitive instanceof BooleanValue)) throw new Error("case_sensitive must be a boolean");
				const by = positionalArgs.at(1) ?? kwargs.get("by") ?? new StringValue("key");
				if (!(by instanceof StringValue)) throw new Error("by must be a string");
				if (!["key", "value"].includes(by.value)) throw new Error("by must be either 'key' or 'value'");
				const reverse = positionalArgs.at(2) ?? kwargs.get("reverse") ?? new BooleanValue(false);
				if (!(reverse instanceof BooleanValue)) throw new Error("reverse must be a boolean");
				return new ArrayValue(Array.from(this.value.entries()).map(([key, value]) => new ArrayValue([new StringValue(key), value])).sort((a, b) => {
					const index = by.value === "key" ? 0 : 1;
					const aVal = a.value[index];
					const bVal = b.value[index];
					const result = compareRuntimeValues(aVal, bVal, caseSensitive.value);
					return reverse.value ? -result : result;
				}));
			})]
		]);
	}
	items() {
		return new ArrayValue(Array.from(this.value.entries()).map(([key, value]) => new ArrayValue([new StringValue(key), value])));
	}
	keys() {
		return new ArrayValue(Array.from(this.value.keys()).map((key) => new StringValue(key)));
	}
	values() {
		return new ArrayValue(Array.from(this.value.values()));
	}
	toString() {
		return toJSON(this, {}, 0, false);
	}
};
var KeywordArgumentsValue = class extends ObjectValue {
	type = "KeywordArgumentsValue";
};
var NamespaceValue = class extends RuntimeValue {
	type = "NamespaceValue";
	toString() {
		return toJSON(this, {}, 0, false);
	}
};
var ArrayValue = class extends RuntimeValue {
	type = "ArrayValue";
	_builtins;
	get builtins() {
		return this._builtins ??= /* @__PURE__ */ new Map([["length", new IntegerValue(this.value.length)]]);
	}
	/**
	* NOTE: necessary to override since all JavaScript arrays are considered truthy,
	* while only non-empty Python arrays are consider truthy.
	*
	* e.g.,
	*  - JavaScript:  [] && 5 -> 5
	*  - Python:      [] and 5 -> []
	*/
	__bool__() {
		return new BooleanValue(this.value.length > 0);
	}
	toString() {
		return toJSON(this, {}, 0, false);
	}
};
var FunctionValue = class extends RuntimeValue {
	type = "FunctionValue";
};
var NullValue = class extends RuntimeValue {
	type = "NullValue";
};
var UndefinedValue = class extends RuntimeValue {
	type = "UndefinedValue";
};
function normalizeNamespaceEntry(pair) {
	let values;
	if (pair instanceof ArrayValue) values = pair.value;
	else if (pair instanceof StringValue) values = Array.from(pair.value, (char) => new StringValue(char));
	if (!values || values.length !== 2) throw new Error("namespace expected an object or an iterable of [key, value] pairs");
	const [key, value] = values;
	if (!(key instanceof StringValue)) throw new Error("namespace keys must be strings");
	return [key, value];
}
var _Environment = class {
	constructor(parent) {
		this.parent = parent;
	}
	/**
	* The variables declared in this environment.
	*/
	variables = /* @__PURE__ */ new Map([["namespace", new FunctionValue((args) => {
		const positional = args.slice();
		let kwargs;
		if (positional.at(-1) instanceof KeywordArgumentsValue) kwargs = positional.pop();
		if (positional.length > 1) throw new Error(`namespace expected at most 1 argument, got ${positional.length}`);
		const entries = /* @__PURE__ */ new Map();
		if (positional.length === 1) {
			const source = positional[0];
			if (source instanceof ObjectValue) for (const [key, value] of source.value) entries.set(key, value);
			else if (source instanceof ArrayValue) for (const pair of source.value) {
				const [key, value] = normalizeNamespaceEntry(pair);
				entries.set(key.value, value);
			}
			else throw new Error(`'${source.type}' object is not iterable`);
		}
		if (kwargs) for (const [key, value] of kwargs.value) entries.set(key, value);
		return new NamespaceValue(entries);
	})]]);
	tests = _Environment.TESTS;
	/**
	* Set the value of a variable in the current environment.
	*/
	set(name, value) {
		return this.declareVariable(name, convertToRuntimeValues(value));
	}
	declareVariable(name, value) {
		if (this.variables.has(name)) throw new SyntaxError(`Variable already declared: ${name}`);
		this.variables.set(name, value);
		return value;
	}
	/**
	* Set variable in the current scope.
	* See https://jinja.palletsprojects.com/en/3.0.x/templates/#assignments for more information.
	*/
	setVariable(name, value) {
		this.variables.set(name, value);
		return value;
	}
	/**
	* Resolve the environment in which the variable is declared.
	* @param {string} name The name of the variable.
	* @returns {Environment} The environment in which the variable is declared.
	*/
	resolve(name) {
		if (this.variables.has(name)) return this;
		if (this.parent) return this.parent.resolve(name);
		throw new Error(`Unknown variable: ${name}`);
	}
	lookupVariable(name) {
		try {
			return this.resolve(name).variables.get(name) ?? new UndefinedValue();
		} catch {
			return new UndefinedValue();
		}
	}
};
var Environment = _Environment;
/**
* The tests available in this environment.
*/
__publicField(Environment, "TESTS", /* @__PURE__ */ new Map([
	["boolean", (operand) => operand.type === "BooleanValue"],
	["callable", (operand) => operand instanceof FunctionValue],
	["odd", (operand) => {
		if (!(operand instanceof IntegerValue)) throw new Error(`cannot odd on ${operand.type}`);
		return operand.value % 2 !== 0;
	}],
	["even", (operand) => {
		if (!(operand instanceof IntegerValue)) throw new Error(`cannot even on ${operand.type}`);
		return operand.value % 2 === 0;
	}],
	["false", (operand) => operand.type === "BooleanValue" && !operand.value],
	["true", (operand) => operand.type === "BooleanValue" && operand.value],
	["none", (operand) => operand.type === "NullValue"],
	["string", (operand) => operand.type === "StringValue"],
	["number", (operand) => operand instanceof IntegerValue || operand instanceof FloatValue],
	["integer", (operand) => operand instanceof IntegerValue],
	["iterable", (operand) => operand.type === "ArrayValue" || operand.type === "StringValue"],
	["mapping", (operand) => operand instanceof ObjectValue],
	["sequence", (operand) => operand instanceof ArrayValue || operand instanceof ObjectValue || operand instanceof StringValue],
	["lower", (operand) => {
		const str = operand.value;
		return operand.type === "StringValue" && str === str.toLowerCase();
	}],
	["upper", (operand) => {
		const str = operand.value;
		return operand.type === "StringValue" && str === str.toUpperCase();
	}],
	["none", (operand) => operand.type === "NullValue"],
	["defined", (operand) => operand.type !== "UndefinedValue"],
	["undefined", (operand) => operand.type === "UndefinedValue"],
	["equalto", (a, b) => a.value === b.value],
	["eq", (a, b) => a.value === b.value]
]));
function isNumericLikeValue(value) {
	return value instanceof IntegerValue || value instanceof FloatValue || value instanceof BooleanValue;
}
function getNumericValue(value) {
	return value instanceof BooleanValue ? Number(value.value) : value.value;
}
function compareRuntimeValues(a, b, caseSensitive = false) {
	if (a instanceof NullValue && b instanceof NullValue) return 0;
	if (a instanceof NullValue || b instanceof NullValue) throw new Error(`Cannot compare ${a.type} with ${b.type}`);
	if (a instanceof UndefinedValue && b instanceof UndefinedValue) return 0;
	if (a instanceof UndefinedValue || b instanceof UndefinedValue) throw new Error(`Cannot compare ${a.type} with ${b.type}`);
	if (isNumericLikeValue(a) && isNumericLikeValue(b)) {
		const aNum = getNumericValue(a);
		const bNum = getNumericValue(b);
		return aNum < bNum ? -1 : aNum > bNum ? 1 : 0;
	}
	if (a.type !== b.type) throw new Error(`Cannot compare different types: ${a.type} and ${b.type}`);
	switch (a.type) {
		case "StringValue": {
			let aStr = a.value;
			let bStr = b.value;
			if (!caseSensitive) {
				aStr = aStr.toLowerCase();
				bStr = bStr.toLowerCase();
			}
			return aStr < bStr ? -1 : aStr > bStr ? 1 : 0;
		}
		default: throw new Error(`Cannot compare type: ${a.type}`);
	}
}
function convertToRuntimeValues(input) {
	switch (typeof input) {
		case "number": return Number.isInteger(input) ? new IntegerValue(input) : new FloatValue(input);
		case "string": return new StringValue(input);
		case "boolean": return new BooleanValue(input);
		case "undefined": return new UndefinedValue();
		case "object": if (input === null) return new NullValue();
		else if (Array.isArray(input)) return new ArrayValue(input.map(convertToRuntimeValues));
		else return new ObjectValue(new Map(Object.entries(input).map(([key, value]) => [key, convertToRuntimeValues(value)])));
		case "function": return new FunctionValue((args, _scope) => {
			return convertToRuntimeValues(input(...args.map((x) => x.value)) ?? null);
		});
		default: throw new Error(`Cannot convert to runtime value: ${input}`);
	}
}
var PRECEDENCE = Object.freeze({
	CONDITIONAL: 0,
	LOGICAL_OR: 1,
	LOGICAL_AND: 2,
	LOGICAL_NOT: 3,
	COMPARISON: 4,
	ADDITIVE: 5,
	MULTIPLICATIVE: 6,
	EXPONENTIATION: 7,
	TEST: 8,
	FILTER: 9,
	UNARY_SIGN: 10,
	ATOM: 11
});

// src/prompts/templates/find-tags.ts
const closers = {
	"{{": "}}",
	"{%": "%}",
	"{#": "#}"
};
/**
* The tags of a text from left to right, none within another. What is not closed is passed over. Takes time linear in the
* length of the text, whatever it opens and never closes.
*/
function* findTags(text) {
	const opening = /\{[{%#]/g;
	const never = /* @__PURE__ */ new Set();
	for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
		const [opener] = match;
		const end = never.has(opener) ? -1 : text.indexOf(closers[opener] ?? "", opening.lastIndex);
		if (end < 0) never.add(opener);
		else opening.lastIndex = end + 2;
		yield {
			opener,
			start: match.index,
			end: end < 0 ? null : end + 2
		};
	}
}

// src/prompts/templates/role-lines.ts
/** A line such as `system:` or `# user:`, which begins a message. */
const roleLine = /^[ \t]*(?:#[ \t]*)?(system|developer|user|assistant)(?:\[[^\]\n]*\])?[ \t]*:[ \t]*$/gim;
/** Stands for a role line in a template that is parsed: a character of nobody's alphabet, and the role. */
const marker = /\uE000(system|developer|user|assistant)\uE000/;
/** The role lines of a template; what stands in a tag or a comment is left as it is. */
function findRoleLines(template) {
	const tags = [...findTags(template)].filter(({ end }) => end !== null);
	let next = 0;
	return [...template.matchAll(roleLine)].flatMap(({ 0: written, 1: role = "", index }) => {
		while ((tags[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next += 1;
		return (tags[next]?.start ?? Number.POSITIVE_INFINITY) < index ? [] : [{
			role: role.toLowerCase(),
			start: index,
			end: index + written.length
		}];
	});
}
/**
* Marks the role lines of a template's own text. It is done before values are put in: no value can begin a message.
*/
function markRoleLines(template) {
	const text = template.replaceAll("", "�");
	let end = 0;
	return [...findRoleLines(text).flatMap((line) => {
		const before = text.slice(end, line.start);
		end = line.end;
		return [before, `\uE000${line.role}\uE000`];
	}), text.slice(end)].join("");
}
/** The stretches of a text between its marks, each with the role that it begins; null for what stands before the first. */
function splitAtRoles(text) {
	const [first = "", ...rest] = text.split(marker);
	const begun = [];
	for (let index = 0; index < rest.length; index += 2) begun.push({
		role: rest[index],
		text: rest[index + 1] ?? ""
	});
	return [{
		role: null,
		text: first
	}, ...begun];
}
/** A text whose role lines begin messages, split before values are put in; each message knows where it stands. */
function splitAtRoleLines(body, first) {
	const messages = [];
	let role = first;
	let start = 0;
	const add = (end) => {
		const whole = body.text.slice(start, end);
		const content = whole.trim();
		const offset = start + (whole.length - whole.trimStart().length);
		const region = {
			text: content,
			placeAt: (within) => body.placeAt(offset + within)
		};
		if (content !== "") messages.push({
			role,
			content,
			region
		});
	};
	for (const line of findRoleLines(body.text)) {
		add(line.start);
		role = line.role;
		start = line.end;
	}
	add(body.text.length);
	return messages;
}

// src/prompts/templates/jinja/python-values.ts
/** Empty texts, lists and maps, 0, false, null and what is not there are not true. */
function isTrue(value) {
	if (Array.isArray(value)) return value.length > 0;
	return isObject(value) ? Object.keys(value).length > 0 : Boolean(value);
}
/** Characters of a text, items of a list, keys of a map; 0 for what is not there. */
function lengthOf(value) {
	if (typeof value === "string") return [...value].length;
	if (Array.isArray(value)) return value.length;
	return isObject(value) ? Object.keys(value).length : 0;
}
/** A value as the reference engine, which is written in Python, prints it; nothing for what is not there. */
function pythonText(value) {
	return typeof value === "string" ? value : value === void 0 ? "" : represent(value);
}
function represent(value) {
	if (value === null) return "None";
	if (typeof value === "boolean") return value ? "True" : "False";
	if (typeof value === "number") return String(value);
	if (typeof value === "string") return quoteText(value);
	if (Array.isArray(value)) return `[${value.map(represent).join(", ")}]`;
	return `{${Object.entries(value).map(([key, item]) => `${quoteText(key)}: ${represent(item)}`).join(", ")}}`;
}
function quoteText(text) {
	const quote = text.includes("'") && !text.includes("\"") ? "\"" : "'";
	return `${quote}${text.replace(/\\/g, "\\\\").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/\t/g, "\\t").replaceAll(quote, `\\${quote}`)}${quote}`;
}

// src/prompts/templates/jinja/dialects.ts
const python = {
	isTrue,
	toText: pythonText,
	mapsInPairs: false,
	lacks: ["dump"]
};
const javascript = {
	isTrue: Boolean,
	toText(value) {
		if (value === null || value === void 0) return "";
		if (isObject(value)) return JSON.stringify(value);
		return Array.isArray(value) ? value.map((item) => javascript.toText(item)).join(",") : String(value);
	},
	mapsInPairs: true,
	lacks: ["tojson", "count"]
};

// src/prompts/templates/jinja/filters.ts
const text = (change) => (value, _args, writer) => {
	const written = pythonText(value);
	writer.charge(written.length);
	return change(written);
};
const capitalize = (word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
/** The filters there are; those of the specification first. Messages are made from this list. */
const filters = {
	upper: text((written) => written.toUpperCase()),
	lower: text((written) => written.toLowerCase()),
	trim: text((written) => written.trim()),
	join: (value, [separator = ""], writer) => {
		const items = toList(value, writer).map(pythonText);
		const between = pythonText(separator);
		writer.charge(items.reduce((sum, item) => sum + item.length + between.length, 0));
		return items.join(between);
	},
	length: (value) => lengthOf(value),
	default: (value, [fallback = "", always = false]) => value === void 0 || isTrue(always) && !isTrue(value) ? fallback : value,
	first: (value, _args, writer) => toList(value, writer)[0],
	last: (value, _args, writer) => toList(value, writer).at(-1),
	replace: (value, [from = "", to = ""], writer) => {
		const [written, searched, replacement] = [
			pythonText(value),
			pythonText(from),
			pythonText(to)
		];
		writer.step(Math.ceil(written.length / 64));
		if (searched === "") return written;
		const parts = written.split(searched);
		writer.charge(written.length + (parts.length - 1) * replacement.length);
		return parts.join(replacement);
	},
	capitalize: text(capitalize),
	title: text((written) => written.replace(/[\p{L}\p{M}\p{N}']+/gu, capitalize)),
	string: text((written) => written),
	safe: (value) => value,
	tojson: (value, _args, writer) => {
		const json = JSON.stringify(value ?? null);
		writer.charge(json.length);
		return json;
	},
	int: (value, [fallback = 0]) => {
		const number = Number.parseInt(pythonText(value), 10);
		return Number.isFinite(number) ? number : fallback;
	},
	float: (value, [fallback = 0]) => {
		const number = Number.parseFloat(pythonText(value));
		return Number.isFinite(number) ? number : fallback;
	},
	reverse: (value, _args, writer) => typeof value === "string" ? [...value].reverse().join("") : [...toList(value, writer)].reverse(),
	list: (value, _args, writer) => toList(value, writer),
	sort: (value, _args, writer) => [...toList(value, writer)].sort(compareValues)
};
/** Other names of some of them. */
const filterAliases = {
	d: "default",
	count: "length",
	dump: "tojson"
};
/** What a loop runs over: the items of a list, the keys of a map, the characters of a text. Each counts as a step. */
function toList(value, writer) {
	if (value === void 0 || value === null) return [];
	const items = typeof value === "string" ? [...value] : Array.isArray(value) ? value : isObject(value) ? Object.keys(value) : [];
	writer.step(items.length);
	return items;
}
function compareValues(one, other) {
	if (typeof one === "number" && typeof other === "number") return one - other;
	const [left, right] = [pythonText(one), pythonText(other)];
	return left < right ? -1 : left > right ? 1 : 0;
}

// src/prompts/templates/jinja/tests.ts
/** What stands behind `is`. Messages are made from this list. */
const tests = {
	defined: (value) => value !== void 0,
	undefined: (value) => value === void 0,
	none: (value) => value === null,
	string: (value) => typeof value === "string",
	number: (value) => typeof value === "number",
	boolean: (value) => typeof value === "boolean",
	mapping: (value) => isObject(value),
	sequence: (value) => Array.isArray(value) || typeof value === "string",
	iterable: (value) => Array.isArray(value) || typeof value === "string" || isObject(value),
	true: (value) => value === true,
	false: (value) => value === false,
	odd: (value) => typeof value === "number" && Math.abs(value % 2) === 1,
	even: (value) => typeof value === "number" && value % 2 === 0,
	equalto: (value, [other]) => pythonText(value) === pythonText(other)
};

// src/prompts/templates/jinja/evaluate.ts
/** Finds the value of an expression. Every node is a step; what is made of texts is charged before it is made. */
function evaluate(node, scope, writer) {
	writer.step();
	const { isTrue } = scope.dialect;
	const valueIn = (part) => evaluate(part, scope, writer);
	switch (node.type) {
		case "StringLiteral":
		case "IntegerLiteral":
		case "FloatLiteral": return node.value;
		case "Identifier": return lookUp(node.value, scope);
		case "ArrayLiteral":
		case "TupleLiteral": return node.value.map((item) => valueIn(item) ?? null);
		case "ObjectLiteral": return Object.fromEntries([...node.value].map(([key, item]) => [pythonText(valueIn(key)), valueIn(item) ?? null]));
		case "MemberExpression": return member(valueIn(node.object), node.computed ? valueIn(node.property) : nameOf(node.property));
		case "CallExpression": return call(node, scope, writer);
		case "FilterExpression": {
			const { name, args } = filterOf(node.filter);
			return filters[name](valueIn(node.operand), args.map(valueIn), writer);
		}
		case "TestExpression": {
			const { name, args } = testOf(node.test);
			return tests[name](valueIn(node.operand), args.map(valueIn)) !== node.negate;
		}
		case "UnaryExpression": return node.operator.value === "not" ? !isTrue(valueIn(node.argument)) : -toNumber(valueIn(node.argument), "-");
		case "Ternary": return valueIn(isTrue(valueIn(node.condition)) ? node.trueExpr : node.falseExpr);
		case "SelectExpression": return isTrue(valueIn(node.test)) ? valueIn(node.lhs) : void 0;
		case "BinaryExpression": return operate(node.operator.value, node.left, node.right, valueIn, scope.dialect, writer);
		default: return;
	}
}
/** The filter of a node by its name or by the shorter one; a name that is none was refused before. */
function filterOf(filter) {
	const written = writtenName(filter);
	return {
		name: Object.hasOwn(filterAliases, written) ? filterAliases[written] : written,
		args: filter.type === "CallExpression" ? filter.args : []
	};
}
/** The name of a filter as the template has it. */
function writtenName(filter) {
	return filter.type === "CallExpression" ? nameOf(filter.callee) : nameOf(filter);
}
/** The test of a node. */
function testOf(test) {
	return {
		name: test.type === "CallExpression" ? nameOf(test.callee) : nameOf(test),
		args: test.type === "CallExpression" ? test.args : []
	};
}
function nameOf(node) {
	return node.type === "Identifier" ? node.value : "";
}
function lookUp(name, scope) {
	for (let current = scope; current !== null; current = current.outer) if (current.names.has(name)) return current.names.get(name);
	const constant = {
		true: true,
		True: true,
		false: false,
		False: false,
		none: null,
		None: null
	};
	return Object.hasOwn(constant, name) ? constant[name] : void 0;
}
function member(value, key) {
	if (typeof value === "string" && typeof key === "number") return [...value].at(key);
	if (Array.isArray(value) && typeof key === "number") return value.at(key);
	return ownValue(value, pythonText(key));
}
/** The methods that templates of prompts use; of anything else a template cannot call a thing. */
const methods = {
	upper: (value, writer) => filters.upper(value, [], writer),
	lower: (value, writer) => filters.lower(value, [], writer),
	title: (value, writer) => filters.title(value, [], writer),
	capitalize: (value, writer) => filters.capitalize(value, [], writer),
	strip: (value, writer) => filters.trim(value, [], writer),
	keys: (value, writer) => toList(value, writer),
	values: (value, writer) => {
		const map = isObject(value) ? value : {};
		return toList(map, writer).map((key) => map[String(key)] ?? null);
	},
	items: (value, writer) => {
		const map = isObject(value) ? value : {};
		return toList(map, writer).map((key) => [key, map[String(key)] ?? null]);
	}
};
const methodNames = [...Object.keys(methods), "get"];
function call(node, scope, writer) {
	const args = node.args.map((argument) => evaluate(argument, scope, writer));
	if (node.callee.type === "Identifier") return range(args, writer);
	if (node.callee.type !== "MemberExpression") return void 0;
	const value = evaluate(node.callee.object, scope, writer);
	if (value === void 0 || value === null) return void 0;
	const name = nameOf(node.callee.property);
	if (name === "get") return ownValue(value, pythonText(args[0])) ?? args[1];
	return methods[name]?.(value, writer);
}
/** Every number is a step, counted before the list is made. */
function range(args, writer) {
	const numbers = args.map((argument) => toNumber(argument, "range"));
	const [start = 0, end = 0, step = 1] = numbers.length === 1 ? [0, numbers[0]] : numbers;
	const count = step === 0 ? 0 : Math.max(0, Math.ceil((end - start) / step));
	writer.step(count);
	return Array.from({ length: count }, (_, index) => start + index * step);
}
function operate(operator, left, right, valueIn, { isTrue, toText }, writer) {
	const one = valueIn(left);
	if (operator === "and") return isTrue(one) ? valueIn(right) : one;
	if (operator === "or") return isTrue(one) ? one : valueIn(right);
	const other = valueIn(right);
	writer.step(Math.ceil((lengthHint(one) + lengthHint(other)) / 1024));
	switch (operator) {
		case "==": return isEqual(one, other);
		case "!=": return !isEqual(one, other);
		case "in": return isIn(one, other);
		case "not in": return !isIn(one, other);
		case "~": return concatenate(toText(one), toText(other), writer);
		case "+": return typeof one === "string" || typeof other === "string" ? concatenate(toText(one), toText(other), writer) : toNumber(one, operator) + toNumber(other, operator);
		case "<":
		case ">":
		case "<=":
		case ">=": return compare(operator, one, other);
		default: return calculate(operator, toNumber(one, operator), toNumber(other, operator));
	}
}
function concatenate(one, other, writer) {
	writer.charge(one.length + other.length);
	return one + other;
}
function calculate(operator, one, other) {
	const result = {
		"-": one - other,
		"*": one * other,
		"/": one / other,
		"//": Math.floor(one / other),
		"%": one - other * Math.floor(one / other),
		"**": one ** other
	}[operator] ?? NaN;
	if (!Number.isFinite(result)) cannot(`${one} ${operator} ${other} is no number`);
	return result;
}
function compare(operator, one, other) {
	const [left, right] = typeof one === "string" && typeof other === "string" ? [one, other] : [toNumber(one, operator), toNumber(other, operator)];
	if (operator === "<") return left < right;
	if (operator === ">") return left > right;
	return operator === "<=" ? left <= right : left >= right;
}
function isEqual(one, other) {
	if (typeof one !== "object" || typeof other !== "object") return one === other;
	return JSON.stringify(one) === JSON.stringify(other);
}
function isIn(one, other) {
	if (typeof other === "string") return other.includes(pythonText(one));
	if (Array.isArray(other)) return other.some((item) => isEqual(item, one));
	return isObject(other) && Object.hasOwn(other, pythonText(one));
}
function toNumber(value, operator) {
	if (typeof value === "number") return value;
	if (typeof value === "boolean") return Number(value);
	return cannot(`${operator} needs numbers, not ${value === void 0 ? "nothing" : pythonText(value).slice(0, 40)}`);
}
function lengthHint(value) {
	return typeof value === "string" ? value.length : lengthOf(value);
}
function cannot(message) {
	throw new UserError({
		message: `the prompt's template: ${message}`,
		hint: "Give the case a value that fits, or test it with {% if … %}."
	});
}

// src/prompts/templates/jinja/syntax.ts
/** The nodes directly within a node, in their order. */
function childrenOf(node) {
	switch (node.type) {
		case "If": return [
			node.test,
			...node.body,
			...node.alternate
		];
		case "For": return [
			node.iterable,
			...node.body,
			...node.defaultBlock
		];
		case "Set": return [...node.value === null ? [] : [node.value], ...node.body];
		case "ArrayLiteral":
		case "TupleLiteral": return node.value;
		case "ObjectLiteral": return [...node.value].flat();
		case "MemberExpression": return node.computed ? [node.object, node.property] : [node.object];
		case "CallExpression": return [node.callee, ...node.args];
		case "FilterExpression": return [node.operand, ...node.filter.type === "CallExpression" ? node.filter.args : []];
		case "TestExpression": return [node.operand, ...node.test.type === "CallExpression" ? node.test.args : []];
		case "UnaryExpression": return [node.argument];
		case "BinaryExpression": return [node.left, node.right];
		case "Ternary": return [
			node.condition,
			node.trueExpr,
			node.falseExpr
		];
		case "SelectExpression": return [node.lhs, node.test];
		default: return [];
	}
}

// src/prompts/templates/jinja/inspect.ts
const constants = [
	"true",
	"True",
	"false",
	"False",
	"none",
	"None"
];
const knownTypes = new Set(["Comment If For Set Identifier StringLiteral IntegerLiteral FloatLiteral ArrayLiteral TupleLiteral ObjectLiteral", "MemberExpression CallExpression FilterExpression TestExpression UnaryExpression BinaryExpression Ternary SelectExpression"].flatMap((line) => line.split(" ")));
/** What a template reads and what it cannot do here. Offsets are those of the tag in which something stands first. */
function inspectNodes(nodes, tags, dialect) {
	const inspector = new Inspector(tags, dialect);
	inspector.visitAll(nodes, new Set(constants), false);
	return {
		variables: inspector.variables(),
		partials: [],
		mistakes: inspector.mistakes
	};
}
var Inspector = class {
	mistakes = [];
	#offsets;
	#first;
	#required = /* @__PURE__ */ new Set();
	#optional = /* @__PURE__ */ new Set();
	#filters;
	constructor(tags, { lacks }) {
		this.#filters = [...Object.keys(filters), ...Object.keys(filterAliases)].filter((name) => !lacks.includes(name));
		this.#offsets = indexNames(tags);
		this.#first = tags[0]?.offset ?? 0;
	}
	variables() {
		return [.../* @__PURE__ */ new Set([...this.#required, ...this.#optional])].map((name) => ({
			name,
			offset: this.#find(name),
			optional: this.#isOptional(name)
		})).sort((one, other) => one.offset - other.offset);
	}
	visitAll(nodes, bound, optional) {
		for (const node of nodes) this.#visit(node, bound, optional);
	}
	/** Whether the template asks for it, or for what it is a part of, before it uses it. */
	#isOptional(name) {
		const keys = name.split(".");
		return keys.some((_, index) => this.#optional.has(keys.slice(0, index + 1).join(".")));
	}
	#visit(node, bound, optional) {
		if (!knownTypes.has(node.type)) {
			this.#tell(`${node.type} is no part of the template language here`, void 0, "");
			return;
		}
		const path = pathOf(node);
		if (path !== null) {
			const [root = ""] = path.split(".");
			if (!bound.has(root)) (optional ? this.#optional : this.#required).add(path);
			return;
		}
		switch (node.type) {
			case "If":
				this.#visit(node.test, bound, true);
				this.visitAll([...node.body, ...node.alternate], bound, optional);
				return;
			case "Ternary":
				this.#visit(node.condition, bound, true);
				this.visitAll([node.trueExpr, node.falseExpr], bound, optional);
				return;
			case "For": {
				const names = node.loopvar.type === "TupleLiteral" ? node.loopvar.value.map(nameOf) : [nameOf(node.loopvar)];
				const inner = /* @__PURE__ */ new Set([
					...bound,
					...names,
					"loop"
				]);
				const filtered = node.iterable.type === "SelectExpression" ? node.iterable : null;
				this.#visit(filtered?.lhs ?? node.iterable, bound, optional || node.defaultBlock.length > 0);
				if (filtered !== null) this.#visit(filtered.test, inner, true);
				this.visitAll(node.body, inner, optional);
				this.visitAll(node.defaultBlock, bound, optional);
				return;
			}
			case "Set":
				this.visitAll(childrenOf(node), bound, optional);
				if (nameOf(node.assignee) === "" || node.value === null) this.#tell("{% set %} takes one name and a value", void 0, "set");
				bound.add(nameOf(node.assignee));
				return;
			case "FilterExpression":
				this.#checkName("filter", writtenName(node.filter), this.#filters);
				this.visitAll(childrenOf(node), bound, optional || filterOf(node.filter).name === "default");
				return;
			case "TestExpression":
				this.#checkName("test", testOf(node.test).name, Object.keys(tests));
				this.visitAll(childrenOf(node), bound, true);
				return;
			case "CallExpression":
				this.#visitCall(node, bound, optional);
				return;
			case "BinaryExpression":
				this.visitAll(childrenOf(node), bound, optional || node.operator.value === "or");
				return;
			default: this.visitAll(childrenOf(node), bound, optional);
		}
	}
	#visitCall(node, bound, optional) {
		if (node.callee.type === "MemberExpression" && !node.callee.computed) {
			this.#checkName("method", nameOf(node.callee.property), methodNames);
			this.#visit(node.callee.object, bound, optional);
		} else this.#checkName("function", nameOf(node.callee), ["range"]);
		this.visitAll(node.args, bound, optional);
	}
	#checkName(kind, name, known) {
		if (known.includes(name)) return;
		const near = nearest(name, known);
		this.#tell(`the ${kind} ${name || "called"} is not there`, near === null ? `There is: ${known.join(", ")}.` : `Did you mean ${near}?`, name);
	}
	#tell(message, hint, name) {
		this.mistakes.push({
			message,
			...hint === void 0 ? {} : { hint },
			offset: this.#find(name)
		});
	}
	/** Where it, or else its last part, stands first; where the first tag stands if it is nowhere as it is. */
	#find(name) {
		const last = name.slice(name.lastIndexOf(".") + 1);
		return this.#offsets.get(name) ?? this.#offsets.get(last) ?? this.#first;
	}
};
/** Every path of names in the tags, and every name in one, with the offset of its first use. */
function indexNames(tags) {
	const offsets = /* @__PURE__ */ new Map();
	for (const { offset, text } of tags) for (const { 0: path, index } of text.matchAll(/[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*/gu)) {
		const names = path.split(".");
		let length = 0;
		for (const [position, name] of names.entries()) {
			const prefix = names.slice(0, position + 1).join(".");
			if (!offsets.has(prefix)) offsets.set(prefix, offset + index);
			if (!offsets.has(name)) offsets.set(name, offset + index + length);
			length += name.length + 1;
		}
	}
	return offsets;
}
/** `a.b` where the node is a chain of plain names; null for anything else. */
function pathOf(node) {
	if (node.type === "Identifier") return node.value;
	if (node.type !== "MemberExpression") return null;
	const object = pathOf(node.object);
	if (object === null) return null;
	return node.computed ? object : `${object}.${nameOf(node.property)}`;
}

// src/prompts/templates/jinja/render.ts
/** Writes the nodes of a template with the values of a case. */
function renderNodes(nodes, values, dialect, writer) {
	writeNodes(nodes, {
		names: new Map(Object.entries(values)),
		outer: null,
		dialect
	}, writer);
}
function writeNodes(nodes, scope, writer) {
	for (const node of nodes) writeNode(node, scope, writer);
}
function writeNode(node, scope, writer) {
	writer.step();
	switch (node.type) {
		case "Comment": return;
		case "If":
			writeNodes(scope.dialect.isTrue(evaluate(node.test, scope, writer)) ? node.body : node.alternate, scope, writer);
			return;
		case "For":
			writeLoop(node, scope, writer);
			return;
		case "Set":
			scope.names.set(nameOf(node.assignee), node.value === null ? void 0 : evaluate(node.value, scope, writer));
			return;
		case "StringLiteral":
			for (const { role, text } of splitAtRoles(node.value)) {
				if (role !== null) writer.startMessage(role);
				writer.write(text);
			}
			return;
		default: writer.write(scope.dialect.toText(evaluate(node, scope, writer)));
	}
}
function writeLoop(node, scope, writer) {
	const filtered = node.iterable.type === "SelectExpression" ? node.iterable : null;
	const names = node.loopvar.type === "TupleLiteral" ? node.loopvar.value.map(nameOf) : [nameOf(node.loopvar)];
	const bind = (item) => {
		if (names.length === 1) return /* @__PURE__ */ new Map([[names[0] ?? "", item]]);
		const parts = Array.isArray(item) ? item : isObject(item) ? Object.values(item) : [];
		return new Map(names.map((name, index) => [name, parts[index]]));
	};
	const { dialect } = scope;
	const all = itemsOf(evaluate(filtered?.lhs ?? node.iterable, scope, writer), names.length > 1, dialect, writer);
	const items = filtered === null ? all : all.filter((item) => dialect.isTrue(evaluate(filtered.test, {
		names: bind(item),
		outer: scope,
		dialect
	}, writer)));
	if (items.length === 0) writeNodes(node.defaultBlock, scope, writer);
	for (const [index, item] of items.entries()) {
		writer.step();
		const loop = {
			index: index + 1,
			index0: index,
			first: index === 0,
			last: index === items.length - 1,
			length: items.length,
			revindex: items.length - index,
			revindex0: items.length - index - 1
		};
		writeNodes(node.body, {
			names: bind(item).set("loop", loop),
			outer: scope,
			dialect
		}, writer);
	}
}
function itemsOf(value, inPairs, { mapsInPairs }, writer) {
	const items = toList(value, writer);
	return inPairs && mapsInPairs && isObject(value) ? items.map((key) => [key, value[String(key)] ?? null]) : items;
}

// src/prompts/templates/jinja/scan-tags.ts
const statements = [
	"if",
	"elif",
	"else",
	"endif",
	"for",
	"endfor",
	"set"
];
/** The tags of a template. */
function scanTags(template) {
	const tags = [];
	let half = null;
	for (const { opener, start, end } of findTags(template)) {
		const text = template.slice(start, end ?? start + opener.length);
		if (end === null) {
			if (opener !== "{#") half ??= {
				text,
				offset: start
			};
		} else if (opener !== "{#") {
			const [, word = ""] = /^\{%-?\s*([a-z]*)/.exec(text) ?? [];
			tags.push({
				offset: start,
				text,
				word: opener === "{%" ? word : null
			});
		}
	}
	return {
		tags,
		half
	};
}
/** Statements that are not known, not closed or not opened: what a parser tells without a line. */
function checkTags({ tags, half }) {
	const mistakes = [];
	const open = [];
	for (const each of tags) {
		const { word, offset } = each;
		if (word === null || word === "set") continue;
		if (!statements.includes(word)) {
			const near = nearest(word, statements);
			mistakes.push({
				message: `{% ${word} %} is no part of the template language here`,
				hint: near === null ? `Statements: ${statements.join(", ")}.` : `Did you mean {% ${near} %}?`,
				offset
			});
		} else if (word === "if" || word === "for") open.push(each);
		else {
			const opened = open.at(-1);
			if (!(word === "endfor" ? opened?.word === "for" : word === "else" ? opened !== void 0 : opened?.word === "if")) mistakes.push({
				message: `{% ${word} %} closes nothing that is open`,
				offset
			});
			else if (word.startsWith("end")) open.pop();
		}
	}
	for (const { word, offset } of open) mistakes.push({
		message: `{% ${word} %} is not closed`,
		hint: `Close it with {% end${word} %}.`,
		offset
	});
	if (half !== null) mistakes.push({
		message: `${half.text} is not closed`,
		offset: half.offset
	});
	return mistakes;
}

// src/prompts/templates/jinja/jinja.ts
/** A template within which tags nest deeper is no prompt; the parser recurses. */
const depthLimit$1 = 100;
/**
* The subset of Jinja that Prompty's specification asks of every runtime, with loops' variables and a little more. Lines
* such as `system:` in the template's own text begin messages.
*/
const jinja = createEngine("Jinja's variables, filters, if, for, set and comments", python, markRoleLines);
/** The same of nunjucks, in which promptfoo's prompts are written; a text is one message. */
const nunjucks = createEngine("nunjucks: variables, filters, if, for, set and comments", javascript, (template) => template.replaceAll("", "�"));
function createEngine(description, dialect, prepare) {
	const parsed = remember((template) => parseTemplate$1(template, dialect, prepare));
	return {
		description,
		inspect: (template) => parsed(template).inspection,
		render(template, values, writer) {
			const { nodes, inspection } = parsed(template);
			if (inspection.mistakes.length > 0) throw new InternalError("a template with mistakes is not rendered");
			renderNodes(nodes, values, dialect, writer);
		}
	};
}
function parseTemplate$1(template, dialect, prepare) {
	const scanned = scanTags(template);
	const { tags } = scanned;
	const mistakes = checkTags(scanned);
	const refuse = (all) => ({
		nodes: [],
		inspection: {
			variables: [],
			partials: [],
			mistakes: all
		}
	});
	if (mistakes.length > 0) return refuse(mistakes);
	const blanks = findTooManyBlanks(template);
	if (blanks !== null) return refuse([{
		message: "too many blanks stand in a row",
		hint: "Take them out.",
		offset: blanks
	}]);
	const offset = tags[0]?.offset ?? 0;
	if (deepest(template) > depthLimit$1) return refuse([{
		message: "the template is nested too deeply",
		offset
	}]);
	try {
		const nodes = parse(tokenize(prepare(template))).body;
		if (isDeep(nodes)) return refuse([{
			message: "an expression of the template is nested too deeply",
			offset
		}]);
		return {
			nodes,
			inspection: inspectNodes(nodes, tags, dialect)
		};
	} catch (error) {
		return refuse([{
			message: `the template does not parse: ${error.message}`,
			offset
		}]);
	}
}
/** What the tokeniser takes for runs of white space: the square of the length of each. */
const blankLimit = 2e7;
/** Where the run of white space stands with which they become too many; null where they do not. */
function findTooManyBlanks(template) {
	let cost = 0;
	for (const { 0: run, index } of template.matchAll(/\s+/g)) {
		cost += run.length ** 2;
		if (cost > blankLimit) return index;
	}
	return null;
}
/** How deep statements and brackets stand within each other, at most; found without recursion. */
function deepest(template) {
	let depth = 0;
	let most = 0;
	for (const [token] of template.matchAll(/\{%-?\s*(?:if|for)\b|\{%-?\s*end|[([{]|[)\]}]|\bnot\b/g)) {
		const closes = token.endsWith("end") || /^[)\]}]$/.test(token);
		depth += closes ? -1 : 1;
		if (/^[)\]}]$/.test(token) && depth < 0) depth = 0;
		most = Math.max(most, depth);
		if (token === "not") depth -= 1;
	}
	return most;
}
/** Whether nodes stand within each other deeper than the interpreter may recurse: a sum of a thousand terms does. */
function isDeep(nodes) {
	let level = nodes;
	for (let depth = 0; depth <= 200; depth++) {
		if (level.length === 0) return false;
		level = level.flatMap(childrenOf);
	}
	return true;
}

// node_modules/mustache/mustache.mjs
/*!
* mustache.js - Logic-less {{mustache}} templates with JavaScript
* http://github.com/janl/mustache.js
*/
var objectToString = Object.prototype.toString;
var isArray = Array.isArray || function isArrayPolyfill(object) {
	return objectToString.call(object) === "[object Array]";
};
function isFunction(object) {
	return typeof object === "function";
}
/**
* More correct typeof string handling array
* which normally returns typeof 'object'
*/
function typeStr(obj) {
	return isArray(obj) ? "array" : typeof obj;
}
function escapeRegExp(string) {
	return string.replace(/[\-\[\]{}()*+?.,\\\^$|#\s]/g, "\\$&");
}
/**
* Null safe way of checking whether or not an object,
* including its prototype, has a given property
*/
function hasProperty(obj, propName) {
	return obj != null && typeof obj === "object" && propName in obj;
}
/**
* Safe way of detecting whether or not the given thing is a primitive and
* whether it has the given property
*/
function primitiveHasOwnProperty(primitive, propName) {
	return primitive != null && typeof primitive !== "object" && primitive.hasOwnProperty && primitive.hasOwnProperty(propName);
}
var regExpTest = RegExp.prototype.test;
function testRegExp(re, string) {
	return regExpTest.call(re, string);
}
var nonSpaceRe = /\S/;
function isWhitespace(string) {
	return !testRegExp(nonSpaceRe, string);
}
var entityMap = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;",
	"/": "&#x2F;",
	"`": "&#x60;",
	"=": "&#x3D;"
};
function escapeHtml(string) {
	return String(string).replace(/[&<>"'`=\/]/g, function fromEntityMap(s) {
		return entityMap[s];
	});
}
var whiteRe = /\s*/;
var spaceRe = /\s+/;
var equalsRe = /\s*=/;
var curlyRe = /\s*\}/;
var tagRe = /#|\^|\/|>|\{|&|=|!/;
/**
* Breaks up the given `template` string into a tree of tokens. If the `tags`
* argument is given here it must be an array with two string values: the
* opening and closing tags used in the template (e.g. [ "<%", "%>" ]). Of
* course, the default is to use mustaches (i.e. mustache.tags).
*
* A token is an array with at least 4 elements. The first element is the
* mustache symbol that was used inside the tag, e.g. "#" or "&". If the tag
* did not contain a symbol (i.e. {{myValue}}) this element is "name". For
* all text that appears outside a symbol this element is "text".
*
* The second element of a token is its "value". For mustache tags this is
* whatever else was inside the tag besides the opening symbol. For text tokens
* this is the text itself.
*
* The third and fourth elements of the token are the start and end indices,
* respectively, of the token in the original template.
*
* Tokens that are the root node of a subtree contain two more elements: 1) an
* array of tokens in the subtree and 2) the index in the original template at
* which the closing tag for that section begins.
*
* Tokens for partials also contain two more elements: 1) a string value of
* indendation prior to that tag and 2) the index of that tag on that line -
* eg a value of 2 indicates the partial is the third tag on this line.
*/
function parseTemplate(template, tags) {
	if (!template) return [];
	var lineHasNonSpace = false;
	var sections = [];
	var tokens = [];
	var spaces = [];
	var hasTag = false;
	var nonSpace = false;
	var indentation = "";
	var tagIndex = 0;
	function stripSpace() {
		if (hasTag && !nonSpace) while (spaces.length) delete tokens[spaces.pop()];
		else spaces = [];
		hasTag = false;
		nonSpace = false;
	}
	var openingTagRe, closingTagRe, closingCurlyRe;
	function compileTags(tagsToCompile) {
		if (typeof tagsToCompile === "string") tagsToCompile = tagsToCompile.split(spaceRe, 2);
		if (!isArray(tagsToCompile) || tagsToCompile.length !== 2) throw new Error("Invalid tags: " + tagsToCompile);
		openingTagRe = new RegExp(escapeRegExp(tagsToCompile[0]) + "\\s*");
		closingTagRe = new RegExp("\\s*" + escapeRegExp(tagsToCompile[1]));
		closingCurlyRe = new RegExp("\\s*" + escapeRegExp("}" + tagsToCompile[1]));
	}
	compileTags(tags || mustache$1.tags);
	var scanner = new Scanner(template);
	var start, type, value, chr, token, openSection;
	while (!scanner.eos()) {
		start = scanner.pos;
		value = scanner.scanUntil(openingTagRe);
		if (value) for (var i = 0, valueLength = value.length; i < valueLength; ++i) {
			chr = value.charAt(i);
			if (isWhitespace(chr)) {
				spaces.push(tokens.length);
				indentation += chr;
			} else {
				nonSpace = true;
				lineHasNonSpace = true;
				indentation += " ";
			}
			tokens.push([
				"text",
				chr,
				start,
				start + 1
			]);
			start += 1;
			if (chr === "\n") {
				stripSpace();
				indentation = "";
				tagIndex = 0;
				lineHasNonSpace = false;
			}
		}
		if (!scanner.scan(openingTagRe)) break;
		hasTag = true;
		type = scanner.scan(tagRe) || "name";
		scanner.scan(whiteRe);
		if (type === "=") {
			value = scanner.scanUntil(equalsRe);
			scanner.scan(equalsRe);
			scanner.scanUntil(closingTagRe);
		} else if (type === "{") {
			value = scanner.scanUntil(closingCurlyRe);
			scanner.scan(curlyRe);
			scanner.scanUntil(closingTagRe);
			type = "&";
		} else value = scanner.scanUntil(closingTagRe);
		if (!scanner.scan(closingTagRe)) throw new Error("Unclosed tag at " + scanner.pos);
		if (type == ">") token = [
			type,
			value,
			start,
			scanner.pos,
			indentation,
			tagIndex,
			lineHasNonSpace
		];
		else token = [
			type,
			value,
			start,
			scanner.pos
		];
		tagIndex++;
		tokens.push(token);
		if (type === "#" || type === "^") sections.push(token);
		else if (type === "/") {
			openSection = sections.pop();
			if (!openSection) throw new Error("Unopened section \"" + value + "\" at " + start);
			if (openSection[1] !== value) throw new Error("Unclosed section \"" + openSection[1] + "\" at " + start);
		} else if (type === "name" || type === "{" || type === "&") nonSpace = true;
		else if (type === "=") compileTags(value);
	}
	stripSpace();
	openSection = sections.pop();
	if (openSection) throw new Error("Unclosed section \"" + openSection[1] + "\" at " + scanner.pos);
	return nestTokens(squashTokens(tokens));
}
/**
* Combines the values of consecutive text tokens in the given `tokens` array
* to a single token.
*/
function squashTokens(tokens) {
	var squashedTokens = [];
	var token, lastToken;
	for (var i = 0, numTokens = tokens.length; i < numTokens; ++i) {
		token = tokens[i];
		if (token) {
			if (token[0] === "text" && lastToken && lastToken[0] === "text") {
				lastToken[1] += token[1];
				lastToken[3] = token[3];
			} else {
				squashedTokens.push(token);
				lastToken = token;
			}
		}
	}
	return squashedTokens;
}
/**
* Forms the given array of `tokens` into a nested tree structure where
* tokens that represent a section have two additional items: 1) an array of
* all tokens that appear in that section and 2) the index in the original
* template that represents the end of that section.
*/
function nestTokens(tokens) {
	var nestedTokens = [];
	var collector = nestedTokens;
	var sections = [];
	var token, section;
	for (var i = 0, numTokens = tokens.length; i < numTokens; ++i) {
		token = tokens[i];
		switch (token[0]) {
			case "#":
			case "^":
				collector.push(token);
				sections.push(token);
				collector = token[4] = [];
				break;
			case "/":
				section = sections.pop();
				section[5] = token[2];
				collector = sections.length > 0 ? sections[sections.length - 1][4] : nestedTokens;
				break;
			default: collector.push(token);
		}
	}
	return nestedTokens;
}
/**
* A simple string scanner that is used by the template parser to find
* tokens in template strings.
*/
function Scanner(string) {
	this.string = string;
	this.tail = string;
	this.pos = 0;
}
/**
* Returns `true` if the tail is empty (end of string).
*/
Scanner.prototype.eos = function eos() {
	return this.tail === "";
};
/**
* Tries to match the given regular expression at the current position.
* Returns the matched text if it can match, the empty string otherwise.
*/
Scanner.prototype.scan = function scan(re) {
	var match = this.tail.match(re);
	if (!match || match.index !== 0) return "";
	var string = match[0];
	this.tail = this.tail.substring(string.length);
	this.pos += string.length;
	return string;
};
/**
* Skips all text until the given regular expression can be matched. Returns
* the skipped string, which is the entire tail if no match can be made.
*/
Scanner.prototype.scanUntil = function scanUntil(re) {
	var index = this.tail.search(re), match;
	switch (index) {
		case -1:
			match = this.tail;
			this.tail = "";
			break;
		case 0:
			match = "";
			break;
		default:
			match = this.tail.substring(0, index);
			this.tail = this.tail.substring(index);
	}
	this.pos += match.length;
	return match;
};
/**
* Represents a rendering context by wrapping a view object and
* maintaining a reference to the parent context.
*/
function Context(view, parentContext) {
	this.view = view;
	this.cache = { ".": this.view };
	this.parent = parentContext;
}
/**
* Creates a new context using the given view with this context
* as the parent.
*/
Context.prototype.push = function push(view) {
	return new Context(view, this);
};
/**
* Returns the value of the given name in this context, traversing
* up the context hierarchy if the value is absent in this context's view.
*/
Context.prototype.lookup = function lookup(name) {
	var cache = this.cache;
	var value;
	if (cache.hasOwnProperty(name)) value = cache[name];
	else {
		var context = this, intermediateValue, names, index, lookupHit = false;
		while (context) {
			if (name.indexOf(".") > 0) {
				intermediateValue = context.view;
				names = name.split(".");
				index = 0;
				/**
				* Using the dot notion path in `name`, we descend through the
				* nested objects.
				*
				* To be certain that the lookup has been successful, we have to
				* check if the last object in the path actually has the property
				* we are looking for. We store the result in `lookupHit`.
				*
				* This is specially necessary for when the value has been set to
				* `undefined` and we want to avoid looking up parent contexts.
				*
				* In the case where dot notation is used, we consider the lookup
				* to be successful even if the last "object" in the path is
				* not actually an object but a primitive (e.g., a string, or an
				* integer), because it is sometimes useful to access a property
				* of an autoboxed primitive, such as the length of a string.
				**/
				while (intermediateValue != null && index < names.length) {
					if (index === names.length - 1) lookupHit = hasProperty(intermediateValue, names[index]) || primitiveHasOwnProperty(intermediateValue, names[index]);
					intermediateValue = intermediateValue[names[index++]];
				}
			} else {
				intermediateValue = context.view[name];
				/**
				* Only checking against `hasProperty`, which always returns `false` if
				* `context.view` is not an object. Deliberately omitting the check
				* against `primitiveHasOwnProperty` if dot notation is not used.
				*
				* Consider this example:
				* ```
				* Mustache.render("The length of a football field is {{#length}}{{length}}{{/length}}.", {length: "100 yards"})
				* ```
				*
				* If we were to check also against `primitiveHasOwnProperty`, as we do
				* in the dot notation case, then render call would return:
				*
				* "The length of a football field is 9."
				*
				* rather than the expected:
				*
				* "The length of a football field is 100 yards."
				**/
				lookupHit = hasProperty(context.view, name);
			}
			if (lookupHit) {
				value = intermediateValue;
				break;
			}
			context = context.parent;
		}
		cache[name] = value;
	}
	if (isFunction(value)) value = value.call(this.view);
	return value;
};
/**
* A Writer knows how to take a stream of tokens and render them to a
* string, given a context. It also maintains a cache of templates to
* avoid the need to parse the same template twice.
*/
function Writer() {
	this.templateCache = {
		_cache: {},
		set: function set(key, value) {
			this._cache[key] = value;
		},
		get: function get(key) {
			return this._cache[key];
		},
		clear: function clear() {
			this._cache = {};
		}
	};
}
/**
* Clears all cached templates in this writer.
*/
Writer.prototype.clearCache = function clearCache() {
	if (typeof this.templateCache !== "undefined") this.templateCache.clear();
};
/**
* Parses and caches the given `template` according to the given `tags` or
* `mustache.tags` if `tags` is omitted,  and returns the array of tokens
* that is generated from the parse.
*/
Writer.prototype.parse = function parse(template, tags) {
	var cache = this.templateCache;
	var cacheKey = template + ":" + (tags || mustache$1.tags).join(":");
	var isCacheEnabled = typeof cache !== "undefined";
	var tokens = isCacheEnabled ? cache.get(cacheKey) : void 0;
	if (tokens == void 0) {
		tokens = parseTemplate(template, tags);
		isCacheEnabled && cache.set(cacheKey, tokens);
	}
	return tokens;
};
/**
* High-level method that is used to render the given `template` with
* the given `view`.
*
* The optional `partials` argument may be an object that contains the
* names and templates of partials that are used in the template. It may
* also be a function that is used to load partial templates on the fly
* that takes a single argument: the name of the partial.
*
* If the optional `config` argument is given here, then it should be an
* object with a `tags` attribute or an `escape` attribute or both.
* If an array is passed, then it will be interpreted the same way as
* a `tags` attribute on a `config` object.
*
* The `tags` attribute of a `config` object must be an array with two
* string values: the opening and closing tags used in the template (e.g.
* [ "<%", "%>" ]). The default is to mustache.tags.
*
* The `escape` attribute of a `config` object must be a function which
* accepts a string as input and outputs a safely escaped string.
* If an `escape` function is not provided, then an HTML-safe string
* escaping function is used as the default.
*/
Writer.prototype.render = function render(template, view, partials, config) {
	var tags = this.getConfigTags(config);
	var tokens = this.parse(template, tags);
	var context = view instanceof Context ? view : new Context(view, void 0);
	return this.renderTokens(tokens, context, partials, template, config);
};
/**
* Low-level method that renders the given array of `tokens` using
* the given `context` and `partials`.
*
* Note: The `originalTemplate` is only ever used to extract the portion
* of the original template that was contained in a higher-order section.
* If the template doesn't use higher-order sections, this argument may
* be omitted.
*/
Writer.prototype.renderTokens = function renderTokens(tokens, context, partials, originalTemplate, config) {
	var buffer = "";
	var token, symbol, value;
	for (var i = 0, numTokens = tokens.length; i < numTokens; ++i) {
		value = void 0;
		token = tokens[i];
		symbol = token[0];
		if (symbol === "#") value = this.renderSection(token, context, partials, originalTemplate, config);
		else if (symbol === "^") value = this.renderInverted(token, context, partials, originalTemplate, config);
		else if (symbol === ">") value = this.renderPartial(token, context, partials, config);
		else if (symbol === "&") value = this.unescapedValue(token, context);
		else if (symbol === "name") value = this.escapedValue(token, context, config);
		else if (symbol === "text") value = this.rawValue(token);
		if (value !== void 0) buffer += value;
	}
	return buffer;
};
Writer.prototype.renderSection = function renderSection(token, context, partials, originalTemplate, config) {
	var self = this;
	var buffer = "";
	var value = context.lookup(token[1]);
	function subRender(template) {
		return self.render(template, context, partials, config);
	}
	if (!value) return;
	if (isArray(value)) for (var j = 0, valueLength = value.length; j < valueLength; ++j) buffer += this.renderTokens(token[4], context.push(value[j]), partials, originalTemplate, config);
	else if (typeof value === "object" || typeof value === "string" || typeof value === "number") buffer += this.renderTokens(token[4], context.push(value), partials, originalTemplate, config);
	else if (isFunction(value)) {
		if (typeof originalTemplate !== "string") throw new Error("Cannot use higher-order sections without the original template");
		value = value.call(context.view, originalTemplate.slice(token[3], token[5]), subRender);
		if (value != null) buffer += value;
	} else buffer += this.renderTokens(token[4], context, partials, originalTemplate, config);
	return buffer;
};
Writer.prototype.renderInverted = function renderInverted(token, context, partials, originalTemplate, config) {
	var value = context.lookup(token[1]);
	if (!value || isArray(value) && value.length === 0) return this.renderTokens(token[4], context, partials, originalTemplate, config);
};
Writer.prototype.indentPartial = function indentPartial(partial, indentation, lineHasNonSpace) {
	var filteredIndentation = indentation.replace(/[^ \t]/g, "");
	var partialByNl = partial.split("\n");
	for (var i = 0; i < partialByNl.length; i++) if (partialByNl[i].length && (i > 0 || !lineHasNonSpace)) partialByNl[i] = filteredIndentation + partialByNl[i];
	return partialByNl.join("\n");
};
Writer.prototype.renderPartial = function renderPartial(token, context, partials, config) {
	if (!partials) return;
	var tags = this.getConfigTags(config);
	var value = isFunction(partials) ? partials(token[1]) : partials[token[1]];
	if (value != null) {
		var lineHasNonSpace = token[6];
		var tagIndex = token[5];
		var indentation = token[4];
		var indentedValue = value;
		if (tagIndex == 0 && indentation) indentedValue = this.indentPartial(value, indentation, lineHasNonSpace);
		var tokens = this.parse(indentedValue, tags);
		return this.renderTokens(tokens, context, partials, indentedValue, config);
	}
};
Writer.prototype.unescapedValue = function unescapedValue(token, context) {
	var value = context.lookup(token[1]);
	if (value != null) return value;
};
Writer.prototype.escapedValue = function escapedValue(token, context, config) {
	var escape = this.getConfigEscape(config) || mustache$1.escape;
	var value = context.lookup(token[1]);
	if (value != null) return typeof value === "number" && escape === mustache$1.escape ? String(value) : escape(value);
};
Writer.prototype.rawValue = function rawValue(token) {
	return token[1];
};
Writer.prototype.getConfigTags = function getConfigTags(config) {
	if (isArray(config)) return config;
	else if (config && typeof config === "object") return config.tags;
	else return;
};
Writer.prototype.getConfigEscape = function getConfigEscape(config) {
	if (config && typeof config === "object" && !isArray(config)) return config.escape;
	else return;
};
var mustache$1 = {
	name: "mustache.js",
	version: "4.2.0",
	tags: ["{{", "}}"],
	clearCache: void 0,
	escape: void 0,
	parse: void 0,
	render: void 0,
	Scanner: void 0,
	Context: void 0,
	Writer: void 0,
	/**
	* Allows a user to override the default caching strategy, by providing an
	* object with set, get and clear methods. This can also be used to disable
	* the cache by setting it to the literal `undefined`.
	*/
	set templateCache(cache) {
		defaultWriter.templateCache = cache;
	},
	/**
	* Gets the default or overridden caching object from the default writer.
	*/
	get templateCache() {
		return defaultWriter.templateCache;
	}
};
var defaultWriter = new Writer();
/**
* Clears all cached templates in the default writer.
*/
mustache$1.clearCache = function clearCache() {
	return defaultWriter.clearCache();
};
/**
* Parses and caches the given template in the default writer and returns the
* array of tokens it contains. Doing this ahead of time avoids the need to
* parse templates on the fly as they are rendered.
*/
mustache$1.parse = function parse(template, tags) {
	return defaultWriter.parse(template, tags);
};
/**
* Renders the `template` with the given `view`, `partials`, and `config`
* using the default writer.
*/
mustache$1.render = function render(template, view, partials, config) {
	if (typeof template !== "string") throw new TypeError("Invalid template! Template should be a \"string\" but \"" + typeStr(template) + "\" was given as the first argument for mustache#render(template, view, partials)");
	return defaultWriter.render(template, view, partials, config);
};
mustache$1.escape = escapeHtml;
mustache$1.Scanner = Scanner;
mustache$1.Context = Context;
mustache$1.Writer = Writer;

// src/prompts/templates/mustache.ts
/** Sections within each other; the interpreter recurses. */
const depthLimit = 50;
const escapes = {
	"&": "&amp;",
	"\"": "&quot;",
	"<": "&lt;",
	">": "&gt;"
};
const parsed = remember((template) => {
	try {
		const tokens = new mustache$1.Writer().parse(template);
		return {
			tokens,
			inspection: inspect(tokens)
		};
	} catch (error) {
		const offset = Number(/at (\d+)$/.exec(error.message)?.[1] ?? 0);
		return {
			tokens: [],
			inspection: {
				variables: [],
				partials: [],
				mistakes: [{
					message: error.message.replace(/ at \d+$/, ""),
					offset
				}]
			}
		};
	}
});
/** Mustache without lambdas, which data cannot hold, and without partials, which nobody names a file for. */
const mustache = {
	description: "Mustache: {{name}}, {{{name}}}, sections and inverted sections",
	inspect: (template) => parsed(template).inspection,
	render: (template, values, writer) => write(parsed(template).tokens, [values], writer)
};
function inspect(tokens) {
	const variables = /* @__PURE__ */ new Map();
	const mistakes = [];
	const visit = (inner, depth) => {
		for (const [kind, value, offset, , within] of inner) {
			if (kind === ">") mistakes.push({
				message: `the partial ${value} cannot be included`,
				offset
			});
			if (depth > depthLimit) mistakes.push({
				message: "the template is nested too deeply",
				offset
			});
			if (mistakes.length > 0) return;
			const optional = depth > 0 || kind === "#" || kind === "^";
			if (/^(?:name|&|#|\^)$/.test(kind) && value !== "." && !variables.has(value)) variables.set(value, {
				name: value,
				offset,
				optional
			});
			if (within !== void 0) visit(within, depth + 1);
		}
	};
	visit(tokens, 0);
	return {
		variables: [...variables.values()],
		partials: [],
		mistakes
	};
}
/** `stack`: the values around, the innermost last. */
function write(tokens, stack, writer) {
	for (const [kind, name, , , inner = []] of tokens) {
		writer.step();
		if (kind === "text") writer.write(name);
		if (kind === "name" || kind === "&") {
			const value = find(stack, name);
			if (value === void 0) writer.missing.add(name);
			else writer.write(kind === "name" ? escapeText(toText(value)) : toText(value));
		}
		if (kind === "#") {
			const value = find(stack, name);
			if (Array.isArray(value)) for (const item of value) write(inner, [...stack, item], writer);
			else if (isThere(value)) write(inner, isObject(value) ? [...stack, value] : stack, writer);
		}
		if (kind === "^" && !isThere(find(stack, name))) write(inner, stack, writer);
	}
}
function find(stack, name) {
	if (name === ".") return stack.at(-1);
	const [first = "", ...rest] = name.split(".");
	const holder = stack.findLast((values) => isObject(values) && ownValue(values, first) !== void 0);
	return rest.reduce(ownValue, ownValue(holder, first));
}
function isThere(value) {
	return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
/** As LangChain's own renderer does. */
function escapeText(text) {
	return text.replace(/[&"<>]/g, (character) => escapes[character] ?? character);
}

// src/prompts/templates/registry.ts
/** Every language of templates beside plain `{{name}}`. */
const templateEngines = {
	jinja,
	nunjucks,
	handlebars,
	mustache,
	"f-string": fString
};
/** Languages in which the text of one message may begin further ones. */
const bodyLanguages = /* @__PURE__ */ new Set(["jinja", "handlebars"]);

export { kindOf as _, partialUses as a, readFileReference as b, templateVariables as c, toSnakeCase as d, filePart as f, mediaTypeOf as g, mediaEndings as h, expandPartials as i, variableOffsets as l, splitMessage as m, templateEngines as n, renderMessages as o, markFiles as p, splitAtRoleLines as r, renderTemplate as s, bodyLanguages as t, readParameters as u, mapReferences as v, pathOf$1 as y };