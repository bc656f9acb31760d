import { LineCounter } from "yaml";
import { UserError } from "../../errors.ts";
import { readYaml } from "../../source/yaml.ts";
import { decodePrompt } from "../decode-prompt.ts";
import { readPrompt } from "../keys/read-prompt.ts";
import type { PromptFormat } from "../prompt-format.ts";
import type { Region } from "../variable-uses.ts";

const endings = [".prompt.md", ".prompt.txt", ".md", ".txt"];

/** The front matter's last line; its first is `---` alone on the file's first line. */
const closingFence = /^---[ \t]*$/m;
const openingFence = /^---[ \t]*\n/;

/** Plain text: the whole file is one user message, but for front matter with the other keys. */
export const textFormat: PromptFormat = {
  endings,
  description: "plain text or Markdown, one user message; the other keys of a prompt file as YAML front matter",
  parse(path, source) {
    const { frontMatter, body } = split(path, decodePrompt(path, source));
    // The front matter begins on the second line.
    const yaml = readYaml(path, frontMatter, 1);
    return readPrompt({ path, endings, text: frontMatter, yaml, body });
  },
};

function split(path: string, whole: string): { frontMatter: string; body: Region } {
  const opening = openingFence.exec(whole)?.[0];
  if (opening === undefined) return { frontMatter: "", body: regionFrom(path, whole, 0) };
  const closing = closingFence.exec(whole.slice(opening.length));
  if (closing === null) {
    throw new UserError({
      message: "the front matter is not closed",
      hint: "End it with a line of --- alone, or let the file not begin with one.",
      place: { path, line: 1 },
    });
  }
  const end = opening.length + closing.index;
  return {
    frontMatter: whole.slice(opening.length, end),
    body: regionFrom(path, whole, Math.min(whole.length, end + closing[0].length + 1)),
  };
}

/** The body is kept as it is, but for the one line end that every editor puts last. */
function regionFrom(path: string, whole: string, start: number): Region {
  const end = whole.endsWith("\n") && whole.length > start ? whole.length - 1 : whole.length;
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of whole.matchAll(/\n/g)) lines.addNewLine(index + 1);
  return {
    text: whole.slice(start, end),
    placeAt(offset) {
      const { line, col } = lines.linePos(start + offset);
      return { path, line, column: col };
    },
  };
}
