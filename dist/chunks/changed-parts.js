import { i as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { $ as throwProblems, C as missingSettings, D as modelWithoutPublisher, E as modelWithoutName, G as setupFailed, R as noWorkspace, T as missingVariable, U as passedOver, at as unnamedKey, b as missingKey, ct as unusableAddress, dt as unwritableRecording, et as unfilledTemplate, it as unknownPublisher, lt as unusableHeader, o as bodyOfGet, ot as unreadSetting, rt as unknownProviderType, s as brokenRecording, tt as unknownChoice, ut as unusableKey, x as missingRecordings, y as missingAddress } from "./errors.js";
import { n as canonicalJson, r as isObject, t as canonicalHash } from "./json.js";
import { Agent, STATUS_CODES, request } from "node:http";
import { Readable } from "node:stream";
import { createHash } from "node:crypto";
import { basename, dirname } from "node:path";
import { appendFileSync, closeSync, createReadStream, mkdirSync, openSync, readSync, statSync } from "node:fs";
import { Agent as Agent$1, request as request$1 } from "node:https";
import { spawn } from "node:child_process";

// src/models/reply.ts
/** Tokens of which nothing is known. */
const unknownTokens = {
	input: null,
	output: null,
	cachedInput: null,
	cacheWrite: null,
	reasoning: null
};
/** A reply with this text; what is not given is unknown, or not there. */
function createReply(text, details = {}) {
	return {
		refusal: null,
		finishReason: {
			unified: "stop",
			raw: "stop"
		},
		model: null,
		systemFingerprint: null,
		toolCalls: [],
		exchange: [],
		timeToFirstTokenMs: null,
		cost: null,
		...details,
		text,
		tokens: {
			...unknownTokens,
			...details.tokens
		}
	};
}

// src/score/characters.ts
/** The number of Unicode code points; a lone surrogate counts as one. */
function countCharacters(text) {
	let count = 0;
	for (let index = 0; index < text.length; count++) index += (text.codePointAt(index) ?? 0) > 65535 ? 2 : 1;
	return count;
}

// src/score/operational.ts
/** Known of streamed answers alone: providers stream where assay.yml names it, or as their own settings say. */
const firstTokenMetric = "time-to-first-token";
/** What is measured of every sample, whoever scores it. Watched, unless assay.yml lets it gate. */
const operationalMetrics = [
	{
		name: "latency",
		kind: "ratio",
		direction: "lower",
		unit: "ms",
		gatesByDefault: false
	},
	{
		name: firstTokenMetric,
		kind: "ratio",
		direction: "lower",
		unit: "ms",
		gatesByDefault: false
	},
	{
		name: "tokens",
		kind: "ratio",
		direction: "lower",
		unit: "tokens",
		gatesByDefault: false
	},
	{
		name: "cost",
		kind: "ratio",
		direction: "lower",
		unit: "USD",
		gatesByDefault: false
	},
	{
		name: "length",
		kind: "ratio",
		direction: "lower",
		unit: "characters",
		gatesByDefault: false
	},
	{
		name: "failure-rate",
		kind: "binary",
		direction: "lower",
		unit: null,
		gatesByDefault: false
	}
];
/**
* The values of the operational metrics, in their order; null where a value is unknown. Of an answer that was not streamed
* there is no first token to speak of.
*/
function operationalScores(sample) {
	if (sample.status === "failed") return /* @__PURE__ */ new Map([
		["latency", null],
		["tokens", null],
		["cost", null],
		["length", null],
		["failure-rate", 1]
	]);
	const { tokens, text, cost, timeToFirstTokenMs } = sample.reply;
	return new Map([
		["latency", sample.latencyMs],
		...timeToFirstTokenMs === null ? [] : [[firstTokenMetric, timeToFirstTokenMs]],
		["tokens", tokens.input === null || tokens.output === null ? null : tokens.input + tokens.output],
		["cost", cost],
		["length", countCharacters(text)],
		["failure-rate", 0]
	]);
}

// src/score/scores.ts
/** Reasons are one glance long; the report shows the whole output beside them. */
const reasonLength = 200;
/** A binary score: 1, or 0 with the reason. */
function passOrFail(passed, reasonOfFailure) {
	return passed ? {
		status: "scored",
		value: 1,
		reason: null
	} : {
		status: "scored",
		value: 0,
		reason: shorten(reasonOfFailure())
	};
}
/** A score of any other kind. */
function scored(value, reason = null) {
	return {
		status: "scored",
		value,
		reason: reason === null ? null : shorten(reason)
	};
}
/** What could not be scored is never 0. */
function unscored(reason) {
	return {
		status: "unscored",
		reason: shorten(reason)
	};
}
/** Cuts a text to at most 200 characters, never through a surrogate pair. */
function shorten(text) {
	if (text.length <= reasonLength) return text.toWellFormed();
	return `${text.slice(0, 199).replace(/[\uD800-\uDBFF]$/, "").toWellFormed()}…`;
}

// src/score/tools.ts
const failure = {
	kind: "aborted",
	message: "there is no model to ask here",
	httpStatus: null,
	retryable: false,
	retryAfterMs: null
};
/** For scoring where no model can be asked. */
const noModels = {
	ask: async () => ({
		status: "failed",
		failure
	}),
	embed: async () => ({
		status: "failed",
		failure
	})
};
/** The same tools, with this name before every purpose: two scorers that ask the same get an answer each. */
function scopeTools(tools, name) {
	const scope = (question) => ({
		...question,
		purpose: question.purpose === "" ? name : `${name}:${question.purpose}`
	});
	return {
		ask: (question) => tools.ask(scope(question)),
		embed: (question) => tools.embed(scope(question))
	};
}

// src/models/presets.ts
const chat = ["chat"];
const both = ["chat", "responses"];
const pictures = {
	images: true,
	files: false
};
/** The limit of an answer's length goes by its older name only. */
const olderLimit = { max_completion_tokens: "max_tokens" };
/** Every service that needs no entry in assay.yml, by the publisher under which models name it. */
const presets = {
	openai: {
		title: "OpenAI",
		baseUrl: "https://api.openai.com/v1",
		baseUrlEnv: "OPENAI_BASE_URL",
		keyEnv: "OPENAI_API_KEY",
		apis: both,
		developerRole: true,
		batches: true,
		takes: {
			images: true,
			files: true
		}
	},
	azure: {
		title: "Azure OpenAI",
		baseUrl: null,
		baseUrlEnv: "AZURE_OPENAI_ENDPOINT",
		keyEnv: "AZURE_OPENAI_API_KEY",
		apis: both,
		azure: true,
		developerRole: true,
		takes: {
			images: true,
			files: "responses"
		}
	},
	google: {
		title: "Google Gemini",
		baseUrl: "https://generativelanguage.googleapis.com/v1beta/openai",
		keyEnv: "GEMINI_API_KEY",
		apis: chat,
		takes: pictures
	},
	mistral: {
		title: "Mistral",
		baseUrl: "https://api.mistral.ai/v1",
		keyEnv: "MISTRAL_API_KEY",
		apis: chat,
		renamed: {
			...olderLimit,
			seed: "random_seed"
		},
		usageUnasked: true,
		takes: pictures
	},
	groq: {
		title: "Groq",
		baseUrl: "https://api.groq.com/openai/v1",
		keyEnv: "GROQ_API_KEY",
		apis: both,
		takes: pictures
	},
	openrouter: {
		title: "OpenRouter",
		baseUrl: "https://openrouter.ai/api/v1",
		keyEnv: "OPENROUTER_API_KEY",
		apis: both,
		takes: {
			images: true,
			files: true
		}
	},
	together: {
		title: "Together",
		baseUrl: "https://api.together.xyz/v1",
		keyEnv: "TOGETHER_API_KEY",
		apis: chat,
		renamed: olderLimit,
		takes: pictures
	},
	deepseek: {
		title: "DeepSeek",
		baseUrl: "https://api.deepseek.com/v1",
		keyEnv: "DEEPSEEK_API_KEY",
		apis: chat,
		renamed: olderLimit,
		takes: {
			images: false,
			files: false
		}
	},
	xai: {
		title: "xAI",
		baseUrl: "https://api.x.ai/v1",
		keyEnv: "XAI_API_KEY",
		apis: both,
		takes: pictures
	},
	ollama: {
		title: "Ollama",
		baseUrl: "http://localhost:11434/v1",
		keyEnv: null,
		apis: both,
		renamed: olderLimit,
		takes: pictures
	},
	vllm: {
		title: "vLLM",
		baseUrl: "http://localhost:8000/v1",
		keyEnv: null,
		apis: both,
		takes: pictures
	},
	"llama.cpp": {
		title: "llama.cpp",
		baseUrl: "http://localhost:8080/v1",
		keyEnv: null,
		apis: chat,
		renamed: olderLimit,
		takes: pictures
	},
	lmstudio: {
		title: "LM Studio",
		baseUrl: "http://localhost:1234/v1",
		keyEnv: null,
		apis: both,
		renamed: olderLimit,
		takes: pictures
	}
};

// src/models/provider-key.ts
/** The variable that holds the key: assay.yml's word, else the customary one; null where no key is sent. */
function keyVariable(config, customary) {
	return config.keyEnv === void 0 ? customary : config.keyEnv;
}
/** Empty where no key is sent, or none is set. Secrets often end in a line break, which no key does. */
function readKey(config, customary, { environment }) {
	const variable = keyVariable(config, customary);
	return variable === null ? "" : environment[variable]?.trim() ?? "";
}
/** What is wrong with the key: not set, or nothing that can be sent. */
function checkKey(name, config, customary, context) {
	const variable = keyVariable(config, customary);
	if (variable === null) return [];
	const key = readKey(config, customary, context);
	const place = config.keyEnv === void 0 ? void 0 : config.place;
	if (key === "") return [missingKey(name, variable, place)];
	return /^[\x21-\x7e]*$/.test(key) ? [] : [unusableKey(variable, place)];
}

// src/models/read-json.ts
/** A string of a foreign body; null where it is none. */
function text(value) {
	return typeof value === "string" ? value : null;
}
/** A number of things or of dollars of a foreign body; null where it is none. */
function count(value) {
	return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : null;
}
/** A tool call as chat completions write it, or with its name and arguments at the top; null where it is none. */
function readToolCall(value) {
	if (!isObject(value)) return null;
	const inner = [value["function"], value["custom"]].find(isObject) ?? value;
	const name = text(inner["name"]);
	const written = inner["arguments"] ?? inner["input"] ?? {};
	if (name === null) return null;
	return {
		id: text(value["id"]),
		name,
		arguments: typeof written === "string" ? written : JSON.stringify(written)
	};
}

// src/models/anthropic-reply.ts
const stopReasons = {
	end_turn: "stop",
	stop_sequence: "stop",
	max_tokens: "length",
	model_context_window_exceeded: "length",
	tool_use: "tool-calls",
	refusal: "content-filter"
};
/** A message as a reply; null where the body is none. Thoughts are no part of the answer. */
function readMessage(body) {
	if (!isObject(body) || !Array.isArray(body["content"])) return null;
	const blocks = body["content"].filter(isObject);
	const said = blocks.flatMap((block) => block["type"] === "text" ? text(block["text"]) ?? [] : []).join("");
	const raw = text(body["stop_reason"]);
	return createReply(said, {
		refusal: raw === "refusal" ? readRefusal(body, said) : null,
		finishReason: {
			unified: (raw !== null && Object.hasOwn(stopReasons, raw) ? stopReasons[raw] : null) ?? "other",
			raw
		},
		tokens: readUsage$1(isObject(body["usage"]) ? body["usage"] : {}),
		model: text(body["model"]),
		toolCalls: blocks.flatMap((block) => block["type"] === "tool_use" ? readToolCall(block) ?? [] : [])
	});
}
/** Why the model refused: the API's explanation, else what the model said. */
function readRefusal(body, said) {
	const details = isObject(body["stop_details"]) ? body["stop_details"] : {};
	return text(details["explanation"]) ?? text(details["category"]) ?? said;
}
/** The API counts what was read from and written to its cache apart from the rest of the input. */
function readUsage$1(usage) {
	const [fresh, output] = [count(usage["input_tokens"]), count(usage["output_tokens"])];
	const [cacheWrite, cachedInput] = [count(usage["cache_creation_input_tokens"]), count(usage["cache_read_input_tokens"])];
	const details = isObject(usage["output_tokens_details"]) ? usage["output_tokens_details"] : {};
	return {
		input: fresh === null ? null : fresh + (cacheWrite ?? 0) + (cachedInput ?? 0),
		output,
		cachedInput,
		cacheWrite,
		reasoning: count(details["thinking_tokens"])
	};
}
/** Puts the events of a streamed message together. `elapsed` tells how long the call has taken. */
async function gatherMessage(events, elapsed) {
	let message = {};
	const blocks = [];
	let [first, whole] = [null, false];
	for await (const event of events) {
		if (!isObject(event)) continue;
		const delta = isObject(event["delta"]) ? event["delta"] : {};
		if (event["type"] === "message_start" && isObject(event["message"])) message = event["message"];
		if (event["type"] === "content_block_start" && isObject(event["content_block"])) blocks.push({
			head: event["content_block"],
			text: text(event["content_block"]["text"]) ?? "",
			input: ""
		});
		const block = blocks.at(-1);
		if (event["type"] === "content_block_delta" && block !== void 0) {
			if (delta["type"] === "text_delta" || delta["type"] === "input_json_delta") first ??= elapsed();
			block.text += text(delta["text"]) ?? "";
			block.input += text(delta["partial_json"]) ?? "";
		}
		if (event["type"] === "message_delta") message = {
			...message,
			...delta,
			usage: {
				...asObject$1(message["usage"]),
				...asObject$1(event["usage"])
			}
		};
		whole ||= event["type"] === "message_stop";
	}
	const content = blocks.map(({ head, text, input }) => ({
		...head,
		text,
		...input !== "" && { input }
	}));
	return {
		body: {
			...message,
			content
		},
		timeToFirstTokenMs: first,
		whole
	};
}
function asObject$1(value) {
	return isObject(value) ? value : {};
}

// src/models/message-parts.ts
/** A part's bytes as an address that holds them. */
function dataUrl({ mediaType, data }) {
	return `data:${mediaType};base64,${data}`;
}
/** The parts of a message, a text being one of them; an empty text is none. */
function partsOf({ content }) {
	if (typeof content !== "string") return content;
	return content === "" ? [] : [{
		type: "text",
		text: content
	}];
}
/** The id of a tool call; one without is known by its position among those of its message. */
function callIdOf(call, index) {
	return call.id ?? `call_${index}`;
}
/** What each part that is no text is, in words: `an image of type image/tiff in a tool's answer`. */
function describePart(part, { role }) {
	const what = part.type === "text" ? "text" : `${part.type === "image" ? "an image" : "a file"} of type ${part.mediaType}`;
	return role === "user" ? what : `${what} in ${owner(role)}`;
}
function owner(role) {
	return role === "tool" ? "a tool's answer" : `the message of role ${role}`;
}
/** What the check of every part that is no text has to say, each thing once. */
function refuseParts(messages, takes) {
	const refused = messages.flatMap((message) => partsOf(message).flatMap((part) => part.type === "text" || takes(part, message) ? [] : [describePart(part, message)]));
	return [...new Set(refused)];
}

// src/models/message-text.ts
/** The text of a message; parts that are none are left out. */
function messageText({ content }) {
	if (typeof content === "string") return content;
	return content.flatMap((part) => part.type === "text" ? [part.text] : []).join("\n");
}

// src/models/anthropic-request.ts
/** The API wants a limit of the answer's length; this one every model has room for. */
const defaultMaxTokens = 4096;
/** Parameters under the name that chat completions have for them. */
const renamed$1 = {
	max_completion_tokens: "max_tokens",
	stop: "stop_sequences"
};
/** The body of a message. Parameters that the API does not know go as they are: it names the one it refuses. */
function toMessagesBody(request) {
	const { stream: _stream, stream_options: _options, reasoning_effort: effort, ...rest } = request.parameters;
	const { tool_choice: choice, parallel_tool_calls: parallel, ...parameters } = rest;
	const body = { max_tokens: defaultMaxTokens };
	for (const [name, value] of Object.entries(parameters)) {
		const asList = name === "stop" && typeof value === "string";
		body[Object.hasOwn(renamed$1, name) ? renamed$1[name] ?? name : name] = asList ? [value] : value;
	}
	const output = {
		...isObject(body["output_config"]) ? body["output_config"] : {},
		...effort !== void 0 && { effort },
		...request.format !== null && { format: toFormat(request.format) }
	};
	if (Object.keys(output).length > 0) body["output_config"] = output;
	const toolChoice = toToolChoice(choice, parallel);
	if (toolChoice !== void 0) body["tool_choice"] = toolChoice;
	if (request.tools !== null) body["tools"] = Array.isArray(request.tools) ? request.tools.map(toTool) : request.tools;
	const first = request.messages.findIndex(({ role }) => !isInstruction(role));
	const system = (first < 0 ? request.messages : request.messages.slice(0, first)).map(messageText).join("\n\n");
	const messages = toMessages(first < 0 ? [] : request.messages.slice(first));
	return {
		...body,
		model: request.model,
		...system !== "" && { system },
		messages
	};
}
function isInstruction(role) {
	return role === "system" || role === "developer";
}
function toFormat(format) {
	return {
		type: "json_schema",
		schema: (isObject(format["json_schema"]) ? format["json_schema"] : {})["schema"] ?? {}
	};
}
/** A function of chat completions by the names that this API has; its own kinds of tools are as they are. */
function toTool(tool) {
	if (!isObject(tool) || !isObject(tool["function"])) return tool;
	const { name, description, parameters, strict } = tool["function"];
	return {
		name: name ?? "",
		...description !== void 0 && { description },
		input_schema: parameters ?? { type: "object" },
		...strict !== void 0 && strict !== null && { strict }
	};
}
function toToolChoice(choice, parallel) {
	const single = parallel === false ? { disable_parallel_tool_use: true } : {};
	if (choice === void 0) return parallel === false ? {
		type: "auto",
		...single
	} : void 0;
	if (choice === "none") return { type: "none" };
	if (typeof choice === "string") return {
		type: choice === "required" ? "any" : choice,
		...single
	};
	if (isObject(choice) && isObject(choice["function"])) return {
		type: "tool",
		name: choice["function"]["name"] ?? "",
		...single
	};
	return choice;
}
/** Messages by turns: the answers of all tools that one turn called stand in one message of the user. */
function toMessages(messages) {
	const turns = [];
	let answers = false;
	for (const message of messages) {
		const isAnswer = message.role === "tool";
		const blocks = isAnswer ? [toToolResult(message)] : toBlocks(message);
		if (isAnswer && answers) turns.at(-1)?.content.push(...blocks);
		else turns.push({
			role: roleOf(message.role),
			content: blocks
		});
		answers = isAnswer;
	}
	return turns;
}
function roleOf(role) {
	if (role === "assistant") return role;
	return isInstruction(role) ? "system" : "user";
}
function toBlocks(message) {
	return [...partsOf(message).map(toBlock), ...(message.toolCalls ?? []).map(toToolUse)];
}
function toToolResult(message) {
	const content = typeof message.content === "string" ? message.content : message.content.map(toBlock);
	return {
		type: "tool_result",
		tool_use_id: message.toolCallId ?? "call_0",
		content
	};
}
function toToolUse(call, index) {
	return {
		type: "tool_use",
		id: callIdOf(call, index),
		name: call.name,
		input: readArguments(call.arguments)
	};
}
/** Arguments that are no JSON object are wrapped under the name that the API's documentation proposes. */
function readArguments(written) {
	try {
		const value = JSON.parse(written === "" ? "{}" : written);
		if (isObject(value)) return value;
	} catch {}
	return { INVALID_JSON: written };
}
function toBlock(part) {
	if (part.type === "text") return {
		type: "text",
		text: part.text
	};
	const { mediaType, data } = part;
	if (part.type === "image") return {
		type: "image",
		source: {
			type: "base64",
			media_type: mediaType,
			data
		}
	};
	return {
		type: "document",
		source: mediaType === "application/pdf" ? {
			type: "base64",
			media_type: mediaType,
			data
		} : {
			type: "text",
			media_type: "text/plain",
			data: Buffer.from(data, "base64").toString("utf8")
		},
		title: part.name
	};
}

// src/models/chat-completions.ts
const finishReasons = {
	stop: "stop",
	eos: "stop",
	length: "length",
	model_length: "length",
	content_filter: "content-filter",
	tool_calls: "tool-calls",
	function_call: "tool-calls"
};
/** The body of a chat completion. Parameters go as they are; whether the answer is streamed is not for them to say. */
function toChatBody(request, developerRole = true) {
	const { stream: _stream, stream_options: _streamOptions, ...parameters } = request.parameters;
	return {
		...parameters,
		model: request.model,
		messages: toChatMessages(request.messages, developerRole),
		...request.format === null ? {} : { response_format: request.format },
		...request.tools === null ? {} : { tools: request.tools }
	};
}
/** Messages as the API writes them; where it knows no developer, a system speaks in its place. */
function toChatMessages(messages, developerRole = true) {
	return messages.map(({ role, content, toolCalls, toolCallId }) => ({
		role: role === "developer" && !developerRole ? "system" : role,
		content: typeof content === "string" ? content : content.map(toChatPart),
		...toolCalls !== void 0 && { tool_calls: toolCalls.map((call, index) => ({
			id: callIdOf(call, index),
			type: "function",
			function: {
				name: call.name,
				arguments: call.arguments
			}
		})) },
		...toolCallId !== void 0 && { tool_call_id: toolCallId }
	}));
}
function toChatPart(part) {
	if (part.type === "text") return {
		type: "text",
		text: part.text
	};
	if (part.type === "image") return {
		type: "image_url",
		image_url: { url: dataUrl(part) }
	};
	return {
		type: "file",
		file: {
			filename: part.name,
			file_data: dataUrl(part)
		}
	};
}
/** The first choice of a chat completion as a reply; null where the body is no chat completion. */
function readChatCompletion(body) {
	const choice = isObject(body) && Array.isArray(body["choices"]) ? body["choices"][0] : void 0;
	const message = isObject(choice) ? choice["message"] : void 0;
	if (!isObject(body) || !isObject(choice) || !isObject(message)) return null;
	const content = readContent(message["content"]);
	if (content === null) return null;
	const usage = isObject(body["usage"]) ? body["usage"] : {};
	const calls = Array.isArray(message["tool_calls"]) ? message["tool_calls"] : [];
	return createReply(content, {
		refusal: text(message["refusal"]),
		finishReason: toFinishReason(text(choice["finish_reason"])),
		tokens: readUsage(usage),
		model: text(body["model"]),
		systemFingerprint: text(body["system_fingerprint"]),
		toolCalls: calls.flatMap((call) => readToolCall(call) ?? []),
		cost: count(usage["cost"])
	});
}
/** The text of an answer: a string, or the texts among parts of which others are thoughts; null where it is neither. */
function readContent(content) {
	if (content === void 0 || content === null) return "";
	if (typeof content === "string") return content;
	if (!Array.isArray(content)) return null;
	return content.flatMap((part) => isObject(part) && part["type"] === "text" ? text(part["text"]) ?? [] : []).join("");
}
/**
* Tokens of a usage. Some services leave the reasoning out of the output and count it in the total alone: output is what
* the total has beyond the input.
*/
function readUsage(usage) {
	const [input, completion, total] = [
		"prompt_tokens",
		"completion_tokens",
		"total_tokens"
	].map((key) => count(usage[key]));
	const details = (key) => isObject(usage[key]) ? usage[key] : {};
	const ofInput = details("prompt_tokens_details");
	return {
		input: input ?? null,
		output: completion == null ? null : total == null || input == null ? completion : Math.max(completion, total - input),
		cachedInput: count(ofInput["cached_tokens"]) ?? count(usage["prompt_cache_hit_tokens"]),
		cacheWrite: count(ofInput["cache_write_tokens"]),
		reasoning: count(details("completion_tokens_details")["reasoning_tokens"])
	};
}
/** An empty reply, for what the prompt caused but the server tells as an error. */
function emptyReply(finish, raw) {
	return createReply("", { finishReason: {
		unified: finish,
		raw
	} });
}
function toFinishReason(raw) {
	return {
		unified: (raw !== null && Object.hasOwn(finishReasons, raw) ? finishReasons[raw] : void 0) ?? "other",
		raw
	};
}

// src/models/failure.ts
const messageLimit = 300;
const shortEscapes = {
	"\n": "\\n",
	"\r": "\\r",
	"	": "\\t"
};
/** A call that failed. What is not given is unknown; failures are final unless said otherwise. */
function failed(kind, message, details = {}) {
	return {
		status: "failed",
		failure: {
			kind,
			message,
			httpStatus: null,
			retryable: false,
			retryAfterMs: null,
			...details
		}
	};
}
/** A foreign text as one line of at most 300 characters; control and direction characters become visible escapes. */
function toOneLine(text) {
	const characters = [...text.slice(0, messageLimit * 2).trim()];
	return (characters.length > messageLimit ? `${characters.slice(0, 299).join("")}…` : characters.join("")).replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => shortEscapes[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
/** Takes a key out of a text, wherever it stands. */
function redact(text, key) {
	return key === null || key === "" ? text : text.replaceAll(key, "[key]");
}

// src/models/rate-limits.ts
/**
* What the headers say of the provider's limits: `x-ratelimit-remaining-requests` with `-reset-requests`, and the same
* for tokens, or their names with the publisher in front, as Anthropic has them. Undefined where they say nothing.
*/
function readRateLimits(header) {
	const requests = readLimit(header, "requests");
	const tokens = readLimit(header, "tokens");
	return requests === null && tokens === null ? void 0 : {
		requests,
		tokens
	};
}
/** The result with what the headers of its answer say of limits. */
function withLimits(result, header) {
	const limits = readRateLimits(header);
	return limits === void 0 ? result : {
		...result,
		limits
	};
}
function readLimit(header, what) {
	const find = (part) => header(`x-ratelimit-${part}-${what}`) ?? header(`anthropic-ratelimit-${what}-${part}`);
	const remaining = Number(find("remaining") ?? NaN);
	if (!(remaining >= 0)) return null;
	return {
		remaining,
		resetMs: readReset(find("reset")?.trim() ?? "", header("date"))
	};
}
const unitMs$1 = {
	ms: 1,
	s: 1e3,
	m: 6e4,
	h: 36e5,
	d: 864e5
};
/** `6m0s`, `120ms`, `1.5` (seconds), or a date; null where it is none of these. */
function readReset(written, date) {
	if (/^\d+(?:\.\d+)?$/.test(written)) return Number.parseFloat(written) * 1e3;
	if (/^(?:\d+(?:\.\d+)?(?:ms|[smhd]))+$/.test(written)) return [...written.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/g)].reduce((sum, [, amount, unit]) => sum + Number(amount) * (unitMs$1[unit ?? ""] ?? 0), 0);
	return readWait(written, date);
}
/** How long until a date, by the server's own clock where it tells the time; null where it is no date. */
function readWait(written, date) {
	const now = Date.parse(date ?? "");
	const wait = Date.parse(written) - (Number.isNaN(now) ? Date.now() : now);
	return Number.isNaN(wait) ? null : Math.max(0, wait);
}

// src/models/refused-parameter.ts
/**
* The parameter that an error's words blame: one of those that were sent, written in quotation marks, at the start of the
* words before a colon, or, where its name is no plain word (`top_p`), anywhere. Null where none is.
*/
function findBlamed(message, sent) {
	for (const name of sent) {
		const literal = name.replaceAll(/[^\w]/g, "\\$&");
		const quoted = new RegExp(`["'\`]${literal}["'\`]|^${literal}:`);
		const bare = new RegExp(`(?<![\\w.])${literal}(?![\\w])`);
		if (quoted.test(message) || name.includes("_") && bare.test(message)) return name;
	}
	return null;
}

// src/models/chat-failure.ts
/** Codes that blame the value of a parameter, not the messages. */
const parameterCode = /unsupported|unknown|invalid|above|below/;
const filterCodes = /* @__PURE__ */ new Set([
	"content_filter",
	"content_policy_violation",
	"invalid_prompt"
]);
const lengthCodes = /* @__PURE__ */ new Set(["context_length_exceeded", "string_above_max_length"]);
/** How servers without codes say that the context is too long. */
const lengthMessage = /maximum context length|prompt is too long/i;
/** What the prompt caused becomes a reply, all else a failure. */
function readErrorAnswer(answer) {
	const error = isObject(answer.error) ? answer.error : {};
	const code = typeof error["code"] === "string" ? error["code"] : null;
	const param = typeof error["param"] === "string" ? error["param"] : null;
	const { status } = answer;
	const message = describe$1(answer);
	const details = { httpStatus: status };
	const refuses = (name) => failed("refused-parameter", `the model refuses the parameter ${name}: ${message}`, details);
	if (status === 400) {
		if (code !== null && filterCodes.has(code)) return completed("content-filter", code);
		if (code !== null && lengthCodes.has(code)) return completed("length", code);
		if (lengthMessage.test(String(error["message"]))) return completed("length", code ?? "context_length_exceeded");
		if (param !== null && code !== null && parameterCode.test(code) && !/^(?:messages|model)\b/.test(param)) return refuses(toOneLine(redact(param, answer.key)));
	}
	const blamed = (status === 400 || status === 422) && !/^messages\b/.test(param ?? "") ? blame(answer) : null;
	if (blamed !== null) return refuses(blamed);
	const kind = kindOf(status, code);
	const retryable = status === 408 || status === 409 || status >= 500 || kind === "rate-limit";
	return failed(kind, message, {
		...details,
		retryable,
		retryAfterMs: retryable ? readRetryAfter(answer) : null
	});
}
function kindOf(status, code) {
	if ([
		401,
		402,
		403
	].includes(status) || code === "insufficient_quota") return "refused-key";
	if (status === 404 || status === 410) return "missing-model";
	if (status === 408) return "timeout";
	if (status === 429) return "rate-limit";
	return status === 409 || status >= 500 ? "server" : "rejected";
}
function completed(finish, code) {
	return {
		status: "completed",
		reply: emptyReply(finish, code)
	};
}
/** `429 Too Many Requests: what the provider says (request req_1)`. */
function describe$1(answer) {
	const status = `${answer.status} ${STATUS_CODES[answer.status] ?? ""}`.trim();
	const text = words(answer.error);
	const told = /^\s*</.test(text) || text.trim() === "" ? "" : `: ${toOneLine(redact(text, answer.key))}`;
	const redirect = answer.status >= 300 && answer.status < 400 ? ", a redirect, which is not followed" : "";
	const request = answer.header("x-request-id");
	return `${status}${redirect}${told}${request === null ? "" : ` (request ${toOneLine(redact(request, answer.key).slice(0, 80))})`}`;
}
function blame({ error, parameters = [] }) {
	return findBlamed(words(error), parameters);
}
function words(error) {
	const said = isObject(error) ? error["message"] ?? error : error;
	return typeof said === "string" ? said : said === void 0 ? "" : JSON.stringify(said);
}
/** How long the provider asks to wait: `retry-after-ms`, or `retry-after` in seconds or as a date. */
function readRetryAfter(answer) {
	const exact = Number.parseFloat(answer.header("retry-after-ms") ?? "");
	if (exact >= 0) return exact;
	const written = answer.header("retry-after")?.trim() ?? "";
	if (/^\d+(?:\.\d+)?$/.test(written)) return Number.parseFloat(written) * 1e3;
	return readWait(written, answer.header("date"));
}

// src/models/client-failure.ts
/** Why there is no answer: the call was ended, its time was up, or the transport broke. */
function readUnanswered(error, { signal, timeoutMs, baseUrl, key }) {
	if (signal.aborted && signal.reason?.name !== "TimeoutError") return failed("aborted", "stopped before the answer came");
	if (signal.aborted) return failed("timeout", `no answer within ${timeoutMs / 1e3} s`, { retryable: true });
	const message = `no connection to ${new URL(baseUrl).origin}: ${toOneLine(redact(innermostMessage(error), key))}`;
	return failed("connection", message, { retryable: true });
}
/** What a client throws, as data. */
function readThrown(error, call) {
	const { APIError, APIConnectionTimeoutError } = call.errors;
	if (call.signal.aborted) return readUnanswered(error, call);
	if (error instanceof APIConnectionTimeoutError) return failed("timeout", `no answer within ${call.timeoutMs / 1e3} s`, { retryable: true });
	if (!(error instanceof APIError)) return isNetworkError(error) ? readUnanswered(error, call) : failed("malformed", "the answer is no JSON", { retryable: true });
	const { status, error: told, headers } = error;
	const body = told;
	if (status !== void 0) {
		const header = (name) => headers?.get(name) ?? null;
		return withLimits(readErrorAnswer(toAnswer(status, body, call, header)), header);
	}
	return body === void 0 || body === null ? readUnanswered(error, call) : readToldError(body, call);
}
/** An error that came with a status of 200, or in the middle of a stream: its own code says what it is. */
function readToldError(error, call) {
	const normal = normalise(error, call);
	const code = isObject(normal) ? normal["code"] : null;
	const status = typeof code === "number" && code >= 400 && code < 600 ? code : toldStatus[String(code)] ?? 502;
	return readErrorAnswer(toAnswer(status, error, call, () => null));
}
const toldStatus = {
	rate_limit_exceeded: 429,
	rate_limit_error: 429,
	overloaded_error: 529,
	server_error: 500,
	invalid_prompt: 400,
	content_filter: 400,
	context_length_exceeded: 400
};
function toAnswer(status, error, call, header) {
	const find = (name) => header(name) ?? (name === "x-request-id" ? header("request-id") ?? header("apim-request-id") : null);
	return {
		status,
		error: normalise(error, call),
		header: find,
		key: call.key,
		parameters: call.parameters
	};
}
/** Some services put the error into a list, and some repeat the word `error`. */
function normalise(error, call) {
	let inner = Array.isArray(error) && error.length === 1 ? error[0] : error;
	if (isObject(inner) && inner["message"] === void 0 && isObject(inner["error"])) inner = inner["error"];
	return call.normalise === void 0 ? inner : call.normalise(inner);
}
/** A stream that broke off reaches the caller as the transport's own error. */
function isNetworkError(error) {
	return error instanceof Error && !(error instanceof SyntaxError) && ("code" in error || error.cause !== void 0);
}
function innermostMessage(error) {
	let inner = error;
	for (let depth = 0; depth < 5 && inner instanceof Error && inner.cause !== void 0; depth += 1) inner = inner.cause;
	if (inner instanceof AggregateError) inner = inner.errors[0];
	return inner instanceof Error ? inner.message || inner.name : String(inner);
}

// src/models/proxy-fetch.ts
/** An answer larger than this is no answer to a chat; it bounds the memory a server can take. */
const chatLimit = 33554432;
/**
* A `fetch` through the proxy that the environment names for this server (HTTP_PROXY, HTTPS_PROXY, NO_PROXY); null where
* none is named, and for loopback. The client that knows proxies is loaded with the first call: few need one.
*/
function proxyFetch(baseUrl, environment, bodyLimit) {
	const read = (name) => environment[name.toLowerCase()] || environment[name] || "";
	const [httpProxy, httpsProxy] = [read("HTTP_PROXY"), read("HTTPS_PROXY")];
	if ((baseUrl.protocol === "https:" ? httpsProxy || httpProxy : httpProxy) === "" || /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(baseUrl.hostname)) return null;
	let agent = null;
	return async (url, init) => {
		const { EnvHttpProxyAgent, fetch } = await import("./undici2.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
		agent ??= new EnvHttpProxyAgent({
			httpProxy,
			httpsProxy: httpsProxy || httpProxy,
			noProxy: read("NO_PROXY"),
			maxResponseSize: bodyLimit,
			headersTimeout: 0,
			bodyTimeout: 0
		});
		const { method = "GET", headers, body, signal } = init ?? {};
		return await fetch(String(url), {
			method,
			headers,
			body,
			signal,
			redirect: "manual",
			dispatcher: agent
		});
	};
}

// src/models/http-fetch.ts
/**
* A connection idle for longer is closed, in milliseconds: servers close theirs after 5 s and more, and a request that
* meets the closing is reset.
*/
const idleLimit = 3e3;
/**
* A `fetch` for one server, over kept-alive connections: requests with a text as body, whole answers but for streams of
* events, no redirects. Node's own costs half a millisecond more of processor time a call, which at 50 calls at once is a
* tenth of the wall time. Proxies of the environment are used, never for loopback.
*/
function createFetch(baseUrl, environment, bodyLimit = chatLimit) {
	const proxied = proxyFetch(baseUrl, environment, bodyLimit);
	if (proxied !== null) return proxied;
	const secure = baseUrl.protocol === "https:";
	const settings = {
		keepAlive: true,
		timeout: idleLimit
	};
	const agent = secure ? new Agent$1(settings) : new Agent(settings);
	const send = secure ? request$1 : request;
	return (url, init) => new Promise((resolve, reject) => {
		const headers = {
			...Object.fromEntries(new Headers(init?.headers)),
			"accept-encoding": "identity"
		};
		const signal = init?.signal ?? void 0;
		const method = init?.method ?? "GET";
		const outgoing = send(String(url), {
			method,
			headers,
			agent,
			...signal && { signal }
		}, (incoming) => {
			const limited = limitSize(incoming, bodyLimit);
			if (/^text\/event-stream\b/i.test(incoming.headers["content-type"] ?? "")) {
				resolve(toResponse(incoming, Readable.toWeb(limited)));
				return;
			}
			const chunks = [];
			incoming.on("data", (chunk) => chunks.push(chunk));
			incoming.on("error", reject);
			incoming.on("end", () => {
				try {
					const body = Buffer.concat(chunks);
					resolve(toResponse(incoming, body.length > 0 ? body : null));
				} catch (error) {
					reject(error);
				}
			});
		});
		outgoing.on("error", reject);
		outgoing.end(init?.body);
	});
}
/** Ends an answer that grows beyond the limit. */
function limitSize(incoming, bodyLimit) {
	let size = 0;
	incoming.on("data", (chunk) => {
		size += chunk.length;
		if (size > bodyLimit) incoming.destroy(/* @__PURE__ */ new Error(`the answer is larger than ${bodyLimit} bytes`));
	});
	return incoming;
}
function toResponse(incoming, body) {
	const status = incoming.statusCode ?? 0;
	const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
	return new Response(body, {
		status,
		headers
	});
}

// src/models/redact-reply.ts
/** Keys are at least this long; a shorter stand-in for one is a common word and stays in an answer. */
const shortestKey = 8;
/** The key goes to the provider and nowhere else, even where the provider repeats it. */
function redactReply(reply, key) {
	const written = JSON.stringify(key).slice(1, -1);
	if (key.length < 8 || !JSON.stringify(reply).includes(written)) return reply;
	return redactAll(reply, key);
}
function redactAll(value, key) {
	if (typeof value === "string") return redact(value, key);
	if (Array.isArray(value)) return value.map((entry) => redactAll(entry, key));
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, redactAll(entry, key)]));
}

