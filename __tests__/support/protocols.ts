import type { FinishReason, Json, JsonObject } from "../../src/model.ts";
import type { ServedAnswer, ServedRequest } from "./model-server.ts";

/** What a model says, whatever the protocol in which it says it. */
export interface Spoken {
  readonly text: string;
  readonly refusal?: string;
  /** In the protocol's own word; else that of an ordinary end. */
  readonly finish?: string;
  readonly toolCalls?: readonly { readonly id: string; readonly name: string; readonly arguments: string }[];
  /** Whether the usage is told; it is, unless said otherwise. */
  readonly usage?: boolean;
}

/** A protocol on the server's side, as its documentation describes it. */
export interface Protocol {
  /** What is wrong with a request; null where nothing is. */
  complain(request: ServedRequest): string | null;
  speak(spoken: Spoken, request: ServedRequest): ServedAnswer;
  /** The body of an error. */
  error(message: string, details?: { readonly code?: string; readonly param?: string; readonly type?: string }): Json;
  /** Every word for the end of an answer, and what it means. */
  readonly finishes: readonly (readonly [raw: string, unified: FinishReason])[];
  /** Header in which it numbers its answers. */
  readonly requestId: string;
  readonly refuses: boolean;
}

type Shape = Readonly<Record<string, (value: Json | undefined) => boolean>>;

const isText = (value: Json | undefined): boolean => typeof value === "string";
const optional =
  (check: (value: Json | undefined) => boolean) =>
  (value: Json | undefined): boolean =>
    value === undefined || check(value);
const listOf =
  (check: (value: Json) => boolean) =>
  (value: Json | undefined): boolean =>
    Array.isArray(value) && value.every(check);
const oneOf =
  (...words: readonly string[]) =>
  (value: Json | undefined): boolean =>
    words.includes(value as string);

/** Whether an object has these keys with such values and, unless more are welcome, no others. */
function hasShape(value: Json | undefined, shape: Shape, more = false): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const object = value as JsonObject;
  const known = Object.entries(shape).every(([key, check]) => check(object[key]));
  return known && (more || Object.keys(object).every((key) => Object.hasOwn(shape, key)));
}

const dataAddress = (value: Json | undefined): boolean => /^data:[\w./+-]+;base64,[\w+/=]+$/.test(String(value));

function isOneOf(value: Json, shapes: readonly Shape[]): boolean {
  return shapes.some((shape) => hasShape(value, shape));
}

/** Server-sent events, each with its data; some protocols name them, too. */
function events(all: readonly JsonObject[], named: boolean, end: string): ServedAnswer {
  const lines = all.map(
    (data) => `${named ? `event: ${String(data["type"])}\n` : ""}data: ${JSON.stringify(data)}\n\n`,
  );
  return { body: lines.join("") + end, headers: { "content-type": "text/event-stream" } };
}

function halves(text: string): readonly string[] {
  const middle = Math.ceil(text.length / 2);
  return [text.slice(0, middle), text.slice(middle)].filter((part) => part !== "");
}

/** Each half of a text as a token that is a little unlikely, and what else was likely where that is asked for. */
function tokensOf(said: string, others: Json | undefined): readonly JsonObject[] {
  return halves(said).map((token) => ({
    token,
    logprob: -0.25,
    bytes: null,
    top_logprobs: others === 1 ? [{ token: "Grey", logprob: -1.5, bytes: null }] : [],
  }));
}

// ── Chat completions ────────────────────────────────────────────────────────

const chatParts: readonly Shape[] = [
  { type: oneOf("text"), text: isText },
  { type: oneOf("image_url"), image_url: (value) => hasShape(value, { url: dataAddress }) },
  { type: oneOf("file"), file: (value) => hasShape(value, { filename: isText, file_data: dataAddress }) },
];
const chatContent = (value: Json | undefined): boolean =>
  isText(value) || listOf((part) => isOneOf(part, chatParts))(value);
const chatCall = (value: Json): boolean =>
  hasShape(value, {
    id: isText,
    type: oneOf("function"),
    function: (inner) => hasShape(inner, { name: isText, arguments: isText }),
  });
const chatMessages: readonly Shape[] = [
  { role: oneOf("system", "developer", "user"), content: chatContent },
  { role: oneOf("assistant"), content: isText, tool_calls: optional(listOf(chatCall)) },
  { role: oneOf("tool"), content: chatContent, tool_call_id: isText },
];

