import { i as __toESM, n as __exportAll } from "./chunks/rolldown-runtime.js";
import { t as require_tunnel } from "./chunks/tunnel.js";
import { t as require_undici } from "./chunks/undici.js";
import { t as limitGarbage } from "./chunks/limit-garbage.js";
import { a as describeFailure, i as UnreadableAnswer, n as attempt, o as createClient, r as isFailure, s as escapeLogLine } from "./chunks/github-here.js";
import { h as foreignHead, k as nearest, m as exitCodes, n as UserError, ot as shardedBaseline, st as shardedFolders, ut as throwProblems } from "./chunks/errors.js";
import { r as isObject } from "./chunks/json.js";
import { t as readShard } from "./chunks/shard.js";
import { a as escapeXml, d as visible, l as prose, n as codeSpan, o as fence, s as inline } from "./chunks/escape2.js";
import { t as version } from "./chunks/version.js";
import { t as merge } from "./chunks/merge.js";
import { n as writeCheckNote, r as readPages } from "./chunks/check-note.js";
import { n as isOpenLoss } from "./chunks/losses.js";
import { t as applyAcceptances } from "./chunks/apply-acceptances.js";
import { n as reportFiles, t as reportFileNames } from "./chunks/report-files.js";
import { n as setupLines, t as progressWriter } from "./chunks/progress-writer.js";
import { t as openFolderHistory } from "./chunks/folder-history.js";
import { i as openHistoryBranch, r as historyBranch } from "./chunks/open-history.js";
import { t as markdownTable } from "./chunks/markdown-table.js";
import { n as renderDrift, t as concludeDrift } from "./chunks/drift-text2.js";
import { a as level, c as rowName, i as formatEvidence, l as towards, n as describeDrift, o as meanOf, t as adviseOn } from "./chunks/drift-words.js";
import { a as formatCount, f as formatP, i as formatCost } from "./chunks/numbers.js";
import { t as renderDriftPage } from "./chunks/drift-page2.js";
import { t as drift } from "./chunks/drift.js";
import { i as findFolders, n as readCommentPolicy, r as readShield, t as listForkBranches } from "./chunks/read-settings.js";
import { c as folderOfPrompt } from "./chunks/epoch.js";
import { r as mainRow } from "./chunks/drift-history.js";
import { n as clip } from "./chunks/layout2.js";
import { i as writeFooter, n as takeWithin, r as listFindings, t as reporters } from "./chunks/registry3.js";
import { C as troubled, f as headline } from "./chunks/facts.js";
import { n as samplesBeside } from "./chunks/sample-lines2.js";
import { t as openRepository } from "./chunks/repository.js";
import { n as fileOfPrompt } from "./chunks/repository-path.js";
import { i as isGuardWarning, n as compare } from "./chunks/compare.js";
import { s as spendingNote } from "./chunks/trust.js";
import { r as run } from "./chunks/run2.js";
import { a as worstVerdict } from "./chunks/judge-alone.js";
import { r as problemText } from "./chunks/warnings.js";
import * as os from "os";
import os$1, { EOL } from "os";
import * as crypto from "crypto";
import * as fs from "fs";
import { constants, promises } from "fs";
import * as path from "path";
import * as http from "http";
import * as https from "https";
import * as events from "events";
import { createHash } from "node:crypto";
import { StringDecoder } from "string_decoder";
import * as child from "child_process";
import { setTimeout as setTimeout$1 } from "timers";
import { appendFile as appendFile$1, mkdir as mkdir$1, readFile, rm as rm$1, writeFile as writeFile$1 } from "node:fs/promises";
import { setTimeout as setTimeout$2 } from "node:timers/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, posix, resolve } from "node:path";

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
function issue(name, message = "") {
	issueCommand(name, {}, message);
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

// node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
	const usingSsl = reqUrl.protocol === "https:";
	if (checkBypass(reqUrl)) return;
	const proxyVar = (() => {
		if (usingSsl) return process.env["https_proxy"] || process.env["HTTPS_PROXY"];
		else return process.env["http_proxy"] || process.env["HTTP_PROXY"];
	})();
	if (proxyVar) try {
		return new DecodedURL(proxyVar);
	} catch (_a) {
		if (!proxyVar.startsWith("http://") && !proxyVar.startsWith("https://")) return new DecodedURL(`http://${proxyVar}`);
	}
	else return;
}
function checkBypass(reqUrl) {
	if (!reqUrl.hostname) return false;
	const reqHost = reqUrl.hostname;
	if (isLoopbackAddress(reqHost)) return true;
	const noProxy = process.env["no_proxy"] || process.env["NO_PROXY"] || "";
	if (!noProxy) return false;
	let reqPort;
	if (reqUrl.port) reqPort = Number(reqUrl.port);
	else if (reqUrl.protocol === "http:") reqPort = 80;
	else if (reqUrl.protocol === "https:") reqPort = 443;
	const upperReqHosts = [reqUrl.hostname.toUpperCase()];
	if (typeof reqPort === "number") upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
	for (const upperNoProxyItem of noProxy.split(",").map((x) => x.trim().toUpperCase()).filter((x) => x)) if (upperNoProxyItem === "*" || upperReqHosts.some((x) => x === upperNoProxyItem || x.endsWith(`.${upperNoProxyItem}`) || upperNoProxyItem.startsWith(".") && x.endsWith(`${upperNoProxyItem}`))) return true;
	return false;
}
function isLoopbackAddress(host) {
	const hostLower = host.toLowerCase();
	return hostLower === "localhost" || hostLower.startsWith("127.") || hostLower.startsWith("[::1]") || hostLower.startsWith("[0:0:0:0:0:0:0:1]");
}
var DecodedURL = class extends URL {
	constructor(url, base) {
		super(url, base);
		this._decodedUsername = decodeURIComponent(super.username);
		this._decodedPassword = decodeURIComponent(super.password);
	}
	get username() {
		return this._decodedUsername;
	}
	get password() {
		return this._decodedPassword;
	}
};

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
const RetryableHttpVerbs = [
	"OPTIONS",
	"GET",
	"DELETE",
	"HEAD"
];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
var HttpClientError = class HttpClientError extends Error {
	constructor(message, statusCode) {
		super(message);
		this.name = "HttpClientError";
		this.statusCode = statusCode;
		Object.setPrototypeOf(this, HttpClientError.prototype);
	}
};
var HttpClientResponse = class {
	constructor(message) {
		this.message = message;
	}
	readBody() {
		return __awaiter$9(this, void 0, void 0, function* () {
			return new Promise((resolve) => __awaiter$9(this, void 0, void 0, function* () {
				let output = Buffer.alloc(0);
				this.message.on("data", (chunk) => {
					output = Buffer.concat([output, chunk]);
				});
				this.message.on("end", () => {
					resolve(output.toString());
				});
			}));
		});
	}
	readBodyBuffer() {
		return __awaiter$9(this, void 0, void 0, function* () {
			return new Promise((resolve) => __awaiter$9(this, void 0, void 0, function* () {
				const chunks = [];
				this.message.on("data", (chunk) => {
					chunks.push(chunk);
				});
				this.message.on("end", () => {
					resolve(Buffer.concat(chunks));
				});
			}));
		});
	}
};
var HttpClient = class {
	constructor(userAgent, handlers, requestOptions) {
		this._ignoreSslError = false;
		this._allowRedirects = true;
		this._allowRedirectDowngrade = false;
		this._maxRedirects = 50;
		this._allowRetries = false;
		this._maxRetries = 1;
		this._keepAlive = false;
		this._disposed = false;
		this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
		this.handlers = handlers || [];
		this.requestOptions = requestOptions;
		if (requestOptions) {
			if (requestOptions.ignoreSslError != null) this._ignoreSslError = requestOptions.ignoreSslError;
			this._socketTimeout = requestOptions.socketTimeout;
			if (requestOptions.allowRedirects != null) this._allowRedirects = requestOptions.allowRedirects;
			if (requestOptions.allowRedirectDowngrade != null) this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
			if (requestOptions.maxRedirects != null) this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
			if (requestOptions.keepAlive != null) this._keepAlive = requestOptions.keepAlive;
			if (requestOptions.allowRetries != null) this._allowRetries = requestOptions.allowRetries;
			if (requestOptions.maxRetries != null) this._maxRetries = requestOptions.maxRetries;
		}
	}
	options(requestUrl, additionalHeaders) {
		return __awaiter$9(this, void 0, void 0, function* () {
			return this.request("OPTIONS", requestUrl, null, additionalHeaders || {});
		});
	}
	get(requestUrl, additionalHeaders) {
		return __awaiter$9(this, void 0, void 0, function* () {
			return this.request("GET", requestUrl, null, additionalHeaders || {});
		});
	}
	del(requestUrl, additionalHeaders) {
		return __awaiter$9(this, void 0, void 0, function* () {
			return this.request("DELETE", requestUrl, null, additionalHeaders || {});
		});
	}
	post(requestUrl, data, additionalHeaders) {
		return __awaiter$9(this, void 0, void 0, function* () {
			return this.request("POST", requestUrl, data, additionalHeaders || {});
		});
	}
	patch(requestUrl, data, additionalHeaders) {
		return __awaiter$9(this, void 0, void 0, function* () {
			return this.request("PATCH", requestUrl, data, additionalHeaders || {});
		});
	}
	put(requestUrl, data, additionalHeaders) {
		return __awaiter$9(this, void 0, void 0, function* () {
			return this.request("PUT", requestUrl, data, additionalHeaders || {});
		});
	}
	head(requestUrl, additionalHeaders) {
		return __awaiter$9(this, void 0, void 0, function* () {
			return this.request("HEAD", requestUrl, null, additionalHeaders || {});
		});
	}
	sendStream(verb, requestUrl, stream, additionalHeaders) {
		return __awaiter$9(this, void 0, void 0, function* () {
			return this.request(verb, requestUrl, stream, additionalHeaders);
		});
	}
	/**
	* Gets a typed object from an endpoint
	* Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
	*/
	getJson(requestUrl_1) {
		return __awaiter$9(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
			const res = yield this.get(requestUrl, additionalHeaders);
			return this._processResponse(res, this.requestOptions);
		});
	}
	postJson(requestUrl_1, obj_1) {
		return __awaiter$9(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
			const data = JSON.stringify(obj, null, 2);
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
			additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
			const res = yield this.post(requestUrl, data, additionalHeaders);
			return this._processResponse(res, this.requestOptions);
		});
	}
	putJson(requestUrl_1, obj_1) {
		return __awaiter$9(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
			const data = JSON.stringify(obj, null, 2);
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
			additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
			const res = yield this.put(requestUrl, data, additionalHeaders);
			return this._processResponse(res, this.requestOptions);
		});
	}
	patchJson(requestUrl_1, obj_1) {
		return __awaiter$9(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
			const data = JSON.stringify(obj, null, 2);
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
			additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
			const res = yield this.patch(requestUrl, data, additionalHeaders);
			return this._processResponse(res, this.requestOptions);
		});
	}
	/**
	* Makes a raw http request.
	* All other methods such as get, post, patch, and request ultimately call this.
	* Prefer get, del, post and patch
	*/
	request(verb, requestUrl, data, headers) {
		return __awaiter$9(this, void 0, void 0, function* () {
			if (this._disposed) throw new Error("Client has already been disposed.");
			const parsedUrl = new URL(requestUrl);
			let info = this._prepareRequest(verb, parsedUrl, headers);
			const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb) ? this._maxRetries + 1 : 1;
			let numTries = 0;
			let response;
			do {
				response = yield this.requestRaw(info, data);
				if (response && response.message && response.message.statusCode === HttpCodes.Unauthorized) {
					let authenticationHandler;
					for (const handler of this.handlers) if (handler.canHandleAuthentication(response)) {
						authenticationHandler = handler;
						break;
					}
					if (authenticationHandler) return authenticationHandler.handleAuthentication(this, info, data);
					else return response;
				}
				let redirectsRemaining = this._maxRedirects;
				while (response.message.statusCode && HttpRedirectCodes.includes(response.message.statusCode) && this._allowRedirects && redirectsRemaining > 0) {
					const redirectUrl = response.message.headers["location"];
					if (!redirectUrl) break;
					const parsedRedirectUrl = new URL(redirectUrl);
					if (parsedUrl.protocol === "https:" && parsedUrl.protocol !== parsedRedirectUrl.protocol && !this._allowRedirectDowngrade) throw new Error("Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.");
					yield response.readBody();
					if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
						for (const header in headers) if (header.toLowerCase() === "authorization") delete headers[header];
					}
					info = this._prepareRequest(verb, parsedRedirectUrl, headers);
					response = yield this.requestRaw(info, data);
					redirectsRemaining--;
				}
				if (!response.message.statusCode || !HttpResponseRetryCodes.includes(response.message.statusCode)) return response;
				numTries += 1;
				if (numTries < maxTries) {
					yield response.readBody();
					yield this._performExponentialBackoff(numTries);
				}
			} while (numTries < maxTries);
			return response;
		});
	}
	/**
	* Needs to be called if keepAlive is set to true in request options.
	*/
	dispose() {
		if (this._agent) this._agent.destroy();
		this._disposed = true;
	}
	/**
	* Raw request.
	* @param info
	* @param data
	*/
	requestRaw(info, data) {
		return __awaiter$9(this, void 0, void 0, function* () {
			return new Promise((resolve, reject) => {
				function callbackForResult(err, res) {
					if (err) reject(err);
					else if (!res) reject(/* @__PURE__ */ new Error("Unknown error"));
					else resolve(res);
				}
				this.requestRawWithCallback(info, data, callbackForResult);
			});
		});
	}
	/**
	* Raw request with callback.
	* @param info
	* @param data
	* @param onResult
	*/
	requestRawWithCallback(info, data, onResult) {
		if (typeof data === "string") {
			if (!info.options.headers) info.options.headers = {};
			info.options.headers["Content-Length"] = Buffer.byteLength(data, "utf8");
		}
		let callbackCalled = false;
		function handleResult(err, res) {
			if (!callbackCalled) {
				callbackCalled = true;
				onResult(err, res);
			}
		}
		const req = info.httpModule.request(info.options, (msg) => {
			handleResult(void 0, new HttpClientResponse(msg));
		});
		let socket;
		req.on("socket", (sock) => {
			socket = sock;
		});
		req.setTimeout(this._socketTimeout || 18e4, () => {
			if (socket) socket.end();
			handleResult(/* @__PURE__ */ new Error(`Request timeout: ${info.options.path}`));
		});
		req.on("error", function(err) {
			handleResult(err);
		});
		if (data && typeof data === "string") req.write(data, "utf8");
		if (data && typeof data !== "string") {
			data.on("close", function() {
				req.end();
			});
			data.pipe(req);
		} else req.end();
	}
	/**
	* Gets an http agent. This function is useful when you need an http agent that handles
	* routing through a proxy server - depending upon the url and proxy environment variables.
	* @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
	*/
	getAgent(serverUrl) {
		const parsedUrl = new URL(serverUrl);
		return this._getAgent(parsedUrl);
	}
	getAgentDispatcher(serverUrl) {
		const parsedUrl = new URL(serverUrl);
		const proxyUrl = getProxyUrl(parsedUrl);
		if (!(proxyUrl && proxyUrl.hostname)) return;
		return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
	}
	_prepareRequest(method, requestUrl, headers) {
		const info = {};
		info.parsedUrl = requestUrl;
		const usingSsl = info.parsedUrl.protocol === "https:";
		info.httpModule = usingSsl ? https : http;
		const defaultPort = usingSsl ? 443 : 80;
		info.options = {};
		info.options.host = info.parsedUrl.hostname;
		info.options.port = info.parsedUrl.port ? parseInt(info.parsedUrl.port) : defaultPort;
		info.options.path = (info.parsedUrl.pathname || "") + (info.parsedUrl.search || "");
		info.options.method = method;
		info.options.headers = this._mergeHeaders(headers);
		if (this.userAgent != null) info.options.headers["user-agent"] = this.userAgent;
		info.options.agent = this._getAgent(info.parsedUrl);
		if (this.handlers) for (const handler of this.handlers) handler.prepareRequest(info.options);
		return info;
	}
	_mergeHeaders(headers) {
		if (this.requestOptions && this.requestOptions.headers) return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
		return lowercaseKeys(headers || {});
	}
	/**
	* Gets an existing header value or returns a default.
	* Handles converting number header values to strings since HTTP headers must be strings.
	* Note: This returns string | string[] since some headers can have multiple values.
	* For headers that must always be a single string (like Content-Type), use the
	* specialized _getExistingOrDefaultContentTypeHeader method instead.
	*/
	_getExistingOrDefaultHeader(additionalHeaders, header, _default) {
		let clientHeader;
		if (this.requestOptions && this.requestOptions.headers) {
			const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
			if (headerValue) clientHeader = typeof headerValue === "number" ? headerValue.toString() : headerValue;
		}
		const additionalValue = additionalHeaders[header];
		if (additionalValue !== void 0) return typeof additionalValue === "number" ? additionalValue.toString() : additionalValue;
		if (clientHeader !== void 0) return clientHeader;
		return _default;
	}
	/**
	* Specialized version of _getExistingOrDefaultHeader for Content-Type header.
	* Always returns a single string (not an array) since Content-Type should be a single value.
	* Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
	* This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
	* that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
	*/
	_getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
		let clientHeader;
		if (this.requestOptions && this.requestOptions.headers) {
			const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
			if (headerValue) {
				if (typeof headerValue === "number") clientHeader = String(headerValue);
				else if (Array.isArray(headerValue)) clientHeader = headerValue.join(", ");
				else clientHeader = headerValue;
			}
		}
		const additionalValue = additionalHeaders[Headers.ContentType];
		if (additionalValue !== void 0) {
			if (typeof additionalValue === "number") return String(additionalValue);
			else if (Array.isArray(additionalValue)) return additionalValue.join(", ");
			else return additionalValue;
		}
		if (clientHeader !== void 0) return clientHeader;
		return _default;
	}
	_getAgent(parsedUrl) {
		let agent;
		const proxyUrl = getProxyUrl(parsedUrl);
		const useProxy = proxyUrl && proxyUrl.hostname;
		if (this._keepAlive && useProxy) agent = this._proxyAgent;
		if (!useProxy) agent = this._agent;
		if (agent) return agent;
		const usingSsl = parsedUrl.protocol === "https:";
		let maxSockets = 100;
		if (this.requestOptions) maxSockets = this.requestOptions.maxSockets || http.globalAgent.maxSockets;
		if (proxyUrl && proxyUrl.hostname) {
			const agentOptions = {
				maxSockets,
				keepAlive: this._keepAlive,
				proxy: Object.assign(Object.assign({}, (proxyUrl.username || proxyUrl.password) && { proxyAuth: `${proxyUrl.username}:${proxyUrl.password}` }), {
					host: proxyUrl.hostname,
					port: proxyUrl.port
				})
			};
			let tunnelAgent;
			const overHttps = proxyUrl.protocol === "https:";
			if (usingSsl) tunnelAgent = overHttps ? import_tunnel.httpsOverHttps : import_tunnel.httpsOverHttp;
			else tunnelAgent = overHttps ? import_tunnel.httpOverHttps : import_tunnel.httpOverHttp;
			agent = tunnelAgent(agentOptions);
			this._proxyAgent = agent;
		}
		if (!agent) {
			const options = {
				keepAlive: this._keepAlive,
				maxSockets
			};
			agent = usingSsl ? new https.Agent(options) : new http.Agent(options);
			this._agent = agent;
		}
		if (usingSsl && this._ignoreSslError) agent.options = Object.assign(agent.options || {}, { rejectUnauthorized: false });
		return agent;
	}
	_getProxyAgentDispatcher(parsedUrl, proxyUrl) {
		let proxyAgent;
		if (this._keepAlive) proxyAgent = this._proxyAgentDispatcher;
		if (proxyAgent) return proxyAgent;
		const usingSsl = parsedUrl.protocol === "https:";
		proxyAgent = new import_undici.ProxyAgent(Object.assign({
			uri: proxyUrl.href,
			pipelining: !this._keepAlive ? 0 : 1
		}, (proxyUrl.username || proxyUrl.password) && { token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString("base64")}` }));
		this._proxyAgentDispatcher = proxyAgent;
		if (usingSsl && this._ignoreSslError) proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, { rejectUnauthorized: false });
		return proxyAgent;
	}
	_getUserAgentWithOrchestrationId(userAgent) {
		const baseUserAgent = userAgent || "actions/http-client";
		const orchId = process.env["ACTIONS_ORCHESTRATION_ID"];
		if (orchId) return `${baseUserAgent} actions_orchestration_id/${orchId.replace(/[^a-z0-9_.-]/gi, "_")}`;
		return baseUserAgent;
	}
	_performExponentialBackoff(retryNumber) {
		return __awaiter$9(this, void 0, void 0, function* () {
			retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
			const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
			return new Promise((resolve) => setTimeout(() => resolve(), ms));
		});
	}
	_processResponse(res, options) {
		return __awaiter$9(this, void 0, void 0, function* () {
			return new Promise((resolve, reject) => __awaiter$9(this, void 0, void 0, function* () {
				const statusCode = res.message.statusCode || 0;
				const response = {
					statusCode,
					result: null,
					headers: {}
				};
				if (statusCode === HttpCodes.NotFound) resolve(response);
				function dateTimeDeserializer(key, value) {
					if (typeof value === "string") {
						const a = new Date(value);
						if (!isNaN(a.valueOf())) return a;
					}
					return value;
				}
				let obj;
				let contents;
				try {
					contents = yield res.readBody();
					if (contents && contents.length > 0) {
						if (options && options.deserializeDates) obj = JSON.parse(contents, dateTimeDeserializer);
						else obj = JSON.parse(contents);
						response.result = obj;
					}
					response.headers = res.message.headers;
				} catch (err) {}
				if (statusCode > 299) {
					let msg;
					if (obj && obj.message) msg = obj.message;
					else if (contents && contents.length > 0) msg = contents;
					else msg = `Failed request: (${statusCode})`;
					const err = new HttpClientError(msg, statusCode);
					err.result = response.result;
					reject(err);
				} else resolve(response);
			}));
		});
	}
};
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => (c[k.toLowerCase()] = obj[k], c), {});

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
var BearerCredentialHandler = class {
	constructor(token) {
		this.token = token;
	}
	prepareRequest(options) {
		if (!options.headers) throw Error("The request has no headers");
		options.headers["Authorization"] = `Bearer ${this.token}`;
	}
	canHandleAuthentication() {
		return false;
	}
	handleAuthentication() {
		return __awaiter$8(this, void 0, void 0, function* () {
			throw new Error("not implemented");
		});
	}
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
var OidcClient = class OidcClient {
	static createHttpClient(allowRetry = true, maxRetry = 10) {
		const requestOptions = {
			allowRetries: allowRetry,
			maxRetries: maxRetry
		};
		return new HttpClient("actions/oidc-client", [new BearerCredentialHandler(OidcClient.getRequestToken())], requestOptions);
	}
	static getRequestToken() {
		const token = process.env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
		if (!token) throw new Error("Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable");
		return token;
	}
	static getIDTokenUrl() {
		const runtimeUrl = process.env["ACTIONS_ID_TOKEN_REQUEST_URL"];
		if (!runtimeUrl) throw new Error("Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable");
		return runtimeUrl;
	}
	static getCall(id_token_url) {
		return __awaiter$7(this, void 0, void 0, function* () {
			var _a;
			const id_token = (_a = (yield OidcClient.createHttpClient().getJson(id_token_url).catch((error) => {
				throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
			})).result) === null || _a === void 0 ? void 0 : _a.value;
			if (!id_token) throw new Error("Response json body do not have ID Token field");
			return id_token;
		});
	}
	static getIDToken(audience) {
		return __awaiter$7(this, void 0, void 0, function* () {
			try {
				let id_token_url = OidcClient.getIDTokenUrl();
				if (audience) {
					const encodedAudience = encodeURIComponent(audience);
					id_token_url = `${id_token_url}&audience=${encodedAudience}`;
				}
				debug(`ID token url is ${id_token_url}`);
				const id_token = yield OidcClient.getCall(id_token_url);
				setSecret(id_token);
				return id_token;
			} catch (error) {
				throw new Error(`Error message: ${error.message}`);
			}
		});
	}
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
/**
* @deprecated use `core.summary`
*/
const markdownSummary = _summary;
const summary = _summary;

// node_modules/@actions/core/lib/path-utils.js
/**
* toPosixPath converts the given path to the posix form. On Windows, \\ will be
* replaced with /.
*
* @param pth. Path to transform.
* @return string Posix path.
*/
function toPosixPath(pth) {
	return pth.replace(/[\\]/g, "/");
}
/**
* toWin32Path converts the given path to the win32 form. On Linux, / will be
* replaced with \\.
*
* @param pth. Path to transform.
* @return string Win32 path.
*/
function toWin32Path(pth) {
	return pth.replace(/[/]/g, "\\");
}
/**
* toPlatformPath converts the given path to a platform-specific path. It does
* this by replacing instances of / and \ with the platform-specific path
* separator.
*
* @param pth The path to platformize.
* @return string The platform-specific path.
*/
function toPlatformPath(pth) {
	return pth.replace(/[/\\]/g, path.sep);
}

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
/**
* Convert an arg string to an array of args. Handles escaping
*
* @param    argString   string of arguments
* @returns  string[]    array of arguments
*/
function argStringToArray(argString) {
	const args = [];
	let inQuotes = false;
	let escaped = false;
	let arg = "";
	function append(c) {
		if (escaped && c !== "\"") arg += "\\";
		arg += c;
		escaped = false;
	}
	for (let i = 0; i < argString.length; i++) {
		const c = argString.charAt(i);
		if (c === "\"") {
			if (!escaped) inQuotes = !inQuotes;
			else append(c);
			continue;
		}
		if (c === "\\" && escaped) {
			append(c);
			continue;
		}
		if (c === "\\" && inQuotes) {
			escaped = true;
			continue;
		}
		if (c === " " && !inQuotes) {
			if (arg.length > 0) {
				args.push(arg);
				arg = "";
			}
			continue;
		}
		append(c);
	}
	if (arg.length > 0) args.push(arg.trim());
	return args;
}
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
		else if (this.processExited) this.timeout = setTimeout$1(ExecState.HandleTimeout, this.delay, this);
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
/**
* Exec a command.
* Output will be streamed to the live console.
* Returns promise with return code
*
* @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
* @param     args               optional arguments for tool. Escaping is handled by the lib.
* @param     options            optional exec options.  See ExecOptions
* @returns   Promise<number>    exit code
*/
function exec(commandLine, args, options) {
	return __awaiter$2(this, void 0, void 0, function* () {
		const commandArgs = argStringToArray(commandLine);
		if (commandArgs.length === 0) throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
		const toolPath = commandArgs[0];
		args = commandArgs.slice(1).concat(args || []);
		return new ToolRunner(toolPath, args, options).exec();
	});
}
/**
* Exec a command and get the output.
* Output will be streamed to the live console.
* Returns promise with the exit code and collected stdout and stderr
*
* @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
* @param     args                  optional arguments for tool. Escaping is handled by the lib.
* @param     options               optional exec options.  See ExecOptions
* @returns   Promise<ExecOutput>   exit code, stdout, and stderr
*/
function getExecOutput(commandLine, args, options) {
	return __awaiter$2(this, void 0, void 0, function* () {
		var _a, _b;
		let stdout = "";
		let stderr = "";
		const stdoutDecoder = new StringDecoder("utf8");
		const stderrDecoder = new StringDecoder("utf8");
		const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
		const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
		const stdErrListener = (data) => {
			stderr += stderrDecoder.write(data);
			if (originalStdErrListener) originalStdErrListener(data);
		};
		const stdOutListener = (data) => {
			stdout += stdoutDecoder.write(data);
			if (originalStdoutListener) originalStdoutListener(data);
		};
		const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), {
			stdout: stdOutListener,
			stderr: stdErrListener
		});
		const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
		stdout += stdoutDecoder.end();
		stderr += stderrDecoder.end();
		return {
			exitCode,
			stdout,
			stderr
		};
	});
}

// node_modules/@actions/core/lib/platform.js
var platform_exports = /* @__PURE__ */ __exportAll({
	arch: () => arch,
	getDetails: () => getDetails,
	isLinux: () => isLinux,
	isMacOS: () => isMacOS,
	isWindows: () => isWindows,
	platform: () => platform
});
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
const getWindowsInfo = () => __awaiter$1(void 0, void 0, void 0, function* () {
	const { stdout: version } = yield getExecOutput("powershell -command \"(Get-CimInstance -ClassName Win32_OperatingSystem).Version\"", void 0, { silent: true });
	const { stdout: name } = yield getExecOutput("powershell -command \"(Get-CimInstance -ClassName Win32_OperatingSystem).Caption\"", void 0, { silent: true });
	return {
		name: name.trim(),
		version: version.trim()
	};
});
const getMacOsInfo = () => __awaiter$1(void 0, void 0, void 0, function* () {
	var _a, _b, _c, _d;
	const { stdout } = yield getExecOutput("sw_vers", void 0, { silent: true });
	const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : "";
	return {
		name: (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : "",
		version
	};
});
const getLinuxInfo = () => __awaiter$1(void 0, void 0, void 0, function* () {
	const { stdout } = yield getExecOutput("lsb_release", [
		"-i",
		"-r",
		"-s"
	], { silent: true });
	const [name, version] = stdout.trim().split("\n");
	return {
		name,
		version
	};
});
const platform = os$1.platform();
const arch = os$1.arch();
const isWindows = platform === "win32";
const isMacOS = platform === "darwin";
const isLinux = platform === "linux";
function getDetails() {
	return __awaiter$1(this, void 0, void 0, function* () {
		return Object.assign(Object.assign({}, yield isWindows ? getWindowsInfo() : isMacOS ? getMacOsInfo() : getLinuxInfo()), {
			platform,
			arch,
			isWindows,
			isMacOS,
			isLinux
		});
	});
}

// node_modules/@actions/core/lib/core.js
var core_exports = /* @__PURE__ */ __exportAll({
	ExitCode: () => ExitCode,
	addPath: () => addPath,
	debug: () => debug,
	endGroup: () => endGroup,
	error: () => error,
	exportVariable: () => exportVariable,
	getBooleanInput: () => getBooleanInput,
	getIDToken: () => getIDToken,
	getInput: () => getInput$1,
	getMultilineInput: () => getMultilineInput,
	getState: () => getState,
	group: () => group,
	info: () => info,
	isDebug: () => isDebug,
	markdownSummary: () => markdownSummary,
	notice: () => notice,
	platform: () => platform_exports,
	saveState: () => saveState,
	setCommandEcho: () => setCommandEcho,
	setFailed: () => setFailed,
	setOutput: () => setOutput,
	setSecret: () => setSecret,
	startGroup: () => startGroup,
	summary: () => summary,
	toPlatformPath: () => toPlatformPath,
	toPosixPath: () => toPosixPath,
	toWin32Path: () => toWin32Path,
	warning: () => warning
});
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
* Sets env variable for this action and future actions in the job
* @param name the name of the variable to set
* @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
*/
function exportVariable(name, val) {
	const convertedVal = toCommandValue(val);
	process.env[name] = convertedVal;
	if (process.env["GITHUB_ENV"] || "") return issueFileCommand("ENV", prepareKeyValueMessage(name, val));
	issueCommand("set-env", { name }, convertedVal);
}
/**
* Registers a secret which will get masked from logs
*
* @param secret - Value of the secret to be masked
* @remarks
* This function instructs the Actions runner to mask the specified value in any
* logs produced during the workflow run. Once registered, the secret value will
* be replaced with asterisks (***) whenever it appears in console output, logs,
* or error messages.
*
* This is useful for protecting sensitive information such as:
* - API keys
* - Access tokens
* - Authentication credentials
* - URL parameters containing signatures (SAS tokens)
*
* Note that masking only affects future logs; any previous appearances of the
* secret in logs before calling this function will remain unmasked.
*
* @example
* ```typescript
* // Register an API token as a secret
* const apiToken = "abc123xyz456";
* setSecret(apiToken);
*
* // Now any logs containing this value will show *** instead
* console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
* ```
*/
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
/**
* Prepends inputPath to the PATH (for this action and future actions)
* @param inputPath
*/
function addPath(inputPath) {
	if (process.env["GITHUB_PATH"] || "") issueFileCommand("PATH", inputPath);
	else issueCommand("add-path", {}, inputPath);
	process.env["PATH"] = `${inputPath}${path.delimiter}${process.env["PATH"]}`;
}
/**
* Gets the value of an input.
* Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
* Returns an empty string if the value is not defined.
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   string
*/
function getInput$1(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
/**
* Gets the values of an multiline input.  Each value is also trimmed.
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   string[]
*
*/
function getMultilineInput(name, options) {
	const inputs = getInput$1(name, options).split("\n").filter((x) => x !== "");
	if (options && options.trimWhitespace === false) return inputs;
	return inputs.map((input) => input.trim());
}
/**
* Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
* Support boolean input list: `true | True | TRUE | false | False | FALSE` .
* The return value is also in boolean type.
* ref: https://yaml.org/spec/1.2/spec.html#id2804923
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   boolean
*/
function getBooleanInput(name, options) {
	const trueValue = [
		"true",
		"True",
		"TRUE"
	];
	const falseValue = [
		"false",
		"False",
		"FALSE"
	];
	const val = getInput$1(name, options);
	if (trueValue.includes(val)) return true;
	if (falseValue.includes(val)) return false;
	throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\nSupport boolean input list: \`true | True | TRUE | false | False | FALSE\``);
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
* Enables or disables the echoing of commands into stdout for the rest of the step.
* Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
*
*/
function setCommandEcho(enabled) {
	issue("echo", enabled ? "on" : "off");
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
* Gets whether Actions Step Debug is on or not
*/
function isDebug() {
	return process.env["RUNNER_DEBUG"] === "1";
}
/**
* Writes debug message to user log
* @param message debug message
*/
function debug(message) {
	issueCommand("debug", {}, message);
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
* Adds a notice issue
* @param message notice issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + os.EOL);
}
/**
* Begin an output group.
*
* Output until the next `groupEnd` will be foldable in this group
*
* @param name The name of the output group
*/
function startGroup(name) {
	issue("group", name);
}
/**
* End an output group.
*/
function endGroup() {
	issue("endgroup");
}
/**
* Wrap an asynchronous function call in a group.
*
* Returns the same type as the function itself.
*
* @param name The name of the group
* @param fn The function to wrap in the group
*/
function group(name, fn) {
	return __awaiter(this, void 0, void 0, function* () {
		startGroup(name);
		let result;
		try {
			result = yield fn();
		} finally {
			endGroup();
		}
		return result;
	});
}
/**
* Saves state for current action, the state can only be retrieved by this action's post job execution.
*
* @param     name     name of the state to store
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function saveState(name, value) {
	if (process.env["GITHUB_STATE"] || "") return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
	issueCommand("save-state", { name }, toCommandValue(value));
}
/**
* Gets the value of an state set by this action's main execution.
*
* @param     name     name of the state to get
* @returns   string
*/
function getState(name) {
	return process.env[`STATE_${name}`] || "";
}
function getIDToken(aud) {
	return __awaiter(this, void 0, void 0, function* () {
		return yield OidcClient.getIDToken(aud);
	});
}

// src/github/runner.ts
/** The runner, to which nothing gets that forms a command or more than one line: every text is escaped on its way. */
function createRunner(library) {
	return {
		info: (line) => library.info(escapeLogLine(line)),
		warning: (line, place) => library.warning(escapeLogLine(line), locate(place)),
		error: (line, place) => library.error(escapeLogLine(line), locate(place)),
		group(title, lines) {
			library.startGroup(escapeLogLine(title));
			for (const line of lines) library.info(escapeLogLine(line));
			library.endGroup();
		},
		setOutput: (name, value) => library.setOutput(name, value),
		fail: (line) => library.setFailed(escapeLogLine(line))
	};
}
function locate(place) {
	return {
		...place === void 0 ? {} : { file: escapeLogLine(place.path) },
		...place?.line === void 0 ? {} : { startLine: place.line }
	};
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
	const read = readers[name];
	if (read === void 0) return {
		kind: "other",
		name,
		repository
	};
	const path = readVariable(environment, "GITHUB_EVENT_PATH");
	const payload = createPayloadReader(name, path, await readPayload(path, readFile));
	const event = read(payload, repository);
	throwProblems(payload.problems);
	return event;
}
/** What is read of each event. */
const readers = {
	pull_request: readPullRequest$1,
	pull_request_target: (payload, repository) => {
		const label = payload.find("label.name");
		return {
			kind: "target",
			pull: readPullRequest$1(payload, repository),
			action: payload.text("action", /^\w+$/, "a word"),
			label: typeof label === "string" ? label : null,
			defaultBranch: readDefaultBranch(payload),
			repository
		};
	},
	workflow_run: (payload, repository) => ({
		kind: "workflow-run",
		cause: payload.text("workflow_run.event", /^\w+$/, "a word"),
		head: {
			...payload.tip("workflow_run.head_sha", "workflow_run.head_branch"),
			repository: readSource(payload, "workflow_run.head_repository")
		},
		defaultBranch: readDefaultBranch(payload),
		repository
	}),
	merge_group: (payload, repository) => ({
		kind: "merge-group",
		base: payload.tip("merge_group.base_sha", "merge_group.base_ref"),
		head: payload.tip("merge_group.head_sha", "merge_group.head_ref"),
		repository
	}),
	push: (payload, repository) => {
		const head = payload.tip("after", "ref");
		return {
			kind: "push",
			head,
			toDefaultBranch: head.ref === `refs/heads/${readDefaultBranch(payload)}`,
			repository
		};
	},
	issue_comment: (payload, repository) => ({
		kind: "comment",
		number: payload.number("issue.number"),
		created: payload.find("action") === "created",
		onPullRequest: isObject(payload.find("issue.pull_request") ?? null),
		body: payload.text("comment.body", /(?:)/, "a text"),
		author: payload.text("comment.user.login", /^[\w.-]+(?:\[bot\])?$/, "a login"),
		byBot: payload.find("comment.user.type") !== "User",
		createdAt: payload.text("comment.created_at", /^\d{4}-\d\d-\d\dT[\d:.]+Z$/, "a time"),
		defaultBranch: readDefaultBranch(payload),
		repository
	})
};
function readPullRequest$1(payload, repository) {
	const number = payload.number("pull_request.number");
	const base = payload.tip("pull_request.base.sha", "pull_request.base.ref");
	const head = payload.tip("pull_request.head.sha", "pull_request.head.ref");
	const state = payload.text("pull_request.state", /^(?:open|closed)$/, "open or closed");
	const source = readSource(payload, "pull_request.head.repo");
	const author = payload.find("pull_request.user.login");
	return {
		kind: "pull-request",
		number,
		author: typeof author === "string" ? author : null,
		base,
		head: {
			...head,
			repository: source
		},
		fork: source?.toLowerCase() !== `${repository.owner}/${repository.name}`.toLowerCase(),
		draft: payload.find("pull_request.draft") === true,
		state: state === "closed" ? "closed" : "open",
		repository
	};
}
/** The repository of a head; GitHub gives null where the fork is gone. */
function readSource(payload, keys) {
	return (payload.find(keys) ?? null) === null ? null : payload.text(`${keys}.full_name`, repositoryPattern, "owner/name");
}
function readDefaultBranch(payload) {
	return payload.text("repository.default_branch", refPattern, "the name of a branch");
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
			hint: `GITHUB_EVENT_PATH (${path}) holds what GitHub sent.`,
			place: { path }
		});
	}
	return isObject(payload) ? payload : {};
}
function createPayloadReader(event, path, payload) {
	const problems = [];
	const read = (keys, accept, expected, fallback) => {
		const value = find(payload, keys);
		if (value !== void 0 && accept(value)) return value;
		const message = value === void 0 ? `${keys} is missing in the event` : `${keys} in the event is not ${expected}`;
		problems.push({
			message,
			hint: hint(path, event),
			place: { path }
		});
		return fallback;
	};
	const text = (keys, pattern, expected) => read(keys, matches(pattern), expected, "");
	return {
		problems,
		find: (keys) => find(payload, keys),
		text,
		number: (keys) => read(keys, isNumber, "a number", 0),
		tip: (sha, ref) => ({
			sha: text(sha, shaPattern, "a commit id"),
			ref: text(ref, refPattern, "the name of a branch")
		})
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
function hint(path, event) {
	return `GITHUB_EVENT_PATH (${path}) holds what GitHub sent for a ${event} event.`;
}

// src/github/marker.ts
/** What a key may be: it stands in a comment of HTML, and in the name of a check run. */
const markerKey = /^[\w.-]{1,64}$/;
/**
* The hidden last line by which a comment is found again, with the time at which the run began that wrote it, and the
* commit that it is about, where there is one.
* Throws a UserError for a key that could break out of it.
*/
function createMarker(key, begun, commit = null) {
	if (!markerKey.test(key)) throw new UserError({
		message: `comment-key ${JSON.stringify(key.slice(0, 80))} is not a key`,
		hint: "Use 1 to 64 letters, digits, dots, hyphens and underscores."
	});
	return `<!-- prompt-assay:${key} ${begun}${commit === null ? "" : ` ${commit}`} -->`;
}
/** What the last line says, where it is a marker with this key; null where it is none. */
function readMarker(body, key) {
	const last = foldLines(body).split("\n").at(-1) ?? "";
	const [, found, begun, commit] = /^<!-- prompt-assay:([\w.-]{1,64})(?: (\d{4}-\d\d-\d\dT[\d:.]+Z)(?: ([0-9a-f]{40}(?:[0-9a-f]{24})?))?)? -->$/.exec(last) ?? [];
	return found === key ? {
		begun: begun ?? null,
		commit: commit ?? null
	} : null;
}
/** As GitHub may give back what it was sent: with other line ends, and trimmed. */
function foldLines(body) {
	return body.replaceAll("\r\n", "\n").trim();
}

// src/github/inputs.ts
const commands = [
	"compare",
	"run",
	"baseline",
	"merge",
	"drift"
];
/** What `comment` may say; `true` and `false` are what it could say first. */
const comments = {
	always: "always",
	"on-change": "on-change",
	"on-problem": "on-problem",
	never: "never",
	true: "on-change",
	false: "never"
};
/** Reads and checks all inputs; throws a UserError with every mistake. */
function readInputs(getInput) {
	const problems = [];
	const text = (name) => getInput(name) || void 0;
	const choose = (name, known) => {
		const value = text(name);
		if (value === void 0 || known.includes(value)) return value;
		const near = nearest(value, known);
		const hint = near === null ? `It can be ${known.join(" or ")}.` : `Did you mean ${near}?`;
		problems.push({
			message: `the input ${name} is ${JSON.stringify(value)}`,
			hint
		});
	};
	const match = (name, pattern, hint) => {
		const value = text(name);
		if (value !== void 0 && !pattern.test(value)) problems.push({
			message: `the input ${name} is ${JSON.stringify(value)}`,
			hint
		});
		return value;
	};
	const command = choose("command", commands);
	const comment = choose("comment", Object.keys(comments));
	const drafts = choose("drafts", ["true", "false"]);
	const concurrency = match("concurrency", /^[1-9]\d{0,3}$/, "Give a whole number from 1 to 9999, or leave it out.");
	const trials = match("trials", /^(?:[1-5]|auto)$/, "Give a whole number from 1 to 5, or auto.");
	const seed = match("seed", /^\d{1,15}$/, "Give a whole number.");
	const batch = choose("batch", ["true", "false"]);
	const attribute = choose("attribute", ["true", "false"]);
	const maxCost = match("max-cost", /^(?:\d{1,6}(?:\.\d+)?|\.\d+)$/, "Give US dollars, for example 2.50, or leave it out.");
	const part = text("shard");
	const shard = part === void 0 ? void 0 : readShard(part);
	if (typeof shard === "string") problems.push({
		message: `the input shard is ${JSON.stringify(part)}`,
		hint: shard
	});
	else if (shard !== void 0 && command === "merge") problems.push({
		message: "merge takes no shard",
		hint: "Leave out shard; name the shards' files under files."
	});
	const files = (text("files") ?? "").split("\n").flatMap((line) => line.trim() || []);
	if (command === "merge" && files.length === 0) problems.push({
		message: "merge needs the input files",
		hint: "Name the reports of the shards one a line, or the folder to which their artifacts were downloaded."
	});
	else if (files.length > 0 && command !== "merge") problems.push({
		message: "only merge takes the input files",
		hint: "Set command: merge, or leave out files."
	});
	const commentKey = match("comment-key", markerKey, "Use 1 to 64 letters, digits, dots, hyphens and underscores.");
	throwProblems(problems);
	return {
		command,
		configs: (text("config") ?? "").split("\n").map((line) => line.trim()).filter((line) => line !== ""),
		base: text("base"),
		head: text("head"),
		concurrency: concurrency === void 0 ? void 0 : Number(concurrency),
		maxCost: maxCost === void 0 ? void 0 : Number(maxCost),
		trials: trials === void 0 || trials === "auto" ? trials : Number(trials),
		seed: seed === void 0 ? void 0 : Number(seed),
		batch: batch === "true",
		attribute: attribute === "true",
		shard: typeof shard === "string" ? void 0 : shard,
		files,
		store: text("store"),
		history: text("history"),
		replay: text("replay"),
		record: text("record"),
		json: text("json"),
		markdown: text("markdown"),
		html: text("html"),
		junit: text("junit"),
		sarif: text("sarif"),
		csv: text("csv"),
		token: getInput("github-token"),
		comment: comment === void 0 ? void 0 : comments[comment],
		commentKey: commentKey ?? "default",
		drafts: drafts === "true",
		workingDirectory: text("working-directory") ?? "."
	};
}

// src/github/remote-repository.ts
/** What a clone lacks, through GitHub's API: git itself is not made to fetch, so no token is handed to it. */
function openRemoteRepository({ connect, repository, sleep, onFailure }) {
	const { owner, name: repo } = repository;
	const ask = async (question) => {
		const client = await connect();
		const answer = await attempt(() => question(client), sleep);
		if (!isFailure(answer)) return answer;
		onFailure(answer);
		return null;
	};
	return {
		entries: remember((commit) => ask(async (client) => {
			const { data } = await client.rest.git.getTree({
				owner,
				repo,
				tree_sha: commit,
				recursive: "1"
			});
			if (!Array.isArray(data?.tree)) throw new UnreadableAnswer("GitHub's list of files cannot be read");
			if (data.truncated) return null;
			return data.tree.flatMap(({ path, mode, sha }) => {
				const kind = kindOf(mode);
				return kind === null ? [] : [{
					path,
					kind,
					object: sha
				}];
			});
		})),
		blob: remember((object) => ask(async (client) => {
			const { data } = await client.rest.git.getBlob({
				owner,
				repo,
				file_sha: object
			});
			if (data?.encoding !== "base64") throw new UnreadableAnswer("GitHub's answer with a file cannot be read");
			return new Uint8Array(Buffer.from(data.content, "base64"));
		})),
		mergeBase: (one, other) => ask(async (client) => {
			const basehead = `${one}...${other}`;
			const { data } = await client.rest.repos.compareCommitsWithBasehead({
				owner,
				repo,
				basehead,
				per_page: 1
			});
			const sha = data?.merge_base_commit?.sha;
			if (typeof sha !== "string") throw new UnreadableAnswer("GitHub's comparison cannot be read");
			return sha;
		})
	};
}
/** Objects never change: each is asked for once, also where several trees have it. */
function remember(ask) {
	const answers = /* @__PURE__ */ new Map();
	return (id) => {
		const answer = answers.get(id) ?? ask(id);
		answers.set(id, answer);
		return answer;
	};
}
/** What a mode stands for; null for a folder. */
function kindOf(mode) {
	if (mode === "040000") return null;
	if (mode === "120000") return "link";
	return mode === "160000" ? "submodule" : "file";
}

// src/github/summary.ts
/** Above this GitHub drops the whole summary of a step. */
const summaryLimit = 1048576;
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

// src/github/command.ts
const usage = "Write /assay run SHA, or /assay accept FINGERPRINT REASON, with the first 7 digits or more.";
/**
* Reads a command at the very start of a comment's first line. A quote, a code block or a later line is none: our own
* comments quote what models say.
*/
function parseCommand(text) {
	const [line = ""] = text.split(/\r?\n/, 1);
	const [word, verb, identity = "", ...reason] = line.trimEnd().split(/[ \t]+/);
	if (word !== "/assay") return null;
	const valid = /^[0-9a-f]{7,64}$/i.test(identity);
	if (verb === "run" && valid && reason.length === 0) return {
		kind: "run",
		sha: identity.toLowerCase()
	};
	if (verb === "accept" && valid && reason.length > 0) return {
		kind: "accept",
		pair: identity.toLowerCase(),
		reason: reason.join(" ")
	};
	return {
		kind: "mistaken",
		usage
	};
}

// src/github/identity.ts
/** Who the job's own token speaks as. */
const defaultLogin = "github-actions[bot]";
/**
* Whom the token speaks as: by this a comment is known to be ours. Asked of GraphQL, because the REST API tells it to
* people only, not to the token of a job or of an App. Where the server has no answer to give, it is the job's own token.
*/
async function readLogin(client, sleep) {
	const answer = await attempt(() => client.graphql("query{viewer{login}}"), sleep);
	if (isFailure(answer)) return [
		"server",
		"connection",
		"rate-limit"
	].includes(answer.reason) ? answer : defaultLogin;
	const login = answer.viewer?.login;
	return typeof login === "string" && login !== "" ? login : defaultLogin;
}
/** Logins are the same whatever their case. */
function isSameLogin(one, other) {
	return one?.toLowerCase() === other.toLowerCase();
}

// src/github/permission.ts
/**
* Whether somebody may write to the repository now, by the API: an association in an event may be out of date, and
* triage does not do.
*/
async function mayWrite(client, { owner, name }, login, sleep) {
	const answer = await attempt(() => client.rest.repos.getCollaboratorPermissionLevel({
		owner,
		repo: name,
		username: login
	}), sleep);
	if (!isFailure(answer)) return ["admin", "write"].includes(answer.data.permission);
	return answer.reason === "not-found" ? false : answer;
}

// src/github/acceptances.ts
/** The label that accepts what a pull request does to its prompts, as it stands. */
const acceptingLabel$1 = "assay: accepted";
/**
* Reads who accepted a regression, from the label and from commands in comments, anew each time. Only what a person
* with write permission now did counts, and never what the author of the pull request did; a comment that was edited
* commands nothing; a label holds for the head it was set on.
*/
async function readAcceptances$1(client, pull, sleep) {
	const comments = await attempt(() => readComments(client, pull), sleep);
	if (isFailure(comments)) return comments;
	const label = await attempt(() => readLabel(client, pull), sleep);
	const accepted = [];
	const refused = [];
	if (isFailure(label)) refused.push(`Whether “${acceptingLabel$1}” counts could not be read: ${label.message}.`);
	else if (label.refused !== null) refused.push(label.refused);
	for (const { byBot, ...each } of [...comments, ...isFailure(label) ? [] : label.found]) {
		const reason = await refuse(client, pull, each.by, byBot, sleep);
		if (isFailure(reason)) return reason;
		if (reason === null) accepted.push(each);
		else refused.push(`The ${each.how} of ${each.by} that accepts a regression does not count: ${reason}.`);
	}
	return {
		accepted,
		refused
	};
}
async function refuse(client, { repository, author }, by, byBot, sleep) {
	if (byBot) return "a program cannot accept";
	if (author === null || isSameLogin(by, author)) return "the author cannot accept their own pull request";
	const may = await mayWrite(client, repository, by, sleep);
	if (isFailure(may)) return may;
	return may ? null : "it takes write permission to the repository";
}
async function readComments(client, pull) {
	const { number, repository } = pull;
	const list = {
		owner: repository.owner,
		repo: repository.name,
		issue_number: number,
		per_page: 100
	};
	return (await readPages((page) => client.rest.issues.listComments({
		...list,
		page
	}))).flatMap(({ body, user, created_at, updated_at }) => {
		const command = parseCommand(body ?? "");
		if (command?.kind !== "accept" || !user || created_at !== updated_at) return [];
		const { pair, reason } = command;
		return [{
			pair,
			reason,
			by: user.login,
			how: "comment",
			byBot: user.type !== "User"
		}];
	});
}
/** Who set the label last, where it is still there and was set on this head. */
async function readLabel(client, pull) {
	const { number, repository } = pull;
	const list = {
		owner: repository.owner,
		repo: repository.name,
		issue_number: number,
		per_page: 100
	};
	const events = await readPages((page) => client.rest.issues.listEvents({
		...list,
		page
	}));
	const last = events.findLast((event) => "label" in event && event.label?.name === acceptingLabel$1);
	if (last?.event !== "labeled" || !last.actor) return {
		found: [],
		refused: null
	};
	const pushed = await readPushTime(client, pull);
	const rebased = events.findLast((event) => event.event === "base_ref_changed")?.created_at;
	const since = pushed === null ? null : Math.max(pushed, rebased === void 0 ? 0 : Date.parse(rebased));
	if (since === null || Date.parse(last.created_at) < since) return {
		found: [],
		refused: `The label “${acceptingLabel$1}” does not count: ${since === null ? "GitHub does not tell when this head was pushed" : "it was set before the last change"}. Take it off and set it again.`
	};
	const byBot = last.actor.type !== "User";
	return {
		found: [{
			pair: "",
			by: last.actor.login,
			how: "label",
			reason: null,
			byBot
		}],
		refused: null
	};
}
/** When the head came to its branch, by the server's clock: the dates of a commit are its author's to choose. */
async function readPushTime(client, { head, fork, repository }) {
	if (fork) return null;
	const { data } = await client.rest.repos.listActivities({
		owner: repository.owner,
		repo: repository.name,
		ref: `refs/heads/${head.ref}`,
		per_page: 100
	});
	const activity = data.find(({ after }) => after === head.sha);
	return activity === void 0 ? null : Date.parse(activity.timestamp);
}

// src/github/pull-request.ts
/** A pull request as it is now. */
function readPullRequest(client, repository, number, sleep) {
	return attempt(() => fetchPullRequest(client, repository, number), sleep);
}
/** The commit at the tip of a branch now: what a pull request names as its base may be older. */
function readBranchTip(client, { owner, name }, branch, sleep) {
	return attempt(async () => {
		const { data } = await client.rest.repos.getBranch({
			owner,
			repo: name,
			branch
		});
		if (typeof data?.commit?.sha !== "string") throw new UnreadableAnswer("GitHub's answer about the branch cannot be read");
		return data.commit.sha;
	}, sleep);
}
/** The same with one request; throws what the HTTP client throws. */
async function fetchPullRequest(client, repository, number) {
	const { owner, name } = repository;
	const { data } = await client.rest.pulls.get({
		owner,
		repo: name,
		pull_number: number
	});
	if (typeof data?.head?.sha !== "string" || typeof data.base?.sha !== "string") throw new UnreadableAnswer("GitHub's answer about the pull request cannot be read");
	const source = data.head.repo?.full_name ?? null;
	return {
		kind: "pull-request",
		number,
		author: data.user?.login ?? null,
		base: {
			sha: data.base.sha,
			ref: data.base.ref
		},
		head: {
			sha: data.head.sha,
			ref: data.head.ref,
			repository: source
		},
		fork: source?.toLowerCase() !== `${owner}/${name}`.toLowerCase(),
		draft: data.draft === true,
		state: data.state,
		repository
	};
}
/** The open pull requests of exactly this commit of this repository (`owner/name`): one branch may have several. */
function findPullRequests(client, repository, head, sleep) {
	const [owner] = head.repository.split("/");
	const list = {
		owner: repository.owner,
		repo: repository.name,
		state: "open",
		head: `${owner}:${head.ref}`
	};
	return attempt(async () => {
		return (await readPages((page) => client.rest.pulls.list({
			...list,
			per_page: 100,
			page
		}))).flatMap(({ number, head: { sha, repo } }) => {
			const source = repo?.full_name;
			return sha === head.sha && source?.toLowerCase() === head.repository.toLowerCase() ? [number] : [];
		});
	}, sleep);
}

// src/pipeline/action/accept-regressions.ts
/**
* The reports, one for each gate, with what people accepted on the pull request. GitHub is asked only where a regression
* stands, and once; what cannot be asked accepts nothing, and the first report says so.
*/
async function acceptRegressions(reports, subject, connect, sleep) {
	if (!reports.flatMap(({ prompts }) => prompts).some(isOpenLoss) || subject.pull === null && subject.queued === null) return reports;
	const client = await connect();
	const pull = subject.pull ?? await readPullRequest(client, subject.repository, subject.queued ?? 0, sleep);
	const found = isFailure(pull) ? pull : await readAcceptances$1(client, pull, sleep);
	if (isFailure(found)) return warn(reports, [`Whether somebody accepts the regression could not be read: ${found.message}.`]);
	const given = found.accepted.map((each) => ({
		...each,
		until: null
	}));
	const [first, ...others] = reports;
	const settled = others.map((report) => applyAcceptances(report, given));
	return warn([applyAcceptances(first, given), ...settled], found.refused);
}
function warn([first, ...others], warnings) {
	return [{
		...first,
		warnings: [...first.warnings, ...warnings]
	}, ...others];
}

// src/pipeline/action/action-options.ts
/** Where report.json goes, and every other report that is asked for. */
function actionFiles(inputs, environment) {
	const directory = workingDirectory(inputs, environment);
	const temporary = environment["RUNNER_TEMP"] ?? tmpdir();
	return {
		json: inputs.json === void 0 ? join(temporary, "prompt-assay", "report.json") : resolve(directory, inputs.json),
		others: reportFileNames.flatMap((name) => {
			const path = inputs[name];
			return name === "json" || path === void 0 ? [] : [{
				reporter: reportFiles[name].reporter,
				path: resolve(directory, path)
			}];
		})
	};
}
/** What the inputs say of a run, whatever the event. */
function actionOptions(inputs, environment, { json }, runner) {
	const { base, head, concurrency, maxCost, trials, seed, shard, store, replay, record } = inputs;
	const directory = workingDirectory(inputs, environment);
	const given = {
		base,
		head,
		concurrency,
		maxCost,
		trials,
		seed,
		shard
	};
	return {
		directory,
		environment,
		samplesFile: join(dirname(json), `${basename(json, ".json")}.samples.jsonl`),
		...progressWriter({
			write: (text) => process.stdout.write(text),
			columns: null,
			folded: true,
			now: () => performance.now()
		}),
		signal: interruption(),
		onSetupText: setupLines((line) => process.stderr.write(line)),
		restricted: true,
		...inputs.attribute ? { attribute: true } : {},
		...inputs.batch ? { batch: { onLook: batchLog(runner) } } : {},
		...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== void 0)),
		...store === void 0 ? {} : { store: resolve(directory, store) },
		...replay === void 0 ? {} : { replay: resolve(directory, replay) },
		...record === void 0 ? {} : { record: resolve(directory, record) }
	};
}
function workingDirectory(inputs, environment) {
	return resolve(environment["GITHUB_WORKSPACE"] ?? ".", inputs.workingDirectory);
}
/** A job that is cancelled still tells what there is: the runner waits some seconds before it ends the process. */
function interruption() {
	const controller = new AbortController();
	for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => controller.abort(signal));
	return controller.signal;
}
function batchLog(runner) {
	let last = -1;
	return ({ answered, total }) => {
		if (answered !== last) runner.info(`batch: ${answered} of ${total} calls answered`);
		last = answered;
	};
}

