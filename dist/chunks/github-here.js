import { n as UserError } from "./errors.js";
import { t as version } from "./version.js";
import { t as readOrigin } from "./origin.js";

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
	const { getOctokit } = await import("./github.js");
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
	if (error.name === "GraphqlResponseError") return failure("rejected", `GitHub refused: ${error.message}`, null);
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
/** GraphQL answers 200 also where it refuses; its library throws an error of its own then. */
function isRequestError(error) {
	return error instanceof Error && (error.name === "HttpError" || error.name === "GraphqlResponseError");
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

// src/github/attempt.ts
/** Seconds before each further attempt, where GitHub names no time. */
const retryDelays = [
	1,
	2,
	4
];
/** Nobody waits longer than this; in seconds. */
const longestDelay = 30;
/**
* Does something at GitHub, and again where the trouble may pass: a server in trouble, a connection lost, a limit that
* says how long it lasts. Whatever GitHub answers is data; our own bugs are thrown on. The action must be safe to repeat.
*/
async function attempt(action, sleep) {
	for (const delay of [...retryDelays, null]) {
		const outcome = await action().catch(describeFailure);
		if (!isFailure(outcome) || delay === null) return outcome;
		const seconds = secondsToWait(outcome, delay);
		if (seconds === null) return outcome;
		await sleep(seconds * 1e3);
	}
	throw new Error("the last attempt always returns");
}
/** Whether an outcome is a request that came to nothing. */
function isFailure(outcome) {
	return typeof outcome === "object" && outcome !== null && "status" in outcome && outcome.status === "failed";
}
function secondsToWait({ reason, retryAfterSeconds }, delay) {
	if (reason !== "server" && reason !== "connection" && reason !== "rate-limit") return null;
	const seconds = retryAfterSeconds ?? (reason === "rate-limit" ? null : delay);
	return seconds !== null && seconds <= longestDelay ? seconds : null;
}

// src/pipeline/github-here.ts
/**
* Finds the repository of a folder, by GITHUB_REPOSITORY or its remote `origin`, and the token to ask with. Throws a
* UserError where either is not known.
*/
async function findGitHub(directory, environment) {
	const token = environment["GITHUB_TOKEN"] || environment["GH_TOKEN"];
	if (!token) throw new UserError({
		message: "there is no token for GitHub",
		hint: "Set GITHUB_TOKEN or GH_TOKEN."
	});
	const [owner, name] = ((environment["GITHUB_REPOSITORY"] || await readOrigin(directory, { ...environment })) ?? "").split("/");
	if (!owner || !name) throw new UserError({
		message: "the repository on GitHub is not known",
		hint: "Set GITHUB_REPOSITORY to OWNER/NAME, or name it in the remote origin."
	});
	const apiUrl = environment["GITHUB_API_URL"] || "https://api.github.com";
	const connect = () => createClient({
		token,
		apiUrl,
		userAgent: `prompt-assay/${version}`
	});
	return {
		repository: {
			owner,
			name
		},
		connect
	};
}

export { describeFailure as a, UnreadableAnswer as i, attempt as n, createClient as o, isFailure as r, escapeLogLine as s, findGitHub as t };