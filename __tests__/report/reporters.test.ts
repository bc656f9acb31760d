import { describe, expect, test } from "vitest";
import { headline } from "../../src/report/headline.ts";
import { reporters } from "../../src/report/registry.ts";
import { defaultRenderOptions } from "../../src/report/reporter.ts";
import { caseReport, comparison, latency, promptReport, report } from "./build-report.ts";
import { sampleReports } from "./sample-reports.ts";

/** But the line end, which lays out, and the tab, which a fence keeps. */
const control = /(?![\n\t])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u;

describe.each(Object.entries(reporters))("%s", (name, reporter) => {
  test("describes itself in one line", () => {
    expect(reporter.description).toMatch(/^[^\n]{10,100}$/);
  });

  describe.each(Object.entries(sampleReports))("of %s", (_, sample) => {
    test("ends with one line end, and says the same when asked again", async () => {
      const rendered = await reporter.render(sample, defaultRenderOptions);
      expect(rendered).toMatch(/[^\n]\n$/);
      expect(await reporter.render(structuredClone(sample), defaultRenderOptions)).toBe(rendered);
    });

    test("shows no control or direction character, and no line is a workflow command", async () => {
      const rendered = await reporter.render(sample, defaultRenderOptions);
      expect(rendered).not.toMatch(control);
      expect(rendered).not.toMatch(/^\s*::|##\[/m);
    });

    test("does not touch the report", async () => {
      const before = structuredClone(sample);
      await reporter.render(sample, defaultRenderOptions);
      expect(sample).toEqual(before);
    });
  });

  test("names the verdict first", async () => {
    if (!["text", "markdown"].includes(name)) return;
    for (const sample of Object.values(sampleReports)) {
      const [first = ""] = (await reporter.render(sample, { ...defaultRenderOptions, width: 120 })).split("\n");
      expect(first).toMatch(
        /^(## \S+ )?(Regression|Below threshold|Could not judge|Skipped|Inconclusive|No regression|Above threshold|Improvement|Nothing to|Unchanged|Compared)/,
      );
    }
  });
});

describe("text", () => {
  const textOf = (prompt: Parameters<typeof promptReport>[0]) =>
    reporters.text.render(report({ prompts: [promptReport(prompt)] }), defaultRenderOptions);

  test("names the tag of slices that gate", () => {
    const rendered = textOf({ comparisons: [comparison(), comparison({ slice: "billing" }), latency()] });
    expect(rendered).toMatch(
      / {2}contains .*\n {2}cases tagged billing:\n {2}contains .*\n {2}watched, does not count:/,
    );
  });

  test("tells the worst comparisons in sentences, and leaves others to the table", () => {
    const metrics = ["a", "b", "c", "d", "e"];
    const rendered = textOf({ comparisons: metrics.map((metric) => comparison({ metric })) });
    expect(rendered.match(/pass rate of/g)).toHaveLength(3);
    expect(rendered).toContain("… and 2 more comparisons, in the table above.");
    const lost = textOf({ comparisons: metrics.map((metric) => comparison({ metric, verdict: "regression" })) });
    expect(lost.match(/Pass rate of . fell/g)).toHaveLength(5);
  });

  test("shows the cases that lost most", () => {
    const cases = [0.9, 0.8, 0.1, 0.7, 0, 0.6, 0.5].map((candidate, index) =>
      caseReport({ id: `c${index}`, scores: { contains: { baseline: 1, candidate } } }),
    );
    const shown = [...textOf({ comparisons: [comparison({ verdict: "regression" })], cases }).matchAll(/case (c\d)/g)];
    expect(shown.map(([, id]) => id)).toEqual(["c4", "c2", "c6", "c5", "c3"]);
  });

  test("is the same with colour, but for the colours", () => {
    for (const sample of Object.values(sampleReports)) {
      const painted = reporters.text.render(sample, { color: true, width: 80 });
      expect(painted).toContain("\u001b[");
      expect(painted.replaceAll(/\p{Cc}\[\d+m/gu, "")).toBe(reporters.text.render(sample, defaultRenderOptions));
    }
  });
});

describe("markdown", () => {
  test("ends with the marker", () => {
    const marker = "<!-- prompt-assay:nightly -->";
    const rendered = reporters.markdown.render(report(), { ...defaultRenderOptions, marker, commentKey: "nightly" });
    expect(rendered.endsWith(`<sub>Prompt Assay · \`nightly\`</sub>\n\n${marker}\n`)).toBe(true);
  });
});

describe("what to do next", () => {
  const sample = sampleReports["regression"] ?? report();
  const render = (changed: typeof sample, onPullRequest: boolean): string =>
    reporters.markdown.render(changed, { ...defaultRenderOptions, onPullRequest });

  test("names accepting where it can be done, and the branch on which a setting counts", () => {
    expect(render(sample, true)).toContain("have it accepted (see below), or raise the tolerance");
    expect(render(sample, true)).toContain("on the base branch");
    expect(render({ ...sample, goalposts: "head" }, false)).toContain(
      "If the loss is worth it, raise the tolerance in `assay.yml`: `gate.metrics.contains.margin`.",
    );
    const advisory = { ...sample, prompts: sample.prompts.map((prompt) => ({ ...prompt, advisory: true })) };
    expect(render(advisory, true)).not.toContain("see below");
  });

  test("is nothing where the loss is on record", () => {
    const accepted = { by: "lin", how: "comment" as const, reason: null, until: null };
    const settled = { ...sample, prompts: sample.prompts.map((prompt) => ({ ...prompt, accepted })) };
    expect(render(settled, true)).not.toContain("What to do next");
  });
});

describe("versions in a comment", () => {
  const beside = sampleReports["variants-beside"] ?? report();
  const [first] = beside.variants ?? [];
  const render = (variants: typeof beside.variants & object, limit = 60_000): string =>
    reporters.markdown.render({ ...beside, variants }, { ...defaultRenderOptions, limit });

  test("lose the picture first and the table then, but never what they come to", () => {
    const rendered = render(Array(12).fill(first));
    expect(rendered.match(/^- The cheapest without a loss/gm)).toHaveLength(12);
    expect(rendered).toContain("The table of its versions is cut for length.");
    expect(rendered).not.toContain("more prompts in several versions");
    const few = render(Array(4).fill(first));
    expect(few.match(/^\| Version \| Model \|/gm)).toHaveLength(4);
    expect(few).not.toContain("cut for length");
    expect(few).not.toContain("is the baseline.");
    expect(render(Array(2).fill(first))).toContain("is the baseline.");
  });
});

describe("svg", () => {
  const ofHostile = reporters.svg.render(sampleReports["hostile"] ?? report(), defaultRenderOptions);

  test("what is foreign opens no element and closes none", () => {
    const names = [...ofHostile.matchAll(/<\/?([^\s>/]+)/g)].map(([, name]) => name);
    expect([...new Set(names)].sort()).toEqual(["circle", "g", "line", "rect", "svg", "text"]);
    expect(ofHostile).not.toMatch(/&(?!#\d+;)/);
    expect(ofHostile).not.toContain("NaN");
  });

  test("draws a point a version that is known, with whiskers, and says where there is none", () => {
    const drawn = reporters.svg.render(sampleReports["variants-beside"] ?? report(), defaultRenderOptions);
    expect(drawn.match(/<circle/g)).toHaveLength(5);
    // Two axes; the baseline has no interval.
    expect(drawn.match(/<line/g)).toHaveLength(2 + 2 * 4);
    expect(drawn).toContain("  openai/gpt-5 (dominated)<");
    expect(reporters.svg.render(report(), defaultRenderOptions)).toContain("No prompt was tried in several versions.");
  });
});

describe("json", () => {
  test("is what went in, with numbers that are none as null", () => {
    const sample = sampleReports["regression"] ?? report();
    expect(JSON.parse(reporters.json.render(sample, defaultRenderOptions))).toEqual(sample);
    const broken = { ...report(), cost: Number.NaN, durationMs: Number.POSITIVE_INFINITY };
    expect(JSON.parse(reporters.json.render(broken, defaultRenderOptions))).toMatchObject({
      cost: null,
      durationMs: null,
    });
  });

  test("has its keys in one order, whatever order they came in", () => {
    const sample = report();
    const reversed = Object.fromEntries(Object.entries(sample).reverse()) as unknown as typeof sample;
    expect(reporters.json.render(reversed, defaultRenderOptions)).toBe(
      reporters.json.render(sample, defaultRenderOptions),
    );
  });

  test("hostile strings come back as they were", () => {
    const sample = sampleReports["hostile"] ?? report();
    expect(JSON.parse(reporters.json.render(sample, defaultRenderOptions))).toEqual(sample);
  });
});

describe("the headline", () => {
  test.each(Object.entries(sampleReports))("of %s is one line", (_, sample) => {
    expect(headline(sample)).toMatch(/^\P{Cc}{10,400}$/u);
  });

  test("says which prompts fail the gate where the verdict speaks of others", () => {
    const { prompts: open } = sampleReports["inconclusive-better"] ?? report();
    const { prompts: failed, calls, failures, verdict } = sampleReports["error"] ?? report();
    const mixed = report({
      ...{ calls, failures, verdict },
      exitCode: 1,
      prompts: [...failed, ...open.map((prompt) => ({ ...prompt, name: "reply" }))],
      gate: { margin: 0.05, alpha: 0.05, scope: "suite", inconclusive: "fail", gatingComparisons: 2 },
    });
    expect(headline(mixed)).toBe(
      "Could not judge: 41 of 200 calls failed (503 Service Unavailable). Run again. The gate fails on reply.",
    );
  });

  test("says that a first run does not fail", () => {
    const { prompts } = sampleReports["regression"] ?? report();
    const first = report({
      verdict: "regression",
      exitCode: 0,
      prompts: prompts.map((prompt) => ({ ...prompt, advisory: true })),
    });
    expect(headline(first)).toMatch(/^Regression: .* A first run does not fail; it starts to hold once merged\.$/);
  });
});
