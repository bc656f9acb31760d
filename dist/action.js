import { r as __toESM } from "./chunks/rolldown-runtime.js";
import { n as require_tunnel, t as require_undici } from "./chunks/undici.js";
import { n as progressWriter, t as reporters } from "./chunks/registry.js";
import { a as formatPlace, h as throwProblems, i as exitCodes, n as UserError, u as nearest } from "./chunks/errors.js";
import { r as isObject } from "./chunks/json.js";
import { n as compare } from "./chunks/compare.js";
import { r as run } from "./chunks/run2.js";
import { s as prose } from "./chunks/escape.js";
import { l as headline } from "./chunks/facts.js";
import { t as version } from "./chunks/version.js";
import { appendFile as appendFile$1, mkdir as mkdir$1, readFile, writeFile as writeFile$1 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import * as os from "os";
import os$1, { EOL } from "os";
import * as crypto from "crypto";
import * as fs from "fs";
import { constants, promises } from "fs";
import * as path from "path";
import * as events from "events";
import * as child from "child_process";
import { setTimeout as setTimeout$2 } from "timers";

// node_modules/@actions/core/lib/utils.js
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}

// node_modules/@actions/core/lib/command.js
/**
* Issues a command to the GitHub Actions runner
*
* @param command - The command name to issue
* @param properties - Additional properties for the command (key-value pairs)
* @param message - The message to include with the command
* @remarks
* This function outputs a specially formatted string to stdout that the Actions
* runner interprets as a command. These commands can control workflow behavior,
* set outputs, create annotations, mask values, and more.
*
* Command Format:
*   ::name key=value,key=value::message
*
* @example
* ```typescript
* // Issue a warning annotation
* issueCommand('warning', {}, 'This is a warning message');
* // Output: ::warning::This is a warning message
*
* // Set an environment variable
* issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
* // Output: ::set-env name=MY_VAR::some value
*
* // Add a secret mask
* issueCommand('add-mask', {}, 'secretValue123');
* // Output: ::add-mask::secretValue123
* ```
*
* @internal
* This is an internal utility function that powers the public API functions
* such as setSecret, warning, error, and exportVariable.
*/
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os.EOL);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os.EOL}${convertedValue}${os.EOL}${delimiter}`;
}

// node_modules/@actions/http-client/lib/index.js
var import_tunnel = /* @__PURE__ */ __toESM(require_tunnel(), 1);
var import_undici = require_undici();
var __awaiter$9 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
var HttpCodes;
(function(HttpCodes) {
	HttpCodes[HttpCodes["OK"] = 200] = "OK";
	HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
	HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
	HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
	HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
	HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
	HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
	HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
	HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
	HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
	HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
	HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
	HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
	HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
	HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
	HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
	HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
	HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
	HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
	HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
	HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
	HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
	HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
	HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
	HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
	HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
	HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function(Headers) {
	Headers["Accept"] = "accept";
	Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function(MediaTypes) {
	MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
const HttpRedirectCodes = [
	HttpCodes.MovedPermanently,
	HttpCodes.ResourceMoved,
	HttpCodes.SeeOther,
	HttpCodes.TemporaryRedirect,
	HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
	HttpCodes.BadGateway,
	HttpCodes.ServiceUnavailable,
	HttpCodes.GatewayTimeout
];

// node_modules/@actions/http-client/lib/auth.js
var __awaiter$8 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};

// node_modules/@actions/core/lib/oidc-utils.js
var __awaiter$7 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};

// node_modules/@actions/core/lib/summary.js
var __awaiter$6 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	/**
	* Finds the summary file path from the environment, rejects if env var is not found or file does not exist
	* Also checks r/w permissions.
	*
	* @returns step summary file path
	*/
	filePath() {
		return __awaiter$6(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, constants.R_OK | constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	/**
	* Wraps content in an HTML tag, adding any HTML attributes
	*
	* @param {string} tag HTML tag to wrap
	* @param {string | null} content content within the tag
	* @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
	*
	* @returns {string} content wrapped in HTML element
	*/
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	/**
	* Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
	*
	* @param {SummaryWriteOptions} [options] (optional) options for write operation
	*
	* @returns {Promise<Summary>} summary instance
	*/
	write(options) {
		return __awaiter$6(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	/**
	* Clears the summary buffer and wipes the summary file
	*
	* @returns {Summary} summary instance
	*/
	clear() {
		return __awaiter$6(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	/**
	* Returns the current summary buffer as a string
	*
	* @returns {string} string of summary buffer
	*/
	stringify() {
		return this._buffer;
	}
	/**
	* If the summary buffer is empty
	*
	* @returns {boolen} true if the buffer is empty
	*/
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	/**
	* Resets the summary buffer without writing to summary file
	*
	* @returns {Summary} summary instance
	*/
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	/**
	* Adds raw text to the summary buffer
	*
	* @param {string} text content to add
	* @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	/**
	* Adds the operating system-specific end-of-line marker to the buffer
	*
	* @returns {Summary} summary instance
	*/
	addEOL() {
		return this.addRaw(EOL);
	}
	/**
	* Adds an HTML codeblock to the summary buffer
	*
	* @param {string} code content to render within fenced code block
	* @param {string} lang (optional) language to syntax highlight code
	*
	* @returns {Summary} summary instance
	*/
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML list to the summary buffer
	*
	* @param {string[]} items list of items to render
	* @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML table to the summary buffer
	*
	* @param {SummaryTableCell[]} rows table rows
	*
	* @returns {Summary} summary instance
	*/
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds a collapsable HTML details element to the summary buffer
	*
	* @param {string} label text for the closed state
	* @param {string} content collapsable content
	*
	* @returns {Summary} summary instance
	*/
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML image tag to the summary buffer
	*
	* @param {string} src path to the image you to embed
	* @param {string} alt text description of the image
	* @param {SummaryImageOptions} options (optional) addition image attributes
	*
	* @returns {Summary} summary instance
	*/
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML section heading element
	*
	* @param {string} text heading text
	* @param {number | string} [level=1] (optional) the heading level, default: 1
	*
	* @returns {Summary} summary instance
	*/
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML thematic break (<hr>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML line break (<br>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML blockquote to the summary buffer
	*
	* @param {string} text quote text
	* @param {string} cite (optional) citation url
	*
	* @returns {Summary} summary instance
	*/
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML anchor tag to the summary buffer
	*
	* @param {string} text link text/content
	* @param {string} href hyperlink
	*
	* @returns {Summary} summary instance
	*/
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const _summary = new Summary();

// node_modules/@actions/io/lib/io-util.js
var __awaiter$5 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs.promises;
const IS_WINDOWS$1 = process.platform === "win32";
const READONLY = fs.constants.O_RDONLY;
function exists(fsPath) {
	return __awaiter$5(this, void 0, void 0, function* () {
		try {
			yield stat(fsPath);
		} catch (err) {
			if (err.code === "ENOENT") return false;
			throw err;
		}
		return true;
	});
}
/**
* On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
* \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
*/
function isRooted(p) {
	p = normalizeSeparators(p);
	if (!p) throw new Error("isRooted() parameter \"p\" cannot be empty");
	if (IS_WINDOWS$1) return p.startsWith("\\") || /^[A-Z]:/i.test(p);
	return p.startsWith("/");
}
/**
* Best effort attempt to determine whether a file exists and is executable.
* @param filePath    file path to check
* @param extensions  additional file extensions to try
* @return if file exists and is executable, returns the file path. otherwise empty string.
*/
function tryGetExecutablePath(filePath, extensions) {
	return __awaiter$5(this, void 0, void 0, function* () {
		let stats = void 0;
		try {
			stats = yield stat(filePath);
		} catch (err) {
			if (err.code !== "ENOENT") console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
		}
		if (stats && stats.isFile()) {
			if (IS_WINDOWS$1) {
				const upperExt = path.extname(filePath).toUpperCase();
				if (extensions.some((validExt) => validExt.toUpperCase() === upperExt)) return filePath;
			} else if (isUnixExecutable(stats)) return filePath;
		}
		const originalFilePath = filePath;
		for (const extension of extensions) {
			filePath = originalFilePath + extension;
			stats = void 0;
			try {
				stats = yield stat(filePath);
			} catch (err) {
				if (err.code !== "ENOENT") console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
			}
			if (stats && stats.isFile()) {
				if (IS_WINDOWS$1) {
					try {
						const directory = path.dirname(filePath);
						const upperName = path.basename(filePath).toUpperCase();
						for (const actualName of yield readdir(directory)) if (upperName === actualName.toUpperCase()) {
							filePath = path.join(directory, actualName);
							break;
						}
					} catch (err) {
						console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
					}
					return filePath;
				} else if (isUnixExecutable(stats)) return filePath;
			}
		}
		return "";
	});
}
function normalizeSeparators(p) {
	p = p || "";
	if (IS_WINDOWS$1) {
		p = p.replace(/\//g, "\\");
		return p.replace(/\\\\+/g, "\\");
	}
	return p.replace(/\/\/+/g, "/");
}
function isUnixExecutable(stats) {
	return (stats.mode & 1) > 0 || (stats.mode & 8) > 0 && process.getgid !== void 0 && stats.gid === process.getgid() || (stats.mode & 64) > 0 && process.getuid !== void 0 && stats.uid === process.getuid();
}

// node_modules/@actions/io/lib/io.js
var __awaiter$4 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
/**
* Returns path of a tool had the tool actually been invoked.  Resolves via paths.
* If you check and the tool does not exist, it will throw.
*
* @param     tool              name of the tool
* @param     check             whether to check if tool exists
* @returns   Promise<string>   path to tool
*/
function which(tool, check) {
	return __awaiter$4(this, void 0, void 0, function* () {
		if (!tool) throw new Error("parameter 'tool' is required");
		if (check) {
			const result = yield which(tool, false);
			if (!result) {
				if (IS_WINDOWS$1) throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
				else throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
			}
			return result;
		}
		const matches = yield findInPath(tool);
		if (matches && matches.length > 0) return matches[0];
		return "";
	});
}
/**
* Returns a list of all occurrences of the given tool on the system path.
*
* @returns   Promise<string[]>  the paths of the tool
*/
function findInPath(tool) {
	return __awaiter$4(this, void 0, void 0, function* () {
		if (!tool) throw new Error("parameter 'tool' is required");
		const extensions = [];
		if (IS_WINDOWS$1 && process.env["PATHEXT"]) {
			for (const extension of process.env["PATHEXT"].split(path.delimiter)) if (extension) extensions.push(extension);
		}
		if (isRooted(tool)) {
			const filePath = yield tryGetExecutablePath(tool, extensions);
			if (filePath) return [filePath];
			return [];
		}
		if (tool.includes(path.sep)) return [];
		const directories = [];
		if (process.env.PATH) {
			for (const p of process.env.PATH.split(path.delimiter)) if (p) directories.push(p);
		}
		const matches = [];
		for (const directory of directories) {
			const filePath = yield tryGetExecutablePath(path.join(directory, tool), extensions);
			if (filePath) matches.push(filePath);
		}
		return matches;
	});
}

// node_modules/@actions/exec/lib/toolrunner.js
var __awaiter$3 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const IS_WINDOWS = process.platform === "win32";
var ToolRunner = class extends events.EventEmitter {
	constructor(toolPath, args, options) {
		super();
		if (!toolPath) throw new Error("Parameter 'toolPath' cannot be null or empty.");
		this.toolPath = toolPath;
		this.args = args || [];
		this.options = options || {};
	}
	_debug(message) {
		if (this.options.listeners && this.options.listeners.debug) this.options.listeners.debug(message);
	}
	_getCommandString(options, noPrefix) {
		const toolPath = this._getSpawnFileName();
		const args = this._getSpawnArgs(options);
		let cmd = noPrefix ? "" : "[command]";
		if (IS_WINDOWS) {
			if (this._isCmdFile()) {
				cmd += toolPath;
				for (const a of args) cmd += ` ${a}`;
			} else if (options.windowsVerbatimArguments) {
				cmd += `"${toolPath}"`;
				for (const a of args) cmd += ` ${a}`;
			} else {
				cmd += this._windowsQuoteCmdArg(toolPath);
				for (const a of args) cmd += ` ${this._windowsQuoteCmdArg(a)}`;
			}
		} else {
			cmd += toolPath;
			for (const a of args) cmd += ` ${a}`;
		}
		return cmd;
	}
	_processLineBuffer(data, strBuffer, onLine) {
		try {
			let s = strBuffer + data.toString();
			let n = s.indexOf(os.EOL);
			while (n > -1) {
				onLine(s.substring(0, n));
				s = s.substring(n + os.EOL.length);
				n = s.indexOf(os.EOL);
			}
			return s;
		} catch (err) {
			this._debug(`error processing line. Failed with error ${err}`);
			return "";
		}
	}
	_getSpawnFileName() {
		if (IS_WINDOWS) {
			if (this._isCmdFile()) return process.env["COMSPEC"] || "cmd.exe";
		}
		return this.toolPath;
	}
	_getSpawnArgs(options) {
		if (IS_WINDOWS) {
			if (this._isCmdFile()) {
				let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
				for (const a of this.args) {
					argline += " ";
					argline += options.windowsVerbatimArguments ? a : this._windowsQuoteCmdArg(a);
				}
				argline += "\"";
				return [argline];
			}
		}
		return this.args;
	}
	_endsWith(str, end) {
		return str.endsWith(end);
	}
	_isCmdFile() {
		const upperToolPath = this.toolPath.toUpperCase();
		return this._endsWith(upperToolPath, ".CMD") || this._endsWith(upperToolPath, ".BAT");
	}
	_windowsQuoteCmdArg(arg) {
		if (!this._isCmdFile()) return this._uvQuoteCmdArg(arg);
		if (!arg) return "\"\"";
		const cmdSpecialChars = [
			" ",
			"	",
			"&",
			"(",
			")",
			"[",
			"]",
			"{",
			"}",
			"^",
			"=",
			";",
			"!",
			"'",
			"+",
			",",
			"`",
			"~",
			"|",
			"<",
			">",
			"\""
		];
		let needsQuotes = false;
		for (const char of arg) if (cmdSpecialChars.some((x) => x === char)) {
			needsQuotes = true;
			break;
		}
		if (!needsQuotes) return arg;
		let reverse = "\"";
		let quoteHit = true;
		for (let i = arg.length; i > 0; i--) {
			reverse += arg[i - 1];
			if (quoteHit && arg[i - 1] === "\\") reverse += "\\";
			else if (arg[i - 1] === "\"") {
				quoteHit = true;
				reverse += "\"";
			} else quoteHit = false;
		}
		reverse += "\"";
		return reverse.split("").reverse().join("");
	}
	_uvQuoteCmdArg(arg) {
		if (!arg) return "\"\"";
		if (!arg.includes(" ") && !arg.includes("	") && !arg.includes("\"")) return arg;
		if (!arg.includes("\"") && !arg.includes("\\")) return `"${arg}"`;
		let reverse = "\"";
		let quoteHit = true;
		for (let i = arg.length; i > 0; i--) {
			reverse += arg[i - 1];
			if (quoteHit && arg[i - 1] === "\\") reverse += "\\";
			else if (arg[i - 1] === "\"") {
				quoteHit = true;
				reverse += "\\";
			} else quoteHit = false;
		}
		reverse += "\"";
		return reverse.split("").reverse().join("");
	}
	_cloneExecOptions(options) {
		options = options || {};
		const result = {
			cwd: options.cwd || process.cwd(),
			env: options.env || process.env,
			silent: options.silent || false,
			windowsVerbatimArguments: options.windowsVerbatimArguments || false,
			failOnStdErr: options.failOnStdErr || false,
			ignoreReturnCode: options.ignoreReturnCode || false,
			delay: options.delay || 1e4
		};
		result.outStream = options.outStream || process.stdout;
		result.errStream = options.errStream || process.stderr;
		return result;
	}
	_getSpawnOptions(options, toolPath) {
		options = options || {};
		const result = {};
		result.cwd = options.cwd;
		result.env = options.env;
		result["windowsVerbatimArguments"] = options.windowsVerbatimArguments || this._isCmdFile();
		if (options.windowsVerbatimArguments) result.argv0 = `"${toolPath}"`;
		return result;
	}
	/**
	* Exec a tool.
	* Output will be streamed to the live console.
	* Returns promise with return code
	*
	* @param     tool     path to tool to exec
	* @param     options  optional exec options.  See ExecOptions
	* @returns   number
	*/
	exec() {
		return __awaiter$3(this, void 0, void 0, function* () {
			if (!isRooted(this.toolPath) && (this.toolPath.includes("/") || IS_WINDOWS && this.toolPath.includes("\\"))) this.toolPath = path.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
			this.toolPath = yield which(this.toolPath, true);
			return new Promise((resolve, reject) => __awaiter$3(this, void 0, void 0, function* () {
				this._debug(`exec tool: ${this.toolPath}`);
				this._debug("arguments:");
				for (const arg of this.args) this._debug(`   ${arg}`);
				const optionsNonNull = this._cloneExecOptions(this.options);
				if (!optionsNonNull.silent && optionsNonNull.outStream) optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + os.EOL);
				const state = new ExecState(optionsNonNull, this.toolPath);
				state.on("debug", (message) => {
					this._debug(message);
				});
				if (this.options.cwd && !(yield exists(this.options.cwd))) return reject(/* @__PURE__ */ new Error(`The cwd: ${this.options.cwd} does not exist!`));
				const fileName = this._getSpawnFileName();
				const cp = child.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
				let stdbuffer = "";
				if (cp.stdout) cp.stdout.on("data", (data) => {
					if (this.options.listeners && this.options.listeners.stdout) this.options.listeners.stdout(data);
					if (!optionsNonNull.silent && optionsNonNull.outStream) optionsNonNull.outStream.write(data);
					stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
						if (this.options.listeners && this.options.listeners.stdline) this.options.listeners.stdline(line);
					});
				});
				let errbuffer = "";
				if (cp.stderr) cp.stderr.on("data", (data) => {
					state.processStderr = true;
					if (this.options.listeners && this.options.listeners.stderr) this.options.listeners.stderr(data);
					if (!optionsNonNull.silent && optionsNonNull.errStream && optionsNonNull.outStream) (optionsNonNull.failOnStdErr ? optionsNonNull.errStream : optionsNonNull.outStream).write(data);
					errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
						if (this.options.listeners && this.options.listeners.errline) this.options.listeners.errline(line);
					});
				});
				cp.on("error", (err) => {
					state.processError = err.message;
					state.processExited = true;
					state.processClosed = true;
					state.CheckComplete();
				});
				cp.on("exit", (code) => {
					state.processExitCode = code;
					state.processExited = true;
					this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
					state.CheckComplete();
				});
				cp.on("close", (code) => {
					state.processExitCode = code;
					state.processExited = true;
					state.processClosed = true;
					this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
					state.CheckComplete();
				});
				state.on("done", (error, exitCode) => {
					if (stdbuffer.length > 0) this.emit("stdline", stdbuffer);
					if (errbuffer.length > 0) this.emit("errline", errbuffer);
					cp.removeAllListeners();
					if (error) reject(error);
					else resolve(exitCode);
				});
				if (this.options.input) {
					if (!cp.stdin) throw new Error("child process missing stdin");
					cp.stdin.end(this.options.input);
				}
			}));
		});
	}
};
var ExecState = class ExecState extends events.EventEmitter {
	constructor(options, toolPath) {
		super();
		this.processClosed = false;
		this.processError = "";
		this.processExitCode = 0;
		this.processExited = false;
		this.processStderr = false;
		this.delay = 1e4;
		this.done = false;
		this.timeout = null;
		if (!toolPath) throw new Error("toolPath must not be empty");
		this.options = options;
		this.toolPath = toolPath;
		if (options.delay) this.delay = options.delay;
	}
	CheckComplete() {
		if (this.done) return;
		if (this.processClosed) this._setResult();
		else if (this.processExited) this.timeout = setTimeout$2(ExecState.HandleTimeout, this.delay, this);
	}
	_debug(message) {
		this.emit("debug", message);
	}
	_setResult() {
		let error;
		if (this.processExited) {
			if (this.processError) error = /* @__PURE__ */ new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
			else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) error = /* @__PURE__ */ new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
			else if (this.processStderr && this.options.failOnStdErr) error = /* @__PURE__ */ new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
		}
		if (this.timeout) {
			clearTimeout(this.timeout);
			this.timeout = null;
		}
		this.done = true;
		this.emit("done", error, this.processExitCode);
	}
	static HandleTimeout(state) {
		if (state.done) return;
		if (!state.processClosed && state.processExited) {
			const message = `The STDIO streams did not close within ${state.delay / 1e3} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
			state._debug(message);
		}
		state._setResult();
	}
};

// node_modules/@actions/exec/lib/exec.js
var __awaiter$2 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};

// node_modules/@actions/core/lib/platform.js
var __awaiter$1 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const platform = os$1.platform();
const arch = os$1.arch();

// node_modules/@actions/core/lib/core.js
var __awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
/**
* Gets the value of an input.
* Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
* Returns an empty string if the value is not defined.
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   string
*/
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
/**
* Sets the value of an output.
*
* @param     name     name of the output to set
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
/**
* Sets the action status to failed.
* When the action exits it will be with an exit code of 1
* @param message add error issue message
*/
function setFailed(message) {
	process.exitCode = ExitCode.Failure;
	error(message);
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a warning issue
* @param message warning issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + os.EOL);
}

// src/github/client.ts
/**
* Opens GitHub's API. Proxies (HTTPS_PROXY, NO_PROXY) are honoured.
* Throws a UserError, which does not repeat it, for a token that cannot be sent.
*/
async function createClient(options) {
	const { token, apiUrl, userAgent, timeoutMs = 3e4 } = options;
	if (!/^[\x21-\x7e]+$/.test(token)) throw new UserError({
		message: token === "" ? "github-token is empty" : "github-token is not a token",
		hint: `Leave the input out to use the job's own token, or pass a secret: github-token: \${{ secrets.NAME }}.`
	});
	const { getOctokit } = await import("./chunks/github.js");
	const client = getOctokit(token, {
		baseUrl: apiUrl.replace(/\/+$/, ""),
		userAgent
	});
	client.hook.before("request", (request) => {
		request.request = {
			...request.request,
			signal: AbortSignal.timeout(timeoutMs)
		};
	});
	return client;
}

