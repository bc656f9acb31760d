import { throwProblems } from "../../errors.ts";
import type { Problem, PromptFile } from "../../model.ts";
import type { YamlSource } from "../../source/yaml.ts";
import type { Includes } from "../prompt-format.ts";
import type { Region, WrittenMessage } from "../variable-uses.ts";
import { Entry, type Reading } from "./entry.ts";
import { finishPrompt } from "./finish-prompt.ts";
import { readMessages } from "./messages.ts";
import { readPartialPaths } from "./own-keys.ts";
import { readParameters } from "./parameters.ts";
import { readResponseFormat } from "./response-format.ts";
import { readTools } from "./tools.ts";

const knownKeys = [
  "name",
  "description",
  "model",
  "modelParameters",
  "messages",
  "responseFormat",
  "jsonSchema",
  "tools",
  "testData",
  "evaluators",
  // Our own, beside those of GitHub's format.
  "version",
  "partials",
  "golden",
  "scorers",
];

/** A prompt file, split into the keys that every format has and the text that some have beside them. */
export interface PromptSource {
  readonly path: string;
  readonly endings: readonly string[];
  /** The text that `yaml` was read from. */
  readonly text: string;
  readonly yaml: YamlSource;
  /** The text beside the keys, one user message; null where the format has no such thing. */
  readonly body: Region | null;
  readonly includes: Includes;
}

/** Reads the keys of a prompt file. Throws one UserError with all mistakes. */
export function readPrompt({ path, endings, text, yaml, body, includes }: PromptSource): PromptFile {
  const reading: Reading = { text, yaml, problems: [], warnings: [] };
  const file = new Entry(reading, yaml.value ?? {});
  if (file.mapOf(knownKeys) === null) throwProblems(reading.problems);
  const model = file.at("model").exists ? file.at("model").text() : null;
  const messages = body === null ? readMessages(file.at("messages")) : readBody(file, body, reading.problems);
  const partials = readPartialPaths(file.at("partials"), path);
  return finishPrompt({
    path,
    endings,
    file,
    reading,
    configuration: {
      model,
      parameters: readParameters(file.at("modelParameters")),
      format: readResponseFormat(file),
      tools: readTools(file.at("tools")),
    },
    messages,
    testData: file.at("testData").exists
      ? file
          .at("testData")
          .items()
          .map(({ value, place }) => ({ value: value ?? null, place }))
      : [],
    modelPlace: model === null ? { path, line: 1 } : file.at("model").place,
    findPartial: partials === null ? null : (name) => (Object.hasOwn(partials, name) ? [partials[name] ?? ""] : []),
    includes,
  });
}

function readBody(file: Entry, body: Region, problems: Problem[]): readonly WrittenMessage[] {
  const empty = body.text.trim() === "";
  if (file.at("messages").exists) {
    if (!empty) {
      file.at("messages").complain("the file has both messages and a text", "Make the text one of the messages.");
    }
    return readMessages(file.at("messages"));
  }
  if (empty) {
    const hint = "The text of the file is the prompt.";
    problems.push({ message: "the prompt is empty", hint, place: body.placeAt(0) });
  }
  return [{ role: "user", content: body.text, region: body }];
}
