import { i as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { Q as quote, ct as throwProblems, ft as unknownProviderType, k as nearest, n as UserError, t as InternalError } from "./errors.js";
import { t as require_dist } from "./dist.js";
import { i as isPlainData, r as isObject } from "./json.js";
import { posix } from "node:path";

// src/source/scorer-spec.ts
/**
* Reads one entry of a list of scorers: `contains: {value: x}`, or the bare name `json-schema` where no option is needed.
* Only the shape is read here; whether the scorer exists and its options hold is for the registry of scorers.
*/
function readScorerSpec(entry, place, placeBelow = null) {
	if (typeof entry === "string") return { spec: {
		type: entry,
		name: entry,
		options: {},
		place
	} };
	const keys = isObject(entry) ? Object.keys(entry) : [];
	const type = keys[0];
	if (!isObject(entry) || type === void 0 || keys.length !== 1) return { problem: {
		message: "a scorer is one key with its options",
		hint: "For example: - contains: { value: \"{{expected}}\" }",
		place
	} };
	const written = entry[type] ?? {};
	if (!isObject(written)) return { problem: {
		message: `the options of ${type} are not a map`,
		hint: `For example: - ${type}: { name: mine }`,
		place
	} };
	const { name, ...options } = written;
	if (name !== void 0 && (typeof name !== "string" || name === "")) return { problem: {
		message: `the name of a scorer is a text, not ${JSON.stringify(name)}`,
		place
	} };
	const places = placeBelow === null ? {} : nestedPlaces(options, (below) => placeBelow([type, ...below]));
	return { spec: {
		type,
		name: name ?? type,
		options,
		place,
		...Object.keys(places).length > 0 && { places }
	} };
}
const deepest = 8;
/** The places of the scorers that options name under `scorer` and `scorers`, and of those that these name in turn. */
function nestedPlaces(options, placeBelow, depth = 0) {
	const entries = [];
	const { scorer, scorers } = options;
	if (scorer !== void 0) entries.push([["scorer"], scorer]);
	if (Array.isArray(scorers)) entries.push(...scorers.map((entry, index) => [["scorers", index], entry]));
	const places = {};
	for (const [keys, entry] of entries) {
		const pointer = `/${keys.join("/")}`;
		places[pointer] = placeBelow(keys);
		const [type, inner] = isObject(entry) ? Object.entries(entry)[0] ?? [] : [];
		if (type === void 0 || !isObject(inner ?? null) || depth === deepest) continue;
		const below = nestedPlaces(inner, (more) => placeBelow([
			...keys,
			type,
			...more
		]), depth + 1);
		for (const [further, place] of Object.entries(below)) places[`${pointer}/${type}${further}`] = place;
	}
	return places;
}

// src/source/text.ts
/** Decodes UTF-8 (a byte order mark is dropped) and folds line ends to `\n`. Throws a UserError where it is no UTF-8. */
function decodeText(path, bytes) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replaceAll("\r\n", "\n");
	} catch {
		throw new UserError({
			message: "not UTF-8 text",
			hint: "Save the file as UTF-8.",
			place: { path }
		});
	}
}

// src/source/yaml.ts
var import_dist = require_dist();
/** Aliases may be resolved this often: anchors are a convenience, not a way to build a bomb. */
const aliasLimit = 100;
/**
* Reads YAML 1.2 as data: one document, no custom tags, no merge keys, unique keys, bounded aliases and nesting.
* `lineOffset` is added to every line, for front matter that does not begin on the first line.
* Throws a UserError with every syntax error.
*/
function readYaml(path, text, lineOffset = 0) {
	const lines = new import_dist.LineCounter();
	const placeAt = (offset) => {
		const { line, col } = lines.linePos(offset);
		return {
			path,
			line: line + lineOffset,
			column: col
		};
	};
	const [document, second] = new import_dist.Composer({
		prettyErrors: false,
		uniqueKeys: false,
		logLevel: "silent"
	}).compose(boundedTokens(text, lines, placeAt), true, text.length);
	if (document === void 0) throw new InternalError("the YAML reader composed no document");
	const problems = [...document.errors, ...document.warnings].map((error) => ({
		message: `not valid YAML: ${error.message}`,
		place: placeAt(error.pos[0])
	}));
	problems.push(...mistakesWithin(document, placeAt));
	if (second !== void 0) problems.push({
		message: "more than one YAML document",
		place: placeAt(second.range[0])
	});
	if (problems.length > 0) throw new UserError(problems.sort(byPlace$1));
	const value = toPlainData(document, placeAt);
	const find = (keys) => {
		let node = document.contents;
		let pair = null;
		for (const key of keys) {
			if (!(0, import_dist.isCollection)(node)) break;
			const item = (0, import_dist.isMap)(node) ? node.items.find((entry) => (0, import_dist.isScalar)(entry.key) && String(entry.key.value) === String(key)) : node.items[key];
			if (item === void 0) break;
			pair = (0, import_dist.isPair)(item) ? item : null;
			const next = (0, import_dist.isPair)(item) ? item.value : item;
			if (next === null || next === void 0) break;
			node = next;
		}
		return {
			node,
			pair
		};
	};
	const start = (node) => placeAt(node?.range?.[0] ?? 0);
	return {
		value,
		place: (keys) => start(find(keys).node),
		keyPlace: (keys) => {
			const { node, pair } = find(keys);
			return start(pair?.key ?? node);
		},
		range: (keys) => {
			const range = find(keys).node?.range;
			return range ? [range[0], range[1]] : null;
		},
		placeAt
	};
}
/** The tokens of a text, as long as it is not nested too deeply: known before anything recurses. */
function* boundedTokens(text, lines, placeAt) {
	const parser = new import_dist.Parser(lines.addNewLine);
	lines.addNewLine(0);
	for (const lexeme of new import_dist.Lexer().lex(text)) {
		yield* parser.next(lexeme);
		if (parser.stack.length > 102) throw new UserError({
			message: "nested too deeply",
			place: placeAt(parser.offset)
		});
	}
	yield* parser.end();
}
function byPlace$1(left, right) {
	const [one, other] = [left.place, right.place];
	return (one?.line ?? 0) - (other?.line ?? 0) || (one?.column ?? 0) - (other?.column ?? 0);
}
/**
* What is YAML but no data: numbers that JSON does not know, and keys that stand twice (an own check, because that of the
* reader takes the square of the number of keys).
*/
function mistakesWithin(document, placeAt) {
	const problems = [];
	(0, import_dist.visit)(document, {
		Scalar(_, { value, range }) {
			if (typeof value !== "number" || Number.isFinite(value)) return;
			problems.push({
				message: "not a finite number",
				hint: "Write a number such as 0.7.",
				place: placeAt(range?.[0] ?? 0)
			});
		},
		Map(_, map) {
			const seen = /* @__PURE__ */ new Set();
			for (const { key } of map.items) {
				if (!(0, import_dist.isScalar)(key)) continue;
				const name = String(key.value);
				if (seen.has(name)) problems.push({
					message: "not valid YAML: the key stands twice",
					place: placeAt(key.range?.[0] ?? 0)
				});
				seen.add(name);
			}
		}
	});
	return problems;
}
function toPlainData(document, placeAt) {
	let value;
	try {
		value = document.toJS({ maxAliasCount: aliasLimit }) ?? null;
	} catch (error) {
		throw new UserError({
			message: `not valid YAML: ${error.message}`,
			place: placeAt(0)
		});
	}
	if (isPlainData(value)) return value;
	throw new UserError({
		message: "nested too deeply",
		place: placeAt(0)
	});
}

// src/source/repository-path.ts
/** The folder of a path relative to the repository's root; `.` for the root. */
function folderOf$1(path) {
	return posix.dirname(path);
}
/** The file of a prompt by its path: where several stand in one file, each has a path `FILE#NAME`. */
function fileOfPrompt(path) {
	return /^(.+?\.(?:ya?ml|json))#/.exec(path)?.[1] ?? path;
}
/** Joins parts of a path relative to the repository's root. */
function joinPath(...parts) {
	return posix.join(...parts);
}
/** The last part of a path. */
function fileName(path) {
	return posix.basename(path);
}
/** A path as a file writes it, relative to the file's folder; relative to the root, or null where it leaves the repository. */
function resolveWithin(from, written) {
	const path = posix.normalize(posix.join(posix.dirname(from), written));
	return posix.isAbsolute(written) || path === ".." || path.startsWith("../") || /^[a-z]:/i.test(written) || written.includes("\\") || written.includes("\0") ? null : path;
}

// node_modules/picomatch/lib/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const WIN_SLASH = "\\\\/";
	const WIN_NO_SLASH = `[^${WIN_SLASH}]`;
	const DEFAULT_MAX_EXTGLOB_RECURSION = 0;
	/**
	* Posix glob regex
	*/
	const DOT_LITERAL = "\\.";
	const PLUS_LITERAL = "\\+";
	const QMARK_LITERAL = "\\?";
	const SLASH_LITERAL = "\\/";
	const ONE_CHAR = "(?=.)";
	const QMARK = "[^/]";
	const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
	const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
	const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
	const POSIX_CHARS = {
		DOT_LITERAL,
		PLUS_LITERAL,
		QMARK_LITERAL,
		SLASH_LITERAL,
		ONE_CHAR,
		QMARK,
		END_ANCHOR,
		DOTS_SLASH,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!${START_ANCHOR}${DOTS_SLASH})`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`,
		NO_DOTS_SLASH: `(?!${DOTS_SLASH})`,
		QMARK_NO_DOT: `[^.${SLASH_LITERAL}]`,
		STAR: `${QMARK}*?`,
		START_ANCHOR,
		SEP: "/"
	};
	/**
	* Windows glob regex
	*/
	const WINDOWS_CHARS = {
		...POSIX_CHARS,
		SLASH_LITERAL: `[${WIN_SLASH}]`,
		QMARK: WIN_NO_SLASH,
		STAR: `${WIN_NO_SLASH}*?`,
		DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
		NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
		START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
		END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
		SEP: "\\"
	};
	/**
	* POSIX Bracket Regex
	*/
	const POSIX_REGEX_SOURCE = {
		__proto__: null,
		alnum: "a-zA-Z0-9",
		alpha: "a-zA-Z",
		ascii: "\\x00-\\x7F",
		blank: " \\t",
		cntrl: "\\x00-\\x1F\\x7F",
		digit: "0-9",
		graph: "\\x21-\\x7E",
		lower: "a-z",
		print: "\\x20-\\x7E ",
		punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
		space: " \\t\\r\\n\\v\\f",
		upper: "A-Z",
		word: "A-Za-z0-9_",
		xdigit: "A-Fa-f0-9"
	};
	module.exports = {
		DEFAULT_MAX_EXTGLOB_RECURSION,
		MAX_LENGTH: 65536,
		POSIX_REGEX_SOURCE,
		REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
		REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
		REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
		REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
		REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
		REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
		REPLACEMENTS: {
			__proto__: null,
			"***": "*",
			"**/**": "**",
			"**/**/**": "**"
		},
		CHAR_0: 48,
		CHAR_9: 57,
		CHAR_UPPERCASE_A: 65,
		CHAR_LOWERCASE_A: 97,
		CHAR_UPPERCASE_Z: 90,
		CHAR_LOWERCASE_Z: 122,
		CHAR_LEFT_PARENTHESES: 40,
		CHAR_RIGHT_PARENTHESES: 41,
		CHAR_ASTERISK: 42,
		CHAR_AMPERSAND: 38,
		CHAR_AT: 64,
		CHAR_BACKWARD_SLASH: 92,
		CHAR_CARRIAGE_RETURN: 13,
		CHAR_CIRCUMFLEX_ACCENT: 94,
		CHAR_COLON: 58,
		CHAR_COMMA: 44,
		CHAR_DOT: 46,
		CHAR_DOUBLE_QUOTE: 34,
		CHAR_EQUAL: 61,
		CHAR_EXCLAMATION_MARK: 33,
		CHAR_FORM_FEED: 12,
		CHAR_FORWARD_SLASH: 47,
		CHAR_GRAVE_ACCENT: 96,
		CHAR_HASH: 35,
		CHAR_HYPHEN_MINUS: 45,
		CHAR_LEFT_ANGLE_BRACKET: 60,
		CHAR_LEFT_CURLY_BRACE: 123,
		CHAR_LEFT_SQUARE_BRACKET: 91,
		CHAR_LINE_FEED: 10,
		CHAR_NO_BREAK_SPACE: 160,
		CHAR_PERCENT: 37,
		CHAR_PLUS: 43,
		CHAR_QUESTION_MARK: 63,
		CHAR_RIGHT_ANGLE_BRACKET: 62,
		CHAR_RIGHT_CURLY_BRACE: 125,
		CHAR_RIGHT_SQUARE_BRACKET: 93,
		CHAR_SEMICOLON: 59,
		CHAR_SINGLE_QUOTE: 39,
		CHAR_SPACE: 32,
		CHAR_TAB: 9,
		CHAR_UNDERSCORE: 95,
		CHAR_VERTICAL_LINE: 124,
		CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
		/**
		* Create EXTGLOB_CHARS
		*/
		extglobChars(chars) {
			return {
				"!": {
					type: "negate",
					open: "(?:(?!(?:",
					close: `))${chars.STAR})`
				},
				"?": {
					type: "qmark",
					open: "(?:",
					close: ")?"
				},
				"+": {
					type: "plus",
					open: "(?:",
					close: ")+"
				},
				"*": {
					type: "star",
					open: "(?:",
					close: ")*"
				},
				"@": {
					type: "at",
					open: "(?:",
					close: ")"
				}
			};
		},
		/**
		* Create GLOB_CHARS
		*/
		globChars(win32) {
			return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
		}
	};
}));

