import type { ShardCase, Vote } from "../model.ts";
import { reportSchema, type SchemaNode } from "./report-schema.ts";

const count: SchemaNode = { type: "integer", minimum: 0 };
const string: SchemaNode = { type: "string" };
const stringOrNull: SchemaNode = { type: ["string", "null"] };
const numberOrNull: SchemaNode = { type: ["number", "null"] };

const failureKinds = reportSchema.properties?.["failures"]?.items?.properties?.["kind"] ?? {};

const shardCase = {
  position: { ...count, description: "In the golden set; cases run in a row of their own come after all others." },
  weight: { type: "number", minimum: 0 },
  expected: {},
  place: {
    type: "object",
    description: "Where it stands: `path`, and `line` where that is known.",
    required: ["path"],
    properties: { path: string, line: count, column: count },
  },
  addressesJudge: { type: "boolean", description: "The answer seems to speak to whoever grades it." },
} satisfies Readonly<Record<keyof ShardCase, SchemaNode>>;

const vote: SchemaNode = {
  type: "object",
  description: "One opinion of a judge.",
  required: ["model", "choice", "why"],
  properties: {
    model: string,
    choice: { ...stringOrNull, description: "Null where it gave no opinion; of a pair baseline, candidate or tie." },
    why: { ...string, description: "Shortened." },
    first: { enum: ["baseline", "candidate"], description: "Of a pair: which version the judge was shown first." },
    trial: { ...count, description: "Of a pair, where there are several." },
    scorer: { ...string, description: "Within a combination: the scorer that asked." },
  } satisfies Readonly<Record<keyof Vote, SchemaNode>>,
};

/** One line of a samples file as a JSON Schema. Further keys may be there. */
export const sampleSchema: SchemaNode = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Prompt Assay sample",
  description: "One line of FILE.samples.jsonl: one model call and what came of it.",
  type: "object",
  required: ["prompt", "arm", "id", "trial", "status", "output", "scores", "reasons", "model", "tags", "cluster"],
  properties: {
    prompt: { ...string, description: "Its path." },
    arm: { enum: ["baseline", "candidate"] },
    id: { ...string, description: "Of the case." },
    trial: count,
    draw: { ...string, description: "Where it is not the comparison's own: for example confirm:1." },
    fingerprint: { ...string, description: "Of the prompt version." },
    messages: {
      type: "array",
      description:
        "As they were sent, files by their SHA-256; of a case's first trial, for those of the others are the same.",
    },
    expected: { description: "By the case; beside the messages, where there is something to expect." },
    status: { enum: ["completed", "failed"] },
    output: { ...stringOrNull, description: "The answer; null where the call failed." },
    refusal: string,
    finishReason: {
      type: "object",
      description: "Why the model stopped, where it did not come to its end by itself.",
      required: ["unified", "raw"],
      properties: { unified: string, raw: stringOrNull },
    },
    failure: {
      type: "object",
      required: ["kind", "message"],
      properties: { kind: failureKinds, message: string, httpStatus: { type: "integer" } },
    },
    repeatedAfter: { type: "array", description: "What earlier attempts of the call failed of." },
    scores: {
      type: "object",
      description: "Metric to value; null where failed or unscored.",
      additionalProperties: numberOrNull,
    },
    reasons: { type: "object", description: "Metric to why it was scored so.", additionalProperties: string },
    opinions: {
      type: "object",
      description: "Metric to the opinions that its score rests on, where several.",
      additionalProperties: {
        type: "object",
        required: ["asked", "agreeing"],
        properties: { asked: count, agreeing: count, votes: { type: "array", items: vote } },
      },
    },
    exchange: { type: "array", description: "What came between the request and the answer, turn by turn." },
    toolCalls: { type: "array", description: "Tools that the model wanted called and that nobody answered." },
    tokens: {
      type: ["object", "null"],
      description: "All input and all output; of them cachedInput, cacheWrite and reasoning, where the provider tells.",
    },
    latencyMs: numberOrNull,
    logprobs: { type: "array", description: "The tokens of the answer with their log-probabilities, where asked for." },
    model: { ...stringOrNull, description: "As the provider returned it." },
    cached: { type: "boolean", description: "Answered from the store." },
    cost: { ...numberOrNull, description: "US dollars." },
    tags: { type: "array", items: string },
    cluster: stringOrNull,
    shard: {
      type: "object",
      description: "Only in a shard: what merge needs to know of the case.",
      additionalProperties: false,
      required: Object.keys(shardCase).filter((key) => key !== "addressesJudge"),
      properties: shardCase,
    },
  },
};

/** The content of schemas/samples.v1.json. */
export function writeSamplesSchema(): string {
  return `${JSON.stringify(sampleSchema, null, 2)}\n`;
}
