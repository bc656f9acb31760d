import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import type { Json, Tree } from "../../src/model.ts";
import { findOtherGate } from "../../src/pipeline/setup/find-other-gate.ts";
import { planOtherGate } from "../../src/pipeline/setup/plan-other-gate.ts";

/** Files of a repository: texts, or what they hold as YAML. */
function treeOf(files: Readonly<Record<string, Json>>): Tree {
  const texts = new Map(
    Object.entries(files).map(([path, value]) => [path, typeof value === "string" ? value : stringify(value)]),
  );
  return {
    label: "working tree",
    commit: null,
    entries: async () => [...texts.keys()].map((path) => ({ path, kind: "file" as const })),
    read: async (path) => {
      const text = texts.get(path);
      return text === undefined ? null : new TextEncoder().encode(text);
    },
  };
}

const step = { run: "npx promptfoo eval" };
const action = { uses: "promptfoo/promptfoo-action@v1" };
const workflow = (jobs: Json, name = "a"): Readonly<Record<string, Json>> => ({
  [`.github/workflows/${name}.yml`]: { on: "pull_request", jobs },
});

describe("findOtherGate", () => {
  test.each<[string, Readonly<Record<string, Json>>, object]>([
    ["no workflow", {}, { jobs: [], configurations: [], repeats: null }],
    [
      "the job that names it, and no other",
      workflow({ lint: { steps: [] }, evals: { steps: [step] } }),
      { jobs: ["evals"] },
    ],
    [
      "a job by its name",
      workflow({ evals: { name: "Evals ${{ matrix.area }}", steps: [step] } }),
      { jobs: ["Evals ${{ matrix.area }}"] },
    ],
    [
      "all jobs where none names it, but not ours",
      {
        ".github/workflows/promptfoo.yml":
          "# promptfoo\njobs:\n  evals: { steps: [{ run: npm run evals }] }\n  ours: { steps: [{ uses: prompt-assay/prompt-assay@v1 }] }\n",
      },
      { jobs: ["evals"] },
    ],
    ["nothing in a file that does not parse", { ".github/workflows/a.yml": "promptfoo: [" }, { jobs: [] }],
    [
      "options of the Action",
      workflow({
        evals: { steps: [{ ...action, with: { config: "evals.yaml", repeat: 3, "working-directory": "web" } }] },
      }),
      { configurations: ["web/evals.yaml"], repeats: 3 },
    ],
    [
      "options of the command",
      workflow({
        evals: { steps: [{ run: "npx promptfoo@latest eval -c evals/a.yaml --repeat 2", "working-directory": "api" }] },
      }),
      { configurations: ["api/evals/a.yaml"], repeats: 2 },
    ],
    [
      "no path that is put together",
      workflow({ evals: { steps: [{ ...action, with: { config: "${{ inputs.config }}" } }] } }),
      { configurations: [] },
    ],
  ])("%s", async (_, files, expected) => {
    expect(await findOtherGate(treeOf(files))).toMatchObject(expected);
  });
});

describe("planOtherGate", () => {
  const config = {
    prompts: [
      { label: "short", raw: "{{q}}" },
      { label: "long", raw: "Please: {{q}}" },
    ],
    providers: ["openai:gpt-5-mini", { id: "python:app.py", prompts: ["long"] }],
    tests: [
      { vars: { q: ["a", "b"] } },
      { vars: { q: "c" }, prompts: ["short"], assert: [{ type: "llm-rubric", value: "polite" }] },
    ],
  };
  const plan = (files: Readonly<Record<string, Json>>, gate = {}) =>
    planOtherGate(treeOf(files), { jobs: [], configurations: [], repeats: null, ...gate });

  test("counts every prompt, provider and test that belong together, and what is graded", async () => {
    // short: 2 tests and a graded one on one provider; long: 2 tests on two.
    expect(await plan({ "promptfooconfig.yaml": config })).toBe(2 + 2 + 2 * 2);
  });

  test("counts sets of assertions, those without an equal here, and the default ones", async () => {
    const assert = [
      {
        type: "assert-set",
        assert: [
          { type: "similar:cosine", value: "x" },
          { type: "equals", value: "x" },
        ],
      },
    ];
    const tests = [{ assert: [{ type: "context-recall", value: "x" }] }, { options: { disableDefaultAsserts: true } }];
    expect(
      await plan({
        "promptfooconfig.yaml": {
          ...config,
          prompts: ["{{q}}"],
          providers: ["openai:a"],
          defaultTest: { assert },
          tests,
        },
      }),
    ).toBe(3 + 1);
  });

  test("repeats as the workflow says, else as the configuration does", async () => {
    const files = { "web/promptfooconfig.yaml": { ...config, evaluateOptions: { repeat: 2 } } };
    expect(await plan(files)).toBe(16);
    expect(await plan(files, { repeats: 3 })).toBe(24);
  });

  test("adds up all configurations, or takes those that are named", async () => {
    const files = { "promptfooconfig.yaml": config, "web/promptfooconfig.yaml": config, "evals.yaml": config };
    expect(await plan(files)).toBe(16);
    expect(await plan(files, { configurations: ["evals.yaml"] })).toBe(8);
  });

  test.each<[string, Readonly<Record<string, Json>>, object]>([
    ["no configuration", {}, {}],
    ["one that is not there", { "promptfooconfig.yaml": config }, { configurations: ["other.yaml"] }],
    ["one that does not parse", { "promptfooconfig.yaml": "prompts: [" }, {}],
    ["prompts that are code", { "promptfooconfig.yaml": { ...config, prompts: ["{{q}}", "file://prompt.py"] } }, {}],
    ["tests that are code", { "promptfooconfig.yaml": { ...config, tests: "file://tests.js" } }, {}],
  ])("cannot tell with %s", async (_, files, gate) => {
    expect(await plan(files, gate)).toBeNull();
  });
});