// node_modules/picomatch/lib/utils.js
var require_utils = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { REGEX_BACKSLASH, REGEX_REMOVE_BACKSLASH, REGEX_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_GLOBAL } = require_constants();
	exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
	exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
	exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
	exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
	exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
	exports.isWindows = () => {
		if (typeof navigator !== "undefined" && navigator.platform) {
			const platform = navigator.platform.toLowerCase();
			return platform === "win32" || platform === "windows";
		}
		if (typeof process !== "undefined" && process.platform) return process.platform === "win32";
		return false;
	};
	exports.removeBackslashes = (str) => {
		return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
			return match === "\\" ? "" : match;
		});
	};
	exports.escapeLast = (input, char, lastIdx) => {
		const idx = input.lastIndexOf(char, lastIdx);
		if (idx === -1) return input;
		if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
		return `${input.slice(0, idx)}\\${input.slice(idx)}`;
	};
	exports.removePrefix = (input, state = {}) => {
		let output = input;
		if (output.startsWith("./")) {
			output = output.slice(2);
			state.prefix = "./";
		}
		return output;
	};
	exports.wrapOutput = (input, state = {}, options = {}) => {
		let output = `${options.contains ? "" : "^"}(?:${input})${options.contains ? "" : "$"}`;
		if (state.negated === true) output = `(?:^(?!${output}).*$)`;
		return output;
	};
	exports.basename = (path, { windows } = {}) => {
		const segs = path.split(windows ? /[\\/]/ : "/");
		const last = segs[segs.length - 1];
		if (last === "") return segs[segs.length - 2];
		return last;
	};
}));

// node_modules/picomatch/lib/scan.js
var require_scan = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const utils = require_utils();
	const { CHAR_ASTERISK, CHAR_AT, CHAR_BACKWARD_SLASH, CHAR_COMMA, CHAR_DOT, CHAR_EXCLAMATION_MARK, CHAR_FORWARD_SLASH, CHAR_LEFT_CURLY_BRACE, CHAR_LEFT_PARENTHESES, CHAR_LEFT_SQUARE_BRACKET, CHAR_PLUS, CHAR_QUESTION_MARK, CHAR_RIGHT_CURLY_BRACE, CHAR_RIGHT_PARENTHESES, CHAR_RIGHT_SQUARE_BRACKET } = require_constants();
	const isPathSeparator = (code) => {
		return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
	};
	const depth = (token) => {
		if (token.isPrefix !== true) token.depth = token.isGlobstar ? 1e400 : 1;
	};
	/**
	* Quickly scans a glob pattern and returns an object with a handful of
	* useful properties, like `isGlob`, `path` (the leading non-glob, if it exists),
	* `glob` (the actual pattern), `negated` (true if the path starts with `!` but not
	* with `!(`) and `negatedExtglob` (true if the path starts with `!(`).
	*
	* ```js
	* const pm = require('picomatch');
	* console.log(pm.scan('foo/bar/*.js'));
	* { isGlob: true, input: 'foo/bar/*.js', base: 'foo/bar', glob: '*.js' }
	* ```
	* @param {String} `str`
	* @param {Object} `options`
	* @return {Object} Returns an object with tokens and regex source string.
	* @api public
	*/
	const scan = (input, options) => {
		const opts = options || {};
		const length = input.length - 1;
		const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
		const slashes = [];
		const tokens = [];
		const parts = [];
		let str = input;
		let index = -1;
		let start = 0;
		let lastIndex = 0;
		let isBrace = false;
		let isBracket = false;
		let isGlob = false;
		let isExtglob = false;
		let isGlobstar = false;
		let braceEscaped = false;
		let backslashes = false;
		let negated = false;
		let negatedExtglob = false;
		let finished = false;
		let braces = 0;
		let prev;
		let code;
		let token = {
			value: "",
			depth: 0,
			isGlob: false
		};
		const eos = () => index >= length;
		const peek = () => str.charCodeAt(index + 1);
		const advance = () => {
			prev = code;
			return str.charCodeAt(++index);
		};
		while (index < length) {
			code = advance();
			let next;
			if (code === CHAR_BACKWARD_SLASH) {
				backslashes = token.backslashes = true;
				code = advance();
				if (code === CHAR_LEFT_CURLY_BRACE) braceEscaped = true;
				continue;
			}
			if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
				braces++;
				while (eos() !== true && (code = advance())) {
					if (code === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (code === CHAR_LEFT_CURLY_BRACE) {
						braces++;
						continue;
					}
					if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (braceEscaped !== true && code === CHAR_COMMA) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (code === CHAR_RIGHT_CURLY_BRACE) {
						braces--;
						if (braces === 0) {
							braceEscaped = false;
							isBrace = token.isBrace = true;
							finished = true;
							break;
						}
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_FORWARD_SLASH) {
				slashes.push(index);
				tokens.push(token);
				token = {
					value: "",
					depth: 0,
					isGlob: false
				};
				if (finished === true) continue;
				if (prev === CHAR_DOT && index === start + 1) {
					start += 2;
					continue;
				}
				lastIndex = index + 1;
				continue;
			}
			if (opts.noext !== true) {
				if ((code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK) === true && peek() === CHAR_LEFT_PARENTHESES) {
					isGlob = token.isGlob = true;
					isExtglob = token.isExtglob = true;
					finished = true;
					if (code === CHAR_EXCLAMATION_MARK && index === start) negatedExtglob = true;
					if (scanToEnd === true) {
						let parens = 0;
						while (eos() !== true && (code = advance())) {
							if (code === CHAR_BACKWARD_SLASH) {
								backslashes = token.backslashes = true;
								advance();
								continue;
							}
							if (code === CHAR_LEFT_PARENTHESES) {
								parens++;
								continue;
							}
							if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
								finished = true;
								break;
							}
						}
						continue;
					}
					break;
				}
			}
			if (code === CHAR_ASTERISK) {
				if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_QUESTION_MARK) {
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_LEFT_SQUARE_BRACKET) {
				while (eos() !== true && (next = advance())) {
					if (next === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (next === CHAR_RIGHT_SQUARE_BRACKET) {
						isBracket = token.isBracket = true;
						isGlob = token.isGlob = true;
						finished = true;
						break;
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
				negated = token.negated = true;
				start++;
				continue;
			}
			if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
				isGlob = token.isGlob = true;
				if (scanToEnd === true) {
					let parens = 1;
					while (eos() !== true && (code = advance())) {
						if (code === CHAR_BACKWARD_SLASH) {
							backslashes = token.backslashes = true;
							advance();
							continue;
						}
						if (code === CHAR_LEFT_PARENTHESES) {
							parens++;
							continue;
						}
						if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
							finished = true;
							break;
						}
					}
					continue;
				}
				break;
			}
			if (isGlob === true) {
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
		}
		if (opts.noext === true) {
			isExtglob = false;
			isGlob = false;
		}
		let base = str;
		let prefix = "";
		let glob = "";
		if (start > 0) {
			prefix = str.slice(0, start);
			str = str.slice(start);
			lastIndex -= start;
		}
		if (base && isGlob === true && lastIndex > 0) {
			base = str.slice(0, lastIndex);
			glob = str.slice(lastIndex);
		} else if (isGlob === true) {
			base = "";
			glob = str;
		} else base = str;
		if (base && base !== "" && base !== "/" && base !== str) {
			if (isPathSeparator(base.charCodeAt(base.length - 1))) base = base.slice(0, -1);
		}
		if (opts.unescape === true) {
			if (glob) glob = utils.removeBackslashes(glob);
			if (base && backslashes === true) base = utils.removeBackslashes(base);
		}
		const state = {
			prefix,
			input,
			start,
			base,
			glob,
			isBrace,
			isBracket,
			isGlob,
			isExtglob,
			isGlobstar,
			negated,
			negatedExtglob
		};
		if (opts.tokens === true) {
			state.maxDepth = 0;
			if (!isPathSeparator(code)) tokens.push(token);
			state.tokens = tokens;
		}
		if (opts.parts === true || opts.tokens === true) {
			let prevIndex;
			for (let idx = 0; idx < slashes.length; idx++) {
				const n = prevIndex !== void 0 ? prevIndex + 1 : start;
				const i = slashes[idx];
				const value = input.slice(n, i);
				if (opts.tokens) {
					if (idx === 0 && start !== 0) {
						tokens[idx].isPrefix = true;
						tokens[idx].value = prefix;
					} else tokens[idx].value = value;
					depth(tokens[idx]);
					state.maxDepth += tokens[idx].depth;
				}
				if (i >= start) {
					parts.push(value);
					prevIndex = i;
				}
			}
			const n = prevIndex !== void 0 ? prevIndex + 1 : start;
			const value = input.slice(n);
			parts.push(value);
			if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
				tokens[tokens.length - 1].value = value;
				depth(tokens[tokens.length - 1]);
				state.maxDepth += tokens[tokens.length - 1].depth;
			}
			state.slashes = slashes;
			state.parts = parts;
		}
		return state;
	};
	module.exports = scan;
}));

