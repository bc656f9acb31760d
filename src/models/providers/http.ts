import { missingSettings, unfilledTemplate, unusableAddress } from "../../errors.ts";
import type { CallResult, Json, JsonObject, ModelRequest, Problem, ProviderConfig, Reply } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import { toChatMessages } from "../chat-completions.ts";
import { readErrorAnswer } from "../chat-failure.ts";
import { readUnanswered } from "../client-failure.ts";
import { failed } from "../failure.ts";
import {
  type FilledRequest,
  fillRequest,
  originPart,
  type RequestTemplate,
  templateNames,
  textMap,
  unknownNames,
} from "../fill-request.ts";
import { namesIn } from "../fill-template.ts";
import { createFetch } from "../http-fetch.ts";
import { readPointer } from "../json-pointer.ts";
import { messageText } from "../message-text.ts";
import { checkKey, readKey } from "../provider-key.ts";
import type { ProviderType } from "../provider-type.ts";
import { count, text } from "../read-json.ts";
import { redactReply } from "../redact-reply.ts";
import { createReply } from "../reply.ts";

/** Any endpoint that takes and gives JSON. */
export const http: ProviderType = {
  description: "any endpoint that takes and gives JSON",
  keyEnv: null,
  settings: ["url", "method", "headers", "body", "output", "usage", "cost", "success"],
  takesValues: true,

  check(name, config, context) {
    const problems: Problem[] = [...checkKey(name, config, null, context)];
    const { settings = {} } = config;
    const lacking = ["url", "output"].filter((setting) => typeof settings[setting] !== "string");
    if (lacking.length > 0) {
      const hint = `For example: ${name}: { type: http, url: "https://…/answer", body: { question: "{{vars.question}}" }, output: /answer }`;
      return [...problems, missingSettings(name, lacking, hint, config.place)];
    }
    const template = readTemplate(config);
    const origin = originPart(template.url);
    if (namesIn(origin).length > 0 || !/^https?:\/\/[^@]+$/i.test(origin) || !URL.canParse(origin)) {
      problems.push(unusableAddress(name, template.url, config.place));
    }
    for (const written of unknownNames(template))
      problems.push(unfilledTemplate(name, written, templateNames, config.place));
    return problems;
  },

  refuses({ messages, format, tools }, config) {
    const template = readTemplate(config);
    const used = new Set(namesIn([template.url, template.body]).map((each) => each.split(".")[0]));
    const parts = messages.some(({ content }) => typeof content !== "string");
    return [
      ...(parts && !used.has("messages") ? ["images and files: its body holds no {{messages}}"] : []),
      ...(format !== null && !used.has("format") ? ["a response format: its body holds no {{format}}"] : []),
      ...(tools !== null && !used.has("tools") ? ["tools: its body holds no {{tools}}"] : []),
    ];
  },

  async create(name, config, context) {
    const template = readTemplate(config);
    const key = readKey(config, null, context);
    const endpoint = {
      template,
      config,
      key,
      fetch: createFetch(new URL(originPart(template.url)), context.environment),
      timeoutMs: context.timeoutMs,
    };
    return {
      name,
      call: async (request, { caseId, trial }, signal) => {
        const filled = fillRequest(template, valuesOf(request, caseId, trial), key);
        return "problem" in filled ? failed("rejected", filled.problem) : ask(endpoint, filled, signal);
      },
    };
  },
};

interface Endpoint {
  readonly template: RequestTemplate;
  readonly config: ProviderConfig;
  readonly key: string;
  readonly fetch: ReturnType<typeof createFetch>;
  readonly timeoutMs: number;
}

function readTemplate({ settings = {}, keyEnv }: ProviderConfig): RequestTemplate {
  const headers = textMap(settings["headers"]);
  const body = settings["body"] ?? null;
  const sendsKey = namesIn(Object.values(headers)).includes("key");
  return {
    url: text(settings["url"]) ?? "",
    method: text(settings["method"]) ?? "POST",
    headers: {
      ...(body === null ? {} : { "content-type": "application/json" }),
      accept: "application/json",
      // A key that no header asks for goes where most servers look for it.
      ...(keyEnv != null && !sendsKey && { authorization: "Bearer {{key}}" }),
      ...headers,
    },
    body,
  };
}

function valuesOf(request: ModelRequest, caseId: string, trial: number): JsonObject {
  const last = request.messages.findLast(({ role }) => role === "user");
  return {
    model: request.model,
    messages: toChatMessages(request.messages),
    prompt: last === undefined ? "" : messageText(last),
    vars: request.values ?? {},
    parameters: request.parameters,
    format: request.format,
    tools: request.tools,
    case: caseId,
    trial,
  };
}

async function ask(
  endpoint: Endpoint,
  { url, headers, body }: FilledRequest,
  signal: AbortSignal,
): Promise<CallResult> {
  const { key, timeoutMs, template, config } = endpoint;
  const where = { signal, timeoutMs, baseUrl: url.origin, key };
  try {
    const response = await endpoint.fetch(url, { method: template.method, headers, body, signal });
    const told = await response.text();
    const success = (config.settings?.["success"] as readonly number[] | undefined) ?? [200];
    if (!success.includes(response.status)) {
      const json = parse(told);
      const error = isObject(json) ? (json["error"] ?? json) : told;
      return readErrorAnswer({ status: response.status, error, header: (name) => response.headers.get(name), key });
    }
    const reply = readAnswer(parse(told), config.settings ?? {});
    if (typeof reply === "string") return failed("malformed", reply, { retryable: true });
    return { status: "completed", reply: redactReply(reply, key) };
  } catch (error) {
    return readUnanswered(error, where);
  }
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** The reply where the pointers say; else what is wrong with the answer. */
function readAnswer(body: Json | undefined, settings: JsonObject): Reply | string {
  if (body === undefined) return "the answer is no JSON";
  const pointer = text(settings["output"]) ?? "";
  const output = readPointer(body, pointer);
  if (output === undefined) return `the answer has nothing at ${pointer}`;
  const pointers = Object.entries(textMap(settings["usage"]));
  const cost = text(settings["cost"]);
  return createReply(typeof output === "string" ? output : output === null ? "" : JSON.stringify(output), {
    finishReason: { unified: "stop", raw: null },
    tokens: Object.fromEntries(pointers.map(([kind, where]) => [kind, count(readPointer(body, where))])),
    cost: cost === null ? null : count(readPointer(body, cost)),
  });
}