// src/models/providers/anthropic.ts
const defaultBaseUrl = "https://api.anthropic.com";
/** The version in which a prompt's temperature still reaches the model; later ones refuse the parameter itself. */
const defaultVersion = "2023-06-01";
const customaryKey = "ANTHROPIC_API_KEY";
const pictureTypes$1 = /* @__PURE__ */ new Set([
	"image/png",
	"image/jpeg",
	"image/webp",
	"image/gif"
]);
/** Parts of a body that are no parameters. */
const noParameters = /* @__PURE__ */ new Set([
	"model",
	"messages",
	"system",
	"tools",
	"stream"
]);
/** Anthropic's messages, by its own client. */
const anthropic = {
	description: "Anthropic's messages",
	keyEnv: customaryKey,
	settings: ["apiVersion", "stream"],
	check(name, config, context) {
		const baseUrl = readBaseUrl$1(config, context);
		const isUrl = /^https?:\/\//i.test(baseUrl) && URL.canParse(baseUrl);
		const place = config.baseUrl === null ? void 0 : config.place;
		return [...isUrl ? [] : [unusableAddress(name, baseUrl, place)], ...checkKey(name, config, customaryKey, context)];
	},
	refuses({ messages, format }) {
		const parts = refuseParts(messages, ({ type, mediaType }, { role }) => {
			if (role !== "user" && role !== "tool") return false;
			return type === "image" ? pictureTypes$1.has(mediaType) : /^(?:application\/pdf$|text\/)/.test(mediaType);
		});
		return format !== null && !isObject(format["json_schema"]) ? [...parts, "a response format without a schema"] : parts;
	},
	async create(name, config, context) {
		const { MessagesClient } = await import("./anthropic-client.js");
		const baseURL = readBaseUrl$1(config, context);
		const key = readKey(config, customaryKey, context);
		const connection = {
			client: new MessagesClient({
				baseURL,
				apiKey: "none",
				defaultHeaders: {
					Authorization: null,
					"X-Api-Key": key === "" ? null : key,
					"anthropic-version": text(config.settings?.["apiVersion"]) ?? defaultVersion
				},
				maxRetries: 0,
				timeout: context.timeoutMs,
				logLevel: "off",
				fetch: createFetch(new URL(baseURL), context.environment)
			}),
			key,
			stream: (config.settings?.["stream"] ?? context.stream) === true,
			timeoutMs: context.timeoutMs
		};
		return {
			name,
			call: (request, _identity, signal) => call$1(connection, request, signal)
		};
	}
};
async function call$1(connection, request, signal) {
	const { client, key, stream, timeoutMs } = connection;
	const started = performance.now();
	const body = {
		...toMessagesBody(request),
		...stream && { stream }
	};
	const failedCall = {
		signal,
		timeoutMs,
		baseUrl: client.baseURL,
		key,
		parameters: Object.keys(body).filter((name) => !noParameters.has(name)),
		errors: client.constructor,
		normalise: withCode
	};
	try {
		const { data: answer, response } = await client.messages.create(body, { signal }).withResponse();
		const gathered = stream ? await gatherMessage(answer, () => performance.now() - started) : {
			body: answer,
			timeToFirstTokenMs: null,
			whole: true
		};
		if (!gathered.whole) return failed("connection", "the stream ended before the answer did", { retryable: true });
		const reply = readMessage(gathered.body);
		if (reply === null) return failed("malformed", "the answer is no message", { retryable: true });
		const { timeToFirstTokenMs } = gathered;
		const completed = {
			status: "completed",
			reply: redactReply({
				...reply,
				timeToFirstTokenMs
			}, key)
		};
		return withLimits(completed, (header) => response.headers.get(header));
	} catch (error) {
		return readThrown(error, failedCall);
	}
}
/** The API tells kinds of errors apart by `type`, and some of what the prompt or the account caused by words alone. */
function withCode(error) {
	if (!isObject(error)) return error;
	const message = String(error["message"]);
	if (/content filtering policy/i.test(message)) return {
		...error,
		code: "content_filter"
	};
	if (/credit balance is too low/i.test(message)) return {
		...error,
		code: "insufficient_quota"
	};
	return {
		...error,
		code: error["type"] ?? null
	};
}
function readBaseUrl$1(config, { environment }) {
	return (config.baseUrl ?? (environment["ANTHROPIC_BASE_URL"]?.trim() || defaultBaseUrl)).replace(/\/v1\/?$/, "");
}