// src/github/issues.ts
/** The label of our issues, for people: what makes one ours is its author and its marker, whoever takes the label off. */
const ownLabel = "assay: drift";
/** The label with which somebody makes tonight the reference. */
const acceptingLabel = "assay: accepted";
/** @param key tells our issues of one kind from those of another @param begun when the run began (ISO 8601) */
function openIssues(connect, { owner, name: repo }, { key, begun, sleep }) {
	const marked = (body) => `${body.trimEnd()}\n\n${createMarker(key, begun)}`;
	const ask = async (question) => {
		const client = await connect();
		return attempt(() => question(client), sleep);
	};
	const list = async (login) => ask(async (client) => {
		const list = {
			owner,
			repo,
			creator: login,
			state: "all",
			sort: "created",
			direction: "asc",
			per_page: 100
		};
		return (await readPages((page) => client.rest.issues.listForRepo({
			...list,
			page
		}))).flatMap((issue) => readOwn(issue, login, key));
	});
	const write = async (number, change) => ask(async (client) => {
		await client.rest.issues.update({
			owner,
			repo,
			issue_number: number,
			...change
		});
		return null;
	});
	return {
		async list() {
			const login = await readLogin(await connect(), sleep);
			return isFailure(login) ? login : list(login);
		},
		async create(title, body) {
			const client = await connect();
			const login = await readLogin(client, sleep);
			if (isFailure(login)) return login;
			let first = true;
			return ask(async () => {
				const known = first ? [] : await list(login);
				first = false;
				const made = isFailure(known) ? void 0 : known.find((issue) => issue.open && issue.body === foldLines(body));
				if (made !== void 0) return made;
				const { data } = await client.rest.issues.create({
					owner,
					repo,
					title,
					body: marked(body),
					labels: [ownLabel]
				});
				const { number, html_url: url } = data;
				return {
					number,
					url,
					open: true,
					title,
					body: foldLines(body),
					labelled: false
				};
			});
		},
		async update(issue, title, body) {
			if (issue.title === title && issue.body === foldLines(body)) return null;
			return write(issue.number, {
				title,
				body: marked(body)
			});
		},
		comment: (issue, body) => ask(async (client) => {
			await client.rest.issues.createComment({
				owner,
				repo,
				issue_number: issue.number,
				body
			});
			return null;
		}),
		close: (issue) => write(issue.number, {
			state: "closed",
			state_reason: "completed"
		}),
		async acceptedBy(issue) {
			const client = await connect();
			const list = {
				owner,
				repo,
				issue_number: issue.number,
				per_page: 100
			};
			const events = await attempt(() => readPages((page) => client.rest.issues.listEvents({
				...list,
				page
			})), sleep);
			if (isFailure(events)) return events;
			const last = events.findLast((event) => "label" in event && event.label?.name === acceptingLabel);
			if (last?.event !== "labeled" || !last.actor) return { refused: "nobody is known to have set the label" };
			const by = last.actor.login;
			if (last.actor.type !== "User") return { refused: "a program cannot accept" };
			const may = await mayWrite(client, {
				owner,
				name: repo
			}, by, sleep);
			if (isFailure(may)) return may;
			return may ? { by } : { refused: `${by} has no write permission to the repository` };
		}
	};
}
function readOwn(issue, login, key) {
	const { number, html_url: url, state, title, user, labels } = issue;
	const body = issue.body ?? "";
	if (issue.pull_request !== void 0 || !isSameLogin(user?.login, login) || readMarker(body, key) === null) return [];
	const names = labels.map((label) => typeof label === "string" ? label : label.name ?? "");
	const plain = foldLines(foldLines(body).split("\n").slice(0, -1).join("\n"));
	return [{
		number,
		url,
		open: state === "open",
		title,
		body: plain,
		labelled: names.includes(acceptingLabel)
	}];
}

