import { describe, expect, test } from "vitest";
import type { JsonObject, Question } from "../../src/model.ts";
import { checkScorer, createScorer } from "../../src/score/registry.ts";
import { caseOf, contextOf, sampleOf, specOf, toolsOf } from "../score/support.ts";

const model = "openai/gpt-5";
const text = { model, instructions: "It is kind." };

describe("mistakes in the options of a judge", () => {
  const mistakes: readonly (readonly [options: JsonObject, message: string])[] = [
    [{ instructions: "a" }, "judge names no model"],
    [{ ...text, models: ["a/b", "c/d"] }, "judge has both model and models"],
    [{ ...text, panel: "mean" }, "judge has a panel of one"],
    [{ ...text, rubric: "a.md" }, "judge has both rubric and instructions"],
    [{ model }, "a judge of the kind rubric needs a rubric"],
    [{ ...text, kind: "factuality" }, "a judge of the kind factuality takes no rubric"],
    [{ model, kind: "criteria" }, "criteria and the kind criteria go together"],
    [{ ...text, criteria: ["a"] }, "criteria and the kind criteria go together"],
    [{ ...text, kind: "choices" }, "choices and the kind choices go together"],
    [
      { ...text, kind: "closed-question", scale: [1, 2] },
      "a judge of the kind closed-question has its own choices, and no scale",
    ],
    [{ ...text, passAt: 4 }, "passAt needs a scale"],
    [{ ...text, scale: [1, 2, 3], passAt: 4 }, 'passAt is "4", which is no grade above the worst'],
    [{ ...text, scale: [1, 2, 3], passAt: 1 }, 'passAt is "1", which is no grade above the worst'],
    [{ ...text, scale: [1, "1"] }, "two grades of the scale have the same name"],
    [{ ...text, votes: 2 }, "2 votes can be split evenly"],
    [{ model, kind: "pairwise", votes: 3 }, "a pairwise judge has no votes: it is asked in both orders"],
    [{ models: ["a/b", "c/d"], kind: "pairwise", panel: "mean" }, "a pairwise panel decides by majority"],
    [{ ...text, kind: "rubrik" }, "kind of judge must be one of"],
    [{ ...text, rubrik: "a.md" }, 'judge has no option "rubrik"'],
  ];
  test.each(mistakes)("%j: %s", (options, message) => {
    const [problem, ...others] = checkScorer(specOf("judge", options));
    expect(others).toEqual([]);
    expect(problem?.message).toContain(message);
  });

  test.each([
    ["", 'the rubric "r.md" is empty'],
    [null, 'no such file: "r.md"'],
  ])("a rubric of %j", (content, message) => {
    const spec = specOf("judge", { model, rubric: "r.md" });
    expect(() => createScorer(spec, contextOf(content === null ? {} : { "r.md": content }))).toThrow(message);
  });
});

describe("which judge it is", () => {
  const fingerprint = (options: JsonObject, files = {}) =>
    createScorer(specOf("judge", options), contextOf(files)).judge?.fingerprint;
  const own = fingerprint(text);

  test("a rubric is the same in a file and in place; votes and names make no other judge", () => {
    expect(fingerprint({ model, rubric: "r.md" }, { "r.md": "It is kind.\n" })).toBe(own);
    expect(fingerprint({ ...text, votes: 5 })).toBe(own);
    expect(createScorer(specOf("judge", text, "other"), contextOf()).judge?.fingerprint).toBe(own);
  });

  test.each([
    [{ ...text, model: "openai/gpt-4o" }],
    [{ ...text, instructions: "It is very kind." }],
    [{ ...text, scale: [1, 2, 3] }],
    [{ ...text, scale: [1, 2, 3], passAt: 2 }],
    [{ ...text, parameters: { temperature: 0 } }],
    [{ ...text, kind: "tone" }],
    [{ ...text, input: "{{question}}" }],
  ])("%j is another", (options) => {
    expect(fingerprint(options as unknown as JsonObject)).not.toBe(own);
  });
});

describe("what it asks", () => {
  const ask = async (options: JsonObject, fields = {}): Promise<Question> => {
    const asked: Question[] = [];
    const scorer = createScorer(specOf("judge", options), contextOf());
    await scorer.score(sampleOf("Hello"), caseOf({ vars: { name: "Ada" }, ...fields }), toolsOf([], asked));
    return asked[0] as Question;
  };
  const contents = ({ request }: Question) => request.messages.map(({ content }) => String(content));

  test("the reason comes before the choice, and the choice is one of the menu", async () => {
    const { request } = await ask({ ...text, scale: ["poor", "good"] });
    expect(request.format).toEqual({
      type: "json_schema",
      json_schema: {
        name: "judgement",
        strict: true,
        schema: {
          type: "object",
          additionalProperties: false,
          properties: { reason: { type: "string" }, choice: { type: "string", enum: ["poor", "good"] } },
          required: ["reason", "choice"],
        },
      },
    });
    expect(
      Object.keys(
        (request.format as { json_schema: { schema: { properties: object } } }).json_schema.schema.properties,
      ),
    ).toEqual(["reason", "choice"]);
  });

  test("a rubric refers to values of the case, and never holds them", async () => {
    const [rules = "", data = ""] = contents(
      await ask({ ...text, instructions: "Kind to {{name}}, as {{completion}} is? {{unknown}}" }),
    );
    expect(rules).toContain("Kind to (the text in the block name), as (the text in the block answer) is? {{unknown}}");
    expect(rules).not.toContain("Ada");
    expect(rules).not.toContain("Hello");
    expect(data).toMatch(/<<<answer \w+\nHello\n\w+ answer>>>/);
    expect(data).toMatch(/<<<name \w+\nAda\n\w+ name>>>/);
  });

  test("parameters go as they are, and none where none are written", async () => {
    expect((await ask({ ...text, parameters: { temperature: 0 } })).request.parameters).toEqual({ temperature: 0 });
    expect((await ask(text)).request.parameters).toEqual({});
  });

  test("what a refusal says is what is judged", async () => {
    const asked: Question[] = [];
    const scorer = createScorer(specOf("judge", text), contextOf());
    await scorer.score(sampleOf("", { refusal: "I cannot." }), caseOf(), toolsOf([], asked));
    expect(contents(asked[0] as Question)[1]).toContain("I cannot.");
  });
});