/** Chat completions at a path, with the key where it belongs. */
export function chatProtocol(path: string, key: { readonly header: string; readonly value: string } | null): Protocol {
  return {
    requestId: "x-request-id",
    refuses: true,
    finishes: [
      ["stop", "stop"],
      ["length", "length"],
      ["content_filter", "content-filter"],
      ["tool_calls", "tool-calls"],
      ["function_call", "tool-calls"],
      ["constructor", "other"],
    ],
    complain({ body, headers, url }) {
      if (url !== path) return `no such path: ${url}`;
      if (key !== null && headers[key.header] !== key.value) return `no key in ${key.header}`;
      if (key === null && (headers.authorization ?? headers["api-key"]) !== undefined)
        return "a key that nobody asked for";
      const shape = { model: isText, messages: listOf((message) => isOneOf(message, chatMessages)) };
      return hasShape(body, shape, true) ? null : "no request of a chat completion";
    },
    speak({ text, refusal, finish = "stop", toolCalls, usage = true }, { body }) {
      const { stream = false, stream_options: options, logprobs, top_logprobs: others } = body as JsonObject;
      const told = (said: string): JsonObject => ({
        logprobs: logprobs === true ? { content: tokensOf(said, others), refusal: null } : null,
      });
      const counted = usage ? { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 } : null;
      const head = { id: "chatcmpl-1", model: "served-model", system_fingerprint: "fp_1" };
      const calls = toolCalls?.map(({ id, ...inner }) => ({ id, type: "function", function: inner }));
      if (stream !== true) {
        const message = {
          role: "assistant",
          content: text,
          refusal: refusal ?? null,
          ...(calls && { tool_calls: calls }),
        };
        return {
          body: { ...head, choices: [{ index: 0, message, ...told(text), finish_reason: finish }], usage: counted },
        };
      }
      const chunk = (delta: JsonObject, end: string | null = null, more: JsonObject = {}): JsonObject => ({
        ...head,
        choices: [{ index: 0, delta, ...more, finish_reason: end }],
        usage: null,
      });
      const pieces = (calls ?? []).flatMap(({ function: inner, ...call }, index) => [
        chunk({ tool_calls: [{ index, ...call, function: { ...inner, arguments: "" } }] }),
        ...halves(inner.arguments).map((part) => chunk({ tool_calls: [{ index, function: { arguments: part } }] })),
      ]);
      const asked = (options as JsonObject | undefined)?.["include_usage"] === true;
      const all = [
        chunk({ role: "assistant", content: "" }),
        ...halves(text).map((content, index) => {
          const token = logprobs === true ? tokensOf(text, others)[index] : undefined;
          return chunk({ content }, null, { logprobs: token === undefined ? null : { content: [token] } });
        }),
        ...(refusal === undefined ? [] : halves(refusal).map((part) => chunk({ refusal: part }))),
        ...pieces,
        chunk({}, finish),
        ...(asked && counted !== null ? [{ ...head, choices: [], usage: counted }] : []),
      ];
      return events(all, false, "data: [DONE]\n\n");
    },
    error: (message, details = {}) => ({ error: { message, type: "invalid_request_error", param: null, ...details } }),
  };
}

// ── Responses ───────────────────────────────────────────────────────────────

const responseParts: readonly Shape[] = [
  { type: oneOf("input_text", "output_text"), text: isText },
  { type: oneOf("input_image"), image_url: dataAddress },
  { type: oneOf("input_file"), filename: isText, file_data: dataAddress },
];
const responseItems: readonly Shape[] = [
  {
    role: oneOf("system", "developer", "user", "assistant"),
    content: (value) => isText(value) || listOf((part) => isOneOf(part, responseParts))(value),
  },
  { type: oneOf("function_call"), call_id: isText, name: isText, arguments: isText },
  { type: oneOf("function_call_output"), call_id: isText, output: isText },
];

