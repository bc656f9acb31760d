import { isObject } from "../../source/json.ts";
import { readYaml } from "../../source/yaml.ts";
import { decodePrompt } from "../decode-prompt.ts";
import { splitFrontMatter } from "../front-matter.ts";
import { Entry, type Reading } from "../keys/entry.ts";
import { finishPrompt } from "../keys/finish-prompt.ts";
import { readInputs } from "../keys/prompty-inputs.ts";
import { readPromptyModel } from "../keys/prompty-model.ts";
import { readSamples } from "../keys/prompty-samples.ts";
import { readSharedValues } from "../keys/shared-values.ts";
import type { PromptFormat } from "../prompt-format.ts";
import { splitAtRoleLines } from "../templates/role-lines.ts";

const endings = [".prompty"];

const knownKeys = [
  ...["name", "displayName", "description", "version", "authors", "tags", "metadata", "base"],
  ...["model", "inputs", "outputs", "sample", "template", "tools"],
  ...["golden", "scorers", "evaluators", "testData"],
];

/** Prompty, version 1 as repositories hold it and version 2. `${env:…}` is never read, `${file:…}` only within the repository. */
export const promptyFormat: PromptFormat = {
  endings,
  description:
    "Prompty, versions 1 and 2: front matter, and a body in Jinja whose lines `system:`, `user:` begin messages",
  parse(path, source, includes) {
    const { frontMatter, lineOffset, body } = splitFrontMatter(path, decodePrompt(path, source));
    const reading: Reading = {
      text: frontMatter,
      yaml: readYaml(path, frontMatter, lineOffset),
      problems: [],
      warnings: [],
    };
    const written = new Entry(reading, reading.yaml.value ?? {});
    const { value, shared } = readSharedValues(written, ["model", "inputs", "outputs", "tools"], path, includes);
    const file = written.value === undefined || isObject(written.value) ? new Entry(reading, value) : written;
    for (const [key, entry] of file.entries()) {
      if (!knownKeys.includes(key)) entry.warn(`${key} is not read`, "It is no key of Prompty that changes the call.");
    }
    const { model, parameters, format, tools } = readPromptyModel(file.at("model"), file.at("tools"));
    const { defaults, optional } = readInputs(file.at("inputs"));
    const language = readLanguage(file.at("template"));
    const messages =
      language === "jinja"
        ? [{ role: "system" as const, content: body.text, region: body }]
        : splitAtRoleLines(body, "system");
    return [
      finishPrompt({
        path,
        endings,
        file,
        reading,
        configuration: { model, parameters, format, tools, template: language, defaults },
        messages,
        optional,
        testData: [
          ...readSamples(file.at("sample"), path, includes),
          ...readSamples(file.at("testData"), path, includes),
        ],
        modelPlace: file.at("model").exists ? file.at("model").place : { path, line: 1 },
        findPartial: null,
        includes,
        shared,
      }),
    ];
  },
};

/** `template: jinja2`, `template: { type: mustache }` or version 2's `template: { format: { kind: … } }`. */
function readLanguage(entry: Entry): "jinja" | "mustache" {
  const written = [entry.at("format").at("kind"), entry.at("format"), entry.at("type"), entry].find(
    ({ value }) => typeof value === "string",
  );
  if (written === undefined || written.value === "jinja2" || written.value === "jinja") return "jinja";
  if (written.value === "mustache") return "mustache";
  written.complain(`the template language ${written.value} is not known`, "It is one of jinja2, mustache.");
  return "jinja";
}
