import type { Json, Place } from "../../model.ts";
import { isObject } from "../../source/json.ts";

type Keys = readonly (string | number)[];

/** A value that knows where it stands, whatever kind of file it stands in. */
export class Spot {
  readonly value: Json | undefined;
  readonly #placeOf: (keys: Keys) => Place;
  readonly #keys: Keys;

  constructor(value: Json | undefined, placeOf: (keys: Keys) => Place, keys: Keys = []) {
    this.value = value ?? undefined;
    this.#placeOf = placeOf;
    this.#keys = keys;
  }

  get exists(): boolean {
    return this.value !== undefined;
  }

  get place(): Place {
    return this.#placeOf(this.#keys);
  }

  /** As a message names it. */
  get name(): string {
    return (
      this.#keys
        .map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`))
        .join("")
        .replace(/^\./, "") || "the file"
    );
  }

  at(key: string): Spot {
    const value = isObject(this.value) && Object.hasOwn(this.value, key) ? this.value[key] : undefined;
    return new Spot(value, this.#placeOf, [...this.#keys, key]);
  }

  /** The items of a list; the value itself where it is no list. */
  items(): readonly Spot[] {
    if (this.value === undefined) return [];
    if (!Array.isArray(this.value)) return [this];
    return this.value.map((item: Json, index) => new Spot(item, this.#placeOf, [...this.#keys, index]));
  }

  /** The entries of a map; none where it is no map. */
  entries(): readonly (readonly [key: string, spot: Spot])[] {
    return isObject(this.value) ? Object.keys(this.value).map((key) => [key, this.at(key)]) : [];
  }

  /** Another value at the same place. */
  with(value: Json): Spot {
    return new Spot(value, () => this.place);
  }
}