// src/code/process-group.ts
/** Whether a program is started in a group of its own, by which its children can be found. */
const ownGroup = process.platform !== "win32";
/** Ends a program and everything that it started. */
function killGroup({ pid }) {
	if (pid === void 0) return;
	if (!ownGroup) {
		spawn("taskkill", [
			"/pid",
			String(pid),
			"/t",
			"/f"
		], {
			windowsHide: true,
			stdio: "ignore"
		}).on("error", () => {});
		return;
	}
	try {
		process.kill(-pid, "SIGKILL");
	} catch {}
}
const running = /* @__PURE__ */ new Set();
const endings$1 = [
	"SIGINT",
	"SIGTERM",
	"SIGHUP"
];
/** Whoever ends this process ends the program, too: in a group of its own it would not hear of it. */
function watchProgram(child) {
	running.add(child);
	if (running.size === 1) for (const signal of endings$1) process.once(signal, endAll);
}
/** The program has ended. */
function forgetProgram(child) {
	if (running.delete(child) && running.size === 0) unlisten();
}
function endAll(signal) {
	for (const child of running) killGroup(child);
	unlisten();
	process.kill(process.pid, signal);
}
function unlisten() {
	for (const signal of endings$1) process.off(signal, endAll);
}

// src/code/run-program.ts
/** A child that left the group may hold our pipes open; it is not waited for longer. */
const drainMs = 1e3;
/** Runs a program to its end, or ends it together with all of its children. It never rejects. */
function runProgram(program) {
	const { command, directory, environment, input, signal, outputLimit, onText } = program;
	return new Promise((resolve) => {
		if (signal.aborted) return resolve({ end: "stopped" });
		const child = spawn(command, {
			shell: true,
			cwd: directory,
			env: environment,
			detached: ownGroup,
			windowsHide: true
		});
		const output = [];
		const state = {
			size: 0,
			complaint: "",
			stopped: false
		};
		const stop = () => {
			state.stopped = true;
			killGroup(child);
		};
		watchProgram(child);
		signal.addEventListener("abort", stop, { once: true });
		const finish = (end) => {
			signal.removeEventListener("abort", stop);
			forgetProgram(child);
			resolve(end);
		};
		child.stdout?.on("data", (chunk) => {
			state.size += chunk.length;
			if (state.size > outputLimit) killGroup(child);
			else output.push(chunk);
		});
		child.stderr?.setEncoding("utf8").on("data", (text) => {
			state.complaint = (state.complaint + text).slice(-4e3);
			onText?.(text);
		});
		child.stdin?.on("error", () => {});
		child.stdin?.end(input);
		child.on("error", (error) => finish({
			end: "not-started",
			reason: error.message
		}));
		child.on("exit", () => {
			killGroup(child);
			setTimeout(() => {
				child.stdout?.destroy();
				child.stderr?.destroy();
			}, drainMs).unref();
		});
		child.on("close", (exitCode, by) => {
			const { complaint } = state;
			if (state.stopped) finish({ end: "stopped" });
			else if (state.size > outputLimit) finish({ end: "too-much" });
			else if (exitCode === null) finish({
				end: "killed",
				by: by ?? "a signal",
				complaint
			});
			else finish({
				end: "exited",
				exitCode,
				output: Buffer.concat(output).toString("utf8"),
				complaint
			});
		});
	});
}

// src/models/program-environment.ts
/** What a program needs to find its tools and its folders; nothing that is secret. */
const basics = [
	"PATH",
	"HOME",
	"LANG",
	"LC_ALL",
	"TZ",
	"TMPDIR"
];
const windowsBasics = [
	"SystemRoot",
	"ComSpec",
	"PATHEXT",
	"TEMP",
	"TMP",
	"USERPROFILE",
	"APPDATA",
	"LOCALAPPDATA"
];
/** The basics and the variables that assay.yml names, and no others. */
function programEnvironment(environment, named) {
	const windows = process.platform === "win32";
	const wanted = [
		...basics,
		...windows ? windowsBasics : [],
		...named
	];
	const find = (name) => {
		const written = windows ? Object.keys(environment).find((key) => key.toUpperCase() === name.toUpperCase()) : name;
		return written === void 0 ? void 0 : environment[written];
	};
	return Object.fromEntries(wanted.flatMap((name) => {
		const value = find(name);
		return value === void 0 ? [] : [[name, value]];
	}));
}

// src/models/application.ts
/** An answer larger than this, in bytes, is a program that does not end. */
const outputLimit = 8388608;
const defaultSetupMs = 6e5;
/** The variables that the program gets by name. */
function readNames({ settings }) {
	return settings?.["env"] ?? [];
}
/** The program as assay.yml describes it. */
function readApplication(name, config, context) {
	const { settings = {} } = config;
	const named = readNames(config);
	const workspace = context.workspace;
	return {
		name,
		command: text(settings["command"]) ?? "",
		setup: text(settings["setup"]),
		setupMs: readDuration(text(settings["setupTimeout"])) ?? defaultSetupMs,
		environment: programEnvironment(context.environment, named),
		secrets: named.flatMap((variable) => readSecrets(context.environment[variable] ?? "")),
		workspace,
		timeoutMs: context.timeoutMs,
		onSetupText: (written) => context.onSetupText?.(`${name} at ${workspace.label}`, written)
	};
}
/** What must not be told of a variable: a text of several lines is told line by line. */
function readSecrets(value) {
	const whole = value.trim();
	const lines = whole.split(/\r?\n/).map((line) => line.trim());
	return [.../* @__PURE__ */ new Set([whole, ...lines])].filter((secret) => secret.length >= 8);
}
/** How a program ended, to go on with after its name. */
function describeEnd(end) {
	switch (end.end) {
		case "exited": return `ended with status ${end.exitCode}`;
		case "killed": return `was ended by ${end.by}`;
		case "too-much": return `wrote more than ${outputLimit / 2 ** 20} MiB`;
		case "not-started": return `could not be started: ${toOneLine(end.reason)}`;
		case "stopped": return "was stopped";
	}
}
/** The end of what it wrote to standard error, as one line. */
function lastWords(end, secrets) {
	if (end.end !== "exited" && end.end !== "killed") return "";
	return toOneLine(hide(end.complaint, secrets).trim().slice(-280));
}
/** A text without what the named variables hold. */
function hide(written, secrets) {
	return secrets.reduce((all, secret) => redact(all, secret), written);
}
const unitMs = {
	ms: 1,
	s: 1e3,
	m: 6e4
};
function readDuration(written) {
	const [, amount, unit = ""] = /^(\d+)(ms|s|m)$/.exec(written ?? "") ?? [];
	return amount === void 0 ? null : Number(amount) * (unitMs[unit] ?? 1);
}

// src/models/program-answer.ts
/** What a program wrote: JSON with its `output` or its `error`, or else the answer itself. */
function readProgramAnswer(written) {
	const json = parse$2(written);
	if (isObject(json) && isObject(json["error"])) return readError(json["error"]);
	if (!isObject(json) || !Object.hasOwn(json, "output")) {
		const said = written.replace(/\r?\n$/, "");
		return {
			status: "completed",
			reply: createReply(said, { finishReason: {
				unified: "stop",
				raw: null
			} })
		};
	}
	const output = json["output"] ?? "";
	const usage = isObject(json["usage"]) ? json["usage"] : {};
	const toolCalls = (Array.isArray(json["toolCalls"]) ? json["toolCalls"] : []).flatMap((call) => readToolCall(call) ?? []);
	const said = typeof output === "string" ? output : JSON.stringify(output);
	return {
		status: "completed",
		reply: createReply(said, {
			refusal: text(json["refusal"]),
			finishReason: {
				unified: toolCalls.length > 0 ? "tool-calls" : "stop",
				raw: null
			},
			tokens: {
				input: count(usage["input"]),
				output: count(usage["output"]),
				cachedInput: count(usage["cachedInput"]),
				cacheWrite: count(usage["cacheWrite"]),
				reasoning: count(usage["reasoning"])
			},
			model: text(json["model"]),
			toolCalls,
			cost: count(json["cost"])
		})
	};
}
/** What the program's own transport caused: it says itself whether trying again may help. */
function readError(error) {
	const message = `the program says: ${toOneLine(text(error["message"]) ?? JSON.stringify(error))}`;
	return failed("server", message, { retryable: error["retryable"] === true });
}
function parse$2(written) {
	try {
		return JSON.parse(written);
	} catch {
		return;
	}
}

// src/models/set-up.ts
/** Brings the arm's files onto disk and runs `setup` there, once. Throws a UserError with the end of what it wrote. */
async function setUp(application, signal) {
	const { name, setup, setupMs, environment, workspace } = application;
	const directory = await workspace.folder();
	if (setup === null) return;
	const time = AbortSignal.timeout(setupMs);
	const end = await runProgram({
		command: process.platform === "win32" ? `(${setup}) 1>&2` : `{ ${setup}\n} 1>&2`,
		directory,
		environment,
		input: "",
		signal: AbortSignal.any([time, signal]),
		outputLimit,
		onText: byLine((written) => application.onSetupText(hide(written, application.secrets)))
	});
	if (end.end === "exited" && end.exitCode === 0) return;
	if (end.end === "stopped" && !time.aborted) return;
	const how = end.end === "stopped" ? `took longer than ${setupMs / 1e3} s` : describeEnd(end);
	throw setupFailed(name, workspace.label, how, lastWords(end, application.secrets));
}
/** Hands a text on line by line: a secret that comes in two pieces would not be known for one. */
function byLine(tell) {
	let open = "";
	return (text) => {
		const end = (open + text).lastIndexOf("\n") + 1;
		const all = open + text;
		open = all.slice(end);
		if (end > 0) tell(all.slice(0, end));
	};
}

// src/models/providers/command.ts
/** A program of the repository, which is tested whole: each arm runs it as its own revision has it. */
const command = {
	description: "a program of the repository: each arm runs its own revision of it",
	keyEnv: null,
	settings: [
		"command",
		"setup",
		"setupTimeout",
		"env"
	],
	takesValues: true,
	runsCode: true,
	inspect(name, config) {
		const hint = `For example: ${name}: { type: command, command: "node app/answer.mjs" }`;
		const { place, settings = {}, baseUrl, keyEnv } = config;
		return [
			...text(settings["command"]) === null ? [missingSettings(name, ["command"], hint, place)] : [],
			...baseUrl === null ? [] : [passedOver(name, "baseUrl", "The program knows its own addresses: remove it.", place)],
			...keyEnv == null ? [] : [passedOver(name, "keyEnv", `Name the variable under env: env: [${keyEnv}].`, place)]
		];
	},
	check(name, config, context) {
		return [...context.workspace === void 0 ? [noWorkspace(name, config.place)] : [], ...readNames(config).filter((variable) => !context.environment[variable]).map((variable) => missingVariable(name, variable, config.place))];
	},
	async create(name, config, context) {
		const application = readApplication(name, config, context);
		let ready = null;
		return {
			name,
			prepare: (signal) => {
				ready ??= setUp(application, signal);
				return ready;
			},
			call: (request, { caseId, trial }, signal) => ask$1(application, toInput(request, caseId, trial), signal)
		};
	}
};
async function ask$1(application, input, signal) {
	const { command, environment, workspace, secrets } = application;
	const directory = await workspace.folder();
	const end = await runProgram({
		command,
		directory,
		environment,
		input,
		signal,
		outputLimit
	});
	if (end.end === "stopped") return signal.reason?.name === "TimeoutError" ? failed("timeout", `no answer within ${application.timeoutMs / 1e3} s`, { retryable: true }) : failed("aborted", "stopped before the answer came");
	if (end.end !== "exited" || end.exitCode !== 0) {
		const words = lastWords(end, secrets);
		return failed("server", `the program ${describeEnd(end)}${words === "" ? "" : `: ${words}`}`);
	}
	const result = readProgramAnswer(end.output);
	if (result.status === "failed") return {
		...result,
		failure: {
			...result.failure,
			message: hide(result.failure.message, secrets)
		}
	};
	return {
		...result,
		reply: secrets.reduce(redactReply, result.reply)
	};
}
/** The case as a program reads it. */
function toInput(request, caseId, trial) {
	const { model, parameters, format, tools, values = {} } = request;
	const messages = toChatMessages(request.messages);
	return JSON.stringify({
		case: caseId,
		trial,
		model,
		vars: values,
		messages,
		parameters,
		format,
		tools
	});
}

// src/models/fill-template.ts
const placeholder = /\{\{\s*([\w.-]+)\s*\}\}/g;
/** The names that a template's texts stand for: `vars.question`, `model`. */
function namesIn(template) {
	if (typeof template === "string") return [...template.matchAll(placeholder)].map(([, name]) => name ?? "");
	return (Array.isArray(template) ? template : isObject(template) ? Object.values(template) : []).flatMap(namesIn);
}
/** The value behind a name, by its own keys only; undefined where there is none. */
function lookUp(values, name) {
	let value = values;
	for (const key of name.split(".")) value = isObject(value) && Object.hasOwn(value, key) ? value[key] : void 0;
	return value;
}
/** A text with its values in place, each as the text that `sink` makes of it; what has no value is empty. */
function fillText(template, values, sink) {
	return template.replaceAll(placeholder, (_, name) => sink(toText(lookUp(values, name))));
}
/** JSON with its values in place: a text that is one name alone becomes the value itself, whatever its kind. */
function fillJson(template, values) {
	if (typeof template === "string") {
		const alone = /^\{\{\s*([\w.-]+)\s*\}\}$/.exec(template)?.[1];
		return alone === void 0 ? fillText(template, values, (text) => text) : lookUp(values, alone) ?? null;
	}
	if (Array.isArray(template)) return template.map((entry) => fillJson(entry, values));
	if (!isObject(template)) return template;
	return Object.fromEntries(Object.entries(template).map(([key, entry]) => [key, fillJson(entry, values)]));
}
function toText(value) {
	if (value === void 0 || value === null) return "";
	return typeof value === "string" ? value : JSON.stringify(value);
}

// src/models/fill-request.ts
/** What a template may be filled in with, by the first part of each name; `key` in headers alone. */
const templateNames = [
	"model",
	"prompt",
	"messages",
	"vars",
	"parameters",
	"format",
	"tools",
	"case",
	"trial"
];
/** Scheme and host, as written: everything before the path, the query or the fragment. */
function originPart(url) {
	return /^[a-z]+:\/\/[^/?#]*/i.exec(url)?.[0] ?? "";
}
/** Names of a template that stand for nothing. */
function unknownNames(template) {
	const known = (name) => templateNames.includes(name.split(".")[0] ?? "");
	const inHeaders = namesIn(Object.values(template.headers)).filter((name) => name !== "key" && !known(name));
	return [...namesIn([template.url, template.body]).filter((name) => !known(name)), ...inHeaders];
}
/** A half of a surrogate pair has no place in an address: it goes as the sign for what is unreadable. */
function escapePart(text) {
	return encodeURIComponent(text.toWellFormed());
}
/** Fills a request in; else says why a value cannot be sent. A value never changes where the request goes. */
function fillRequest(template, values, key) {
	const origin = originPart(template.url);
	const [path = "", ...query] = template.url.slice(origin.length).split("?");
	const filledPath = path.split("/").map((segment) => fillText(segment, values, escapePart));
	const isStep = (segment) => /^(?:\.|%2e){1,2}$/i.test(segment);
	if (path.split("/").some((segment, index) => namesIn(segment).length > 0 && isStep(filledPath[index] ?? ""))) return { problem: "a value in the path of the address is a step to another folder" };
	const filledQuery = query.map((part) => fillText(part, values, escapePart));
	const url = new URL([origin + filledPath.join("/"), ...filledQuery].join("?"));
	const headers = {};
	for (const [name, value] of Object.entries(template.headers)) {
		const filled = fillText(value, {
			...values,
			key
		}, (text) => text);
		if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(filled)) return { problem: `a value in the header ${name} holds a character that no header has` };
		headers[name] = filled;
	}
	return {
		url,
		headers,
		body: template.body === null ? null : JSON.stringify(fillJson(template.body, values))
	};
}
/** A setting that is a map of texts; empty where it is not given. */
function textMap(value) {
	return isObject(value) ? value : {};
}

// src/models/endpoint-template.ts
/** What assay.yml has an endpoint sent. */
function readTemplate({ settings = {}, keyEnv }) {
	const headers = textMap(settings["headers"]);
	const body = settings["body"] ?? null;
	const sendsKey = namesIn(Object.values(headers)).includes("key");
	return {
		url: text(settings["url"]) ?? "",
		method: text(settings["method"]) ?? "POST",
		headers: {
			...body === null ? {} : { "content-type": "application/json" },
			accept: "application/json",
			...keyEnv != null && !sendsKey && { authorization: "Bearer {{key}}" },
			...headers
		},
		body
	};
}
/** What a request fills a template in with. */
function valuesOf(request, caseId, trial) {
	const last = request.messages.findLast(({ role }) => role === "user");
	return {
		model: request.model,
		messages: toChatMessages(request.messages),
		prompt: last === void 0 ? "" : messageText(last),
		vars: request.values ?? {},
		parameters: request.parameters,
		format: request.format,
		tools: request.tools,
		case: caseId,
		trial
	};
}

// src/models/json-pointer.ts
/** The value at a JSON Pointer (RFC 6901); undefined where there is none. */
function readPointer(value, pointer) {
	if (pointer === "") return value;
	let current = value;
	for (const token of pointer.split("/").slice(1)) {
		const key = token.replaceAll("~1", "/").replaceAll("~0", "~");
		if (Array.isArray(current)) current = /^(?:0|[1-9]\d*)$/.test(key) ? current[Number(key)] : void 0;
		else current = isObject(current) && Object.hasOwn(current, key) ? current[key] : void 0;
	}
	return current;
}

