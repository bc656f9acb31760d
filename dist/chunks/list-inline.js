import { t as openRepository } from "./repository.js";
import { _ as formatPlace, n as UserError } from "./errors.js";
import { c as loadProject, i as loadOptions } from "./find-changes.js";

// src/prompts/inline/call-sites.ts
const openai = { sdk: "OpenAI" };
const anthropic = { sdk: "Anthropic" };
const google = {
	sdk: "Google",
	positional: true
};
const vercel = { sdk: "AI SDK" };
const langchain = {
	sdk: "LangChain",
	positional: true
};
/** Call sites by the last parts of the name that is called; the longest that fits counts. */
const callSites = {
	"chat.completions.create": openai,
	"chat.completions.parse": openai,
	"chat.completions.stream": openai,
	"ChatCompletion.create": openai,
	"ChatCompletion.acreate": openai,
	"completions.create": openai,
	createChatCompletion: openai,
	"responses.create": openai,
	"responses.parse": openai,
	"responses.stream": openai,
	"messages.create": anthropic,
	"messages.stream": anthropic,
	"messages.parse": anthropic,
	GenerativeModel: { sdk: "Google" },
	getGenerativeModel: { sdk: "Google" },
	generateContent: google,
	generateContentStream: google,
	generate_content: google,
	generate_content_async: google,
	generate_content_stream: google,
	generateText: vercel,
	streamText: vercel,
	generateObject: vercel,
	streamObject: vercel,
	"ChatPromptTemplate.fromMessages": langchain,
	"ChatPromptTemplate.from_messages": langchain,
	"ChatPromptTemplate.fromTemplate": langchain,
	"ChatPromptTemplate.from_template": langchain,
	"PromptTemplate.fromTemplate": langchain,
	"PromptTemplate.from_template": langchain,
	"SystemMessagePromptTemplate.fromTemplate": langchain,
	"SystemMessagePromptTemplate.from_template": langchain,
	"HumanMessagePromptTemplate.fromTemplate": langchain,
	"HumanMessagePromptTemplate.from_template": langchain,
	PromptTemplate: langchain,
	SystemMessage: langchain,
	HumanMessage: langchain,
	"litellm.completion": { sdk: "LiteLLM" },
	"litellm.acompletion": { sdk: "LiteLLM" },
	acompletion: { sdk: "LiteLLM" },
	completion: { sdk: "LiteLLM" },
	"ollama.chat": { sdk: "Ollama" },
	"ollama.generate": { sdk: "Ollama" },
	"chat.complete": { sdk: "Mistral" },
	"chat.stream": { sdk: "Mistral" }
};
/** Names under which a call takes texts that are a prompt or a part of one. */
const promptKeys = /* @__PURE__ */ new Set([...[
	"content",
	"contents",
	"system",
	"prompt",
	"input",
	"instructions",
	"template",
	"text",
	"message",
	"parts"
], ...[
	"systemInstruction",
	"system_instruction",
	"system_prompt",
	"systemPrompt"
]]);
/** The first of a pair is the role, the second the text. */
const roleWords = /* @__PURE__ */ new Set([...[
	"system",
	"developer",
	"user",
	"human",
	"assistant",
	"ai"
]]);
/** One of these stands in every source that calls an SDK: most files are known to have nothing without being looked at. */
const anyCall = new RegExp([...new Set(Object.keys(callSites).map((name) => name.split(".").at(-1) ?? name))].map((name) => `\\b${name}\\b`).join("|"));

// src/prompts/inline/tokens.ts
/** Names, of Unicode's letters, too. */
const nameAt = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
/** What a sticky pattern finds at an offset; null where it does not fit there. */
function matchAt(pattern, text, offset) {
	pattern.lastIndex = offset;
	return pattern.exec(text)?.[0] ?? null;
}
/** Where a quoted text ends: the offset of the quote that closes it, or of where the text stops it. */
function endOfQuoted(text, start, quote, isOneLine) {
	for (let offset = start; offset < text.length; offset += 1) {
		const character = text[offset];
		if (character === "\\") offset += 1;
		else if (character === "\n" && isOneLine) return offset;
		else if (character === quote[0] && (quote.length === 1 || text.startsWith(quote, offset))) return offset;
	}
	return text.length;
}