// src/report/drift-markdown.ts
const marks = {
	reference: "📌 reference",
	steady: "✅ steady",
	drifting: "📉 drifting",
	gap: "⚠️ no night",
	skipped: "⏭️ not run"
};
/** A night for the job summary. */
function summariseDrift(report) {
	const rows = report.prompts.flatMap((prompt) => {
		const shown = prompt.rows.filter(({ watched, drift }) => watched || drift !== null);
		const first = [codeSpan(prompt.name), marks[prompt.status]];
		if (shown.length === 0) return [[
			...first,
			"–",
			"",
			"",
			"",
			""
		]];
		return shown.map((row, index) => [...index === 0 ? first : ["", ""], ...cellsOf(row)]);
	});
	const found = report.prompts.flatMap(({ name, rows: own }) => own.flatMap(({ drift, found: tonight }) => {
		const event = tonight ?? drift;
		return event === null ? [] : [`- ${codeSpan(name)}: ${prose(describeDrift(event))}`];
	}));
	const reasons = report.prompts.flatMap(({ name, reason }) => reason === null ? [] : [`- ${codeSpan(name)}: ${prose(reason)}`]);
	const paid = report.cost === null ? "cost unknown" : formatCost(report.cost);
	return [
		`## ${concludeDrift(report)}`,
		...rows.length === 0 ? [] : [markdownTable([[
			"prompt",
			"",
			"metric",
			"reference",
			"tonight",
			"tonight alone",
			"evidence"
		], ...rows])],
		...found.length === 0 ? [] : [found.join("\n")],
		...reasons.length === 0 ? [] : [reasons.join("\n")],
		...report.warnings.map((warning) => `> ${prose(warning)}`),
		`Night of ${report.at.slice(0, 10)} (UTC), ${formatCount(report.calls.made)} calls, ${paid}. A drift is told where the evidence reaches ${formatCount(report.alarmAt)}. The history: ${codeSpan(report.history)}.`,
		""
	].join("\n\n");
}
function cellsOf({ row, reference, tonight, pValue, eValue }) {
	return [
		codeSpan(rowName(row)),
		meanOf(reference),
		meanOf(tonight),
		pValue === null ? "–" : formatP(pValue),
		eValue === null ? "–" : formatEvidence(eValue)
	];
}

