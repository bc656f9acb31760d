import { quote, UserError } from "../../errors.ts";
import type { JsonObject } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import { folderOf, joinPath } from "../../source/repository-path.ts";
import { readYaml } from "../../source/yaml.ts";
import { type EvalClass, findClass, knownClasses } from "./classes.ts";

/** An eval as a registry file describes it. */
export interface RegisteredEval {
  readonly evalClass: EvalClass;
  /** Where its samples may lie, the likeliest first; relative to the root of the repository. */
  readonly samples: readonly string[];
}

/** In bytes; golden sets beside which it could stand are far larger. */
const sizeLimit = 1_000_000;

/** Whether a file is a registry of OpenAI Evals: YAML in which maps have a `class`. */
export function isEvalRegistry(path: string, source: Uint8Array): boolean {
  if (!/\.ya?ml$/.test(path) || source.byteLength > sizeLimit) return false;
  return /^[ \t]+class:[ \t]*["']?evals\./m.test(new TextDecoder().decode(source));
}

/**
 * Reads the one eval of a registry file. Its samples lie in `data/` beside the folder of the registry's evals, as in
 * OpenAI's own, or beside the file. Throws a UserError where it describes none or several, or a class without an equal.
 */
export function readEvalRegistry(path: string, text: string): RegisteredEval {
  const yaml = readYaml(path, text);
  const described = Object.entries(isObject(yaml.value) ? yaml.value : {}).filter(
    (entry): entry is [string, JsonObject] => isObject(entry[1]) && typeof entry[1]["class"] === "string",
  );
  const [only, ...others] = described;
  if (only === undefined || others.length > 0) {
    throw new UserError({
      message: `the registry describes ${described.length} evals`,
      hint: "Give the one whose samples are the golden set a file of its own.",
      place: only === undefined ? { path } : yaml.keyPlace([others[0]?.[0] ?? ""]),
    });
  }
  const [name, entry] = only;
  const args = isObject(entry["args"]) ? entry["args"] : {};
  const written = String(entry["class"]);
  const evalClass = findClass(written, args);
  if (evalClass === null) {
    throw new UserError({
      message: `the class ${quote(written)} has no equal here`,
      hint: `Name the samples file itself as golden and write scorers. Classes: ${knownClasses.join(", ")}.`,
      place: yaml.place([name, "class"]),
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
  return { evalClass, samples: [joinPath(folderOf(folder), "data", samples), joinPath(folder, samples)] };
}
