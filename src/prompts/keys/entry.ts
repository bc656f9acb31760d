import { quote, throwProblems, unknownKey } from "../../errors.ts";
import type { Json, JsonObject, Place, Problem } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import type { YamlSource } from "../../source/yaml.ts";
import type { Region } from "../variable-uses.ts";

/** A file with as many mistakes is no prompt: the rest of it is not read. */
const mistakeLimit = 100;

type Keys = readonly (string | number)[];

/** A file being read, and the mistakes found so far: a reader goes on after a mistake, so that all are told at once. */
export interface Reading {
  /** The text that `yaml` was read from. */
  readonly text: string;
  readonly yaml: YamlSource;
  readonly problems: Problem[];
  readonly warnings: Problem[];
}

/** A value in a prompt file that knows where it stands. A key without a value is as if it were not there. */
export class Entry {
  readonly value: Json | undefined;
  readonly #reading: Reading;
  readonly #keys: Keys;

  constructor(reading: Reading, value: Json | undefined, keys: Keys = []) {
    this.value = value ?? undefined;
    this.#reading = reading;
    this.#keys = keys;
  }

  get exists(): boolean {
    return this.value !== undefined;
  }

  /** As a message names it: `messages[0].role`. */
  get name(): string {
    const parts = this.#keys.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`));
    return parts.join("").replace(/^\./, "") || "the file";
  }

  get place(): Place {
    return this.#reading.yaml.place(this.#keys);
  }

  /** The stretch of the file that the value was read from. */
  get region(): Region {
    const { text, yaml } = this.#reading;
    const [start, end] = yaml.range(this.#keys) ?? [0, 0];
    return { text: text.slice(start, end), placeAt: (offset) => yaml.placeAt(start + offset) };
  }

  at(key: string): Entry {
    const value = isObject(this.value) && Object.hasOwn(this.value, key) ? this.value[key] : undefined;
    return new Entry(this.#reading, value, [...this.#keys, key]);
  }

  complain(message: string, hint?: string): void {
    this.#tell({ message, place: this.place, ...(hint === undefined ? {} : { hint }) });
  }

  warn(message: string, hint: string): void {
    this.#reading.warnings.push({ message, place: this.place, hint });
  }

  /** A text that says something; null, and told, where it is none. */
  text(): string | null {
    if (typeof this.value === "string" && this.value.trim() !== "") return this.value;
    if (typeof this.value === "string") this.complain(`${this.name} is empty`);
    else if (isObject(this.value) || Array.isArray(this.value)) this.#expect("a text");
    else this.#expect("a text", "Put it in quotes.");
    return null;
  }

  /** The items of a list; none, and told, where it is no list. */
  items(): readonly Entry[] {
    if (!Array.isArray(this.value)) {
      this.#expect("a list");
      return [];
    }
    return this.value.map((item, index) => new Entry(this.#reading, item, [...this.#keys, index]));
  }

  /** The entries of a map; none, and told, where it is no map. */
  entries(): readonly (readonly [key: string, entry: Entry])[] {
    if (!isObject(this.value)) {
      this.#expect("a map");
      return [];
    }
    return Object.keys(this.value).map((key) => [key, this.at(key)]);
  }

  /** The same map; null, and told, where it is none. Every key that is not known is told. */
  mapOf(known: readonly string[]): JsonObject | null {
    for (const [key] of this.entries()) {
      if (!known.includes(key)) {
        this.#tell(unknownKey(key, known, this.#reading.yaml.keyPlace([...this.#keys, key])));
      }
    }
    return isObject(this.value) ? this.value : null;
  }

  /** One of the words allowed, in lower case; null, and told, where it is none of them. */
  word<Word extends string>(words: readonly Word[]): Word | null {
    const written = this.text();
    if (written === null) return null;
    const word = words.find((candidate) => candidate === written.toLowerCase());
    if (word === undefined) this.complain(`${this.name} is ${quote(written)}`, `It is one of ${words.join(", ")}.`);
    return word ?? null;
  }

  #tell(problem: Problem): void {
    this.#reading.problems.push(problem);
    if (this.#reading.problems.length >= mistakeLimit) throwProblems(this.#reading.problems);
  }

  #expect(kind: string, hint?: string): void {
    if (this.value === undefined) this.complain(`${this.name} is missing`);
    else this.complain(`${this.name} is ${kindOf(this.value)}, not ${kind}`, hint);
  }
}

function kindOf(value: Json): string {
  if (Array.isArray(value)) return "a list";
  return isObject(value) ? "a map" : `a ${typeof value === "string" ? "text" : typeof value}`;
}
