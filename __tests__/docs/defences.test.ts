import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readDefences } from "../../scripts/defences.ts";

const root = resolve(import.meta.dirname, "..", "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const attacks = readdirSync(join(root, "__tests__", "attacks")).filter((name) => name.endsWith(".test.ts"));

/** That a test fails without its line is shown by `npm run defences`; here, that the line is still there. */
describe.each(attacks)("%s", (name) => {
  const defences = readDefences(read(`__tests__/attacks/${name}`));

  it("names the lines that it rests on, and each stands once where it says", () => {
    expect(defences).not.toEqual([]);
    for (const { file, line } of defences) expect([line, read(file).split(line).length - 1]).toEqual([line, 1]);
  });

  it("is named in the threat model", () => {
    expect(read("docs/security.md")).toContain(`(../__tests__/attacks/${name})`);
  });
});
