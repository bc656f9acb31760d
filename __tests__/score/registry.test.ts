import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { UserError } from "../../src/errors.ts";
import type { JsonObject } from "../../src/model.ts";
import { checkScorer, createScorer, filesOf, type ScorerFactory, scorerFactories } from "../../src/score/registry.ts";
import { scoreSample } from "../../src/score/score-sample.ts";
import { caseOf, contextOf, sampleOf, specOf } from "./support.ts";

const place = { path: "assay.yml", line: 3 };

describe("a scorer as written", () => {
  const mistakes: readonly (readonly [type: string, options: JsonObject, message: string, hint: string | null])[] = [
    ["contain", {}, 'unknown scorer "contain"', 'Did you mean "contains"?'],
    ["sentiment", {}, 'unknown scorer "sentiment"', `Scorers: ${Object.keys(scorerFactories).join(", ")}.`],
    ["toString", {}, 'unknown scorer "toString"', `Scorers: ${Object.keys(scorerFactories).join(", ")}.`],
    ["contains", { ignorecase: true }, 'contains has no option "ignorecase"', 'Did you mean "ignoreCase"?'],
    [
      "contains",
      { threshold: 1 },
      'contains has no option "threshold"',
      "Options of contains: name, transform, value, ignoreCase, trim, unicode.",
    ],
    ["contains", { trim: "yes" }, 'trim of contains must be true or false, not "yes"', null],
    ["contains", { value: 5 }, "value of contains must be text, not 5", null],
    ["contains", { value: "" }, 'value of contains must not be empty, not ""', null],
    [
      "regex",
      {},
      "regex needs the option pattern",
      "Options of regex: name, transform, pattern, flags, expect, syntax.",
    ],
    ["regex", { pattern: "a", expect: "maybe" }, 'expect of regex must be one of match, no-match, not "maybe"', null],
    [
      "finish-reason",
      { value: "stopp" },
      'value of finish-reason must be one of stop, length, content-filter, tool-calls, other, not "stopp"',
      'Did you mean "stop"?',
    ],
    ["cost", {}, "cost needs the option max", "Options of cost: name, transform, max."],
    ["regex", { pattern: "a", flags: "g" }, 'flags of regex must match pattern "^[ims]*$", not "g"', null],
    ["length", { min: 1.5 }, "min of length must be a whole number, not 1.5", null],
    ["length", { max: -1 }, "max of length must be >= 0, not -1", null],
    ["length", { min: 5, max: 4 }, "min 5 is above max 4", "No output can pass; swap them."],
    ["length", { min: [1] }, "min of length must be a whole number, not a list", null],
    ["json-schema", { inline: [] }, "inline of json-schema must be a map, not a list", null],
    ["json-schema", { schema: "a.json", inline: {} }, "json-schema has both schema and inline", "Keep one of them."],
  ];

  test.each(mistakes)("%s %j", (type, options, message, hint) => {
    const [problem, ...others] = checkScorer(specOf(type, options));
    expect(others).toEqual([]);
    expect(problem).toEqual({ message, place, ...(hint !== null && { hint }) });
    expect(() => createScorer(specOf(type, options), contextOf())).toThrow(UserError);
  });

  test("all mistakes at once", () => {
    const messages = checkScorer(specOf("equals", { trim: 1, ignoreCase: 2, extra: 3 })).map(({ message }) => message);
    expect(messages).toHaveLength(3);
  });

  test("a look-around is refused with the syntax that is known", () => {
    expect(checkScorer(specOf("regex", { pattern: "(?=a)" }))).toEqual([
      {
        message: "not a regular expression: invalid or unsupported Perl syntax: `(?=`",
        hint: "Patterns are written in RE2's syntax: no look-around, no back-references, repeats up to 1,000.",
        place,
      },
    ]);
  });

  test.each(["latency", "time-to-first-token", "tokens", "length", "failure-rate", "cost"])(
    "cannot be named %s",
    (name) => {
      expect(checkScorer(specOf("contains", {}, name))[0]?.message).toContain("cannot be named");
    },
  );

  test("may measure length its own way", () => {
    expect(checkScorer(specOf("length", { unit: "words" }))).toEqual([]);
  });
});