// src/prompts/inline/lex-javascript.ts
const numberAt$1 = /\d[\w.]*/y;
/** Characters of a regular expression; a longer one is read as a division. */
const regexLimit = 300;
const flagsAt = /\w*/y;
/** Behind these words a slash begins a regular expression. */
const words = /* @__PURE__ */ new Set([
	"return",
	"typeof",
	"case",
	"in",
	"of",
	"delete",
	"void",
	"throw",
	"new",
	"else",
	"await"
]);
/** Tokens of TypeScript and JavaScript. A template literal is one string, in which `{…}` stands for what is put in. */
function* lexJavascript(text) {
	/** For each template literal around: how many braces of the expression in it are open. */
	const templates = [];
	let last = null;
	let offset = text.startsWith("#!") ? lineEnd(text, 0) : 0;
	const open = (start, written, from) => {
		const end = endOfTemplate(text, from);
		const whole = written + text.slice(from, end.offset);
		if (!end.isExpression) {
			offset = end.offset + 1;
			return {
				kind: "string",
				text: whole,
				start
			};
		}
		templates.push({
			depth: 0,
			start,
			written: `${whole}{…}`
		});
		offset = end.offset + 2;
		return null;
	};
	while (offset < text.length) {
		const character = text[offset] ?? "";
		const start = offset;
		let token = null;
		const inner = templates.at(-1);
		if (/\s/.test(character)) {
			offset += 1;
			continue;
		}
		if (text.startsWith("//", offset)) {
			offset = lineEnd(text, offset);
			continue;
		}
		if (text.startsWith("/*", offset)) {
			const end = text.indexOf("*/", offset + 2);
			offset = end === -1 ? text.length : end + 2;
			continue;
		}
		if (inner !== void 0 && character === "}" && inner.depth === 0) {
			templates.pop();
			token = open(inner.start, inner.written, offset + 1);
		} else if (character === "\"" || character === "'") {
			const end = endOfQuoted(text, offset + 1, character, true);
			token = {
				kind: "string",
				text: text.slice(offset + 1, end),
				start
			};
			offset = end + 1;
		} else if (character === "`") token = open(offset, "", offset + 1);
		else {
			const regex = character === "/" && mayBeginRegex(last) ? regexFrom(text, offset) : null;
			const name = regex === null ? matchAt(nameAt, text, offset) : null;
			const number = regex ?? (name === null ? matchAt(numberAt$1, text, offset) : null);
			if (name !== null) token = {
				kind: "name",
				text: name,
				start
			};
			else if (number === null) {
				token = {
					kind: "mark",
					text: character,
					start
				};
				if (inner !== void 0 && character === "{") inner.depth += 1;
				if (inner !== void 0 && character === "}") inner.depth -= 1;
			} else token = {
				kind: "mark",
				text: "0",
				start
			};
			offset += (name ?? number ?? character).length;
		}
		if (token !== null && templates.length === 0) yield token;
		last = token ?? {
			kind: "mark",
			text: "`",
			start
		};
	}
}
/** The regular expression that begins here, with its flags; null where none ends on this line. */
function regexFrom(text, start) {
	let isClass = false;
	for (let offset = start + 1; offset < Math.min(text.length, start + regexLimit); offset += 1) {
		const character = text[offset];
		if (character === "\n") return null;
		if (character === "\\") offset += 1;
		else if (character === "[") isClass = true;
		else if (character === "]") isClass = false;
		else if (character === "/" && !isClass) return text.slice(start, offset + 1) + (matchAt(flagsAt, text, offset + 1) ?? "");
	}
	return null;
}
/** A slash divides behind a value; everywhere else it begins a regular expression. */
function mayBeginRegex(last) {
	if (last === null) return true;
	if (last.kind === "name") return words.has(last.text);
	return last.kind === "mark" && !/[)\]}0]/.test(last.text);
}
function endOfTemplate(text, from) {
	for (let offset = from; offset < text.length; offset += 1) {
		const character = text[offset];
		if (character === "\\") offset += 1;
		else if (character === "`") return {
			offset,
			isExpression: false
		};
		else if (character === "$" && text[offset + 1] === "{") return {
			offset,
			isExpression: true
		};
	}
	return {
		offset: text.length,
		isExpression: false
	};
}
function lineEnd(text, offset) {
	const end = text.indexOf("\n", offset);
	return end === -1 ? text.length : end;
}

