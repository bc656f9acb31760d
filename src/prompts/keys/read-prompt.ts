import { throwProblems } from "../../errors.ts";
import type { Problem, PromptFile } from "../../model.ts";
import type { YamlSource } from "../../source/yaml.ts";
import { leakedAnswers, type Region, variableUses, type WrittenMessage } from "../variable-uses.ts";
import { Entry, type Reading } from "./entry.ts";
import { readEvaluators } from "./evaluators.ts";
import { readMessages } from "./messages.ts";
import { readParameters } from "./parameters.ts";
import { readName } from "./prompt-name.ts";
import { readResponseFormat } from "./response-format.ts";
import { readTools } from "./tools.ts";

/** What is looked up in every case; a prompt of people's making has a handful. */
const variableLimit = 1000;

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
}

/** Reads the keys of a prompt file. Throws one UserError with all mistakes. */
export function readPrompt({ path, endings, text, yaml, body }: PromptSource): PromptFile {
  const reading: Reading = { text, yaml, problems: [], warnings: [] };
  const file = new Entry(reading, yaml.value ?? {});
  if (file.mapOf(knownKeys) === null) throwProblems(reading.problems);
  const optionalText = (key: string) => (file.at(key).exists ? file.at(key).text() : null);
  const name = readName(path, endings, file.at("name"));
  const model = optionalText("model");
  const messages = body === null ? readMessages(file.at("messages")) : readBody(file, body, reading.problems);
  const variables = variableUses(messages);
  if (variables.length > variableLimit) file.complain(`the prompt has more than ${variableLimit} variables`);
  else reading.problems.push(...leakedAnswers(variables));
  const prompt: PromptFile = {
    path,
    name,
    named: file.at("name").exists,
    description: optionalText("description"),
    configuration: {
      messages: messages.map(({ role, content }) => ({ role, content })),
      model,
      parameters: readParameters(file.at("modelParameters")),
      format: readResponseFormat(file),
      tools: readTools(file.at("tools")),
      included: {},
    },
    variables,
    modelPlace: model === null ? { path, line: 1 } : file.at("model").place,
    testData: file.at("testData").exists
      ? file
          .at("testData")
          .items()
          .map(({ value, place }) => ({ value: value ?? null, place }))
      : [],
    ...readEvaluators(file.at("evaluators")),
    warnings: reading.warnings,
  };
  throwProblems(reading.problems.sort((one, other) => (one.place?.line ?? 0) - (other.place?.line ?? 0)));
  return prompt;
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