// node_modules/picomatch/lib/parse.js
var require_parse = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const constants = require_constants();
	const utils = require_utils();
	/**
	* Constants
	*/
	const { MAX_LENGTH, POSIX_REGEX_SOURCE, REGEX_NON_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_BACKREF, REPLACEMENTS } = constants;
	/**
	* Helpers
	*/
	const expandRange = (args, options) => {
		if (typeof options.expandRange === "function") return options.expandRange(...args, options);
		args.sort();
		const value = `[${args.join("-")}]`;
		try {
			new RegExp(value);
		} catch (ex) {
			return args.map((v) => utils.escapeRegex(v)).join("..");
		}
		return value;
	};
	/**
	* Create the message for a syntax error
	*/
	const syntaxError = (type, char) => {
		return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
	};
	const splitTopLevel = (input) => {
		const parts = [];
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let value = "";
		let escaped = false;
		for (const ch of input) {
			if (escaped === true) {
				value += ch;
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				value += ch;
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				value += ch;
				continue;
			}
			if (quote === 0) {
				if (ch === "[") bracket++;
				else if (ch === "]" && bracket > 0) bracket--;
				else if (bracket === 0) {
					if (ch === "(") paren++;
					else if (ch === ")" && paren > 0) paren--;
					else if (ch === "|" && paren === 0) {
						parts.push(value);
						value = "";
						continue;
					}
				}
			}
			value += ch;
		}
		parts.push(value);
		return parts;
	};
	const isPlainBranch = (branch) => {
		let escaped = false;
		for (const ch of branch) {
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (/[?*+@!()[\]{}]/.test(ch)) return false;
		}
		return true;
	};
	const normalizeSimpleBranch = (branch) => {
		let value = branch.trim();
		let changed = true;
		while (changed === true) {
			changed = false;
			if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
				value = value.slice(2, -1);
				changed = true;
			}
		}
		if (!isPlainBranch(value)) return;
		return value.replace(/\\(.)/g, "$1");
	};
	const hasRepeatedCharPrefixOverlap = (branches) => {
		const values = branches.map(normalizeSimpleBranch).filter(Boolean);
		for (let i = 0; i < values.length; i++) for (let j = i + 1; j < values.length; j++) {
			const a = values[i];
			const b = values[j];
			const char = a[0];
			if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) continue;
			if (a === b || a.startsWith(b) || b.startsWith(a)) return true;
		}
		return false;
	};
	const parseRepeatedExtglob = (pattern, requireEnd = true) => {
		if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") return;
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let escaped = false;
		for (let i = 1; i < pattern.length; i++) {
			const ch = pattern[i];
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				continue;
			}
			if (quote === 1) continue;
			if (ch === "[") {
				bracket++;
				continue;
			}
			if (ch === "]" && bracket > 0) {
				bracket--;
				continue;
			}
			if (bracket > 0) continue;
			if (ch === "(") {
				paren++;
				continue;
			}
			if (ch === ")") {
				paren--;
				if (paren === 0) {
					if (requireEnd === true && i !== pattern.length - 1) return;
					return {
						type: pattern[0],
						body: pattern.slice(2, i),
						end: i
					};
				}
			}
		}
	};
	const buildCharClassStar = (chars) => {
		return `${chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`}*`;
	};
	const getStarExtglobSequenceChars = (pattern) => {
		let index = 0;
		const chars = [];
		while (index < pattern.length) {
			const match = parseRepeatedExtglob(pattern.slice(index), false);
			if (!match || match.type !== "*") return;
			const branches = splitTopLevel(match.body).map((branch) => branch.trim());
			if (branches.length !== 1) return;
			const branch = normalizeSimpleBranch(branches[0]);
			if (!branch || branch.length !== 1) return;
			chars.push(branch);
			index += match.end + 1;
		}
		if (chars.length < 1) return;
		return chars;
	};
	const repeatedExtglobRecursion = (pattern) => {
		let depth = 0;
		let value = pattern.trim();
		let match = parseRepeatedExtglob(value);
		while (match) {
			depth++;
			value = match.body.trim();
			match = parseRepeatedExtglob(value);
		}
		return depth;
	};
	const analyzeRepeatedExtglob = (body, options) => {
		if (options.maxExtglobRecursion === false) return { risky: false };
		const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
		const branches = splitTopLevel(body).map((branch) => branch.trim());
		if (branches.length > 1) {
			if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) return { risky: true };
		}
		const safeChars = [];
		let sawStarSequence = false;
		let combinable = true;
		for (const branch of branches) {
			const chars = getStarExtglobSequenceChars(branch);
			if (chars) {
				sawStarSequence = true;
				safeChars.push(...chars);
				continue;
			}
			const literal = normalizeSimpleBranch(branch);
			if (literal && literal.length === 1) {
				safeChars.push(literal);
				continue;
			}
			combinable = false;
			if (repeatedExtglobRecursion(branch) > max) return { risky: true };
		}
		if (sawStarSequence) return combinable ? {
			risky: true,
			safeOutput: buildCharClassStar([...new Set(safeChars)])
		} : { risky: true };
		return { risky: false };
	};
	/**
	* Parse the given input string.
	* @param {String} input
	* @param {Object} options
	* @return {Object}
	*/
	const parse = (input, options) => {
		if (typeof input !== "string") throw new TypeError("Expected a string");
		input = REPLACEMENTS[input] || input;
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		let len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		const bos = {
			type: "bos",
			value: "",
			output: opts.prepend || ""
		};
		const tokens = [bos];
		const capture = opts.capture ? "" : "?:";
		const PLATFORM_CHARS = constants.globChars(opts.windows);
		const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
		const { DOT_LITERAL, PLUS_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOT_SLASH, NO_DOTS_SLASH, QMARK, QMARK_NO_DOT, STAR, START_ANCHOR } = PLATFORM_CHARS;
		const globstar = (opts) => {
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const nodot = opts.dot ? "" : NO_DOT;
		const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
		let star = opts.bash === true ? globstar(opts) : STAR;
		if (opts.capture) star = `(${star})`;
		if (typeof opts.noext === "boolean") opts.noextglob = opts.noext;
		const state = {
			input,
			index: -1,
			start: 0,
			dot: opts.dot === true,
			consumed: "",
			output: "",
			prefix: "",
			backtrack: false,
			negated: false,
			brackets: 0,
			braces: 0,
			parens: 0,
			quotes: 0,
			globstar: false,
			tokens
		};
		input = utils.removePrefix(input, state);
		len = input.length;
		const extglobs = [];
		const braces = [];
		const stack = [];
		let prev = bos;
		let value;
		/**
		* Tokenizing helpers
		*/
		const eos = () => state.index === len - 1;
		const peek = state.peek = (n = 1) => input[state.index + n];
		const advance = state.advance = () => input[++state.index] || "";
		const remaining = () => input.slice(state.index + 1);
		const consume = (value = "", num = 0) => {
			state.consumed += value;
			state.index += num;
		};
		const append = (token) => {
			state.output += token.output != null ? token.output : token.value;
			consume(token.value);
		};
		const negate = () => {
			let count = 1;
			while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
				advance();
				state.start++;
				count++;
			}
			if (count % 2 === 0) return false;
			state.negated = true;
			state.start++;
			return true;
		};
		const increment = (type) => {
			state[type]++;
			stack.push(type);
		};
		const decrement = (type) => {
			state[type]--;
			stack.pop();
		};
		/**
		* Push tokens onto the tokens array. This helper speeds up
		* tokenizing by 1) helping us avoid backtracking as much as possible,
		* and 2) helping us avoid creating extra tokens when consecutive
		* characters are plain text. This improves performance and simplifies
		* lookbehinds.
		*/
		const push = (tok) => {
			if (prev.type === "globstar") {
				const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
				const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
				if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
					state.output = state.output.slice(0, -prev.output.length);
					prev.type = "star";
					prev.value = "*";
					prev.output = star;
					state.output += prev.output;
				}
			}
			if (extglobs.length && tok.type !== "paren") extglobs[extglobs.length - 1].inner += tok.value;
			if (tok.value || tok.output) append(tok);
			if (prev && prev.type === "text" && tok.type === "text") {
				prev.output = (prev.output || prev.value) + tok.value;
				prev.value += tok.value;
				return;
			}
			tok.prev = prev;
			tokens.push(tok);
			prev = tok;
		};
		const extglobOpen = (type, value) => {
			const token = {
				...EXTGLOB_CHARS[value],
				conditions: 1,
				inner: ""
			};
			token.prev = prev;
			token.parens = state.parens;
			token.output = state.output;
			token.startIndex = state.index;
			token.tokensIndex = tokens.length;
			const output = (opts.capture ? "(" : "") + token.open;
			increment("parens");
			push({
				type,
				value,
				output: state.output ? "" : ONE_CHAR
			});
			push({
				type: "paren",
				extglob: true,
				value: advance(),
				output
			});
			extglobs.push(token);
		};
		const extglobClose = (token) => {
			const literal = input.slice(token.startIndex, state.index + 1);
			const body = input.slice(token.startIndex + 2, state.index);
			const analysis = analyzeRepeatedExtglob(body, opts);
			if ((token.type === "plus" || token.type === "star") && analysis.risky) {
				const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
				const open = tokens[token.tokensIndex];
				open.type = "text";
				open.value = literal;
				open.output = safeOutput || utils.escapeRegex(literal);
				for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
					tokens[i].value = "";
					tokens[i].output = "";
					delete tokens[i].suffix;
				}
				state.output = token.output + open.output;
				state.backtrack = true;
				push({
					type: "paren",
					extglob: true,
					value,
					output: ""
				});
				decrement("parens");
				return;
			}
			let output = token.close + (opts.capture ? ")" : "");
			let rest;
			if (token.type === "negate") {
				let extglobStar = star;
				if (token.inner && token.inner.length > 1 && token.inner.includes("/")) extglobStar = globstar(opts);
				if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) output = token.close = `)$))${extglobStar}`;
				if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) output = token.close = `)${parse(rest, {
					...options,
					fastpaths: false
				}).output})${extglobStar})`;
				if (token.prev.type === "bos") state.negatedExtglob = true;
			}
			push({
				type: "paren",
				extglob: true,
				value,
				output
			});
			decrement("parens");
		};
		/**
		* Fast paths
		*/
		if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
			let backslashes = false;
			let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
				if (first === "\\") {
					backslashes = true;
					return m;
				}
				if (first === "?") {
					if (esc) return esc + first + (rest ? QMARK.repeat(rest.length) : "");
					if (index === 0) return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
					return QMARK.repeat(chars.length);
				}
				if (first === ".") return DOT_LITERAL.repeat(chars.length);
				if (first === "*") {
					if (esc) return esc + first + (rest ? star : "");
					return star;
				}
				return esc ? m : `\\${m}`;
			});
			if (backslashes === true) {
				if (opts.unescape === true) output = output.replace(/\\/g, "");
				else output = output.replace(/\\+/g, (m) => {
					return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
				});
			}
			if (output === input && opts.contains === true) {
				state.output = input;
				return state;
			}
			state.output = utils.wrapOutput(output, state, options);
			return state;
		}
		/**
		* Tokenize input until we reach end-of-string
		*/
		while (!eos()) {
			value = advance();
			if (value === "\0") continue;
			/**
			* Escaped characters
			*/
			if (value === "\\") {
				const next = peek();
				if (next === "/" && opts.bash !== true) continue;
				if (next === "." || next === ";") continue;
				if (!next) {
					value += "\\";
					push({
						type: "text",
						value
					});
					continue;
				}
				const match = /^\\+/.exec(remaining());
				let slashes = 0;
				if (match && match[0].length > 2) {
					slashes = match[0].length;
					state.index += slashes;
					if (slashes % 2 !== 0) value += "\\";
				}
				if (opts.unescape === true) value = advance();
				else value += advance();
				if (state.brackets === 0) {
					push({
						type: "text",
						value
					});
					continue;
				}
			}
			/**
			* If we're inside a regex character class, continue
			* until we reach the closing bracket.
			*/
			if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
				if (opts.posix !== false && value === ":") {
					const inner = prev.value.slice(1);
					if (inner.includes("[")) {
						prev.posix = true;
						if (inner.includes(":")) {
							const idx = prev.value.lastIndexOf("[");
							const pre = prev.value.slice(0, idx);
							const rest = prev.value.slice(idx + 2);
							const posix = POSIX_REGEX_SOURCE[rest];
							if (posix) {
								prev.value = pre + posix;
								state.backtrack = true;
								advance();
								if (!bos.output && tokens.indexOf(prev) === 1) bos.output = ONE_CHAR;
								continue;
							}
						}
					}
				}
				if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") value = `\\${value}`;
				if (value === "]" && (prev.value === "[" || prev.value === "[^")) value = `\\${value}`;
				if (opts.posix === true && value === "!" && prev.value === "[") value = "^";
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* If we're inside a quoted string, continue
			* until we reach the closing double quote.
			*/
			if (state.quotes === 1 && value !== "\"") {
				value = utils.escapeRegex(value);
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* Double quotes
			*/
			if (value === "\"") {
				state.quotes = state.quotes === 1 ? 0 : 1;
				if (opts.keepQuotes === true) push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Parentheses
			*/
			if (value === "(") {
				increment("parens");
				push({
					type: "paren",
					value
				});
				continue;
			}
			if (value === ")") {
				if (state.parens === 0 && opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "("));
				const extglob = extglobs[extglobs.length - 1];
				if (extglob && state.parens === extglob.parens + 1) {
					extglobClose(extglobs.pop());
					continue;
				}
				push({
					type: "paren",
					value,
					output: state.parens ? ")" : "\\)"
				});
				decrement("parens");
				continue;
			}
			/**
			* Square brackets
			*/
			if (value === "[") {
				if (opts.nobracket === true || !remaining().includes("]")) {
					if (opts.nobracket !== true && opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
					value = `\\${value}`;
				} else increment("brackets");
				push({
					type: "bracket",
					value
				});
				continue;
			}
			if (value === "]") {
				if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				if (state.brackets === 0) {
					if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "["));
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				decrement("brackets");
				const prevValue = prev.value.slice(1);
				if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) value = `/${value}`;
				prev.value += value;
				append({ value });
				if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) continue;
				const escaped = utils.escapeRegex(prev.value);
				state.output = state.output.slice(0, -prev.value.length);
				if (opts.literalBrackets === true) {
					state.output += escaped;
					prev.value = escaped;
					continue;
				}
				prev.value = `(${capture}${escaped}|${prev.value})`;
				state.output += prev.value;
				continue;
			}
			/**
			* Braces
			*/
			if (value === "{" && opts.nobrace !== true) {
				increment("braces");
				const open = {
					type: "brace",
					value,
					output: "(",
					outputIndex: state.output.length,
					tokensIndex: state.tokens.length
				};
				braces.push(open);
				push(open);
				continue;
			}
			if (value === "}") {
				const brace = braces[braces.length - 1];
				if (opts.nobrace === true || !brace) {
					push({
						type: "text",
						value,
						output: value
					});
					continue;
				}
				let output = ")";
				if (brace.dots === true) {
					const arr = tokens.slice();
					const range = [];
					for (let i = arr.length - 1; i >= 0; i--) {
						tokens.pop();
						if (arr[i].type === "brace") break;
						if (arr[i].type !== "dots") range.unshift(arr[i].value);
					}
					output = expandRange(range, opts);
					state.backtrack = true;
				}
				if (brace.comma !== true && brace.dots !== true) {
					const out = state.output.slice(0, brace.outputIndex);
					const toks = state.tokens.slice(brace.tokensIndex);
					brace.value = brace.output = "\\{";
					value = output = "\\}";
					state.output = out;
					for (const t of toks) state.output += t.output || t.value;
				}
				push({
					type: "brace",
					value,
					output
				});
				decrement("braces");
				braces.pop();
				continue;
			}
			/**
			* Pipes
			*/
			if (value === "|") {
				if (extglobs.length > 0) extglobs[extglobs.length - 1].conditions++;
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Commas
			*/
			if (value === ",") {
				let output = value;
				const brace = braces[braces.length - 1];
				if (brace && stack[stack.length - 1] === "braces") {
					brace.comma = true;
					output = "|";
				}
				push({
					type: "comma",
					value,
					output
				});
				continue;
			}
			/**
			* Slashes
			*/
			if (value === "/") {
				if (prev.type === "dot" && state.index === state.start + 1) {
					state.start = state.index + 1;
					state.consumed = "";
					state.output = "";
					tokens.pop();
					prev = bos;
					continue;
				}
				push({
					type: "slash",
					value,
					output: SLASH_LITERAL
				});
				continue;
			}
			/**
			* Dots
			*/
			if (value === ".") {
				if (state.braces > 0 && prev.type === "dot") {
					if (prev.value === ".") prev.output = DOT_LITERAL;
					const brace = braces[braces.length - 1];
					prev.type = "dots";
					prev.output += value;
					prev.value += value;
					brace.dots = true;
					continue;
				}
				if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
					push({
						type: "text",
						value,
						output: DOT_LITERAL
					});
					continue;
				}
				push({
					type: "dot",
					value,
					output: DOT_LITERAL
				});
				continue;
			}
			/**
			* Question marks
			*/
			if (value === "?") {
				if (!(prev && prev.value === "(") && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("qmark", value);
					continue;
				}
				if (prev && prev.type === "paren") {
					const next = peek();
					let output = value;
					if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) output = `\\${value}`;
					push({
						type: "text",
						value,
						output
					});
					continue;
				}
				if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
					push({
						type: "qmark",
						value,
						output: QMARK_NO_DOT
					});
					continue;
				}
				push({
					type: "qmark",
					value,
					output: QMARK
				});
				continue;
			}
			/**
			* Exclamation
			*/
			if (value === "!") {
				if (opts.noextglob !== true && peek() === "(") {
					if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
						extglobOpen("negate", value);
						continue;
					}
				}
				if (opts.nonegate !== true && state.index === 0) {
					negate();
					continue;
				}
			}
			/**
			* Plus
			*/
			if (value === "+") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("plus", value);
					continue;
				}
				if (prev && prev.value === "(" || opts.regex === false) {
					push({
						type: "plus",
						value,
						output: PLUS_LITERAL
					});
					continue;
				}
				if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
					push({
						type: "plus",
						value
					});
					continue;
				}
				push({
					type: "plus",
					value: PLUS_LITERAL
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value === "@") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					push({
						type: "at",
						extglob: true,
						value,
						output: ""
					});
					continue;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value !== "*") {
				if (value === "$" || value === "^") value = `\\${value}`;
				const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
				if (match) {
					value += match[0];
					state.index += match[0].length;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Stars
			*/
			if (prev && (prev.type === "globstar" || prev.star === true)) {
				prev.type = "star";
				prev.star = true;
				prev.value += value;
				prev.output = star;
				state.backtrack = true;
				state.globstar = true;
				consume(value);
				continue;
			}
			let rest = remaining();
			if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
				extglobOpen("star", value);
				continue;
			}
			if (prev.type === "star") {
				if (opts.noglobstar === true) {
					consume(value);
					continue;
				}
				const prior = prev.prev;
				const before = prior.prev;
				const isStart = prior.type === "slash" || prior.type === "bos";
				const afterStar = before && (before.type === "star" || before.type === "globstar");
				if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
				const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
				if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				while (rest.slice(0, 3) === "/**") {
					const after = input[state.index + 4];
					if (after && after !== "/") break;
					rest = rest.slice(3);
					consume("/**", 3);
				}
				const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
				if (prior.type === "bos" && eos()) {
					prev.type = "globstar";
					prev.value += value;
					prev.output = globstar(opts);
					state.output = prev.output;
					state.globstar = true;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
					prev.value += value;
					state.globstar = true;
					state.output += prior.output + prev.output;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
					const end = rest[1] !== void 0 ? "|$" : "";
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
					prev.value += value;
					state.output += prior.output + prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				if (prior.type === "bos" && rest[0] === "/") {
					prev.type = "globstar";
					prev.value += value;
					prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
					state.output = prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				state.output = state.output.slice(0, -prev.output.length);
				prev.type = "globstar";
				prev.output = globstar(opts);
				prev.value += value;
				state.output += prev.output;
				state.globstar = true;
				consume(value);
				continue;
			}
			const token = {
				type: "star",
				value,
				output: star
			};
			if (opts.bash === true) {
				token.output = ".*?";
				if (prev.type === "bos" || prev.type === "slash") token.output = nodot + token.output;
				push(token);
				continue;
			}
			if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
				token.output = value;
				push(token);
				continue;
			}
			if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
				if (prev.type === "dot") {
					state.output += NO_DOT_SLASH;
					prev.output += NO_DOT_SLASH;
				} else if (opts.dot === true) {
					state.output += NO_DOTS_SLASH;
					prev.output += NO_DOTS_SLASH;
				} else {
					state.output += nodot;
					prev.output += nodot;
				}
				if (peek() !== "*") {
					state.output += ONE_CHAR;
					prev.output += ONE_CHAR;
				}
			}
			push(token);
		}
		while (state.brackets > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
			state.output = utils.escapeLast(state.output, "[");
			decrement("brackets");
		}
		while (state.parens > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
			state.output = utils.escapeLast(state.output, "(");
			decrement("parens");
		}
		while (state.braces > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
			state.output = utils.escapeLast(state.output, "{");
			decrement("braces");
		}
		if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) push({
			type: "maybe_slash",
			value: "",
			output: `${SLASH_LITERAL}?`
		});
		if (state.backtrack === true) {
			state.output = "";
			for (const token of state.tokens) {
				state.output += token.output != null ? token.output : token.value;
				if (token.suffix) state.output += token.suffix;
			}
		}
		return state;
	};
	/**
	* Fast paths for creating regular expressions for common glob patterns.
	* This can significantly speed up processing and has very little downside
	* impact when none of the fast paths match.
	*/
	parse.fastpaths = (input, options) => {
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		const len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		input = REPLACEMENTS[input] || input;
		const { DOT_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOTS, NO_DOTS_SLASH, STAR, START_ANCHOR } = constants.globChars(opts.windows);
		const nodot = opts.dot ? NO_DOTS : NO_DOT;
		const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
		const capture = opts.capture ? "" : "?:";
		const state = {
			negated: false,
			prefix: ""
		};
		let star = opts.bash === true ? ".*?" : STAR;
		if (opts.capture) star = `(${star})`;
		const globstar = (opts) => {
			if (opts.noglobstar === true) return star;
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const create = (str) => {
			switch (str) {
				case "*": return `${nodot}${ONE_CHAR}${star}`;
				case ".*": return `${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*.*": return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*/*": return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
				case "**": return nodot + globstar(opts);
				case "**/*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
				case "**/*.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "**/.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
				default: {
					const match = /^(.*?)\.(\w+)$/.exec(str);
					if (!match) return;
					const source = create(match[1]);
					if (!source) return;
					return source + DOT_LITERAL + match[2];
				}
			}
		};
		let source = create(utils.removePrefix(input, state));
		if (source && opts.strictSlashes !== true) source += `${SLASH_LITERAL}?`;
		return source;
	};
	module.exports = parse;
}));

