import { readYaml } from "../../source/yaml.ts";
import { decodePrompt } from "../decode-prompt.ts";
import { readPrompt } from "../keys/read-prompt.ts";
import type { PromptFormat } from "../prompt-format.ts";

const endings = [".prompt.yml", ".prompt.yaml"];

/** GitHub's prompt files, whole. */
export const promptYmlFormat: PromptFormat = {
  endings,
  description: "GitHub's prompt files: messages, model, parameters, response format, test data and evaluators in YAML",
  parse(path, source, includes) {
    const text = decodePrompt(path, source);
    return [readPrompt({ path, endings, text, yaml: readYaml(path, text), body: null, includes })];
  },
};
