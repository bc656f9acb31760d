import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { calibrate } from "../../src/index.ts";
import { review } from "../../src/pipeline/review.ts";
import { type ReviewData, renderReviewPage } from "../../src/report/review-page.ts";
import { gitEnvironment } from "../support/repository.ts";
import { createJudgedProject, honestJudge } from "./support.ts";

const hash = (text: string): string => createHash("sha256").update(text).digest("base64");

/** As much of a browser as the page asks for: elements by their ids, keys, storage, and what it would save. */
function openPage(page: string, storage = new Map<string, string>()) {
  const parts = [...page.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];
  const [, , json = ""] = parts[0] ?? [];
  const [, , script = ""] = parts[1] ?? [];
  interface Element {
    textContent: string;
    hidden: boolean;
    disabled: boolean;
    value: string;
    href: string;
    readonly children: Element[];
    readonly listeners: Map<string, (event: object) => void>;
  }
  const saved: Blob[] = [];
  const createElement = (): Element & Record<string, unknown> => {
    const element = {
      textContent: "",
      hidden: false,
      disabled: false,
      value: "",
      href: "",
      children: [] as Element[],
      listeners: new Map<string, (event: object) => void>(),
      setAttribute: () => {},
      blur: () => {},
      addEventListener: (type: string, listener: (event: object) => void) => element.listeners.set(type, listener),
      replaceChildren: (...children: Element[]) => element.children.splice(0, Number.POSITIVE_INFINITY, ...children),
      click: () => element.listeners.get("click")?.({}),
    };
    return element;
  };
  const ids = [...page.matchAll(/ id="([\w-]+)"/g)].map(([, id = ""]) => id);
  const elements = new Map(ids.map((id) => [id, createElement()]));
  const find = (id: string) => elements.get(id) ?? expect.fail(`the page has no ${id}`);
  find("data").textContent = json;
  const keys: ((event: object) => void)[] = [];
  runInContext(
    script,
    createContext({
      document: {
        getElementById: (id: string) => elements.get(id) ?? null,
        createElement,
        addEventListener: (_: string, listener: (event: object) => void) => keys.push(listener),
      },
      localStorage: {
        getItem: (key: string) => storage.get(key) ?? null,
        setItem: (key: string, value: string) => storage.set(key, value),
      },
      Blob,
      URL: { createObjectURL: (blob: Blob) => `blob:${saved.push(blob)}` },
    }),
  );
  return {
    find,
    press: (key: string) => {
      for (const listener of keys) listener({ key, preventDefault: () => {} });
    },
    select: (index: number) => {
      find("task").value = String(index);
      find("task").listeners.get("change")?.({});
    },
    saved: async () => (await saved.at(-1)?.text()) ?? "",
  };
}

async function createReviewed(options: object = {}) {
  const project = await createJudgedProject({ judge: honestJudge, rightBelow: 20, ...options });
  const file = join(project.directory, "report.json");
  const report = await project.run({ samplesFile: join(project.directory, "report.samples.jsonl") });
  writeFileSync(file, JSON.stringify(report));
  return { ...project, report, file };
}

const optionsOf = (directory: string) => ({ directory, environment: gitEnvironment });

