import { throwProblems, UserError } from "../../errors.ts";
import type { PromptFile, VariableUse } from "../../model.ts";
import { readYaml } from "../../source/yaml.ts";
import { decodePrompt } from "../decode-prompt.ts";
import { Entry, type Reading } from "../keys/entry.ts";
import { finishPrompt } from "../keys/finish-prompt.ts";
import type { PromptFormat } from "../prompt-format.ts";
import { createNames } from "../promptfoo/names.ts";
import { planCalls } from "../promptfoo/planned-calls.ts";
import { readPrompts, type WrittenPrompt } from "../promptfoo/prompts.ts";
import { mergeCalls, noCall, readProviders, type WrittenProvider } from "../promptfoo/providers.ts";
import { ConfigReading } from "../promptfoo/reading.ts";
import { type TestRows, toRows } from "../promptfoo/rows.ts";
import { Spot } from "../promptfoo/spot.ts";
import { type ReadTest, readTests } from "../promptfoo/tests.ts";
import { noteUnknownKeys } from "../promptfoo/unknown-keys.ts";

const names = ["promptfooconfig.yaml", "promptfooconfig.yml", "promptfooconfig.json"];

/** promptfoo's configuration: its prompts, each with the tests as golden set and the assertions as scorers. */
export const promptfooFormat: PromptFormat = {
  endings: [...names, ".yaml", ".yml", ".json"],
  byItself: names,
  description: "promptfoo's configuration: prompts, providers, tests and assertions; programs in it are never run",
  recognises: (text) =>
    /^["']?prompts["']?\s*:/m.test(text)
      ? /^["']?(?:providers|targets|tests|scenarios|defaultTest)["']?\s*:/m.test(text)
      : /"prompts"\s*:/.test(text) && /"(?:providers|targets|tests)"\s*:/.test(text),
  parse(path, source, includes) {
    const text = decodePrompt(path, source);
    const reading: Reading = { text, yaml: readYaml(path, text), problems: [], warnings: [] };
    const file = new Entry(reading, reading.yaml.value ?? {});
    const root = new Spot(reading.yaml.value ?? {}, reading.yaml.place);
    const config = new ConfigReading(path, root, reading, includes);
    noteUnknownKeys(root, config);
    const prompts = readPrompts(file.at("prompts"), config);
    const providers = readProviders(root.at("providers").exists ? root.at("providers") : root.at("targets"), config);
    const tests = readTests(root, config);
    if (prompts.length === 0 && reading.problems.length === 0) {
      file.complain("the configuration has no prompt that is read here", "Programs in it are not run.");
    }
    if (providers.length > 1) {
      const models = providers.flatMap(({ model }) => model ?? []).slice(1);
      const hint =
        models.length === 0 ? "Name one in assay.yml." : `Try the others: compare --models ${models.join(",")}`;
      config.note("of several providers the first that is for a prompt answers", root.at("providers").place, hint);
    }
    const nameOf = createNames();
    const rows = toRows(tests, config);
    const read = prompts.map((prompt, index) => {
      const name = nameOf(prompt.label ?? prompt.stem, index);
      const own = tests.filter((test) => isFor(test.prompts, prompt));
      const provider = providers.find((each) => isFor(each.prompts, prompt)) ?? null;
      // Most often all prompts share all tests.
      const cases = own.length === tests.length ? rows : toRows(own, config);
      return readPrompt({ config, prompt, name, provider, tests: own, cases });
    });
    throwProblems(reading.problems.sort((one, other) => (one.place?.line ?? 0) - (other.place?.line ?? 0)));
    const warnings = config.notes();
    const elsewhere = planCalls({ root, prompts, providers, tests, config, isFor });
    return read
      .filter((prompt) => prompt !== null)
      .map((prompt, index) => ({
        ...prompt,
        notRun: config.notRun,
        warnings: index === 0 ? warnings : [],
        ...(index === 0 && { elsewhere }),
      }));
  },
};

interface Parts {
  readonly config: ConfigReading;
  readonly prompt: WrittenPrompt;
  readonly name: string;
  readonly provider: WrittenProvider | null;
  readonly tests: readonly ReadTest[];
  readonly cases: TestRows;
}

/** One prompt of the configuration; null where it has mistakes, which are told with all others. */
function readPrompt({ config, prompt, name, provider, tests, cases }: Parts): PromptFile | null {
  const { includes } = config;
  const call = mergeCalls(provider?.call ?? noCall, prompt.call);
  const path = `${config.path}#${name}`;
  try {
    const file = finishPrompt({
      path,
      endings: [],
      file: new Entry(config.reading, { name }),
      reading: { ...config.reading, problems: [], warnings: [] },
      configuration: {
        model: provider?.model ?? null,
        parameters: call.parameters,
        format: call.format,
        tools: call.tools,
        template: "nunjucks",
      },
      messages: prompt.messages,
      testData: cases.rows,
      modelPlace: provider?.place ?? prompt.place,
      findPartial: null,
      includes,
    });
    const files = [...new Set(call.files)];
    refuseEnvironment(file, tests, config);
    return {
      ...file,
      named: prompt.label !== null,
      evaluators: cases.evaluators,
      variables: file.variables.map((use) => withOptional(use, tests)),
      configuration: {
        ...file.configuration,
        included: Object.fromEntries(files.map((each) => [each, config.hash(each)])),
      },
      inclusions: Object.fromEntries(files.map((each) => [each, [config.path, each]])),
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    config.reading.problems.push(...error.problems);
    return null;
  }
}

/** Labels and names of files by which tests and providers choose prompts; `group:*` stands for all that begin so. */
function isFor(labels: readonly string[] | null, { label, stem, call }: WrittenPrompt): boolean {
  if (labels === null) return true;
  const known = [label, stem, ...call.files].filter((name) => name !== null);
  return labels.some((wanted) =>
    known.some((name) => name === wanted || (wanted.endsWith("*") && name.startsWith(wanted.slice(0, -1)))),
  );
}

/** In promptfoo a variable without a value is empty. One that no test has at all is a slip of the pen. */
function withOptional(use: VariableUse, tests: readonly ReadTest[]): VariableUse {
  const [root = ""] = use.name.split(".");
  return tests.some(({ vars }) => Object.hasOwn(vars, root)) ? { ...use, optional: true } : use;
}

/** `{{env.NAME}}`: promptfoo would put a secret of the machine into the prompt. */
function refuseEnvironment({ variables }: PromptFile, tests: readonly ReadTest[], config: ConfigReading): void {
  if (tests.some(({ vars }) => Object.hasOwn(vars, "env"))) return;
  for (const { name, place } of variables) {
    if (name.split(".")[0] !== "env") continue;
    config.complain(`{{${name}}} is not read: a prompt does not see the environment`, place, "Give it as a variable.");
  }
}