// src/report/drift-issue.ts
/** Characters of an output in an issue, and of all of them: GitHub takes 65,536 with everything else. */
const longestOutput = 1500;
const longestOutputs = 3e4;
/** Prompts that are told at length; the others by a line. */
const toldAtLength = 4;
function issueTitle(prompts) {
	const [first] = prompts;
	const event = first === void 0 ? null : mainEvent(first);
	const names = prompts.map(({ name }) => inline(name, 40));
	if (prompts.length > 1) {
		const model = first?.models[0] ?? null;
		const on = model === null ? "" : ` on ${inline(model, 40)}`;
		return visible(clip(`Prompt drift: ${prompts.length} prompts${on}: ${names.join(", ")}`, 200));
	}
	const levels = event === null || event.was === null || event.now === null ? "drifts" : `${towards(event)} from ${level(event.was, event.unit)} to ${level(event.now, event.unit)}`;
	return visible(`Prompt drift: ${names.join("")} ${levels}`);
}
/** What the issue says while a drift lasts: brought up to date every night. */
function issueBody(prompts, at) {
	const [long, short] = [prompts.slice(0, toldAtLength), prompts.slice(toldAtLength)];
	const outputs = long.reduce((sum, { prompt }) => sum + 2 * prompt.worst.length, 0);
	return [
		"The prompt is the same, and it no longer scores as it did when it was accepted.",
		...long.map((each) => describePrompt(each, Math.floor(longestOutputs / Math.max(1, outputs)))),
		...short.length === 0 ? [] : [short.map(({ prompt }) => `- ${codeSpan(prompt.name)}${eventLine(prompt)}`).join("\n")],
		`As of the night of ${at.slice(0, 10)} (UTC). This issue is brought up to date every night, and closed once it is sure that the drift is over.`
	].join("\n\n");
}
function eventLine(prompt) {
	const event = mainEvent(prompt);
	return event === null ? "" : `: ${prose(describeDrift(event))}`;
}
function describePrompt({ prompt, line, picture }, room) {
	const events = prompt.rows.flatMap(({ drift }) => drift ?? []);
	return [
		`## ${codeSpan(prompt.name)}`,
		events.length === 0 ? "Not drifting any more." : events.map((event) => `- ${prose(describeDrift(event))}${event.details.map((detail) => ` ${prose(detail)}`).join("")}`).join("\n"),
		...picture === null ? [] : [`![Scores over the last nights](${picture})`],
		...line === null ? [] : [drawNights(line)],
		...describeWorst(prompt, Math.min(longestOutput, room)),
		...adviceFor(prompt, events, picture !== null)
	].join("\n\n");
}
const bars = "▁▂▃▄▅▆▇█";
/** The last nights as bars of text, which every mail shows, too. */
function drawNights(line) {
	const row = mainRow(line);
	if (row === null) return "";
	const steps = line.steps.slice(-45);
	const known = steps.flatMap(({ metrics }) => metrics[row] ?? []);
	const means = known.map(({ mean }) => mean);
	const [low, high] = known.every(({ unit }) => unit === void 0) ? [0, 1] : [Math.min(...means), Math.max(...means)];
	const drawn = steps.map(({ metrics }) => {
		const mean = metrics[row]?.mean;
		if (mean === void 0) return "·";
		return bars[Math.min(7, Math.max(0, Math.round(7 * (mean - low) / Math.max(1e-9, high - low))))] ?? "·";
	});
	return `${codeSpan(row)} since ${steps[0]?.at.slice(0, 10) ?? ""}: ${drawn.join("")} (a dot is a night that could not be judged)`;
}
function describeWorst({ worst }, room) {
	if (worst.length === 0) return [];
	return ["**The cases that lost most**", worst.map(({ id, was, now, outputThen, outputNow }) => {
		const shown = (title, output) => output === null ? [] : [title, fence(output, room)];
		const texts = [...shown("Then:", outputThen), ...shown("Now:", outputNow)];
		const moved = `${was.toFixed(2)} → ${now.toFixed(2)}`;
		return texts.length === 0 ? `- ${codeSpan(id)}: ${moved}` : `<details><summary><code>${escapeXml(inline(id, 80))}</code>: ${moved}</summary>\n\n${texts.join("\n\n")}\n\n</details>`;
	}).join("\n")];
}
function adviceFor(prompt, events, onBranch) {
	const [event] = events;
	if (event === void 0) return [];
	return ["**What to do**", [...new Set(events.flatMap((each) => adviseOn(each, prompt.name, onBranch)))].map((sentence) => `- ${sentence}`).join("\n")];
}
/** The drift that is told first: a fall before a rise, a metric before the check of its judge. */
function mainEvent({ rows }) {
	const events = rows.flatMap(({ drift }) => drift ?? []);
	const order = (event) => (event.direction === "fall" ? 0 : 2) + (event.row.startsWith("judge:") ? 1 : 0);
	return events.toSorted((one, other) => order(one) - order(other))[0] ?? null;
}
/** A comment for what got worse tonight; null where nothing did. */
function worseComment(prompts) {
	const lines = prompts.flatMap(({ name, rows }) => rows.flatMap(({ found }) => found?.event === "worse" ? [`- ${codeSpan(name)}: ${prose(describeDrift(found))}`] : []));
	return lines.length === 0 ? null : [
		"It got worse tonight.",
		"",
		...lines
	].join("\n");
}
/** A comment where a drift can no longer be followed. */
function silentComment({ name, gaps, reason }) {
	return `${codeSpan(name)}: the last ${gaps} nights could not be judged. ${prose(reason ?? "")}`.trim();
}
/** The last comment: why the issue is closed. */
function closingComment(prompts, reference) {
	if (reference !== null) {
		const { at, reason } = reference;
		const why = reason === null ? "" : ` Reason: ${prose(reason)}`;
		return `The run of ${at.slice(0, 10)} is the reference from now on, and this drift is over.${why}`;
	}
	const lines = prompts.flatMap(({ name, rows }) => rows.flatMap(({ found }) => found?.event === "recovered" ? [`- ${codeSpan(name)}: ${prose(describeDrift(found))}`] : []));
	return ["No prompt of this issue drifts any more.", ...lines.length === 0 ? [] : ["", ...lines]].join("\n");
}

