import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { afterAll } from "vitest";
import type { Reply } from "../../../src/model.ts";
import { createReply } from "../../../src/models/reply.ts";
import type { BaselineTrial } from "../../../src/run/store/baselines.ts";
import { openStore, type Store, type StoreOptions } from "../../../src/run/store/open-store.ts";
import type { StoredSample } from "../../../src/run/store/samples.ts";
import type { StoredVerdict } from "../../../src/run/store/verdicts.ts";
import { canonicalHash } from "../../../src/source/json.ts";

export const secret = new Uint8Array(32).fill(7);
export const noon = new Date("2026-03-01T12:00:00.000Z");

const root = mkdtempSync(join(tmpdir(), "assay-store-"));
let folders = 0;
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A path in a folder of this test file; nothing is there yet. */
export function newPath(): string {
  return join(root, String(++folders));
}

/** Opens a store at noon, under the same secret each time. */
export function open(directory: string, options: Partial<StoreOptions> = {}): Store {
  return openStore(directory, { now: () => noon, secret, ...options });
}

/** Opens, uses and closes. */
export function withStore<Result>(
  directory: string,
  use: (store: Store) => Result,
  options?: Partial<StoreOptions>,
): Result {
  const store = open(directory, options);
  try {
    return use(store);
  } finally {
    store.close();
  }
}

/** The segments of one kind, oldest first. */
export function segmentsOf(directory: string, kind = "samples"): readonly string[] {
  const folder = join(directory, kind);
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
}

export function reply(text: string): Reply {
  return createReply(text, { tokens: { input: 12 }, model: "small-2026-02-01" });
}

/** The key of the n-th sample. */
export function keyOf(number: number | string): string {
  return canonicalHash({ number });
}

export function sample(number: number | string, text = `answer ${number}`): StoredSample {
  return {
    key: keyOf(number),
    case: `case-${number}`,
    trial: 0,
    draw: "compare",
    model: "openai/small",
    fingerprint: canonicalHash("version"),
    at: noon.toISOString(),
    latencyMs: 41.5,
    reply: reply(text),
  };
}

export function trial(fields: Partial<BaselineTrial> = {}): BaselineTrial {
  return {
    fingerprint: canonicalHash("version"),
    caseHash: canonicalHash("case"),
    case: "one",
    trial: 0,
    draw: "baseline:2026-03-01",
    at: noon.toISOString(),
    latencyMs: 10,
    reply: reply("stored"),
    ...fields,
  };
}

export function verdict(fields: Partial<StoredVerdict> = {}): StoredVerdict {
  return {
    key: keyOf("verdict"),
    scope: "pull/7 prompts/triage.prompt.yml",
    verdict: "regression",
    comparisons: [{ metric: "exact", difference: -0.2 }],
    summary: { sentence: "got worse" },
    at: noon.toISOString(),
    ...fields,
  };
}

/** The store as a module for processes of their own, which run JavaScript only. */
export async function bundleStore(): Promise<string> {
  const folder = newPath();
  const file = join(folder, "store.mjs");
  const entry = "\0store";
  const source = (name: string) => JSON.stringify(join(import.meta.dirname, "../../../src/run/store", name));
  const bundle = await rolldown({
    input: entry,
    platform: "node",
    plugins: [
      {
        name: "store",
        resolveId: (id) => (id === entry ? id : null),
        load: (id) =>
          id === entry ? `export * from ${source("open-store.ts")};\nexport * from ${source("secret.ts")};` : null,
      },
    ],
  });
  await bundle.write({ file, format: "esm", codeSplitting: false });
  await bundle.close();
  // Other users have to reach it, too.
  chmodSync(root, 0o755);
  chmodSync(folder, 0o755);
  return file;
}

/** Starts a process with this script; the bundle is its first argument. */
export function start(
  script: string,
  args: readonly string[],
  options: { readonly flags?: readonly string[]; readonly uid?: number } = {},
): {
  readonly child: ChildProcess;
  readonly finished: Promise<{ readonly output: string; readonly code: number | null }>;
} {
  const child = spawn(
    process.execPath,
    [...(options.flags ?? []), "--input-type=module", "--eval", script, "--", ...args],
    { stdio: ["ignore", "pipe", "inherit"], cwd: "/", ...(options.uid === undefined ? {} : { uid: options.uid }) },
  );
  let output = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const finished = new Promise<{ output: string; code: number | null }>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ output, code }));
  });
  return { child, finished };
}
