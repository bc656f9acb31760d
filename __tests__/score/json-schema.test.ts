import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import type { Json, JsonObject } from "../../src/model.ts";
import { compileSchema } from "../../src/score/schema/compile-schema.ts";

/** mulberry32: the same schemas and values on every machine. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const names = ["a", "b", "c"];

function randomValue(below: (limit: number) => number, depth: number): Json {
  const kind = below(depth > 0 ? 7 : 5);
  if (kind === 5) return Array.from({ length: below(4) }, () => randomValue(below, depth - 1));
  if (kind === 6) {
    const keys = names.filter(() => below(2) === 0);
    return Object.fromEntries(keys.map((key) => [key, randomValue(below, depth - 1)]));
  }
  return [null, below(2) === 0, below(4), "ab".slice(0, below(3)), 1.5][kind] as Json;
}

function randomSchema(below: (limit: number) => number, depth: number): Json {
  const schema = (): Json => randomSchema(below, depth - 1);
  const schemas = (): Json => Array.from({ length: 1 + below(2) }, schema);
  const members = (): Json => Object.fromEntries(names.filter(() => below(2) === 0).map((name) => [name, schema()]));
  const types = ["null", "boolean", "integer", "number", "string", "array", "object"];
  const simple: readonly (() => JsonObject)[] = [
    () => ({ type: types[below(types.length)] ?? "null" }),
    () => ({ type: [...new Set([types[below(7)] ?? "null", types[below(7)] ?? "null"])] }),
    () => ({ enum: [randomValue(below, 1), randomValue(below, 1)] }),
    () => ({ const: randomValue(below, 1) }),
    () => ({ minimum: below(3), exclusiveMaximum: below(5) }),
    () => ({ pattern: ["^a", "b$", "."][below(3)] ?? "." }),
    () => ({ maxLength: below(3) }),
    () => ({ required: names.filter(() => below(2) === 0) }),
    () => ({ uniqueItems: below(2) === 0 }),
    () => ({ $ref: `#/$defs/${names[below(3)]}` }),
    () => ({ maxItems: below(3) }),
  ];
  const nested: readonly (() => JsonObject)[] = [
    () => ({ properties: members(), additionalProperties: schema() }),
    () => ({ patternProperties: { "^[ab]": schema() } }),
    () => ({ items: schema() }),
    () => ({ prefixItems: schemas(), items: schema() }),
    () => ({ contains: schema(), minContains: below(2), maxContains: 1 + below(2) }),
    () => ({ allOf: schemas() }),
    () => ({ anyOf: schemas() }),
    () => ({ oneOf: schemas() }),
    () => ({ not: schema() }),
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    () => ({ if: schema(), then: schema(), else: schema() }),
    () => ({ propertyNames: schema() }),
    () => ({ dependentSchemas: members() }),
  ];
  if (below(12) === 0) return below(2) === 0;
  const choices = depth > 0 ? [...simple, ...nested] : simple;
  const parts = Array.from({ length: 1 + below(2) }, () => choices[below(choices.length)]?.() ?? {});
  return Object.assign({}, ...parts) as JsonObject;
}

/** The validator unaided; null where a reference that leads to itself takes it out of its stack. */
function compilePlainly(schema: JsonObject) {
  try {
    return new Ajv2020({ strict: false, logger: false, ownProperties: true, allErrors: true }).compile(schema);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

test("a schema made safe says the same of a value as the schema as written", () => {
  const below = generator(20_261_123);
  let valid = 0;
  let invalid = 0;
  let endless = 0;
  for (let round = 0; round < 150; round++) {
    const $defs = Object.fromEntries(names.map((name) => [name, randomSchema(below, 1)]));
    const schema: JsonObject = { allOf: [randomSchema(below, 3)], $defs };
    const validate = compileSchema(schema);
    if (typeof validate !== "function") throw new Error(JSON.stringify([validate, schema]));
    const plain = compilePlainly(schema);
    if (plain === null) continue;
    for (let trial = 0; trial < 20; trial++) {
      const value = randomValue(below, 3);
      const { status } = validate(value);
      if (status === "undecided") {
        expect(() => plain(value)).toThrow(RangeError);
        endless++;
      } else {
        expect([status, schema, value]).toEqual([plain(value) ? "valid" : "invalid", schema, value]);
        if (status === "valid") valid++;
        else invalid++;
      }
    }
  }
  expect(Math.min(valid, invalid)).toBeGreaterThan(600);
  expect(endless).toBeLessThan(300);
});

test("a validator keeps nothing of the value before", () => {
  const validate = compileSchema({ items: { $ref: "#/$defs/a" }, $defs: { a: { type: "string" } } });
  if (typeof validate !== "function") throw new Error("not compiled");
  const large = Array.from({ length: 300_000 }, () => "a");
  for (let round = 0; round < 5; round++) {
    expect(validate(large)).toEqual({ status: "valid" });
    expect(validate([1])).toEqual({ status: "invalid", mistakes: ["/0 must be string"] });
  }
});