describe("a page on which people label", () => {
  test("shows outputs blind, takes labels by keyboard, and saves what calibrate reads", async () => {
    const project = await createReviewed();
    const data = await review(optionsOf(project.directory), "report.json");
    const page = openPage(renderReviewPage(data, hash));
    expect(page.find("count").textContent).toBe("0 of 60 labelled");
    expect(page.find("task").children.map(({ textContent }) => textContent)).toEqual(["for the judge good"]);
    // 40 outputs of the baseline, and 20 of the candidate that are other ones: pass what says answer.
    for (let index = 0; index < 60; index++) {
      expect(page.find("input").textContent).toMatch(/^n: \d+$/);
      expect(page.find("right-part").hidden).toBe(true);
      page.press(page.find("left").textContent.startsWith("answer") ? "2" : "1");
    }
    expect(page.find("count").textContent).toBe("60 of 60 labelled");
    page.press("s");
    const lines = (await page.saved()).trim().split("\n");
    expect(lines).toHaveLength(60);
    expect(JSON.parse(lines[0] ?? "")).toEqual({
      prompt: "prompts/answers.prompt.yml",
      scorer: "good",
      id: expect.stringMatching(/^case-\d+$/),
      output: expect.any(String),
      label: expect.stringMatching(/^(?:pass|fail)$/),
    });
    writeFileSync(join(project.directory, "labels.jsonl"), lines.join("\n"));
    const { judges } = await calibrate({ ...optionsOf(project.directory), store: false }, "labels.jsonl");
    expect(judges[0]?.calibration).toMatchObject({ labels: 60, accuracy: { value: 1 }, kappa: { value: 1 } });
  });

  test("pairs in an order drawn by lot: what is saved names the versions", async () => {
    const project = await createReviewed({
      options: { name: "good", kind: "pairwise", model: "local/judge" },
      judge: () => ({ text: '{"reason": "r", "choice": "tie"}' }),
    });
    const data = await review(optionsOf(project.directory), "report.json");
    const page = openPage(renderReviewPage(data, hash));
    expect(page.find("count").textContent).toBe("0 of 20 labelled");
    let left = 0;
    for (let index = 0; index < 20; index++) {
      const first = page.find("left").textContent.startsWith("answer");
      if (first) left++;
      page.press(first ? "1" : "3");
    }
    expect(left).toBeGreaterThan(3);
    expect(left).toBeLessThan(17);
    page.press("s");
    const rows = (await page.saved())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    for (const row of rows) {
      expect(row).toMatchObject({
        label: "baseline",
        baseline: expect.stringMatching(/^answer/),
        candidate: expect.stringMatching(/^wrong/),
      });
    }
    expect(new Set(rows.map(({ id }) => id)).size).toBe(20);
  });

  test("keeps what was labelled when it is opened again, and goes back on a key", async () => {
    const project = await createReviewed();
    const page = renderReviewPage(await review(optionsOf(project.directory), "report.json"), hash);
    const storage = new Map<string, string>();
    const first = openPage(page, storage);
    first.press("1");
    first.press("2");
    first.press("x");
    first.press("9");
    const again = openPage(page, storage);
    expect(again.find("count").textContent).toBe("2 of 60 labelled");
    expect(again.find("case").textContent).toMatch(/^3\. /);
    again.press("ArrowLeft");
    expect(again.find("case").textContent).toMatch(/^2\. /);
    again.press("1");
    expect(again.find("count").textContent).toBe("2 of 60 labelled");
  });

  test("without a project the outputs alone are shown, as pairs and one by one", async () => {
    const project = await createReviewed();
    await project.write({ "assay.yml": "scorers: [" });
    const data = await review(optionsOf(project.directory), "report.json");
    expect(data.tasks.map(({ title }) => title)).toEqual(["which is better", "pass or fail"]);
    expect(data.items[0]?.input).toBeNull();
    const page = openPage(renderReviewPage(data, hash));
    page.press("2");
    page.select(1);
    page.press("1");
    page.press("s");
    const labels = (await page.saved())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).label);
    expect(labels).toEqual(["tie", "fail"]);
  });

  test("no text of a model gets out of its place: one script, one policy, nothing loaded", () => {
    const hostile = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\u2028<!--&\"'";
    const data: ReviewData = {
      id: "a",
      tasks: [{ name: "singles", title: hostile, scorer: hostile, pair: false, categories: [hostile, "pass"] }],
      items: [
        {
          number: 0,
          prompt: hostile,
          promptName: hostile,
          id: hostile,
          input: hostile,
          context: hostile,
          expected: hostile,
          left: hostile,
        },
      ],
    };
    const page = renderReviewPage(data, hash);
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page).not.toMatch(/<img|<!--|https?:|<\w[^>]*\s(?:src|href)=|@import|url\(/);
    const [, script = ""] = /<script>([\s\S]*?)<\/script>/.exec(page) ?? [];
    const [, style = ""] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
    expect(page).toContain(
      `content="default-src 'none'; script-src 'sha256-${hash(script)}'; style-src 'sha256-${hash(style)}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacent|document\.write|eval|fetch|XMLHttp|import\(/);
    const opened = openPage(page);
    for (const id of ["left", "input", "context", "expected"]) expect(opened.find(id).textContent).toBe(hostile);
  });
});

describe("what cannot be reviewed is told", () => {
  test("a report without its samples, another file's samples, no report", async () => {
    const project = await createReviewed();
    const samples = join(project.directory, "report.samples.jsonl");
    const told = (file = "report.json") =>
      review(optionsOf(project.directory), file).then(
        () => "nothing",
        (error: Error) => error.message,
      );
    writeFileSync(samples, `${readFileSync(samples, "utf8")}\n`);
    expect(await told()).toContain("is not the file that");
    writeFileSync(project.file, JSON.stringify({ ...project.report, samples: null }));
    expect(await told()).toContain("has no samples");
    expect(await told("assay.yml")).toBe('"assay.yml" is no report');
    expect(await told("none.json")).toBe('cannot read "none.json"');
  });
});
