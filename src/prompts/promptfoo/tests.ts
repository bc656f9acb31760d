import type { Json, JsonObject, Place } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import { type Graders, gradersOf, type ReadAssertion, readAssertions, readThreshold } from "./assertions.ts";
import { countGraded } from "./planned-calls.ts";
import { type ConfigReading, codeFile, readsEnvironment } from "./reading.ts";
import type { Spot } from "./spot.ts";
import { readTestFile } from "./test-files.ts";

/** Tests of one configuration, those that lists of values stand for included. */
const testLimit = 10_000;

/** A test of the configuration: one set of values, and how the answer is judged. */
export interface ReadTest {
  readonly description: string | null;
  readonly vars: JsonObject;
  readonly assertions: readonly ReadAssertion[];
  /** How many of its assertions ask a model, those that have no equal here included. */
  readonly graded: number;
  /** The weighted mean of its assertions that passes, whatever each does; null: every one has to pass. */
  readonly threshold: number | null;
  /** Labels of the prompts that it is for; null: all. */
  readonly prompts: readonly string[] | null;
  readonly place: Place;
}

/** What holds for every test that does not say otherwise. */
interface Defaults {
  readonly vars: JsonObject;
  readonly assertions: readonly ReadAssertion[];
  readonly graded: number;
  readonly threshold: number | null;
  readonly graders: Graders;
}

const optionsNotRead = [
  "prefix",
  "suffix",
  "transform",
  "transformVars",
  "postprocess",
  "rubricPrompt",
  "storeOutputAs",
];

/** All tests: those listed, those in files, and those of scenarios. Without any, the prompts are asked once, as they are. */
export function readTests(root: Spot, config: ConfigReading): readonly ReadTest[] {
  const defaults = readDefaults(root.at("defaultTest"), config);
  const read: ReadTest[] = [];
  /** Whether there is room for more. */
  const add = (tests: readonly ReadTest[]): boolean => {
    const fits = read.length + tests.length <= testLimit;
    if (fits) read.push(...tests);
    else config.complain(`the configuration has more than ${testLimit} tests`, root.place);
    return fits;
  };
  for (const test of testsOf(root.at("tests"), config)) {
    if (!add(readTest(test, {}, defaults, config))) return [];
  }
  for (const scenario of scenariosOf(root.at("scenarios"), config)) {
    const tests = testsOf(scenario.at("tests"), config);
    for (const entry of scenario.at("config").items()) {
      const { value } = entry.at("vars");
      for (const test of tests) {
        if (!add(readTest(test, isObject(value) ? value : {}, defaults, config))) return [];
      }
    }
  }
  const isNone = !root.at("tests").exists && !root.at("scenarios").exists;
  if (isNone) add(readTest(root.at("tests").with({}), {}, defaults, config));
  return read;
}

function scenariosOf(spot: Spot, config: ConfigReading): readonly Spot[] {
  return spot
    .items()
    .flatMap((item) => (typeof item.value === "string" ? readTestFile(item.value, item.place, config) : [item]));
}

function testsOf(spot: Spot, config: ConfigReading): readonly Spot[] {
  return spot.items().flatMap((item) => {
    if (typeof item.value === "string") return readTestFile(item.value, item.place, config);
    const { path } = isObject(item.value) ? item.value : {};
    return typeof path === "string" && !item.at("vars").exists ? readTestFile(path, item.place, config) : [item];
  });
}

function readDefaults(written: Spot, config: ConfigReading): Defaults {
  const { value } = written;
  const isFile = typeof value === "string" && value.startsWith("file://");
  const path = isFile && !codeFile.test(value) ? config.resolve(value, written.place) : null;
  if (isFile && codeFile.test(value)) config.note("defaultTest is code: it is not run", written.place);
  const spot = path === null ? written : (config.data(path, written.place) ?? written);
  const vars = spot.at("vars").value;
  const graders = gradersOf(spot.at("options").at("provider"));
  noteUnread(spot, config);
  return {
    vars: isObject(vars) ? vars : {},
    graders,
    threshold: readThreshold(spot, config),
    assertions: readAssertions(spot.at("assert"), graders, config),
    graded: countGraded(spot.at("assert")),
  };
}