// src/models/providers/http.ts
/** Any endpoint that takes and gives JSON. */
const http = {
	description: "any endpoint that takes and gives JSON",
	keyEnv: null,
	settings: [
		"url",
		"method",
		"headers",
		"body",
		"output",
		"usage",
		"cost",
		"success"
	],
	takesValues: true,
	inspect(name, config) {
		const { settings = {} } = config;
		const lacking = ["url", "output"].filter((setting) => typeof settings[setting] !== "string");
		if (lacking.length > 0) {
			const hint = `For example: ${name}: { type: http, url: "https://…/answer", body: { question: "{{vars.question}}" }, output: /answer }`;
			return [missingSettings(name, lacking, hint, config.place)];
		}
		const template = readTemplate(config);
		const origin = originPart(template.url);
		const isOrigin = namesIn(origin).length === 0 && /^https?:\/\/[^@]+$/i.test(origin) && URL.canParse(origin);
		const unknown = unknownNames(template);
		const sendsKey = namesIn(Object.values(template.headers)).includes("key");
		return [
			...config.baseUrl === null ? [] : [passedOver(name, "baseUrl", "Write the whole address under url.", config.place)],
			...config.keyEnv == null && sendsKey ? [unnamedKey(name, config.place)] : [],
			...template.method === "GET" && template.body !== null ? [bodyOfGet(name, config.place)] : [],
			...Object.keys(template.headers).filter((header) => !headerName.test(header)).map((header) => unusableHeader(name, header, config.place)),
			...isOrigin ? [] : [unusableAddress(name, template.url, config.place)],
			...unknown.map((written) => unfilledTemplate(name, written, templateNames, config.place))
		];
	},
	check: (name, config, context) => checkKey(name, config, null, context),
	refuses({ messages, format, tools }, config) {
		const template = readTemplate(config);
		const used = new Set(namesIn([template.url, template.body]).map((each) => each.split(".")[0]));
		const parts = messages.some(({ content }) => typeof content !== "string");
		const shown = messages.findLast(({ role }) => role === "user");
		const others = messages.filter((message) => message !== shown).map(({ role }) => role);
		const left = [...new Set(others)].map((role) => roleWords[role]).join(", ");
		return [
			...left !== "" && !used.has("messages") ? [`${left} (its body holds no {{messages}})`] : [],
			...parts && !used.has("messages") ? ["images and files (its body holds no {{messages}})"] : [],
			...format !== null && !used.has("format") ? ["a response format (its body holds no {{format}})"] : [],
			...tools !== null && !used.has("tools") ? ["tools (its body holds no {{tools}})"] : []
		];
	},
	leavesOut(config) {
		const { url, body, headers } = readTemplate(config);
		const used = new Set(namesIn([
			url,
			body,
			Object.values(headers)
		]).map((each) => each.split(".")[0]));
		return Object.entries(partNames).filter(([, names]) => !names.some((each) => used.has(each))).map(([part]) => part);
	},
	async create(name, config, context) {
		const template = readTemplate(config);
		const key = readKey(config, null, context);
		const endpoint = {
			template,
			config,
			key,
			fetch: createFetch(new URL(originPart(template.url)), context.environment),
			timeoutMs: context.timeoutMs
		};
		return {
			name,
			call: async (request, { caseId, trial }, signal) => {
				const filled = fillRequest(template, valuesOf(request, caseId, trial), key);
				return "problem" in filled ? failed("rejected", filled.problem) : ask(endpoint, filled, signal);
			}
		};
	}
};
/** What holds a part of a prompt, where a template asks for it. */
const partNames = {
	text: ["prompt", "messages"],
	included: [
		"prompt",
		"messages",
		"format"
	],
	model: ["model"],
	parameters: ["parameters"],
	format: ["format"],
	tools: ["tools"]
};
/** A token, as HTTP has names of headers. */
const headerName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** Messages beside the last of the user, by who speaks. */
const roleWords = {
	system: "the system's message",
	developer: "the developer's message",
	user: "earlier messages of the user",
	assistant: "answers of the assistant",
	tool: "results of tools"
};
async function ask(endpoint, { url, headers, body }, signal) {
	const { key, timeoutMs, template, config } = endpoint;
	const where = {
		signal,
		timeoutMs,
		baseUrl: url.origin,
		key
	};
	try {
		const response = await endpoint.fetch(url, {
			method: template.method,
			headers,
			body,
			signal
		});
		const told = await response.text();
		if (!(config.settings?.["success"] ?? [200]).includes(response.status)) {
			const json = parse$1(told);
			const error = isObject(json) ? json["error"] ?? json : told;
			return readErrorAnswer({
				status: response.status,
				error,
				header: (name) => response.headers.get(name),
				key
			});
		}
		const reply = readAnswer(parse$1(told), config.settings ?? {});
		if (typeof reply === "string") return failed("malformed", reply, { retryable: true });
		return {
			status: "completed",
			reply: redactReply(reply, key)
		};
	} catch (error) {
		return readUnanswered(error, where);
	}
}
function parse$1(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
/** The reply where the pointers say; else what is wrong with the answer. */
function readAnswer(body, settings) {
	if (body === void 0) return "the answer is no JSON";
	const pointer = text(settings["output"]) ?? "";
	const output = readPointer(body, pointer);
	if (output === void 0) return `the answer has nothing at ${pointer}`;
	const pointers = Object.entries(textMap(settings["usage"]));
	const cost = text(settings["cost"]);
	return createReply(typeof output === "string" ? output : output === null ? "" : JSON.stringify(output), {
		finishReason: {
			unified: "stop",
			raw: null
		},
		tokens: Object.fromEntries(pointers.map(([kind, where]) => [kind, count(readPointer(body, where))])),
		cost: cost === null ? null : count(readPointer(body, cost))
	});
}

// src/models/chat-stream.ts
/** Puts the chunks of a streamed chat completion together. `elapsed` tells how long the call has taken. */
async function gatherChat(chunks, elapsed) {
	const head = {};
	const draft = {
		content: "",
		refusal: null,
		finish: null
	};
	const calls = /* @__PURE__ */ new Map();
	let first = null;
	for await (const chunk of chunks) {
		if (!isObject(chunk)) continue;
		for (const key of [
			"model",
			"system_fingerprint",
			"usage"
		]) if (chunk[key] !== void 0 && chunk[key] !== null) head[key] = chunk[key];
		const choice = Array.isArray(chunk["choices"]) ? chunk["choices"][0] : void 0;
		if (!isObject(choice)) continue;
		const delta = isObject(choice["delta"]) ? choice["delta"] : {};
		const [content, refusal] = [text(delta["content"]) ?? "", text(delta["refusal"]) ?? ""];
		const added = Array.isArray(delta["tool_calls"]) ? delta["tool_calls"] : [];
		if (first === null && (content !== "" || refusal !== "" || added.length > 0)) first = elapsed();
		draft.content += content;
		if (refusal !== "") draft.refusal = (draft.refusal ?? "") + refusal;
		draft.finish = text(choice["finish_reason"]) ?? draft.finish;
		for (const [position, part] of added.entries()) addToCall(calls, part, position);
	}
	const message = {
		content: draft.content,
		refusal: draft.refusal,
		tool_calls: [...calls.values()].map((call) => ({
			id: call.id,
			function: { ...call }
		}))
	};
	return {
		body: {
			...head,
			choices: [{
				message,
				finish_reason: draft.finish
			}]
		},
		timeToFirstTokenMs: first,
		whole: draft.finish !== null
	};
}
function addToCall(calls, part, position) {
	if (!isObject(part)) return;
	const index = typeof part["index"] === "number" ? part["index"] : position;
	const call = calls.get(index) ?? {
		id: null,
		name: "",
		arguments: ""
	};
	const inner = isObject(part["function"]) ? part["function"] : {};
	call.id = text(part["id"]) ?? call.id;
	call.name += text(inner["name"]) ?? "";
	call.arguments += text(inner["arguments"]) ?? "";
	calls.set(index, call);
}
/** Waits for the event that holds the whole response, which is the last one. */
async function gatherResponse(events, elapsed) {
	let first = null;
	let body = null;
	for await (const event of events) {
		if (!isObject(event)) continue;
		const type = text(event["type"]) ?? "";
		if (/^response\.(?:output_text|refusal|function_call_arguments)\.delta$/.test(type)) first ??= elapsed();
		if (/^response\.(?:completed|incomplete|failed)$/.test(type) && isObject(event["response"])) body = event["response"];
	}
	return {
		body: body ?? {},
		timeToFirstTokenMs: first,
		whole: body !== null
	};
}

// src/models/batch-lines.ts
/** Where the calls of a batch go. */
const batchEndpoint = "/v1/chat/completions";
/** A failure that stands. */
function refuse(kind, message) {
	return failed(kind, message);
}
/** What a batch that ended so says of the calls that it gives no answer to. */
function describeRest(status, said) {
	const [kind, message] = {
		expired: ["timeout", "the batch expired before this call was answered"],
		cancelled: ["server", "the batch was cancelled before this call was answered"],
		failed: ["rejected", `the batch was refused${said === null ? "" : `: ${said}`}`]
	}[status] ?? ["malformed", "the batch has no answer to this call"];
	return refuse(kind, message).failure;
}
/** The upload of a file with one request a line. */
function writeUpload(calls) {
	const lines = calls.map(({ id, request }) => JSON.stringify({
		custom_id: id,
		method: "POST",
		url: batchEndpoint,
		body: toChatBody(request)
	}));
	const boundary = "prompt-assay-batch";
	const part = (disposition, content) => `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
	return {
		body: `${part("name=\"purpose\"", "batch")}${part(`name="file"; filename="batch.jsonl"\r\ncontent-type: application/jsonl`, `${lines.join("\n")}\n`)}--${boundary}--\r\n`,
		type: `multipart/form-data; boundary=${boundary}`
	};
}
/** One answer or one error; null for a line that is neither. */
function readBatchLine(line, { key, redact: clean }) {
	const value = parse(line);
	const id = value?.["custom_id"];
	if (value === null || typeof id !== "string") return null;
	return {
		id,
		result: readResult(value, key, clean)
	};
}
function readResult(line, key, clean) {
	const { response, error } = line;
	if (!isObject(response)) return readLineError(error, key);
	const status = typeof response["status_code"] === "number" ? response["status_code"] : 0;
	const body = response["body"];
	if (status < 400) {
		const reply = readChatCompletion(body);
		return reply === null ? failed("malformed", "the answer is no chat completion") : {
			status: "completed",
			reply: clean(reply)
		};
	}
	const requestId = response["request_id"];
	const header = (name) => name === "x-request-id" && typeof requestId === "string" && requestId !== "" ? requestId : null;
	const said = isObject(body) && Object.hasOwn(body, "error") ? body["error"] : body;
	const result = readErrorAnswer({
		status,
		error: said,
		header,
		key
	});
	return result.status === "completed" ? result : {
		...result,
		failure: {
			...result.failure,
			retryable: false
		}
	};
}
/** A call that was never made: its batch expired or was cancelled first. */
function readLineError(error, key) {
	const { code, message } = isObject(error) ? error : {};
	if (code === "batch_expired") return {
		status: "failed",
		failure: describeRest("expired", null)
	};
	if (code === "batch_cancelled") return {
		status: "failed",
		failure: describeRest("cancelled", null)
	};
	const words = typeof message === "string" ? `: ${toOneLine(redact(message, key))}` : "";
	return failed("server", `the batch could not answer this call${words}`);
}
function parse(line) {
	try {
		const value = JSON.parse(line);
		return isObject(value) ? value : null;
	} catch {
		return null;
	}
}

// src/models/openai-batches.ts
/** Batches among which one that was started, but never heard of, is looked for. */
const lookedThrough = 100;
/** Statuses after which nothing follows. */
const endings = [
	"completed",
	"failed",
	"expired",
	"cancelled"
];
/** OpenAI's batch interface: a file of requests goes up, files of answers and of errors come down. */
function createBatches(connection) {
	const { client, key } = connection;
	/** What the batch interface itself refuses says nothing of a model. */
	const attempt = async (signal, work) => {
		try {
			return {
				status: "completed",
				value: await work(AbortSignal.any([signal]))
			};
		} catch (error) {
			const result = connection.readThrown(error, signal);
			if (result.status === "failed") {
				const { failure } = result;
				if (failure.kind !== "missing-model") return {
					status: "failed",
					failure
				};
				return refuse("rejected", `the server has no batch interface, or not this batch: ${failure.message}`);
			}
			return refuse("rejected", "the server refuses the batch");
		}
	};
	const find = async (upload, signal) => {
		const { data } = await client.batches.list({ limit: lookedThrough }, { signal });
		return data.find((batch) => batch.input_file_id === upload)?.id ?? null;
	};
	return {
		upload: (calls, signal) => attempt(signal, async (own) => {
			const { body, type } = writeUpload(calls);
			const headers = { "content-type": type };
			return (await client.post("/files", {
				body,
				headers,
				signal: own
			})).id;
		}),
		start: (upload, signal) => attempt(signal, async (own) => {
			const known = await find(upload, own);
			if (known !== null) return known;
			const body = {
				input_file_id: upload,
				endpoint: batchEndpoint,
				completion_window: "24h"
			};
			return (await client.batches.create(body, { signal: own })).id;
		}),
		look: (batch, signal) => attempt(signal, async (own) => {
			const { status, request_counts, output_file_id, error_file_id, errors } = await client.batches.retrieve(batch, { signal: own });
			const said = errors?.data?.map(({ message }) => message ?? "").find((message) => message !== "");
			return {
				ended: endings.includes(status),
				answered: (request_counts?.completed ?? 0) + (request_counts?.failed ?? 0),
				total: request_counts?.total ?? 0,
				files: [output_file_id, error_file_id].flatMap((file) => file || []),
				rest: describeRest(status, said === void 0 ? null : toOneLine(redact(said, key)))
			};
		}),
		collect: (file, signal) => attempt(signal, async (own) => {
			const text = await (await client.files.content(file, { signal: own })).text();
			const results = /* @__PURE__ */ new Map();
			for (const line of text.split("\n")) {
				const answer = line.trim() === "" ? null : readBatchLine(line, connection);
				if (answer !== null) results.set(answer.id, answer.result);
			}
			return results;
		})
	};
}

// src/models/connect-batches.ts
/** Of a file with the answers of a batch, in bytes; and of the time that one may take, in milliseconds. */
const fileLimit = 1 << 29;
const fileTimeoutMs = 6e5;
/** The batch interface of a service that has OpenAI's: files are larger than chats, and take longer. */
function connectBatches({ client, preset }, config, context) {
	const key = readKey(config, preset.keyEnv, context);
	const patient = client.withOptions({
		timeout: fileTimeoutMs,
		defaultHeaders: { Authorization: key === "" ? null : `Bearer ${key}` },
		fetch: createFetch(new URL(client.baseURL), context.environment, fileLimit)
	});
	const told = {
		timeoutMs: fileTimeoutMs,
		baseUrl: client.baseURL,
		key,
		parameters: [],
		errors: client.constructor
	};
	return createBatches({
		client: patient,
		key,
		readThrown: (error, signal) => readThrown(error, {
			...told,
			signal
		}),
		redact: (reply) => redactReply(reply, key)
	});
}

// src/models/embeddings.ts
/** The body of a request for embeddings: the texts of the messages, as numbers rather than as Base64. */
function toEmbeddingBody(request) {
	return {
		...request.parameters,
		model: request.model,
		input: request.messages.map(messageText),
		encoding_format: "float"
	};
}
/** The vectors in the order of the texts, as the text of a reply; null where the body holds none for each of them. */
function readEmbeddings(body, texts) {
	const data = isObject(body) ? body["data"] : void 0;
	if (!isObject(body) || !Array.isArray(data) || data.length !== texts) return null;
	const vectors = new Array(texts).fill(void 0);
	for (const [position, entry] of data.entries()) {
		if (!isObject(entry) || !isVector(entry["embedding"])) return null;
		const index = entry["index"] ?? position;
		if (typeof index !== "number") return null;
		vectors[index] = entry["embedding"];
	}
	if (vectors.length !== texts || vectors.includes(void 0)) return null;
	const input = (isObject(body["usage"]) ? body["usage"] : {})["prompt_tokens"];
	return createReply(JSON.stringify(vectors), {
		tokens: {
			input: typeof input === "number" ? input : null,
			output: 0
		},
		model: typeof body["model"] === "string" ? body["model"] : null
	});
}
function isVector(value) {
	return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "number");
}

// src/models/entra-token.ts
const defaultAuthority = "https://login.microsoftonline.com";
const audience = "api://AzureADTokenExchange";
/** A token is renewed this long before it ends. */
const reserveMs = 3e5;
/** Where each part of the identity is read: assay.yml first, then the environment. */
function readIdentity({ settings = {} }, { environment }) {
	const read = (key, variable) => text(settings[key]) ?? environment[variable]?.trim() ?? "";
	return {
		tenantId: read("tenantId", "AZURE_TENANT_ID"),
		clientId: read("clientId", "AZURE_CLIENT_ID"),
		authority: (read("authority", "AZURE_AUTHORITY_HOST") || defaultAuthority).replace(/\/+$/, ""),
		requestUrl: environment["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? "",
		requestToken: environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? ""
	};
}
/** What lacks for a token: the application's ids, or the job's permission to ask GitHub who it is. */
function checkIdentity(name, config, context) {
	const identity = readIdentity(config, context);
	const problems = [];
	const lacking = [...identity.tenantId === "" ? ["tenantId (or AZURE_TENANT_ID)"] : [], ...identity.clientId === "" ? ["clientId (or AZURE_CLIENT_ID)"] : []];
	if (lacking.length > 0) problems.push(missingSettings(name, lacking, "Both are ids of the application in Entra, and no secrets.", config.place));
	if (identity.requestUrl === "" || identity.requestToken === "") problems.push(missingSettings(name, ["a token of GitHub's for this job"], "Give the job this permission: permissions: { id-token: write }. Outside of GitHub Actions use a key.", config.place));
	return problems;
}
/** Exchanges GitHub's word for who this job is for a token of Entra's, and keeps that until it ends. */
function createTokenSource(config, context, scope) {
	let current = null;
	let expires = Number.POSITIVE_INFINITY;
	return async (signal) => {
		if (current === null || Date.now() > expires - reserveMs) {
			expires = Number.POSITIVE_INFINITY;
			current = { result: exchange(readIdentity(config, context), context, scope, signal) };
		}
		const mine = current;
		const result = await mine.result;
		if ("failure" in result && current === mine) current = null;
		if (result.expires !== void 0 && current === mine) expires = result.expires;
		return result;
	};
}
async function exchange(identity, context, scope, signal) {
	const asked = new URL(identity.requestUrl);
	asked.searchParams.set("audience", audience);
	const github = await askJson(asked, "GitHub", { authorization: `Bearer ${identity.requestToken}` }, context, signal);
	if ("failure" in github) return github;
	const assertion = text(github.body["value"]);
	if (assertion === null) return refused("GitHub gave no token for this job");
	const entra = await askJson(new URL(`${identity.authority}/${encodeURIComponent(identity.tenantId)}/oauth2/v2.0/token`), "Entra", { "content-type": "application/x-www-form-urlencoded" }, context, signal, new URLSearchParams({
		grant_type: "client_credentials",
		client_id: identity.clientId,
		client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
		client_assertion: assertion,
		scope
	}).toString(), assertion);
	if ("failure" in entra) return entra;
	const token = text(entra.body["access_token"]);
	if (token === null) return refused("Entra gave no token");
	const seconds = entra.body["expires_in"];
	return {
		token,
		expires: Date.now() + (typeof seconds === "number" ? seconds : 600) * 1e3
	};
}
/** Asks one of the two; their errors are told without what was sent to them. */
async function askJson(url, who, headers, context, signal, form = null, secret = null) {
	try {
		const settings = form === null ? {
			headers,
			signal
		} : {
			method: "POST",
			headers,
			body: form,
			signal
		};
		const response = await createFetch(url, context.environment)(url, settings);
		const body = await response.json().catch(() => null);
		if (response.status === 200 && isObject(body)) return { body };
		const said = isObject(body) ? text(body["error_description"]) ?? text(body["error"]) : null;
		const words = said === null ? "" : `: ${toOneLine(redact(said, secret))}`;
		return refused(`${who} gave no token for this job: ${response.status}${words}`, response.status);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		return { failure: failed("connection", `no connection to ${url.origin}: ${toOneLine(message)}`, { retryable: true }) };
	}
}
function refused(message, httpStatus = null) {
	const retryable = httpStatus !== null && (httpStatus === 429 || httpStatus >= 500);
	return { failure: failed(retryable ? "server" : "refused-key", message, {
		httpStatus,
		retryable
	}) };
}

// src/models/openai-connection.ts
/** Opens the way: the client is loaded here, and knows no key. */
async function connect(preset, config, context) {
	const { OpenAI: Client } = await import("./client.js");
	/** Some servers tell an error at the top of the body, or as plain text; the client looks under `error` alone. */
	class ChatClient extends Client {
		makeStatusError(status, body, text, headers) {
			const hasError = isObject(body) && Object.hasOwn(body, "error");
			return super.makeStatusError(status, hasError ? body : { error: body ?? text }, text, headers);
		}
	}
	const { settings = {} } = config;
	const apiVersion = typeof settings["apiVersion"] === "string" ? settings["apiVersion"] : null;
	const written = readBaseUrl(preset, config, context);
	const baseURL = preset.azure ? azureRoot(written, apiVersion) : written;
	const client = new ChatClient({
		baseURL,
		apiKey: "none",
		defaultHeaders: { Authorization: null },
		adminAPIKey: null,
		...(config.baseUrl !== null || preset.keyEnv !== "OPENAI_API_KEY") && {
			organization: null,
			project: null
		},
		maxRetries: 0,
		timeout: context.timeoutMs,
		logLevel: "off",
		fetch: createFetch(new URL(baseURL), context.environment)
	});
	const keyHeader = {
		token: readKey(config, preset.keyEnv, context),
		header: preset.azure ? "api-key" : "Authorization"
	};
	const scope = apiVersion === null ? "https://ai.azure.com/.default" : "https://cognitiveservices.azure.com/.default";
	const findToken = settings["auth"] === "oidc" ? createTokenSource(config, context, scope) : null;
	return {
		client,
		preset,
		api: readApi(config),
		stream: (settings["stream"] ?? context.stream) === true,
		apiVersion,
		timeoutMs: context.timeoutMs,
		authorise: findToken ?? (async () => keyHeader)
	};
}
/** Versions of the API by date have an address for each deployment, the one without a date has one for all. */
function azureRoot(baseUrl, apiVersion) {
	const endpoint = baseUrl.replace(/\/+$/, "").replace(/\/openai(?:\/v1)?$/, "");
	return apiVersion === null ? `${endpoint}/openai/v1` : `${endpoint}/openai`;
}
/** Where a model of the service is asked. */
function pathOf({ preset, api, apiVersion }, model) {
	if (api === "responses") return "/responses";
	return preset.azure && apiVersion !== null ? `/deployments/${encodeURIComponent(model)}/chat/completions` : "/chat/completions";
}
/** Where a model of the service is asked for embeddings. */
function embeddingsPathOf({ preset, apiVersion }, model) {
	return preset.azure && apiVersion !== null ? `/deployments/${encodeURIComponent(model)}/embeddings` : "/embeddings";
}
/** In which of its shapes the service is asked. */
function readApi({ settings }) {
	return settings?.["api"] === "responses" ? "responses" : "chat";
}
/** The address: that of assay.yml, of the environment, or the customary one; empty where there is none. */
function readBaseUrl(preset, config, { environment }) {
	const variable = preset.baseUrlEnv;
	const fromEnvironment = variable === void 0 ? "" : environment[variable]?.trim() ?? "";
	return config.baseUrl ?? (fromEnvironment || preset.baseUrl || "");
}

// src/models/responses.ts
/** Parameters of chat completions that stand elsewhere in a response's request. */
const nested = {
	reasoning_effort: ["reasoning", "effort"],
	verbosity: ["text", "verbosity"]
};
/** Parameters of chat completions that go by another name. */
const renamed = {
	max_tokens: "max_output_tokens",
	max_completion_tokens: "max_output_tokens"
};
/** The body of a response. Nothing is kept at the provider unless the prompt asks for it. */
function toResponsesBody(request) {
	const body = { store: false };
	const { stream: _stream, stream_options: _streamOptions, ...parameters } = request.parameters;
	for (const [name, value] of Object.entries(parameters)) {
		const [outer, inner] = (Object.hasOwn(nested, name) ? nested[name] : void 0) ?? [];
		if (outer !== void 0 && inner !== void 0) body[outer] = {
			...asObject(body[outer]),
			[inner]: value
		};
		else if (name === "tool_choice") body[name] = flattenFunction(value);
		else if (isObject(value) && isObject(body[name])) body[name] = {
			...value,
			...body[name]
		};
		else body[Object.hasOwn(renamed, name) ? renamed[name] ?? name : name] = value;
	}
	if (request.format !== null) body["text"] = {
		...asObject(body["text"]),
		format: flattenFormat(request.format)
	};
	if (request.tools !== null) body["tools"] = Array.isArray(request.tools) ? request.tools.map(flattenFunction) : request.tools;
	return {
		...body,
		model: request.model,
		input: request.messages.flatMap(toItems)
	};
}
function asObject(value) {
	return isObject(value) ? value : {};
}
/** What chat completions keep under `function` stands beside its type here; other kinds of tools are as they are. */
function flattenFunction(tool) {
	if (!isObject(tool) || !isObject(tool["function"])) return tool;
	const { function: inner, ...rest } = tool;
	return {
		...rest,
		...inner
	};
}
function flattenFormat(format) {
	const { json_schema: inner, ...rest } = format;
	return isObject(inner) ? {
		...rest,
		...inner
	} : rest;
}
/** A message as the items of an input: tool calls and their answers are items of their own. */
function toItems(message) {
	const { role, content, toolCalls = [], toolCallId } = message;
	if (role === "tool") return [{
		type: "function_call_output",
		call_id: toolCallId ?? "call_0",
		output: messageText(message)
	}];
	const kind = role === "assistant" ? "output_text" : "input_text";
	const said = partsOf(message).length === 0 ? [] : [{
		role,
		content: typeof content === "string" ? content : content.map((part) => toPart(part, kind))
	}];
	const calls = toolCalls.map((call, index) => ({
		type: "function_call",
		call_id: callIdOf(call, index),
		name: call.name,
		arguments: call.arguments
	}));
	return [...said, ...calls];
}
function toPart(part, kind) {
	if (part.type === "text") return {
		type: kind,
		text: part.text
	};
	if (part.type === "image") return {
		type: "input_image",
		image_url: dataUrl(part)
	};
	return {
		type: "input_file",
		filename: part.name,
		file_data: dataUrl(part)
	};
}
/** A response as a reply; null where the body is none. */
function readResponse(body) {
	if (!isObject(body) || !Array.isArray(body["output"])) return null;
	const items = body["output"].filter(isObject);
	const parts = items.filter((item) => item["type"] === "message").flatMap((item) => Array.isArray(item["content"]) ? item["content"] : []).filter(isObject);
	const refusals = parts.flatMap((part) => text(part["refusal"]) ?? []);
	const toolCalls = items.filter((item) => item["type"] === "function_call" || item["type"] === "custom_tool_call").flatMap((item) => readToolCall({
		...item,
		id: item["call_id"] ?? null
	}) ?? []);
	const usage = asObject(body["usage"]);
	return createReply(parts.flatMap((part) => part["type"] === "output_text" ? text(part["text"]) ?? [] : []).join(""), {
		refusal: refusals.length === 0 ? null : refusals.join("\n"),
		finishReason: readFinish(body, toolCalls.length > 0),
		tokens: {
			input: count(usage["input_tokens"]),
			output: count(usage["output_tokens"]),
			cachedInput: count(asObject(usage["input_tokens_details"])["cached_tokens"]),
			reasoning: count(asObject(usage["output_tokens_details"])["reasoning_tokens"])
		},
		model: text(body["model"]),
		toolCalls,
		cost: count(usage["cost"])
	});
}
const incomplete = {
	max_output_tokens: "length",
	content_filter: "content-filter"
};
function readFinish(body, calls) {
	const status = text(body["status"]);
	if (status === "completed") return {
		unified: calls ? "tool-calls" : "stop",
		raw: status
	};
	const raw = text(asObject(body["incomplete_details"])["reason"]) ?? status;
	return {
		unified: (raw !== null && Object.hasOwn(incomplete, raw) ? incomplete[raw] : null) ?? "other",
		raw
	};
}

// src/models/providers/openai.ts
const pictureTypes = /* @__PURE__ */ new Set([
	"image/png",
	"image/jpeg",
	"image/webp",
	"image/gif"
]);
const azureSettings = [
	"apiVersion",
	"auth",
	"tenantId",
	"clientId",
	"authority"
];
/** A service that speaks OpenAI's API, as its preset describes it. */
function openAiType(preset) {
	return {
		description: describe(preset),
		keyEnv: preset.keyEnv,
		settings: [
			"api",
			"stream",
			...preset.azure ? azureSettings : []
		],
		check(name, config, context) {
			const problems = [];
			const baseUrl = readBaseUrl(preset, config, context);
			const place = config.baseUrl === null ? void 0 : config.place;
			if (baseUrl === "") problems.push(missingAddress(name, preset.baseUrlEnv ?? null));
			else if (!/^https?:\/\//i.test(baseUrl) || !URL.canParse(baseUrl)) problems.push(unusableAddress(name, baseUrl, place));
			const api = readApi(config);
			if (!preset.apis.includes(api)) problems.push(unknownChoice(name, "api", api, preset.apis, config.place));
			const keyless = config.settings?.["auth"] === "oidc";
			problems.push(...keyless ? checkIdentity(name, config, context) : checkKey(name, config, preset.keyEnv, context));
			return problems;
		},
		refuses: ({ messages }, config) => refuseParts(messages, (part, { role }) => {
			if (role !== "user") return false;
			if (part.type === "image") return preset.takes.images && pictureTypes.has(part.mediaType);
			if (readApi(config) === "responses") return preset.takes.files !== false;
			return preset.takes.files === true && part.mediaType === "application/pdf";
		}),
		async create(name, config, context) {
			const connection = await connect(preset, config, context);
			return {
				name,
				call: (request, _identity, signal) => call(connection, request, signal),
				embed: (request, _identity, signal) => embed(connection, request, signal),
				...preset.batches && readApi(config) === "chat" && { batches: connectBatches(connection, config, context) }
			};
		}
	};
}
function describe({ title, apis }) {
	const shapes = apis.length > 1 ? "chat completions and responses" : "chat completions";
	return title === "OpenAI" ? `OpenAI's ${shapes}, and every server that speaks them` : `${title}, by its ${shapes}`;
}
/** What a call takes beside its body, and what has to be known to tell why it failed; or the failure to get a token. */
async function prepare(connection, request, signal) {
	const { client, apiVersion, timeoutMs } = connection;
	const found = await connection.authorise(signal);
	if ("failure" in found) return found;
	const { token: key, header = "Authorization" } = found;
	return {
		key,
		failedCall: {
			signal,
			timeoutMs,
			baseUrl: client.baseURL,
			key,
			parameters: Object.keys(request.parameters),
			errors: client.constructor
		},
		options: {
			signal,
			...key !== "" && { headers: { [header]: header === "Authorization" ? `Bearer ${key}` : key } },
			...apiVersion !== null && { query: { "api-version": apiVersion } }
		}
	};
}
async function embed(connection, request, signal) {
	const prepared = await prepare(connection, request, signal);
	if ("failure" in prepared) return prepared.failure;
	const { failedCall, options } = prepared;
	try {
		const path = embeddingsPathOf(connection, request.model);
		const body = toEmbeddingBody(request);
		const { data, response } = await connection.client.post(path, {
			...options,
			body
		}).withResponse();
		const reply = readEmbeddings(data, request.messages.length);
		if (reply === null) return failed("malformed", "the answer holds no embeddings", { retryable: true });
		return withLimits({
			status: "completed",
			reply
		}, (name) => response.headers.get(name));
	} catch (error) {
		return readThrown(error, failedCall);
	}
}
async function call(connection, request, signal) {
	const { client, api, stream } = connection;
	const started = performance.now();
	const prepared = await prepare(connection, request, signal);
	if ("failure" in prepared) return prepared.failure;
	const { key, failedCall } = prepared;
	const options = {
		...prepared.options,
		body: toBody(connection, request),
		stream
	};
	try {
		const { data: answer, response } = await client.post(pathOf(connection, request.model), options).withResponse();
		const gathered = stream ? await (api === "chat" ? gatherChat : gatherResponse)(answer, () => performance.now() - started) : wholeAnswer(answer);
		const reply = api === "chat" ? readChatCompletion(gathered.body) : readResponse(gathered.body);
		const told = findToldError(gathered.body);
		if (told !== null) return readToldError(told, failedCall);
		if (!gathered.whole) return failed("connection", "the stream ended before the answer did", { retryable: true });
		if (reply === null) return failed("malformed", `the answer is no ${nouns[api]}`, { retryable: true });
		const { timeToFirstTokenMs } = gathered;
		const completed = {
			status: "completed",
			reply: redactReply({
				...reply,
				timeToFirstTokenMs
			}, key)
		};
		return withLimits(completed, (name) => response.headers.get(name));
	} catch (error) {
		return readThrown(error, failedCall);
	}
}
const nouns = {
	chat: "chat completion",
	responses: "response"
};
function wholeAnswer(answer) {
	return {
		body: typeof answer === "string" ? JSON.parse(answer) : answer,
		timeToFirstTokenMs: null,
		whole: true
	};
}
/** An error in place of an answer, though the status was 200; or one that ended the answer. */
function findToldError(body) {
	if (!isObject(body)) return null;
	if (isObject(body["error"])) return body["error"];
	const choice = Array.isArray(body["choices"]) ? body["choices"][0] : void 0;
	if (!isObject(choice)) return null;
	if (isObject(choice["error"])) return choice["error"];
	return ["insufficient_system_resource", "error"].includes(String(choice["finish_reason"])) ? { message: `the service ended the answer: ${String(choice["finish_reason"])}` } : null;
}
function toBody({ preset, api, stream }, request) {
	const renamed = preset.renamed ?? {};
	const parameters = Object.fromEntries(Object.entries(request.parameters).map(([name, value]) => [Object.hasOwn(renamed, name) ? renamed[name] ?? name : name, value]));
	const asked = {
		...request,
		parameters
	};
	if (api === "responses") return {
		...toResponsesBody(asked),
		...stream && { stream }
	};
	const usage = stream && !preset.usageUnasked ? { stream_options: { include_usage: true } } : {};
	return {
		...toChatBody(asked, preset.developerRole === true),
		...stream && {
			stream,
			...usage
		}
	};
}

// src/source/lines.ts
/** Reads a file line by line. Only a line feed ends a line: JSON may hold the other characters that some take for one. */
async function* readLines(file) {
	let offset = 0;
	let parts = [];
	for await (const chunk of createReadStream(file)) {
		let start = 0;
		for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
			const bytes = Buffer.concat([...parts, chunk.subarray(start, end)]);
			yield {
				bytes,
				offset
			};
			offset += bytes.length + 1;
			parts = [];
			start = end + 1;
		}
		if (start < chunk.length) parts.push(chunk.subarray(start));
	}
	if (parts.length > 0) yield {
		bytes: Buffer.concat(parts),
		offset
	};
}

