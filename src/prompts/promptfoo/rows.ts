import type { Json, JsonObject, Row, ScorerSpec } from "../../model.ts";
import { canonicalJson } from "../../source/json.ts";
import { readScorerSpec } from "../../source/scorer-spec.ts";
import type { ReadAssertion } from "./assertions.ts";
import { named, settleExpected, weigh, withNames } from "./combine-scorers.ts";
import type { ConfigReading } from "./reading.ts";
import type { ReadTest } from "./tests.ts";

/** Characters; ids stand in tables. */
const idLimit = 120;

/** Measured of every sample: no scorer may be called so. */
const measuredAnyway = ["latency", "time-to-first-token", "tokens", "cost", "length", "failure-rate"];

/** Cases, and the scorers that all of them share. */
export interface TestRows {
  readonly rows: readonly Row[];
  readonly evaluators: readonly ScorerSpec[];
}

/**
 * Tests as cases. What passes or fails without a model is one metric, `pass`: a test passes where all of it does, and one
 * metric over all cases tells more than many over a few. Judges, grades and assertions with a `metric` have their own.
 */
export function toRows(tests: readonly ReadTest[], config: ConfigReading): TestRows {
  const ids = createIds(tests);
  const judged = tests.map((test) => ({ test, ...judgeTest(test, config) }));
  const shared = sharedScorers(judged.map(({ scorers }) => scorers));
  const rows = judged.map(({ test, scorers, expected }, index): Row => {
    const id = ids[index];
    const own = scorers.filter((entry) => !shared.has(canonicalJson(entry)));
    return {
      place: test.place,
      value: {
        ...(id === undefined || id === null ? {} : { id }),
        vars: test.vars,
        ...(expected === undefined ? {} : { expected }),
        ...(own.length === 0 ? {} : { scorers: own }),
      },
    };
  });
  const place = tests[0]?.place ?? { path: config.path };
  const evaluators = [...shared.values()].flatMap((entry) => {
    const read = readScorerSpec(entry, place);
    return "spec" in read ? [read.spec] : [];
  });
  return { rows, evaluators };
}

/** What is the same in every test is the prompt's own scorer: by its canonical JSON. */
function sharedScorers(lists: readonly (readonly JsonObject[])[]): ReadonlyMap<string, JsonObject> {
  const [first = [], ...others] = lists;
  const shared = new Map(first.map((entry) => [canonicalJson(entry), entry]));
  for (const list of others) {
    const keys = new Set(list.map(canonicalJson));
    for (const key of [...shared.keys()]) if (!keys.has(key)) shared.delete(key);
  }
  return shared;
}

/** Descriptions, where they tell tests apart; a number where two tests have the same values and no description. */
function createIds(tests: readonly ReadTest[]): readonly (string | null)[] {
  const taken = new Set<string>();
  const values = new Set<string>();
  return tests.map(({ description, vars }, index) => {
    const written =
      description
        ?.replace(/\p{Cc}+/gu, " ")
        .trim()
        .slice(0, idLimit) ?? "";
    const key = canonicalJson(vars);
    const isKnown = values.has(key);
    values.add(key);
    const wanted = written === "" ? (isKnown ? `test-${index + 1}` : null) : written;
    const id = wanted !== null && taken.has(wanted) ? `${wanted} (${index + 1})` : wanted;
    if (id !== null) taken.add(id);
    return id;
  });
}

/** The scorers of one test, each with a name of its own. */
function judgeTest({ assertions, threshold, place }: ReadTest, config: ConfigReading): Judged {
  const tell = (left: readonly ReadAssertion[]): void => {
    for (const { type } of left) config.skip(type, "needs another expected answer than an assertion before it", place);
  };
  if (threshold !== null && assertions.length > 0) {
    const { scorer, expected, left } = weigh(assertions, threshold);
    tell(left);
    return { scorers: [named(scorer, "pass")], expected };
  }
  const { entries, expected, left } = settleExpected(assertions);
  tell(left);
  const groups = new Map<string, JsonObject[]>();
  for (const { assertion, scorer } of entries) {
    const name = metricName(assertion);
    groups.set(name, [...(groups.get(name) ?? []), scorer]);
  }
  const scorers = [...groups].map(([name, group]) => {
    const [only] = group;
    if (group.length === 1 && only !== undefined) return named(only, name);
    return { "all-of": { name, scorers: withNames(group) } };
  });
  return { scorers, expected };
}

interface Judged {
  readonly scorers: readonly JsonObject[];
  readonly expected: Json | undefined;
}

/** One name is one metric over all cases: what passes or fails does not share it with what is graded. */
function metricName({ kind, metric, type }: ReadAssertion): string {
  if (metric === null) return kind === "passes" ? "pass" : kind === "measured" ? `${type}-limit` : type;
  return kind === "graded" || measuredAnyway.includes(metric) ? `${metric} (${type})` : metric;
}