function noteUnread(test: Spot, config: ConfigReading): void {
  const options = test.at("options");
  for (const name of optionsNotRead) {
    if (options.at(name).exists) config.note(`options.${name} is not read`, options.at(name).place);
  }
  for (const name of ["assertScoringFunction", "providerOutput"]) {
    if (test.at(name).exists) config.note(`${name} of a test is not read`, test.at(name).place);
  }
  if (test.at("provider").exists || test.at("providers").exists) {
    config.note("a test that is for one provider only is run with the prompt's", test.place);
  }
}

function readTest(test: Spot, scenario: JsonObject, defaults: Defaults, config: ConfigReading): readonly ReadTest[] {
  if (!isObject(test.value)) {
    config.complain("a test is a map with vars and assert", test.place);
    return [];
  }
  noteUnread(test, config);
  const options = test.at("options");
  const own = gradersOf(options.at("provider"));
  const graders = { text: own.text ?? defaults.graders.text, embedding: own.embedding ?? defaults.graders.embedding };
  const withDefaults = options.at("disableDefaultAsserts").value !== true;
  const assertions = [
    ...(withDefaults ? defaults.assertions : []),
    ...readAssertions(test.at("assert"), graders, config),
  ];
  const graded = (withDefaults ? defaults.graded : 0) + countGraded(test.at("assert"));
  const threshold = readThreshold(test, config) ?? defaults.threshold;
  const weighted = assertions.find(({ weight }) => weight !== 1);
  if (threshold === null && weighted !== undefined) {
    config.note("weights decide nothing without a threshold: every assertion has to pass", weighted.place);
  }
  const prompts = test.at("prompts").items();
  const description = test.at("description").value;
  const all = { ...defaults.vars, ...scenario, ...readVars(test.at("vars"), config) };
  const sets = options.at("disableVarExpansion").value === true ? [all] : expand(all, test.place, config);
  return sets.map((vars) => ({
    description: typeof description === "string" ? description : null,
    vars,
    assertions,
    graded,
    threshold,
    prompts: prompts.length === 0 ? null : prompts.map(({ value }) => String(value)),
    place: test.place,
  }));
}

/** Values as they are put in: a file's text for its name, and never what a template in one would make of it. */
function readVars(spot: Spot, config: ConfigReading): JsonObject {
  if (typeof spot.value === "string") {
    const files = readTestFile(spot.value, spot.place, config);
    return Object.assign({}, ...files.slice(0, 1).map(({ value }) => (isObject(value) ? value : {})));
  }
  const read = spot.entries().flatMap(([name, entry]): readonly (readonly [string, Json])[] => {
    const { value, place } = entry;
    if (typeof value !== "string") return [[name, value ?? null]];
    if (readsEnvironment(value)) {
      config.note(`the variable ${name} names the environment, which is never read: it stays as it is written`, place);
    } else if (/\{\{|\{%/.test(value)) {
      config.note(`the variable ${name} is a template in promptfoo; here it is put in as it is written`, place);
    }
    if (!value.startsWith("file://")) return [[name, value]];
    if (isNoText(value)) {
      config.note(`the variable ${name} is a program or a picture: it is not read`, place);
      return [[name, value]];
    }
    if (value.includes("*")) {
      const texts = config.glob(value, place).map((path) => (isNoText(path) ? null : config.text(path, place)));
      // As many tests as there are files.
      return [[name, texts.flatMap((text) => text?.trim() ?? [])]];
    }
    const path = config.resolve(value, place);
    const text = path === null ? null : config.text(path, place);
    return text === null ? [] : [[name, text.trim()]];
  });
  return Object.fromEntries(read);
}

function isNoText(name: string): boolean {
  return codeFile.test(name) || /\.(?:png|jpe?g|gif|webp|pdf|mp3|wav|mp4)$/i.test(name);
}

/** A variable that is a list stands for as many tests; several, for all of their combinations. */
function expand(vars: JsonObject, place: Place, config: ConfigReading): readonly JsonObject[] {
  let sets: readonly JsonObject[] = [vars];
  for (const [name, value] of Object.entries(vars)) {
    if (!Array.isArray(value)) continue;
    if (sets.length * value.length > testLimit) {
      config.complain(`the lists of this test stand for more than ${testLimit} tests`, place);
      return [];
    }
    sets = sets.flatMap((set) => value.map((item: Json) => ({ ...set, [name]: item })));
  }
  return sets;
}
