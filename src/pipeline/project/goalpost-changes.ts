import type { Config, Json, JsonObject } from "../../model.ts";
import { canonicalJson, isObject } from "../../source/json.ts";

const listed = 10;

/**
 * What the head would change in assay.yml about how prompts are judged, one sentence each. It is shown beside the
 * verdict, because the judging comes from the base.
 */
export function describeGoalpostChanges(base: Config, head: Config): readonly string[] {
  const differences = differ("", judging(base), judging(head));
  const told = differences.slice(0, listed).map((each) => `assay.yml at the head changes ${each} (not applied here).`);
  return differences.length > listed ? [...told, `… and ${differences.length - listed} more changes.`] : told;
}

/** The settings that judge, by the keys a person writes. */
function judging(config: Config): JsonObject {
  const scorers = config.scorers.map(({ type, name, options }) => ({ type, name, options }));
  const overrides = config.overrides.map(({ prompts, scorers: own, golden }) => ({
    prompts,
    golden,
    scorers: own?.map(({ type, name, options }) => ({ type, name, options })) ?? null,
  }));
  const providers = Object.fromEntries(
    Object.entries(config.providers).map(([name, { type, baseUrl, keyEnv, file }]) => [
      name,
      { type, baseUrl, keyEnv: keyEnv ?? null, file },
    ]),
  );
  const { metrics } = config.gate;
  const gateMetrics =
    metrics === null ? null : Object.fromEntries(Object.entries(metrics).map(([k, v]) => [k, { ...v }]));
  return {
    golden: config.golden,
    accepted: config.accepted.map(({ fingerprint, reason, until }) => ({ fingerprint, reason, until })),
    scorers,
    overrides,
    watch: config.watch,
    providers,
    gate: { ...config.gate, metrics: gateMetrics },
  };
}

function differ(key: string, before: Json | undefined, after: Json | undefined): readonly string[] {
  if (before !== undefined && after !== undefined && isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return keys.flatMap((each) => differ(key === "" ? each : `${key}.${each}`, before[each], after[each]));
  }
  const [left, right] = [show(before), show(after)];
  return left === right ? [] : [`${key} from ${left} to ${right}`];
}

function show(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  const text = canonicalJson(value);
  return text.length <= 80 ? text : `${text.slice(0, 79).toWellFormed()}…`;
}
