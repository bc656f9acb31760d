import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PromptReport, Report } from "../../src/model.ts";
import { headline } from "../../src/report/headline.ts";
import { hostileTexts } from "../report/hostile.ts";
import { sampleReports } from "../report/sample-reports.ts";
import { launchBrowser, noBrowser } from "../support/browser.ts";
import { createFolder } from "../support/repository.ts";
import { renderPage, type Sampled, sampledReport } from "./sampled-report.ts";

/** As a reader sees it. */
async function textOf(shown: Locator): Promise<string> {
  return (await shown.allInnerTexts()).join("\n");
}

/** The rows of the list of cases. */
function rowsOf(page: Page): Locator {
  return page.locator(".case-list").getByRole("option");
}

interface Opened {
  readonly page: Page;
  /** All that went wrong, was loaded or was asked for. */
  readonly events: string[];
}

interface View {
  readonly hash?: string;
  readonly width?: number;
  readonly dark?: boolean;
}

describe.skipIf(noBrowser)("the report's page in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  async function open(sampled: Sampled, { hash = "", width = 1280, dark = false }: View = {}): Promise<Opened> {
    const file = join(await createFolder(), "report.html");
    await writeFile(file, await renderPage(sampled));
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: dark ? "dark" : "light",
    });
    const page = await context.newPage();
    const events: string[] = [];
    const address = `${pathToFileURL(file)}${hash}`;
    page.on("pageerror", (error) => events.push(error.message));
    page.on("console", (message) => events.push(message.text()));
    page.on("dialog", (dialog) => {
      events.push(`dialog ${dialog.message()}`);
      dialog.dismiss().catch(() => {});
    });
    page.on("request", (request) => {
      if (request.url() !== address.replace(/#.*/, "")) events.push(`request ${request.url()}`);
    });
    page.on("popup", () => events.push("popup"));
    await page.goto(address);
    await page.waitForSelector("h1");
    return { page, events };
  }

  const bare = (report: Report): Sampled => ({ report, lines: [] });
  const selectedCase = (page: Page) => textOf(page.locator(".case h3"));

  describe.each(Object.entries(sampleReports))("of %s", (name, report) => {
    it("says the verdict first, fits a narrow window, and draws without a mistake", async () => {
      const { page, events } = await open(bare(report), { width: 375 });
      const told = (await textOf(page.locator("h1"))).replaceAll("\u00a0", " ");
      if (name !== "hostile") expect(told).toBe(headline(report));
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(375);
      expect(events).toEqual([]);
      await page.context().close();
    });
  });

  it.each([
    ["light", false, 1280],
    ["dark", true, 1280],
    ["narrow", false, 375],
  ])("has no barrier that axe finds, %s", async (_, dark, width) => {
    const reports = [
      sampledReport(30),
      ...["forty-prompts", "variants-beside", "error"].map((name) => bare(sampleReports[name] as Report)),
    ];
    for (const sampled of reports) {
      const { page } = await open(sampled, { dark, width });
      await page.locator("details").evaluateAll((all) => {
        for (const each of all) each.setAttribute("open", "");
      });
      await page.evaluate(axe.source);
      const found = (await page.evaluate(
        'axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))',
      )) as readonly string[];
      expect(found).toEqual([]);
      await page.context().close();
    }
  });

  it("draws each comparison with its interval, and what calls took", async () => {
    const { page, events } = await open(sampledReport(30));
    const rows = page.locator(".forest [role=row]:not(.head):not(.forest-title)");
    expect(await rows.count()).toBe(2);
    expect(await textOf(rows.first())).toMatch(
      /helpful\s+0\.82\s+0\.8\d\s+−10\s+90 % interval −16 to −4 points\s+200\s+▼ Regression/,
    );
    expect(await rows.first().locator("circle.bad").count()).toBe(1);
    // The slice stands beside it.
    const slices = page.getByRole("table", { name: "Slices: cases with one tag" });
    expect(await textOf(slices)).toMatch(/billing\s+200 cases, watched\s+helpful\s+−0\.5\s+90 % interval/);
    const sides = await Promise.all([page.locator(".forest"), slices].map((side) => side.boundingBox()));
    expect(sides[1]?.x).toBeGreaterThan((sides[0]?.x ?? 0) + (sides[0]?.width ?? 0));
    expect(await page.locator(".small-figures h3").allInnerTexts()).toEqual([
      "Change of helpful, case by case",
      "Latency",
      "Tokens of a call",
      "Cost",
    ]);
    expect(await textOf(page.locator(".small-figures"))).toMatch(/1,000 calls\s+\$0\.40\s+\$0\.40/);
    // 4 of 30 cases failed in the candidate, twice each.
    expect(await textOf(page.locator(".small-figures"))).toMatch(/calls\s+60\s+52/);
    expect(events).toEqual([]);
    await page.context().close();
  });

  it("says at the top whether it stopped early, and names what changed in the prompt", async () => {
    const sampled = sampledReport(7);
    const { page } = await open(sampled);
    expect(await textOf(page.locator(".setting"))).toContain("Not stopped early.");
    const parts = page.locator(".part");
    expect(await parts.locator("h4").allInnerTexts()).toEqual(["Text, message 1 (system)", "Model"]);
    expect(await parts.locator("del").allInnerTexts()).toContain("Take care. ");
    expect(await textOf(parts.last().locator("pre"))).toMatch(/^openai\/gpt-5\nopenai\/gpt-5-mini\n?$/);
    await page.context().close();
    const [prompt] = sampled.report.prompts as [PromptReport];
    const prompts = [{ ...prompt, stopped: { cases: 40, of: 200 } }];
    const stopped = await open({ ...sampled, report: { ...sampled.report, prompts } });
    expect(await textOf(stopped.page.locator(".setting"))).toContain(
      "Stopped early, where that was enough to decide: triage after 40 of 200 cases.",
    );
    await stopped.page.context().close();
  });

  it("shows one case side by side: words that differ, scores with reasons, votes, trials, messages", async () => {
    const { page } = await open(sampledReport(30), { hash: "#triage/ticket-00003" });
    const shown = page.locator(".case");
    expect(await selectedCase(page)).toBe("ticket-00003");
    expect(Number(await page.evaluate("document.getElementById('case').getBoundingClientRect().top"))).toBeLessThan(
      500,
    );
    expect(await textOf(shown.locator(".output.before del"))).toBe("billing");
    expect(await textOf(shown.locator(".output.after ins"))).toBe("account");
    expect(await textOf(shown.locator(".asked"))).toContain("Message number 2");
    expect(await textOf(shown.locator(".scores tbody"))).toMatch(
      /helpful\s+0\.9\s+0\.2\s+baseline: 2 of 3 opinions agree/,
    );
    expect(await shown.locator(".votes").last().locator("li").allInnerTexts()).toEqual([
      "fail: It names the queue candidate.",
      "pass: It is hard to tell.",
      "fail: It names the queue candidate.",
    ]);
    expect(await textOf(shown.locator(".facts").first())).toMatch(
      /^102 \+ 12 tokens · \d+ ms · \$0\.0004 · gpt-5-mini-2025-08-07$/,
    );
    await shown.getByRole("button", { name: "Trial 2" }).click();
    expect(await shown.getByRole("button", { name: "Trial 2" }).getAttribute("aria-pressed")).toBe("true");
    await shown.locator("summary").click();
    expect(await textOf(shown.locator(".message del").first())).toBe("Take care. ");
    expect(await textOf(shown.locator(".message").nth(1))).toContain("Message number 2");
    await page.context().close();
  });

  it("shows what failed and what has no score as such, never as 0", async () => {
    const { page } = await open(sampledReport(7), { hash: "#triage/ticket-00006" });
    expect(await textOf(page.locator(".case .output.after"))).toContain("Failed: 503 Service Unavailable");
    expect(await textOf(page.locator(".case .scores tbody td").nth(1))).toBe("–");
    const row = page.getByRole("option", { name: /ticket-00007/ });
    expect((await textOf(row)).split("\n").join(" ")).toMatch(/^ticket-00007 .* Unscored 0\.7 → –$/);
    await row.click();
    expect(await textOf(page.locator(".case .scores"))).toContain("unscored");
    await page.context().close();
  });

  it("is worked by keys", async () => {
    const { page } = await open(sampledReport(30));
    expect(await selectedCase(page)).toBe("ticket-00003");
    await page.keyboard.press("j");
    expect(await selectedCase(page)).toBe("ticket-00010");
    expect(new URL(page.url()).hash).toBe("#triage/ticket-00010");
    await page.keyboard.press("k");
    expect(await selectedCase(page)).toBe("ticket-00003");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("case");
    await page.keyboard.press("/");
    await page.keyboard.type("number 29");
    expect(await rowsOf(page).count()).toBe(1);
    expect(await textOf(rowsOf(page))).toContain("ticket-00030");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    expect(await textOf(page.getByRole("dialog"))).toContain("next case");
    await page.keyboard.press("Escape");
    expect(await page.getByRole("dialog").count()).toBe(0);
    await page.context().close();
  });

  it("filters by change and by tag, and sorts", async () => {
    const { page } = await open(sampledReport(30));
    await page.getByRole("button", { name: "Better 4" }).click();
    expect(await rowsOf(page).count()).toBe(4);
    await page.getByRole("combobox", { name: "Tag" }).selectOption("billing");
    expect(await rowsOf(page).count()).toBe(2);
    await page.getByRole("button", { name: "All 30" }).click();
    await page.getByRole("combobox", { name: "Tag" }).selectOption("");
    await page.getByRole("combobox", { name: "Order" }).selectOption("golden");
    expect(await textOf(rowsOf(page).first())).toContain("ticket-00001");
    await page.context().close();
  });

  it("draws of 10,000 cases only what is seen", async () => {
    const { page } = await open(sampledReport(10_000), { hash: "#triage/ticket-09998" });
    await page.waitForSelector(".case .facts");
    expect(await selectedCase(page)).toBe("ticket-09998");
    expect(await rowsOf(page).count()).toBeLessThan(60);
    await page.getByRole("combobox", { name: "Order" }).selectOption("golden");
    await page.locator(".case-list").evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await rowsOf(page).filter({ hasText: "ticket-10000" }).click();
    expect(await selectedCase(page)).toBe("ticket-10000");
    expect(await rowsOf(page).count()).toBeLessThan(60);
    await page.context().close();
  });

  it("takes hostile texts for what they are: nothing runs, nothing is loaded", async () => {
    const text = (index: number): string => hostileTexts[index] ?? "";
    const hostile = sampledReport(hostileTexts.length, { output: text, id: (index) => `${index} ${text(index)}` });
    for (const sampled of [hostile, bare(sampleReports["hostile"] as Report)]) {
      const { page, events } = await open(sampled);
      for (const _ of sampled.report.prompts[0]?.cases ?? []) await page.keyboard.press("j");
      const foreign = await page.evaluate(
        `[...document.querySelectorAll("body *")].filter((each) => ["IMG", "IFRAME", "OBJECT", "EMBED", "LINK", "META", "BASE", "VIDEO", "AUDIO"].includes(each.tagName) || [...each.attributes].some(({ name }) => name.startsWith("on"))).map((each) => each.outerHTML)`,
      );
      expect(foreign).toEqual([]);
      expect(await page.evaluate("document.scripts.length")).toBe(4);
      const shown = (await page.evaluate("document.getElementById('page').textContent")) as string;
      expect(shown).not.toMatch(/(?![\n\t])\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u);
      expect(events).toEqual([]);
      await page.context().close();
    }
  });

  it("would not run a script or load an image that got in: its policy allows its own script alone", async () => {
    const { page, events } = await open(sampledReport(7));
    await page.evaluate(
      `document.body.insertAdjacentHTML("beforeend", '<img src="https://evil.example/x.png" onerror="alert(1)">');
       const script = document.createElement("script"); script.textContent = "alert(2)"; document.body.append(script);`,
    );
    await page.waitForFunction("document.images[0].complete");
    expect(events.filter((event) => event.startsWith("dialog"))).toEqual([]);
    expect(events.filter((event) => event.includes("Content Security Policy")).length).toBeGreaterThanOrEqual(2);
    await page.context().close();
  });

  it("shows each vote on a pair, and in which order the judge saw the versions", async () => {
    const sampled = sampledReport(3);
    const votes = (["baseline", "candidate"] as const).map((first) => ({
      model: "openai/gpt-5",
      choice: first,
      why: `${first} greets.`,
      first,
    }));
    const paired = sampled.lines.map((line) => {
      const { opinions: _opinions, ...sample } = JSON.parse(line);
      const pair = { helpful: { asked: 1, agreeing: 0, votes } };
      return JSON.stringify(sample.trial === 0 ? { ...sample, opinions: pair } : { ...sample, scores: {} });
    });
    const { page } = await open({ ...sampled, lines: paired }, { hash: "#triage/ticket-00003" });
    await page.getByRole("button", { name: "Trial 2" }).click();
    const scores = page.locator(".case .scores tbody");
    expect(await textOf(scores)).toMatch(/helpful\s+0\.9\s+0\.2\s+both versions: both orders agree 0 of 1 times/);
    expect(await scores.locator("li").allInnerTexts()).toEqual([
      "baseline (baseline shown first): baseline greets.",
      "candidate (candidate shown first): candidate greets.",
    ]);
    await page.context().close();
  });

  it("lists and orders by another score", async () => {
    const { report, lines } = sampledReport(14);
    const [prompt] = report.prompts as [PromptReport];
    const cases = prompt.cases.map((entry, index) => ({
      ...entry,
      scores: { ...entry.scores, brief: { baseline: 1, candidate: index === 8 ? 0 : 1 } },
    }));
    const { page } = await open({ report: { ...report, prompts: [{ ...prompt, cases }] }, lines });
    await page.getByRole("combobox", { name: "Score" }).selectOption("brief");
    await page.getByRole("combobox", { name: "Order" }).selectOption("difference");
    expect((await textOf(rowsOf(page).first())).split("\n").join(" ")).toMatch(/^ticket-00009 .*1 → 0$/);
    await page.context().close();
  });

  it("is dark where the system is, and prints every prompt with its worst cases", async () => {
    const sampled = sampledReport(7);
    const [prompt] = sampled.report.prompts as [PromptReport];
    const prompts = [
      prompt,
      { ...prompt, name: "second" },
      { ...prompt, name: "third", verdict: "unchanged" as const },
    ];
    const { page } = await open({ ...sampled, report: { ...sampled.report, prompts } }, { dark: true });
    const ground = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
    expect(await ground()).toBe("rgb(16, 19, 22)");
    await page.emulateMedia({ media: "print" });
    expect(await ground()).toBe("rgb(255, 255, 255)");
    const paper = page.locator(".printed-prompt");
    await paper.first().waitFor();
    expect(await page.locator(".toolbar").isVisible()).toBe(false);
    expect(await page.locator(".case").isVisible()).toBe(false);
    expect(await paper.locator("h2").allInnerTexts()).toEqual(["triage", "second"]);
    expect(await page.getByRole("navigation").isVisible()).toBe(true);
    expect(await textOf(paper.first())).toMatch(
      /Cases that got worse, failed or have no score[\s\S]*ticket-00003[\s\S]*helpful 0\.9\s→\s0\.2/,
    );
    await page.emulateMedia({ media: "screen" });
    await page.locator(".case").waitFor();
    expect(await paper.count()).toBe(0);
    await page.context().close();
  });
});
