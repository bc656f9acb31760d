import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { nearest, quote } from "../errors.ts";
import type { Json, JsonObject, ScorerSpec } from "../model.ts";
import { isObject } from "../source/json.ts";
import type { Finding, ScorerFactory } from "./factory.ts";
import { checkTransform } from "./transform.ts";

/** Options that every scorer has beside its own: `name` is read with the scorer's shape, `transform` by the registry. */
const commonOptions = ["name", "transform"];

const validators = new WeakMap<JsonObject, ValidateFunction>();

/** The options with the defaults of the factory's schema where nothing is written. */
export function withDefaults(factory: ScorerFactory, options: JsonObject): JsonObject {
  const defaults = Object.entries(propertiesOf(factory)).flatMap(([name, schema]) =>
    isObject(schema) && schema["default"] !== undefined ? [[name, schema["default"]] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...options };
}

/** The files that the written options name. */
export function fileOptions(factory: ScorerFactory, options: JsonObject): readonly string[] {
  return Object.entries(propertiesOf(factory)).flatMap(([name, schema]) => {
    const value = Object.hasOwn(options, name) ? options[name] : undefined;
    if (value === undefined || !isObject(schema)) return [];
    const { format, items } = schema;
    if (format === "file") return typeof value === "string" ? [value] : [];
    const listsFiles = items !== undefined && isObject(items) && items["format"] === "file" && Array.isArray(value);
    return listsFiles ? value.filter((entry): entry is string => typeof entry === "string") : [];
  });
}

/** That the schemas of our scorers are schemas is for a test to say: to check them takes longer than all else. */
const settings = {
  allErrors: true,
  strict: false,
  validateFormats: false,
  validateSchema: false,
  verbose: true,
  code: { optimize: false },
};

/** Every mistake in the options: first those of the schema, and where there are none, those that the factory knows. */
export function checkOptions(
  type: string,
  factory: ScorerFactory,
  written: JsonObject,
  nested: readonly ScorerSpec[] = [],
): readonly Finding[] {
  const { transform, ...options } = written;
  const steps = transform === undefined ? [] : checkTransform(transform);
  let validator = validators.get(factory.options);
  if (validator === undefined) {
    validator = new Ajv2020(settings).compile(factory.options);
    validators.set(factory.options, validator);
  }
  if (validator(options)) return [...steps, ...(factory.check?.(withDefaults(factory, options), nested) ?? [])];
  const known = Object.keys(propertiesOf(factory));
  return [...steps, ...(validator.errors ?? []).map((error) => describeError(type, error, known))];
}

/** The options of a factory by name, each with its schema. */
export function propertiesOf(factory: ScorerFactory): JsonObject {
  const properties = factory.options["properties"];
  return isObject(properties) ? properties : {};
}

function describeError(type: string, error: ErrorObject, known: readonly string[]): Finding {
  const listed = `Options of ${type}: ${[...commonOptions, ...known].join(", ")}.`;
  if (error.keyword === "additionalProperties") {
    const name = String(error.params["additionalProperty"]);
    const near = nearest(name, [...commonOptions, ...known]);
    return {
      message: `${type} has no option ${quote(name)}`,
      hint: near === null ? listed : `Did you mean ${quote(near)}?`,
    };
  }
  if (error.keyword === "required") {
    return { message: `${type} needs the option ${String(error.params["missingProperty"])}`, hint: listed };
  }
  const option = error.instancePath.slice(1).replaceAll("/", ".") || "the options";
  if (error.keyword === "minItems" && Array.isArray(error.data)) {
    const [least, found] = [Number(error.params["limit"]), error.data.length];
    return { message: `${option} of ${type} must be a list of at least ${least}, and has ${found}` };
  }
  const near = error.keyword === "enum" ? nearestAllowed(error) : null;
  const message = `${option} of ${type} ${expectation(error)}, not ${describeValue(error.data)}`;
  return near === null ? { message } : { message, hint: `Did you mean ${quote(near)}?` };
}

function nearestAllowed({ data, params }: ErrorObject): string | null {
  const allowed = (params["allowedValues"] as readonly Json[]).filter((value) => typeof value === "string");
  return typeof data === "string" ? nearest(data, allowed) : null;
}

function describeValue(value: unknown): string {
  if (typeof value === "string") return quote(value);
  return typeof value === "object" && value !== null ? (Array.isArray(value) ? "a list" : "a map") : String(value);
}

function expectation({ keyword, params, message }: ErrorObject): string {
  if (keyword === "type") {
    const types = String(params["type"]).split(",");
    return `must be ${types.map((type) => names[type] ?? type).join(" or ")}`;
  }
  if (keyword === "enum") return `must be one of ${(params["allowedValues"] as readonly Json[]).join(", ")}`;
  if (keyword === "minLength") return "must not be empty";
  return message ?? "is not allowed";
}

const names: Readonly<Record<string, string>> = {
  string: "text",
  boolean: "true or false",
  integer: "a whole number",
  number: "a number",
  object: "a map",
  array: "a list",
};
