import type { JsonObject } from "../model.ts";

/**
 * What providers say of their models that shows before a call. Both lists are short on purpose: they hold what is met in
 * repositories, they age, and nothing but a hint rests on them.
 */

interface RetiredModel {
  readonly name: RegExp;
  /** On which it answers no more, `YYYY-MM-DD`. */
  readonly from: string;
}

// developers.openai.com/api/docs/deprecations
const retiredOpenAi: readonly RetiredModel[] = [
  { name: /^text-(?:davinci|curie|babbage|ada)-00\d$/, from: "2024-01-04" },
  { name: /^gpt-3\.5-turbo-(?:16k-)?0[36](?:01|13)$/, from: "2024-09-13" },
  { name: /^gpt-4-(?:1106-)?vision-preview$/, from: "2024-12-06" },
  { name: /^gpt-4-32k/, from: "2025-06-06" },
  { name: /^gpt-4\.5-preview/, from: "2025-07-14" },
  { name: /^o1-preview/, from: "2025-07-28" },
  { name: /^o1-mini/, from: "2025-10-27" },
  { name: /^gpt-5(?:-mini|-nano)?(?:-2025-08-07)?$/, from: "2026-12-11" },
];

// platform.claude.com/docs/en/about-claude/model-deprecations
const retiredAnthropic: readonly RetiredModel[] = [
  { name: /^claude-(?:1|instant)/, from: "2024-11-06" },
  { name: /^claude-(?:2|3-sonnet)/, from: "2025-07-21" },
  { name: /^claude-3-5-sonnet/, from: "2025-10-28" },
  { name: /^claude-3-opus/, from: "2026-01-05" },
];

const retired: Readonly<Record<string, readonly RetiredModel[]>> = {
  openai: retiredOpenAi,
  anthropic: retiredAnthropic,
};

/** The day from which a model answers no more, past or to come; null where none is known. */
export function retirementOf(provider: string, model: string): string | null {
  const known = Object.hasOwn(retired, provider) ? (retired[provider] ?? []) : [];
  return known.find(({ name }) => name.test(model))?.from ?? null;
}

/** Parameters that are set to what the model will not take. */
export function refusedParameters(provider: string, model: string, parameters: JsonObject): readonly string[] {
  const isSet = (name: string): boolean => Object.hasOwn(parameters, name) && parameters[name] !== null;
  if (provider === "openai" || provider === "azure") {
    // platform.openai.com/docs/guides/reasoning: the defaults alone are taken, and the limit goes by its newer name.
    // Later models of the family take them where they are told not to reason.
    if (!/^(?:o1|o3|o4-mini|gpt-5(?:-mini|-nano|-pro)?)(?:-\d{4}-\d\d-\d\d)?$/.test(model)) return [];
    const defaults: JsonObject = {
      temperature: 1,
      top_p: 1,
      presence_penalty: 0,
      frequency_penalty: 0,
      logprobs: false,
    };
    const refused = Object.keys(defaults).filter((name) => isSet(name) && parameters[name] !== defaults[name]);
    return [...refused, ...["top_logprobs", "logit_bias", "max_tokens"].filter(isSet)];
  }
  if (provider === "anthropic") {
    // platform.claude.com/docs/en/about-claude/models/migrating-to-claude-4
    if (/^claude-opus-4-[78]/.test(model)) {
      return ["temperature", "top_p", "top_k"].filter(
        (name) => isSet(name) && !(name !== "top_k" && parameters[name] === 1),
      );
    }
    const oneSampler = /^claude-(?:opus-4-[156]|sonnet-4-[56]|haiku-4-5)/.test(model);
    return oneSampler && isSet("temperature") && isSet("top_p") ? ["temperature beside top_p"] : [];
  }
  return [];
}
