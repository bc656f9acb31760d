import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const knownPlaces = [
  process.env["CHROMIUM"],
  chromium.executablePath(),
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const executable = knownPlaces.find((path) => path !== undefined && path !== "" && existsSync(path));

/**
 * Whether there is no browser to test pages in. Where one is required, as in the project's own workflow, its absence fails
 * the tests instead of skipping them.
 */
export const noBrowser = executable === undefined && process.env["REQUIRE_BROWSER"] !== "1";

if (noBrowser) process.stderr.write("Skipped: no Chromium was found to test pages in; name one in CHROMIUM.\n");

export function launchBrowser(): Promise<Browser> {
  if (executable === undefined) throw new Error("no Chromium was found; name one in CHROMIUM");
  return chromium.launch({ executablePath: executable });
}
