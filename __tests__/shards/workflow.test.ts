import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  readonly if?: string;
}

const [, text = ""] = /```yaml\n([\s\S]*?)```/.exec(readFileSync("docs/matrix.md", "utf8")) ?? [];
const workflow = parse(text) as { readonly permissions: object; readonly jobs: Readonly<Record<string, Job>> };
const action = parse(readFileSync("action.yml", "utf8")) as { readonly inputs: object };
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

describe("the workflow of docs/matrix.md", () => {
  it("plans, takes and merges, with no permission that a job does not need", () => {
    expect(workflow.permissions).toEqual({});
    expect(Object.entries(workflow.jobs).map(([name, { permissions }]) => [name, permissions])).toEqual([
      ["plan", { contents: "read" }],
      ["shard", { contents: "read" }],
      ["merge", { "pull-requests": "write", checks: "write" }],
    ]);
    expect(workflow.jobs["merge"]?.if).toContain("!cancelled()");
  });

  it("pins what is not ours, and leaves no credentials in the checkout", () => {
    for (const { uses = "prompt-assay/", with: inputs } of steps) {
      if (!uses.startsWith("prompt-assay/")) expect(uses).toMatch(/^actions\/[\w/-]+@[0-9a-f]{40}$/);
      if (uses.startsWith("actions/checkout@")) expect(inputs?.["persist-credentials"]).toBe(false);
    }
    expect(text.match(/uses: actions\/\S+ # v\d+\.\d+\.\d+$/gm)).toHaveLength(
      steps.filter(({ uses }) => uses?.startsWith("actions/")).length,
    );
  });

  it("puts no expression into a script", () => {
    for (const { run = "" } of steps) expect(run).not.toContain("${{");
  });

  it("knows the Action's inputs", () => {
    const given = steps
      .filter(({ uses }) => uses?.startsWith("prompt-assay/"))
      .flatMap((step) => Object.keys(step.with ?? {}));
    expect(given).toEqual(["shard", "json", "command", "files"]);
    for (const name of given) expect(Object.keys(action.inputs)).toContain(name);
  });
});
