import {
  bodyOfGet,
  missingSettings,
  passedOver,
  unfilledTemplate,
  unnamedKey,
  unusableAddress,
  unusableHeader,
} from "../../errors.ts";
import type { CallResult, Json, JsonObject, Part, ProviderConfig, Reply, RequestMessage } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import { readErrorAnswer } from "../chat-failure.ts";
import { readUnanswered } from "../client-failure.ts";
import { readTemplate, valuesOf } from "../endpoint-template.ts";
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
import { checkKey, readKey } from "../provider-key.ts";
import { type ProviderType, placeOf } from "../provider-type.ts";
import { count, text } from "../read-json.ts";
import { redactReply } from "../redact-reply.ts";
import { createReply } from "../reply.ts";

/** Any endpoint that takes and gives JSON. */
export const http: ProviderType = {
  description: "any endpoint that takes and gives JSON",
  keyEnv: null,
  settings: ["url", "method", "headers", "body", "output", "usage", "cost", "maxCallCost", "success"],
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
      ...(lacking.length === 0 ? [] : [missingSettings(name, lacking, hint, config.place)]),
      ...(config.baseUrl === null
        ? []
        : [passedOver(name, "baseUrl", "Write the whole address under url.", placeOf(config, "baseUrl"))]),
      ...(config.keyEnv == null && sendsKey ? [unnamedKey(name, placeOf(config, "headers"))] : []),
      ...(template.method === "GET" && template.body !== null ? [bodyOfGet(name, placeOf(config, "body"))] : []),
      ...Object.keys(template.headers)
        .filter((header) => !headerName.test(header))
        .map((header) => unusableHeader(name, header, placeOf(config, "headers"))),
      ...(isOrigin ? [] : [unusableAddress(name, template.url, placeOf(config, "url"))]),
      ...unknown.map((written) =>
        unfilledTemplate(name, written, templateNames, placeOf(config, holderOf(written, settings))),
      ),
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
      ...(left !== "" && !used.has("messages") ? [`${left} (its body holds no {{messages}})`] : []),
      ...(parts && !used.has("messages") ? ["images and files (its body holds no {{messages}})"] : []),
      ...(format !== null && !used.has("format") ? ["a response format (its body holds no {{format}})"] : []),
      ...(tools !== null && !used.has("tools") ? ["tools (its body holds no {{tools}})"] : []),
    ];
  },

  leavesOut(config) {
    const { url, body, headers } = readTemplate(config);
    const used = new Set(namesIn([url, body, Object.values(headers)]).map((each) => each.split(".")[0]));
    const all = Object.entries(partNames) as readonly [Part, readonly string[]][];
    return all.filter(([, names]) => !names.some((each) => used.has(each))).map(([part]) => part);
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

/** What holds a part of a prompt, where a template asks for it. */
const partNames = {
  text: ["prompt", "messages"],
  included: ["prompt", "messages", "format"],
  model: ["model"],
  parameters: ["parameters"],
  format: ["format"],
  tools: ["tools"],
} as const satisfies Partial<Record<Part, readonly string[]>>;

/** The setting that holds such a placeholder. */
function holderOf(name: string, settings: JsonObject): string {
  return ["url", "headers", "body"].find((setting) => namesIn(settings[setting] ?? null).includes(name)) ?? "url";
}

/** Whether what stands before the path is an address that no value can change. */
function isAddress(origin: string): boolean {
  return namesIn(origin).length === 0 && /^https?:\/\/[^@]+$/i.test(origin) && URL.canParse(origin);
}

/** A token, as HTTP has names of headers. */
const headerName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Messages beside the last of the user, by who speaks. */
const roleWords: Readonly<Record<RequestMessage["role"], string>> = {
  system: "the system's message",
  developer: "the developer's message",
  user: "earlier messages of the user",
  assistant: "answers of the assistant",
  tool: "results of tools",
};

interface Endpoint {
  readonly template: RequestTemplate;
  readonly config: ProviderConfig;
  readonly key: string;
  readonly fetch: ReturnType<typeof createFetch>;
  readonly timeoutMs: number;
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