// src/models/recording.ts
/**
* SHA-256 over the canonical request and which call it is: two cases with the same text share no recording. Of files
* their hashes count, as they stand in the recording.
*/
function recordingKey(request, { caseId, trial, draw, purpose }) {
	return canonicalHash({
		request: withHashes(request),
		caseId,
		trial,
		draw,
		...purpose === void 0 ? {} : { purpose }
	});
}
/** The request with the hashes of its files in the place of their bytes: a recording opens in an editor. */
function withHashes(request) {
	if (!request.messages.some(({ content }) => typeof content !== "string")) return request;
	const hash = (part) => {
		if (part.type === "text") return part;
		const sha256 = createHash("sha256").update(Buffer.from(part.data, "base64")).digest("hex");
		return {
			...part,
			data: `sha256:${sha256}`
		};
	};
	const messages = request.messages.map((message) => typeof message.content === "string" ? message : {
		...message,
		content: message.content.map(hash)
	});
	return {
		...request,
		messages
	};
}
/**
* The same provider, but each completed reply is appended to the file as it arrives.
* Written at once and whole, so that a run cut short keeps what it paid for. Throws a UserError where it cannot write.
*/
function recordingProvider(provider, file) {
	const append = (text) => {
		try {
			mkdirSync(dirname(file), { recursive: true });
			appendFileSync(file, text, { mode: 384 });
		} catch (error) {
			throw unwritableRecording(file, error.code);
		}
	};
	append("");
	const record = (call) => async (request, identity, signal) => {
		const result = await call(request, identity, signal);
		if (result.status === "completed") {
			const { caseId, trial, draw, purpose } = identity;
			const { status, reply } = result;
			const recording = {
				key: recordingKey(request, identity),
				case: caseId,
				trial,
				draw,
				...purpose === void 0 ? {} : { purpose },
				request: withHashes(request),
				result: {
					status,
					reply
				}
			};
			append(`${JSON.stringify(recording)}\n`);
		}
		return result;
	};
	return {
		...provider,
		call: record(provider.call.bind(provider)),
		...provider.embed && { embed: record(provider.embed.bind(provider)) }
	};
}

// src/models/providers/replay.ts
/** This many broken lines are told; a file that is something else altogether would have thousands. */
const problemLimit = 20;
/** Answers from a file of recordings and never calls out. Where a call was recorded twice, the later one counts. */
const replay = {
	description: "recorded replies from a file: no network, no key",
	keyEnv: null,
	settings: [],
	check: (name, config) => config.file !== null && statSync(config.file, { throwIfNoEntry: false })?.isFile() === true ? [] : [missingRecordings(name, config.file, config.place)],
	async create(name, config) {
		const file = config.file ?? "";
		const index = await indexRecordings(file);
		const call = async (request, identity) => {
			const slice = index.get(recordingKey(request, identity));
			return (slice === void 0 ? null : parseRecording(readSlice(file, slice)))?.result ?? missing(file, identity.caseId);
		};
		return {
			name,
			call,
			embed: call
		};
	}
};
function missing(file, caseId) {
	const message = `no recording of this request of case ${JSON.stringify(caseId)} in ${basename(file)}; record it again with --record`;
	return failed("missing-recording", message);
}
/** Reads the file once, line by line, and keeps where each key stands. */
async function indexRecordings(file) {
	const index = /* @__PURE__ */ new Map();
	const problems = [];
	let lineNumber = 0;
	for await (const { bytes, offset } of readLines(file)) {
		lineNumber += 1;
		const text = bytes.toString("utf8");
		if (text.trim() === "") continue;
		const recording = parseRecording(text);
		if (recording !== null) index.set(recording.key, {
			offset,
			length: bytes.length
		});
		else if (problems.length < problemLimit) problems.push(brokenRecording(file, lineNumber));
	}
	throwProblems(problems);
	return index;
}
function readSlice(file, { offset, length }) {
	const bytes = Buffer.alloc(length);
	const descriptor = openSync(file, "r");
	try {
		readSync(descriptor, bytes, 0, length, offset);
	} finally {
		closeSync(descriptor);
	}
	return bytes.toString("utf8");
}
/** The parts of a recording that a replay needs; null where the text is none. */
function parseRecording(text) {
	try {
		const value = JSON.parse(text);
		if (!isObject(value) || typeof value["key"] !== "string" || !isCompleted(value["result"])) return null;
		const reply = value["result"]["reply"];
		return {
			key: value["key"],
			result: {
				status: "completed",
				reply: createReply(reply.text, reply)
			}
		};
	} catch {
		return null;
	}
}
function isCompleted(result) {
	if (!isObject(result) || result["status"] !== "completed" || !isObject(result["reply"])) return false;
	const { text, finishReason, tokens } = result["reply"];
	return typeof text === "string" && isObject(finishReason) && isObject(tokens);
}

// src/models/simulated.ts
/** What the simulated support desk sorts messages into. */
const simulatedLabels = [
	"billing",
	"bug",
	"account",
	"shipping",
	"feature",
	"other"
];
/** Words by which a topic is recognised; `other` is what is left. */
const topics = {
	billing: /\b(?:bill(?:ed|ing)?|charg(?:e|es|ed|ing)|invoices?|refund(?:s|ed)?|pa(?:y|id|yments?)|price|credit card|money|cost)\b/i,
	bug: /\b(?:bugs?|crash(?:es|ed|ing)?|errors?|broken|freez(?:e|es|ing)|fails?|not work(?:ing)?|(?:doesn|won)['’]t (?:work|load|open|start))\b/i,
	account: /\b(?:accounts?|pass(?:word|code)s?|log(?:ging|ged)? ?in|login|sign(?:ing|ed)? ?in|e-?mail address|user ?name|profile)\b/i,
	shipping: /\b(?:ship(?:s|ped|ping|ment)?|deliver(?:y|ed|ies)?|packages?|parcels?|courier|tracking|arriv(?:e|ed|es))\b/i,
	feature: /\b(?:features?|would (?:love|like)|wish|suggest(?:ion)?|could you add|please add|dark mode|support for|integrat(?:e|ion))\b/i
};
const askedForLabelOnly = /\b(?:label only|only (?:with )?(?:the|one|a) label|nothing but the label|just the label)\b/i;
const ruleForSeveral = /\b(?:several|two|both|more than one|multiple)\b[^.]*\bbilling\b/i;
/** Wrong on this share of messages, the same whatever the instructions: both versions of a prompt err alike. */
const hardMessages = .05;
/** And on this share of requests, as the dice of a real model would have it. */
const unluckyRequests = .02;
/**
* A simulated model: it plays the triage of a support desk, reading its instructions as a real one would.
* Deterministic; anything that it does not know it answers with a short echo.
*/
function simulateReply(request) {
	const instruction = request.messages.filter(({ role }) => role === "system" || role === "developer").map(messageText).join("\n");
	const last = request.messages.findLast(({ role }) => role === "user");
	const message = last === void 0 ? "" : messageText(last);
	const text = simulatedLabels.every((label) => instruction.toLowerCase().includes(label)) ? triage(request, instruction, message) : `Simulated answer to: ${message.trim().slice(0, 80)}`;
	const asked = request.messages.map(messageText).join("\n");
	return createReply(text, {
		tokens: {
			input: estimateTokens(asked),
			output: estimateTokens(text)
		},
		model: request.model.startsWith("simulated") ? request.model : `simulated-${request.model}`
	});
}
function triage(request, instruction, message) {
	const right = sort(message, ruleForSeveral.test(instruction));
	const chance = fraction({
		parameters: request.parameters,
		messages: request.messages.map(messageText)
	});
	const label = fraction(message) < hardMessages || chance < unluckyRequests ? mistakeFor(right, message) : right;
	if (askedForLabelOnly.test(instruction)) return label;
	const sentences = [
		`Thanks for sharing this! I would sort it under **${label}**.`,
		`This one looks like ${label} to me.`,
		`The best fit here is "${label}", so that the right team can help quickly.`
	];
	return sentences[Math.floor(fraction([message]) * sentences.length)] ?? label;
}
/** With a rule for messages that fit several labels money comes first; without one, whatever is mentioned first. */
function sort(message, hasRule) {
	const found = Object.entries(topics).map(([label, words]) => ({
		label,
		at: message.search(words)
	})).filter(({ at }) => at >= 0).sort((one, other) => one.at - other.at);
	if (hasRule && found.some(({ label }) => label === "billing")) return "billing";
	return found[0]?.label ?? "other";
}
function mistakeFor(right, message) {
	const others = simulatedLabels.filter((label) => label !== right);
	return others[Math.floor(fraction({ message }) * others.length)] ?? "other";
}
/** A number in [0, 1) that depends on the value alone. */
function fraction(value) {
	return Number.parseInt(canonicalHash(value).slice(0, 8), 16) / 2 ** 32;
}
/** Four characters a token, as English text has it. */
function estimateTokens(text) {
	return Math.ceil(text.length / 4);
}

// src/models/providers/simulated.ts
/** A deterministic stand-in for a model, for the demo and for trying things out. */
const simulated = {
	description: "a deterministic stand-in for a model: no network, no key",
	keyEnv: null,
	settings: [],
	check: () => [],
	create: async (name) => ({
		name,
		call: async (request) => ({
			status: "completed",
			reply: simulateReply(request)
		})
	})
};

// src/models/registry.ts
const services = Object.fromEntries(Object.entries(presets).map(([name, preset]) => [name, openAiType(preset)]));
/** Every kind of provider. Help, documentation and error messages are derived from this list. */
const providerTypes = {
	...services,
	anthropic,
	http,
	command,
	replay,
	simulated
};
/** What a built-in provider can lack is a key, and that is told without a place. */
const builtIn = {
	baseUrl: null,
	file: null,
	place: { path: "assay.yml" }
};
/** Publishers that need no entry in assay.yml; an entry there under the same name takes their place. */
const builtInProviders = Object.fromEntries([
	...Object.keys(presets),
	"anthropic",
	"simulated"
].map((type) => [type, {
	type,
	...builtIn
}]));
/** Names that OpenAI's models go by where no publisher is written. */
const bareOpenAiName = /^(?:gpt-|chatgpt-|o\d|ft:gpt-)/;
/**
* Finds the provider of `publisher/model`: the publisher is a key of assay.yml's `providers`, or built in.
* Everything after the first slash is the model's name.
*/
function resolveModel(model, providers) {
	const known = {
		...builtInProviders,
		...providers
	};
	const slash = model.indexOf("/");
	if (slash < 0 && !bareOpenAiName.test(model)) return { problem: modelWithoutPublisher(model, Object.keys(known)) };
	const publisher = slash < 0 ? "openai" : model.slice(0, slash);
	const name = model.slice(slash + 1);
	if (publisher === "" || name === "") return { problem: modelWithoutName(model) };
	const config = Object.hasOwn(known, publisher) ? known[publisher] : void 0;
	if (config === void 0) return { problem: unknownPublisher(model, publisher, Object.keys(known)) };
	const type = findProviderType(config.type);
	if (type === null) return { problem: unknownProviderType(publisher, config.type, Object.keys(providerTypes), config.place) };
	const problem = findUnread(publisher, type, config) ?? type.inspect?.(publisher, config)[0];
	return problem === void 0 ? {
		provider: publisher,
		type,
		config,
		model: name
	} : { problem };
}
/** A setting that the provider's type would silently pass over. */
function findUnread(provider, type, config) {
	const setting = Object.keys(config.settings ?? {}).find((key) => !type.settings.includes(key));
	if (setting === void 0) return null;
	const readers = Object.entries(providerTypes).filter(([, each]) => each.settings.includes(setting));
	return unreadSetting(provider, config.type, setting, readers.map(([name]) => name), config.place);
}
/** The variable that holds a provider's key; null where it sends none. */
function keyVariableOf(config) {
	return keyVariable(config, findProviderType(config.type)?.keyEnv ?? null);
}
/** The kind of provider of this name; null where there is none. */
function findProviderType(name) {
	return Object.hasOwn(providerTypes, name) ? providerTypes[name] : null;
}

// node_modules/semver/internal/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SEMVER_SPEC_VERSION = "2.0.0";
	const MAX_LENGTH = 256;
	const MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER || 
	/* istanbul ignore next */ 9007199254740991;
	const MAX_SAFE_COMPONENT_LENGTH = 16;
	const MAX_SAFE_BUILD_LENGTH = 250;
	const WHITESPACE_CHARACTERS = [
		"	",
		"\n",
		"\v",
		"\f",
		"\r",
		" ",
		"\xA0",
		" ",
		" ",
		" ",
		" ",
		" ",
		" ",
		" ",
		" ",
		" ",
		" ",
		" ",
		" ",
		"\u2028",
		"\u2029",
		" ",
		" ",
		"　",
		"﻿"
	];
	const RELEASE_TYPES = [
		"major",
		"premajor",
		"minor",
		"preminor",
		"patch",
		"prepatch",
		"prerelease"
	];
	module.exports = {
		MAX_LENGTH,
		MAX_SAFE_COMPONENT_LENGTH,
		MAX_SAFE_BUILD_LENGTH,
		MAX_SAFE_INTEGER,
		WHITESPACE_CHARACTERS,
		RELEASE_TYPES,
		SEMVER_SPEC_VERSION,
		FLAG_INCLUDE_PRERELEASE: 1,
		FLAG_LOOSE: 2
	};
}));