// node_modules/picomatch/lib/picomatch.js
var require_picomatch$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const scan = require_scan();
	const parse = require_parse();
	const utils = require_utils();
	const constants = require_constants();
	const isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
	/**
	* Creates a matcher function from one or more glob patterns. The
	* returned function takes a string to match as its first argument,
	* and returns true if the string is a match. The returned matcher
	* function also takes a boolean as the second argument that, when true,
	* returns an object with additional information.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch(glob[, options]);
	*
	* const isMatch = picomatch('*.!(*a)');
	* console.log(isMatch('a.a')); //=> false
	* console.log(isMatch('a.b')); //=> true
	*
	* // For environments without `node.js`, `picomatch/posix` provides you a dependency-free matcher, without automatic OS detection.
	* const picomatch = require('picomatch/posix');
	* // the same API, defaulting to posix paths
	* const isMatch = picomatch('a/*');
	* console.log(isMatch('a\\b')); //=> false
	* console.log(isMatch('a/b')); //=> true
	*
	* // you can still configure the matcher function to accept windows paths
	* const isMatch = picomatch('a/*', { options: windows });
	* console.log(isMatch('a\\b')); //=> true
	* console.log(isMatch('a/b')); //=> true
	* ```
	* @name picomatch
	* @param {String|Array} `globs` One or more glob patterns.
	* @param {Object=} `options`
	* @return {Function=} Returns a matcher function.
	* @api public
	*/
	const picomatch = (glob, options, returnState = false) => {
		if (Array.isArray(glob)) {
			const fns = glob.map((input) => picomatch(input, options, returnState));
			const arrayMatcher = (str) => {
				for (const isMatch of fns) {
					const state = isMatch(str);
					if (state) return state;
				}
				return false;
			};
			return arrayMatcher;
		}
		const isState = isObject(glob) && glob.tokens && glob.input;
		if (glob === "" || typeof glob !== "string" && !isState) throw new TypeError("Expected pattern to be a non-empty string");
		const opts = options || {};
		const posix = opts.windows;
		const regex = isState ? picomatch.compileRe(glob, options) : picomatch.makeRe(glob, options, false, true);
		const state = regex.state;
		delete regex.state;
		let isIgnored = () => false;
		if (opts.ignore) {
			const ignoreOpts = {
				...options,
				ignore: null,
				onMatch: null,
				onResult: null
			};
			isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
		}
		const matcher = (input, returnObject = false) => {
			const { isMatch, match, output } = picomatch.test(input, regex, options, {
				glob,
				posix
			});
			const result = {
				glob,
				state,
				regex,
				posix,
				input,
				output,
				match,
				isMatch
			};
			if (typeof opts.onResult === "function") opts.onResult(result);
			if (isMatch === false) {
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (isIgnored(input)) {
				if (typeof opts.onIgnore === "function") opts.onIgnore(result);
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (typeof opts.onMatch === "function") opts.onMatch(result);
			return returnObject ? result : true;
		};
		if (returnState) matcher.state = state;
		return matcher;
	};
	/**
	* Test `input` with the given `regex`. This is used by the main
	* `picomatch()` function to test the input string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.test(input, regex[, options]);
	*
	* console.log(picomatch.test('foo/bar', /^(?:([^/]*?)\/([^/]*?))$/));
	* // { isMatch: true, match: [ 'foo/', 'foo', 'bar' ], output: 'foo/bar' }
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp} `regex`
	* @return {Object} Returns an object with matching info.
	* @api public
	*/
	picomatch.test = (input, regex, options, { glob, posix } = {}) => {
		if (typeof input !== "string") throw new TypeError("Expected input to be a string");
		if (input === "") return {
			isMatch: false,
			output: ""
		};
		const opts = options || {};
		const format = opts.format || (posix ? utils.toPosixSlashes : null);
		let match = input === glob;
		let output = match && format ? format(input) : input;
		if (match === false) {
			output = format ? format(input) : input;
			match = output === glob;
		}
		if (match === false || opts.capture === true) {
			if (opts.matchBase === true || opts.basename === true) match = picomatch.matchBase(input, regex, options, posix);
			else match = regex.exec(output);
		}
		return {
			isMatch: Boolean(match),
			match,
			output
		};
	};
	/**
	* Match the basename of a filepath.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.matchBase(input, glob[, options]);
	* console.log(picomatch.matchBase('foo/bar.js', '*.js'); // true
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp|String} `glob` Glob pattern or regex created by [.makeRe](#makeRe).
	* @return {Boolean}
	* @api public
	*/
	picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
		return (glob instanceof RegExp ? glob : picomatch.makeRe(glob, options)).test(utils.basename(input, { windows: posix }));
	};
	/**
	* Returns true if **any** of the given glob `patterns` match the specified `string`.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.isMatch(string, patterns[, options]);
	*
	* console.log(picomatch.isMatch('a.a', ['b.*', '*.a'])); //=> true
	* console.log(picomatch.isMatch('a.a', 'b.*')); //=> false
	* ```
	* @param {String|Array} str The string to test.
	* @param {String|Array} patterns One or more glob patterns to use for matching.
	* @param {Object} [options] See available [options](#options).
	* @return {Boolean} Returns true if any patterns match `str`
	* @api public
	*/
	picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);
	/**
	* Parse a glob pattern to create the source string for a regular
	* expression.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const result = picomatch.parse(pattern[, options]);
	* ```
	* @param {String} `pattern`
	* @param {Object} `options`
	* @return {Object} Returns an object with useful properties and output to be used as a regex source string.
	* @api public
	*/
	picomatch.parse = (pattern, options) => {
		if (Array.isArray(pattern)) return pattern.map((p) => picomatch.parse(p, options));
		return parse(pattern, {
			...options,
			fastpaths: false
		});
	};
	/**
	* Scan a glob pattern to separate the pattern into segments.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.scan(input[, options]);
	*
	* const result = picomatch.scan('!./foo/*.js');
	* console.log(result);
	* { prefix: '!./',
	*   input: '!./foo/*.js',
	*   start: 3,
	*   base: 'foo',
	*   glob: '*.js',
	*   isBrace: false,
	*   isBracket: false,
	*   isGlob: true,
	*   isExtglob: false,
	*   isGlobstar: false,
	*   negated: true }
	* ```
	* @param {String} `input` Glob pattern to scan.
	* @param {Object} `options`
	* @return {Object} Returns an object with
	* @api public
	*/
	picomatch.scan = (input, options) => scan(input, options);
	/**
	* Compile a regular expression from the `state` object returned by the
	* [parse()](#parse) method.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const state = picomatch.parse('*.js');
	* // picomatch.compileRe(state[, options]);
	*
	* console.log(picomatch.compileRe(state));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {Object} `state`
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Intended for implementors, this argument allows you to return the raw output from the parser.
	* @param {Boolean} `returnState` Adds the state to a `state` property on the returned regex. Useful for implementors and debugging.
	* @return {RegExp}
	* @api public
	*/
	picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
		if (returnOutput === true) return state.output;
		const opts = options || {};
		const prepend = opts.contains ? "" : "^";
		const append = opts.contains ? "" : "$";
		let source = `${prepend}(?:${state.output})${append}`;
		if (state && state.negated === true) source = `^(?!${source}).*$`;
		const regex = picomatch.toRegex(source, options);
		if (returnState === true) regex.state = state;
		return regex;
	};
	/**
	* Create a regular expression from a parsed glob pattern.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.makeRe(state[, options]);
	*
	* const result = picomatch.makeRe('*.js');
	* console.log(result);
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `state` The object returned from the `.parse` method.
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Implementors may use this argument to return the compiled output, instead of a regular expression. This is not exposed on the options to prevent end-users from mutating the result.
	* @param {Boolean} `returnState` Implementors may use this argument to return the state from the parsed glob with the returned regular expression.
	* @return {RegExp} Returns a regex created from the given pattern.
	* @api public
	*/
	picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
		if (!input || typeof input !== "string") throw new TypeError("Expected a non-empty string");
		let parsed = {
			negated: false,
			fastpaths: true
		};
		if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) parsed.output = parse.fastpaths(input, options);
		if (!parsed.output) parsed = parse(input, options);
		return picomatch.compileRe(parsed, options, returnOutput, returnState);
	};
	/**
	* Create a regular expression from the given regex source string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.toRegex(source[, options]);
	*
	* const { output } = picomatch.parse('*.js');
	* console.log(picomatch.toRegex(output));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `source` Regular expression source string.
	* @param {Object} `options`
	* @return {RegExp}
	* @api public
	*/
	picomatch.toRegex = (source, options) => {
		try {
			const opts = options || {};
			return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
		} catch (err) {
			if (options && options.debug === true) throw err;
			return /$^/;
		}
	};
	/**
	* Picomatch constants.
	* @return {Object}
	*/
	picomatch.constants = constants;
	/**
	* Expose "picomatch"
	*/
	module.exports = picomatch;
}));

// node_modules/picomatch/index.js
var require_picomatch = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const pico = require_picomatch$1();
	const utils = require_utils();
	function picomatch(glob, options, returnState = false) {
		if (options && (options.windows === null || options.windows === void 0)) options = {
			...options,
			windows: utils.isWindows()
		};
		return pico(glob, options, returnState);
	}
	Object.assign(picomatch, pico);
	module.exports = picomatch;
}));