// src/pipeline/action/tell-drift.ts
/** A night opens no more issues than this; what is left waits for the next. */
const mostNew = 3;
/** The tag before the marker: which prompts an issue is about, and since when each of them drifts. */
const tagPattern = /<!-- drift:((?: [\w-]+@[\dTZ:.-]+)+) -->\s*$/;
/**
* Sees to it that every drift has one issue: opened once, brought up to date while it lasts, commented where it gets
* worse, closed once it is over. An issue that a person closed stays closed. Returns what went wrong, for the log:
* the night stands whatever GitHub answers.
*/
async function tellDrift(issues, input) {
	const known = await issues.list();
	if (isFailure(known)) return [`The issues could not be read: ${known.message}. ${issueHint}`];
	const warnings = [];
	const check = (outcome) => {
		if (isFailure(outcome)) warnings.push(`An issue could not be written: ${outcome.message}. ${issueHint}`);
	};
	const drifting = input.prompts.flatMap((prompt) => subjectOf(prompt, input.lines));
	const told = known.map((issue) => ({
		issue,
		subjects: readSubjects(issue).map((each) => follow(each, input.lines))
	}));
	for (const { issue, subjects } of told) {
		if (!issue.open || subjects.length === 0) continue;
		const own = subjects.flatMap(({ folder }) => input.prompts.filter((prompt) => folderOfPrompt(prompt) === folder));
		if (own.length === 0) {
			check(await issues.comment(issue, "No prompt of this issue is under its path any more."));
			check(await issues.close(issue));
			continue;
		}
		if (subjects.filter((subject) => drifting.some(({ folder }) => folder === subject.folder) || !isJudged$1(own, subject)).length > 0) {
			const silent = own.find(({ status, gaps }) => status === "gap" && gaps === 3);
			if (silent !== void 0) check(await issues.comment(issue, silentComment(silent)));
			if (own.every(({ status }) => status === "gap" || status === "skipped")) continue;
			check(await issues.update(issue, issueTitle(own), bodyOf(own, subjects, input)));
			const worse = worseComment(own);
			if (worse !== null) check(await issues.comment(issue, worse));
			continue;
		}
		check(await issues.comment(issue, closingComment(own, referenceSince(subjects, input.lines))));
		check(await issues.close(issue));
	}
	const groups = groupByNight(drifting.filter((each) => !told.some(({ issue, subjects }) => isAbout(issue, subjects, each))));
	for (const group of groups.slice(0, mostNew)) {
		const prompts = group.map(({ prompt }) => prompt);
		check(await issues.create(issueTitle(prompts), bodyOf(prompts, group, input)));
	}
	if (groups.length > mostNew) warnings.push(`${groups.length - mostNew} more issues wait for the next night: one night opens ${mostNew} at most.`);
	return warnings;
}
const issueHint = "Give the job `permissions: { issues: write }`. The history and the job summary hold the night.";
/** A prompt that was renamed is the same subject. */
function follow(subject, lines) {
	const line = lines.find(({ former }) => former.includes(subject.folder));
	return line === void 0 ? subject : {
		...subject,
		folder: line.folder
	};
}
/** The drift that a prompt is in: since the first event that is still open. */
function subjectOf(prompt, lines) {
	if (prompt.rows.every(({ drift }) => drift === null)) return [];
	const folder = folderOfPrompt(prompt);
	const line = lines.find((each) => each.folder === folder);
	const beginnings = prompt.rows.flatMap(({ row, drift }) => drift === null ? [] : [row]).flatMap((row) => beginningOf(line, row) ?? []).sort();
	const [since = ""] = beginnings;
	return since === "" ? [] : [{
		prompt,
		folder,
		since,
		beginnings
	}];
}
/** When the drift that a row is in was first told. */
function beginningOf(line, row) {
	const own = line?.events.filter((event) => event.row === row) ?? [];
	const reference = line?.steps.findLast(({ kind }) => kind === "reference")?.at ?? "";
	return own[own.findLastIndex(({ event, at }) => event === "recovered" || at < reference) + 1]?.at ?? null;
}
/** Whether tonight says anything of the subject: a gap is no recovery. */
function isJudged$1(own, { folder }) {
	return own.some((prompt) => folderOfPrompt(prompt) === folder && prompt.status !== "gap" && prompt.status !== "skipped");
}
/** The reference that ended a drift, whoever asked for it; null where it ended by itself. */
function referenceSince(subjects, lines) {
	return subjects.flatMap(({ folder, since }) => {
		return lines.find((each) => each.folder === folder)?.steps.filter(({ kind, at }) => kind === "reference" && at > since) ?? [];
	}).at(-1) ?? null;
}
/** What drifts since the same night on the same model shares an issue. */
function groupByNight(open) {
	const groups = /* @__PURE__ */ new Map();
	for (const each of open) {
		const model = (each.prompt.models[0] ?? "").replace(/ \([^()]*\)$/, "");
		const key = `${each.since.slice(0, 10)} ${model}`;
		groups.set(key, [...groups.get(key) ?? [], each]);
	}
	return [...groups.values()];
}
function bodyOf(prompts, subjects, { lines, at, pictureOf }) {
	const told = prompts.map((prompt) => {
		const folder = folderOfPrompt(prompt);
		return {
			prompt,
			line: lines.find((line) => line.folder === folder) ?? null,
			picture: pictureOf(folder)
		};
	});
	const tag = subjects.map(({ folder, since }) => ` ${folder}@${since}`).join("");
	return `${issueBody(told, at)}\n\n<!-- drift:${tag} -->`;
}
function readSubjects({ body }) {
	const [, written = ""] = tagPattern.exec(body) ?? [];
	return written.trim().split(" ").flatMap((entry) => {
		const [folder, since] = entry.split("@");
		return folder === void 0 || since === void 0 ? [] : [{
			folder,
			since
		}];
	});
}
/** An open issue of a prompt is about whatever drifts of it; a closed one about what drifted when it was opened. */
function isAbout({ open }, subjects, { folder, beginnings }) {
	return subjects.some((subject) => subject.folder === folder && (open || beginnings.includes(subject.since)));
}

// src/pipeline/action/drift-on-github.ts
/** A night in a workflow: run, kept, and told in the summary and in issues. Returns the exit code. */
async function driftOnGitHub(task, input) {
	const { environment, runner, inputs, repository, connect, sleep, begun } = input;
	const files = actionFiles(inputs, environment);
	const { samplesFile: _none, ...options } = actionOptions(inputs, environment, files, runner);
	const history = inputs.history === void 0 ? openHistoryBranch(connect, repository, sleep) : openFolderHistory(resolve(options.directory, inputs.history), sleep);
	const issues = openIssues(connect, repository, {
		key: "drift",
		begun: begun.toISOString(),
		sleep
	});
	const { accepts, warnings } = task.wish === "references" ? noAcceptances : await readAcceptances(issues);
	const nights = [];
	for (const folder of await findFolders(options, inputs.configs)) {
		const wish = {
			referencesOnly: task.wish === "references",
			accepts,
			acceptsOnly: task.wish === "accepted",
			...task.head === null ? {} : { head: task.head }
		};
		nights.push(await drift({
			...options,
			...folder,
			history,
			now: () => begun,
			...wish
		}));
	}
	const report = joinNights(nights.map((night) => night.report));
	const lines = nights.at(-1)?.lines ?? [];
	const raw = `${environment["GITHUB_SERVER_URL"] || "https://github.com"}/${repository.owner}/${repository.name}/raw/${historyBranch}`;
	const told = task.wish === "references" ? [] : await tellDrift(issues, {
		prompts: report.prompts,
		lines,
		at: report.at,
		pictureOf: (folder) => inputs.history === void 0 ? `${raw}/prompts/${folder}/line.svg` : null
	});
	await publish({
		...report,
		warnings: [
			...report.warnings,
			...warnings,
			...told
		]
	}, files.json, input);
	const page = files.others.find(({ reporter }) => reporter === "html");
	if (page !== void 0) await writeAt(page.path, await renderDriftPage(lines));
	return report.exitCode;
}
const noAcceptances = {
	accepts: [],
	warnings: []
};
/** What people accepted by a label on an open issue of ours. */
async function readAcceptances(issues) {
	const known = await issues.list();
	if (isFailure(known)) return {
		accepts: [],
		warnings: [`What issues accept could not be read: ${known.message}.`]
	};
	const accepts = [];
	const warnings = [];
	for (const issue of known.filter(({ open, labelled }) => open && labelled)) {
		const given = await issues.acceptedBy(issue);
		if ("by" in given) {
			const reason = `Accepted by ${given.by} on issue ${issue.number}.`;
			accepts.push(...readSubjects(issue).map(({ folder }) => ({
				prompt: folder,
				reason
			})));
		} else {
			const why = "refused" in given ? given.refused : given.message;
			warnings.push(`The label on issue ${issue.number} does not count: ${why}.`);
		}
	}
	return {
		accepts,
		warnings
	};
}
/** One report of all folders that have an assay.yml of their own. */
function joinNights(reports) {
	const [first] = reports;
	if (first === void 0) throw new Error("there is at least one folder");
	const sum = (count) => reports.reduce((all, each) => all + count(each), 0);
	const costs = reports.map(({ cost }) => cost);
	return {
		...first,
		exitCode: reports.map(({ exitCode }) => exitCode).reduce(worstOf),
		prompts: reports.flatMap(({ prompts }) => prompts),
		calls: {
			planned: sum(({ calls }) => calls.planned),
			made: sum(({ calls }) => calls.made),
			failed: sum(({ calls }) => calls.failed)
		},
		cost: costs.includes(null) ? null : sum(({ cost }) => cost ?? 0),
		costOfMonth: reports.at(-1)?.costOfMonth ?? null,
		warnings: [...new Set(reports.flatMap(({ warnings }) => warnings))]
	};
}
function worstOf(one, other) {
	if (one === exitCodes.gateFailed || other === exitCodes.gateFailed) return exitCodes.gateFailed;
	return one === exitCodes.pass ? other : one;
}
/** The summary first: whatever happens next, the night is told. */
async function publish(report, json, { environment, runner }) {
	const written = await writeSummary(environment, summariseDrift(report), { appendFile: appendFile$1 });
	if (written.status === "failed") runner.warning(written.message);
	await writeAt(json, `${JSON.stringify(report, null, 2)}\n`);
	runner.group("The whole night", renderDrift(report, 80).split("\n"));
	for (const warning of report.warnings) runner.warning(warning);
	const drifting = report.prompts.filter(({ status }) => status === "drifting").map(({ name }) => name);
	const outputs = {
		verdict: report.exitCode === exitCodes.notJudged ? "error" : drifting.length > 0 ? "drifting" : "steady",
		passed: String(report.exitCode === exitCodes.pass),
		report: json,
		"comment-url": "",
		regressed: JSON.stringify(drifting),
		cost: report.cost === null ? "" : String(report.cost),
		calls: String(report.calls.made)
	};
	for (const [name, value] of Object.entries(outputs)) runner.setOutput(name, value);
	const conclusion = concludeDrift(report);
	if (report.exitCode === exitCodes.pass) runner.info(conclusion);
	else runner.fail(report.exitCode === exitCodes.notJudged ? `Could not judge: ${conclusion}` : conclusion);
}
async function writeAt(file, content) {
	await mkdir$1(dirname(file), { recursive: true });
	await writeFile$1(file, content);
}

