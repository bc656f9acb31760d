import { existsSync, readdirSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { createCodeRunner } from "../../src/code/code-runner.ts";
import type { Case, CodeRunner, JsonObject, Reply, ScorerTools } from "../../src/model.ts";
import type { ScorerFactory } from "../../src/score/factory.ts";
import { checkScorer, createScorer, filesOf, scorerFactories } from "../../src/score/registry.ts";
import { scoreSample } from "../../src/score/score-sample.ts";
import { isObject } from "../../src/source/json.ts";
import { readScorerSpec } from "../../src/source/scorer-spec.ts";
import { readYaml } from "../../src/source/yaml.ts";
import { caseOf, contextOf, sampleOf, specOf, toolsOf } from "./support.ts";

interface Row {
  readonly note: string;
  readonly options?: JsonObject;
  /** A text, or one that is too long to write out. */
  readonly output: string | { readonly repeat: string; readonly times: number; readonly then?: string };
  readonly case?: Partial<Case>;
  readonly files?: Readonly<Record<string, string>>;
  /** How the score follows from the published definition, for a person to check. */
  readonly derivation?: string;
  /** What came with the output. */
  readonly reply?: Partial<Reply>;
  readonly latencyMs?: number;
  /** Embeddings of what the scorer asks them of. */
  readonly vectors?: readonly (readonly number[])[];
  /** What the models answer that the scorer asks, one after the other; null: nobody is there. */
  readonly answers?: readonly (string | null)[];
  readonly score?: number;
  readonly reason?: string;
  readonly unscored?: string;
}

const code = createCodeRunner({ environment: process.env });
afterAll(() => code.close());

/** What a scorer makes of its own code is told by its rows; here its code gives no score. */
const answersNothing: CodeRunner = {
  run: async () => ({ status: "completed", output: null }),
  matches: async () => ({ status: "completed", output: null }),
};

const folder = new URL("../../fixtures/score/", import.meta.url);

function rowsOf(type: string): readonly Row[] {
  const file = new URL(`${type}.json`, folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as readonly Row[]) : [];
}

function outputOf({ output }: Row): string {
  if (typeof output === "string") return output;
  return output.repeat.repeat(output.times) + (output.then ?? "").repeat(output.times);
}

/** What can be told of every answer, and of every call. */
const alwaysScored = ["refusal", "finish-reason", "latency"];

function toolsFor({ answers, vectors }: Row): ScorerTools {
  const tools = toolsOf(answers);
  return vectors === undefined ? tools : { ...tools, embed: async () => ({ status: "completed", vectors }) };
}

/** The options of a factory's example, read as assay.yml is. */
function exampleSpec(factory: ScorerFactory) {
  const place = { path: "assay.yml", line: 1 };
  const source = readYaml("assay.yml", factory.example);
  const entry = Array.isArray(source.value) ? source.value[0] : null;
  const read = readScorerSpec(entry, place);
  if ("problem" in read) throw new Error(read.problem.message);
  return read.spec;
}

const hostileOutputs: Readonly<Record<string, string>> = {
  empty: "",
  "control characters": "\0\u0007\u001b[31m\r\n::error::\u202e\u2028",
  "lone surrogates": "\ud800\udc00\udc00\ud800",
  "2 MB on one line": "word ".repeat(400_000),
  "2 MB in short lines": "a\n".repeat(1_000_000),
  "1 MiB in the form of JSON": JSON.stringify(Array.from({ length: 100_000 }, (_, index) => index)),
  "__proto__ in JSON": '{"__proto__": {"toString": 1}, "constructor": {"prototype": 2}, "hasOwnProperty": 3}',
  "deep JSON": `${'{"a":['.repeat(60_000)}1${"]}".repeat(60_000)}`,
  "deep, open JSON": "[".repeat(1_000_000),
  "huge numbers": "[1e999, -1e999, 1e-999, 123456789012345678901234567890]",
};

describe.each(Object.entries(scorerFactories))("%s", (type, factory) => {
  const rows = rowsOf(type);

  test("has rows of fixtures that pass and rows that fail or are unscored", () => {
    expect(rows.some((row) => (row.score ?? 0) > 0)).toBe(true);
    expect(rows.some((row) => row.score === 0)).toBe(true);
    expect(rows.some((row) => row.unscored !== undefined)).toBe(!alwaysScored.includes(type));
  });

  test.each(rows.map((row) => [row.note, row] as const))("%s", async (_note, row) => {
    const scorer = createScorer(specOf(type, row.options), contextOf(row.files, code));
    const testCase = caseOf(row.case);
    const sample = { ...sampleOf(outputOf(row), row.reply), ...(row.latencyMs && { latencyMs: row.latencyMs }) };
    const score = (await scoreSample(sample, testCase, [scorer], toolsFor(row))).get(type);
    if (row.unscored !== undefined) expect(score).toEqual({ status: "unscored", reason: row.unscored });
    else {
      expect(score).toMatchObject({ status: "scored" });
      expect(score?.status === "scored" ? score.value : null).toBeCloseTo(row.score ?? Number.NaN, 10);
    }
    if (row.reason !== undefined) expect(score?.reason).toBe(row.reason);
    // A judge tells the reason of a pass, too.
    if (scorer.metric.kind === "binary" && !scorer.metric.judged && score?.status === "scored") {
      expect(score.reason === null).toBe(score.value === 1);
    }
  });

  test("describes itself and every option", () => {
    expect(factory.description).toMatch(/^[A-Z].*\.$/);
    expect(factory.options["additionalProperties"]).toBe(false);
    const { properties = {} } = factory.options as { properties?: Record<string, JsonObject> };
    for (const [name, schema] of Object.entries(properties)) {
      expect(schema["description"], name).toMatch(/.+\.$/);
    }
  });

  test("has defaults that its own options allow", () => {
    const { properties = {} } = factory.options as { properties?: Record<string, JsonObject> };
    const defaults = Object.entries(properties).filter(([, schema]) => schema["default"] !== undefined);
    const example = exampleSpec(factory).options;
    const written = Object.fromEntries(defaults.map(([name, schema]) => [name, schema["default"] ?? null]));
    expect(checkScorer(specOf(type, { ...written, ...example }))).toEqual([]);
  });

  test("has an example that holds, and names itself in it", () => {
    const spec = exampleSpec(factory);
    expect(spec.type).toBe(type);
    expect(checkScorer(spec)).toEqual([]);
  });

  test.each(Object.keys(hostileOutputs))("survives an output of %s", async (name) => {
    const spec = exampleSpec(factory);
    const files = Object.fromEntries(filesOf(spec).map((file) => [file, '{"type": "object", "required": ["a"]}']));
    const scorer = createScorer(spec, contextOf(files, answersNothing));
    const started = performance.now();
    const scores = await scoreSample(sampleOf(hostileOutputs[name] ?? ""), caseOf({ expected: "billing" }), [scorer]);
    const score = scores.get(spec.name);
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(score?.reason ?? "").not.toContain("the scorer failed");
    expect(score?.reason?.length ?? 0).toBeLessThanOrEqual(200);
    if (score?.status === "scored") expect(Number.isFinite(score.value)).toBe(true);
    expect((score?.reason ?? "").isWellFormed()).toBe(true);
  });
});

test("every file of fixtures belongs to a scorer", () => {
  const types = readdirSync(folder).map((file) => file.replace(/\.json$/, ""));
  expect(types.filter((type) => !Object.hasOwn(scorerFactories, type))).toEqual([]);
});

test("options are plain JSON, ready for the schema of assay.yml", () => {
  for (const factory of Object.values(scorerFactories)) {
    expect(JSON.parse(JSON.stringify(factory.options))).toEqual(factory.options);
    expect(isObject(factory.options)).toBe(true);
  }
});
