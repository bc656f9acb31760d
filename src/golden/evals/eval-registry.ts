import { quote, UserError } from "../../errors.ts";
import type { JsonObject } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import { folderOf, joinPath } from "../../source/repository-path.ts";
import { readYaml } from "../../source/yaml.ts";
import { type EvalClass, findClass, knownClasses } from "./classes.ts";
import type { GradedEval } from "./graded.ts";

/** An eval as a registry file describes it. */
export type RegisteredEval = {
  /** Where its samples may lie, the likeliest first; relative to the root of the repository. */
  readonly samples: readonly string[];
} & ({ readonly evalClass: EvalClass } | { readonly graded: GradedEval });

/** In bytes; golden sets beside which it could stand are far larger. */
const sizeLimit = 1_000_000;

/** Whether a file is a registry of OpenAI Evals: YAML in which maps have a `class`. */
export function isEvalRegistry(path: string, source: Uint8Array): boolean {
  if (!/\.ya?ml$/.test(path) || source.byteLength > sizeLimit) return false;
  return /^[ \t]+class:[ \t]*["']?evals\./m.test(new TextDecoder().decode(source));
}

/** Whether a file may hold specifications of model-graded evals that the registry file at `path` names. */
export function mayHoldSpecification(path: string, file: string): boolean {
  const folders = [
    folderOf(path),
    joinPath(folderOf(path), "modelgraded"),
    joinPath(folderOf(folderOf(path)), "modelgraded"),
  ];
  return /\.ya?ml$/.test(file) && folders.includes(folderOf(file));
}

/** `evals/capitals.yaml#capitals.v0`: a registry file, and which of its evals is meant. */
export function splitEvalPath(path: string): { readonly file: string; readonly name: string | null } {
  const [, file = path, name = null] = /^(.*\.ya?ml)#(.+)$/.exec(path) ?? [];
  return { file, name };
}

/**
 * Reads the eval of a registry file, by its name or the only one. Its samples lie in `data/` beside the folder of the registry's evals, as in
 * OpenAI's own, or beside the file. Throws a UserError where it describes none or several, or a class without an equal.
 */
export function readEvalRegistry(path: string, text: string, wanted: string | null = null): RegisteredEval {
  const yaml = readYaml(path, text);
  const entries = Object.entries(isObject(yaml.value) ? yaml.value : {});
  const described = entries.filter(
    (entry): entry is [string, JsonObject] => isObject(entry[1]) && typeof entry[1]["class"] === "string",
  );
  // A name may stand for another one: capitals: { id: capitals.v0 }.
  const alias = entries.find(([name]) => name === wanted)?.[1];
  const meant = isObject(alias) && alias["class"] === undefined ? alias["id"] : wanted;
  const [only, ...others] = wanted === null ? described : described.filter(([name]) => name === meant);
  if (only === undefined || others.length > 0) {
    const names = described.map(([name]) => name);
    throw new UserError({
      message:
        wanted === null
          ? `the registry describes ${described.length} evals`
          : `the registry describes no eval ${quote(wanted)}`,
      hint: `Name one behind the file: ${path}#${names[0] ?? "NAME"}. There are ${names.slice(0, 10).join(", ")}.`,
      place: only === undefined ? { path } : yaml.keyPlace([others[0]?.[0] ?? ""]),
    });
  }
  const [name, entry] = only;
  const args = isObject(entry["args"]) ? entry["args"] : {};
  const written = String(entry["class"]);
  const found = findClass(written, args);
  const place = yaml.place([name, "class"]);
  if (found === null) {
    throw new UserError({
      message: `the class ${quote(written)} has no equal here`,
      hint: `Name the samples file itself as golden and write scorers. Classes: ${knownClasses.join(", ")}.`,
      place,
    });
  }
  const fewShot = ["few_shot_jsonl", "num_few_shot"].find((key) => args[key] !== undefined && args[key] !== 0);
  if (fewShot !== undefined) {
    throw new UserError({
      message: `${fewShot} of the eval is not read: examples are a part of the prompt here`,
      hint: "Write them into the prompt, and leave it out.",
      place: yaml.keyPlace([name, "args", fewShot]),
    });
  }
  const samples = args["samples_jsonl"];
  if (typeof samples !== "string" || samples === "" || samples.startsWith("/") || samples.split("/").includes("..")) {
    throw new UserError({
      message: "samples_jsonl names no file within the repository",
      place: yaml.place([name, "args", "samples_jsonl"]),
    });
  }
  const folder = folderOf(path);
  const lie = { samples: [joinPath(folderOf(folder), "data", samples), joinPath(folder, samples)] };
  if (found !== "graded") return { ...lie, evalClass: found };
  const specification = args["modelgraded_spec"] ?? args["modelgraded_spec_file"];
  if (typeof specification !== "string" || specification === "") {
    throw new UserError({
      message: "the eval names no specification by which models grade",
      hint: "Name one: modelgraded_spec: fact.",
      place: yaml.place([name, "args"]),
    });
  }
  return { ...lie, graded: { specification, args, place: yaml.place([name, "args", "modelgraded_spec"]) } };
}
