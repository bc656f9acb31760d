import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv, type ValidateFunction } from "ajv";

/** A request as the description of the API sees it. */
export interface DescribedRequest {
  readonly method: string;
  /** Below the API's base. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Undefined where there is none. */
  readonly body: unknown;
}

/** The operation that a request is for, with the values of its path, and all that it does against the description. */
export interface DescribedOperation {
  readonly operationId: string;
  readonly pathValues: Readonly<Record<string, number | string>>;
  readonly violations: readonly string[];
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Content {
  readonly content?: { readonly "application/json"?: { readonly schema: Schema } };
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: Content & { readonly required?: boolean };
  readonly responses: Readonly<Record<string, Content>>;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** GitHub refuses to give more in one page; the description says so in words only. */
const largestPage = 100;

const ajv = new Ajv({ strict: false, validateFormats: false, coerceTypes: false, allErrors: true });
const compiled = new Map<unknown, ValidateFunction>();
let loaded: Description | undefined;

/** GitHub's published description of its REST API: 13 MB, read when first used. */
function description(): Description {
  const path = createRequire(import.meta.url).resolve("@octokit/openapi/generated/api.github.com.json");
  loaded ??= JSON.parse(readFileSync(path, "utf8")) as Description;
  return loaded;
}

/** Finds the operation of a request and holds the request against it; null where GitHub has no such operation. */
export function describeRequest(request: DescribedRequest): DescribedOperation | null {
  const segments = request.path.split("/").map(decodeURIComponent);
  const match = findPath(request.method, segments);
  if (match === null) return null;
  const { template, operation } = match;
  const parameters = (operation.parameters ?? []).map((parameter) => resolve(parameter) as Parameter);
  const violations: string[] = [];
  const pathValues: Record<string, number | string> = {};
  for (const [index, part] of template.entries()) {
    const parameter = parameters.find(({ name, in: place }) => place === "path" && part === `{${name}}`);
    if (parameter === undefined) continue;
    const value = coerce(parameter.schema, segments[index] ?? "");
    violations.push(...validate(parameter.schema, value, `path value ${parameter.name}`));
    pathValues[parameter.name] = value;
  }
  violations.push(...checkQuery(parameters, request.query), ...checkBody(operation, request.body));
  return { operationId: operation.operationId, pathValues, violations };
}

/** What an answer of ours does against the description. */
export function checkAnswer(operationId: string, status: number, body: unknown): readonly string[] {
  const operation = Object.values(description().paths)
    .flatMap((methods) => Object.values(methods))
    .find((candidate) => candidate.operationId === operationId);
  const schema = operation?.responses[String(status)]?.content?.["application/json"]?.schema;
  return schema === undefined ? [`${operationId} never answers ${status}`] : validate(schema, body, "answer");
}

/** Of the paths that fit, the one with the most literal parts: `/issues/comments/{id}` before `/issues/{n}/comments`. */
function findPath(method: string, segments: readonly string[]) {
  let best: { template: readonly string[]; operation: Operation; literal: number } | null = null;
  for (const [path, methods] of Object.entries(description().paths)) {
    const template = path.split("/");
    const operation = methods[method.toLowerCase()];
    if (operation === undefined || template.length !== segments.length) continue;
    if (!template.every((part, index) => part.startsWith("{") || part === segments[index])) continue;
    const literal = template.filter((part) => !part.startsWith("{")).length;
    if (best === null || literal > best.literal) best = { template, operation, literal };
  }
  return best;
}

function checkQuery(parameters: readonly Parameter[], query: URLSearchParams): string[] {
  const violations: string[] = [];
  for (const [name, written] of query) {
    const parameter = parameters.find((candidate) => candidate.in === "query" && candidate.name === name);
    if (parameter === undefined) {
      violations.push(`query ${name} is unknown`);
      continue;
    }
    const value = coerce(parameter.schema, written);
    violations.push(...validate(parameter.schema, value, `query ${name}`));
    if (name === "per_page" && Number(value) > largestPage) violations.push(`query per_page is above ${largestPage}`);
  }
  const missing = parameters.filter(
    ({ name, in: place, required }) => place === "query" && required && !query.has(name),
  );
  return [...violations, ...missing.map(({ name }) => `query ${name} is missing`)];
}

function checkBody(operation: Operation, body: unknown): string[] {
  const schema = operation.requestBody?.content?.["application/json"]?.schema;
  if (schema === undefined) return body === undefined ? [] : ["a body where there is none"];
  if (body === undefined) return operation.requestBody?.required === false ? [] : ["the body is missing"];
  const known = Object.keys(schema.properties ?? {});
  const unknown = Object.keys(Object(body)).filter((key) => !known.includes(key));
  return [...validate(schema, body, "body"), ...unknown.map((key) => `body ${key} is unknown`)];
}

function validate(schema: Schema, value: unknown, what: string): string[] {
  const validator = compiled.get(schema) ?? ajv.compile(resolve(schema) as Schema);
  compiled.set(schema, validator);
  if (validator(value)) return [];
  return (validator.errors ?? []).map((error) => `${what}${error.instancePath} ${error.message}`);
}

/** A path or query arrives as text; where a number is asked for, digits are one. */
function coerce(schema: Schema, written: string): number | string {
  return schema.type === "integer" && /^\d+$/.test(written) ? Number(written) : written;
}

/** The node with every reference replaced by what it refers to. What we use of GitHub's description has no cycle. */
function resolve(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(resolve);
  if (typeof node !== "object" || node === null) return node;
  const reference = (node as Schema).$ref;
  if (typeof reference !== "string") {
    // GitHub calls some nodes nullable without a type, which JSON Schema does not know.
    const entries = Object.entries(node).filter(([key]) => key !== "nullable" || "type" in node);
    return Object.fromEntries(entries.map(([key, value]) => [key, resolve(value)]));
  }
  let target: unknown = description();
  for (const key of reference.replace("#/", "").split("/")) target = (target as Record<string, unknown>)[key];
  return resolve(target);
}
