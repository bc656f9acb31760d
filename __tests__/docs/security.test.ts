import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const root = new URL("../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");
const attacks = readdirSync(new URL("__tests__/attacks/", root)).filter((name) => name.endsWith(".test.ts"));
const page = read("docs/security.md");

describe.each(attacks)("the attack %s", (name) => {
  const text = read(`__tests__/attacks/${name}`);

  test("is named by the page on security", () => {
    expect(page).toContain(`](../__tests__/attacks/${name})`);
  });

  test("says on which lines it rests, and those are there", () => {
    expect(text).toMatch(/^\s*\*\s*(?:Lines? of defence)/m);
    const [, comment = ""] = /Lines? of defence([\s\S]*?)\*\//.exec(text) ?? [];
    const folded = comment.replaceAll(/\n\s*\*\s*/g, " ");
    const files = [...folded.matchAll(/src\/[\w./-]+/g)].map(([path]) => path.replace(/[.,:]+$/, ""));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect([file, existsSync(new URL(file, root))]).toEqual([file, true]);
    const sources = files.filter((file) => file.endsWith(".ts")).map(read);
    for (const [, word = ""] of folded.matchAll(/`(\w+)`/g)) {
      expect([word, sources.some((source) => source.includes(word)) || page.includes(word)]).toEqual([word, true]);
    }
  });
});

test("the page names no attack that is not there", () => {
  for (const [, name = ""] of page.matchAll(/__tests__\/attacks\/([\w.-]+)\)/g)) expect(attacks).toContain(name);
});

test("SECURITY.md leads to it", () => {
  expect(read("SECURITY.md")).toContain("](docs/security.md)");
  expect(page).toContain("](../SECURITY.md)");
});