// src/github/check-run.ts
/** GitHub takes no more annotations in one request. */
const mostAnnotations = 50;
const longestTitle = 200;
/** One name for the whole repository is what a branch protection rule can require. */
function checkName(key) {
	return key === "default" ? "Prompt Assay" : `Prompt Assay (${key})`;
}
/**
* Begins the check run of a commit. It is pending until it is finished, so a run that dies on its way leaves no success
* behind, and an earlier success on the same commit no longer counts.
*/
async function beginCheck(client, repository, check, sleep) {
	const { owner, name } = repository;
	const { key, sha, runId, detailsUrl } = check;
	let attempts = 0;
	return attempt(async () => {
		const made = attempts++ === 0 ? null : await findCheck(client, repository, check);
		if (made !== null) return {
			status: "begun",
			id: made,
			repository
		};
		const { data } = await client.rest.checks.create({
			owner,
			repo: name,
			name: checkName(key),
			head_sha: sha,
			status: "in_progress",
			external_id: runId,
			...detailsUrl === null ? {} : { details_url: detailsUrl }
		});
		if (typeof data?.id !== "number") throw new UnreadableAnswer("GitHub's answer to the check run cannot be read");
		return {
			status: "begun",
			id: data.id,
			repository
		};
	}, sleep);
}
async function findCheck(client, { owner, name }, { key, sha, runId }) {
	const { data } = await client.rest.checks.listForRef({
		owner,
		repo: name,
		ref: sha,
		check_name: checkName(key)
	});
	return data.check_runs.find((each) => each.external_id === runId)?.id ?? null;
}
/** Finishes a check run with its verdict. Repeating it changes nothing. */
async function finishCheck(client, check, result, sleep) {
	const { owner, name } = check.repository;
	const answer = await attempt(() => client.rest.checks.update({
		owner,
		repo: name,
		check_run_id: check.id,
		status: "completed",
		conclusion: result.conclusion,
		output: {
			title: result.title.slice(0, longestTitle).toWellFormed(),
			summary: result.summary,
			...result.text === void 0 ? {} : { text: result.text },
			annotations: result.annotations.slice(0, mostAnnotations).map(toApi)
		}
	}), sleep);
	return isFailure(answer) ? answer : { status: "finished" };
}
function toApi({ path, startLine, endLine, level, message }) {
	return {
		path,
		start_line: startLine,
		end_line: endLine,
		annotation_level: level,
		message
	};
}

// src/github/comment.ts
/**
* Sees to it that the pull request has one comment of ours with this key and body. Ours is what the token's own login
* wrote and what carries the marker; nothing else of it is read, and what others wrote is never touched.
* What GitHub answers is data; only a key that is none is thrown.
*/
async function publishComment(client, request, sleep) {
	createMarker(request.key, request.begun);
	const login = await readLogin(client, sleep);
	if (isFailure(login)) return login;
	return attempt(() => publishOnce(client, request, login), sleep);
}
/** What our comment told; null where there is none of ours, or where it names no commit. */
async function readPost(client, address, sleep) {
	const login = await readLogin(client, sleep);
	if (isFailure(login)) return login;
	const found = await attempt(() => findComments(client, address, login), sleep);
	if (isFailure(found)) return found;
	const [post] = found;
	return post === void 0 || post.commit === null ? null : {
		commit: post.commit,
		writtenAt: post.writtenAt
	};
}
/**
* One search and one write. A failed write is repeated with its search, because an answer that was lost may belong to a
* comment that was made.
*/
async function publishOnce(client, request, login) {
	const { owner, repo, issueNumber, key, begun } = request;
	const [existing, ...others] = await findComments(client, request, login);
	const text = existing === void 0 ? request.body : request.body ?? request.bodyOfUpdate ?? null;
	if (text === null) return { status: "not-needed" };
	if ([existing, ...others].find((comment) => isNewer(comment, begun)) !== void 0) return {
		status: "outdated",
		message: "a newer run has written the comment"
	};
	const moved = await findMove(client, request);
	if (moved !== null) return moved;
	const body = `${text.trimEnd()}\n\n${createMarker(key, begun, request.judged?.head ?? null)}`;
	if (existing === void 0) {
		const { data } = await client.rest.issues.createComment({
			owner,
			repo,
			issue_number: issueNumber,
			body
		});
		return settleRace(client, request, login, {
			id: data.id,
			url: readUrl(data),
			body
		});
	}
	const outcome = await write$1(client, request, existing, body);
	if (others.length > 0) await removeOthers(client, request, login, existing.id);
	return outcome;
}
async function write$1(client, { owner, repo }, existing, body) {
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
}
/**
* Two runs that found no comment both make one. Each looks again after it has: the lowest id stays and gets the text of
* the newer run; the run that made the other one removes it.
*/
async function settleRace(client, request, login, made) {
	const own = await findComments(client, request, login);
	const [lowest] = own;
	if (lowest === void 0 || lowest.id === made.id || !own.some(({ id }) => id === made.id)) return {
		status: "created",
		url: made.url
	};
	if (!isNewer(lowest, request.begun)) await write$1(client, request, lowest, made.body);
	await removeComment(client, request, made.id);
	return {
		status: "updated",
		url: lowest.url
	};
}
/** What an earlier race left behind goes, once it has been seen again; what a newer run just made is left to that run. */
async function removeOthers(client, request, login, kept) {
	for (const comment of await findComments(client, request, login)) if (comment.id > kept && !isNewer(comment, request.begun)) await removeComment(client, request, comment.id);
}
async function removeComment(client, { owner, repo }, id) {
	await client.rest.issues.deleteComment({
		owner,
		repo,
		comment_id: id
	}).catch(describeFailure);
}
/** Whether the pull request is no longer what was judged. */
async function findMove(client, request) {
	const { owner, repo, issueNumber, judged } = request;
	if (judged === null) return null;
	const pull = await fetchPullRequest(client, {
		owner,
		name: repo
	}, issueNumber);
	if (pull.head.sha !== judged.head) return {
		status: "outdated",
		message: "the pull request has a newer head"
	};
	if (pull.base.ref !== judged.baseRef) return {
		status: "outdated",
		message: "the pull request has another base"
	};
	return null;
}
/** Our comments with this key over all pages, the lowest id first. */
async function findComments(client, { owner, repo, issueNumber, key }, login) {
	return (await readPages((page) => client.rest.issues.listComments({
		owner,
		repo,
		issue_number: issueNumber,
		per_page: 100,
		page
	}))).flatMap(({ id, html_url: url, body, user, updated_at: writtenAt }) => {
		const marker = isSameLogin(user?.login, login) ? readMarker(body ?? "", key) : null;
		return marker === null ? [] : [{
			id,
			url,
			body: body ?? "",
			writtenAt,
			...marker
		}];
	}).sort((one, other) => one.id - other.id);
}
function isNewer(comment, begun) {
	return comment !== void 0 && comment.begun !== null && comment.begun > begun;
}
function readUrl(comment) {
	const url = comment.html_url;
	if (typeof url !== "string") throw new UnreadableAnswer("GitHub's answer to the comment cannot be read");
	return url;
}

// src/pipeline/action/changed-lines.ts
/**
* The lines of each prompt's file that differ from its baseline: from the first to the last. The whole of what a reader
* has to look at, by the path of the prompt; a file that cannot be read, or that is the same, is left out;
* where there is no repository, all are.
*/
async function findChangedLines(prompts, options) {
	const ranges = /* @__PURE__ */ new Map();
	const { directory, environment, remote = null } = options;
	const repository = await openRepository(directory, { ...environment }, remote).catch(unreadable);
	if (repository === null) return ranges;
	try {
		for (const prompt of prompts) {
			const range = await findRange(prompt, repository).catch(unreadable);
			if (range !== null) ranges.set(prompt.path, range);
		}
	} finally {
		await repository.close();
	}
	return ranges;
}
function unreadable(error) {
	if (error instanceof UserError) return null;
	throw error;
}
async function findRange(prompt, repository) {
	const { path, previousPath, baseline, candidate } = prompt;
	if (baseline === null || candidate === null) return null;
	const read = async (revision, name) => {
		const bytes = await (await repository.tree(revision)).read(fileOfPrompt(name));
		return Buffer.from(bytes ?? []).toString("utf8");
	};
	return differingLines(await read(baseline.revision, previousPath ?? path), await read(candidate.revision, path));
}
/** From the first to the last line of `after` that is not as in `before`; null where they are the same. */
function differingLines(before, after) {
	if (before === after) return null;
	const [old, now] = [before.split("\n"), after.replace(/\n$/, "").split("\n")];
	if (old.at(-1) === "") old.pop();
	const shortest = Math.min(old.length, now.length);
	let top = 0;
	while (top < shortest && old[top] === now[top]) top++;
	let bottom = 0;
	while (bottom < shortest - top && old.at(-1 - bottom) === now.at(-1 - bottom)) bottom++;
	const startLine = Math.min(top + 1, now.length);
	return {
		startLine,
		endLine: Math.max(startLine, now.length - bottom)
	};
}

// src/pipeline/action/publish-verdict.ts
/** The texts of the comment for a policy; a comment that is there never goes on saying what no longer holds. */
function commentTexts(report, markdown, policy) {
	return {
		body: {
			always: true,
			"on-change": report.prompts.length > 0 || report.warnings.some(isGuardWarning),
			"on-problem": isProblem(report)
		}[policy] ? markdown : null,
		bodyOfUpdate: withdraw(markdown)
	};
}
function isProblem({ passed, verdict, watch }) {
	return passed !== true && !watch || troubled.includes(verdict);
}
/** Says below the verdict that what stood here before is over. */
function withdraw(markdown) {
	const [first = "", ...rest] = markdown.split("\n");
	return [
		first,
		"",
		"What this comment said before no longer holds.",
		...rest
	].join("\n");
}
/** What the check run says of a report. */
function checkResult(report, markdown, lines) {
	return {
		conclusion: concludeCheck(report),
		title: visible(headline(report)),
		summary: markdown,
		...isJudged(report) && { text: writeCheckNote({
			verdict: report.verdict,
			failed: wouldFail(report),
			calls: report.calls.made,
			cost: report.cost
		}) },
		annotations: annotatePrompts(report, lines)
	};
}
/** What was not judged agrees with nobody. */
function isJudged({ verdict }) {
	return verdict !== "error" && verdict !== "skipped";
}
/** Whether the gate fails, or would if it did not only watch. */
function wouldFail({ prompts, gate }) {
	return prompts.some((prompt) => isOpenLoss(prompt) || prompt.verdict === "inconclusive" && gate.inconclusive === "fail" && !prompt.advisory);
}
/** What was not judged never ends in success, neutral or skipped; what only watches never in anything but neutral. */
function concludeCheck({ passed, exitCode, verdict, gate, watch, prompts }) {
	if (watch && exitCode === exitCodes.pass) return "neutral";
	if (passed !== true || exitCode !== 0) return "failure";
	if (prompts.some(isOpenLoss)) return "neutral";
	return verdict === "inconclusive" && gate.inconclusive === "warn" ? "neutral" : "success";
}
/**
* One annotation a prompt that fails the gate, or that would be worth a look, at the lines that changed; failures first.
* What could not be judged says nothing about the prompt, and what was accepted is settled: neither is pointed at.
*/
function annotatePrompts(report, lines) {
	const findings = listFindings(report);
	const annotate = (level, isMeant) => findings.filter(isMeant).map(({ prompt, message }) => ({
		path: fileOfPrompt(prompt.path),
		...lines.get(prompt.path) ?? {
			startLine: 1,
			endLine: 1
		},
		level,
		message: visible(message)
	}));
	const all = [...annotate("failure", ({ outcome }) => outcome === "failed"), ...annotate("warning", ({ outcome, prompt }) => outcome === "open" || outcome === "known" && (prompt.advisory || report.watch === true || prompt.watch === true) && prompt.accepted === null)];
	return all.filter(({ path }, index) => all.findIndex((each) => each.path === path) === index);
}
/** Bytes of all mistakes: below what GitHub takes, by any count. */
const mistakesLimit = 5e4;
/** What a check run and a comment say where nothing was judged because something is to be mended. */
function describeMistakes(lines) {
	const count = lines.length === 1 ? "1 mistake" : `${lines.length} mistakes`;
	const { written, cut } = takeWithin(lines, mistakesLimit, (line) => `- ${prose(line)}`);
	const more = cut > 0 ? [`- …and ${cut} more, which stand in the log`] : [];
	return {
		title: `Nothing was judged: ${count} to mend.`,
		markdown: `## 🛠️ Nothing was judged: there is something to mend.\n\n${[...written, ...more].join("\n")}\n`
	};
}

// src/github/approval.ts
/** The label that starts the paid run of the commit that our comment told of. */
const approvingLabel = "assay: run";
/**
* Reads who approved, from the pull request's own timeline, anew each time. The label counts where a person with write
* permission now set it after our comment told of this very head, and where nothing was changed since. Each push has the
* comment written anew, and so takes every label's force, also where it could not be taken off.
*/
async function readApproval(client, { number, repository, head }, post, sleep) {
	const list = {
		owner: repository.owner,
		repo: repository.name,
		issue_number: number,
		per_page: 100
	};
	const events = await attempt(() => readPages((page) => client.rest.issues.listEvents({
		...list,
		page
	})), sleep);
	if (isFailure(events)) return events;
	const last = events.findLast((event) => "label" in event && event.label?.name === "assay: run");
	if (last?.event !== "labeled" || !last.actor) return {
		status: "open",
		labelled: false,
		why: null
	};
	const refuse = (why) => ({
		status: "open",
		labelled: true,
		why
	});
	const { login, type } = last.actor;
	if (post === null || post.commit !== head.sha) return refuse("it was set before the plan of this head was told");
	if (Date.parse(last.created_at) <= Date.parse(post.writtenAt)) return refuse("it was set before this was told");
	if (events.some((event) => event.event === "base_ref_changed" && Date.parse(event.created_at) >= Date.parse(post.writtenAt))) return refuse("the base branch was changed since");
	if (type !== "User") return refuse("a program cannot approve");
	const may = await mayWrite(client, repository, login, sleep);
	if (isFailure(may)) return may;
	return may ? {
		status: "approved",
		by: login
	} : refuse(`${login} has no write permission`);
}
/** Takes the label off, so that it can be set for what is told now. Whether that worked decides nothing. */
async function removeApproval(client, { number, repository }, sleep) {
	const label = {
		owner: repository.owner,
		repo: repository.name,
		issue_number: number,
		name: approvingLabel
	};
	await attempt(() => client.rest.issues.removeLabel(label), sleep);
}

// src/pipeline/action/tell-approval.ts
/** So many prompts are named with what their runs take; the notes below name all. */
const listedPrompts = 20;
/** The report of what was not judged for want of a key or of an approval, and how a maintainer has it judged. */
function tellApproval(report, task) {
	const sha = heldCommit(report, task);
	if (sha === null) return report;
	return {
		...report,
		warnings: [
			...refusals(task),
			...instructions(sha, task),
			...report.warnings
		]
	};
}
/** The same in Markdown, where everybody sees it: what the run takes, and the command to be copied; "" where nothing is held. */
function describeApproval(report, task) {
	const { awaits, unprivileged } = task;
	if (!unprivileged && task.pull?.fork === true) {
		const [cause] = report.prompts.filter(({ reason }) => reason === "no-key").flatMap(({ notes }) => notes).filter((note) => note.startsWith("Not judged:"));
		if (cause !== void 0) return `⚠️ ${prose(cause)}`;
	}
	const sha = heldCommit(report, task);
	if (sha === null) return "";
	const how = awaits !== void 0 ? `**To have commit ${codeSpan(sha.slice(0, 7))} judged,** somebody with write permission reads the changes and comments` : `**This run has no key.** To have commit ${codeSpan(sha.slice(0, 7))} judged, a maintainer reads the changes and comments`;
	const otherwise = awaits !== void 0 ? `or sets the label ${codeSpan(approvingLabel)} now that this is told. Nothing is called before.` : "where the repository has a [workflow for pull requests from forks](https://github.com/prompt-assay/prompt-assay/blob/main/docs/workflows/forks.md).";
	if (awaits === void 0 && !unprivileged) return "";
	const takes = report.prompts.flatMap(({ name, notes }) => notes.filter((note) => note.startsWith(spendingNote)).map((note) => `- ${codeSpan(name, 48)}: ${prose(note)}`));
	return [
		...refusals(task).map((each) => `⚠️ ${prose(each)}`),
		how,
		`\`\`\`text\n/assay run ${sha}\n\`\`\``,
		otherwise,
		takes.slice(0, listedPrompts).join("\n")
	].filter((line) => line !== "").join("\n\n");
}
/** The commit that waits for a person; null where none does: where a run with keys in reach lacks one, its notes say what to mend. */
function heldCommit({ prompts }, { pull, awaits }) {
	const waits = awaits === void 0 ? "no-key" : "approval";
	return pull !== null && prompts.some(({ reason }) => reason === waits) ? pull.head.sha : null;
}
function refusals({ awaits }) {
	return awaits === void 0 || awaits.refused === null ? [] : [`The label “${approvingLabel}” does not count: ${awaits.refused}.`];
}
function instructions(sha, { awaits, unprivileged }) {
	const commit = sha.slice(0, 7);
	if (awaits !== void 0) return [`Nothing was called for commit ${commit}. To have it judged, somebody with write permission reads the pull request and comments /assay run ${sha}, or sets the label “${approvingLabel}” now that this is told.`];
	if (!unprivileged) return [];
	return [`This run has no key. To have commit ${commit} judged, a maintainer comments /assay run ${sha}, where the repository has a workflow for that (docs/workflows/forks.md).`];
}