// node_modules/semver/internal/debug.js
var require_debug = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const debug = typeof process === "object" && process.env && process.env.NODE_DEBUG && /\bsemver\b/i.test(process.env.NODE_DEBUG) ? (...args) => console.error("SEMVER", ...args) : () => {};
	module.exports = debug;
}));

// node_modules/semver/internal/re.js
var require_re = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { MAX_SAFE_COMPONENT_LENGTH, MAX_SAFE_BUILD_LENGTH, MAX_LENGTH } = require_constants();
	const debug = require_debug();
	exports = module.exports = {};
	const re = exports.re = [];
	const safeRe = exports.safeRe = [];
	const src = exports.src = [];
	const safeSrc = exports.safeSrc = [];
	const t = exports.t = {};
	let R = 0;
	const LETTERDASHNUMBER = "[a-zA-Z0-9-]";
	const safeRegexReplacements = [
		["\\s", 1],
		["\\d", MAX_LENGTH],
		[LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH]
	];
	const makeSafeRegex = (value) => {
		for (const [token, max] of safeRegexReplacements) value = value.split(`${token}*`).join(`${token}{0,${max}}`).split(`${token}+`).join(`${token}{1,${max}}`);
		return value;
	};
	const createToken = (name, value, isGlobal) => {
		const safe = makeSafeRegex(value);
		const index = R++;
		debug(name, index, value);
		t[name] = index;
		src[index] = value;
		safeSrc[index] = safe;
		re[index] = new RegExp(value, isGlobal ? "g" : void 0);
		safeRe[index] = new RegExp(safe, isGlobal ? "g" : void 0);
	};
	createToken("NUMERICIDENTIFIER", "0|[1-9]\\d*");
	createToken("NUMERICIDENTIFIERLOOSE", "\\d+");
	createToken("NONNUMERICIDENTIFIER", `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`);
	createToken("MAINVERSION", `(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})`);
	createToken("MAINVERSIONLOOSE", `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})`);
	createToken("PRERELEASEIDENTIFIER", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIER]})`);
	createToken("PRERELEASEIDENTIFIERLOOSE", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIERLOOSE]})`);
	createToken("PRERELEASE", `(?:-(${src[t.PRERELEASEIDENTIFIER]}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`);
	createToken("PRERELEASELOOSE", `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`);
	createToken("BUILDIDENTIFIER", `${LETTERDASHNUMBER}+`);
	createToken("BUILD", `(?:\\+(${src[t.BUILDIDENTIFIER]}(?:\\.${src[t.BUILDIDENTIFIER]})*))`);
	createToken("FULLPLAIN", `v?${src[t.MAINVERSION]}${src[t.PRERELEASE]}?${src[t.BUILD]}?`);
	createToken("FULL", `^${src[t.FULLPLAIN]}$`);
	createToken("LOOSEPLAIN", `[v=\\s]*${src[t.MAINVERSIONLOOSE]}${src[t.PRERELEASELOOSE]}?${src[t.BUILD]}?`);
	createToken("LOOSE", `^${src[t.LOOSEPLAIN]}$`);
	createToken("GTLT", "((?:<|>)?=?)");
	createToken("XRANGEIDENTIFIERLOOSE", `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`);
	createToken("XRANGEIDENTIFIER", `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`);
	createToken("XRANGEPLAIN", `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:${src[t.PRERELEASE]})?${src[t.BUILD]}?)?)?`);
	createToken("XRANGEPLAINLOOSE", `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:${src[t.PRERELEASELOOSE]})?${src[t.BUILD]}?)?)?`);
	createToken("XRANGE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`);
	createToken("XRANGELOOSE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`);
	createToken("COERCEPLAIN", `(^|[^\\d])(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}})(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`);
	createToken("COERCE", `${src[t.COERCEPLAIN]}(?:$|[^\\d])`);
	createToken("COERCEFULL", src[t.COERCEPLAIN] + `(?:${src[t.PRERELEASE]})?(?:${src[t.BUILD]})?(?:$|[^\\d])`);
	createToken("COERCERTL", src[t.COERCE], true);
	createToken("COERCERTLFULL", src[t.COERCEFULL], true);
	createToken("LONETILDE", "(?:~>?)");
	createToken("TILDETRIM", `(\\s*)${src[t.LONETILDE]}\\s+`, true);
	exports.tildeTrimReplace = "$1~";
	createToken("TILDE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`);
	createToken("TILDELOOSE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`);
	createToken("LONECARET", "(?:\\^)");
	createToken("CARETTRIM", `(\\s*)${src[t.LONECARET]}\\s+`, true);
	exports.caretTrimReplace = "$1^";
	createToken("CARET", `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`);
	createToken("CARETLOOSE", `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`);
	createToken("COMPARATORLOOSE", `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`);
	createToken("COMPARATOR", `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`);
	createToken("COMPARATORTRIM", `(\\s*)${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true);
	exports.comparatorTrimReplace = "$1$2$3";
	createToken("HYPHENRANGE", `^\\s*(${src[t.XRANGEPLAIN]})\\s+-\\s+(${src[t.XRANGEPLAIN]})\\s*$`);
	createToken("HYPHENRANGELOOSE", `^\\s*(${src[t.XRANGEPLAINLOOSE]})\\s+-\\s+(${src[t.XRANGEPLAINLOOSE]})\\s*$`);
	createToken("STAR", "(<|>)?=?\\s*\\*");
	createToken("GTE0", "^\\s*>=\\s*0\\.0\\.0\\s*$");
	createToken("GTE0PRE", "^\\s*>=\\s*0\\.0\\.0-0\\s*$");
}));

// node_modules/semver/internal/parse-options.js
var require_parse_options = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const looseOption = Object.freeze({ loose: true });
	const emptyOpts = Object.freeze({});
	const parseOptions = (options) => {
		if (!options) return emptyOpts;
		if (typeof options !== "object") return looseOption;
		return options;
	};
	module.exports = parseOptions;
}));

// node_modules/semver/internal/identifiers.js
var require_identifiers = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const numeric = /^[0-9]+$/;
	const compareIdentifiers = (a, b) => {
		if (typeof a === "number" && typeof b === "number") return a === b ? 0 : a < b ? -1 : 1;
		const anum = numeric.test(a);
		const bnum = numeric.test(b);
		if (anum && bnum) {
			a = +a;
			b = +b;
		}
		return a === b ? 0 : anum && !bnum ? -1 : bnum && !anum ? 1 : a < b ? -1 : 1;
	};
	const rcompareIdentifiers = (a, b) => compareIdentifiers(b, a);
	module.exports = {
		compareIdentifiers,
		rcompareIdentifiers
	};
}));

// node_modules/semver/classes/semver.js
var require_semver$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const debug = require_debug();
	const { MAX_LENGTH, MAX_SAFE_INTEGER } = require_constants();
	const { safeRe: re, t } = require_re();
	const parseOptions = require_parse_options();
	const { compareIdentifiers } = require_identifiers();
	const isPrereleaseIdentifier = (prerelease, identifier) => {
		const identifiers = identifier.split(".");
		if (identifiers.length > prerelease.length) return false;
		for (let i = 0; i < identifiers.length; i++) if (compareIdentifiers(prerelease[i], identifiers[i]) !== 0) return false;
		return true;
	};
	var SemVer = class SemVer {
		constructor(version, options) {
			options = parseOptions(options);
			if (version instanceof SemVer) {
				if (version.loose === !!options.loose && version.includePrerelease === !!options.includePrerelease) return version;
				else version = version.version;
			} else if (typeof version !== "string") throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`);
			if (version.length > MAX_LENGTH) throw new TypeError(`version is longer than ${MAX_LENGTH} characters`);
			debug("SemVer", version, options);
			this.options = options;
			this.loose = !!options.loose;
			this.includePrerelease = !!options.includePrerelease;
			const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL]);
			if (!m) throw new TypeError(`Invalid Version: ${version}`);
			this.raw = version;
			this.major = +m[1];
			this.minor = +m[2];
			this.patch = +m[3];
			if (this.major > MAX_SAFE_INTEGER || this.major < 0) throw new TypeError("Invalid major version");
			if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) throw new TypeError("Invalid minor version");
			if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) throw new TypeError("Invalid patch version");
			if (!m[4]) this.prerelease = [];
			else this.prerelease = m[4].split(".").map((id) => {
				if (/^[0-9]+$/.test(id)) {
					const num = +id;
					if (num >= 0 && num < MAX_SAFE_INTEGER) return num;
				}
				return id;
			});
			this.build = m[5] ? m[5].split(".") : [];
			this.format();
		}
		format() {
			this.version = `${this.major}.${this.minor}.${this.patch}`;
			if (this.prerelease.length) this.version += `-${this.prerelease.join(".")}`;
			return this.version;
		}
		toString() {
			return this.version;
		}
		compare(other) {
			debug("SemVer.compare", this.version, this.options, other);
			if (!(other instanceof SemVer)) {
				if (typeof other === "string" && other === this.version) return 0;
				other = new SemVer(other, this.options);
			}
			if (other.version === this.version) return 0;
			return this.compareMain(other) || this.comparePre(other);
		}
		compareMain(other) {
			if (!(other instanceof SemVer)) other = new SemVer(other, this.options);
			if (this.major < other.major) return -1;
			if (this.major > other.major) return 1;
			if (this.minor < other.minor) return -1;
			if (this.minor > other.minor) return 1;
			if (this.patch < other.patch) return -1;
			if (this.patch > other.patch) return 1;
			return 0;
		}
		comparePre(other) {
			if (!(other instanceof SemVer)) other = new SemVer(other, this.options);
			if (this.prerelease.length && !other.prerelease.length) return -1;
			else if (!this.prerelease.length && other.prerelease.length) return 1;
			else if (!this.prerelease.length && !other.prerelease.length) return 0;
			let i = 0;
			do {
				const a = this.prerelease[i];
				const b = other.prerelease[i];
				debug("prerelease compare", i, a, b);
				if (a === void 0 && b === void 0) return 0;
				else if (b === void 0) return 1;
				else if (a === void 0) return -1;
				else if (a === b) continue;
				else return compareIdentifiers(a, b);
			} while (++i);
		}
		compareBuild(other) {
			if (!(other instanceof SemVer)) other = new SemVer(other, this.options);
			let i = 0;
			do {
				const a = this.build[i];
				const b = other.build[i];
				debug("build compare", i, a, b);
				if (a === void 0 && b === void 0) return 0;
				else if (b === void 0) return 1;
				else if (a === void 0) return -1;
				else if (a === b) continue;
				else return compareIdentifiers(a, b);
			} while (++i);
		}
		inc(release, identifier, identifierBase) {
			if (release.startsWith("pre")) {
				if (!identifier && identifierBase === false) throw new Error("invalid increment argument: identifier is empty");
				if (identifier) {
					const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE]);
					if (!match || match[1] !== identifier) throw new Error(`invalid identifier: ${identifier}`);
				}
			}
			switch (release) {
				case "premajor":
					this.prerelease.length = 0;
					this.patch = 0;
					this.minor = 0;
					this.major++;
					this.inc("pre", identifier, identifierBase);
					break;
				case "preminor":
					this.prerelease.length = 0;
					this.patch = 0;
					this.minor++;
					this.inc("pre", identifier, identifierBase);
					break;
				case "prepatch":
					this.prerelease.length = 0;
					this.inc("patch", identifier, identifierBase);
					this.inc("pre", identifier, identifierBase);
					break;
				case "prerelease":
					if (this.prerelease.length === 0) this.inc("patch", identifier, identifierBase);
					this.inc("pre", identifier, identifierBase);
					break;
				case "release":
					if (this.prerelease.length === 0) throw new Error(`version ${this.raw} is not a prerelease`);
					this.prerelease.length = 0;
					break;
				case "major":
					if (this.minor !== 0 || this.patch !== 0 || this.prerelease.length === 0) this.major++;
					this.minor = 0;
					this.patch = 0;
					this.prerelease = [];
					break;
				case "minor":
					if (this.patch !== 0 || this.prerelease.length === 0) this.minor++;
					this.patch = 0;
					this.prerelease = [];
					break;
				case "patch":
					if (this.prerelease.length === 0) this.patch++;
					this.prerelease = [];
					break;
				case "pre": {
					const base = Number(identifierBase) ? 1 : 0;
					if (this.prerelease.length === 0) this.prerelease = [base];
					else {
						let i = this.prerelease.length;
						while (--i >= 0) if (typeof this.prerelease[i] === "number") {
							this.prerelease[i]++;
							i = -2;
						}
						if (i === -1) {
							if (identifier === this.prerelease.join(".") && identifierBase === false) throw new Error("invalid increment argument: identifier already exists");
							this.prerelease.push(base);
						}
					}
					if (identifier) {
						let prerelease = [identifier, base];
						if (identifierBase === false) prerelease = [identifier];
						if (isPrereleaseIdentifier(this.prerelease, identifier)) {
							const prereleaseBase = this.prerelease[identifier.split(".").length];
							if (isNaN(prereleaseBase)) this.prerelease = prerelease;
						} else this.prerelease = prerelease;
					}
					break;
				}
				default: throw new Error(`invalid increment argument: ${release}`);
			}
			this.raw = this.format();
			if (this.build.length) this.raw += `+${this.build.join(".")}`;
			return this;
		}
	};
	module.exports = SemVer;
}));

// node_modules/semver/functions/parse.js
var require_parse = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const parse = (version, options, throwErrors = false) => {
		if (version instanceof SemVer) return version;
		try {
			return new SemVer(version, options);
		} catch (er) {
			if (!throwErrors) return null;
			throw er;
		}
	};
	module.exports = parse;
}));

// node_modules/semver/functions/valid.js
var require_valid$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const parse = require_parse();
	const valid = (version, options) => {
		const v = parse(version, options);
		return v ? v.version : null;
	};
	module.exports = valid;
}));

// node_modules/semver/functions/clean.js
var require_clean = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const parse = require_parse();
	const clean = (version, options) => {
		const s = parse(version.trim().replace(/^[=v]+/, ""), options);
		return s ? s.version : null;
	};
	module.exports = clean;
}));

// node_modules/semver/functions/inc.js
var require_inc = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const inc = (version, release, options, identifier, identifierBase) => {
		if (typeof options === "string") {
			identifierBase = identifier;
			identifier = options;
			options = void 0;
		}
		try {
			return new SemVer(version instanceof SemVer ? version.version : version, options).inc(release, identifier, identifierBase).version;
		} catch (er) {
			return null;
		}
	};
	module.exports = inc;
}));

// node_modules/semver/functions/diff.js
var require_diff = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const parse = require_parse();
	const diff = (version1, version2) => {
		const v1 = parse(version1, null, true);
		const v2 = parse(version2, null, true);
		const comparison = v1.compare(v2);
		if (comparison === 0) return null;
		const v1Higher = comparison > 0;
		const highVersion = v1Higher ? v1 : v2;
		const lowVersion = v1Higher ? v2 : v1;
		const highHasPre = !!highVersion.prerelease.length;
		if (!!lowVersion.prerelease.length && !highHasPre) {
			if (!lowVersion.patch && !lowVersion.minor) return "major";
			if (lowVersion.compareMain(highVersion) === 0) {
				if (lowVersion.minor && !lowVersion.patch) return "minor";
				return "patch";
			}
		}
		const prefix = highHasPre ? "pre" : "";
		if (v1.major !== v2.major) return prefix + "major";
		if (v1.minor !== v2.minor) return prefix + "minor";
		if (v1.patch !== v2.patch) return prefix + "patch";
		return "prerelease";
	};
	module.exports = diff;
}));

// node_modules/semver/functions/major.js
var require_major = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const major = (a, loose) => new SemVer(a, loose).major;
	module.exports = major;
}));

// node_modules/semver/functions/minor.js
var require_minor = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const minor = (a, loose) => new SemVer(a, loose).minor;
	module.exports = minor;
}));

// node_modules/semver/functions/patch.js
var require_patch = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const patch = (a, loose) => new SemVer(a, loose).patch;
	module.exports = patch;
}));

// node_modules/semver/functions/prerelease.js
var require_prerelease = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const parse = require_parse();
	const prerelease = (version, options) => {
		const parsed = parse(version, options);
		return parsed && parsed.prerelease.length ? parsed.prerelease : null;
	};
	module.exports = prerelease;
}));

// node_modules/semver/functions/compare.js
var require_compare = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const compare = (a, b, loose) => new SemVer(a, loose).compare(new SemVer(b, loose));
	module.exports = compare;
}));

// node_modules/semver/functions/rcompare.js
var require_rcompare = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const rcompare = (a, b, loose) => compare(b, a, loose);
	module.exports = rcompare;
}));

// node_modules/semver/functions/compare-loose.js
var require_compare_loose = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const compareLoose = (a, b) => compare(a, b, true);
	module.exports = compareLoose;
}));

// node_modules/semver/functions/compare-build.js
var require_compare_build = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const compareBuild = (a, b, loose) => {
		const versionA = new SemVer(a, loose);
		const versionB = new SemVer(b, loose);
		return versionA.compare(versionB) || versionA.compareBuild(versionB);
	};
	module.exports = compareBuild;
}));

// node_modules/semver/functions/sort.js
var require_sort = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compareBuild = require_compare_build();
	const sort = (list, loose) => list.sort((a, b) => compareBuild(a, b, loose));
	module.exports = sort;
}));

// node_modules/semver/functions/rsort.js
var require_rsort = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compareBuild = require_compare_build();
	const rsort = (list, loose) => list.sort((a, b) => compareBuild(b, a, loose));
	module.exports = rsort;
}));

// node_modules/semver/functions/gt.js
var require_gt = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const gt = (a, b, loose) => compare(a, b, loose) > 0;
	module.exports = gt;
}));

// node_modules/semver/functions/lt.js
var require_lt = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const lt = (a, b, loose) => compare(a, b, loose) < 0;
	module.exports = lt;
}));

// node_modules/semver/functions/eq.js
var require_eq = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const eq = (a, b, loose) => compare(a, b, loose) === 0;
	module.exports = eq;
}));

// node_modules/semver/functions/neq.js
var require_neq = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const neq = (a, b, loose) => compare(a, b, loose) !== 0;
	module.exports = neq;
}));

// node_modules/semver/functions/gte.js
var require_gte = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const gte = (a, b, loose) => compare(a, b, loose) >= 0;
	module.exports = gte;
}));

// node_modules/semver/functions/lte.js
var require_lte = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const lte = (a, b, loose) => compare(a, b, loose) <= 0;
	module.exports = lte;
}));

// node_modules/semver/functions/cmp.js
var require_cmp = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const eq = require_eq();
	const neq = require_neq();
	const gt = require_gt();
	const gte = require_gte();
	const lt = require_lt();
	const lte = require_lte();
	const cmp = (a, op, b, loose) => {
		switch (op) {
			case "===":
				if (typeof a === "object") a = a.version;
				if (typeof b === "object") b = b.version;
				return a === b;
			case "!==":
				if (typeof a === "object") a = a.version;
				if (typeof b === "object") b = b.version;
				return a !== b;
			case "":
			case "=":
			case "==": return eq(a, b, loose);
			case "!=": return neq(a, b, loose);
			case ">": return gt(a, b, loose);
			case ">=": return gte(a, b, loose);
			case "<": return lt(a, b, loose);
			case "<=": return lte(a, b, loose);
			default: throw new TypeError(`Invalid operator: ${op}`);
		}
	};
	module.exports = cmp;
}));

// node_modules/semver/functions/coerce.js
var require_coerce = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const parse = require_parse();
	const { safeRe: re, t } = require_re();
	const coerce = (version, options) => {
		if (version instanceof SemVer) return version;
		if (typeof version === "number") version = String(version);
		if (typeof version !== "string") return null;
		options = options || {};
		let match = null;
		if (!options.rtl) match = version.match(options.includePrerelease ? re[t.COERCEFULL] : re[t.COERCE]);
		else {
			const coerceRtlRegex = options.includePrerelease ? re[t.COERCERTLFULL] : re[t.COERCERTL];
			let next;
			while ((next = coerceRtlRegex.exec(version)) && (!match || match.index + match[0].length !== version.length)) {
				if (!match || next.index + next[0].length !== match.index + match[0].length) match = next;
				coerceRtlRegex.lastIndex = next.index + next[1].length + next[2].length;
			}
			coerceRtlRegex.lastIndex = -1;
		}
		if (match === null) return null;
		const major = match[2];
		const minor = match[3] || "0";
		const patch = match[4] || "0";
		const prerelease = options.includePrerelease && match[5] ? `-${match[5]}` : "";
		const build = options.includePrerelease && match[6] ? `+${match[6]}` : "";
		return parse(`${major}.${minor}.${patch}${prerelease}${build}`, options);
	};
	module.exports = coerce;
}));

// node_modules/semver/functions/truncate.js
var require_truncate = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const parse = require_parse();
	const constants = require_constants();
	const SemVer = require_semver$1();
	const truncate = (version, truncation, options) => {
		if (!constants.RELEASE_TYPES.includes(truncation)) return null;
		const clonedVersion = cloneInputVersion(version, options);
		return clonedVersion && doTruncation(clonedVersion, truncation);
	};
	const cloneInputVersion = (version, options) => {
		const versionStringToParse = version instanceof SemVer ? version.version : version;
		return parse(versionStringToParse, options);
	};
	const doTruncation = (version, truncation) => {
		if (isPrerelease(truncation)) return version.version;
		version.prerelease = [];
		switch (truncation) {
			case "major":
				version.minor = 0;
				version.patch = 0;
				break;
			case "minor": version.patch = 0;
		}
		return version.format();
	};
	const isPrerelease = (type) => {
		return type.startsWith("pre");
	};
	module.exports = truncate;
}));