// src/prompts/inline/lex-python.ts
const prefixAt = /(?:[rbfu]|rb|br|rf|fr)?(?:"""|'''|"|')/iy;
const numberAt = /\d[\w.]*/y;
/** Tokens of Python. */
function* lexPython(text) {
	let offset = 0;
	while (offset < text.length) {
		const character = text[offset] ?? "";
		const start = offset;
		if (/[\s\\]/.test(character)) {
			offset += 1;
			continue;
		}
		if (character === "#") {
			const end = text.indexOf("\n", offset);
			offset = end === -1 ? text.length : end;
			continue;
		}
		const opening = matchAt(prefixAt, text, offset);
		if (opening !== null) {
			const quote = opening.replace(/^[a-z]+/i, "");
			const from = offset + opening.length;
			const end = endOfQuoted(text, from, quote, quote.length === 1);
			yield {
				kind: "string",
				text: text.slice(from, end),
				start
			};
			offset = end + quote.length;
			continue;
		}
		const name = matchAt(nameAt, text, offset);
		const number = name === null ? matchAt(numberAt, text, offset) : null;
		yield name === null ? {
			kind: "mark",
			text: number === null ? character : "0",
			start
		} : {
			kind: "name",
			text: name,
			start
		};
		offset += (name ?? number ?? character).length;
	}
}

// src/prompts/inline/find-inline-prompts.ts
/** Characters of one source: what is larger was made by a program. */
const sizeLimit = 1e6;
const promptLimit = 1e4;
const firstWordsLimit = 80;
/** Brackets within each other. */
const depthLimit = 1e3;
const lexers = [[/(?<!\.d)\.[cm]?tsx?$|\.[cm]?jsx?$/, lexJavascript], [/\.pyi?$/, lexPython]];
/** Whether prompts are looked for in a file of this name: what others wrote and what programs make is left out. */
function isSource(path) {
	return lexers.some(([endings]) => endings.test(path)) && !/(?:^|\/)(?:node_modules|dist|build|vendor|third_party|\.venv|venv|site-packages)\/|\.min\.js$/.test(path);
}
/**
* Strings at the call sites of known SDKs, and constants of the same file that stand there by name: found by reading
* tokens, never run. Time grows with the length of the texts.
*/
function findInlinePrompts(sources) {
	const found = [];
	for (const { path, text } of sources) {
		const lexer = lexers.find(([endings]) => endings.test(path))?.[1];
		if (lexer === void 0 || text.length > sizeLimit || !anyCall.test(text)) continue;
		found.push(...findInSource(path, text, lexer));
		if (found.length > promptLimit) break;
	}
	return found.slice(0, promptLimit);
}
function findInSource(path, text, lexer) {
	const tokens = [...lexer(text)];
	const constants = findConstants(tokens);
	const litellm = /\blitellm\b/.test(text);
	const pieces = /* @__PURE__ */ new Map();
	const frames = [newFrame("", null, false, null)];
	for (const [index, token] of tokens.entries()) {
		const frame = frames.at(-1);
		const next = tokens[index + 1];
		if (token.kind === "mark") {
			if (/[([{]/.test(token.text)) {
				const called = token.text === "(" ? calledAt(tokens, index, litellm) : null;
				const key = token.text === "{" ? null : frame.key;
				if (frames.length < depthLimit) frames.push(newFrame(token.text, called ?? frame.call, called !== null, called === null ? key : null));
			} else if (/[)\]}]/.test(token.text)) {
				if (frames.length > 1) frames.pop();
			} else if (token.text === ",") {
				frame.index += 1;
				frame.key = frame.outerKey;
				frame.isTernary = false;
				frame.piece = null;
			} else if (token.text === "?" && next?.text !== "." && next?.text !== "?") frame.isTernary = true;
			else if (token.text === ":" && frame.isTernary) frame.piece = null;
			continue;
		}
		if (token.kind === "name" && token.text === "else") frame.piece = null;
		if (frame.call === null) continue;
		if (next?.kind === "mark" && (next.text === ":" && frame.bracket === "{" && !frame.isTernary || next.text === "=" && token.kind === "name" && !isMark(tokens[index + 2], /[=>]/))) {
			frame.key = token.text;
			frame.piece = null;
			continue;
		}
		const given = token.kind === "string" ? token : constantAt(tokens, index, constants);
		if (given === null) continue;
		if (isPrompt(frame)) take(frame, given, pieces);
		if (frame.index === 0) frame.first ??= given.text;
	}
	const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
	let line = 0;
	return [...pieces.values()].sort((one, other) => one.start - other.start).map((piece) => {
		while ((lineStarts[line + 1] ?? Number.POSITIVE_INFINITY) <= piece.start) line += 1;
		const column = piece.start - (lineStarts[line] ?? 0) + 1;
		return toInlinePrompt({
			path,
			line: line + 1,
			column
		}, piece);
	});
}
function newFrame(bracket, call, isCall, key) {
	return {
		bracket,
		call,
		isCall,
		key,
		outerKey: key,
		index: 0,
		first: null,
		isTernary: false,
		piece: null
	};
}
/** Whether a text at this place is a prompt: by its name, by the role before it, or by its place in the call. */
function isPrompt(frame) {
	if (frame.index === 1 && frame.first !== null && roleWords.has(frame.first) && (frame.bracket === "(" || frame.bracket === "[")) return true;
	if (frame.key !== null) return promptKeys.has(frame.key);
	return frame.isCall && frame.index === 0 && frame.call?.site.positional === true;
}
/** Strings that are joined are one text; the same constant is told once. */
function take(frame, given, pieces) {
	if (frame.piece !== null) {
		frame.piece.text += given.text;
		return;
	}
	if (!/\p{L}/u.test(given.text) || frame.call === null) return;
	if (pieces.has(given.start)) return;
	frame.piece = {
		start: given.start,
		text: given.text,
		call: frame.call.name,
		sdk: frame.call.site.sdk
	};
	pieces.set(given.start, frame.piece);
}
/** The call whose bracket opens here. */
function calledAt(tokens, index, litellm) {
	const parts = [];
	let at = index - 1;
	while (parts.length < 3 && tokens[at]?.kind === "name") {
		parts.unshift(tokens[at]?.text ?? "");
		if (tokens[at - 1]?.text !== "." || tokens[at - 1]?.kind !== "mark") break;
		at -= tokens[at - 2]?.text === "?" ? 3 : 2;
	}
	for (let from = 0; from < parts.length; from += 1) {
		const name = parts.slice(from).join(".");
		const site = Object.hasOwn(callSites, name) ? callSites[name] : void 0;
		if (site !== void 0 && (litellm || !/^a?completion$/.test(name))) return {
			name,
			site
		};
	}
	return null;
}
/** `NAME = "…"` anywhere in the file, also through a function or a tag: what a call is given by name. */
function findConstants(tokens) {
	const constants = /* @__PURE__ */ new Map();
	for (const [index, token] of tokens.entries()) {
		if (token.kind !== "string") continue;
		let at = index - 1;
		if (isMark(tokens[at], /\(/)) at -= 1;
		for (let steps = 0; steps < 6 && (tokens[at]?.kind === "name" || isMark(tokens[at], /\./)); steps += 1) at -= 1;
		if (!isMark(tokens[at], /=/)) continue;
		const name = isMark(tokens[at - 2], /:/) ? tokens[at - 3] : tokens[at - 1];
		if (name?.kind === "name" && !constants.has(name.text)) constants.set(name.text, token);
	}
	return constants;
}
function isMark(token, pattern) {
	return token?.kind === "mark" && pattern.test(token.text);
}
/** The constant that a name stands for, where it is a value by itself. */
function constantAt(tokens, index, constants) {
	const before = tokens[index - 1];
	const next = tokens[index + 1];
	if (before?.kind === "mark" && before.text === ".") return null;
	if (next?.kind === "mark" && /[([:=]/.test(next.text)) return null;
	return constants.get(tokens[index]?.text ?? "") ?? null;
}
function toInlinePrompt(place, { text, call, sdk }) {
	const words = text.slice(0, 800).replace(/\\[nrt]|\\\n/g, " ").replace(/\s+/g, " ").trim();
	return {
		place,
		call,
		sdk,
		firstWords: words.length > firstWordsLimit ? `${words.slice(0, 79)}…` : words,
		length: text.length
	};
}

// src/prompts/inline/rate-maturity.ts
/** Names that a sentence lists. */
const listed = 3;
/** How far a repository has come, and what brings it further. `gated`: whether a workflow runs the comparison. */
function rateMaturity(inline, files, gated) {
	const [first] = inline;
	const move = first === void 0 ? [] : [`Move ${inline.length === 1 ? "the prompt" : `${inline.length} prompts`} out of the code, first ${formatPlace(first.place)}: write it to prompts/NAME.prompt.yml and read it from there.`];
	if (files.length === 0) {
		if (first !== void 0) return {
			level: 1,
			nextSteps: move
		};
		return {
			level: 0,
			nextSteps: ["Write the first prompt to prompts/NAME.prompt.yml, and name it in assay.yml."]
		};
	}
	const without = (has, step) => {
		const names = files.filter((file) => !has(file)).map(({ name }) => name);
		const more = names.length > listed ? ` and ${names.length - listed} more` : "";
		return names.length === 0 ? [] : [step(`${names.slice(0, listed).join(", ")}${more}`)];
	};
	const missing = [
		...without(({ cases }) => cases > 0, (names) => `Give ${names} a golden set: golden/NAME.jsonl, one case a line.`),
		...without(({ judged, cases }) => judged || cases === 0, (names) => `Say what judges ${names}: scorers in assay.yml.`),
		...without(({ versioned }) => versioned, (names) => `State a version in ${names}: version: 1.0.0.`),
		...gated ? [] : ["Let a workflow under .github/workflows compare every pull request with prompt-assay."]
	];
	if (missing.length > 0) return {
		level: 2,
		nextSteps: [...missing, ...move]
	};
	return {
		level: 3,
		nextSteps: move.length > 0 ? move : ["Nothing is missing. prompt-assay backtest tells what the last changes would have been judged."]
	};
}

// src/pipeline/list-inline.ts
/** Sources that are looked at, and characters of all of them. */
const sourceLimit = 5e4;
const characterLimit = 5e8;
/** Lists prompts that are strings in programs, and says how far the repository has come. Runs nothing, asks nobody. */
async function listInline(options) {
	const repository = await openRepository(options.directory, { ...options.environment });
	try {
		const tree = options.head === void 0 ? await repository.workingTree() : await repository.tree(options.head);
		const project = await loadProject(tree, loadOptions(repository.prefix, options));
		const { sources, warnings } = await readSources(tree, repository.prefix);
		const inline = findInlinePrompts(sources);
		const files = [...project.prompts.map(({ version, golden, scorers }) => ({
			name: version.name,
			path: version.path,
			cases: golden.cases.length,
			judged: scorers.length > 0 || golden.cases.some((testCase) => testCase.scorers.length > 0),
			versioned: version.semanticVersion !== null
		})), ...project.broken.map(({ path }) => ({
			name: path,
			path,
			cases: 0,
			judged: false,
			versioned: false
		}))];
		return {
			schemaVersion: 1,
			inline,
			files: files.length,
			sources: sources.length,
			maturity: rateMaturity(inline, files, await isGated(tree)),
			warnings
		};
	} finally {
		await repository.close();
	}
}
/** The sources of a folder, within limits. */
async function readSources(tree, folder) {
	const entries = (await tree.entries()).filter(({ path, kind }) => kind === "file" && isSource(path) && (folder === "" || path.startsWith(`${folder}/`)));
	const sources = [];
	let characters = 0;
	for (const { path } of entries.slice(0, sourceLimit)) {
		const text = await readText(tree, path);
		if (text === null) continue;
		sources.push({
			path,
			text
		});
		characters += text.length;
		if (characters > characterLimit) break;
	}
	return {
		sources,
		warnings: entries.length <= sourceLimit && characters <= characterLimit ? [] : [`only the first ${sources.length} sources were looked at`]
	};
}
async function readText(tree, path) {
	try {
		const bytes = await tree.read(path);
		return bytes === null ? null : new TextDecoder().decode(bytes);
	} catch (error) {
		if (error instanceof UserError) return null;
		throw error;
	}
}
/** Whether a workflow of the repository runs the comparison. */
async function isGated(tree) {
	for (const { path, kind } of await tree.entries()) {
		if (kind !== "file" || !/^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) continue;
		if (/prompt-assay/.test(await readText(tree, path) ?? "")) return true;
	}
	return false;
}

export { readSources as n, findInlinePrompts as r, listInline as t };