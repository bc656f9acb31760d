import { readYaml } from "../../source/yaml.ts";
import { decodePrompt } from "../decode-prompt.ts";
import { splitFrontMatter } from "../front-matter.ts";
import { readPrompt } from "../keys/read-prompt.ts";
import type { PromptFormat } from "../prompt-format.ts";

const endings = [".prompt.md", ".prompt.txt", ".md", ".txt"];

/** Plain text: the whole file is one user message, but for front matter with the other keys. */
export const textFormat: PromptFormat = {
  endings,
  description: "plain text or Markdown, one user message; the other keys of a prompt file as YAML front matter",
  parse(path, source, includes) {
    const { frontMatter, lineOffset, body } = splitFrontMatter(path, decodePrompt(path, source));
    const yaml = readYaml(path, frontMatter, lineOffset);
    return [readPrompt({ path, endings, text: frontMatter, yaml, body, includes })];
  },
};