// node_modules/semver/internal/lrucache.js
var require_lrucache = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var LRUCache = class {
		constructor() {
			this.max = 1e3;
			this.map = /* @__PURE__ */ new Map();
		}
		get(key) {
			const value = this.map.get(key);
			if (value === void 0) return;
			else {
				this.map.delete(key);
				this.map.set(key, value);
				return value;
			}
		}
		delete(key) {
			return this.map.delete(key);
		}
		set(key, value) {
			if (!this.delete(key) && value !== void 0) {
				if (this.map.size >= this.max) {
					const firstKey = this.map.keys().next().value;
					this.delete(firstKey);
				}
				this.map.set(key, value);
			}
			return this;
		}
	};
	module.exports = LRUCache;
}));

// node_modules/semver/internal/trim-comparator-whitespace.js
var require_trim_comparator_whitespace = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { MAX_LENGTH, MAX_SAFE_BUILD_LENGTH, WHITESPACE_CHARACTERS } = require_constants();
	/**
	* Remembers the last two rows of digits so their characters need not be reread.
	* Positions start at -1 until a row has been found.
	*
	* @typedef {object} DigitRunCache
	* @property {number} start The first character of the most recently found row.
	* @property {number} end The position after that row's last character.
	* @property {number} previousStart The first character of the previous row.
	* @property {number} previousEnd The position after the previous row.
	*/
	const whitespace = /* @__PURE__ */ new Uint8Array(65536);
	for (const char of WHITESPACE_CHARACTERS) whitespace[char.charCodeAt(0)] = 1;
	/**
	* Checks whether a character is whitespace, like a space, tab, or newline.
	* Looking past the end of the string returns false.
	*
	* @param {string|undefined} char One character, or undefined past the string's end.
	* @returns {boolean} Whether the character is whitespace.
	* @example isWhitespace(' ') // true
	* @example isWhitespace('1') // false
	*/
	const isWhitespace = (char) => char !== void 0 && whitespace[char.charCodeAt(0)] === 1;
	/**
	* Checks for v, =, or whitespace before the version number.
	* These are historical version prefixes, not range operators:
	* < and > are handled separately, as are tilde and caret ranges.
	*
	* @param {string|undefined} char One character to check.
	* @returns {boolean} Whether the character can belong to a version prefix.
	* @example isVersionPrefix('=') // true
	* @example isVersionPrefix('>') // false
	*/
	const isVersionPrefix = (char) => char === "v" || char === "=" || isWhitespace(char);
	/**
	* Checks whether a character is one of the digits 0 through 9.
	*
	* @param {string|undefined} char One character to check.
	* @returns {boolean} Whether the character is an ASCII digit.
	* @example isDigit('7') // true
	* @example isDigit('.') // false
	*/
	const isDigit = (char) => char !== void 0 && char >= "0" && char <= "9";
	/**
	* Checks whether a character is an English letter, uppercase or lowercase.
	*
	* @param {string|undefined} char One character to check.
	* @returns {boolean} Whether the character is an ASCII letter.
	* @example isLetter('b') // true
	* @example isLetter('7') // false
	*/
	const isLetter = (char) => char !== void 0 && (char >= "a" && char <= "z" || char >= "A" && char <= "Z");
	/**
	* Checks for a letter, digit, or hyphen: the characters allowed inside
	* prerelease and build names such as beta-1.
	*
	* @param {string|undefined} char One character to check.
	* @returns {boolean} Whether the character can be part of an identifier.
	* @example isIdentifierCharacter('-') // true
	* @example isIdentifierCharacter('.') // false; dots separate identifiers
	*/
	const isIdentifierCharacter = (char) => isDigit(char) || isLetter(char) || char === "-";
	/**
	* Checks whether a version component can begin here: with a digit or
	* a wildcard such as x, X, or *.
	*
	* @param {string|undefined} char One character to check.
	* @returns {boolean} Whether a number or wildcard can start with this character.
	* @example isVersionStart('x') // true
	* @example isVersionStart('v') // false; v belongs to the prefix
	*/
	const isVersionStart = (char) => isDigit(char) || char === "x" || char === "X" || char === "*";
	/**
	* Finds the end of a row of digits, but returns no more than limit digits.
	* Remembers the last two rows so looking at them again does not reread them.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position of the first character to check.
	* @param {number} limit The most digit characters the returned match can include.
	* @param {DigitRunCache} digitRuns Shared cache of digit-run positions, updated in place.
	* @returns {number} The position after the matched digits, or start if none match.
	* @example findDigitsEndIndex('123abc', 0, 10, digitRuns) // 3, pointing at a
	* @example findDigitsEndIndex('123abc', 0, 2, digitRuns) // 2, pointing at the unread 3
	*/
	const findDigitsEndIndex = (range, start, limit, digitRuns) => {
		if (!isDigit(range[start])) return start;
		if (start >= digitRuns.start && start < digitRuns.end) return Math.min(start + limit, digitRuns.end);
		if (start >= digitRuns.previousStart && start < digitRuns.previousEnd) return Math.min(start + limit, digitRuns.previousEnd);
		let end = start + 1;
		while (isDigit(range[end])) end++;
		digitRuns.previousStart = digitRuns.start;
		digitRuns.previousEnd = digitRuns.end;
		digitRuns.start = start;
		digitRuns.end = end;
		return Math.min(start + limit, end);
	};
	/**
	* Reads a number using the old regex's length and leading-zero rules.
	* Strict mode reads just the first zero in 012; loose mode can read all three.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position where the number should begin.
	* @param {boolean} loose Whether to allow leading zeros.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position after the matched digits, not their numeric value.
	* @example findVersionNumberEndIndex('012', 0, false, digitRuns) // 1
	* @example findVersionNumberEndIndex('012', 0, true, digitRuns) // 3
	*/
	const findVersionNumberEndIndex = (range, start, loose, digitRuns) => {
		if (!loose && range[start] === "0") return start + 1;
		return findDigitsEndIndex(range, start, loose ? MAX_LENGTH : MAX_LENGTH + 1, digitRuns);
	};
	/**
	* Reads one piece of a prerelease name, such as beta or 1 in beta.1.
	* Tries the letter-or-hyphen form first, then the number-only form.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position where the identifier should begin.
	* @param {boolean} loose Whether numeric identifiers may have leading zeros.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position after the identifier, or start if none matches.
	* @example findPrereleaseIdentifierEndIndex('beta.1', 0, false, digitRuns) // 4, at the dot
	* @example findPrereleaseIdentifierEndIndex('001beta', 0, false, digitRuns) // 7
	*/
	const findPrereleaseIdentifierEndIndex = (range, start, loose, digitRuns) => {
		const digitsEnd = findDigitsEndIndex(range, start, MAX_LENGTH, digitRuns);
		if (isLetter(range[digitsEnd]) || range[digitsEnd] === "-") {
			let end = digitsEnd + 1;
			const limit = end + MAX_SAFE_BUILD_LENGTH;
			while (end < limit && isIdentifierCharacter(range[end])) end++;
			return end;
		}
		return findVersionNumberEndIndex(range, start, loose, digitRuns);
	};
	/**
	* Reads a prerelease suffix such as -beta.1, one dot-separated piece at a time.
	* Loose mode also allows the name without its opening hyphen.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position where the suffix should begin, including -.
	* @param {boolean} loose Whether the opening hyphen is optional and zeros allowed.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position after the matched suffix, or start if absent.
	* @example findPrereleaseEndIndex('-beta.1+sha', 0, false, digitRuns) // 7, at the plus
	* @example findPrereleaseEndIndex('beta', 0, false, digitRuns) // 0; no opening hyphen
	*/
	const findPrereleaseEndIndex = (range, start, loose, digitRuns) => {
		const hyphen = range[start] === "-";
		if (!loose && !hyphen) return start;
		const identifierStart = start + (hyphen ? 1 : 0);
		let end = findPrereleaseIdentifierEndIndex(range, identifierStart, loose, digitRuns);
		if (end === identifierStart) {
			if (!loose || !hyphen) return start;
			end = findPrereleaseIdentifierEndIndex(range, start, loose, digitRuns);
		}
		while (range[end] === ".") {
			const next = findPrereleaseIdentifierEndIndex(range, end + 1, loose, digitRuns);
			if (next === end + 1) break;
			end = next;
		}
		return end;
	};
	/**
	* Reads one build-name piece, such as sha or 123 in +sha.123.
	* Stops at a disallowed character or the old regex's length limit.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position where the identifier should begin.
	* @returns {number} The position after the identifier, or start if none matches.
	* @example findBuildIdentifierEndIndex('sha.123', 0) // 3, at the dot
	* @example findBuildIdentifierEndIndex('001', 0) // 3; leading zeros are allowed
	*/
	const findBuildIdentifierEndIndex = (range, start) => {
		let end = start;
		while (end - start < MAX_SAFE_BUILD_LENGTH && isIdentifierCharacter(range[end])) end++;
		return end;
	};
	/**
	* Reads optional build metadata such as +sha.123.
	* Leaves the position unchanged if there is no plus sign followed by a name.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position where the opening + should be.
	* @returns {number} The position after the matched metadata, or start if absent.
	* @example findBuildEndIndex('+sha.123 <2', 0) // 8, at the space
	* @example findBuildEndIndex('+', 0) // 0; a plus sign alone is not a match
	*/
	const findBuildEndIndex = (range, start) => {
		if (range[start] !== "+") return start;
		let end = findBuildIdentifierEndIndex(range, start + 1);
		if (end === start + 1) return start;
		while (range[end] === ".") {
			const next = findBuildIdentifierEndIndex(range, end + 1);
			if (next === end + 1) break;
			end = next;
		}
		return end;
	};
	/**
	* Reads three numbers separated by dots, then any prerelease and build suffixes.
	* Uses loose rules, so forms such as 01.02.03beta can match here.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position of the first number, after any prefix.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position after the version match, or start if none matches.
	* @example findLooseFullVersionEndIndex('1.2.3-beta+sha <2', 0, digitRuns) // 14
	* @example findLooseFullVersionEndIndex('1.2', 0, digitRuns) // 0; needs three numbers
	*/
	const findLooseFullVersionEndIndex = (range, start, digitRuns) => {
		let end = start;
		for (let component = 0; component < 3; component++) {
			const next = findVersionNumberEndIndex(range, end, true, digitRuns);
			if (next === end) return start;
			end = next;
			if (component < 2) {
				if (range[end] !== ".") return start;
				end++;
			}
		}
		const prereleaseEnd = findPrereleaseEndIndex(range, end, true, digitRuns);
		return findBuildEndIndex(range, prereleaseEnd);
	};
	/**
	* Reads one component of a partial or wildcard version, such as 2 or x in 2.x.
	* Numbers use strict leading-zero rules; wildcards take up one character.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position where the component should begin.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position after the component, or start if none matches.
	* @example findPartialVersionComponentEndIndex('2.x', 0, digitRuns) // 1, at the dot
	* @example findPartialVersionComponentEndIndex('2.x', 2, digitRuns) // 3, after x
	*/
	const findPartialVersionComponentEndIndex = (range, start, digitRuns) => {
		if (isDigit(range[start])) return findVersionNumberEndIndex(range, start, false, digitRuns);
		return isVersionStart(range[start]) ? start + 1 : start;
	};
	/**
	* Reads up to three components, allowing forms such as 1, 1.2, or 1.x.
	* After the third component, also reads any strict prerelease and build suffixes.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position of a number or wildcard, after any prefix.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position after the matched version text.
	* @example findPartialVersionEndIndex('1.x <2', 0, digitRuns) // 3, at the space
	* @example findPartialVersionEndIndex('1.', 0, digitRuns) // 1; the trailing dot is unread
	*/
	const findPartialVersionEndIndex = (range, start, digitRuns) => {
		let end = findPartialVersionComponentEndIndex(range, start, digitRuns);
		for (let component = 0; component < 2; component++) {
			if (range[end] !== ".") return end;
			const next = findPartialVersionComponentEndIndex(range, end + 1, digitRuns);
			if (next === end + 1) return end;
			end = next;
		}
		const prereleaseEnd = findPrereleaseEndIndex(range, end, false, digitRuns);
		return findBuildEndIndex(range, prereleaseEnd);
	};
	/**
	* Finds where a version match ends, without deciding whether the range is valid.
	* Tries a loose full version first, then a partial or wildcard version, just
	* like the old regex's LOOSEPLAIN and XRANGEPLAIN alternatives.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position of a number or wildcard, after any prefix.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position where scanning the next candidate can resume.
	* @example findVersionEndIndex('1.2.3 <2', 0, digitRuns) // 5, at the space
	* @example findVersionEndIndex('1.x <2', 0, digitRuns) // 3, at the space
	*/
	const findVersionEndIndex = (range, start, digitRuns) => {
		const fullVersionEnd = findLooseFullVersionEndIndex(range, start, digitRuns);
		return fullVersionEnd !== start ? fullVersionEnd : findPartialVersionEndIndex(range, start, digitRuns);
	};
	/**
	* Finds the one whitespace character the old replacement would remove.
	* Keeps leading whitespace, skips an optional operator, and checks immediately
	* after it. Returns -1 if there is nothing to remove.
	*
	* @param {string} range The text containing a candidate already found by the caller.
	* @param {number} matchStart The candidate's position, including leading whitespace.
	* @returns {number} The position of the removable whitespace, or -1 if absent.
	* @example findRemovableWhitespaceIndex(' > 1', 0) // 2; keep the space at position 0
	* @example findRemovableWhitespaceIndex('>1', 0) // -1
	*/
	const findRemovableWhitespaceIndex = (range, matchStart) => {
		let position = matchStart;
		if (isWhitespace(range[position])) position++;
		if (range[position] === "<" || range[position] === ">") position++;
		if (range[position] === "=") position++;
		return isWhitespace(range[position]) ? position : -1;
	};
	/**
	* Joins an operator to its version, turning > 1.2.3 into >1.2.3.
	* Copies everything else according to the old regex's matching rules.
	* Moves forward through prefixes and whole versions to avoid repeatedly
	* searching the same characters on long inputs.
	*
	* @param {string} range The range text to process; the original string is unchanged.
	* @returns {string} The range with matched operator whitespace removed.
	* @example trimComparatorWhitespace('> 1.2.3 < 2') // '>1.2.3 <2'
	* @example trimComparatorWhitespace('> invalid') // '> invalid'
	*/
	const trimComparatorWhitespace = (range) => {
		let result = "";
		let copyFrom = 0;
		let cursor = 0;
		const digitRuns = {
			start: -1,
			end: -1,
			previousStart: -1,
			previousEnd: -1
		};
		while (cursor < range.length) {
			const matchStart = cursor;
			if (range[cursor] === "<" || range[cursor] === ">") cursor++;
			else if (!isVersionPrefix(range[cursor]) && !isVersionStart(range[cursor])) {
				cursor++;
				continue;
			}
			while (cursor < range.length && isVersionPrefix(range[cursor])) cursor++;
			if (!isVersionStart(range[cursor])) continue;
			const whitespacePosition = findRemovableWhitespaceIndex(range, matchStart);
			if (whitespacePosition !== -1) {
				result += range.slice(copyFrom, whitespacePosition);
				copyFrom = whitespacePosition + 1;
			}
			cursor = findVersionEndIndex(range, cursor, digitRuns);
		}
		return result + range.slice(copyFrom);
	};
	module.exports = trimComparatorWhitespace;
}));

// node_modules/semver/classes/range.js
var require_range = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SPACE_CHARACTERS = /\s+/g;
	var Range = class Range {
		constructor(range, options) {
			options = parseOptions(options);
			if (range instanceof Range) {
				if (range.loose === !!options.loose && range.includePrerelease === !!options.includePrerelease) return range;
				else return new Range(range.raw, options);
			}
			if (range instanceof Comparator) {
				this.raw = range.value;
				this.set = [[range]];
				this.formatted = void 0;
				return this;
			}
			this.options = options;
			this.loose = !!options.loose;
			this.includePrerelease = !!options.includePrerelease;
			this.raw = range.trim().replace(SPACE_CHARACTERS, " ");
			this.set = this.raw.split("||").map((r) => this.parseRange(r.trim())).filter((c) => c.length);
			if (!this.set.length) throw new TypeError(`Invalid SemVer Range: ${this.raw}`);
			if (this.set.length > 1) {
				const first = this.set[0];
				this.set = this.set.filter((c) => !isNullSet(c[0]));
				if (this.set.length === 0) this.set = [first];
				else if (this.set.length > 1) {
					for (const c of this.set) if (c.length === 1 && isAny(c[0])) {
						this.set = [c];
						break;
					}
				}
			}
			this.formatted = void 0;
		}
		get range() {
			if (this.formatted === void 0) {
				this.formatted = "";
				for (let i = 0; i < this.set.length; i++) {
					if (i > 0) this.formatted += "||";
					const comps = this.set[i];
					for (let k = 0; k < comps.length; k++) {
						if (k > 0) this.formatted += " ";
						this.formatted += comps[k].toString().trim();
					}
				}
			}
			return this.formatted;
		}
		format() {
			return this.range;
		}
		toString() {
			return this.range;
		}
		parseRange(range) {
			range = range.replace(BUILDSTRIPRE, "");
			const memoKey = ((this.options.includePrerelease && FLAG_INCLUDE_PRERELEASE) | (this.options.loose && FLAG_LOOSE)) + ":" + range;
			const cached = cache.get(memoKey);
			if (cached) return cached;
			const loose = this.options.loose;
			const hr = loose ? re[t.HYPHENRANGELOOSE] : re[t.HYPHENRANGE];
			range = range.replace(hr, hyphenReplace(this.options.includePrerelease));
			debug("hyphen replace", range);
			range = trimComparatorWhitespace(range);
			debug("comparator trim", range);
			range = range.replace(re[t.TILDETRIM], tildeTrimReplace);
			debug("tilde trim", range);
			range = range.replace(re[t.CARETTRIM], caretTrimReplace);
			debug("caret trim", range);
			let rangeList = range.split(" ").map((comp) => parseComparator(comp, this.options)).join(" ").split(/\s+/).map((comp) => replaceGTE0(comp, this.options));
			if (loose) rangeList = rangeList.filter((comp) => {
				debug("loose invalid filter", comp, this.options);
				return !!comp.match(re[t.COMPARATORLOOSE]);
			});
			debug("range list", rangeList);
			const rangeMap = /* @__PURE__ */ new Map();
			const comparators = rangeList.map((comp) => new Comparator(comp, this.options));
			for (const comp of comparators) {
				if (isNullSet(comp)) return [comp];
				rangeMap.set(comp.value, comp);
			}
			if (rangeMap.size > 1 && rangeMap.has("")) rangeMap.delete("");
			const result = [...rangeMap.values()];
			cache.set(memoKey, result);
			return result;
		}
		intersects(range, options) {
			if (!(range instanceof Range)) throw new TypeError("a Range is required");
			return this.set.some((thisComparators) => {
				return isSatisfiable(thisComparators, options) && range.set.some((rangeComparators) => {
					return isSatisfiable(rangeComparators, options) && thisComparators.every((thisComparator) => {
						return rangeComparators.every((rangeComparator) => {
							return thisComparator.intersects(rangeComparator, options);
						});
					});
				});
			});
		}
		test(version) {
			if (!version) return false;
			if (typeof version === "string") try {
				version = new SemVer(version, this.options);
			} catch (er) {
				return false;
			}
			for (let i = 0; i < this.set.length; i++) if (testSet(this.set[i], version, this.options)) return true;
			return false;
		}
	};
	module.exports = Range;
	const cache = new (require_lrucache())();
	const parseOptions = require_parse_options();
	const Comparator = require_comparator();
	const debug = require_debug();
	const SemVer = require_semver$1();
	const trimComparatorWhitespace = require_trim_comparator_whitespace();
	const { safeRe: re, src, t, tildeTrimReplace, caretTrimReplace } = require_re();
	const { FLAG_INCLUDE_PRERELEASE, FLAG_LOOSE } = require_constants();
	const BUILDSTRIPRE = new RegExp(src[t.BUILD], "g");
	const isNullSet = (c) => c.value === "<0.0.0-0";
	const isAny = (c) => c.value === "";
	const isSatisfiable = (comparators, options) => {
		let result = true;
		const remainingComparators = comparators.slice();
		let testComparator = remainingComparators.pop();
		while (result && remainingComparators.length) {
			result = remainingComparators.every((otherComparator) => {
				return testComparator.intersects(otherComparator, options);
			});
			testComparator = remainingComparators.pop();
		}
		return result;
	};
	const parseComparator = (comp, options) => {
		comp = comp.replace(re[t.BUILD], "");
		debug("comp", comp, options);
		comp = replaceCarets(comp, options);
		debug("caret", comp);
		comp = replaceTildes(comp, options);
		debug("tildes", comp);
		comp = replaceXRanges(comp, options);
		debug("xrange", comp);
		comp = replaceStars(comp, options);
		debug("stars", comp);
		return comp;
	};
	const isX = (id) => !id || id.toLowerCase() === "x" || id === "*";
	const invalidXRangeOrder = (M, m, p) => isX(M) && !isX(m) || isX(m) && p && !isX(p);
	const replaceTildes = (comp, options) => {
		return comp.trim().split(/\s+/).map((c) => replaceTilde(c, options)).join(" ");
	};
	const replaceTilde = (comp, options) => {
		const r = options.loose ? re[t.TILDELOOSE] : re[t.TILDE];
		const z = options.includePrerelease ? "-0" : "";
		return comp.replace(r, (_, M, m, p, pr) => {
			debug("tilde", comp, _, M, m, p, pr);
			let ret;
			if (isX(M)) ret = "";
			else if (isX(m)) ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
			else if (isX(p)) ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
			else if (pr) {
				debug("replaceTilde pr", pr);
				ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
			} else ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
			debug("tilde return", ret);
			return ret;
		});
	};
	const replaceCarets = (comp, options) => {
		return comp.trim().split(/\s+/).map((c) => replaceCaret(c, options)).join(" ");
	};
	const replaceCaret = (comp, options) => {
		debug("caret", comp, options);
		const r = options.loose ? re[t.CARETLOOSE] : re[t.CARET];
		const z = options.includePrerelease ? "-0" : "";
		return comp.replace(r, (_, M, m, p, pr) => {
			debug("caret", comp, _, M, m, p, pr);
			let ret;
			if (isX(M)) ret = "";
			else if (isX(m)) ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
			else if (isX(p)) {
				if (M === "0") ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
				else ret = `>=${M}.${m}.0${z} <${+M + 1}.0.0-0`;
			} else if (pr) {
				debug("replaceCaret pr", pr);
				if (M === "0") {
					if (m === "0") ret = `>=${M}.${m}.${p}-${pr} <${M}.${m}.${+p + 1}-0`;
					else ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
				} else ret = `>=${M}.${m}.${p}-${pr} <${+M + 1}.0.0-0`;
			} else {
				debug("no pr");
				if (M === "0") {
					if (m === "0") ret = `>=${M}.${m}.${p} <${M}.${m}.${+p + 1}-0`;
					else ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
				} else ret = `>=${M}.${m}.${p} <${+M + 1}.0.0-0`;
			}
			debug("caret return", ret);
			return ret;
		});
	};
	const replaceXRanges = (comp, options) => {
		debug("replaceXRanges", comp, options);
		return comp.split(/\s+/).map((c) => replaceXRange(c, options)).join(" ");
	};
	const replaceXRange = (comp, options) => {
		comp = comp.trim();
		const r = options.loose ? re[t.XRANGELOOSE] : re[t.XRANGE];
		return comp.replace(r, (ret, gtlt, M, m, p, pr) => {
			debug("xRange", comp, ret, gtlt, M, m, p, pr);
			if (invalidXRangeOrder(M, m, p)) return comp;
			const xM = isX(M);
			const xm = xM || isX(m);
			const xp = xm || isX(p);
			const anyX = xp;
			if (gtlt === "=" && anyX) gtlt = "";
			pr = options.includePrerelease ? "-0" : "";
			if (xM) {
				if (gtlt === ">" || gtlt === "<") ret = "<0.0.0-0";
				else ret = "*";
			} else if (gtlt && anyX) {
				if (xm) m = 0;
				p = 0;
				if (gtlt === ">") {
					gtlt = ">=";
					if (xm) {
						M = +M + 1;
						m = 0;
						p = 0;
					} else {
						m = +m + 1;
						p = 0;
					}
				} else if (gtlt === "<=") {
					gtlt = "<";
					if (xm) M = +M + 1;
					else m = +m + 1;
				}
				if (gtlt === "<") pr = "-0";
				ret = `${gtlt + M}.${m}.${p}${pr}`;
			} else if (xm) ret = `>=${M}.0.0${pr} <${+M + 1}.0.0-0`;
			else if (xp) ret = `>=${M}.${m}.0${pr} <${M}.${+m + 1}.0-0`;
			debug("xRange return", ret);
			return ret;
		});
	};
	const replaceStars = (comp, options) => {
		debug("replaceStars", comp, options);
		return comp.trim().replace(re[t.STAR], "");
	};
	const replaceGTE0 = (comp, options) => {
		debug("replaceGTE0", comp, options);
		return comp.trim().replace(re[options.includePrerelease ? t.GTE0PRE : t.GTE0], "");
	};
	const hyphenReplace = (incPr) => ($0, from, fM, fm, fp, fpr, fb, to, tM, tm, tp, tpr) => {
		if (isX(fM)) from = "";
		else if (isX(fm)) from = `>=${fM}.0.0${incPr ? "-0" : ""}`;
		else if (isX(fp)) from = `>=${fM}.${fm}.0${incPr ? "-0" : ""}`;
		else if (fpr) from = `>=${from}`;
		else from = `>=${from}${incPr ? "-0" : ""}`;
		if (isX(tM)) to = "";
		else if (isX(tm)) to = `<${+tM + 1}.0.0-0`;
		else if (isX(tp)) to = `<${tM}.${+tm + 1}.0-0`;
		else if (tpr) to = `<=${tM}.${tm}.${tp}-${tpr}`;
		else if (incPr) to = `<${tM}.${tm}.${+tp + 1}-0`;
		else to = `<=${to}`;
		return `${from} ${to}`.trim();
	};
	const testSet = (set, version, options) => {
		for (let i = 0; i < set.length; i++) if (!set[i].test(version)) return false;
		if (version.prerelease.length && !options.includePrerelease) {
			for (let i = 0; i < set.length; i++) {
				debug(set[i].semver);
				if (set[i].semver === Comparator.ANY) continue;
				if (set[i].semver.prerelease.length > 0) {
					const allowed = set[i].semver;
					if (allowed.major === version.major && allowed.minor === version.minor && allowed.patch === version.patch) return true;
				}
			}
			return false;
		}
		return true;
	};
}));

