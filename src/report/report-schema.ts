import type {
  CallConfiguration,
  GateConfig,
  Judge,
  MetricDefinition,
  MetricGate,
  ShardFacts,
  ShardJudge,
  ShardPrompt,
} from "../model.ts";
import { verdictOrder } from "../source/verdict-order.ts";

/** The part of JSON Schema (draft-07) that the report's schema uses. */
export interface SchemaNode {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: number;
  readonly enum?: readonly (string | number)[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly anyOf?: readonly SchemaNode[];
  readonly items?: SchemaNode;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: boolean | SchemaNode;
  readonly definitions?: Readonly<Record<string, SchemaNode>>;
}

const string: SchemaNode = { type: "string" };
const stringOrNull: SchemaNode = { type: ["string", "null"] };
const numberOrNull: SchemaNode = { type: ["number", "null"] };
const count: SchemaNode = { type: "integer", minimum: 0 };
const probabilityOrNull: SchemaNode = { type: ["number", "null"], minimum: 0, maximum: 1 };
const strings: SchemaNode = { type: "array", items: string };
const boolean: SchemaNode = { type: "boolean" };
const sha256: SchemaNode = { type: "string", pattern: "^[0-9a-f]{64}$" };
/** Empty where there is nothing to hash. */
const hash: SchemaNode = { type: "string", pattern: "^([0-9a-f]{64})?$" };

const refer = (name: string): SchemaNode => ({ $ref: `#/definitions/${name}` });
const orNull = (schema: SchemaNode): SchemaNode => ({ anyOf: [schema, { type: "null" }] });
const list = (items: SchemaNode): SchemaNode => ({ type: "array", items });
const describe = (schema: SchemaNode, description: string): SchemaNode => ({ ...schema, description });

/** An object with exactly these keys, in the order in which they are written: all are required but for the optional ones. */
function strict(
  properties: Readonly<Record<string, SchemaNode>>,
  description?: string,
  optional: Readonly<Record<string, SchemaNode>> = {},
): SchemaNode {
  return {
    type: "object",
    ...(description === undefined ? {} : { description }),
    additionalProperties: false,
    required: Object.keys(properties),
    properties: { ...properties, ...optional },
  };
}

const verdict: SchemaNode = {
  enum: verdictOrder,
  description: "From the worst to the best; the verdict of a run is the worst of its prompts.",
};

const reason: SchemaNode = {
  type: "string",
  enum: [
    "no-pairs",
    "missing",
    "failed",
    "unscored",
    "addresses-judge",
    "too-few-clusters",
    "too-few-cases",
    "gave-up",
    "not-confirmed",
    "refused-key",
    "missing-model",
    "refused-parameter",
    "missing-recording",
    "nothing-gates",
    "budget",
    "interrupted",
    "fork",
    "no-key",
    "approval",
    "fork-code",
    "shard",
  ],
  description: "Why something is inconclusive, an error or skipped.",
};

const comparison = strict(
  {
    metric: string,
    gated: describe(boolean, "Whether it counts; else it is only watched."),
    direction: { enum: ["higher", "lower"], description: "Which way is better." },
    kind: { enum: ["binary", "bounded", "ratio"] },
    unit: stringOrNull,
    pairs: describe(count, "Cases with a value in both arms; judged alone, in the candidate."),
    effectiveCases: describe(numberOrNull, "What the pairs are worth where their weights differ; null judged alone."),
    baseline: describe(numberOrNull, "Mean over the pairs, weighted; geometric for ratios."),
    candidate: describe(numberOrNull, "As baseline."),
    difference: describe(numberOrNull, "Positive is better, whatever the direction; relative for ratios."),
    interval: describe(
      { type: ["array", "null"], items: { type: "number" }, minItems: 2, maxItems: 2 },
      "Low and high of the difference; low is the bound that passing rests on. Judged alone: of the candidate's value.",
    ),
    confidence: { type: "number", minimum: 0, maximum: 1 },
    margin: describe(numberOrNull, "The loss that is tolerated."),
    atLeast: describe(numberOrNull, "The absolute threshold, where one is set."),
    pValue: describe(probabilityOrNull, "One-sided, for worse; floored at 1e-300."),
    pBetter: describe(probabilityOrNull, "One-sided, for better."),
    adjustedPValue: describe(
      probabilityOrNull,
      "pValue after Holm's correction over the gating comparisons of the run.",
    ),
    minimumDetectable: describe(numberOrNull, "The loss that these pairs would show with 80 % probability."),
    worse: describe(count, "Cases that got worse."),
    better: describe(count, "Cases that got better."),
    failed: strict({ baseline: count, candidate: count }, "Cases left out because a call failed, by arm."),
    unscored: describe(count, "Cases left out because an answer could not be scored."),
    casesNeeded: describe({ type: ["integer", "null"], minimum: 0 }, "Cases in all that would settle it."),
    trialsNeeded: describe(
      { type: ["integer", "null"], minimum: 1 },
      "Trials per case in each arm that would settle it; null where cases are needed.",
    ),
    verdict: refer("verdict"),
    reason: orNull(refer("reason")),
    slice: describe(stringOrNull, "The tag; null for the whole set."),
  },
  "One metric of one prompt.",
);

const armOutput = strict(
  {
    status: { enum: ["completed", "failed"] },
    text: describe(stringOrNull, "The last answer, shortened; null where the call failed."),
    failure: describe(stringOrNull, "Null where the call completed."),
  },
  "What an arm answered.",
  { toolCalls: describe(strings, "Tools that the model called, in order, shortened; absent where it called none.") },
);

const caseReport = strict({
  id: string,
  tags: strings,
  change: { enum: ["worse", "better", "same", "failed", "unscored", "alone"] },
  scores: {
    type: "object",
    description: "Metric to means over the trials; null where failed or unscored.",
    additionalProperties: strict({ baseline: numberOrNull, candidate: numberOrNull }),
  },
  worse: describe(strings, "Metrics that moved for the worse."),
  expected: describe(stringOrNull, "Texts are given for cases that moved or failed, up to a limit."),
  baseline: orNull(refer("armOutput")),
  candidate: orNull(refer("armOutput")),
  reasons: {
    type: "object",
    description: "Metric to why the candidate scored as it did.",
    additionalProperties: string,
  },
});

const versionReference = strict({ revision: string, fingerprint: string, version: stringOrNull });

/** One schema for each key of a noun: a key that is added there must be added here, or it would be lost in a file. */
type SchemaOf<Noun> = Readonly<Record<keyof Noun, SchemaNode>>;

const callConfiguration = strict(
  {
    messages: list(strict({ role: string, content: string })),
    model: stringOrNull,
    parameters: { type: "object" },
    format: { type: ["object", "null"] },
    tools: {},
    included: { type: "object", description: "Path to SHA-256.", additionalProperties: string },
  } satisfies SchemaOf<Omit<CallConfiguration, "template" | "defaults" | "partials">>,
  undefined,
  {
    template: string,
    defaults: { type: "object" },
    partials: { type: "object", additionalProperties: string },
  } satisfies SchemaOf<Pick<CallConfiguration, "template" | "defaults" | "partials">>,
);

const parts = list({ enum: ["text", "model", "parameters", "format", "tools", "included", "golden", "scorers"] });
const pairOrNull: SchemaNode = { type: ["array", "null"], items: { type: "number" }, minItems: 2, maxItems: 2 };

const attribution = strict(
  {
    groups: describe(list(parts), "Parts that are told together; fewer than two where they cannot be told apart."),
    mixes: describe(count, "Versions that were run beside the baseline and the candidate."),
    cases: describe(count, "Cases that all versions answered."),
    of: describe(count, "Cases in the golden set."),
    confidence: { type: "number", minimum: 0, maximum: 1 },
    metrics: list(
      strict({
        metric: string,
        direction: { enum: ["higher", "lower"] },
        kind: { enum: ["binary", "bounded", "ratio"] },
        unit: stringOrNull,
        slice: stringOrNull,
        cases: describe(count, "Cases with a value in every version."),
        difference: describe({ type: "number" }, "Over these cases; the shares sum to it, those of ratios multiply."),
        interval: pairOrNull,
        shares: list(strict({ parts, difference: { type: "number" }, interval: pairOrNull })),
      }),
    ),
    notes: strings,
  },
  "Which part of the change made it a regression: Shapley values of the parts.",
);

const goldenHealth = strict(
  {
    cases: count,
    trials: strict({ baseline: count, candidate: count }),
    detectableDrop: describe(
      numberOrNull,
      "The drop of a pass rate of 80 % that the set shows with 80 % probability; null where it can show none.",
    ),
    findings: list(
      strict({
        kind: {
          enum: [
            "contradiction",
            "duplicate",
            "near-duplicate",
            "leak",
            "failed-expectation",
            "small-tag",
            "always-failed",
            "always-passed",
            "flaky",
          ],
        },
        count: describe(count, "Cases, or tags of small-tag."),
        examples: list(
          strict({
            id: describe(string, "Of the case; the tag of small-tag."),
            place: orNull(
              strict({ path: string }, undefined, {
                line: { type: "integer", minimum: 1 },
                column: { type: "integer", minimum: 1 },
              }),
            ),
            detail: stringOrNull,
          }),
        ),
      }),
    ),
  },
  "How good the golden set is at what it is for.",
);

const promptReport = strict(
  {
    name: string,
    path: string,
    previousPath: describe(stringOrNull, "The path at the base, where it differs."),
    change: strict({
      kind: { enum: ["changed", "judging", "new", "deleted", "renamed", "unchanged", "repaired"] },
      parts,
    }),
    baseline: orNull(refer("versionReference")),
    candidate: orNull(refer("versionReference")),
    models: strict({ baseline: stringOrNull, candidate: stringOrNull }),
    verdict: refer("verdict"),
    reason: orNull(refer("reason")),
    advisory: describe(boolean, "Judged, but never fails: a first run."),
    pair: describe(
      { type: ["string", "null"], pattern: "^[0-9a-f]{64}$" },
      "SHA-256 over both fingerprints, by which a regression is accepted; null where there are not two versions.",
    ),
    accepted: describe(
      orNull(
        strict({
          by: string,
          how: { enum: ["label", "comment", "assay.yml"] },
          reason: stringOrNull,
          until: stringOrNull,
        }),
      ),
      "Set where the regression is known and accepted: it does not fail the gate.",
    ),
    trials: describe(
      orNull(strict({ baseline: count, candidate: count })),
      "Answers a case has in each arm at most; copies count as one. Null where nothing was run.",
    ),
    stopped: describe(
      orNull(strict({ cases: count, of: count })),
      "Set where a look before the last decided: the interval is adjusted for it.",
    ),
    stored: describe(
      orNull(strict({ ageMs: { type: "number", minimum: 0 } })),
      "Set where answers of the baseline come from the store: the age of the oldest.",
    ),
    confirmation: describe(
      orNull({ enum: ["confirmed", "not-confirmed"] }),
      "Set where a regression against stored answers was asked again on fresh ones.",
    ),
    comparisons: list(refer("comparison")),
    added: orNull(
      strict({ cases: count, comparisons: list(refer("comparison")) }, "Cases that are no part of the comparison."),
    ),
    cost: describe(numberOrNull, "US dollars paid for its answers in this run."),
    cases: list(refer("caseReport")),
    goldenSize: describe(count, "Cases in the golden set, before any was left out."),
    notes: strings,
  },
  undefined,
  {
    asks: strict(
      { baseline: orNull(refer("callConfiguration")), candidate: orNull(refer("callConfiguration")) },
      "What each version asks for, before a case is filled in; absent where it is not known.",
    ),
    scorersCost: describe(
      numberOrNull,
      "US dollars paid in this run for what scorers asked about its answers. Over all prompts, these and `cost` add up to the run's cost.",
    ),
    health: describe(goldenHealth, "Absent where nothing was run."),
    watch: describe(
      boolean,
      "Set where the report is of several assay.yml and the prompt's own only watches: it fails nothing.",
    ),
    attribution: describe(
      attribution,
      "Absent where it was not asked for, nothing regressed, or only one part changed.",
    ),
  },
);

const versionMeasure = strict({
  metric: string,
  kind: { enum: ["binary", "bounded", "ratio"] },
  direction: { enum: ["higher", "lower"] },
  unit: stringOrNull,
  value: numberOrNull,
  interval: describe(
    { type: ["array", "null"], items: { type: "number" }, minItems: 2, maxItems: 2 },
    "Of the value: the interval of the difference, laid at the baseline's value.",
  ),
  difference: describe(numberOrNull, "To the baseline; positive is better."),
  pairs: describe(count, "Cases that it rests on."),
});

const versionReport = strict({
  name: describe(string, "baseline, candidate, or the name of a variant."),
  role: { enum: ["baseline", "candidate", "variant"] },
  model: stringOrNull,
  verdict: describe(orNull(refer("verdict")), "Null for the baseline."),
  reason: orNull(refer("reason")),
  quality: describe(list(refer("versionMeasure")), "The scores that decide."),
  cost: orNull(refer("versionMeasure")),
  latency: orNull(refer("versionMeasure")),
  dominatedBy: describe(stringOrNull, "A version that is at least as good and costs no more, by the estimates."),
  details: describe(orNull(refer("promptReport")), "Of a variant: its comparisons and cases."),
});

const variantsReport = strict(
  {
    prompt: string,
    path: string,
    costMetric: { enum: ["cost", "tokens"], description: "Whether cost stands for itself, or tokens for it." },
    confidence: { type: "number", minimum: 0, maximum: 1 },
    gatingComparisons: describe(count, "How many comparisons the correction counts: those of all variants of the run."),
    versions: list(refer("versionReport")),
    cheapest: describe(stringOrNull, "The cheapest version that rules out a loss beyond the tolerance."),
  },
  "A prompt in several versions against one baseline; for choosing, so that nothing in here fails a run.",
);

const metricDefinition = strict(
  {
    name: string,
    kind: { enum: ["binary", "bounded", "ratio"] },
    direction: { enum: ["higher", "lower"] },
    unit: stringOrNull,
    gatesByDefault: boolean,
  } satisfies SchemaOf<Omit<MetricDefinition, "judged" | "paired">>,
  undefined,
  { judged: boolean, paired: boolean } satisfies SchemaOf<Pick<MetricDefinition, "judged" | "paired">>,
);

const metricGate = strict({
  gate: boolean,
  atLeast: numberOrNull,
  margin: numberOrNull,
} satisfies SchemaOf<MetricGate>);

const gateConfig = strict({
  margin: { type: "number" },
  alpha: { type: "number" },
  scope: { enum: ["suite", "population"] },
  inconclusive: { enum: ["warn", "fail", "pass"] },
  exact: boolean,
  slices: strings,
  stopEarly: boolean,
  giveUp: boolean,
  metrics: orNull({ type: "object", additionalProperties: metricGate }),
  maxUnscored: { type: "number" },
  minKappa: numberOrNull,
} satisfies SchemaOf<GateConfig>);

const shardJudge = strict({
  metric: string,
  judge: strict({
    fingerprint: hash,
    models: strings,
    kind: string,
    rubric: string,
    scale: list(strict({ name: string, value: { type: "number" } })),
    step: { type: "number" },
  } satisfies SchemaOf<Judge>),
  within: describe(strings, "The combinations that it stands within."),
  reviews: describe(boolean, "Whether it gives further opinions."),
  standing: describe({ type: "object" }, "How far it agrees with people: its calibration, where it has one."),
} satisfies SchemaOf<ShardJudge>);

const shardCases = strict({ all: count, added: count });

const shardPrompt = strict(
  {
    arms: describe(strict({ baseline: boolean, candidate: boolean }), "Which arms are run."),
    cases: describe(shardCases, "Cases of the whole set, and those run in a row of their own."),
    share: describe(shardCases, "Of these, in this shard."),
    trials: strict({ baseline: count, candidate: count }),
    seed: { type: ["number", "string"] },
    golden: hash,
    scorers: hash,
    metrics: list(metricDefinition),
    judges: describe(list(shardJudge), "The models that judge."),
    skipped: orNull(refer("reason")),
  } satisfies SchemaOf<Omit<ShardPrompt, "versionNotes">>,
  "What is known of a prompt before its first call.",
  {
    versionNotes: {
      type: "object",
      additionalProperties: strings,
      description: "Which version the change asks for, by its verdict; absent where the prompt states none.",
    },
  },
);

const shard = strict(
  {
    index: { type: "integer", minimum: 1 },
    of: { type: "integer", minimum: 1 },
    run: describe(sha256, "Over all that the shards of one run have in common."),
    version: describe(string, "Of Prompt Assay."),
    providers: describe(sha256, "Over what assay.yml says of providers."),
    gate: gateConfig,
    warnings: describe(strings, "Of the whole run."),
    leftOut: describe(
      orNull(strict({ samples: count, stopped: { enum: ["maxCost", "maxCalls", "maxDuration", "interrupted"] } })),
      "Samples that were not taken because a limit was used up or the run was interrupted.",
    ),
    prompts: describe(list(shardPrompt), "In the order of the report's prompts."),
  } satisfies SchemaOf<ShardFacts>,
  "Only in the report of a shard, which has no verdict yet: what `merge` needs beside the samples.",
);

/** report.json as a JSON Schema: by hand from `Report` in model.ts, whose order of keys it keeps. */
export const reportSchema: SchemaNode = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Prompt Assay report",
  ...strict(
    {
      schemaVersion: { const: 1 },
      command: { enum: ["compare", "run", "gate"] },
      verdict: refer("verdict"),
      passed: describe(
        { type: ["boolean", "null"] },
        "False where the gate failed or nothing could be judged; null where it was skipped, or only watched.",
      ),
      exitCode: { enum: [0, 1, 2, 3] },
      base: orNull(strict({ revision: string, commit: stringOrNull })),
      head: strict({ revision: string, commit: stringOrNull }),
      goalposts: { enum: ["head", "base"], description: "Whose configuration, scorers and golden sets judged." },
      gate: strict({
        margin: { type: "number" },
        alpha: { type: "number" },
        scope: { enum: ["suite", "population"] },
        inconclusive: { enum: ["warn", "fail", "pass"] },
        gatingComparisons: describe(count, "How many comparisons the correction counts."),
      }),
      prompts: list(refer("promptReport")),
      calls: strict({ planned: count, made: count, cached: count, saved: count, failed: count }),
      failures: list(
        strict({
          message: string,
          kind: {
            enum: [
              "refused-key",
              "missing-model",
              "refused-parameter",
              "no-counterpart",
              "rejected",
              "rate-limit",
              "server",
              "timeout",
              "connection",
              "malformed",
              "missing-recording",
              "budget",
              "aborted",
            ],
          },
          calls: count,
        }),
      ),
      cost: describe(numberOrNull, "US dollars."),
      durationMs: { type: "number", minimum: 0 },
      warnings: strings,
      samples: describe(orNull(strict({ path: string, sha256 })), "The samples file beside the report."),
    },
    "The whole result of a run. Unknown values are null, never 0.",
    {
      variants: describe(list(refer("variantsReport")), "Absent where no prompt was tried in variants."),
      watch: describe(boolean, "True where the run only watched: no verdict fails it; absent else."),
      shard,
    },
  ),
  definitions: {
    verdict,
    reason,
    comparison,
    armOutput,
    caseReport,
    versionReference,
    callConfiguration,
    promptReport,
    versionMeasure,
    versionReport,
    variantsReport,
  },
};

/** The content of schemas/report.v1.json. */
export function writeReportSchema(): string {
  return `${JSON.stringify(reportSchema, null, 2)}\n`;
}
