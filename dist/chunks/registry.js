import { i as __toESM } from "./rolldown-runtime.js";
import { D as modelWithoutName, E as missingVariable, O as modelWithoutPublisher, Q as passedOver, S as missingRecordings, St as unwritableRecording, W as noWorkspace, _t as unreadSetting, b as missingAddress, bt as unusableHeader, c as brokenRecording, dt as unfilledTemplate, ft as unknownChoice, gt as unnamedKey, ht as unknownPublisher, mt as unknownProviderType, s as bodyOfGet, tt as setupFailed, ut as throwProblems, w as missingSettings, x as missingKey, xt as unusableKey, yt as unusableAddress } from "./errors.js";
import { r as isObject, t as canonicalHash } from "./json.js";
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

// src/models/provider-type.ts
/** Where a setting of a provider stands; the provider itself where it has none. */
function placeOf({ place, places = {} }, setting) {
	return (Object.hasOwn(places, setting) ? places[setting] : void 0) ?? place;
}

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
	const place = config.keyEnv === void 0 ? void 0 : placeOf(config, "keyEnv");
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
	const writes = isObject(usage["cache_creation"]) ? usage["cache_creation"] : {};
	const cacheWriteHour = count(writes["ephemeral_1h_input_tokens"]) ?? 0;
	const details = isObject(usage["output_tokens_details"]) ? usage["output_tokens_details"] : {};
	return {
		input: fresh === null ? null : fresh + (cacheWrite ?? 0) + (cachedInput ?? 0),
		output,
		cachedInput,
		cacheWrite,
		...cacheWriteHour > 0 && { cacheWriteHour },
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

// src/models/logprobs.ts
/**
* The log-probabilities of a list of tokens as OpenAI's API writes them, for a reply; nothing where there is no such list,
* or where one of its tokens cannot be read: a gap would be taken for an answer that is likelier than it is.
*/
function readLogprobs(list) {
	if (!Array.isArray(list) || list.length === 0) return {};
	const logprobs = list.flatMap((entry) => readToken(entry) ?? []);
	return logprobs.length === list.length ? { logprobs } : {};
}
function readToken(entry) {
	const own = readPair(entry);
	const top = isObject(entry) ? entry["top_logprobs"] : void 0;
	if (own === null || !Array.isArray(top) || top.length === 0) return own;
	return {
		...own,
		top: top.flatMap((each) => readPair(each) ?? [])
	};
}
function readPair(entry) {
	if (!isObject(entry)) return null;
	const [token, logprob] = [text(entry["token"]), entry["logprob"]];
	return token === null || typeof logprob !== "number" ? null : {
		token,
		logprob
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
	const logprobs = isObject(choice["logprobs"]) ? choice["logprobs"] : {};
	const calls = Array.isArray(message["tool_calls"]) ? message["tool_calls"] : [];
	return createReply(content, {
		refusal: text(message["refusal"]),
		finishReason: toFinishReason(text(choice["finish_reason"])),
		tokens: readUsage(usage),
		model: text(body["model"]),
		systemFingerprint: text(body["system_fingerprint"]),
		toolCalls: calls.flatMap((call) => readToolCall(call) ?? []),
		cost: count(usage["cost"]),
		...readLogprobs(logprobs["content"])
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
/** What is told is shorter: `tellFailures` cuts it, once it has been looked through. */
const messageLimit = 1e4;
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
/** A foreign text as one line; control and direction characters become visible escapes. */
function toOneLine(text) {
	const characters = [...text.slice(0, messageLimit * 2).trim()];
	return (characters.length > messageLimit ? `${characters.slice(0, 9999).join("")}…` : characters.join("")).replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => shortEscapes[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
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

// src/models/whole-answer.ts
const decoder = new TextDecoder();
/**
* An answer that has come to its end, for whoever expects a `Response`. One of the runtime's own puts the bytes into a
* stream to read them out again, which at 50 calls at once was a tenth of all processor time.
*/
var WholeAnswer = class {
	status;
	statusText = "";
	ok;
	url = "";
	headers;
	/** There is nothing to cancel. */
	body = null;
	bytes;
	constructor(status, headers, bytes) {
		this.status = status;
		this.ok = status >= 200 && status < 300;
		this.headers = new Headers([...headers]);
		this.bytes = bytes;
	}
	async text() {
		return decoder.decode(this.bytes);
	}
	async json() {
		return JSON.parse(decoder.decode(this.bytes));
	}
};

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
		const written = init?.headers instanceof Headers ? init.headers : new Headers(init?.headers);
		const headers = {
			...Object.fromEntries(written),
			"accept-encoding": "identity"
		};
		const method = init?.method ?? "GET";
		const outgoing = send(String(url), {
			method,
			headers,
			agent
		}, (incoming) => {
			const limited = limitSize(incoming, bodyLimit);
			if (/^text\/event-stream\b/i.test(incoming.headers["content-type"] ?? "")) {
				const body = Readable.toWeb(limited);
				resolve(new Response(body, {
					status: incoming.statusCode ?? 0,
					headers: headersOf(incoming)
				}));
				return;
			}
			const chunks = [];
			incoming.on("data", (chunk) => chunks.push(chunk));
			incoming.on("error", reject);
			incoming.on("end", () => {
				try {
					resolve(new WholeAnswer(incoming.statusCode ?? 0, headersOf(incoming), Buffer.concat(chunks)));
				} catch (error) {
					reject(error);
				}
			});
		});
		outgoing.on("error", reject);
		if (init?.signal) abortWith(init.signal, outgoing);
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
function headersOf({ headers }) {
	return Object.entries(headers).map(([name, value]) => [name, String(value)]);
}
/** Ends the request, and the answer with it, as the signal says. The runtime's own way sets up an observer a call. */
function abortWith(signal, outgoing) {
	const abort = () => {
		outgoing.destroy(signal.reason instanceof Error ? signal.reason : /* @__PURE__ */ new Error("aborted"));
	};
	if (signal.aborted) abort();
	signal.addEventListener("abort", abort, { once: true });
	outgoing.once("close", () => signal.removeEventListener("abort", abort));
}

// src/models/redact-reply.ts
/** Keys are at least this long; a shorter stand-in for one is a common word and stays in an answer. */
const shortestKey = 8;
/** The key goes to the provider and nowhere else, even where the provider repeats it. */
function redactReply(reply, key) {
	const written = JSON.stringify(key).slice(1, -1);
	const { logprobs, ...rest } = reply;
	const said = logprobs?.map(({ token }) => token).join("") ?? "";
	if (key.length < 8) return reply;
	if (!JSON.stringify(rest).includes(written) && !said.includes(key)) return reply;
	return redactAll(rest, key);
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
		const place = config.baseUrl === null ? void 0 : placeOf(config, "baseUrl");
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
		tell: context.tell ?? ((written) => written),
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
/** The end of what it wrote to standard error, as one line: what must not be told is taken out before it is cut. */
function lastWords(end, application) {
	if (end.end !== "exited" && end.end !== "killed") return "";
	return toOneLine(hide(end.complaint, application).trim().slice(-280));
}
/** A text without what the named variables hold, and what else must not be told. */
function hide(written, { secrets, tell }) {
	return tell(secrets.reduce((all, secret) => redact(all, secret), written));
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

// src/models/program-exchange.ts
const roles = [
	"system",
	"developer",
	"user",
	"assistant",
	"tool"
];
/**
* The turns that a program says its answer took, as it is given messages or with the names of this project. Each has a
* role, and a text or tool calls; else the answer is what is wrong with it: part of an exchange is another exchange.
*/
function readExchange(written) {
	if (!Array.isArray(written)) return "exchange is no list of messages";
	const turns = [];
	for (const [index, entry] of written.entries()) {
		const turn = readTurn(entry);
		if (typeof turn === "string") return `exchange[${index}] ${turn}`;
		turns.push(turn);
	}
	return turns;
}
function readTurn(entry) {
	if (!isObject(entry)) return "is no message";
	const role = roles.find((each) => each === entry["role"]);
	if (role === void 0) return `has no role of ${roles.join(", ")}`;
	const toolCalls = readCalls(entry["toolCalls"] ?? entry["tool_calls"] ?? []);
	if (toolCalls === null) return "has a tool call without a name";
	const content = entry["content"] ?? (toolCalls.length > 0 ? "" : null);
	if (typeof content !== "string") return "has no text as its content";
	const toolCallId = text(entry["toolCallId"] ?? entry["tool_call_id"]);
	return {
		role,
		content,
		...toolCalls.length > 0 && { toolCalls },
		...toolCallId !== null && { toolCallId }
	};
}
function readCalls(written) {
	if (!Array.isArray(written)) return null;
	const calls = written.flatMap((call) => readToolCall(call) ?? []);
	return calls.length === written.length ? calls : null;
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
	const exchange = readExchange(json["exchange"] ?? []);
	if (typeof exchange === "string") return failed("malformed", `the program's answer: ${exchange}`);
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
			exchange,
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
		onText: byLine((written) => application.onSetupText(hide(written, application)))
	});
	if (end.end === "exited" && end.exitCode === 0) return;
	if (end.end === "stopped" && !time.aborted) return;
	const how = end.end === "stopped" ? `took longer than ${setupMs / 1e3} s` : describeEnd(end);
	throw setupFailed(name, workspace.label, how, lastWords(end, application));
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
		"env",
		"maxCallCost"
	],
	takesValues: true,
	runsCode: true,
	inspect(name, config) {
		const hint = `For example: ${name}: { type: command, command: "node app/answer.mjs" }`;
		const { place, settings = {}, baseUrl, keyEnv } = config;
		return [
			...text(settings["command"]) === null ? [missingSettings(name, ["command"], hint, place)] : [],
			...baseUrl === null ? [] : [passedOver(name, "baseUrl", "The program knows its own addresses: remove it.", placeOf(config, "baseUrl"))],
			...keyEnv == null ? [] : [passedOver(name, "keyEnv", `Name the variable under env: env: [${keyEnv}].`, placeOf(config, "keyEnv"))]
		];
	},
	check(name, config, context) {
		return [...context.workspace === void 0 ? [noWorkspace(name, config.place)] : [], ...readNames(config).filter((variable) => !context.environment[variable]).map((variable) => missingVariable(name, variable, placeOf(config, "env")))];
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
		const words = lastWords(end, application);
		return failed("server", `the program ${describeEnd(end)}${words === "" ? "" : `: ${words}`}`);
	}
	const result = readProgramAnswer(end.output);
	if (result.status === "failed") return {
		...result,
		failure: {
			...result.failure,
			message: hide(result.failure.message, application)
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
		"maxCallCost",
		"success"
	],
	takesValues: true,
	inspect(name, config) {
		const { settings = {} } = config;
		const lacking = ["url", "output"].filter((setting) => typeof settings[setting] !== "string");
		const hint = `For example: ${name}: { type: http, url: "https://…/answer", body: { question: "{{vars.question}}" }, output: /answer }`;
		const template = readTemplate(config);
		const origin = originPart(template.url);
		const isOrigin = lacking.includes("url") || isAddress(origin);
		const unknown = unknownNames(template);
		const sendsKey = namesIn(Object.values(template.headers)).includes("key");
		return [
			...lacking.length === 0 ? [] : [missingSettings(name, lacking, hint, config.place)],
			...config.baseUrl === null ? [] : [passedOver(name, "baseUrl", "Write the whole address under url.", placeOf(config, "baseUrl"))],
			...config.keyEnv == null && sendsKey ? [unnamedKey(name, placeOf(config, "headers"))] : [],
			...template.method === "GET" && template.body !== null ? [bodyOfGet(name, placeOf(config, "body"))] : [],
			...Object.keys(template.headers).filter((header) => !headerName.test(header)).map((header) => unusableHeader(name, header, placeOf(config, "headers"))),
			...isOrigin ? [] : [unusableAddress(name, template.url, placeOf(config, "url"))],
			...unknown.map((written) => unfilledTemplate(name, written, templateNames, placeOf(config, holderOf(written, settings))))
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
/** The setting that holds such a placeholder. */
function holderOf(name, settings) {
	return [
		"url",
		"headers",
		"body"
	].find((setting) => namesIn(settings[setting] ?? null).includes(name)) ?? "url";
}
/** Whether what stands before the path is an address that no value can change. */
function isAddress(origin) {
	return namesIn(origin).length === 0 && /^https?:\/\/[^@]+$/i.test(origin) && URL.canParse(origin);
}
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
	const logprobs = [];
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
		if (isObject(choice["logprobs"]) && Array.isArray(choice["logprobs"]["content"])) logprobs.push(...choice["logprobs"]["content"]);
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
				logprobs: { content: logprobs },
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
	const { stream: _stream, stream_options: _streamOptions, logprobs, ...parameters } = request.parameters;
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
	if (logprobs === true) body["include"] = [...asList(body["include"]), "message.output_text.logprobs"];
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
function asList(value) {
	return Array.isArray(value) ? value : [];
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
		cost: count(usage["cost"]),
		...readLogprobs(parts.flatMap((part) => asList(part["logprobs"])))
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
		inspect(name, config) {
			const api = readApi(config);
			return preset.apis.includes(api) ? [] : [unknownChoice(name, "api", api, preset.apis, placeOf(config, "api"))];
		},
		check(name, config, context) {
			const problems = [];
			const baseUrl = readBaseUrl(preset, config, context);
			const place = config.baseUrl === null ? void 0 : placeOf(config, "baseUrl");
			if (baseUrl === "") problems.push(missingAddress(name, preset.baseUrlEnv ?? null));
			else if (!/^https?:\/\//i.test(baseUrl) || !URL.canParse(baseUrl)) problems.push(unusableAddress(name, baseUrl, place));
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
* Everything after the first slash is the model's name. Else all that is wrong with the name, or with the settings.
*/
function resolveModel(model, providers) {
	const known = {
		...builtInProviders,
		...providers
	};
	const slash = model.indexOf("/");
	if (slash < 0 && !bareOpenAiName.test(model)) return { problems: [modelWithoutPublisher(model, Object.keys(known))] };
	const publisher = slash < 0 ? "openai" : model.slice(0, slash);
	const name = model.slice(slash + 1);
	if (publisher === "" || name === "") return { problems: [modelWithoutName(model)] };
	const config = Object.hasOwn(known, publisher) ? known[publisher] : void 0;
	if (config === void 0) return { problems: [unknownPublisher(model, publisher, Object.keys(known))] };
	const type = findProviderType(config.type);
	if (type === null) return { problems: [unknownProviderType(publisher, config.type, Object.keys(providerTypes), placeOf(config, "type"))] };
	const problems = [...findUnread(publisher, type, config), ...type.inspect?.(publisher, config) ?? []];
	return problems.length === 0 ? {
		provider: publisher,
		type,
		config,
		model: name
	} : { problems };
}
/** Settings that the provider's type would silently pass over. */
function findUnread(provider, type, config) {
	return Object.keys(config.settings ?? {}).filter((key) => !type.settings.includes(key)).map((setting) => {
		const names = Object.entries(providerTypes).filter(([, each]) => each.settings.includes(setting)).map(([name]) => name);
		return unreadSetting(provider, config.type, setting, names, placeOf(config, setting));
	});
}
/** The variable that holds a provider's key; null where it sends none. */
function keyVariableOf(config) {
	return keyVariable(config, findProviderType(config.type)?.keyEnv ?? null);
}
/** The variable that holds a provider's address, where nothing else says it; null where something does. */
function addressVariableOf({ type, baseUrl }) {
	const preset = Object.hasOwn(presets, type) ? presets[type] : null;
	return preset === null || (baseUrl ?? preset.baseUrl) !== null ? null : preset.baseUrlEnv ?? null;
}
/** The kind of provider of this name; null where there is none. */
function findProviderType(name) {
	return Object.hasOwn(providerTypes, name) ? providerTypes[name] : null;
}

export { simulateReply as a, runProgram as c, ownGroup as d, watchProgram as f, resolveModel as i, forgetProgram as l, createReply as m, keyVariableOf as n, recordingProvider as o, failed as p, providerTypes as r, readLines as s, addressVariableOf as t, killGroup as u };