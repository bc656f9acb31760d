// The report's page at so many cases: how long it takes to write and how large it is, without its data and with; and in a
// browser, until the first paint and until the script has drawn it, the least of some runs.
// Usage: node bench/report-page.mjs [cases] [runs]; a Chromium is named in CHROMIUM, or `chromium` in PATH.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { rolldown } from "rolldown";
import { cli, table } from "./support.mjs";

const [cases, runs] = [10_000, 5].map((usual, i) => Number(process.argv[2 + i] ?? usual));
const folder = mkdtempSync(join(tmpdir(), "report-page-"));

/** The cases of the page's own tests. */
async function makeReport() {
  const input = fileURLToPath(new URL("../__tests__/page/sampled-report.ts", import.meta.url));
  const bundle = await rolldown({ input, platform: "node", external: [/^virtual:/], logLevel: "silent" });
  const file = join(folder, "sampled-report.mjs");
  await bundle.write({ file, format: "esm", codeSplitting: false });
  await bundle.close();
  const { sampledReport } = await import(pathToFileURL(file).href);
  const { report, lines } = sampledReport(cases);
  const samples = `${lines.join("\n")}\n`;
  const sha256 = createHash("sha256").update(samples).digest("hex");
  writeFileSync(join(folder, "report.samples.jsonl"), samples);
  writeFileSync(join(folder, "report.json"), JSON.stringify({ ...report, samples: { ...report.samples, sha256 } }));
}

function render(...from) {
  const started = performance.now();
  const page = execFileSync(process.execPath, [cli, "render", ...from, "--format", "html"], { maxBuffer: 1 << 29 });
  return { page, seconds: (performance.now() - started) / 1000 };
}

/** Milliseconds from the start of the navigation. */
async function open(browser, file) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(pathToFileURL(file).href);
  await page.waitForSelector(".case-row");
  const paint = await page.evaluate(
    () =>
      new Promise((tell) => {
        new PerformanceObserver((list) => tell(list.getEntries().at(-1).startTime)).observe({
          type: "paint",
          buffered: true,
        });
      }),
  );
  const loaded = await page.evaluate(() => performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd);
  await page.close();
  return { paint, loaded };
}

try {
  await makeReport();
  const empty = render(fileURLToPath(new URL("../fixtures/reports/nothing-changed.json", import.meta.url)));
  const { page, seconds } = render(join(folder, "report.json"));
  const file = join(folder, "report.html");
  writeFileSync(file, page);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium" });
  const times = [];
  for (let run = 0; run < runs; run++) times.push(await open(browser, file));
  await browser.close();
  const least = (name) => `${Math.round(Math.min(...times.map((time) => time[name])))} ms`;
  const kilobytes = (bytes) => `${Math.round(bytes / 1000).toLocaleString("en")} kB`;
  process.stdout.write(`${cases} cases, 4 calls each; goals: page without data at most 400 kB, first paint in 1 s\n`);
  process.stdout.write(
    table([
      ["page without data", "samples", "page", "written in", "first paint", "read to its end"],
      [
        kilobytes(empty.page.length),
        kilobytes(statSync(join(folder, "report.samples.jsonl")).size),
        kilobytes(page.length),
        `${seconds.toFixed(1)} s`,
        least("paint"),
        least("loaded"),
      ],
    ]),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