/** OpenAI's responses. */
export function responsesProtocol(path: string, key: { readonly header: string; readonly value: string }): Protocol {
  return {
    requestId: "x-request-id",
    refuses: true,
    finishes: [
      ["completed", "stop"],
      ["max_output_tokens", "length"],
      ["content_filter", "content-filter"],
      ["cancelled", "other"],
    ],
    complain({ body, headers, url }) {
      if (url !== path) return `no such path: ${url}`;
      if (headers[key.header] !== key.value) return `no key in ${key.header}`;
      const chat = ["messages", "response_format", "max_tokens", "reasoning_effort", "logprobs"];
      if (chat.some((name) => Object.hasOwn(body as JsonObject, name))) return "a parameter of chat completions";
      const shape = { model: isText, input: listOf((item) => isOneOf(item, responseItems)) };
      return hasShape(body, shape, true) ? null : "no request of a response";
    },
    speak({ text, refusal, finish = "completed", toolCalls = [], usage = true }, { body }) {
      const cut = ["max_output_tokens", "content_filter"].includes(finish);
      const status = cut ? "incomplete" : finish;
      const { include = [], top_logprobs: others } = body as JsonObject;
      const asked = (include as readonly Json[]).includes("message.output_text.logprobs");
      const logprobs = asked ? tokensOf(text, others) : [];
      const content = [
        ...(text === "" ? [] : [{ type: "output_text", text, annotations: [], logprobs }]),
        ...(refusal === undefined ? [] : [{ type: "refusal", refusal }]),
      ];
      const response = {
        id: "resp_1",
        object: "response",
        model: "served-model",
        status,
        error: null,
        incomplete_details: cut ? { reason: finish } : null,
        output: [
          { type: "reasoning", id: "rs_1", summary: [] },
          { type: "message", role: "assistant", status, content },
          ...toolCalls.map(({ id, ...call }) => ({ type: "function_call", id: `fc_${id}`, call_id: id, ...call })),
        ],
        usage: usage
          ? {
              input_tokens: 11,
              input_tokens_details: { cached_tokens: 4 },
              output_tokens: 7,
              output_tokens_details: { reasoning_tokens: 3 },
            }
          : null,
      };
      if ((body as JsonObject)["stream"] !== true) return { body: response };
      const started = { ...response, status: "in_progress", output: [] };
      const all = [
        { type: "response.created", response: started },
        ...halves(text).map((delta) => ({ type: "response.output_text.delta", delta })),
        ...toolCalls.map((call) => ({ type: "response.function_call_arguments.delta", delta: call.arguments })),
        { type: cut ? "response.incomplete" : "response.completed", response },
      ];
      return events(all, true, "");
    },
    error: (message, details = {}) => ({ error: { message, type: "invalid_request_error", param: null, ...details } }),
  };
}

// ── Anthropic's messages ────────────────────────────────────────────────────

const source = (kinds: readonly string[]) => (value: Json | undefined) =>
  hasShape(value, { type: oneOf(...kinds), media_type: isText, data: isText });
const textBlock: Shape = { type: oneOf("text"), text: isText };
const imageBlock: Shape = { type: oneOf("image"), source: source(["base64"]) };
const documentBlock: Shape = { type: oneOf("document"), source: source(["base64", "text"]), title: isText };
const userBlocks: readonly Shape[] = [
  textBlock,
  imageBlock,
  documentBlock,
  {
    type: oneOf("tool_result"),
    tool_use_id: isText,
    content: (value) => isText(value) || listOf((part) => isOneOf(part, [textBlock, imageBlock, documentBlock]))(value),
  },
];
const assistantBlocks: readonly Shape[] = [
  textBlock,
  { type: oneOf("tool_use"), id: isText, name: isText, input: (value) => hasShape(value, {}, true) },
];

