import { throwProblems } from "../../errors.ts";
import type { CallConfiguration, Place, PromptFile, Row } from "../../model.ts";
import { type FindPartial, includePartials } from "../include-partials.ts";
import { inspectTexts } from "../inspect-messages.ts";
import type { Includes } from "../prompt-format.ts";
import { leakedAnswers, type WrittenMessage } from "../variable-uses.ts";
import type { Entry, Reading } from "./entry.ts";
import { readEvaluators } from "./evaluators.ts";
import { readGoldenPath, readScorers, readSemanticVersion } from "./own-keys.ts";
import { readName } from "./prompt-name.ts";

/** What is looked up in every case; a prompt of people's making has a handful. */
const variableLimit = 1000;

/** A prompt file whose keys of its own format have been read. */
export interface ReadPrompt {
  readonly path: string;
  readonly endings: readonly string[];
  readonly file: Entry;
  readonly reading: Reading;
  readonly configuration: Omit<CallConfiguration, "messages" | "included" | "partials">;
  readonly messages: readonly WrittenMessage[];
  /** Variables that need no value, whatever the template says of them. */
  readonly optional?: ReadonlySet<string>;
  readonly testData: readonly Row[];
  readonly modelPlace: Place;
  /** Where partials lie; null: the language has none, or the file names none. */
  readonly findPartial: FindPartial | null;
  /** The text of a partial's file, without what stands before it. */
  readonly stripPartial?: (text: string) => { readonly text: string; readonly offset: number };
  readonly includes: Includes;
  /** Files from which values of the configuration were read; absent: none. */
  readonly shared?: Readonly<Record<string, string>>;
}

/** Reads what all formats share, and puts the prompt together. Throws one UserError with all mistakes, in their order. */
export function finishPrompt(read: ReadPrompt): PromptFile {
  const { path, file, reading, configuration, messages } = read;
  const inspected = inspectTexts(messages, configuration.template);
  const included = includePartials(path, read.findPartial === null ? [] : inspected.partials, read.includes, {
    language: configuration.template,
    find: read.findPartial ?? (() => []),
    strip: read.stripPartial ?? ((text) => ({ text: text.replace(/\n$/, ""), offset: 0 })),
  });
  reading.problems.push(...inspected.problems, ...included.problems);
  const isEmpty = messages.every(({ content }) => content.trim() === "");
  if (isEmpty && reading.problems.length === 0) {
    reading.problems.push({ message: "the prompt is empty", hint: "A prompt has a text.", place: { path, line: 1 } });
  }
  const given = new Set([...Object.keys(configuration.defaults ?? {}), ...(read.optional ?? [])]);
  const variables = new Map(
    [...included.variables, ...inspected.variables].map((use) => [
      use.name,
      given.has(use.name.split(".")[0] ?? "") ? { ...use, optional: true } : use,
    ]),
  );
  if (variables.size > variableLimit) file.complain(`the prompt has more than ${variableLimit} variables`);
  else reading.problems.push(...leakedAnswers([...variables.values()]));
  const { evaluators, notRun } = readEvaluators(file.at("evaluators"));
  const { defaults, ...rest } = configuration;
  const shared = read.shared ?? {};
  const prompt: PromptFile = {
    path,
    name: readName(path, read.endings, file.at("name")),
    named: file.at("name").exists,
    description: file.at("description").exists ? file.at("description").text() : null,
    configuration: {
      messages: messages.map(({ role, content }) => ({ role, content })),
      ...rest,
      included: included.included,
      ...(defaults === undefined || Object.keys(defaults).length === 0 ? {} : { defaults }),
      ...(Object.keys(included.partials).length === 0 ? {} : { partials: included.partials }),
    },
    variables: [...variables.values()],
    modelPlace: read.modelPlace,
    testData: read.testData,
    evaluators: [...evaluators, ...readScorers(file.at("scorers"))],
    notRun,
    inclusions: {
      ...Object.fromEntries(Object.keys(shared).map((each) => [each, [path, each]])),
      ...included.inclusions,
    },
    ...(Object.keys(shared).length === 0 ? {} : { shared }),
    semanticVersion: readSemanticVersion(file.at("version")),
    golden: readGoldenPath(file.at("golden"), path),
    warnings: reading.warnings,
  };
  throwProblems(reading.problems.sort((one, other) => (one.place?.line ?? 0) - (other.place?.line ?? 0)));
  return prompt;
}
