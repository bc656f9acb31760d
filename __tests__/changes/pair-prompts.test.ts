import { describe, expect, it } from "vitest";
import { type ChangeInput, detectChanges } from "../../src/changes/pair-prompts.ts";
import type { BrokenPrompt, CallConfiguration, PromptAtRevision } from "../../src/model.ts";

interface Sketch {
  readonly path: string;
  /** A written name; without it, the name comes from the path. */
  readonly name?: string;
  /** Stands for the whole call configuration. */
  readonly text?: string;
  readonly model?: string;
  readonly golden?: string;
  readonly scorers?: string;
}

function prompt({ path, name, text = "text", model = "model", golden = "g", scorers = "s" }: Sketch): PromptAtRevision {
  const configuration: CallConfiguration = {
    messages: [{ role: "user", content: text }],
    model,
    parameters: {},
    format: null,
    tools: null,
    included: {},
  };
  return {
    version: {
      path,
      name: name ?? path.replace(/^.*\//, ""),
      named: name !== undefined,
      description: null,
      configuration,
      variables: [],
      modelPlace: { path },
      testData: [],
      evaluators: [],
      inclusions: {},
      semanticVersion: null,
      golden: null,
      notRun: [],
      warnings: [],
      fingerprint: `${text}/${model}`,
    },
    golden: { cases: [], paths: [] },
    scorers: [],
    goldenHash: golden,
    scorersHash: scorers,
  };
}

const broken = (path: string): BrokenPrompt => ({ path, problems: [{ message: "not YAML" }] });

const changedParts: ChangeInput["changedParts"] = (before, after) => [
  ...(before.messages[0]?.content === after.messages[0]?.content ? [] : (["text"] as const)),
  ...(before.model === after.model ? [] : (["model"] as const)),
];

/** `kind path`, then the previous path and the parts where there are any. */
async function detect(
  base: readonly (Sketch | BrokenPrompt)[],
  head: readonly Sketch[],
  similar: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const changes = await detectChanges({
    base: base.filter((sketch) => !("problems" in sketch)).map(prompt),
    head: head.map(prompt),
    brokenAtBase: base.filter((sketch) => "problems" in sketch),
    changedParts,
    pairBySimilarity: async () => new Map(Object.entries(similar)),
  });
  for (const { kind, baseline, candidate, broken: problems } of changes) {
    expect({ kind, baseline: baseline !== null, candidate: candidate !== null, broken: problems !== null }).toEqual({
      kind,
      baseline: !["new", "repaired"].includes(kind),
      candidate: kind !== "deleted",
      broken: kind === "repaired",
    });
  }
  return changes.map(({ kind, path, previousPath, parts }) =>
    [`${kind} ${path}`, ...(previousPath === null ? [] : [`from ${previousPath}`]), ...parts].join(" "),
  );
}

describe("what happened to a prompt", () => {
  const before: Sketch = { path: "a" };
  it.each<readonly [after: Sketch, change: string]>([
    [{ path: "a" }, "unchanged a"],
    [{ path: "a", name: "named now" }, "unchanged a"],
    [{ path: "a", text: "new" }, "changed a text"],
    [{ path: "a", model: "new" }, "changed a model"],
    [{ path: "a", text: "new", model: "new", golden: "new", scorers: "new" }, "changed a text model golden scorers"],
    [{ path: "a", golden: "new" }, "judging a golden"],
    [{ path: "a", golden: "new", scorers: "new" }, "judging a golden scorers"],
    [{ path: "b" }, "renamed b from a"],
    [{ path: "b", scorers: "new" }, "judging b from a scorers"],
    [{ path: "b", text: "new" }, "changed b from a text"],
  ])("from a to %o: %s", async (after, change) => {
    expect(await detect([before], [after], { b: "a" })).toEqual([change]);
  });

  it("is new or deleted where it has no counterpart", async () => {
    expect(await detect([], [{ path: "a" }])).toEqual(["new a"]);
    expect(await detect([{ path: "a" }], [])).toEqual(["deleted a"]);
    expect(await detect([{ path: "a" }], [{ path: "b" }])).toEqual(["new b", "deleted a"]);
    expect(await detect([], [])).toEqual([]);
  });

  it("is repaired where the baseline does not parse", async () => {
    expect(await detect([broken("a")], [{ path: "a" }])).toEqual(["repaired a"]);
    expect(await detect([broken("a")], [{ path: "b" }], { b: "a" })).toEqual(["repaired b from a"]);
    expect(await detect([broken("a")], [{ path: "b" }])).toEqual(["new b"]);
    expect(await detect([broken("a")], [])).toEqual([]);
  });
});

describe("pairing", () => {
  it("goes by path before name, and by name before similarity", async () => {
    expect(
      await detect(
        [
          { path: "a", name: "x" },
          { path: "b", name: "y" },
        ],
        [
          { path: "a", name: "y" },
          { path: "c", name: "x" },
        ],
        { c: "b" },
      ),
    ).toEqual(["unchanged a", "renamed c from b"]);
    expect(
      await detect(
        [
          { path: "a", name: "x" },
          { path: "b", name: "y" },
        ],
        [{ path: "c", name: "x", text: "rewritten" }],
        { c: "b" },
      ),
    ).toEqual(["changed c from a text", "deleted b"]);
  });

  it.each<readonly [why: string, base: readonly Sketch[], head: readonly Sketch[]]>([
    ["derived at the base", [{ path: "old/n" }], [{ path: "new/m", name: "n" }]],
    ["derived at the head", [{ path: "old/m", name: "n" }], [{ path: "new/n" }]],
    ["derived on both sides", [{ path: "old/n" }], [{ path: "new/n" }]],
    [
      "there twice at the base",
      [
        { path: "a", name: "n" },
        { path: "b", name: "n" },
      ],
      [{ path: "c", name: "n" }],
    ],
    [
      "there twice at the head",
      [{ path: "a", name: "n" }],
      [
        { path: "b", name: "n" },
        { path: "c", name: "n" },
      ],
    ],
  ])("does not go by a name that is %s", async (_, base, head) => {
    const changes = await detect(base, head);
    expect(changes.map((change) => change.split(" ")[0])).toEqual([
      ...head.map(() => "new"),
      ...base.map(() => "deleted"),
    ]);
  });

  it("counts a name only among those that are not paired yet", async () => {
    expect(
      await detect(
        [
          { path: "a", name: "n" },
          { path: "b", name: "n" },
        ],
        [
          { path: "a", name: "n" },
          { path: "c", name: "n" },
        ],
      ),
    ).toEqual(["unchanged a", "renamed c from b"]);
  });

  it("asks for similarity only of what is left, and only once", async () => {
    const asked: unknown[] = [];
    const input: ChangeInput = {
      base: [prompt({ path: "same" }), prompt({ path: "z" }), prompt({ path: "by name", name: "n" })],
      head: [prompt({ path: "y" }), prompt({ path: "same" }), prompt({ path: "x" }), prompt({ path: "m", name: "n" })],
      brokenAtBase: [broken("b")],
      changedParts,
      pairBySimilarity: async (deleted, added) => {
        asked.push([deleted, added]);
        return new Map();
      },
    };
    await detectChanges(input);
    expect(asked).toEqual([
      [
        ["b", "z"],
        ["x", "y"],
      ],
    ]);
    await detectChanges({ ...input, base: [], brokenAtBase: [] });
    await detectChanges({ ...input, head: [] });
    expect(asked).toHaveLength(1);
  });

  it("uses nothing twice, whatever the similarity says", async () => {
    expect(await detect([{ path: "a" }], [{ path: "b" }, { path: "c" }], { b: "a", c: "a" })).toEqual([
      "renamed b from a",
      "new c",
    ]);
    expect(await detect([{ path: "a" }], [{ path: "a" }, { path: "b" }], { b: "a", nowhere: "a" })).toEqual([
      "unchanged a",
      "new b",
    ]);
  });

  it("is not confused by names that every object has", async () => {
    expect(
      await detect(
        [{ path: "a", name: "__proto__" }],
        [
          { path: "constructor", name: "toString" },
          { path: "b", name: "__proto__" },
        ],
      ),
    ).toEqual(["renamed b from a", "new constructor"]);
  });
});

it("tells changes by the path at the head, the deleted ones last, in whatever order prompts come", async () => {
  const base: Sketch[] = ["z", "y", "B", "a", "q"].map((path) => ({ path }));
  const head: Sketch[] = ["z", "b", "a", "é", "B"].map((path) => ({ path }));
  const expected = ["unchanged B", "unchanged a", "new b", "unchanged z", "new é", "deleted q", "deleted y"];
  expect(await detect(base, head)).toEqual(expected);
  expect(await detect(base.toReversed(), head.toReversed())).toEqual(expected);
});