// src/github/log.ts
/**
* Controls, format characters (which reverse, hide or join what is shown), line and paragraph separators, lone
* surrogates; of two colons in a row and of a leading colon, the first; the second # of what begins `##[`.
*/
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|:(?=:)|^:|(?<=#)#(?=\[|$)/gu;
const shortEscapes = {
	"\n": "\\n",
	"\r": "\\r",
	"	": "\\t"
};
/**
* Makes hostile text safe within a line of a log: it stays on one line, forms no workflow command (`::`, `##[`, also not
* together with what follows), and shows control and direction characters as escapes. Escaping twice changes nothing.
*/
function escapeLogLine(text) {
	return text.replace(unsafe, (character) => shortEscapes[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

// src/github/failure.ts
const summaryHolds = "The whole report is in the job summary.";
const hints = {
	forbidden: `Give the job \`permissions: { contents: read, pull-requests: write }\`; a pull request from a fork never gets it. ${summaryHolds}`,
	"too-long": summaryHolds,
	locked: `Unlock the conversation to have the comment. ${summaryHolds}`,
	"not-found": `Check that github-token may read this repository: \`permissions: pull-requests: write\`. ${summaryHolds}`,
	"rate-limit": `Run the job again later to have the comment. ${summaryHolds}`,
	rejected: summaryHolds,
	server: `Run the job again to have the comment. ${summaryHolds}`,
	connection: `Check that the runner reaches GitHub's API (GITHUB_API_URL, HTTPS_PROXY, NO_PROXY). ${summaryHolds}`
};
/** An answer with a good status whose body is not what the description of the API promises: cut off, or not GitHub's. */
var UnreadableAnswer = class extends Error {};
/** Turns what the HTTP client threw into data; what is not about a request is our bug and thrown on. */
function describeFailure(error) {
	if (error instanceof UnreadableAnswer) return failure("server", error.message, null);
	if (!isRequestError(error)) throw error;
	const answer = readAnswer(error);
	if (answer === null) return failure("connection", `GitHub could not be reached: ${error.message}`, null);
	const message = `GitHub answered ${answer.status}${answer.message === "" ? "" : `: ${answer.message}`}`;
	return failure(classify(answer), message, readRetryAfter(answer));
}
function classify({ status, headers, message }) {
	if (status >= 500) return "server";
	const limited = "retry-after" in headers || String(headers["x-ratelimit-remaining"]) === "0";
	if (status === 429 || status === 403 && (limited || /rate limit/i.test(message))) return "rate-limit";
	if (status === 403 && /locked/i.test(message)) return "locked";
	if (status === 401 || status === 403) return "forbidden";
	if (status === 404 || status === 410) return "not-found";
	if (status === 422 && /too long/i.test(message)) return "too-long";
	return "rejected";
}
function failure(reason, message, retryAfterSeconds) {
	return {
		status: "failed",
		reason,
		message: escapeLogLine(message.slice(0, 300)),
		hint: hints[reason],
		retryAfterSeconds
	};
}
function isRequestError(error) {
	return error instanceof Error && error.name === "HttpError";
}
/** The answer that an error came with; null where there was none. */
function readAnswer(error) {
	const response = error.response;
	if (response === void 0) return null;
	const { status, headers, data } = response;
	return {
		status,
		headers,
		message: typeof data === "object" && data !== null && "message" in data ? error.message : ""
	};
}
function readRetryAfter({ headers }) {
	const written = String(headers["retry-after"] ?? "");
	return /^\d{1,9}$/.test(written) ? Number(written) : null;
}

// src/github/comment.ts
/** Seconds before each further attempt, where GitHub names no time. */
const retryDelays = [
	1,
	2,
	4
];
/** Nobody waits longer than this for a comment; in seconds. */
const longestDelay = 30;
/** The hidden last line by which a comment is found again. Throws a UserError for a key that could break out of it. */
function commentMarker(key) {
	if (!/^[\w.-]{1,64}$/.test(key)) throw new UserError({
		message: `comment-key ${JSON.stringify(key.slice(0, 80))} is not a key`,
		hint: "Use 1 to 64 letters, digits, dots, hyphens and underscores."
	});
	return `<!-- prompt-assay:${key} -->`;
}
/**
* Sees to it that the pull request has one comment with this key and body. Of several with the key, the oldest is ours.
* What GitHub answers is data; only a key that is none is thrown.
*/
async function publishComment(client, request, sleep) {
	const marker = commentMarker(request.key);
	const body = `${request.body.trimEnd()}\n\n${marker}`;
	for (const delay of retryDelays) {
		const outcome = await publishOnce(client, request, marker, body);
		const seconds = outcome.status === "failed" ? secondsToWait(outcome, delay) : null;
		if (seconds === null) return outcome;
		await sleep(seconds * 1e3);
	}
	return publishOnce(client, request, marker, body);
}
/**
* One search and one write. A failed write is repeated with its search, because an answer that was lost may belong to a
* comment that was made.
*/
async function publishOnce(client, request, marker, body) {
	const { owner, repo, issueNumber } = request;
	try {
		const existing = await findComment(client, request, marker);
		if (existing === null && request.onlyUpdate) return { status: "not-needed" };
		if (existing === null) {
			const { data } = await client.rest.issues.createComment({
				owner,
				repo,
				issue_number: issueNumber,
				body
			});
			return {
				status: "created",
				url: readUrl(data)
			};
		}
		if (foldLines(existing.body) === foldLines(body)) return {
			status: "unchanged",
			url: existing.url
		};
		const { data } = await client.rest.issues.updateComment({
			owner,
			repo,
			comment_id: existing.id,
			body
		});
		return {
			status: "updated",
			url: readUrl(data)
		};
	} catch (error) {
		return describeFailure(error);
	}
}
/**
* The comment with the lowest id whose last line is the marker, over all pages. The pages are counted here because
* octokit's paginate takes an answer that was cut off for the last page, and a second comment would follow.
*/
async function findComment(client, { owner, repo, issueNumber }, marker) {
	let found = null;
	for (let page = 1, more = true; more; page++) {
		const list = {
			owner,
			repo,
			issue_number: issueNumber,
			per_page: 100,
			page
		};
		const { data, headers } = await client.rest.issues.listComments(list);
		if (!Array.isArray(data)) throw new UnreadableAnswer("GitHub's list of comments cannot be read");
		for (const { id, html_url: url, body } of data) {
			const text = body ?? "";
			if ((found === null || id < found.id) && hasMarker(text, marker)) found = {
				id,
				url,
				body: text
			};
		}
		more = /\brel="next"/.test(headers.link ?? "");
	}
	return found;
}
function hasMarker(body, marker) {
	return foldLines(body).split("\n").at(-1) === marker;
}
/** As GitHub may give back what it was sent: with other line ends, and trimmed. */
function foldLines(body) {
	return body.replaceAll("\r\n", "\n").trim();
}
function readUrl(comment) {
	const url = comment.html_url;
	if (typeof url !== "string") throw new UnreadableAnswer("GitHub's answer to the comment cannot be read");
	return url;
}
/** Worth another attempt: a server in trouble, a connection lost, a limit that says how long it lasts. */
function secondsToWait({ reason, retryAfterSeconds }, delay) {
	if (reason !== "server" && reason !== "connection" && reason !== "rate-limit") return null;
	const seconds = retryAfterSeconds ?? (reason === "rate-limit" ? null : delay);
	return seconds !== null && seconds <= longestDelay ? seconds : null;
}

// src/github/event.ts
const shaPattern = /^[0-9a-f]{40,64}$/i;
/** What git allows in the name of a branch; none begins like an option. */
const refPattern = /^(?![-/])[^\p{Cc}\s~^:?*[\\]+$/u;
const repositoryPattern = /^([\w.-]+)\/([\w.-]+)$/;
/**
* Reads the event from `GITHUB_EVENT_NAME`, `GITHUB_REPOSITORY` and the payload at `GITHUB_EVENT_PATH`.
* The payload is data: throws a UserError with everything that is missing or has a wrong type.
*/
async function readEvent(environment, readFile) {
	const name = readVariable(environment, "GITHUB_EVENT_NAME");
	const repository = readRepository(readVariable(environment, "GITHUB_REPOSITORY"));
	if (name !== "pull_request") return {
		kind: "other",
		name,
		repository
	};
	const path = readVariable(environment, "GITHUB_EVENT_PATH");
	return readPullRequest(path, await readPayload(path, readFile), repository);
}
function readVariable(environment, name) {
	const value = environment[name];
	if (value === void 0 || value === "") throw new UserError({
		message: `${name} is not set`,
		hint: "GitHub Actions sets it; elsewhere use the command line: prompt-assay compare."
	});
	return value;
}
function readRepository(written) {
	const [, owner, name] = repositoryPattern.exec(written) ?? [];
	if (owner === void 0 || name === void 0) throw new UserError({
		message: "GITHUB_REPOSITORY is not owner/name",
		hint: "For example: octo-org/prompts."
	});
	return {
		owner,
		name
	};
}
async function readPayload(path, readFile) {
	let payload;
	try {
		payload = JSON.parse(await readFile(path));
	} catch {
		throw new UserError({
			message: "the event cannot be read as JSON",
			hint: hint(path),
			place: { path }
		});
	}
	return isObject(payload) ? payload : {};
}
function readPullRequest(path, payload, repository) {
	const problems = [];
	const read = (keys, accept, expected, fallback) => {
		const value = find(payload, keys);
		if (value !== void 0 && accept(value)) return value;
		const message = value === void 0 ? `${keys} is missing in the event` : `${keys} in the event is not ${expected}`;
		problems.push({
			message,
			hint: hint(path),
			place: { path }
		});
		return fallback;
	};
	const readTip = (side) => ({
		sha: read(`pull_request.${side}.sha`, matches(shaPattern), "a commit id", ""),
		ref: read(`pull_request.${side}.ref`, matches(refPattern), "the name of a branch", "")
	});
	const number = read("pull_request.number", isNumber, "a number", 0);
	const base = readTip("base");
	const head = readTip("head");
	const state = read("pull_request.state", isState, "open or closed", "open");
	const source = (find(payload, "pull_request.head.repo") ?? null) === null ? null : read("pull_request.head.repo.full_name", matches(repositoryPattern), "owner/name", "");
	const draft = find(payload, "pull_request.draft") === true;
	throwProblems(problems);
	const fork = source?.toLowerCase() !== `${repository.owner}/${repository.name}`.toLowerCase();
	return {
		kind: "pull-request",
		number,
		base,
		head: {
			...head,
			repository: source
		},
		fork,
		draft,
		state,
		repository
	};
}
function find(payload, keys) {
	let value = payload;
	for (const key of keys.split(".")) value = isObject(value) && Object.hasOwn(value, key) ? value[key] : void 0;
	return value;
}
function matches(pattern) {
	return (value) => typeof value === "string" && pattern.test(value);
}
function isNumber(value) {
	return Number.isSafeInteger(value) && value > 0;
}
function isState(value) {
	return value === "open" || value === "closed";
}
function hint(path) {
	return `GITHUB_EVENT_PATH (${path}) holds what GitHub sent for a pull_request event.`;
}

// src/github/inputs.ts
const commands = ["compare", "run"];
/** Reads and checks all inputs; throws a UserError with every mistake. */
function readInputs(getInput) {
	const problems = [];
	const text = (name) => getInput(name) || void 0;
	const command = text("command") ?? "compare";
	if (!commands.includes(command)) {
		const near = nearest(command, commands);
		problems.push({
			message: `the input command is ${JSON.stringify(command)}`,
			hint: near === null ? `It can be ${commands.join(" or ")}.` : `Did you mean ${near}?`
		});
	}
	const comment = text("comment") ?? "true";
	if (comment !== "true" && comment !== "false") problems.push({
		message: `the input comment is ${JSON.stringify(comment)}`,
		hint: "It can be true or false."
	});
	const concurrency = text("concurrency");
	if (concurrency !== void 0 && !/^[1-9]\d{0,3}$/.test(concurrency)) problems.push({
		message: `the input concurrency is ${JSON.stringify(concurrency)}`,
		hint: "Give a whole number from 1 to 9999, or leave it out."
	});
	const maxCost = text("max-cost");
	if (maxCost !== void 0 && !/^(?:\d{1,6}(?:\.\d+)?|\.\d+)$/.test(maxCost)) problems.push({
		message: `the input max-cost is ${JSON.stringify(maxCost)}`,
		hint: "Give US dollars, for example 2.50, or leave it out."
	});
	const trials = text("trials");
	if (trials !== void 0 && !/^(?:[1-5]|auto)$/.test(trials)) problems.push({
		message: `the input trials is ${JSON.stringify(trials)}`,
		hint: "Give a whole number from 1 to 5, or auto."
	});
	const seed = text("seed");
	if (seed !== void 0 && !/^\d{1,15}$/.test(seed)) problems.push({
		message: `the input seed is ${JSON.stringify(seed)}`,
		hint: "Give a whole number."
	});
	throwProblems(problems);
	return {
		command,
		config: text("config"),
		base: text("base"),
		head: text("head"),
		concurrency: concurrency === void 0 ? void 0 : Number(concurrency),
		maxCost: maxCost === void 0 ? void 0 : Number(maxCost),
		trials: trials === void 0 || trials === "auto" ? trials : Number(trials),
		seed: seed === void 0 ? void 0 : Number(seed),
		store: text("store"),
		replay: text("replay"),
		record: text("record"),
		json: text("json"),
		markdown: text("markdown"),
		token: getInput("github-token"),
		comment: comment === "true",
		commentKey: text("comment-key") ?? "default",
		workingDirectory: text("working-directory") ?? "."
	};
}

// src/github/summary.ts
const note = "\n\n*This summary was cut at GitHub's limit of 1 MiB.*\n";
/** Appends Markdown to the job summary of this step, cut at a line end to stay below GitHub's limit. */
async function writeSummary(environment, text, files) {
	const path = environment["GITHUB_STEP_SUMMARY"];
	if (path === void 0 || path === "") return {
		status: "failed",
		message: "GITHUB_STEP_SUMMARY is not set"
	};
	const shown = cutLines(text);
	try {
		await files.appendFile(path, `${shown}\n`);
	} catch (error) {
		return {
			status: "failed",
			message: `the job summary could not be written: ${error.message}`
		};
	}
	return {
		status: "written",
		cut: shown !== text
	};
}
function cutLines(text) {
	const bytes = Buffer.from(text);
	if (bytes.length <= 1048574) return text;
	const end = bytes.lastIndexOf("\n", 1048574 - Buffer.byteLength(note));
	return bytes.toString("utf8", 0, Math.max(end, 0)) + note;
}

// src/action.ts
const rendering = {
	color: false,
	width: 80
};
/** The Action: reads inputs and event, runs the pipeline, then summary, outputs, comment and the step's result. */
async function main() {
	const inputs = readInputs(getInput);
	commentMarker(inputs.commentKey);
	const event = await readEvent(process.env, (path) => readFile(path, "utf8"));
	const files = reportFiles(inputs);
	const options = runOptions(inputs, event, files.json);
	const report = inputs.command === "run" ? await run(options) : await compare(options);
	const markdown = reporters.markdown.render(report, rendering);
	const summary = await writeSummary(process.env, markdown, { appendFile: appendFile$1 });
	if (summary.status === "failed") warning(escapeLogLine(summary.message));
	await write(files.json, reporters.json.render(report, rendering));
	if (files.markdown !== null) await write(files.markdown, markdown);
	for (const line of reporters.text.render(report, rendering).split("\n")) info(escapeLogLine(line));
	const commentUrl = await comment(report, markdown, inputs, event);
	setOutputs(report, files.json, commentUrl);
	finish(report);
}
/** What a pull request fixes: its own base and head, and goalposts from the tip of the base branch. */
function runOptions(inputs, event, json) {
	const { config, base, head, concurrency, maxCost, trials, seed, store, replay, record } = inputs;
	const directory = resolve(process.env["GITHUB_WORKSPACE"] ?? ".", inputs.workingDirectory);
	const given = {
		config,
		base,
		head,
		concurrency,
		maxCost,
		trials,
		seed
	};
	const shared = {
		directory,
		environment: process.env,
		samplesFile: samplesFile(json),
		...progressWriter({
			write: (text) => process.stdout.write(text),
			live: false,
			folded: true,
			now: () => performance.now()
		}),
		signal: interruption(),
		restricted: true,
		...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== void 0)),
		...store === void 0 ? {} : { store: resolve(directory, store) },
		...replay === void 0 ? {} : { replay: resolve(directory, replay) },
		...record === void 0 ? {} : { record: resolve(directory, record) }
	};
	if (event.kind === "pull-request") {
		const { sha } = event.base;
		return {
			...shared,
			fork: event.fork,
			scope: `pull request ${event.number}`,
			head: head ?? event.head.sha,
			base: base ?? sha,
			fromMergeBase: base === void 0,
			goalposts: "base",
			goalpostsRevision: sha
		};
	}
	if (inputs.command === "compare" && base === void 0) throw new UserError({
		message: `the event ${event.name} has no base to compare with`,
		hint: "Run on pull_request, give the inputs base and head, or set command: run."
	});
	return inputs.command === "compare" ? {
		...shared,
		goalposts: "base"
	} : shared;
}
/** Posts or updates the one comment. Whatever GitHub answers, the verdict stands. */
async function comment(report, markdown, inputs, event) {
	if (!inputs.comment || event.kind !== "pull-request") return "";
	const { owner, name } = event.repository;
	const client = await createClient({
		token: inputs.token,
		apiUrl: process.env["GITHUB_API_URL"] ?? "https://api.github.com",
		userAgent: `prompt-assay/${version}`
	});
	const request = {
		owner,
		repo: name,
		issueNumber: event.number,
		key: inputs.commentKey,
		body: markdown
	};
	const outcome = await publishComment(client, {
		...request,
		onlyUpdate: report.prompts.length === 0
	}, setTimeout$1);
	if (outcome.status === "failed") {
		warning(escapeLogLine(`No comment: ${outcome.message}. ${outcome.hint} The verdict stands.`));
		return "";
	}
	return outcome.status === "not-needed" ? "" : outcome.url;
}
function setOutputs(report, json, commentUrl) {
	const regressed = report.prompts.filter((prompt) => prompt.verdict === "regression").map((prompt) => prompt.name);
	setOutput("verdict", report.verdict);
	setOutput("passed", report.passed === null ? "" : String(report.passed));
	setOutput("report", json);
	setOutput("comment-url", commentUrl);
	setOutput("regressed", JSON.stringify(regressed));
	setOutput("cost", report.cost === null ? "" : String(report.cost));
	setOutput("calls", String(report.calls.made));
}
function finish(report) {
	if (report.exitCode === exitCodes.pass) return;
	setFailed(escapeLogLine(headline(report)));
	process.exitCode = report.exitCode;
}
function reportFiles(inputs) {
	const directory = resolve(process.env["GITHUB_WORKSPACE"] ?? ".", inputs.workingDirectory);
	const temporary = process.env["RUNNER_TEMP"] ?? tmpdir();
	return {
		json: inputs.json === void 0 ? join(temporary, "prompt-assay", "report.json") : resolve(directory, inputs.json),
		markdown: inputs.markdown === void 0 ? null : resolve(directory, inputs.markdown)
	};
}
function samplesFile(json) {
	return join(dirname(json), `${basename(json, ".json")}.samples.jsonl`);
}
async function write(path, content) {
	await mkdir$1(dirname(path), { recursive: true });
	await writeFile$1(path, content);
}
/** A job that is cancelled still tells what there is: the runner waits some seconds before it ends the process. */
function interruption() {
	const controller = new AbortController();
	for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => controller.abort(signal));
	return controller.signal;
}
/** Mistakes become one error annotation each, and a summary; a bug of ours says that it is one. */
async function tellError(error$1) {
	if (!(error$1 instanceof UserError)) {
		const stack = error$1 instanceof Error ? error$1.stack ?? error$1.message : String(error$1);
		for (const line of stack.split("\n")) info(escapeLogLine(line));
		setFailed("Could not judge: this is a bug in Prompt Assay. Please report it with the lines above.");
		process.exitCode = exitCodes.notJudged;
		return;
	}
	const lines = error$1.problems.map(problemLine);
	const list = lines.map((line) => `- ${prose(line)}`).join("\n");
	await writeSummary(process.env, `Nothing was judged: there is something to mend.\n\n${list}\n`, { appendFile: appendFile$1 });
	for (const [index, problem] of error$1.problems.entries()) {
		const { place } = problem;
		error(escapeLogLine(lines[index] ?? ""), {
			...place === void 0 ? {} : { file: place.path },
			...place?.line === void 0 ? {} : { startLine: place.line }
		});
	}
	setFailed(`Nothing was judged: ${error$1.problems.length === 1 ? "1 mistake" : `${lines.length} mistakes`} to mend.`);
	process.exitCode = exitCodes.userError;
}
function problemLine({ message, hint, place }) {
	return `${place === void 0 ? "" : `${formatPlace(place)}: `}${message}${hint === void 0 ? "" : `. ${hint}`}`;
}
await main().catch(tellError);

export {  };