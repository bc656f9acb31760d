import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the system's temporary folder is called on each platform. */
const names = ["TMPDIR", "TEMP", "TMP"];
let folder = "";

/** Gives all tests one folder for what they leave, also what they kill on purpose. */
export function setup(): void {
  folder = mkdtempSync(join(tmpdir(), "prompt-assay-tests-"));
  // Tests also act as another user.
  chmodSync(folder, 0o755);
  for (const name of names) process.env[name] = folder;
}

/** Removes it behind them. */
export function teardown(): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