// src/config/words.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/** What a value must be, in words: `a number above 0 and at most 0.2`. */
function describeSchema(node) {
	if (node.title !== void 0) return node.title;
	if (node.anyOf) return node.anyOf.map(describeSchema).join(" or ");
	if (node.const !== void 0) return String(node.const);
	if (node.enum) return node.enum.join(", ").replace(/, ([^,]*)$/, " or $1");
	if (node.type === "number") return `a number${describeRange(node)}`;
	if (node.type === "integer") return `a whole number${describeRange(node)}`;
	if (node.type === "boolean") return "true or false";
	return node.type === "object" ? "a map" : "a text";
}
function describeRange({ minimum, exclusiveMinimum, maximum }) {
	if (exclusiveMinimum !== void 0) return ` above ${exclusiveMinimum} and at most ${maximum}`;
	if (maximum !== void 0) return ` from ${minimum} to ${maximum}`;
	return minimum === void 0 ? "" : ` of at least ${minimum}`;
}
/** A value as a message names it: what stands in the file may be anything. */
function describeValue(value) {
	if (Array.isArray(value)) return "a list";
	if (typeof value === "object" && value !== null) return "a map";
	return typeof value === "string" ? quote(value) : String(value);
}
/** A value on one line of YAML: `{ margin: 20% }`. */
function writeInline(value) {
	if (Array.isArray(value)) return `[${value.map(writeInline).join(", ")}]`;
	if (typeof value === "object" && value !== null) return `{ ${Object.entries(value).map(([key, entry]) => `${key}: ${writeInline(entry)}`).join(", ")} }`;
	return typeof value === "string" && !/^[A-Za-z0-9][\w./%-]*$/.test(value) ? JSON.stringify(value) : String(value);
}

// src/config/messages.ts
/** The most that assay.yml may hold: many times what a large repository needs, and read in no time. */
const sizeLimit = 65536;
/** What this room has to say of assay.yml, beside what errors.ts words for all rooms. */
const messages = {
	tooLarge: () => ({
		message: `larger than ${sizeLimit / 1024} KiB`,
		hint: "Cases, rubrics and schemas belong into files of their own."
	}),
	noMap: (value) => ({
		message: `assay.yml must be a map of settings, not ${describeValue(value)}`,
		hint: "For example: model: openai/gpt-6-luna"
	}),
	unknownKey: (path, meant, known) => ({
		message: `unknown key ${path.includes("\"") ? path : quote(path)}`,
		hint: meant === null ? `Known keys: ${known.join(", ")}.` : `Did you mean ${quote(meant)}?`
	}),
	missingKey: (path, example) => ({
		message: `${path} is missing`,
		hint: `For example: ${example}`
	}),
	refusedName: (path, expected, example) => ({
		message: `${path} must be ${expected}`,
		hint: `For example: ${example}`
	}),
	emptyKey: (path, expected, example) => ({
		message: `${path} has no value; it must be ${expected}`,
		hint: `Remove the key or give it a value, for example: ${example}`
	}),
	wrongValue: (path, expected, value, example) => ({
		message: `${path} must be ${expected}, not ${describeValue(value)}`,
		hint: `For example: ${example}`
	}),
	wrongName: (path, expected, value, meant) => ({
		message: `${path} must be ${expected}, not ${describeValue(value)}`,
		hint: `Did you mean ${quote(meant)}?`
	}),
	more: (count) => ({
		message: `${count} more ${count === 1 ? "mistake" : "mistakes"} in this file`,
		hint: "Mend those above first."
	}),
	sameMetric: (name, type) => ({
		message: `two scorers are called ${quote(name)}`,
		hint: `Give one a name of its own: - ${type}: { name: my-${type} }`
	}),
	keyInFile: (path) => ({
		message: `${path} looks like a key itself, not like the name of an environment variable`,
		hint: "Write the variable's name, keyEnv: OPENAI_API_KEY, and revoke the key if others could see it."
	}),
	secretInHeader: (path) => ({
		message: `${path} carries a secret, which belongs into an environment variable`,
		hint: "Name the variable and put it where it goes: keyEnv: APP_KEY, headers: { x-api-key: \"{{key}}\" }"
	}),
	noVariableName: (path) => ({
		message: `${path} must be the name of an environment variable, or null`,
		hint: "Capital letters, digits and _ alone, without $: keyEnv: OPENAI_API_KEY"
	}),
	noHttpAddress: (path) => ({
		message: `${path} must be an http or https address`,
		hint: "For example: baseUrl: \"http://localhost:11434/v1\""
	}),
	placeholderInHost: (path) => ({
		message: `${path} has a placeholder before its path: scheme and host must stand as they are`,
		hint: "For example: url: \"https://app.example.com/answer/{{model}}\""
	}),
	credentialsInAddress: (path) => ({
		message: `${path} holds a user name or a password`,
		hint: "Put the key into an environment variable and name that: keyEnv: OPENAI_API_KEY"
	}),
	unknownPlaceholder: (path, placeholder) => ({
		message: `unknown placeholder ${quote(placeholder)} in ${path}`,
		hint: "Only {name}, the name of the prompt, is filled in: golden: \"golden/{name}.jsonl\""
	}),
	negatedGlob: (path) => ({
		message: `${path} begins with "!", but a glob says which prompts are meant, not which are left out`,
		hint: "For example: prompts: [\"prompts/**/*.prompt.yml\"]"
	}),
	groupInGlob: (path) => ({
		message: `${path} has parentheses, which a glob here cannot have`,
		hint: "Write alternatives in braces: prompts: \"prompts/{mail,chat}/*.md\""
	}),
	costlyGlob: (path) => ({
		message: `${path} has more than three wildcards between two slashes, or ** more than three times`,
		hint: "Write several globs instead."
	}),
	noNumber: (path) => ({
		message: `${path} is no finite number`,
		hint: "Write a number such as 0.7."
	}),
	takenName: (path) => ({
		message: `${path} has the name of another version`,
		hint: "Give the variant a name of its own."
	}),
	emptyVariant: (path) => ({
		message: `${path} changes nothing`,
		hint: "A variant has another model or other parameters: small: { model: openai/gpt-6-luna }"
	}),
	reservedKey: (path) => ({
		message: `${path} is a key that no setting can have`,
		hint: "Remove it."
	}),
	noFile: (path, label, meant) => ({
		message: `no configuration ${quote(path)} (${label})`,
		hint: meant === null ? "The repository has no assay.yml; without --config the defaults hold." : `Did you mean ${quote(meant)}?`
	}),
	isLink: () => ({
		message: "a symbolic link, which is not followed",
		hint: "Put the file itself here, or name it with --config."
	}),
	twoFiles: (other) => ({
		message: `stands beside ${other}, but only one of them can hold`,
		hint: "Remove one of the two."
	})
};

// src/config/defaults.ts
/** What holds where assay.yml says nothing; the schema's `default`s and the normalised `Config` both come from here. */
const defaults = {
	provider: { type: "openai" },
	run: {
		trials: "auto",
		maxTrials: 5,
		concurrency: "auto",
		timeout: "60s",
		retries: 3
	},
	baseline: {
		trials: "auto",
		maxAge: "7d"
	},
	gate: {
		margin: .05,
		alpha: .05,
		scope: "suite",
		inconclusive: "warn",
		exact: false,
		slices: [],
		stopEarly: true,
		giveUp: false,
		maxUnscored: .1
	},
	watch: false,
	comment: "on-change",
	drift: {
		keepAnswers: 30,
		fail: false
	},
	trust: "base",
	report: { content: "full" },
	forks: { maxCost: 1 }
};

// src/config/read-scorers.ts
/** Reads the list of scorers that stands under these keys. */
function readScorers(entries, keys, source) {
	const read = entries.map((entry, i) => readScorerSpec(entry, source.place([...keys, i]), (below) => source.place([
		...keys,
		i,
		...below
	])));
	return {
		specs: read.flatMap((entry) => "spec" in entry ? [entry.spec] : []),
		problems: read.flatMap((entry) => "problem" in entry ? [entry.problem] : [])
	};
}

// src/config/normalise.ts
/** Fills in the defaults of a file that has passed the schema and the rules. */
function normalise(written, path, source) {
	const { run, baseline, gate } = written;
	return {
		path,
		directory: path === null ? "" : folderOf(path),
		prompts: written.prompts === void 0 ? null : readGlobs(written.prompts),
		golden: written.golden ?? null,
		model: written.model ?? null,
		parameters: written.parameters ?? {},
		...written.dependsOn !== void 0 && { dependsOn: readGlobs(written.dependsOn) },
		providers: mapValues(written.providers ?? {}, (provider, name) => readProvider(provider, name, source)),
		prices: mapValues(written.prices ?? {}, readPrice),
		priceAs: written.priceAs ?? {},
		cache: written.cache ?? null,
		scorers: readScorers(written.scorers ?? [], ["scorers"], source).specs,
		run: {
			trials: run?.trials ?? defaults.run.trials,
			maxTrials: run?.maxTrials ?? defaults.run.maxTrials,
			concurrency: run?.concurrency ?? defaults.run.concurrency,
			timeoutMs: readDuration(run?.timeout ?? defaults.run.timeout),
			retries: run?.retries ?? defaults.run.retries,
			maxCost: run?.maxCost ?? null,
			maxCalls: run?.maxCalls ?? null,
			maxDurationMs: run?.maxDuration === void 0 ? null : readDuration(run.maxDuration),
			confirmAbove: run?.confirmAbove ?? null
		},
		baseline: {
			trials: baseline?.trials ?? defaults.baseline.trials,
			maxAgeMs: readDuration(baseline?.maxAge ?? defaults.baseline.maxAge)
		},
		gate: {
			margin: readMargin(gate?.margin ?? defaults.gate.margin),
			alpha: gate?.alpha ?? defaults.gate.alpha,
			scope: gate?.scope ?? defaults.gate.scope,
			inconclusive: gate?.inconclusive ?? defaults.gate.inconclusive,
			exact: gate?.exact ?? defaults.gate.exact,
			slices: [...new Set(gate?.slices ?? defaults.gate.slices)].filter((tag) => tag !== null),
			stopEarly: gate?.stopEarly ?? defaults.gate.stopEarly,
			giveUp: gate?.giveUp ?? defaults.gate.giveUp,
			maxUnscored: readMargin(gate?.maxUnscored ?? defaults.gate.maxUnscored),
			minKappa: gate?.minKappa ?? null,
			metrics: gate?.metrics === void 0 ? null : mapValues(gate.metrics, readMetric)
		},
		watch: written.watch ?? defaults.watch,
		overrides: (written.overrides ?? []).flatMap((entry, i) => entry ? [readOverride(entry, i, source)] : []),
		...written.variants && { variants: readVariants(written.variants, source) },
		comment: written.comment ?? defaults.comment,
		...written.trust !== void 0 && { trust: written.trust },
		...written.report?.content !== void 0 && { content: written.report.content },
		...written.redact !== void 0 && { redact: readRedactions(written.redact, source) },
		...written.forks !== void 0 && { forks: readForks(written.forks) },
		accepted: (written.accepted ?? []).flatMap((entry, i) => entry ? [readAccepted(entry, i, source)] : []),
		drift: {
			sample: written.drift?.sample ?? null,
			keepAnswers: written.drift?.keepAnswers ?? defaults.drift.keepAnswers,
			maxCost: {
				night: written.drift?.maxCost?.night ?? null,
				month: written.drift?.maxCost?.month ?? null
			},
			fail: written.drift?.fail ?? defaults.drift.fail
		}
	};
}
function readProvider(written, name, source) {
	const { type, baseUrl, keyEnv, file, requestsPerMinute, tokensPerMinute, ...settings } = written;
	return {
		type: type ?? defaults.provider.type,
		baseUrl: baseUrl ?? null,
		...keyEnv !== void 0 && { keyEnv },
		file: file ?? null,
		...requestsPerMinute !== void 0 && { requestsPerMinute },
		...tokensPerMinute !== void 0 && { tokensPerMinute },
		...Object.keys(settings).length > 0 && { settings },
		place: source.keyPlace(["providers", name]),
		places: mapValues(written, (_value, key) => source.keyPlace([
			"providers",
			name,
			key
		]))
	};
}
function readPrice({ input, output, cachedInput, cacheWrite }) {
	return {
		input: input ?? 0,
		output: output ?? 0,
		cachedInput: cachedInput ?? null,
		cacheWrite: cacheWrite ?? null
	};
}
function readMetric({ gate, atLeast, margin }) {
	return {
		gate: gate ?? (atLeast !== void 0 || margin !== void 0),
		atLeast: atLeast ?? null,
		margin: margin === void 0 ? null : readMargin(margin)
	};
}
function readOverride(written, index, source) {
	const keys = [
		"overrides",
		index,
		"scorers"
	];
	return {
		prompts: readGlobs(written.prompts ?? []),
		scorers: written.scorers === void 0 ? null : readScorers(written.scorers, keys, source).specs,
		golden: written.golden ?? null,
		model: written.model ?? null,
		...written.dependsOn !== void 0 && { dependsOn: readGlobs(written.dependsOn) }
	};
}
function readVariants(written, source) {
	return Object.entries(written).map(([name, { model, parameters }]) => ({
		name,
		model: model ?? null,
		parameters: parameters ?? {},
		place: source.keyPlace(["variants", name])
	}));
}
function readAccepted(written, index, source) {
	const { fingerprint = "", reason = "", until = "" } = written;
	return {
		fingerprint,
		reason,
		until,
		place: source.place(["accepted", index])
	};
}
function readRedactions(written, source) {
	return written.flatMap((pattern, i) => pattern === null ? [] : [{
		pattern,
		place: source.place(["redact", i])
	}]);
}
function readForks({ maxCost = defaults.forks.maxCost, models = [], branches = [] }) {
	const texts = (list) => list.filter((each) => each !== null);
	return {
		maxCost,
		models: texts(models),
		branches: texts(branches)
	};
}
function readGlobs(written) {
	return typeof written === "string" ? [written] : written.filter((glob) => glob !== null);
}
/** `20%` is 0.2, the double that a reader of 0.2 gets, too. */
function readMargin(written) {
	return typeof written === "number" ? written : Number.parseFloat(written) / 100;
}
const unitMs = {
	ms: 1,
	s: 1e3,
	m: 6e4,
	h: 36e5,
	d: 864e5
};
function readDuration(written) {
	const unit = written.replace(/^[0-9]+/, "");
	return Number.parseInt(written, 10) * (unitMs[unit] ?? NaN);
}
function folderOf(path) {
	const folder = posix.dirname(path);
	return folder === "." ? "" : folder;
}
function mapValues(record, change) {
	return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));
}

