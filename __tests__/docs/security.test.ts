import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readDefences } from "../../scripts/defences.ts";

const root = new URL("../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");
const attacks = readdirSync(new URL("__tests__/attacks/", root)).filter((name) => name.endsWith(".test.ts"));
const page = read("docs/security.md");

describe.each(attacks)("the attack %s", (name) => {
  const text = read(`__tests__/attacks/${name}`);

  test("is named by the page on security", () => {
    expect(page).toContain(`](../__tests__/attacks/${name})`);
  });

  // That it fails without them is shown by `npm run defences`.
  test("says on which lines it rests, and each stands once where it says", () => {
    const defences = readDefences(text);
    expect(defences).not.toEqual([]);
    for (const { file, line } of defences) expect([line, read(file).split(line).length - 1]).toEqual([line, 1]);
  });
});

test("the page names no attack that is not there", () => {
  for (const [, name = ""] of page.matchAll(/__tests__\/attacks\/([\w.-]+)\)/g)) expect(attacks).toContain(name);
});

test("SECURITY.md leads to it", () => {
  expect(read("SECURITY.md")).toContain("](docs/security.md)");
  expect(page).toContain("](../SECURITY.md)");
});
