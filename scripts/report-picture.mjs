// Pictures of the page that the demo writes, for README.md and docs/report.md: npm run pictures
// It takes a Chromium: the one in CHROMIUM, or /usr/bin/chromium.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const pictures = fileURLToPath(new URL("../docs/pictures/", import.meta.url));
const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "report-picture-"));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium" });
try {
  execFileSync(process.execPath, [cli, "demo"], { env: { ...process.env, TMPDIR: folder }, stdio: "ignore" });
  const [demo] = readdirSync(folder);
  const address = pathToFileURL(join(folder, demo, "reports", "report.html")).href;
  for (const [name, colorScheme, hash, height] of [
    ["report", "light", "", 1000],
    ["report-dark", "dark", "", 1000],
    ["report-case", "light", "#triage/two-topics-32", 720],
  ]) {
    const page = await browser.newPage({ viewport: { width: 1200, height }, colorScheme });
    await page.goto(address + hash);
    await page.waitForSelector(".case .facts");
    if (hash !== "") {
      await page.locator(".messages summary").click();
      await page.locator(".case-section").evaluate((section) => section.scrollIntoView());
    }
    await page.screenshot({ path: join(pictures, `${name}.png`) });
    await page.close();
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
