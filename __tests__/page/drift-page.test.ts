import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drawLines } from "../../src/drift/prompt-line.ts";
import type { DriftLine, DriftScores } from "../../src/model.ts";
import { describeHistory } from "../../src/report/drift-history.ts";
import { renderDriftPage } from "../../src/report/drift-page.ts";
import { createRandom } from "../../src/stats/random.ts";
import { Nights, scored } from "../drift/support.ts";
import { hostileTexts } from "../report/hostile.ts";
import { launchBrowser, noBrowser } from "../support/browser.ts";
import { createFolder } from "../support/repository.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A prompt that falls on its 26th night, when another model answers, and one that stays. */
function drawSample(): readonly DriftLine[] {
  const random = createRandom("page");
  const cases = Array.from({ length: 40 }, (_, index) => `case${index}`);
  const draw = (rate: number, trials = 1): DriftScores =>
    scored(cases.map((name) => [name, Array.from({ length: trials }, () => (random.uniform() < rate ? 1 : 0))]));
  const histories = [0.5, 0.9].map((after, index) => {
    const nights = new Nights();
    nights.reference({ cases: draw(0.9, 5), models: { "m-1": 40 } });
    for (let night = 0; night < 40; night++) {
      const fallen = night >= 25 && after === 0.5;
      nights.take({ cases: draw(night >= 25 ? after : 0.9), models: { [fallen ? "m-2" : "m-1"]: 40 } });
    }
    const name = index === 0 ? "summarise" : "classify";
    const path = `prompts/${name}.yml`;
    const records = nights.records.map((record) => (record.kind === "reference" ? { ...record, name, path } : record));
    return { folder: `p${index}`, records, answers: [] };
  });
  return drawLines(histories);
}

describe("what people see of a history", () => {
  it("is a page of Markdown, a badge and a picture of each prompt", () => {
    const files = describeHistory(drawSample());
    expect([...files.keys()]).toEqual(["README.md", "badge.svg", "prompts/p1/line.svg", "prompts/p0/line.svg"]);
    expect(files.get("README.md")).toContain("| `summarise` | drifting |");
    expect(files.get("README.md")).toMatch(
      /## Drifting now\n\n- `summarise`: right fell from 0\.\d\d to 0\.\d\d, between the night of/,
    );
    expect(files.get("badge.svg")).toContain("prompt drift: 1 drifting");
  });

  it("cannot be broken out of by a name", () => {
    for (const [path, content] of describeHistory(nameAll(hostileTexts))) {
      if (path.endsWith(".svg")) expect(content).not.toMatch(/<script|<img|<!--/i);
    }
  });
});

/** The sample's prompt under each of these names. */
function nameAll(names: readonly string[]): readonly DriftLine[] {
  const [line] = drawSample();
  if (line === undefined) throw new Error("the sample has two prompts");
  return names.map((name, index) => ({ ...line, name, path: `${index}${name}`, folder: `p${index}` }));
}

describe.skipIf(noBrowser)("the page of all nights in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  async function open(lines: readonly DriftLine[], { width = 1280, dark = false } = {}) {
    const file = join(await createFolder(), "drift.html");
    await writeFile(file, await renderDriftPage(lines));
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: dark ? "dark" : "light",
    });
    const page = await context.newPage();
    const events: string[] = [];
    const address = String(pathToFileURL(file));
    page.on("pageerror", (error) => events.push(error.message));
    page.on("console", (message) => events.push(message.text()));
    page.on("request", (request) => request.url() !== address && events.push(`request ${request.url()}`));
    await page.goto(address);
    await page.waitForSelector("h1");
    return { page, events };
  }

  const readout = (page: Page): Promise<string | null> => page.locator(".readout").first().textContent();

  it("shows what drifts first, and tells every night that is pointed at or walked to", async () => {
    const { page, events } = await open(drawSample());
    expect(await page.locator("h1").textContent()).toBe("Prompt drift: 1 of 2 prompts drifting");
    expect(await page.locator("h2").allInnerTexts()).toEqual(["summarise", "classify"]);
    expect(await page.locator(".told li").first().textContent()).toContain("another model answers");
    expect(await page.locator(".change").count()).toBeGreaterThan(0);
    expect(await page.locator(".bands").first().getAttribute("aria-label")).toContain("model: m-1, then m-2");
    const last = await readout(page);
    expect(last).toMatch(/^2026-02-10: 0\.\d{3} \[0\.\d{3}, 0\.\d{3}\] over 40 cases; m-2; version f$/);
    await page.locator(".roll").first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowLeft");
    expect(await readout(page)).toMatch(/^2026-02-09/);
    await page
      .locator(".nights")
      .first()
      .hover({ position: { x: 50, y: 40 } });
    expect(await readout(page)).toMatch(/^2026-01-0\d/);
    await page.getByText("All 41 runs as a table").first().click();
    await page.locator("tbody tr").nth(40).waitFor();
    expect(await page.locator("tbody tr").count()).toBe(41);
    expect(events).toEqual([]);
  });

  it("shows an amount with its unit on an axis of its own, and a line that a gap breaks", async () => {
    const [line] = drawSample() as [DriftLine];
    const steps = line.steps.slice(0, 9).map((step, index) => {
      const latency = { mean: 200 + 20 * index, low: 190 + 20 * index, high: 210 + 20 * index, cases: 40, unit: "ms" };
      return index === 4 ? { ...step, kind: "gap" as const, metrics: {} } : { ...step, metrics: { latency } };
    });
    const { page } = await open([{ ...line, steps, events: [], watched: ["latency"] }]);
    const nights = page.locator(".nights");
    expect(await nights.locator("text").allTextContents()).toEqual(expect.arrayContaining(["200", "250", "300"]));
    expect((await nights.locator(".mean").getAttribute("d"))?.match(/M/g)).toHaveLength(2);
    expect(await readout(page)).toContain(": 360 ms [350, 370] over 40 cases");
  });

  it.each([{ dark: false }, { dark: true }])("is accessible, and fits a narrow window: %o", async ({ dark }) => {
    const { page, events } = await open(drawSample(), { dark, width: 375 });
    await page.getByText("runs as a table").first().click();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(375);
    const found = await page.evaluate(
      `${axe}; axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes.map(({ html }) => html).join()))`,
    );
    expect(found).toEqual([]);
    expect(events).toEqual([]);
  });

  it("shows hostile names as text", async () => {
    const { page, events } = await open(nameAll(hostileTexts));
    expect(await page.locator("h2").count()).toBe(hostileTexts.length);
    expect(await page.locator("img, iframe, a").count()).toBe(0);
    expect(events).toEqual([]);
  });
});
