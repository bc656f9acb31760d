import type { Json, JsonObject, PromptVersion } from "../../model.ts";
import { canonicalJson, isObject } from "../../source/json.ts";
import type { Project } from "../project/load-project.ts";

/** Longer texts of a fork are cut in messages. */
const shownLength = 80;

/** The most tokens of one answer that a fork may ask for, where the base does not ask for more itself. */
const mostTokens = 4_096;
const mostStops = 4;
const efforts: readonly Json[] = ["none", "minimal", "low", "medium"];

type Allows = (value: Json) => boolean;

const between =
  (low: number, high: number): Allows =>
  (value) =>
    typeof value === "number" && value >= low && value <= high;

const oneOf =
  (...known: readonly Json[]): Allows =>
  (value) =>
    known.includes(value);

/** What a fork's prompt may set: the names, and how far. A request never has a field that is not among these. */
const parameters: Readonly<Record<string, Allows>> = {
  temperature: between(0, 2),
  top_p: between(0, 1),
  top_k: between(1, 1_000),
  min_p: between(0, 1),
  presence_penalty: between(-2, 2),
  frequency_penalty: between(-2, 2),
  seed: between(0, Number.MAX_SAFE_INTEGER),
  n: oneOf(1),
  max_tokens: between(1, mostTokens),
  max_completion_tokens: between(1, mostTokens),
  max_output_tokens: between(1, mostTokens),
  reasoning_effort: oneOf(...efforts),
  verbosity: oneOf("low", "medium", "high"),
  tool_choice: oneOf("auto", "none", "required"),
  parallel_tool_calls: oneOf(true, false),
  stop: (value) => [value].flat().length <= mostStops && [value].flat().every((each) => typeof each === "string"),
};

/** Models that the base uses or lists; what judges is no model for prompts. */
export function modelsOfBase({ config, prompts }: Project): ReadonlySet<string> {
  const { model, overrides, variants = [], forks } = config;
  const written = [
    model,
    ...overrides.map((override) => override.model),
    ...variants.map((variant) => variant.model),
    ...prompts.map(({ version }) => version.configuration.model),
    ...(forks?.models ?? []),
  ];
  return new Set(written.filter((each) => each !== null));
}

/**
 * What a fork's version of a prompt asks for and may not have, one sentence each. `own` is the base's version of the
 * same prompt, at the tip of its branch: what that has, the fork may have, too.
 */
export function refuseOfFork(
  { configuration }: PromptVersion,
  own: PromptVersion,
  models: ReadonlySet<string>,
): readonly string[] {
  const { model, format, tools } = configuration;
  const base = own.configuration;
  const isSame = (one: Json | undefined, other: Json | undefined): boolean =>
    canonicalJson(one ?? null) === canonicalJson(other ?? null);
  const hosted = isSame(tools, base.tools) ? [] : hostedTools(tools);
  const remote = [format, tools].flatMap((value, index) =>
    isSame(value, [base.format, base.tools][index]) ? [] : remoteReferences(value),
  );
  return [
    ...(model === null || models.has(model)
      ? []
      : [`A fork cannot bring the model ${show(model)}: the base branch neither uses nor lists it (forks.models).`]),
    ...Object.entries(configuration.parameters).flatMap(([name, value]) =>
      isSame(value, base.parameters[name]) ? [] : refuseParameter(name, value, base.parameters),
    ),
    ...(hosted.length === 0
      ? []
      : [`A fork cannot bring tools that run at the provider: ${hosted.map(show).join(", ")}.`]),
    ...remote.map((address) => `A fork cannot bring a schema that is kept elsewhere: ${show(address)}.`),
  ];
}

function refuseParameter(name: string, value: Json, base: JsonObject): readonly string[] {
  const allows = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (allows === undefined) return [`A fork cannot set the parameter ${show(name)}.`];
  const own = base[name];
  const below = name.startsWith("max_") && typeof own === "number" && between(1, own)(value);
  return below || allows(value) ? [] : [`A fork cannot set ${name} to ${show(JSON.stringify(value))}.`];
}

/** Tools that are no functions, by their types. */
function hostedTools(tools: Json): readonly string[] {
  if (!Array.isArray(tools)) return [];
  return tools.flatMap((tool: Json) => (isObject(tool) && tool["type"] !== "function" ? [String(tool["type"])] : []));
}

/** References of a JSON Schema that lead out of it. */
function remoteReferences(value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((entry: Json) => remoteReferences(entry));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    ["$ref", "$dynamicRef"].includes(key) && typeof entry === "string" && /^[a-z][\w+.-]*:/i.test(entry)
      ? [entry]
      : remoteReferences(entry),
  );
}

function show(text: string): string {
  return text.length <= shownLength ? text : `${text.slice(0, shownLength).toWellFormed()}…`;
}
