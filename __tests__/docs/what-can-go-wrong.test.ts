import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** Pages for users; decisions are records. */
const pages = ["docs", "docs/workflows"].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name)),
);

describe("pages of the documentation", () => {
  it.each(pages)("%s ends with what can go wrong", (page) => {
    const headings = readFileSync(page, "utf8").match(/^## .*$/gm);
    expect(headings?.at(-1)).toMatch(/^## What can go wrong/);
  });

  it.each([...pages, "README.md"])("%s links to files and headings that are there", (page) => {
    const text = readFileSync(page, "utf8");
    const broken = [...text.matchAll(/\](?:\(|: )([^)\s]+)/g)]
      .map(([, target = ""]) => target)
      .filter((target) => !/^https?:/.test(target) && !leadsSomewhere(page, target));
    expect(broken).toEqual([]);
  });
});

function leadsSomewhere(page: string, target: string): boolean {
  const [path = "", heading] = target.split("#");
  const file = path === "" ? page : join(page, "..", path);
  if (!existsSync(file)) return false;
  if (heading === undefined) return true;
  return (readFileSync(file, "utf8").match(/^#+ .*$/gm) ?? []).some((line) => anchorOf(line) === heading);
}

/** As GitHub makes it. */
function anchorOf(heading: string): string {
  return heading
    .replace(/^#+ /, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}
