import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "rolldown";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { type Defence, readDefences } from "../scripts/defences.ts";
import { pages } from "../scripts/pages.ts";

const root = resolve(import.meta.dirname, "..");
const folder = join(root, "__tests__", "attacks");
/** Parts of the names of the tests to try, with commas between them; unset: all. */
const wanted = (process.env["DEFENCES"] ?? "").split(",");
const tests = readdirSync(folder).filter(
  (name) => name.endsWith(".test.ts") && wanted.some((part) => name.includes(part)),
);

function node(...words: readonly string[]): number | null {
  return spawnSync(process.execPath, words, { cwd: root, stdio: "ignore" }).status;
}

/** What the tests start; types, licences and the library's entry are no part of it. */
const bundle = () =>
  build({
    input: { action: join(root, "src/action.ts"), cli: join(root, "src/cli.ts") },
    platform: "node",
    plugins: [pages()],
    logLevel: "silent",
    output: { dir: join(root, "dist"), format: "esm", chunkFileNames: "chunks/[name].js" },
  });

let whole: { readonly path: string; readonly text: string } | null = null;
const restore = (): void => {
  if (whole !== null) writeFileSync(whole.path, whole.text);
  whole = null;
};

function takeOut({ file, line, without }: Defence): void {
  const path = join(root, file);
  const text = readFileSync(path, "utf8");
  whole = { path, text };
  writeFileSync(
    path,
    text.replace(line, () => without),
  );
}

afterEach(restore);
afterAll(() => {
  expect(node("node_modules/rolldown/bin/cli.mjs", "-c", "rolldown.config.ts")).toBe(0);
});

/** Each attack succeeds, and its test fails, once a line of its defence is taken out: changes src and dist, and puts them back. */
describe.each(tests)("%s", (name) => {
  const defences = readDefences(readFileSync(join(folder, name), "utf8"));

  it.each(defences)("fails without $line in $file", async (defence) => {
    takeOut(defence);
    await bundle();
    const words = ["run", "--bail=1", "--maxWorkers=1", `__tests__/attacks/${name}`];
    expect(node("node_modules/vitest/vitest.mjs", ...words)).toBe(1);
  });
});
