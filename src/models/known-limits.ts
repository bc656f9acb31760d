import type { JsonObject } from "../model.ts";
import { isObject } from "../source/json.ts";

/**
 * What providers say of their models that shows before a call. Every row stands on the page named above it, as it read in
 * November 2026. The lists age, hold what is met in repositories, and nothing but a hint rests on them.
 */

interface RetiredModel {
  readonly name: RegExp;
  /** On which it answers no more, `YYYY-MM-DD`. */
  readonly from: string;
}

// https://developers.openai.com/api/docs/deprecations
const retiredOpenAi: readonly RetiredModel[] = [
  { name: /^text-(?:davinci-00[123]|(?:curie|babbage|ada)-001)$/, from: "2024-01-04" },
  { name: /^gpt-3\.5-turbo-(?:0301|(?:16k-)?0613)$/, from: "2024-09-13" },
  { name: /^gpt-4-(?:1106-)?vision-preview$/, from: "2024-12-06" },
  { name: /^gpt-4-32k(?:-0314|-0613)?$/, from: "2025-06-06" },
  { name: /^gpt-4\.5-preview$/, from: "2025-07-14" },
  { name: /^o1-preview$/, from: "2025-07-28" },
  { name: /^o1-mini$/, from: "2025-10-27" },
  { name: /^gpt-5(?:\.1)?-(?:chat-latest|codex)$/, from: "2026-07-23" },
  { name: /^gpt-5\.(?:1-codex-(?:max|mini)|2-codex)$/, from: "2026-07-23" },
  { name: /^gpt-5\.[23]-chat-latest$/, from: "2026-08-10" },
  { name: /^(?:gpt-3\.5-turbo-(?:1106|instruct)|babbage-002|davinci-002)$/, from: "2026-09-28" },
  { name: /^gpt-3\.5-turbo(?:-0125)?$/, from: "2026-10-23" },
  { name: /^gpt-4(?:-0613|-1106-preview|-turbo|-turbo-2024-04-09)?$/, from: "2026-10-23" },
  { name: /^(?:gpt-4\.1-nano(?:-2025-04-14)?|gpt-4o-2024-05-13)$/, from: "2026-10-23" },
  { name: /^(?:o1(?:-2024-12-17)?|o1-pro(?:-2025-03-19)?)$/, from: "2026-10-23" },
  { name: /^(?:o3-mini(?:-2025-01-31)?|o4-mini(?:-2025-04-16)?)$/, from: "2026-10-23" },
  { name: /^gpt-5(?:(?:-mini|-nano)?(?:-2025-08-07)?|-pro(?:-2025-10-06)?)$/, from: "2026-12-11" },
  { name: /^o3(?:-2025-04-16|-pro|-pro-2025-06-10)?$/, from: "2026-12-11" },
  { name: /^gpt-4o(?:-2024-08-06|-2024-11-20|-mini|-mini-2024-07-18)?$/, from: "2027-01-14" },
  { name: /^gpt-4\.1(?:-mini)?(?:-2025-04-14)?$/, from: "2027-01-14" },
  { name: /^gpt-5\.1$/, from: "2027-04-01" },
];

// https://platform.claude.com/docs/en/about-claude/model-deprecations
const retiredAnthropic: readonly RetiredModel[] = [
  { name: /^claude-(?:1|instant)/, from: "2024-11-06" },
  { name: /^claude-(?:2|3-sonnet)/, from: "2025-07-21" },
  { name: /^claude-3-5-sonnet/, from: "2025-10-28" },
  { name: /^claude-3-opus/, from: "2026-01-05" },
  { name: /^claude-3-(?:5-haiku|7-sonnet)/, from: "2026-02-19" },
  { name: /^claude-3-haiku/, from: "2026-04-20" },
  { name: /^claude-(?:opus|sonnet)-4(?:-0|-20250514)?$/, from: "2026-06-15" },
  { name: /^claude-opus-4-1(?:-|$)/, from: "2026-08-05" },
  { name: /^claude-sonnet-4-5(?:-|$)/, from: "2026-11-30" },
];

// https://ai.google.dev/gemini-api/docs/deprecations
const retiredGoogle: readonly RetiredModel[] = [
  { name: /^gemini-2\.0-flash(?:-lite)?(?:-001)?$/, from: "2026-06-01" },
  // Later calls are answered by another model, at its price.
  { name: /^gemini-2\.5-(?:pro|flash)$/, from: "2026-12-01" },
];

const retired: Readonly<Record<string, readonly RetiredModel[]>> = {
  openai: retiredOpenAi,
  anthropic: retiredAnthropic,
  google: retiredGoogle,
};

/** The day from which a model answers no more, past or to come; null where none is known. */
export function retirementOf(provider: string, model: string): string | null {
  const known = Object.hasOwn(retired, provider) ? (retired[provider] ?? []) : [];
  return known.find(({ name }) => name.test(model))?.from ?? null;
}

/** Values that are taken where others are refused. */
const openAiDefaults: JsonObject = {
  temperature: 1,
  top_p: 1,
  presence_penalty: 0,
  frequency_penalty: 0,
  logprobs: false,
};

/** Parameters that are set to what the model will not take. */
export function refusedParameters(provider: string, model: string, parameters: JsonObject): readonly string[] {
  const isSet = (name: string): boolean => Object.hasOwn(parameters, name) && parameters[name] !== null;
  const notDefault = (names: readonly string[], defaults: JsonObject): readonly string[] =>
    names.filter((name) => isSet(name) && (!Object.hasOwn(defaults, name) || parameters[name] !== defaults[name]));
  if (provider === "openai" || provider === "azure") {
    // https://learn.microsoft.com/en-us/azure/ai-foundry/openai/how-to/reasoning
    if (/^(?:o1|o3|o3-mini|o4-mini|gpt-5(?:-mini|-nano|-pro)?)(?:-\d{4}-\d\d-\d\d)?$/.test(model)) {
      return notDefault([...Object.keys(openAiDefaults), "top_logprobs", "logit_bias", "max_tokens"], openAiDefaults);
    }
    // https://developers.openai.com/api/docs/guides/deployment-checklist: unless they are told not to reason.
    if (/^gpt-6(?:[.-]|$)/.test(model) && !isToldNotToReason(parameters)) {
      return notDefault(["temperature", "top_p", "logprobs", "top_logprobs"], openAiDefaults);
    }
    return [];
  }
  if (provider === "anthropic") {
    // https://platform.claude.com/docs/en/about-claude/models/migration-guide
    if (/^claude-(?:opus-4-[78]|sonnet-5|haiku-5-5)(?:-|$)/.test(model)) {
      return notDefault(["temperature", "top_p", "top_k"], { temperature: 1, top_p: 1 });
    }
    // https://platform.claude.com/docs/en/about-claude/models/migrating-to-claude-4
    const oneSampler = /^claude-(?:opus-4-[156]|sonnet-4-[56]|haiku-4-5)(?:-|$)/.test(model);
    return oneSampler && isSet("temperature") && isSet("top_p") ? ["temperature beside top_p"] : [];
  }
  return [];
}

function isToldNotToReason({ reasoning_effort: effort, reasoning }: JsonObject): boolean {
  return effort === "none" || (isObject(reasoning) && reasoning["effort"] === "none");
}