/** Anthropic's messages. */
export function anthropicProtocol(key: string): Protocol {
  return {
    requestId: "request-id",
    refuses: true,
    finishes: [
      ["end_turn", "stop"],
      ["stop_sequence", "stop"],
      ["max_tokens", "length"],
      ["model_context_window_exceeded", "length"],
      ["tool_use", "tool-calls"],
      ["refusal", "content-filter"],
      ["pause_turn", "other"],
      ["constructor", "other"],
    ],
    complain({ body, headers, url }) {
      if (url !== "/v1/messages") return `no such path: ${url}`;
      if (headers["x-api-key"] !== key) return "no key in x-api-key";
      if (headers["anthropic-version"] !== "2023-06-01") return "no version of the API";
      const turns: readonly Shape[] = [
        { role: oneOf("user"), content: listOf((block) => isOneOf(block, userBlocks)) },
        { role: oneOf("assistant"), content: listOf((block) => isOneOf(block, assistantBlocks)) },
        { role: oneOf("system"), content: listOf((block) => hasShape(block, textBlock)) },
      ];
      const shape = {
        model: isText,
        max_tokens: (value: Json | undefined) => Number.isInteger(value),
        messages: listOf((turn) => isOneOf(turn, turns)),
        system: optional(isText),
        tools: optional(
          listOf((tool) => hasShape(tool, { name: isText, input_schema: (value) => hasShape(value, {}, true) }, true)),
        ),
      };
      return hasShape(body, shape, true) ? null : "no request of a message";
    },
    speak({ text, refusal, finish, toolCalls = [], usage = true }, { body }) {
      const stop = refusal === undefined ? (finish ?? "end_turn") : "refusal";
      const details = refusal === undefined ? null : { type: "refusal", category: "bio", explanation: refusal };
      const ends = { stop_reason: stop, stop_sequence: null, stop_details: details };
      const calls = toolCalls.map((call) => ({ type: "tool_use", id: call.id, name: call.name }));
      const head = { id: "msg_1", type: "message", role: "assistant", model: "served-model" };
      const input = { input_tokens: 5, cache_creation_input_tokens: 2, cache_read_input_tokens: 4 };
      const counted = { ...input, output_tokens: 7, output_tokens_details: { thinking_tokens: 3 } };
      if ((body as JsonObject)["stream"] !== true) {
        const content = [
          { type: "thinking", thinking: "Hm.", signature: "s" },
          ...(text === "" ? [] : [{ type: "text", text }]),
          ...calls.map((call, index) => ({ ...call, input: JSON.parse(toolCalls[index]?.arguments ?? "{}") as Json })),
        ];
        return { body: { ...head, content, ...ends, usage: usage ? counted : null } };
      }
      const all: JsonObject[] = [
        {
          type: "message_start",
          message: { ...head, content: [], usage: usage ? { ...input, output_tokens: 1 } : null },
        },
        { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
        ...halves(text).map((part) => ({
          type: "content_block_delta",
          index: 0,
          delta: { type: "text_delta", text: part },
        })),
        { type: "content_block_stop", index: 0 },
        ...calls.flatMap((call, index): JsonObject[] => [
          { type: "content_block_start", index: index + 1, content_block: { ...call, input: {} } },
          ...halves(toolCalls[index]?.arguments ?? "").map((part) => ({
            type: "content_block_delta",
            index: index + 1,
            delta: { type: "input_json_delta", partial_json: part },
          })),
          { type: "content_block_stop", index: index + 1 },
        ]),
        {
          type: "message_delta",
          delta: ends,
          usage: usage ? { output_tokens: 7, output_tokens_details: { thinking_tokens: 3 } } : null,
        },
        { type: "message_stop" },
      ];
      return events(all, true, "");
    },
    error: (message, { code: _code, param: _param, type = "invalid_request_error" } = {}) => ({
      type: "error",
      error: { type, message },
      request_id: "req_body",
    }),
  };
}

// ── An endpoint of somebody's own ───────────────────────────────────────────

/** The endpoint that the contract's `http` provider is configured for. */
export function endpointProtocol(key: string): Protocol {
  return {
    requestId: "x-request-id",
    refuses: false,
    finishes: [],
    complain({ body, headers, url }) {
      if (url !== "/v1/answer/gpt-test?trial=0") return `no such path: ${url}`;
      if (headers["x-api-key"] !== key) return "no key in x-api-key";
      return hasShape(body, { question: isText, messages: listOf(() => true) }) ? null : "no question";
    },
    speak: ({ text, usage = true }) => ({
      body: { answer: { text }, ...(usage && { usage: { in: 11, out: 7, usd: 0.002 } }) },
    }),
    error: (message) => ({ error: { message } }),
  };
}

/** Answers as the protocol has it; a request that it would not understand is answered with what is wrong with it. */
export function speaking(protocol: Protocol, spoken: Spoken): (request: ServedRequest) => ServedAnswer {
  return (request) => {
    const complaint = protocol.complain(request);
    return complaint === null ? protocol.speak(spoken, request) : { status: 418, body: complaint };
  };
}