// src/pipeline/action/github-publication.ts
const rendering = {
	color: false,
	width: 80
};
/** Begins the check run, so that the commit waits for this run's verdict and no earlier one counts. */
async function createPublication(input) {
	const { environment, runner, task, inputs } = input;
	const runUrl = findRunUrl(environment);
	const origin = {
		...runUrl === null ? {} : { runUrl },
		...inputs.commentKey === "default" ? {} : { commentKey: inputs.commentKey }
	};
	let check = task.awaits === void 0 ? await begin(input, runUrl) : null;
	const finish = async (result) => {
		if (check === null) return;
		const outcome = await finishCheck(await input.connect(), check, result, input.sleep);
		if (isFailure(outcome)) runner.warning(`The check run stays pending: ${outcome.message}. Run the job again. The verdict stands.`);
	};
	return {
		async tell(judged, files) {
			const report = tellApproval(judged, task);
			const onPullRequest = task.pull !== null;
			const approval = describeApproval(judged, task);
			const limit = summaryLimit - 1024 - approval.length;
			const summary = reporters.markdown.render(judged, {
				...rendering,
				onPullRequest,
				limit
			});
			const written = await writeSummary(environment, withApproval(summary, approval), { appendFile: appendFile$1 });
			if (written.status === "failed") runner.warning(written.message);
			const lines = await findLines(report, input.options);
			const options = {
				...rendering,
				...origin,
				onPullRequest,
				lines,
				...samplesBeside(report, files.json)
			};
			await write(files.json, reporters.json.render(report, options));
			for (const { reporter, path } of files.others) await write(path, await reporters[reporter].render(report, options));
			const markdown = withApproval(reporters.markdown.render(judged, options), approval);
			runner.info(headline(report));
			runner.group("The whole report", reporters.text.render(report, rendering).split("\n"));
			if (task.awaits !== void 0 && report.verdict !== "skipped") check = await begin(input, runUrl);
			if (check === null) annotateLog(annotatePrompts(report, lines), runner);
			const url = await comment(input, (policy) => commentTexts(report, markdown, policy));
			await finish(checkResult(report, markdown, lines));
			setOutputs$1(input, report, files, url);
			if (report.exitCode !== exitCodes.pass) runner.fail(headline(report));
		},
		async tellMistakes({ title, markdown }) {
			const body = `${markdown}\n${writeFooter(origin)}\n`;
			const url = await comment(input, () => ({
				body,
				bodyOfUpdate: body
			}));
			if (url !== "") runner.setOutput("comment-url", url);
			await finish({
				conclusion: "failure",
				title,
				summary: markdown,
				annotations: []
			});
		}
	};
}
/** The Markdown with how it is approved right below its headline. */
function withApproval(markdown, approval) {
	if (approval === "") return markdown;
	const [headline = "", ...rest] = markdown.split("\n\n");
	return [
		headline,
		approval,
		...rest
	].join("\n\n");
}
/** The lines that changed of the prompts that are pointed at. */
async function findLines(report, options) {
	const pointsAt = annotatePrompts(report, /* @__PURE__ */ new Map()).map(({ path }) => path);
	const prompts = report.prompts.filter(({ path }) => pointsAt.includes(path));
	return prompts.length > 0 ? findChangedLines(prompts, options) : /* @__PURE__ */ new Map();
}
/** The runner shows ten errors and ten warnings of a step; one of each is kept for what else there is to say. */
const mostInLog = 9;
/** Where there is no check run that could point at the prompts' files, the step's own log does. */
function annotateLog(annotations, runner) {
	const tell = (level, write) => {
		const own = annotations.filter((annotation) => annotation.level === level).slice(0, mostInLog);
		for (const { message, path, startLine } of own) write(message, {
			path,
			line: startLine
		});
	};
	tell("failure", runner.error);
	tell("warning", runner.warning);
}
/** A token that may not write checks is a common one: the step's own result stands for the verdict then. */
async function begin(input, detailsUrl) {
	const { environment, task, repository, inputs, runner } = input;
	if (task.sha === null || inputs.shard !== void 0) return null;
	const runId = `${environment["GITHUB_RUN_ID"] ?? ""}.${environment["GITHUB_RUN_ATTEMPT"] ?? ""}`;
	const check = {
		key: inputs.commentKey,
		sha: task.sha,
		runId,
		detailsUrl
	};
	const begun = await beginCheck(await input.connect(), repository, check, input.sleep);
	if (!isFailure(begun)) return begun;
	if (begun.reason === "forbidden") runner.info("No check run: the job has no permission checks: write.");
	else runner.warning(`No check run: ${begun.message}. The verdict stands.`);
	return null;
}
/** Posts or updates the one comment, and returns its address; "" where there is none. */
async function comment(input, textsOf) {
	const { inputs, task, repository, runner, begun } = input;
	const { pull } = task;
	if (pull === null || task.unprivileged || inputs.shard !== void 0) return "";
	const policy = inputs.comment ?? await readCommentPolicy(input.options, inputs.configs);
	if (policy === "never") return "";
	const request = {
		owner: repository.owner,
		repo: repository.name,
		issueNumber: pull.number,
		key: inputs.commentKey,
		begun: begun.toISOString(),
		judged: {
			head: pull.head.sha,
			baseRef: pull.base.ref
		},
		...textsOf(policy)
	};
	const outcome = await publishComment(await input.connect(), request, input.sleep);
	if (outcome.status === "failed") {
		runner.warning(`No comment: ${outcome.message}. ${outcome.hint} The verdict stands.`);
		return "";
	}
	if (outcome.status === "outdated") runner.info(`No comment: ${outcome.message}.`);
	return "url" in outcome ? outcome.url : "";
}
function setOutputs$1({ runner }, report, files, commentUrl) {
	const regressed = report.prompts.filter((prompt) => prompt.verdict === "regression").map((prompt) => prompt.name);
	const outputs = {
		verdict: report.verdict,
		passed: report.passed === null ? "" : String(report.passed),
		report: files.json,
		"comment-url": commentUrl,
		regressed: JSON.stringify(regressed),
		cost: report.cost === null ? "" : String(report.cost),
		calls: String(report.calls.made)
	};
	for (const [name, value] of Object.entries(outputs)) runner.setOutput(name, value);
}
/** The page of this run, which holds the whole report; null where the runner does not say. */
function findRunUrl(environment) {
	const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = environment;
	return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : null;
}
async function write(path, content) {
	await mkdir$1(dirname(path), { recursive: true });
	await writeFile$1(path, content);
}

// src/pipeline/action/merge-reports.ts
/**
* The reports of several folders of one repository, each judged by an assay.yml of its own, as one. A failed gate wins
* over what could not be judged, as within one report.
*/
function mergeReports(reports) {
	const [{ watch, ...first }, ...others] = reports;
	if (others.length === 0) return reports[0];
	const exitCodes = reports.map(({ exitCode }) => exitCode);
	const exitCode = [
		1,
		3,
		2
	].find((code) => exitCodes.includes(code)) ?? 0;
	const watched = reports.filter((report) => report.watch).length;
	const nameOf = nameApart(reports);
	const variants = reports.flatMap((report) => (report.variants ?? []).map((each) => renameVariants(each, nameOf)));
	return {
		...first,
		...watched === reports.length && { watch: true },
		...variants.length === 0 ? {} : { variants },
		verdict: worstVerdict(reports.map(({ verdict }) => verdict)),
		passed: mergePassed(reports),
		exitCode,
		gate: {
			...first.gate,
			inconclusive: strictest(reports),
			gatingComparisons: sum(reports, ({ gate }) => gate.gatingComparisons)
		},
		prompts: reports.flatMap((report) => report.prompts.map((prompt) => ({
			...prompt,
			name: nameOf(prompt),
			...report.watch && watched < reports.length && { watch: true }
		}))),
		calls: {
			planned: sum(reports, ({ calls }) => calls.planned),
			made: sum(reports, ({ calls }) => calls.made),
			cached: sum(reports, ({ calls }) => calls.cached),
			saved: sum(reports, ({ calls }) => calls.saved),
			failed: sum(reports, ({ calls }) => calls.failed)
		},
		failures: mergeFailures(reports.flatMap(({ failures }) => failures)),
		cost: reports.some(({ cost }) => cost === null) ? null : sum(reports, ({ cost }) => cost ?? 0),
		durationMs: sum(reports, ({ durationMs }) => durationMs),
		warnings: [.../* @__PURE__ */ new Set([
			...gateWarnings(reports),
			...watchWarnings(reports),
			...reports.flatMap(({ warnings }) => warnings)
		])],
		samples: null
	};
}
/** What the report's verdict is told by: the policies of folders in which something is inconclusive, where there are any. */
function strictest(reports) {
	const open = reports.filter(({ prompts }) => prompts.some(({ verdict }) => verdict === "inconclusive"));
	const policies = (open.length > 0 ? open : reports).map(({ gate }) => gate.inconclusive);
	return ["fail", "warn"].find((policy) => policies.includes(policy)) ?? "pass";
}
function mergePassed(reports) {
	const binding = reports.filter(({ watch }) => !watch);
	if (binding.some(({ passed }) => passed === false)) return false;
	return binding.length === 0 || binding.some(({ passed }) => passed === null) ? null : true;
}
/** Where some folders are watched and others are not, the report as a whole is not. */
function watchWarnings(reports) {
	const paths = reports.filter(({ watch }) => watch).flatMap(({ prompts }) => prompts.map(({ path }) => path));
	return reports.every(({ watch }) => watch) ? [] : paths.map((path) => `${path} is only watched, as its assay.yml says: it fails nothing.`);
}
/** Names prompts of the report: those of the same name in two folders get their folder before it. */
function nameApart(reports) {
	const paths = /* @__PURE__ */ new Map();
	const tried = reports.flatMap(({ variants = [] }) => variants.map(({ prompt, path }) => ({
		name: prompt,
		path
	})));
	for (const { name, path } of [...reports.flatMap(({ prompts }) => prompts), ...tried]) paths.set(name, (paths.get(name) ?? /* @__PURE__ */ new Set()).add(path));
	return ({ name, path }) => (paths.get(name)?.size ?? 0) < 2 ? name : posix.join(posix.dirname(path), name);
}
function renameVariants(variants, nameOf) {
	return {
		...variants,
		prompt: nameOf({
			name: variants.prompt,
			path: variants.path
		})
	};
}
/** What came back in several folders is told once, the most frequent first. */
function mergeFailures(failures) {
	const counts = /* @__PURE__ */ new Map();
	for (const failure of failures) {
		const key = `${failure.kind} ${failure.message}`;
		counts.set(key, {
			...failure,
			calls: failure.calls + (counts.get(key)?.calls ?? 0)
		});
	}
	return [...counts.values()].toSorted((left, right) => right.calls - left.calls);
}
/** The report names one gate: that another folder's is another must be said. */
function gateWarnings(reports) {
	return new Set(reports.map(({ gate: { gatingComparisons, ...gate } }) => JSON.stringify(gate))).size === 1 ? [] : ["The folders have different gates; each prompt is judged by its own folder's."];
}
function sum(reports, value) {
	return reports.reduce((total, report) => total + value(report), 0);
}

// src/pipeline/action/judge-folders.ts
/**
* Judges with every assay.yml of the repository, one after the other, and puts what came out into one report.
* Throws a UserError with the mistakes of all of them.
*/
async function judgeFolders(command, options, listed, settle) {
	const judge = command === "run" ? run : compare;
	const [first, ...others] = await findFolders(options, listed);
	if (others.length === 0) return mergeReports(await settle([await judge({
		...options,
		...first
	})]));
	return judgeAll([first, ...others], options, judge, settle);
}
async function judgeAll(folders, options, judge, settle) {
	if (options.shard !== void 0) throw new UserError(shardedFolders());
	const { samplesFile, ...shared } = options;
	const part = (index) => samplesFile === void 0 ? {} : { samplesFile: `${samplesFile}.${index}` };
	const reports = await inTurn(folders.length, (index, beforeCalls) => judge({
		...shared,
		...part(index),
		...folders[index],
		beforeCalls
	}));
	const [first, ...others] = reports;
	if (first === void 0) throw new Error("there is at least one folder");
	const merged = mergeReports(await settle([first, ...others]));
	if (samplesFile === void 0) return merged;
	const parts = reports.map((_, index) => `${samplesFile}.${index}`);
	return {
		...merged,
		samples: await joinSamples(parts, samplesFile)
	};
}
/**
* Runs everything up to its first call at once, and the calls one run after the other. Where one of them has a mistake to
* mend, none makes a call, and the mistakes of all are thrown together.
*/
async function inTurn(count, start) {
	const gates = Array.from({ length: count }, createGate);
	const runs = gates.map((gate, index) => {
		const beforeCalls = async () => {
			gate.pass(true);
			if ((await Promise.all(gates.map(({ passed }) => passed))).includes(false)) throw new UserError([]);
			await runs[index - 1];
		};
		const run = start(index, beforeCalls);
		run.then(() => gate.pass(true), () => gate.pass(false));
		return run;
	});
	const failures = (await Promise.allSettled(runs)).flatMap((outcome) => outcome.status === "rejected" ? [outcome.reason] : []);
	const bug = failures.find((failure) => !(failure instanceof UserError));
	if (bug !== void 0) throw bug;
	throwProblems(failures.flatMap((failure) => failure.problems));
	return Promise.all(runs);
}
function createGate() {
	let pass = () => {};
	return {
		passed: new Promise((resolve) => {
			pass = resolve;
		}),
		pass: (well) => pass(well)
	};
}
/** One samples file beside the one report; its lines name the paths of their prompts. */
async function joinSamples(parts, file) {
	await mkdir$1(dirname(file), { recursive: true });
	await writeFile$1(file, "");
	for (const part of parts) {
		await appendFile$1(file, await readFile(part).catch(() => ""));
		await rm$1(part, { force: true });
	}
	return {
		path: basename(file),
		sha256: createHash("sha256").update(await readFile(file)).digest("hex")
	};
}