// node_modules/semver/classes/comparator.js
var require_comparator = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const ANY = Symbol("SemVer ANY");
	var Comparator = class Comparator {
		static get ANY() {
			return ANY;
		}
		constructor(comp, options) {
			options = parseOptions(options);
			if (comp instanceof Comparator) {
				if (comp.loose === !!options.loose) return comp;
				else comp = comp.value;
			}
			comp = comp.trim().split(/\s+/).join(" ");
			debug("comparator", comp, options);
			this.options = options;
			this.loose = !!options.loose;
			this.parse(comp);
			if (this.semver === ANY) this.value = "";
			else this.value = this.operator + this.semver.version;
			debug("comp", this);
		}
		parse(comp) {
			const r = this.options.loose ? re[t.COMPARATORLOOSE] : re[t.COMPARATOR];
			const m = comp.match(r);
			if (!m) throw new TypeError(`Invalid comparator: ${comp}`);
			this.operator = m[1] !== void 0 ? m[1] : "";
			if (this.operator === "=") this.operator = "";
			if (!m[2]) this.semver = ANY;
			else this.semver = new SemVer(m[2], this.options.loose);
		}
		toString() {
			return this.value;
		}
		test(version) {
			debug("Comparator.test", version, this.options.loose);
			if (this.semver === ANY || version === ANY) return true;
			if (typeof version === "string") try {
				version = new SemVer(version, this.options);
			} catch (er) {
				return false;
			}
			return cmp(version, this.operator, this.semver, this.options);
		}
		intersects(comp, options) {
			if (!(comp instanceof Comparator)) throw new TypeError("a Comparator is required");
			if (this.operator === "") {
				if (this.value === "") return true;
				return new Range(comp.value, options).test(this.value);
			} else if (comp.operator === "") {
				if (comp.value === "") return true;
				return new Range(this.value, options).test(comp.semver);
			}
			options = parseOptions(options);
			if (options.includePrerelease && (this.value === "<0.0.0-0" || comp.value === "<0.0.0-0")) return false;
			if (!options.includePrerelease && (this.value.startsWith("<0.0.0") || comp.value.startsWith("<0.0.0"))) return false;
			if (this.operator.startsWith(">") && comp.operator.startsWith(">")) return true;
			if (this.operator.startsWith("<") && comp.operator.startsWith("<")) return true;
			if (this.semver.version === comp.semver.version && this.operator.includes("=") && comp.operator.includes("=")) return true;
			if (cmp(this.semver, "<", comp.semver, options) && this.operator.startsWith(">") && comp.operator.startsWith("<")) return true;
			if (cmp(this.semver, ">", comp.semver, options) && this.operator.startsWith("<") && comp.operator.startsWith(">")) return true;
			return false;
		}
	};
	module.exports = Comparator;
	const parseOptions = require_parse_options();
	const { safeRe: re, t } = require_re();
	const cmp = require_cmp();
	const debug = require_debug();
	const SemVer = require_semver$1();
	const Range = require_range();
}));

// node_modules/semver/functions/satisfies.js
var require_satisfies = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Range = require_range();
	const satisfies = (version, range, options) => {
		try {
			range = new Range(range, options);
		} catch (er) {
			return false;
		}
		return range.test(version);
	};
	module.exports = satisfies;
}));

// node_modules/semver/ranges/to-comparators.js
var require_to_comparators = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Range = require_range();
	const toComparators = (range, options) => new Range(range, options).set.map((comp) => comp.map((c) => c.value).join(" ").trim().split(" "));
	module.exports = toComparators;
}));

// node_modules/semver/ranges/max-satisfying.js
var require_max_satisfying = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const Range = require_range();
	const maxSatisfying = (versions, range, options) => {
		let max = null;
		let maxSV = null;
		let rangeObj = null;
		try {
			rangeObj = new Range(range, options);
		} catch (er) {
			return null;
		}
		versions.forEach((v) => {
			if (rangeObj.test(v)) {
				if (!max || maxSV.compare(v) === -1) {
					max = v;
					maxSV = new SemVer(max, options);
				}
			}
		});
		return max;
	};
	module.exports = maxSatisfying;
}));

// node_modules/semver/ranges/min-satisfying.js
var require_min_satisfying = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const Range = require_range();
	const minSatisfying = (versions, range, options) => {
		let min = null;
		let minSV = null;
		let rangeObj = null;
		try {
			rangeObj = new Range(range, options);
		} catch (er) {
			return null;
		}
		versions.forEach((v) => {
			if (rangeObj.test(v)) {
				if (!min || minSV.compare(v) === 1) {
					min = v;
					minSV = new SemVer(min, options);
				}
			}
		});
		return min;
	};
	module.exports = minSatisfying;
}));

// node_modules/semver/ranges/min-version.js
var require_min_version = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const Range = require_range();
	const gt = require_gt();
	const minVersion = (range, loose) => {
		range = new Range(range, loose);
		let minver = new SemVer("0.0.0");
		if (range.test(minver)) return minver;
		minver = new SemVer("0.0.0-0");
		if (range.test(minver)) return minver;
		minver = null;
		for (let i = 0; i < range.set.length; ++i) {
			const comparators = range.set[i];
			let setMin = null;
			comparators.forEach((comparator) => {
				const compver = new SemVer(comparator.semver.version);
				switch (comparator.operator) {
					case ">":
						if (compver.prerelease.length === 0) compver.patch++;
						else compver.prerelease.push(0);
						compver.raw = compver.format();
					case "":
					case ">=":
						if (!setMin || gt(compver, setMin)) setMin = compver;
						break;
					case "<":
					case "<=": break;
					/* istanbul ignore next */
					default: throw new Error(`Unexpected operation: ${comparator.operator}`);
				}
			});
			if (setMin && (!minver || gt(minver, setMin))) minver = setMin;
		}
		if (minver && range.test(minver)) return minver;
		return null;
	};
	module.exports = minVersion;
}));

// node_modules/semver/ranges/valid.js
var require_valid = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Range = require_range();
	const validRange = (range, options) => {
		try {
			return new Range(range, options).range || "*";
		} catch (er) {
			return null;
		}
	};
	module.exports = validRange;
}));

// node_modules/semver/ranges/outside.js
var require_outside = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver$1();
	const Comparator = require_comparator();
	const { ANY } = Comparator;
	const Range = require_range();
	const satisfies = require_satisfies();
	const gt = require_gt();
	const lt = require_lt();
	const lte = require_lte();
	const gte = require_gte();
	const outside = (version, range, hilo, options) => {
		version = new SemVer(version, options);
		range = new Range(range, options);
		let gtfn, ltefn, ltfn, comp, ecomp;
		switch (hilo) {
			case ">":
				gtfn = gt;
				ltefn = lte;
				ltfn = lt;
				comp = ">";
				ecomp = ">=";
				break;
			case "<":
				gtfn = lt;
				ltefn = gte;
				ltfn = gt;
				comp = "<";
				ecomp = "<=";
				break;
			default: throw new TypeError("Must provide a hilo val of \"<\" or \">\"");
		}
		if (satisfies(version, range, options)) return false;
		for (let i = 0; i < range.set.length; ++i) {
			const comparators = range.set[i];
			let high = null;
			let low = null;
			comparators.forEach((comparator) => {
				if (comparator.semver === ANY) comparator = new Comparator(">=0.0.0");
				high = high || comparator;
				low = low || comparator;
				if (gtfn(comparator.semver, high.semver, options)) high = comparator;
				else if (ltfn(comparator.semver, low.semver, options)) low = comparator;
			});
			if (high.operator === comp || high.operator === ecomp) return false;
			if ((!low.operator || low.operator === comp) && ltefn(version, low.semver)) return false;
			else if (low.operator === ecomp && ltfn(version, low.semver)) return false;
		}
		return true;
	};
	module.exports = outside;
}));

// node_modules/semver/ranges/gtr.js
var require_gtr = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const outside = require_outside();
	const gtr = (version, range, options) => outside(version, range, ">", options);
	module.exports = gtr;
}));

// node_modules/semver/ranges/ltr.js
var require_ltr = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const outside = require_outside();
	const ltr = (version, range, options) => outside(version, range, "<", options);
	module.exports = ltr;
}));

// node_modules/semver/ranges/intersects.js
var require_intersects = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Range = require_range();
	const intersects = (r1, r2, options) => {
		r1 = new Range(r1, options);
		r2 = new Range(r2, options);
		return r1.intersects(r2, options);
	};
	module.exports = intersects;
}));

// node_modules/semver/ranges/simplify.js
var require_simplify = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const satisfies = require_satisfies();
	const compare = require_compare();
	module.exports = (versions, range, options) => {
		const set = [];
		let first = null;
		let prev = null;
		const v = versions.sort((a, b) => compare(a, b, options));
		for (const version of v) if (satisfies(version, range, options)) {
			prev = version;
			if (!first) first = version;
		} else {
			if (prev) set.push([first, prev]);
			prev = null;
			first = null;
		}
		if (first) set.push([first, null]);
		const ranges = [];
		for (const [min, max] of set) if (min === max) ranges.push(min);
		else if (!max && min === v[0]) ranges.push("*");
		else if (!max) ranges.push(`>=${min}`);
		else if (min === v[0]) ranges.push(`<=${max}`);
		else ranges.push(`${min} - ${max}`);
		const simplified = ranges.join(" || ");
		const original = typeof range.raw === "string" ? range.raw : String(range);
		return simplified.length < original.length ? simplified : range;
	};
}));

// node_modules/semver/ranges/subset.js
var require_subset = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Range = require_range();
	const Comparator = require_comparator();
	const { ANY } = Comparator;
	const satisfies = require_satisfies();
	const compare = require_compare();
	const subset = (sub, dom, options = {}) => {
		if (sub === dom) return true;
		sub = new Range(sub, options);
		dom = new Range(dom, options);
		let sawNonNull = false;
		OUTER: for (const simpleSub of sub.set) {
			for (const simpleDom of dom.set) {
				const isSub = simpleSubset(simpleSub, simpleDom, options);
				sawNonNull = sawNonNull || isSub !== null;
				if (isSub) continue OUTER;
			}
			if (sawNonNull) return false;
		}
		return true;
	};
	const minimumVersionWithPreRelease = [new Comparator(">=0.0.0-0")];
	const minimumVersion = [new Comparator(">=0.0.0")];
	const simpleSubset = (sub, dom, options) => {
		if (sub === dom) return true;
		if (sub.length === 1 && sub[0].semver === ANY) {
			if (dom.length === 1 && dom[0].semver === ANY) return true;
			else if (options.includePrerelease) sub = minimumVersionWithPreRelease;
			else sub = minimumVersion;
		}
		if (dom.length === 1 && dom[0].semver === ANY) {
			if (options.includePrerelease) return true;
			else dom = minimumVersion;
		}
		const eqSet = /* @__PURE__ */ new Set();
		let gt, lt;
		for (const c of sub) if (c.operator === ">" || c.operator === ">=") gt = higherGT(gt, c, options);
		else if (c.operator === "<" || c.operator === "<=") lt = lowerLT(lt, c, options);
		else eqSet.add(c.semver);
		if (eqSet.size > 1) return null;
		let gtltComp;
		if (gt && lt) {
			gtltComp = compare(gt.semver, lt.semver, options);
			if (gtltComp > 0) return null;
			else if (gtltComp === 0 && (gt.operator !== ">=" || lt.operator !== "<=")) return null;
		}
		for (const eq of eqSet) {
			if (gt && !satisfies(eq, String(gt), options)) return null;
			if (lt && !satisfies(eq, String(lt), options)) return null;
			for (const c of dom) if (!satisfies(eq, String(c), options)) return false;
			return true;
		}
		let higher, lower;
		let hasDomLT, hasDomGT;
		let needDomLTPre = lt && !options.includePrerelease && lt.semver.prerelease.length ? lt.semver : false;
		let needDomGTPre = gt && !options.includePrerelease && gt.semver.prerelease.length ? gt.semver : false;
		if (needDomLTPre && needDomLTPre.prerelease.length === 1 && lt.operator === "<" && needDomLTPre.prerelease[0] === 0) needDomLTPre = false;
		for (const c of dom) {
			hasDomGT = hasDomGT || c.operator === ">" || c.operator === ">=";
			hasDomLT = hasDomLT || c.operator === "<" || c.operator === "<=";
			if (gt) {
				if (needDomGTPre) {
					if (c.semver.prerelease && c.semver.prerelease.length && c.semver.major === needDomGTPre.major && c.semver.minor === needDomGTPre.minor && c.semver.patch === needDomGTPre.patch) needDomGTPre = false;
				}
				if (c.operator === ">" || c.operator === ">=") {
					higher = higherGT(gt, c, options);
					if (higher === c && higher !== gt) return false;
				} else if (gt.operator === ">=" && !c.test(gt.semver)) return false;
			}
			if (lt) {
				if (needDomLTPre) {
					if (c.semver.prerelease && c.semver.prerelease.length && c.semver.major === needDomLTPre.major && c.semver.minor === needDomLTPre.minor && c.semver.patch === needDomLTPre.patch) needDomLTPre = false;
				}
				if (c.operator === "<" || c.operator === "<=") {
					lower = lowerLT(lt, c, options);
					if (lower === c && lower !== lt) return false;
				} else if (lt.operator === "<=" && !c.test(lt.semver)) return false;
			}
			if (!c.operator && (lt || gt) && gtltComp !== 0) return false;
		}
		if (gt && hasDomLT && !lt && gtltComp !== 0) return false;
		if (lt && hasDomGT && !gt && gtltComp !== 0) return false;
		if (needDomGTPre || needDomLTPre) return false;
		return true;
	};
	const higherGT = (a, b, options) => {
		if (!a) return b;
		const comp = compare(a.semver, b.semver, options);
		return comp > 0 ? a : comp < 0 ? b : b.operator === ">" && a.operator === ">=" ? b : a;
	};
	const lowerLT = (a, b, options) => {
		if (!a) return b;
		const comp = compare(a.semver, b.semver, options);
		return comp < 0 ? a : comp > 0 ? b : b.operator === "<" && a.operator === "<=" ? b : a;
	};
	module.exports = subset;
}));

// node_modules/semver/index.js
var require_semver = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const internalRe = require_re();
	const constants = require_constants();
	const SemVer = require_semver$1();
	const identifiers = require_identifiers();
	const parse = require_parse();
	const valid = require_valid$1();
	const clean = require_clean();
	const inc = require_inc();
	const diff = require_diff();
	const major = require_major();
	const minor = require_minor();
	const patch = require_patch();
	const prerelease = require_prerelease();
	const compare = require_compare();
	const rcompare = require_rcompare();
	const compareLoose = require_compare_loose();
	const compareBuild = require_compare_build();
	const sort = require_sort();
	const rsort = require_rsort();
	const gt = require_gt();
	const lt = require_lt();
	const eq = require_eq();
	const neq = require_neq();
	const gte = require_gte();
	const lte = require_lte();
	const cmp = require_cmp();
	const coerce = require_coerce();
	const truncate = require_truncate();
	const Comparator = require_comparator();
	const Range = require_range();
	const satisfies = require_satisfies();
	const toComparators = require_to_comparators();
	const maxSatisfying = require_max_satisfying();
	const minSatisfying = require_min_satisfying();
	const minVersion = require_min_version();
	const validRange = require_valid();
	const outside = require_outside();
	const gtr = require_gtr();
	const ltr = require_ltr();
	const intersects = require_intersects();
	const simplifyRange = require_simplify();
	const subset = require_subset();
	module.exports = {
		parse,
		valid,
		clean,
		inc,
		diff,
		major,
		minor,
		patch,
		prerelease,
		compare,
		rcompare,
		compareLoose,
		compareBuild,
		sort,
		rsort,
		gt,
		lt,
		eq,
		neq,
		gte,
		lte,
		cmp,
		coerce,
		truncate,
		Comparator,
		Range,
		satisfies,
		toComparators,
		maxSatisfying,
		minSatisfying,
		minVersion,
		validRange,
		outside,
		gtr,
		ltr,
		intersects,
		simplifyRange,
		subset,
		SemVer,
		re: internalRe.re,
		src: internalRe.src,
		tokens: internalRe.t,
		SEMVER_SPEC_VERSION: constants.SEMVER_SPEC_VERSION,
		RELEASE_TYPES: constants.RELEASE_TYPES,
		compareIdentifiers: identifiers.compareIdentifiers,
		rcompareIdentifiers: identifiers.rcompareIdentifiers
	};
}));

// src/prompts/changed-parts.ts
/** The keys of a call configuration and what a change of each is called, in the order in which they are told. */
const parts = [
	["messages", "text"],
	["template", "text"],
	["defaults", "text"],
	["model", "model"],
	["parameters", "parameters"],
	["format", "format"],
	["tools", "tools"],
	["included", "included"],
	["partials", "included"]
];
/** What differs between two call configurations; the layout of the files, key order and comments never do. */
function changedParts(before, after) {
	const canonical = (value) => canonicalJson(value ?? null);
	const changed = parts.filter(([key]) => canonical(before[key]) !== canonical(after[key])).map(([, part]) => part);
	return [...new Set(changed)];
}

export { countCharacters as C, operationalScores as S, passOrFail as _, resolveModel as a, firstTokenMetric as b, readLines as c, killGroup as d, ownGroup as f, scopeTools as g, noModels as h, providerTypes as i, runProgram as l, failed as m, require_semver as n, simulateReply as o, watchProgram as p, keyVariableOf as r, recordingProvider as s, changedParts as t, forgetProgram as u, scored as v, createReply as w, operationalMetrics as x, unscored as y };