import { readFileSync } from "node:fs";

/** Texts that try to leave their place in Markdown, HTML, a terminal, a log or a file that the runner reads. */
export const hostileTexts: readonly string[] = JSON.parse(
  readFileSync(new URL("../../fixtures/hostile/strings.json", import.meta.url), "utf8"),
) as string[];