// src/config/key-path.ts
/** `overrides[1].golden`, as messages write it; a name that could be mistaken for something else stands in quotes. */
function formatKeys(keys) {
	return keys.reduce((path, key) => {
		if (typeof key === "number") return `${path}[${key}]`;
		const name = /^[\p{L}\p{N}_.$-]{1,64}$/u.test(key) ? key : quote(key);
		return path === "" ? name : `${path}.${name}`;
	}, "");
}
/** The keys behind a JSON pointer (RFC 6901) into this value: the same digits are a name in a map and a number in a list. */
function readPointer(pointer, value) {
	const keys = [];
	for (const part of pointer.split("/").slice(1)) {
		const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
		keys.push(Array.isArray(readValue(value, keys)) ? Number(name) : name);
	}
	return keys;
}
/** The value under these keys, null where there is none. */
function readValue(value, keys) {
	let current = value;
	for (const key of keys) {
		if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return null;
		current = current[key] ?? null;
	}
	return current;
}
/** The JSON pointer of one more key. */
function extendPointer(pointer, key) {
	return `${pointer}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

// src/config/check-paths.ts
/** In the path of a golden set `{name}` alone is filled in. */
function checkGoldenPaths({ written, source }) {
	return listScopes(written).flatMap(({ golden, keys }) => {
		const path = [...keys, "golden"];
		return (golden?.match(/\{+[^{}]*\}+/g) ?? []).filter((placeholder) => placeholder !== "{name}").map((placeholder) => ({
			...messages.unknownPlaceholder(formatKeys(path), placeholder),
			place: source.place(path)
		}));
	});
}
/**
* A glob becomes a backtracking regular expression. Groups could make it exponential, and many wildcards in a row
* of a high degree: within these bounds it answers in milliseconds, whatever files are called.
*/
function checkGlobs({ written, source }) {
	return listScopes(written).flatMap(({ prompts, dependsOn, keys }) => [...listGlobs(prompts, [...keys, "prompts"]), ...listGlobs(dependsOn, [...keys, "dependsOn"])].flatMap(({ glob, path }) => {
		const place = source.place(path);
		const name = formatKeys(path);
		if (glob.startsWith("!")) return [{
			...messages.negatedGlob(name),
			place
		}];
		if (/[()]/.test(glob)) return [{
			...messages.groupInGlob(name),
			place
		}];
		return glob.split("**").length > 4 || glob.split("/").some((part) => part.split(/\*+|\+/).length > 4) ? [{
			...messages.costlyGlob(name),
			place
		}] : [];
	}));
}
function listGlobs(prompts, path) {
	if (typeof prompts === "string") return [{
		glob: prompts,
		path
	}];
	return (prompts ?? []).flatMap((glob, i) => glob === null ? [] : [{
		glob,
		path: [...path, i]
	}]);
}
/** Where `prompts`, `golden` and `dependsOn` may stand: in the file itself and in its overrides. */
function listScopes({ prompts, golden, dependsOn, overrides = [] }) {
	return [{
		prompts,
		golden,
		dependsOn,
		keys: []
	}, ...overrides.map((entry, i) => ({
		prompts: entry?.prompts,
		golden: entry?.golden,
		dependsOn: entry?.dependsOn,
		keys: ["overrides", i]
	}))];
}

// src/config/check-plain-data.ts
/** YAML can write numbers that JSON cannot carry, and the one key to which objects give a meaning of their own. */
function checkPlainData({ written, source }) {
	const check = (value, keys) => {
		if (typeof value === "number" && !Number.isFinite(value)) return [{
			...messages.noNumber(formatKeys(keys)),
			place: source.place(keys)
		}];
		if (Array.isArray(value)) return value.flatMap((entry, i) => check(entry, [...keys, i]));
		if (!isObject(value)) return [];
		return Object.entries(value).flatMap(([key, entry]) => {
			const path = [...keys, key];
			if (key === "__proto__") return [{
				...messages.reservedKey(formatKeys(path)),
				place: source.keyPlace(path)
			}];
			return check(entry, path);
		});
	};
	return check(written, []);
}

// src/config/check-providers.ts
/** Which types there are is known by the registry of providers alone. */
function checkProviderTypes({ written, source, providerTypes }) {
	return Object.entries(written.providers ?? {}).flatMap(([name, { type }]) => {
		if (type === void 0 || providerTypes.includes(type)) return [];
		const keys = [
			"providers",
			name,
			"type"
		];
		return [unknownProviderType(name, type, providerTypes, source.place(keys))];
	});
}
/** How keys of known providers begin, and what is too long and mixed to be a name. */
const keyLike = /^(sk-|pk-|gsk_|xai-|hf_|ghp_|github_pat_|AIza|Bearer )|^(?=.*[0-9])(?=.*[a-z])[\w.-]{24,}$/;
/** The file names the variable that holds a key, never the key. */
function checkKeyVariables({ written, source }) {
	return Object.entries(written.providers ?? {}).flatMap(([name, { keyEnv }]) => {
		if (typeof keyEnv !== "string" || /^[A-Z_][A-Z0-9_]*$/.test(keyEnv)) return [];
		const keys = [
			"providers",
			name,
			"keyEnv"
		];
		return [{
			...(keyLike.test(keyEnv) ? messages.keyInFile : messages.noVariableName)(formatKeys(keys)),
			place: source.place(keys)
		}];
	});
}
/** Headers by whose name a secret travels. */
const secretHeader = /auth|key|token|secret|cookie/i;
/** A header that carries a secret takes it from the variable under `keyEnv`. */
function checkHeaders({ written, source }) {
	return Object.entries(written.providers ?? {}).flatMap(([name, { headers }]) => {
		if (!isObject(headers)) return [];
		return Object.entries(headers).flatMap(([header, value]) => {
			const keys = [
				"providers",
				name,
				"headers",
				header
			];
			if (typeof value !== "string" || !secretHeader.test(header) || /\{\{\s*key\s*\}\}/.test(value)) return [];
			return [{
				...messages.secretInHeader(formatKeys(keys)),
				place: source.place(keys)
			}];
		});
	});
}
/** An address is http or https and carries no credentials. */
function checkAddresses({ written, source }) {
	return Object.entries(written.providers ?? {}).flatMap(([name, provider]) => [
		"baseUrl",
		"url",
		"authority"
	].flatMap((key) => {
		const address = provider[key];
		if (typeof address !== "string") return [];
		const keys = [
			"providers",
			name,
			key
		];
		const url = URL.canParse(address) ? new URL(address) : null;
		const told = { place: source.place(keys) };
		if (/^[^/]*:?\/\/[^/?#]*\{\{/.test(address)) return [{
			...messages.placeholderInHost(formatKeys(keys)),
			...told
		}];
		if (url === null || !["http:", "https:"].includes(url.protocol)) return [{
			...messages.noHttpAddress(formatKeys(keys)),
			...told
		}];
		return url.username + url.password === "" ? [] : [{
			...messages.credentialsInAddress(formatKeys(keys)),
			...told
		}];
	}));
}

// src/config/check-scorers.ts
/** Each entry is a name, or one key with its options. */
function checkScorerShapes(context) {
	return readScorerLists(context).flatMap((list) => list.problems);
}
/** A metric is known by its name: within a list no two scorers share one. */
function checkMetricNames(context) {
	return readScorerLists(context).flatMap(({ specs }) => {
		const seen = /* @__PURE__ */ new Set();
		return specs.flatMap(({ name, type, place }) => {
			if (seen.has(name)) return [{
				...messages.sameMetric(name, type),
				place
			}];
			seen.add(name);
			return [];
		});
	});
}
/** The main list and those of the overrides. */
function readScorerLists({ written, source }) {
	return [readScorers(written.scorers ?? [], ["scorers"], source), ...(written.overrides ?? []).map((entry, i) => readScorers(entry?.scorers ?? [], [
		"overrides",
		i,
		"scorers"
	], source))];
}

// src/config/check-variants.ts
/** A variant that changes nothing is the prompt itself, and names of the other versions would hide them. */
function checkVariants({ written, source }) {
	return Object.keys(written.variants ?? {}).flatMap((name) => {
		const keys = ["variants", name];
		const place = source.keyPlace(keys);
		if (name === "baseline" || name === "candidate") return [{
			...messages.takenName(formatKeys(keys)),
			place
		}];
		const value = readValue(source.value, keys);
		return isObject(value) && Object.values(value).every((each) => isObject(each) && isEmptyMap(each)) ? [{
			...messages.emptyVariant(formatKeys(keys)),
			place
		}] : [];
	});
}
function isEmptyMap(map) {
	return Object.keys(map).length === 0;
}

// src/config/rules.ts
/** All rules, in no particular order: what they find is sorted by place. */
const rules = [
	checkScorerShapes,
	checkMetricNames,
	checkProviderTypes,
	checkKeyVariables,
	checkAddresses,
	checkHeaders,
	checkGoldenPaths,
	checkGlobs,
	checkPlainData,
	checkVariants
];

// src/config/list-keys.ts
/** Every key under a schema, each before the keys within it. */
function listKeys(schema, parent = "") {
	const entries = Object.entries(schema.properties ?? {});
	if (typeof schema.additionalProperties === "object") entries.push(["<name>", schema.additionalProperties]);
	const own = entries.flatMap(([name, node]) => {
		const path = parent === "" ? name : `${parent}.${name}`;
		return [{
			path,
			name,
			node
		}, ...listKeys(node, path)];
	});
	return schema.items ? [...own, ...listKeys(schema.items, `${parent}[]`)] : own;
}

// src/config/provider-settings.ts
const pointer = {
	title: "a JSON Pointer such as \"/answer/text\"",
	type: "string",
	pattern: "^(/|$)",
	maxLength: 1024
};
const shell = {
	title: "a command line",
	type: "string",
	minLength: 1,
	maxLength: 4096
};
/** Settings of a provider that its type alone reads. */
const providerSettings = {
	api: {
		description: "For services that speak OpenAI's API: in which shape they are asked.",
		type: "string",
		enum: ["chat", "responses"],
		examples: ["responses"]
	},
	stream: {
		description: "Whether answers are streamed, so that the time to the first token is known.",
		type: "boolean",
		examples: [true]
	},
	apiVersion: {
		description: "For `azure` and `anthropic`: the version of the API by its date; else the one that the docs name.",
		type: "string",
		minLength: 1,
		examples: ["2024-10-21"]
	},
	auth: {
		description: "For `azure`: a key, or a token for the identity that GitHub vouches for.",
		type: "string",
		enum: ["key", "oidc"],
		examples: ["oidc"]
	},
	tenantId: {
		description: "For `auth: oidc`: the directory; else AZURE_TENANT_ID.",
		type: "string",
		minLength: 1,
		examples: ["00000000-0000-0000-0000-000000000000"]
	},
	clientId: {
		description: "For `auth: oidc`: the application; else AZURE_CLIENT_ID.",
		type: "string",
		minLength: 1,
		examples: ["00000000-0000-0000-0000-000000000000"]
	},
	authority: {
		description: "For `auth: oidc`: who gives the token; else AZURE_AUTHORITY_HOST, or the public cloud.",
		title: "an http or https address",
		type: "string",
		pattern: "^https?://",
		examples: ["https://login.microsoftonline.com"]
	},
	url: {
		description: "For `http`: the address that is called; `{{…}}` behind the host is filled in.",
		title: "an http or https address",
		type: "string",
		pattern: "^https?://",
		examples: ["https://app.example.com/answer/{{model}}"]
	},
	method: {
		description: "For `http`: the method; else POST.",
		type: "string",
		enum: [
			"POST",
			"PUT",
			"PATCH",
			"GET"
		],
		examples: ["POST"]
	},
	headers: {
		description: "For `http`: headers; `{{key}}` is the key.",
		type: "object",
		additionalProperties: {
			title: "a text",
			description: "The value of a header.",
			type: "string",
			maxLength: 4096,
			examples: ["{{key}}"]
		},
		examples: [{ "x-api-key": "{{key}}" }]
	},
	body: {
		description: "For `http`: the JSON that is sent; a text that is one `{{…}}` alone becomes its value.",
		title: "a map or a list",
		type: ["object", "array"],
		examples: [{ question: "{{vars.question}}" }]
	},
	output: {
		...pointer,
		description: "For `http`: where the answer stands in the body.",
		examples: ["/answer/text"]
	},
	usage: {
		description: "For `http`: where the tokens stand, each kind by its own pointer.",
		type: "object",
		properties: Object.fromEntries([
			"input",
			"output",
			"cachedInput",
			"cacheWrite",
			"reasoning"
		].map((kind) => [kind, {
			...pointer,
			description: `Tokens: ${kind}.`,
			examples: [`/usage/${kind}`]
		}])),
		additionalProperties: false,
		examples: [{
			input: "/usage/input",
			output: "/usage/output"
		}]
	},
	cost: {
		...pointer,
		description: "For `http`: where the cost in US dollars stands.",
		examples: ["/usage/cost"]
	},
	maxCallCost: {
		description: "For `http` and `command`: what one call costs at most, in US dollars; under `run.maxCost` so much is kept back for each that is under way.",
		title: "a number from 0 to 1000000",
		type: "number",
		minimum: 0,
		maximum: 1e6,
		examples: [.05]
	},
	success: {
		description: "For `http`: the statuses of an answer; else 200.",
		title: "a list of statuses",
		type: "array",
		items: {
			title: "a status from 200 to 599",
			type: "integer",
			minimum: 200,
			maximum: 599
		},
		examples: [[200, 201]]
	},
	command: {
		...shell,
		description: "For `command`: the program; it gets the case as JSON and writes its answer.",
		examples: ["node app/answer.mjs"]
	},
	setup: {
		...shell,
		description: "For `command`: what is run once in each arm's files before the first case.",
		examples: ["npm ci && npm run build"]
	},
	setupTimeout: {
		description: "For `command`: how long `setup` may take; else 10m.",
		title: "a duration such as 60s, 500ms or 2m",
		type: "string",
		pattern: "^([1-9][0-9]{0,6}ms|[1-9][0-9]{0,4}s|[1-9][0-9]{0,2}m)$",
		examples: ["10m"]
	},
	env: {
		description: "For `command`: the variables that the program gets beside PATH, HOME and LANG.",
		title: "a list of names of environment variables",
		type: "array",
		items: {
			title: "the name of an environment variable",
			type: "string",
			pattern: "^[A-Za-z_][A-Za-z0-9_]{0,255}$"
		},
		examples: [["OPENAI_API_KEY"]]
	}
};

// src/config/schema.ts
const glob = {
	title: "a glob",
	type: "string",
	minLength: 1,
	maxLength: 256
};
const globs = {
	...glob,
	title: "a glob or a list of globs",
	type: ["string", "array"],
	items: glob
};
const relativePath = {
	title: "a path relative to the folder of assay.yml",
	type: "string",
	pattern: "^(?!/|[A-Za-z]:)[^\\\\]{1,1024}$"
};
const golden = {
	...relativePath,
	examples: ["golden/{name}.jsonl"]
};
const model = {
	title: "the name of a model",
	type: "string",
	minLength: 1,
	maxLength: 256,
	examples: ["openai/gpt-6-luna"]
};
const scorers = {
	title: "a list of scorers",
	type: "array",
	examples: [[{ contains: { value: "{{expected}}" } }]]
};
const margin = {
	title: "a number above 0 and at most 1, or a percentage up to 100%",
	anyOf: [{
		type: "number",
		exclusiveMinimum: 0,
		maximum: 1
	}, {
		type: "string",
		pattern: "^(100|[1-9][0-9]?(\\.[0-9]{1,4})?|0\\.[0-9]{0,3}[1-9])%$"
	}]
};
function autoOr(maximum) {
	return { anyOf: [{ const: "auto" }, {
		type: "integer",
		minimum: 1,
		maximum
	}] };
}
function countOf(maximum) {
	return {
		type: "integer",
		minimum: 1,
		maximum
	};
}
/** US dollars. */
const dollars = {
	type: "number",
	minimum: 0,
	maximum: 1e6
};
/** A map with these keys and no others. */
function map(properties, rest) {
	return {
		type: "object",
		properties,
		additionalProperties: false,
		...rest
	};
}
const provider = map({
	type: {
		description: "What speaks to it.",
		title: "a type of provider",
		type: "string",
		default: defaults.provider.type,
		examples: ["openai"]
	},
	baseUrl: {
		description: "Where its API begins; else the address that the type knows.",
		title: "an http or https address",
		type: "string",
		examples: ["http://localhost:11434/v1"]
	},
	keyEnv: {
		description: "The environment variable that holds the key; null where none is sent, else the one that the type knows.",
		title: "the name of an environment variable, or null",
		type: ["string", "null"],
		examples: ["OPENAI_API_KEY"]
	},
	file: {
		...relativePath,
		description: "For `replay`: the file with the recordings.",
		examples: ["recordings.jsonl"]
	},
	requestsPerMinute: {
		description: "How many calls it admits a minute; else that is found out from its answers.",
		...countOf(1e7),
		examples: [500]
	},
	tokensPerMinute: {
		description: "How many tokens it admits a minute, those of the answers among them.",
		...countOf(0xe8d4a51000),
		examples: [2e5]
	},
	...providerSettings
}, { description: "A provider; prompts reach it by writing `<name>/…` as their model." });
const metric = map({
	gate: {
		description: "Whether it can fail the run; true where `atLeast` or `margin` is given, else false.",
		type: "boolean",
		examples: [true]
	},
	atLeast: {
		description: "The lowest value that passes where there is nothing to compare with.",
		type: "number",
		minimum: 0,
		examples: [.8]
	},
	margin: {
		...margin,
		description: "The tolerated loss: points of a score (0.05), a share of a latency or of tokens (20%).",
		examples: ["20%"]
	}
}, { description: "A metric: a scorer's name, or one that every run has, such as `latency`." });
const price = map({
	input: {
		...dollars,
		description: "For input.",
		examples: [.25]
	},
	output: {
		...dollars,
		description: "For output.",
		examples: [2]
	},
	cachedInput: {
		...dollars,
		description: "For input read from the provider's cache; else as other input.",
		examples: [.025]
	},
	cacheWrite: {
		...dollars,
		description: "For input written to the provider's cache; else as other input.",
		examples: [.3]
	}
}, {
	title: "a price: input and output, in US dollars for a million tokens",
	description: "US dollars for a million tokens.",
	required: ["input", "output"]
});
const variant = map({
	model: {
		...model,
		description: "Its model; else the prompt's own."
	},
	parameters: {
		description: "Its call parameters, over those of the prompt; null takes one away.",
		type: "object",
		additionalProperties: true,
		examples: [{ temperature: 0 }]
	}
}, { description: "A variant: the prompt with another model or other parameters." });
/** The JSON Schema of assay.yml: messages and the reference are derived from it. */
const configSchema = map({
	prompts: {
		...globs,
		description: "Which files are prompts; else every known prompt format in the repository.",
		examples: [["prompts/**/*.prompt.yml"]]
	},
	golden: {
		...golden,
		description: "Where a prompt's golden set lies, `{name}` standing for its name; else the test data in its file."
	},
	model: {
		...model,
		description: "The model where the prompt names none."
	},
	parameters: {
		description: "Call parameters where the prompt sets none.",
		type: "object",
		additionalProperties: true,
		examples: [{ temperature: 0 }]
	},
	dependsOn: {
		...globs,
		description: "Files whose change is a change of every prompt: the code around it.",
		examples: [["src/rag/**"]]
	},
	providers: {
		description: "Providers that are not built in, by name.",
		type: "object",
		propertyNames: {
			title: "a name of lower-case letters, digits, dots, underscores and hyphens",
			pattern: "^[a-z0-9][a-z0-9._-]*$"
		},
		additionalProperties: provider,
		examples: [{ local: {
			baseUrl: "http://localhost:11434/v1",
			keyEnv: null
		} }]
	},
	prices: {
		description: "What models cost, by the name that prompts give them; goes before the price list that comes along.",
		type: "object",
		additionalProperties: price,
		examples: [{ "local/large": {
			input: .25,
			output: 2
		} }]
	},
	priceAs: {
		description: "For deployments and fine-tunes: the model whose price each has.",
		type: "object",
		additionalProperties: {
			...model,
			description: "The model whose price it has."
		},
		examples: [{ "azure/my-deployment": "openai/gpt-6-luna" }]
	},
	cache: {
		title: "a path below the folder of assay.yml",
		type: "string",
		pattern: "^(?!/|[A-Za-z]:|(.*/)?\\.\\.(/|$))[^\\\\]{1,1024}$",
		description: "Folder where answers and verdicts are kept between runs; else `.assay` at the repository's root.",
		examples: [".cache/assay"]
	},
	scorers: {
		...scorers,
		description: "How outputs are scored: each entry a scorer with its options."
	},
	run: map({
		trials: {
			...autoOr(5),
			description: "How often each case is run in each arm; `auto` leaves it to Prompt Assay.",
			default: defaults.run.trials,
			examples: ["auto"]
		},
		maxTrials: {
			description: "The most trials that `auto` buys.",
			type: "integer",
			minimum: 1,
			maximum: 5,
			default: defaults.run.maxTrials,
			examples: [3]
		},
		concurrency: {
			...autoOr(1e3),
			description: "How many calls to one provider are under way at once; `auto` leaves it to Prompt Assay.",
			default: defaults.run.concurrency,
			examples: [20]
		},
		timeout: {
			description: "How long one call may take.",
			title: "a duration such as 60s, 500ms or 2m",
			type: "string",
			pattern: "^([1-9][0-9]{0,6}ms|[1-9][0-9]{0,4}s|[1-9][0-9]{0,2}m)$",
			default: defaults.run.timeout,
			examples: ["60s"]
		},
		retries: {
			description: "How often a call is repeated after a fault of the provider; one turned away with 429, while there is hope.",
			type: "integer",
			minimum: 0,
			maximum: 10,
			default: defaults.run.retries,
			examples: [3]
		},
		maxCost: {
			...dollars,
			description: "What the calls of a run may cost in US dollars: none begins that could go beyond.",
			examples: [2]
		},
		maxCalls: {
			...countOf(1e9),
			description: "How many calls a run may make, repeats among them.",
			examples: [5e3]
		},
		maxDuration: {
			description: "How long calls may begin; those under way then still finish.",
			title: "a duration such as 30m, 90s or 2h",
			type: "string",
			pattern: "^([1-9][0-9]{0,4}s|[1-9][0-9]{0,3}m|[1-9][0-9]{0,1}h)$",
			examples: ["30m"]
		},
		confirmAbove: {
			...dollars,
			description: "A run that may cost more US dollars stops before its first call and says how to go on.",
			examples: [5]
		}
	}, {
		description: "How the calls are made.",
		examples: [{ timeout: "60s" }]
	}),
	baseline: map({
		trials: {
			...autoOr(10),
			description: "How often each case of the baseline is stored; `auto` leaves it to Prompt Assay.",
			default: defaults.baseline.trials,
			examples: [5]
		},
		maxAge: {
			description: "How old a stored answer of the baseline may be.",
			title: "a duration such as 7d or 12h",
			type: "string",
			pattern: "^([1-9][0-9]{0,3}h|[1-9][0-9]{0,2}d)$",
			default: defaults.baseline.maxAge,
			examples: ["7d"]
		}
	}, {
		description: "How the baseline's answers are stored and used again.",
		examples: [{ maxAge: "7d" }]
	}),
	gate: map({
		margin: {
			...margin,
			description: "The tolerated loss: 0.05 is 5 points of pass rate or score.",
			default: defaults.gate.margin,
			examples: [.05]
		},
		alpha: {
			description: "How often an unchanged prompt may be called a regression.",
			type: "number",
			exclusiveMinimum: 0,
			maximum: .2,
			default: defaults.gate.alpha,
			examples: [.05]
		},
		scope: {
			description: "What the verdict speaks about: the cases of the golden set, or cases like these (`population`).",
			type: "string",
			enum: ["suite", "population"],
			default: defaults.gate.scope,
			examples: ["suite"]
		},
		inconclusive: {
			description: "What an inconclusive comparison does.",
			type: "string",
			enum: [
				"warn",
				"fail",
				"pass"
			],
			default: defaults.gate.inconclusive,
			examples: ["warn"]
		},
		exact: {
			description: "Whether the rate of false alarms is guaranteed, at the cost of power; else it holds on average.",
			type: "boolean",
			default: defaults.gate.exact,
			examples: [true]
		},
		slices: {
			description: "Tags whose cases gate by themselves, beside the whole set; all other tags are watched.",
			title: "a list of tags",
			type: "array",
			items: {
				title: "a tag",
				type: "string",
				minLength: 1,
				maxLength: 256
			},
			default: defaults.gate.slices,
			examples: [["edge-case"]]
		},
		stopEarly: {
			description: "Whether calls stop at a planned look as soon as the verdict is known.",
			type: "boolean",
			default: defaults.gate.stopEarly,
			examples: [false]
		},
		giveUp: {
			description: "Whether calls stop, too, where a verdict has become unlikely.",
			type: "boolean",
			default: defaults.gate.giveUp,
			examples: [true]
		},
		maxUnscored: {
			...margin,
			description: "The share of a metric's outputs in either arm that may be without a score; above it the metric is not judged.",
			default: defaults.gate.maxUnscored,
			examples: [.05]
		},
		minKappa: {
			description: "The least agreement with people (Cohen's kappa) that a judge must have shown in `calibrate`; unset: none.",
			type: "number",
			exclusiveMinimum: 0,
			maximum: 1,
			examples: [.6]
		},
		metrics: {
			description: "Which metrics gate; else every scorer's does, and the others are watched.",
			type: "object",
			additionalProperties: metric,
			examples: [{ latency: { margin: "20%" } }]
		}
	}, {
		description: "When a run passes.",
		examples: [{ margin: .05 }]
	}),
	watch: {
		description: "Whether everything is judged and told, but nothing fails: for a time beside another gate.",
		type: "boolean",
		default: defaults.watch,
		examples: [true]
	},
	overrides: {
		description: "Other settings for some prompts; every entry that matches is applied, in order.",
		title: "a list of overrides",
		type: "array",
		items: map({
			prompts: {
				...globs,
				description: "The prompts it is for.",
				examples: [["prompts/summarise*"]]
			},
			scorers: {
				...scorers,
				description: "These scorers in place of those above."
			},
			golden: {
				...golden,
				description: "Where the golden sets of these prompts lie."
			},
			model: {
				...model,
				description: "The model where these prompts name none."
			},
			dependsOn: {
				...globs,
				description: "Further files whose change is a change of these prompts.",
				examples: [["src/rag/**"]]
			}
		}, {
			title: "an override: its prompts and their settings",
			required: ["prompts"]
		}),
		examples: [[{
			prompts: "prompts/summarise*",
			golden: "golden/summaries.jsonl"
		}]]
	},
	variants: {
		description: "Versions of every changed prompt that are run beside it, by name: for choosing, they fail nothing.",
		type: "object",
		propertyNames: {
			title: "a name of at most 64 characters that begins with a letter or a digit",
			pattern: "^[A-Za-z0-9][A-Za-z0-9 ._/:@-]{0,63}$"
		},
		additionalProperties: variant,
		examples: [{ small: { model: "openai/gpt-6-luna" } }]
	},
	comment: {
		description: "When a pull request gets a comment; one that is there is brought up to date in any case, but for `never`.",
		type: "string",
		enum: [
			"always",
			"on-change",
			"on-problem",
			"never"
		],
		default: defaults.comment,
		examples: ["on-problem"]
	},
	trust: {
		description: "Where what judges a pull request comes from, the tip of its base branch or, where all authors are trusted, its head; never holds for a fork.",
		type: "string",
		enum: ["base", "head"],
		default: defaults.trust,
		examples: ["head"]
	},
	report: map({ content: {
		description: "Whose texts are told: of cases that moved or failed (`full`), of those that got worse (`worst`), or none.",
		type: "string",
		enum: [
			"full",
			"worst",
			"none"
		],
		default: defaults.report.content,
		examples: ["none"]
	} }, {
		description: "What reports carry, wherever they are written.",
		examples: [{ content: "worst" }]
	}),
	redact: {
		description: "Regular expressions (RE2): what they match is told nowhere, and an answer with it is not kept.",
		title: "a list of regular expressions",
		type: "array",
		items: {
			title: "a regular expression",
			type: "string",
			minLength: 1,
			maxLength: 1e3
		},
		examples: [["[0-9]{16}"]]
	},
	forks: map({
		maxCost: {
			...dollars,
			description: "What one run of a fork's pull request may cost in US dollars.",
			default: defaults.forks.maxCost,
			examples: [.5]
		},
		models: {
			description: "Models that a fork may name beside those that the base branch uses.",
			title: "a list of models",
			type: "array",
			items: model,
			examples: [["openai/gpt-6-luna"]]
		},
		branches: {
			description: "Branches for which forks are judged, beside the default branch, whose own list counts.",
			title: "a list of branches",
			type: "array",
			items: {
				title: "the name of a branch",
				type: "string",
				minLength: 1,
				maxLength: 256
			},
			examples: [["release"]]
		}
	}, {
		description: "How pull requests from forks are judged with a key, once somebody approved it; else they are not.",
		examples: [{ maxCost: .5 }]
	}),
	accepted: {
		description: "Regressions that are known: each holds for one pair of versions, and until a day.",
		title: "a list of accepted regressions",
		type: "array",
		items: map({
			fingerprint: {
				description: "The fingerprint of the pair as the report names it, 7 digits or more.",
				title: "a fingerprint in quotes",
				type: "string",
				pattern: "^[0-9a-f]{7,64}$",
				examples: ["3f2a9c1d"]
			},
			reason: {
				description: "Why the loss is taken; every report shows it.",
				title: "a reason",
				type: "string",
				minLength: 1,
				maxLength: 500,
				examples: ["shorter answers are worth it"]
			},
			until: {
				description: "The last day on which it holds.",
				title: "a day such as 2030-12-31",
				type: "string",
				pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
				examples: ["2030-12-31"]
			}
		}, {
			title: "an accepted regression: fingerprint, reason and until",
			required: [
				"fingerprint",
				"reason",
				"until"
			]
		}),
		examples: [[{
			fingerprint: "3f2a9c1d",
			reason: "shorter answers are worth it",
			until: "2030-12-31"
		}]]
	},
	drift: map({
		sample: {
			description: "Cases of each prompt a night: a part of the set that rotates; else all of it.",
			...countOf(1e6),
			examples: [30]
		},
		keepAnswers: {
			description: "Answers of each prompt that the history keeps: judges score them again every night, and issues show them. With 0 a judge's own drift cannot be told.",
			type: "integer",
			minimum: 0,
			maximum: 1e3,
			default: defaults.drift.keepAnswers,
			examples: [0]
		},
		maxCost: map({
			night: {
				...dollars,
				description: "What a night may cost in US dollars.",
				examples: [1]
			},
			month: {
				...dollars,
				description: "What the nights of a month may cost, in UTC.",
				examples: [20]
			}
		}, {
			description: "A night that does not fit is a gap, never a drop.",
			examples: [{
				night: 1,
				month: 20
			}]
		}),
		fail: {
			description: "Whether a prompt that drifts ends the scheduled run with 1; its issue is opened in any case.",
			type: "boolean",
			default: defaults.drift.fail,
			examples: [true]
		}
	}, {
		description: "How `drift` watches the present versions, night by night.",
		examples: [{
			sample: 30,
			maxCost: {
				night: 1,
				month: 20
			}
		}]
	})
}, {
	$schema: "http://json-schema.org/draft-07/schema#",
	title: "assay.yml",
	description: "Configuration of Prompt Assay.",
	examples: [{ model: "openai/gpt-6-luna" }]
});

// src/config/explain.ts
/** Tells a validator's error in the words of assay.yml: the key, what it must be, an example, its place. */
function explain({ keyword, instancePath, params }, source) {
	const keys = readPointer(instancePath, source.value);
	const { node, example } = findNode(keys);
	if (keyword === "additionalProperties") return explainUnknown(keys, params["additionalProperty"], Object.keys(node.properties ?? {}), source);
	if (keyword === "propertyNames") {
		const written = [...keys, params["propertyName"]];
		const expected = describeSchema(node.propertyNames ?? {});
		return {
			...messages.refusedName(formatKeys(written), expected, example),
			place: source.keyPlace(written)
		};
	}
	const place = source.place(keys);
	if (keyword === "required") {
		const missing = [...keys, params["missingProperty"]];
		return {
			...messages.missingKey(formatKeys(missing), findNode(missing).example),
			place
		};
	}
	const value = readValue(source.value, keys);
	const expected = describeSchema(node);
	if (value === null) return {
		...messages.emptyKey(formatKeys(keys), expected, example),
		place
	};
	const meant = node.enum && typeof value === "string" ? nearest(value, node.enum) : null;
	return {
		...meant === null ? messages.wrongValue(formatKeys(keys), expected, value, example) : messages.wrongName(formatKeys(keys), expected, value, meant),
		place
	};
}
function explainUnknown(parent, name, known, source) {
	const keys = [...parent, name];
	return {
		...messages.unknownKey(formatKeys(keys), findMeant(parent, name, known), known),
		place: source.keyPlace(keys)
	};
}
/** The key may stand in the wrong map (`trials` belongs into `run`), else it is a slip of the pen. */
function findMeant(parent, name, known) {
	const elsewhere = listKeys(configSchema).find((key) => key.name === name);
	if (elsewhere) return elsewhere.path;
	const near = nearest(name, known);
	return near === null ? null : formatKeys([...parent, near]);
}
/** The schema of the value under these keys, and the example nearest to it as a line of YAML. */
function findNode(keys) {
	let node = configSchema;
	let example = "";
	for (const key of keys) {
		node = (typeof key === "number" ? node.items : findProperty(node, key)) ?? {};
		const value = node.examples?.[0];
		if (value !== void 0) example = `${key}: ${writeInline(value)}`;
	}
	return {
		node,
		example
	};
}
function findProperty(node, key) {
	if (node.properties && Object.hasOwn(node.properties, key)) return node.properties[key];
	return typeof node.additionalProperties === "object" ? node.additionalProperties : void 0;
}

// src/config/validate.ts
let compiled;
/** Compiled when the first file is read: a start without a file does not pay for it. */
async function compileSchema() {
	const { Ajv } = await import("./ajv.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	return new Ajv({
		allErrors: true,
		allowUnionTypes: true,
		strict: true,
		validateSchema: false,
		code: { optimize: false }
	}).compile(configSchema);
}
/** Holds a file against the schema and collects every mistake. */
async function validate(source) {
	if (source.value === null) return {
		written: {},
		problems: [],
		untold: 0
	};
	if (!isObject(source.value)) return {
		written: {},
		problems: [{
			...messages.noMap(source.value),
			place: source.place([])
		}],
		untold: 0
	};
	compiled ??= compileSchema();
	const check = await compiled;
	check(source.value);
	const refused = /* @__PURE__ */ new Map();
	for (const error of check.errors ?? []) {
		const pointer = locate(error);
		if (pointer !== null && !refused.has(pointer)) refused.set(pointer, error);
	}
	return {
		written: prune(source.value, "", refused),
		problems: [...refused.values()].slice(0, 50).map((error) => explain(error, source)),
		untold: Math.max(0, refused.size - 50)
	};
}
/** The pointer to what an error refuses; null for an error that another one repeats. */
function locate({ keyword, instancePath, params, propertyName }) {
	if (keyword === "additionalProperties") return extendPointer(instancePath, params["additionalProperty"]);
	if (keyword === "propertyNames") return extendPointer(instancePath, params["propertyName"]);
	if (keyword === "required") return extendPointer(instancePath, params["missingProperty"]);
	return propertyName === void 0 ? instancePath : null;
}
function prune(value, pointer, refused) {
	if (refused.size === 0) return value;
	if (refused.has(pointer)) return void 0;
	if (Array.isArray(value)) return value.map((entry, i) => prune(entry, extendPointer(pointer, i), refused) ?? null);
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).flatMap(([key, entry]) => {
		const kept = prune(entry, extendPointer(pointer, key), refused);
		return kept === void 0 ? [] : [[key, kept]];
	}));
}

// src/config/config.ts
/** What the file may be called. */
const configFileNames = ["assay.yml", "assay.yaml"];
/**
* Finds the file that holds: the one named (`path`, relative to the root), which must exist; else the one in
* `directory` (relative to the root, "" for the root), else the one in the root. Null where there is none.
*/
async function findConfig(tree, { path, directory }) {
	const kinds = new Map((await tree.entries()).map((entry) => [entry.path, entry.kind]));
	const read = async (name) => {
		if (kinds.get(name) === "link") throw new UserError({
			...messages.isLink(),
			place: { path: name }
		});
		const source = kinds.has(name) ? await tree.read(name) : null;
		if (source !== null) return {
			path: name,
			source
		};
		const present = [...kinds.keys()].filter((entry) => configFileNames.includes(posix.basename(entry)));
		const meant = nearest(name, present) ?? present[0] ?? null;
		throw new UserError(messages.noFile(name, tree.label, meant));
	};
	if (path !== null) return read(posix.normalize(path));
	for (const folder of /* @__PURE__ */ new Set([directory, ""])) {
		const [name, other] = configFileNames.map((file) => posix.join(folder, file)).filter((file) => kinds.has(file));
		if (name !== void 0 && other !== void 0) throw new UserError({
			...messages.twoFiles(posix.basename(name)),
			place: { path: other }
		});
		if (name !== void 0) return read(name);
	}
	return null;
}
/**
* Reads assay.yml. Which types of provider there are is for the caller to say; whether the files that it names exist
* and whether its scorers do is for the caller to find out. Throws a UserError with every mistake in the file.
*/
async function readConfig(path, bytes, providerTypes) {
	if (bytes.length > 65536) throw new UserError({
		...messages.tooLarge(),
		place: { path }
	});
	const source = readYaml(path, decodeText(path, bytes));
	const { written, problems, untold } = await validate(source);
	const breaches = rules.flatMap((rule) => rule({
		written,
		source,
		providerTypes
	}));
	throwProblems(limit([...problems, ...breaches].sort(byPlace), untold, path));
	return normalise(written, path, source);
}
/** What holds where there is no assay.yml. */
function defaultConfig() {
	return normalise({}, null, readYaml("", ""));
}
function byPlace(one, other) {
	const lines = (one.place?.line ?? 0) - (other.place?.line ?? 0);
	return lines === 0 ? (one.place?.column ?? 0) - (other.place?.column ?? 0) : lines;
}
function limit(problems, untold, path) {
	const hidden = untold + Math.max(0, problems.length - 50);
	if (hidden === 0) return problems;
	return [...problems.slice(0, 50), {
		...messages.more(hidden),
		place: { path }
	}];
}
/**
* The settings of a prompt: the file's own, then every override that matches, in order; scorers are replaced,
* dependencies added.
*/
function effectiveSettings(config, prompt) {
	const paths = [prompt.path, fileOfPrompt(prompt.path)].map((each) => posix.relative(`/${config.directory}`, `/${each}`));
	const { scorers, golden, model, dependsOn = [] } = config;
	return config.overrides.filter((override) => paths.some((path) => import_picomatch.default.isMatch(path, [...override.prompts], { dot: true }))).reduce((settings, override) => ({
		scorers: override.scorers ?? settings.scorers,
		golden: override.golden ?? settings.golden,
		model: override.model ?? settings.model,
		dependsOn: [...settings.dependsOn, ...override.dependsOn ?? []]
	}), {
		scorers,
		golden,
		model,
		dependsOn
	});
}

export { require_picomatch as a, folderOf$1 as c, readYaml as d, decodeText as f, readConfig as i, joinPath as l, effectiveSettings as n, fileName as o, readScorerSpec as p, findConfig as r, fileOfPrompt as s, defaultConfig as t, resolveWithin as u };