// src/pipeline/action/plan-task.ts
/** Its runs have no keys, and what it brings is others' code. */
const dependabot = "dependabot[bot]";
/**
* What the event asks for; the inputs may say otherwise. What takes questions to GitHub, a comment's command and a run
* with keys in reach of anybody's pull request, is not planned here. Throws a UserError where an event brings nothing to compare.
*/
function planTask(event, inputs, actor) {
	if (inputs.command === "drift" && (event.kind === "pull-request" || event.kind === "merge-group")) return idle("Drift is told by night and never of a pull request, so nothing was run.");
	if (event.kind === "pull-request") return planPullRequest(event, inputs, actor);
	if (event.kind === "merge-group") return planMergeGroup(event, inputs);
	const drift = planDrift(event, inputs);
	if (drift !== null) return drift;
	const shared = {
		kind: "judge",
		pull: null,
		queued: null,
		sha: null,
		unprivileged: false
	};
	if (inputs.command === "merge") return {
		...shared,
		command: "merge",
		options: {}
	};
	const { command = event.kind === "push" ? planPush(event, inputs) : "compare" } = inputs;
	if (command === "baseline") {
		if (inputs.shard !== void 0) throw new UserError(shardedBaseline());
		const head = event.kind === "push" ? { head: event.head.sha } : {};
		return {
			...shared,
			command: "run",
			options: {
				...head,
				recordBaseline: true
			}
		};
	}
	if (command === "run") return {
		...shared,
		command,
		options: {}
	};
	const name = event.kind === "other" ? event.name : event.kind;
	if (inputs.base === void 0 && name !== "workflow_dispatch") throw nothingToCompare(name);
	return {
		...shared,
		command,
		options: { goalposts: "base" }
	};
}
/** Where the history is wanted: by the command, or by a schedule that names none. */
function planDrift(event, { command, base }) {
	const scheduled = event.kind === "other" && event.name === "schedule" && command === void 0 && base === void 0;
	if (command !== "drift" && !scheduled) return null;
	if (event.kind === "push") {
		if (!event.toDefaultBranch) return idle("References are taken of the default branch alone, so nothing was run.");
		return {
			kind: "drift",
			wish: "references",
			head: event.head.sha
		};
	}
	return {
		kind: "drift",
		wish: event.kind === "other" && event.name === "issues" ? "accepted" : "night",
		head: null
	};
}
/** What a pull request fixes: its own base and head, and goalposts from the tip of the base branch. */
function planPullRequest(pull, inputs, actor) {
	const { number, base, head, fork } = pull;
	if (pull.state === "closed") return idle("The pull request is closed, so nothing was run.");
	if (pull.draft && !inputs.drafts) return idle("The pull request is a draft, so nothing was run: it is judged once it is ready for review. The input drafts: true has drafts judged, too.");
	const unprivileged = fork || actor === "dependabot[bot]";
	return {
		kind: "judge",
		command: judgingCommand(inputs),
		options: {
			fork: unprivileged,
			scope: `pull request ${number}`,
			head: inputs.head ?? head.sha,
			base: inputs.base ?? base.sha,
			fromMergeBase: inputs.base === void 0,
			goalposts: "base",
			goalpostsRevision: inputs.base ?? base.sha
		},
		pull,
		queued: null,
		sha: unprivileged ? null : head.sha,
		unprivileged
	};
}
function judgingCommand({ command }) {
	return command === "run" || command === "merge" ? command : "compare";
}
/** A merge queue asks for the same verdict again, on top of what stands before in the queue. */
function planMergeGroup({ base, head }, inputs) {
	const number = /\/pr-(\d+)-[0-9a-f]+$/.exec(head.ref)?.[1] ?? null;
	return {
		kind: "judge",
		command: judgingCommand(inputs),
		options: {
			scope: number === null ? `merge queue of ${base.ref}` : `pull request ${number}`,
			head: inputs.head ?? head.sha,
			base: inputs.base ?? base.sha,
			fromMergeBase: inputs.base === void 0,
			goalposts: "base",
			goalpostsRevision: inputs.base ?? base.sha
		},
		pull: null,
		queued: number === null ? null : Number(number),
		sha: head.sha,
		unprivileged: false
	};
}
/** Only the default branch is what later versions are compared with. */
function planPush(event, { base }) {
	if (base !== void 0) return "compare";
	if (event.toDefaultBranch) return "baseline";
	throw nothingToCompare("push");
}
/** Nothing is run, and why. */
function idle(reason, warning = false) {
	return {
		kind: "idle",
		reason,
		warning
	};
}
function nothingToCompare(event) {
	return new UserError({
		message: `the event ${event} has no base to compare with`,
		hint: "Run on pull_request, on merge_group, or on push to the default branch; give the inputs base and head; or set command: run or command: baseline."
	});
}

// src/pipeline/action/plan-privileged.ts
/**
* A pull request of anybody's, in a run that has keys in reach. Nothing is called before a person approved this very
* head; nothing that the event, an artifact or the head says decides anything: GitHub is asked.
*/
async function planPrivileged(event, context) {
	refuseInputs(context.inputs);
	if (event.kind === "workflow-run" && event.cause !== "pull_request") return idle("The run that ended was about no pull request.");
	if (event.kind === "target" && isAboutOtherLabel(event)) return idle("The label is not one that starts a run.");
	const found = event.kind === "target" ? event.pull.number : await findNumber(event, context);
	if (typeof found !== "number") return found;
	const expected = event.kind === "target" ? event.pull.head.sha : event.head.sha;
	const { connect, sleep, inputs } = context;
	const client = await connect();
	const pull = await readPullRequest(client, event.repository, found, sleep);
	if (isFailure(pull)) return failed("The pull request could not be read", pull);
	if (pull.head.sha !== expected) return idle(`The head is ${pull.head.sha.slice(0, 7)} by now: nothing was run for ${expected.slice(0, 7)}.`, true);
	const task = await planServed(pull, event.defaultBranch, context);
	if (task.kind === "idle") return task;
	const address = {
		owner: pull.repository.owner,
		repo: pull.repository.name,
		issueNumber: found,
		key: inputs.commentKey
	};
	const post = await readPost(client, address, sleep);
	if (isFailure(post)) return failed("What was told before could not be read", post);
	const approval = await readApproval(client, pull, post, sleep);
	if (isFailure(approval)) return failed("Whether the run is approved could not be read", approval);
	if (approval.status === "approved") return approve(task);
	if (approval.labelled) await removeApproval(client, pull, sleep);
	return {
		...task,
		awaits: { refused: approval.why },
		options: {
			...task.options,
			privileged: "awaits"
		}
	};
}
/** The same for whoever commands it: the comment itself is the approval. */
async function planCommanded(pull, defaultBranch, context) {
	refuseInputs(context.inputs);
	const task = await planServed(pull, defaultBranch, context);
	return task.kind === "idle" ? task : approve(task);
}
/**
* The branch that a pull request is for, at its tip: served is the default branch, and what its assay.yml lists. Any
* other may hold goalposts that somebody left behind.
*/
async function readServedTip({ base, repository }, defaultBranch, { connect, sleep, listBranches }) {
	const client = await connect();
	const main = await readBranchTip(client, repository, defaultBranch, sleep);
	if (isFailure(main)) return failed("The default branch could not be read", main);
	if (base.ref === defaultBranch) return main;
	if (!(await listBranches(main)).includes(base.ref)) return idle(`The pull request is for ${base.ref}: nothing is run for it with a key, because assay.yml of ${defaultBranch} does not list it under forks.branches.`, true);
	const tip = await readBranchTip(client, repository, base.ref, sleep);
	return isFailure(tip) ? failed("The base branch could not be read", tip) : tip;
}
async function planServed(pull, defaultBranch, context) {
	const tip = await readServedTip(pull, defaultBranch, context);
	if (typeof tip !== "string") return tip;
	const task = planPullRequest({
		...pull,
		base: {
			...pull.base,
			sha: tip
		}
	}, context.inputs, void 0);
	if (task.kind === "idle") return task;
	return {
		...task,
		options: {
			...task.options,
			fork: true
		},
		unprivileged: false,
		sha: pull.head.sha
	};
}
function approve(task) {
	return {
		...task,
		options: {
			...task.options,
			privileged: "approved"
		}
	};
}
function isAboutOtherLabel({ action, label }) {
	return ["labeled", "unlabeled"].includes(action) && label !== "assay: run";
}
/** Found by the head's repository and commit alone; where several match, none is meant. */
async function findNumber({ head, repository }, { connect, sleep }) {
	if (head.repository === null) return idle("The head's repository is gone, so its pull request cannot be told.", true);
	const named = {
		...head,
		repository: head.repository
	};
	const found = await findPullRequests(await connect(), repository, named, sleep);
	if (isFailure(found)) return failed("The pull request could not be looked up", found);
	const [only, ...others] = found;
	if (only === void 0) return idle("No open pull request has this head any more.");
	if (others.length > 0) return idle(`${found.length} pull requests have this head (${found.join(", ")}): nothing was run or posted.`, true);
	return only;
}
/** What a run takes from a workflow's own files or from elsewhere could come from the head. */
function refuseInputs(inputs) {
	const { command, files, replay, store, base, head, shard } = inputs;
	const given = {
		"command: merge": command === "merge",
		files: files.length > 0,
		replay: replay !== void 0,
		store: store !== void 0,
		base: base !== void 0,
		head: head !== void 0,
		shard: shard !== void 0
	};
	const problems = Object.entries(given).filter(([, isGiven]) => isGiven).map(([name]) => ({
		message: `${name} is not taken where anybody's pull request is judged with a key`,
		hint: "Leave it out: the run finds the commits itself, makes all calls itself, and believes no file."
	}));
	if (problems.length > 0) throw new UserError(problems);
}
function failed(what, { message, hint }) {
	return idle(`${what}: ${message}. ${hint}`, true);
}

// src/pipeline/action/plan-command.ts
/**
* What a comment asks for. Only a comment that a person with write permission now just wrote commands anything, and
* `/assay run` only the head that it names. What it accepts is read with all other acceptances, when there is a verdict.
*/
async function planCommand(event, context) {
	const { inputs, connect, sleep } = context;
	const command = event.created && event.onPullRequest && !event.byBot ? parseCommand(event.body) : null;
	if (command === null) return idle("The comment asks for nothing.");
	if (command.kind === "mistaken") return idle(`The comment is no command. ${command.usage}`, true);
	const client = await connect();
	const { author, number, repository } = event;
	const may = await mayWrite(client, repository, author, sleep);
	if (isFailure(may)) return idle(`Whether ${author} may command could not be told: ${may.message}. ${may.hint}`, true);
	if (!may) return idle(`${author} has no write permission, so the command does nothing.`, true);
	const pull = await readPullRequest(client, repository, number, sleep);
	if (isFailure(pull)) return idle(`The pull request could not be read: ${pull.message}. ${pull.hint}`, true);
	const foreign = pull.fork || pull.author === "dependabot[bot]";
	if (foreign && command.kind !== "run") return idle("The pull request comes from a fork: write /assay run SHA to have it judged.", true);
	if (command.kind === "run" && !pull.head.sha.toLowerCase().startsWith(command.sha)) return idle(`The head is ${pull.head.sha.slice(0, 7)} now, not ${command.sha}: nothing was run.`, true);
	const ready = {
		...pull,
		draft: false
	};
	if (foreign) return await doubtShortCommit(event, command, ready, context) ?? planCommanded(ready, event.defaultBranch, context);
	const tip = await readServedTip(pull, event.defaultBranch, context);
	if (typeof tip !== "string") return tip;
	const wanted = {
		...ready,
		base: {
			...pull.base,
			sha: tip
		}
	};
	const asked = inputs.command === "merge" ? "merge" : "compare";
	return planPullRequest(wanted, {
		...inputs,
		command: asked
	}, void 0);
}
/**
* Whoever owns a fork can find, in a moment, another commit with the same first digits, and push it once the command is
* written. So short digits hold for the commit that our comment named before; all digits always do.
*/
async function doubtShortCommit({ createdAt }, command, { head, number, repository }, { inputs, connect, sleep }) {
	if (command.kind === "run" && command.sha === head.sha.toLowerCase()) return null;
	const address = {
		owner: repository.owner,
		repo: repository.name,
		issueNumber: number,
		key: inputs.commentKey
	};
	const post = await readPost(await connect(), address, sleep);
	if (isFailure(post)) return idle(`What was told before could not be read: ${post.message}. ${post.hint}`, true);
	return post !== null && post.commit === head.sha && Date.parse(post.writtenAt) < Date.parse(createdAt) ? null : idle("Write all digits of the commit: other commits can be made to begin like it.", true);
}

// src/pipeline/action/tell-error.ts
/** The Action's outputs where there is no report. */
const noOutputs = {
	verdict: "error",
	passed: "false",
	report: "",
	"comment-url": "",
	regressed: "[]",
	cost: "",
	calls: ""
};
const bug = "Could not judge: this is a bug in Prompt Assay. Please report it with the lines of the log.";
/** Mistakes become one error annotation each, and a summary; a bug of ours says that it is one. */
async function tellError(error, { environment, runner }) {
	if (!(error instanceof UserError)) {
		const stack = error instanceof Error ? error.stack ?? error.message : String(error);
		const markdown = `## 🚧 ${bug}\n`;
		await writeSummary(environment, markdown, { appendFile: appendFile$1 });
		for (const line of stack.split("\n")) runner.info(line);
		setOutputs(runner);
		runner.fail(bug);
		return {
			exitCode: exitCodes.notJudged,
			title: bug,
			markdown
		};
	}
	const lines = error.problems.map(problemText);
	const { title, markdown } = describeMistakes(lines);
	await writeSummary(environment, markdown, { appendFile: appendFile$1 });
	for (const [index, { place }] of error.problems.entries()) runner.error(lines[index] ?? "", place);
	setOutputs(runner);
	runner.fail(title);
	return {
		exitCode: exitCodes.userError,
		title,
		markdown
	};
}
/** Steps that read the outputs find that nothing was judged, and no file. */
function setOutputs(runner) {
	for (const [name, value] of Object.entries(noOutputs)) runner.setOutput(name, value);
}

// src/pipeline/action/on-github.ts
/** The Action: what the event asks for is judged and told in every place where somebody looks. Returns the exit code. */
async function runOnGitHub(context) {
	try {
		return await judgeEvent(context);
	} catch (error) {
		return (await tellError(error, context)).exitCode;
	}
}
async function judgeEvent(context) {
	const { environment, runner } = context;
	const begun = /* @__PURE__ */ new Date();
	const inputs = readInputs(context.getInput);
	const event = await readEvent(environment, (path) => readFile(path, "utf8"));
	const { repository } = event;
	const connect = openGitHub(inputs, environment);
	const remote = openRemoteRepository({
		connect,
		repository,
		sleep: setTimeout$2,
		onFailure: ({ message, hint }) => runner.warning(`Not read through GitHub's API: ${message}. ${hint}`)
	});
	const files = actionFiles(inputs, environment);
	const shared = {
		...actionOptions(inputs, environment, files, runner),
		remote
	};
	const task = await planEvent(event, environment["GITHUB_ACTOR"], {
		inputs,
		connect,
		sleep: setTimeout$2,
		listBranches: (commit) => listForkBranches({
			...shared,
			head: commit,
			goalpostsRevision: commit
		}, inputs.configs)
	});
	if (task.kind === "idle") return tellIdle(task, context);
	if (task.kind === "drift") return driftOnGitHub(task, {
		...context,
		inputs,
		repository,
		connect,
		sleep: setTimeout$2,
		begun
	});
	const options = {
		...shared,
		...task.options
	};
	const publication = await createPublication({
		...context,
		inputs,
		task,
		repository,
		connect,
		sleep: setTimeout$2,
		begun,
		options
	});
	try {
		const settle = (reports) => acceptRegressions(reports, {
			...task,
			repository
		}, connect, setTimeout$2);
		const report = task.command === "merge" ? (await settle([await mergeShards(options, inputs, task)]))[0] : await judgeFolders(task.command, options, inputs.configs, settle);
		await publication.tell(report, files);
		return report.exitCode;
	} catch (error) {
		const shield = await readShield(options, inputs.configs);
		const told = await tellError(error instanceof UserError ? shield.mistakes(error) : error, context);
		await publication.tellMistakes(told);
		return told.exitCode;
	}
}
function planEvent(event, actor, context) {
	if (event.kind === "comment") return planCommand(event, context);
	if (event.kind === "target" || event.kind === "workflow-run") return planPrivileged(event, context);
	return planTask(event, context.inputs, actor);
}
/** Merges shards of this very head: what is told on a commit holds for that commit. */
async function mergeShards(options, { files, head }, { pull, sha }) {
	const report = await merge({
		...options,
		files
	});
	const told = head === void 0 ? pull?.head.sha ?? sha : null;
	const { commit } = report.head;
	if (told !== null && commit !== null && commit !== told) throw new UserError(foreignHead(commit, told));
	return report;
}
/** GitHub's API, opened when first needed, and once. */
function openGitHub(inputs, environment) {
	let client = null;
	return () => {
		client ??= createClient({
			token: inputs.token,
			apiUrl: environment["GITHUB_API_URL"] || "https://api.github.com",
			userAgent: `prompt-assay/${version}`
		});
		return client;
	};
}
/** Nothing was run, on purpose: neither passed nor failed, and said so. */
async function tellIdle({ reason, warning }, { environment, runner }) {
	await writeSummary(environment, `## ⏭️ Skipped, not judged\n\n${prose(reason)}\n`, { appendFile: appendFile$1 });
	if (warning) runner.warning(reason);
	else runner.info(reason);
	for (const [name, value] of Object.entries({
		verdict: "skipped",
		passed: "",
		report: "",
		"comment-url": "",
		regressed: "[]",
		cost: "",
		calls: "0"
	})) runner.setOutput(name, value);
	return exitCodes.pass;
}

// src/action.ts
limitGarbage();
const { getInput } = core_exports;
process.exitCode = await runOnGitHub({
	environment: process.env,
	getInput,
	runner: createRunner(core_exports)
});

export {  };