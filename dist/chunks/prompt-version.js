import { n as UserError } from "./errors.js";
import { t as canonicalHash } from "./json.js";
import { n as fileOfPrompt } from "./repository-path.js";
import { d as toSnakeCase, f as filePart, i as expandPartials, m as splitMessage, n as templateEngines, o as renderMessages, p as markFiles, t as bodyLanguages } from "./registry2.js";

// src/prompts/place-turns.ts
/** A message that is this and nothing else stands for the turns that a case brings, whatever its role. */
const placeholder = /^\s*\{\{\s*messages\s*\}\}\s*$/;
/** The same in format strings, where two braces are a brace. */
const placeholderInFormat = /^\s*\{messages\}\s*$/;
/**
* The messages of a prompt with the turns of a case among them: where a message is `{{messages}}` alone (or as the language
* writes a variable); where nothing in the prompt places them, behind its messages. `render` renders messages that follow one another; `isPlaced` is asked
* afterwards.
*/
function placeTurns({ messages, template }, turns, render, isPlaced) {
	if (turns === null) return render(messages);
	const mark = template === "f-string" ? placeholderInFormat : placeholder;
	const placed = [];
	let segment = [];
	for (const message of messages) {
		if (!mark.test(message.content)) {
			segment.push(message);
			continue;
		}
		placed.push(...render(segment), ...turns);
		segment = [];
	}
	placed.push(...render(segment));
	return isPlaced() ? placed : [...placed, ...turns];
}
/** A turn of a case as it is sent. */
function toRequestMessage({ role, content, toolCalls, toolCallId }) {
	return {
		role,
		content: typeof content === "string" ? content : content.map(toContentPart),
		...toolCalls === void 0 ? {} : { toolCalls },
		...toolCallId === void 0 ? {} : { toolCallId }
	};
}
function toContentPart(part) {
	return "text" in part ? {
		type: "text",
		text: part.text
	} : filePart(part);
}

// src/prompts/templates/message-writer.ts
/** Characters in all that rendering may produce: 4 MiB, more than any model reads. */
const outputLimit = 4 * 2 ** 20;
/** Steps of an interpreter, in all: some 50 ms, a thousand times what a prompt of people's making takes. */
const stepLimit = 1e5;
/** Gathers what a template writes into messages, within a budget of steps and characters. */
var MessageWriter = class {
	/** Variables that had no value. */
	missing = /* @__PURE__ */ new Set();
	#messages = [];
	#history;
	/** How many messages stand before the earlier turns of the case; null where these have no place. */
	#historyAt = null;
	#characters = 0;
	#steps = 0;
	/** `history`: earlier turns of the case, put where the template says. */
	constructor(role, history = []) {
		this.#begin(role);
		this.#history = history;
	}
	/** Counts work that an interpreter does. */
	step(count = 1) {
		this.#steps += count;
		if (this.#steps <= stepLimit) return;
		throw new UserError({
			message: `rendering the prompt takes more than ${stepLimit.toLocaleString("en")} steps`,
			hint: "A loop runs over too much: shorten the list, or loop less."
		});
	}
	write(text) {
		this.charge(text.length);
		const last = this.#last;
		last.pieces.push(text);
		last.isBlank &&= text.trim() === "";
	}
	/** Counts characters before they are made, so that nothing is built that does not fit. */
	charge(characters) {
		this.#characters += characters;
		if (this.#characters <= outputLimit) return;
		throw new UserError({
			message: "the prompt is longer than 4 MiB once the values of the case are put in",
			hint: "Shorten the case, or use its long values less often."
		});
	}
	/** Begins a message; one that holds nothing yet only changes its role. */
	startMessage(role) {
		const last = this.#last;
		if (last.parts.length === 0 && last.isBlank) last.role = role;
		else this.#begin(role);
	}
	/** An image within the message. */
	addImage(mediaType, data) {
		this.charge(data.length);
		const last = this.#last;
		pushText(last);
		last.parts.push({
			type: "image",
			mediaType,
			data
		});
	}
	/** Puts the earlier turns of the case here; what follows is the assistant's until the template says otherwise. */
	addHistory() {
		this.#historyAt = this.#messages.length;
		this.#begin("assistant");
	}
	/** Whether the earlier turns have been put somewhere. */
	get placedHistory() {
		return this.#historyAt !== null;
	}
	/** The messages; those without content are left out. */
	finish() {
		if (this.#historyAt === null) return this.#finished(0);
		return [
			...this.#finished(0, this.#historyAt),
			...this.#history,
			...this.#finished(this.#historyAt)
		];
	}
	/** What has been written to the message at hand, as it is. */
	get text() {
		return this.#last.pieces.join("");
	}
	get #last() {
		return this.#messages[this.#messages.length - 1];
	}
	#begin(role) {
		this.#messages.push({
			role,
			parts: [],
			pieces: [],
			isBlank: true
		});
	}
	#finished(from, to) {
		return this.#messages.slice(from, to).flatMap((message) => {
			if (message.parts.length > 0) {
				pushText(message);
				return [{
					role: message.role,
					content: message.parts
				}];
			}
			const text = message.pieces.join("").trim();
			return text === "" ? [] : [{
				role: message.role,
				content: text
			}];
		});
	}
};
function pushText(message) {
	const text = message.pieces.join("").trim();
	if (text !== "") message.parts.push({
		type: "text",
		text
	});
	message.pieces = [];
}

