import type {
  DriftCase,
  DriftCause,
  DriftChange,
  DriftEvent,
  DriftMean,
  DriftPrompt,
  DriftReport,
  DriftRow,
} from "../model.ts";
import type { SchemaNode } from "./report-schema.ts";

const string: SchemaNode = { type: "string" };
const stringOrNull: SchemaNode = { type: ["string", "null"] };
const number: SchemaNode = { type: "number" };
const numberOrNull: SchemaNode = { type: ["number", "null"] };
const count: SchemaNode = { type: "integer", minimum: 0 };
const time: SchemaNode = { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z$" };

const list = (items: SchemaNode): SchemaNode => ({ type: "array", items });
const orNull = (schema: SchemaNode): SchemaNode => ({ anyOf: [schema, { type: "null" }] });
const refer = (name: string): SchemaNode => ({ $ref: `#/definitions/${name}` });

/** An object with exactly these keys; all are required but for the optional ones. */
function strict<T>(
  properties: Readonly<Record<RequiredKeys<T>, SchemaNode>>,
  optional?: Readonly<Partial<Record<keyof T, SchemaNode>>>,
): SchemaNode {
  return {
    type: "object",
    additionalProperties: false,
    required: Object.keys(properties),
    properties: { ...properties, ...optional } as Readonly<Record<string, SchemaNode>>,
  };
}

type RequiredKeys<T> = { [K in keyof T]-?: undefined extends T[K] ? never : K }[keyof T] & string;

const causes: readonly DriftCause[] = [
  "model",
  "system-fingerprint",
  "judge",
  "format",
  "refusals",
  "latency",
  "price",
  "answers",
];

const statuses: readonly DriftPrompt["status"][] = ["reference", "steady", "drifting", "gap", "skipped"];

const unit: SchemaNode = { ...string, description: "Of an amount; absent: a score of 0…1." };

const mean = strict<DriftMean>({ mean: number, low: number, high: number, cases: count }, { unit });

const change = strict<DriftChange>({
  before: { anyOf: [time, { type: "null" }], description: "The last night before it; null: the reference." },
  first: { ...time, description: "The likeliest first night after it." },
  earliest: { ...time, description: "It lies between this night and the next key's, with 95 %." },
  latest: time,
});

const event = strict<DriftEvent>(
  {
    kind: { enum: ["event"] },
    event: { enum: ["drift", "worse", "recovered"] },
    at: { ...time, description: "The night on which it was found." },
    row: { ...string, description: "A metric, or judge:NAME." },
    direction: { enum: ["fall", "rise"], description: "In quality: a latency that gets longer falls." },
    change,
    was: { ...numberOrNull, description: "Mean before the change." },
    now: { ...numberOrNull, description: "Mean since." },
    eValue: { ...number, description: "The evidence when it was found, corrected." },
    causes: list({ enum: causes }),
    details: { ...list(string), description: "What the causes rest on, a sentence each." },
  },
  { unit },
);

const row = strict<DriftRow>({
  row: { ...string, description: "A metric, or judge:NAME: that judge on the stored answers." },
  watched: { type: "boolean", description: "Whether it can raise an alarm." },
  reference: orNull(refer("mean")),
  tonight: orNull(refer("mean")),
  pValue: { ...numberOrNull, description: "Of tonight beside the reference alone, one-sided: worse. For information." },
  eValue: { ...numberOrNull, description: "The evidence, corrected; null where it is not watched." },
  drift: { anyOf: [refer("event"), { type: "null" }], description: "The event that is its state: it drifts." },
  found: { anyOf: [refer("event"), { type: "null" }], description: "What was found tonight." },
});

const worst = strict<DriftCase>({
  id: string,
  was: number,
  now: number,
  outputThen: stringOrNull,
  outputNow: { ...stringOrNull, description: "Null where no text may be kept, as then." },
});

const prompt = strict<DriftPrompt>({
  name: string,
  path: string,
  status: { enum: statuses },
  reason: { ...stringOrNull, description: "Of a gap, of a new reference, of what is skipped." },
  gaps: { ...count, description: "In a row, tonight's among them." },
  nights: { ...count, description: "Since the reference." },
  models: list(string),
  rows: list(row),
  worst: list(worst),
});

/** What `drift --json` writes, as a JSON Schema. */
export const driftSchema: SchemaNode = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Prompt Assay drift",
  description: "What a night came to. Unknown values are null, never 0.",
  ...strict<DriftReport>({
    schemaVersion: { const: 1 },
    command: { enum: ["drift"] },
    at: { ...time, description: "When the night began (UTC)." },
    exitCode: { enum: [0, 1, 3] },
    alarmAt: { ...number, description: "The evidence at which a drift is told: 1 / gate.alpha." },
    prompts: list(prompt),
    calls: strict<DriftReport["calls"]>({ planned: count, made: count, failed: count }),
    cost: { ...numberOrNull, description: "US dollars." },
    costOfMonth: { ...numberOrNull, description: "US dollars in this month (UTC), tonight among them." },
    history: { ...string, description: "Where it is kept, for people." },
    warnings: list(string),
  }),
  definitions: { mean, event },
};

/** The content of schemas/drift.v1.json. */
export function writeDriftSchema(): string {
  return `${JSON.stringify(driftSchema, null, 2)}\n`;
}
