import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Gives all tests one folder for what they leave, also what they kill on purpose, and removes it behind them. */
export default function shareTemporaryFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "prompt-assay-tests-"));
  const before = { ...process.env };
  // What the system's temporary folder is called on each platform.
  const names = ["TMPDIR", "TEMP", "TMP"];
  for (const name of names) process.env[name] = folder;
  return () => {
    for (const name of names) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
}