// src/prompts/render-configuration.ts
/**
* Renders the messages of a configuration in their language; `history` are the earlier turns of the case. Throws a
* UserError where that takes too much.
*/
function renderConfiguration({ messages, template, defaults, partials }, caseValues, history = []) {
	const values = defaults === void 0 ? caseValues : {
		...defaults,
		...caseValues
	};
	if (template === void 0) {
		const whole = partials === void 0 ? messages : messages.map(({ role, content }) => ({
			role,
			content: expandPartials(content, partials)
		}));
		return {
			...renderMessages(whole, values),
			placedHistory: false
		};
	}
	const engine = templateEngines[template];
	const missing = /* @__PURE__ */ new Set();
	let placedHistory = false;
	const texts = new Map(Object.entries(partials ?? {}));
	return {
		messages: messages.flatMap(({ role, content }) => {
			const writer = new MessageWriter(role, history);
			engine.render(content, values, writer, texts);
			for (const name of writer.missing) missing.add(name);
			placedHistory ||= writer.placedHistory;
			return bodyLanguages.has(template) ? writer.finish() : [{
				role,
				content: writer.text
			}];
		}),
		missing: [...missing],
		placedHistory
	};
}

// src/prompts/prompt-version.ts
/** The whole call configuration of a prompt at one revision: the file's own word wins over the defaults. */
function resolveVersion(file, defaults) {
	const configuration = {
		...file.configuration,
		model: file.configuration.model ?? defaults.model,
		parameters: {
			...snakeCaseKeys(defaults.parameters),
			...file.configuration.parameters
		}
	};
	return {
		...file,
		configuration,
		fingerprint: canonicalHash(configuration)
	};
}
/** The same prompt with another model or other parameters; a parameter that is null is taken away. */
function varyVersion(version, changes) {
	const { configuration } = version;
	const parameters = {
		...configuration.parameters,
		...snakeCaseKeys(changes.parameters)
	};
	const varied = {
		...configuration,
		model: changes.model ?? configuration.model,
		parameters: Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== null))
	};
	return {
		...version,
		configuration: varied,
		fingerprint: canonicalHash(varied)
	};
}
function snakeCaseKeys(parameters) {
	return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [toSnakeCase(name), value]));
}
/**
* The request for one case, to a model by its name at the provider. `turns` are those of the case, null where it brings
* none. `missing` names variables without a value. Of files only the hash is in it: their bytes are read when it is sent.
*/
function buildRequest(version, modelName, values, turns = null) {
	const { parameters, format, tools, defaults = {} } = version.configuration;
	const marked = markFiles(values);
	const place = {
		path: fileOfPrompt(version.path),
		line: 1
	};
	const missing = /* @__PURE__ */ new Set();
	const sent = (turns ?? (Array.isArray(defaults["messages"]) && values["messages"] === void 0 ? [] : null))?.map(toRequestMessage) ?? null;
	let placed = usesMessages(version);
	const render = (written) => {
		const part = {
			...version.configuration,
			messages: written
		};
		const rendered = atPlace(place, () => renderConfiguration(part, marked.values, sent ?? []));
		for (const name of rendered.missing) missing.add(name);
		placed ||= rendered.placedHistory;
		return rendered.messages.map((message) => splitMessage(message, marked.files));
	};
	return {
		request: {
			model: modelName,
			messages: placeTurns(version.configuration, sent, render, () => placed),
			parameters,
			format,
			tools
		},
		missing: [...missing]
	};
}
/** A mistake that shows only with a case's values stands at the prompt, where it says no place of its own. */
function atPlace(place, work) {
	try {
		return work();
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		throw new UserError(error.problems.map((problem) => ({
			place,
			...problem
		})));
	}
}
/** Whether a prompt says where the turns of a case go. */
function usesMessages({ variables }) {
	return variables.some(({ name }) => name.split(".")[0] === "messages");
}

export { varyVersion as i, resolveVersion as n, usesMessages as r, buildRequest as t };