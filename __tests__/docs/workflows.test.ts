import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { writeWorkflow } from "../../src/pipeline/setup/write-workflow.ts";

const root = new URL("../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");
const pages = readdirSync(new URL("docs/workflows/", root)).map((name) => `docs/workflows/${name}`);

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly on: unknown;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<string, { readonly permissions?: Readonly<Record<string, string>>; readonly steps: readonly Step[] }>
  >;
}

interface Snippet {
  readonly place: string;
  readonly text: string;
  readonly workflow: Workflow;
}

/** Every workflow that a page shows: a block of YAML with `on` and `jobs`. */
const snippets: readonly Snippet[] = [
  "README.md",
  "docs/github.md",
  "docs/matrix.md",
  "docs/batch.md",
  ...pages,
].flatMap((page) =>
  [...read(page).matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].flatMap(([, text = ""], index) => {
    const workflow = parse(text) as Partial<Workflow> | null;
    if (workflow?.on === undefined || workflow.jobs === undefined) return [];
    return [{ place: `${page} #${index + 1}`, text, workflow: workflow as Workflow }];
  }),
);

const stepsOf = ({ workflow }: Snippet): readonly Step[] => Object.values(workflow.jobs).flatMap(({ steps }) => steps);

/** The most that a job of ours may be given. */
const leastPermissions: Readonly<Record<string, string>> = {
  contents: "read",
  "pull-requests": "write",
  checks: "write",
  actions: "read",
};

/** What nights need beside it: a branch for the history, issues, and a page. */
const ofNights: Readonly<Record<string, string>> = {
  contents: "write",
  issues: "write",
  pages: "write",
  "id-token": "write",
};

const { inputs } = parse(read("action.yml")) as { readonly inputs: object };

describe.each(snippets.map((snippet) => [snippet.place, snippet] as const))("the workflow in %s", (_place, snippet) => {
  test("pins every action but ours by its commit, and names the version", () => {
    for (const [line, action] of snippet.text.matchAll(/^.*uses: *(\S+).*$/gm)) {
      if (action?.startsWith("prompt-assay/prompt-assay@v")) continue;
      expect(line).toMatch(/uses: [\w.-]+(?:\/[\w.-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  test("leaves no credentials behind after a checkout", () => {
    for (const step of stepsOf(snippet)) {
      if (step.uses?.startsWith("actions/checkout@")) expect(step.with).toMatchObject({ "persist-credentials": false });
    }
  });

  test("gives each job the least permissions", () => {
    const { permissions, jobs } = snippet.workflow;
    const least = snippet.place.startsWith("docs/workflows/drift.md") ? ofNights : leastPermissions;
    expect(permissions).toBeDefined();
    for (const job of Object.values(jobs)) {
      for (const [name, level] of Object.entries({ ...permissions, ...job.permissions })) {
        expect([name, level]).toEqual([name, least[name]]);
      }
    }
  });

  test("puts nothing into a script but by the environment, and secrets nowhere else", () => {
    for (const { run, with: given, uses } of stepsOf(snippet)) {
      expect(run ?? "").not.toContain("${{");
      if (uses?.startsWith("prompt-assay/")) expect(JSON.stringify(given ?? {})).not.toContain("secrets.");
    }
  });

  test("keeps answers and verdicts between runs, never the key that signs them", () => {
    for (const { uses, with: given } of stepsOf(snippet)) {
      if (!uses?.startsWith("actions/cache")) continue;
      for (const path of String(given?.["path"]).trim().split("\n")) {
        expect(path).toMatch(/^\.assay\/(?:samples|baselines|verdicts|batches)$/);
      }
    }
  });

  test("has no filter of paths: a required check would hang", () => {
    expect(JSON.stringify(snippet.workflow.on)).not.toMatch(/"paths(?:-ignore)?"/);
  });

  test("gives the Action inputs that it has, and a key", () => {
    const own = stepsOf(snippet).filter(({ uses }) => uses?.startsWith("prompt-assay/prompt-assay@"));
    expect(own.length).toBeGreaterThan(0);
    for (const step of own) {
      for (const name of Object.keys(step.with ?? {})) expect(inputs).toHaveProperty(name);
      // A merge makes no call.
      if (step.with?.["command"] === "merge") continue;
      expect(step.env?.["OPENAI_API_KEY"]).toMatch(/^\$\{\{ secrets\.OPENAI_API_KEY \}\}$/);
    }
  });
});

describe("the pages of workflows", () => {
  test("show workflows", () => {
    expect(snippets.length).toBeGreaterThanOrEqual(8);
  });

  test.each(pages)("%s ends with what can go wrong", (page) => {
    const headings = read(page).match(/^#+ .*$/gm) ?? [];
    expect(headings.at(-1)).toBe("## What can go wrong");
  });

  test("the page of the Action leads to each", () => {
    const links = [...read("docs/github.md").matchAll(/\]\((workflows\/[\w-]+\.md)\)/g)].map(
      ([, path]) => `docs/${path}`,
    );
    expect(links.toSorted()).toEqual(pages.toSorted());
  });
});

describe("action.yml", () => {
  const action = parse(read("action.yml")) as Readonly<Record<string, unknown>>;

  test("has what the marketplace asks for", () => {
    expect(action).toMatchObject({ name: "Prompt Assay", branding: { icon: "activity", color: "yellow" } });
    // Longer descriptions are refused.
    expect(String(action["description"]).length).toBeLessThanOrEqual(125);
  });
});

test("the README shows the workflow that init writes", () => {
  expect(read("README.md")).toContain(`\`\`\`yaml\n${writeWorkflow(["OPENAI_API_KEY"])}\`\`\`\n`);
});