describe("the metric of a scorer", () => {
  const metrics: readonly (readonly [string, JsonObject, JsonObject])[] = [
    ["equals", {}, { kind: "binary", direction: "higher", unit: null, gatesByDefault: true }],
    ["levenshtein", {}, { kind: "bounded", direction: "higher", unit: null, gatesByDefault: true }],
    ["length", { max: 9 }, { kind: "binary", direction: "higher", unit: null, gatesByDefault: true }],
    ["length", {}, { kind: "ratio", direction: "lower", unit: "characters", gatesByDefault: false }],
    ["length", { unit: "words" }, { kind: "ratio", direction: "lower", unit: "words", gatesByDefault: false }],
  ];

  test.each(metrics)("%s %j", (type, options, metric) => {
    expect(createScorer(specOf(type, options, "mine"), contextOf()).metric).toEqual({ name: "mine", ...metric });
  });
});

describe("files", () => {
  const spec = specOf("json-schema", { schema: "schemas/ticket.json" });
  const problemsOf = (files: Readonly<Record<string, string>>) => {
    try {
      createScorer(spec, contextOf(files));
    } catch (error) {
      if (error instanceof UserError) return error.problems;
      throw error;
    }
    return [];
  };

  test("are named by the options", () => {
    expect(filesOf(spec)).toEqual(["schemas/ticket.json"]);
    expect(filesOf(specOf("json-schema"))).toEqual([]);
    expect(filesOf(specOf("json-schema", { schema: 5 }))).toEqual([]);
    expect(filesOf(specOf("unknown", { schema: "x" }))).toEqual([]);
  });

  test("one that is not there is told at the scorer", () => {
    expect(problemsOf({})).toEqual([
      {
        message: 'no such file: "schemas/ticket.json"',
        hint: "Paths are relative to the folder of assay.yml.",
        place,
      },
    ]);
  });

  test("one that does not parse is told at its line", () => {
    expect(problemsOf({ "schemas/ticket.json": '{\n  "type": "object",\n  "a": [1\n}\n' })[0]).toMatchObject({
      message: expect.stringContaining("not valid YAML"),
      place: { path: "schemas/ticket.json", line: 4 },
    });
  });

  test("every mistake in a schema is told at its line", () => {
    const text =
      '{\n"$id": "https://example.test/a",\n"properties": {\n"a": {"$ref": "other.json#/a"},\n"b": {"pattern": "(?=x)"},\n"c": {"$ref": "#/$defs/c"}}\n}';
    expect(problemsOf({ "schemas/ticket.json": text }).map(({ message, place }) => [place?.line, message])).toEqual([
      [4, 'not a usable schema: /properties/a/$ref the reference "other.json#/a" is no pointer into this schema'],
      [
        5,
        "not a usable schema: /properties/b/pattern not a regular expression: invalid or unsupported Perl syntax: `(?=`",
      ],
      [6, 'not a usable schema: /properties/c/$ref the reference "#/$defs/c" points to nothing'],
    ]);
  });
});

describe("a factory of one's own", () => {
  const even: ScorerFactory = {
    description: "Passes where the number of characters is a multiple.",
    options: {
      type: "object",
      additionalProperties: false,
      properties: { of: { type: "integer", default: 2, description: "The divisor." } },
    },
    example: "- even: { of: 3 }",
    metric: () => ({ kind: "binary", direction: "higher", unit: null, gatesByDefault: true }),
    create:
      ({ of }) =>
      async ({ reply }) => ({ status: "scored", value: reply.text.length % Number(of) === 0 ? 1 : 0, reason: null }),
  };
  const factories = { ...scorerFactories, even };

  test("is checked and made like the built-in ones, with its defaults", async () => {
    expect(checkScorer(specOf("even", { off: 2 }), factories)[0]?.hint).toBe('Did you mean "of"?');
    const scorer = createScorer(specOf("even"), contextOf(), factories);
    const scores = await scoreSample(sampleOf("abcd"), caseOf(), [scorer]);
    expect(scores.get("even")).toEqual({ status: "scored", value: 1, reason: null });
  });

  test("is unknown where it is not registered", () => {
    expect(checkScorer(specOf("even"))[0]?.message).toBe('unknown scorer "even"');
  });
});

test("the options of every scorer are a schema: they are compiled without being checked", () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  for (const [type, { options }] of Object.entries(scorerFactories)) {
    expect(ajv.validateSchema(options), `${type}: ${ajv.errorsText()}`).toBe(true);
  }
});
