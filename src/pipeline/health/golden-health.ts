import { findDuplicates } from "../../golden/health/find-duplicates.ts";
import { findLeaks } from "../../golden/health/find-leaks.ts";
import type { Case, Config, GoldenHealth, HealthFinding, HealthKind, PromptVersion, Scorer } from "../../model.ts";
import { effectiveCases } from "../../stats/weights.ts";
import { planTrials, type Trials, usualPassRate } from "../plan/plan-trials.ts";
import { powerOf } from "../project/golden-power.ts";
import { findFailedExpectations } from "./failed-expectations.ts";

/** A golden set with the prompt that it belongs to and what judges it. */
export interface HealthInput {
  readonly cases: readonly Case[];
  readonly version: PromptVersion;
  readonly scorersFor: (testCase: Case) => readonly Scorer[];
  readonly config: Pick<Config, "run" | "gate" | "baseline">;
  /** As they were taken; unset: as a comparison would take them. */
  readonly trials?: Trials;
  /** Cases whose texts are looked at, from the first on. */
  readonly mostRead: number;
}

/** Cases that are told by name. */
const mostExamples = 3;
/** A slice in which such a drop may go unseen is too small to say anything. */
const largeDrop = 0.3;

/** What is known of a golden set before it is run. */
export async function examineGolden(input: HealthInput): Promise<GoldenHealth> {
  const { cases, version, scorersFor, mostRead } = input;
  const read = cases.slice(0, mostRead);
  const repeated = findDuplicates(read);
  const repetitions = (["contradiction", "duplicate", "near-duplicate"] as const).map((kind) =>
    findingOf(
      kind,
      repeated.filter((each) => each.kind === kind),
      ({ testCase, earlier }) => [testCase, `as ${earlier.id}`],
    ),
  );
  const leaks = findLeaks(read, textsOf(version));
  const failed = await findFailedExpectations(read, scorersFor);
  const findings = [
    ...repetitions,
    findingOf("leak", leaks, ({ testCase, what }) => [testCase, `its ${what}`]),
    findingOf("failed-expectation", failed, ({ testCase, metrics }) => [testCase, metrics.join(", ")]),
    smallTags(input),
  ];
  const trials = input.trials ?? planTrials(cases.length, input.config, null);
  return {
    cases: cases.length,
    trials,
    detectableDrop: dropOf(cases, trials, input.config),
    findings: findings.flatMap((each) => each ?? []),
  };
}

/** A finding with its first cases; null where there is none. */
export function findingOf<Entry>(
  kind: HealthKind,
  entries: readonly Entry[],
  tell: (entry: Entry) => readonly [testCase: Case, detail: string | null],
): HealthFinding | null {
  if (entries.length === 0) return null;
  const examples = entries.slice(0, mostExamples).map((entry) => {
    const [{ id, place }, detail] = tell(entry);
    return { id, place, detail };
  });
  return { kind, count: entries.length, examples };
}

/** Everything that a prompt says whatever the case. */
function textsOf({ configuration: { messages, partials = {} } }: PromptVersion): readonly string[] {
  return [...messages.map(({ content }) => content), ...Object.values(partials)];
}

function smallTags({ cases, config, trials }: HealthInput): HealthFinding | null {
  const tagged = new Map<string, Case[]>();
  for (const testCase of cases) {
    for (const tag of testCase.tags) {
      const own = tagged.get(tag);
      if (own === undefined) tagged.set(tag, [testCase]);
      else own.push(testCase);
    }
  }
  // As many trials as the whole set gets, which is what its slices get.
  const taken = trials ?? planTrials(cases.length, config, null);
  const small = [...tagged].filter(([, own]) => (dropOf(own, taken, config) ?? 1) > largeDrop);
  if (small.length === 0) return null;
  const examples = small.slice(0, mostExamples).map(([tag, own]) => {
    return { id: tag, place: null, detail: own.length === 1 ? "1 case" : `${own.length} cases` };
  });
  return { kind: "small-tag", count: small.length, examples };
}

function dropOf(cases: readonly Case[], trials: Trials, settings: HealthInput["config"]): number | null {
  const worth = effectiveCases(cases.map(({ weight }) => weight));
  const plan = { cases: cases.length, effectiveCases: worth, passRate: usualPassRate, margin: settings.gate.margin };
  return powerOf({ ...plan, settings }, { baseline: trials.baseline || trials.candidate, candidate: trials.candidate })
    .detectableDrop;
}
