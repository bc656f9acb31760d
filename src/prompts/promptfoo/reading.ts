import { createHash } from "node:crypto";
import picomatch from "picomatch";
import type { Json, NotRun, Place, Problem } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import { resolveWithin } from "../../source/repository-path.ts";
import { readYaml } from "../../source/yaml.ts";
import { decodePrompt } from "../decode-prompt.ts";
import type { Reading } from "../keys/entry.ts";
import type { Includes } from "../prompt-format.ts";
import { Spot } from "./spot.ts";

/** Files that a configuration may name in all. */
const fileLimit = 500;

/** Endings of files that are programs: they are told by name, and never run. */
export const codeFile = /\.(?:[cm]?[jt]sx?|py|rb|go|sh|exe|bat)(?::[\w.]+)?$/i;

/** A configuration being read: the files that it names, and what in it has no equal here. */
export class ConfigReading {
  readonly path: string;
  readonly root: Spot;
  readonly reading: Reading;
  readonly includes: Includes;
  readonly notRun: NotRun[] = [];
  /** Whether promptfoo has prompts or tests that cannot be counted here. */
  omits = false;
  readonly #notes = new Map<string, { readonly problem: Problem; count: number }>();
  readonly #files = new Map<string, string | null>();

  constructor(path: string, root: Spot, reading: Reading, includes: Includes) {
    this.path = path;
    this.root = root;
    this.reading = reading;
    this.includes = includes;
  }

  complain(message: string, place: Place, hint?: string): void {
    this.reading.problems.push({ message, place, ...(hint === undefined ? {} : { hint }) });
  }

  /** Something that has no equal here. Told once for all places, at the first. */
  note(message: string, place: Place, hint?: string): void {
    const known = this.#notes.get(message);
    if (known !== undefined) known.count += 1;
    else this.#notes.set(message, { count: 1, problem: { message, place, ...(hint === undefined ? {} : { hint }) } });
  }

  /** The same of prompts or tests that are not known here at all. */
  omit(message: string, place: Place, hint?: string): void {
    this.omits = true;
    this.note(message, place, hint);
  }

  /** An assertion that is not run; the first of its kind stands for all. */
  skip(name: string, reason: string, place: Place): void {
    if (!this.notRun.some((entry) => entry.name === name && entry.reason === reason)) {
      this.notRun.push({ name, reason, place });
    }
    this.note(`the assertion ${name} is not run: it ${reason}`, place);
  }

  notes(): readonly Problem[] {
    const own = (place: Place | undefined): number => Number(place?.path !== this.path);
    return [...this.#notes.values()]
      .map(({ problem, count }) =>
        count === 1 ? problem : { ...problem, message: `${problem.message} (${count} times; the first is here)` },
      )
      .sort(({ place: one }, { place: other }) => own(one) - own(other) || (one?.line ?? 0) - (other?.line ?? 0));
  }

  /** The path of a file of the repository that is named at this place; null, and told, where it is none that may be read. */
  resolve(written: string, place: Place, from = this.path): string | null {
    const name = written.replace(/^file:\/\//, "");
    const path = name.includes("{{") ? null : resolveWithin(from, name);
    if (path === null) {
      this.complain(`the file ${JSON.stringify(written.slice(0, 80))} is not within the repository`, place);
    }
    return path;
  }

  /** The files that a glob of the repository stands for, in the order of their names; told where there is none. */
  glob(written: string, place: Place): readonly string[] {
    const glob = this.resolve(written, place);
    if (glob === null) return [];
    const matches = picomatch(glob);
    const paths = this.includes.paths();
    const found = paths.filter((path) => matches(path));
    if (found.length === 0 && paths.length > 0) this.complain(`no file matches ${glob}`, place);
    return found.slice(0, fileLimit);
  }

  /** A file's text; null, and told, where it is not there. */
  text(path: string, place: Place): string | null {
    const known = this.#files.get(path);
    if (known !== undefined) return known;
    if (this.#files.size >= fileLimit) {
      this.complain(`the configuration names more than ${fileLimit} files`, place);
      return null;
    }
    const bytes = this.includes.read(path);
    if (bytes === null) this.complain(`the file ${path} is not in the repository`, place);
    const text = bytes === null ? null : decodePrompt(path, bytes);
    this.#files.set(path, text);
    return text;
  }

  /** The data of a YAML or JSON file, each value with its place; null, and told, where there is none. */
  data(path: string, place: Place): Spot | null {
    const text = this.text(path, place);
    if (text === null) return null;
    const yaml = readYaml(path, text);
    return new Spot(yaml.value, yaml.place);
  }

  /** A value that may stand in a file of its own: `file://schema.json`. */
  value(spot: Spot): { readonly value: Json | undefined; readonly files: readonly string[] } {
    if (typeof spot.value !== "string" || !spot.value.startsWith("file://")) return { value: spot.value, files: [] };
    if (codeFile.test(spot.value)) {
      this.note(`${spot.name} is code: it is not run`, spot.place);
      return { value: undefined, files: [] };
    }
    const path = this.resolve(spot.value, spot.place);
    if (path === null) return { value: undefined, files: [] };
    const value = /\.(?:json|ya?ml)$/i.test(path)
      ? this.data(path, spot.place)?.value
      : (this.text(path, spot.place) ?? undefined);
    return { value, files: [path] };
  }

  hash(path: string): string {
    return createHash("sha256")
      .update(this.includes.read(path) ?? "")
      .digest("hex");
  }
}

/** Whether something in it reads the environment of the machine, which is never done. */
export function readsEnvironment(value: Json | undefined): boolean {
  if (typeof value === "string") return /\{\{-?\s*env\b|\$\{[A-Z_]+\}/.test(value);
  if (Array.isArray(value)) return value.some((item) => readsEnvironment(item as Json));
  return isObject(value) && Object.values(value).some(readsEnvironment);
}
