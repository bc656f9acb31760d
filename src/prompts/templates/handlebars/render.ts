import { UserError } from "../../../errors.ts";
import type { Json, JsonObject, Role } from "../../../model.ts";
import { isObject } from "../../../source/json.ts";
import { isMark } from "../../file-marks.ts";
import type { MessageWriter } from "../message-writer.ts";
import { ownValue, toText } from "../values.ts";
import type { Block, Call, Expression, Hash, Node, Partial, Path, Program } from "./syntax.ts";

/** Partials within partials; one that includes itself ends here. */
const depthLimit = 20;

/** What names stand for at one place of a template. */
interface Scope {
  readonly value: Json;
  /** `@index`, `@key`, `@first`, `@last`, `@root`. */
  readonly data: JsonObject;
  /** Names of block parameters. */
  readonly names: ReadonlyMap<string, Json>;
  readonly outer: Scope | null;
}

interface Rendering {
  readonly writer: MessageWriter;
  readonly findPartial: (name: string) => Program | null;
  readonly depth: number;
}

/** Writes a template with the values of a case. */
export function renderProgram(
  program: Program,
  values: JsonObject,
  writer: MessageWriter,
  findPartial: (name: string) => Program | null,
): void {
  const scope: Scope = { value: values, data: { root: values }, names: new Map(), outer: null };
  writeProgram(program, scope, { writer, findPartial, depth: 0 });
}

function writeProgram(program: Program, scope: Scope, rendering: Rendering): void {
  for (const node of program.body) writeNode(node, scope, rendering);
}

function writeNode(node: Node, scope: Scope, rendering: Rendering): void {
  rendering.writer.step();
  if (node.type === "ContentStatement") rendering.writer.write(node.value);
  if (node.type === "MustacheStatement") writeInline(node, scope, rendering.writer);
  if (node.type === "BlockStatement") writeBlock(node, scope, rendering);
  if (node.type === "PartialStatement") writePartial(node, scope, rendering);
}

function writeInline({ path, params, hash }: Call, scope: Scope, writer: MessageWriter): void {
  const first = params[0] === undefined ? undefined : valueIn(params[0], scope);
  switch (path.original) {
    case "json": {
      const indent = Number(hashValue(hash, "indent", scope) ?? 0);
      writer.write(JSON.stringify(first ?? null, null, Math.min(10, indent)));
      return;
    }
    case "role":
      writer.startMessage(first === "model" ? "assistant" : (first as Role));
      return;
    case "history":
      writer.addHistory();
      return;
    case "media":
      writeMedia(hashValue(hash, "url", scope), writer);
      return;
    case "section":
      return;
    default: {
      const value = valueIn(path, scope);
      if (value === undefined) writer.missing.add(path.original);
      else writer.write(toText(value));
    }
  }
}

/** An image that the case itself holds; nothing is fetched, by us or by a provider. */
function writeMedia(url: Json | undefined, writer: MessageWriter): void {
  // A file of the repository stands here by its mark.
  if (isMark(url)) {
    writer.write(url);
    return;
  }
  const [, mediaType, data] = /^data:([a-z0-9.+/-]+);base64,([A-Za-z0-9+/=]*)$/i.exec(String(url)) ?? [];
  if (mediaType === undefined || data === undefined) {
    throw new UserError({
      message: "media takes a data: address with the image in Base64",
      hint: "Addresses of the web are not fetched. Put the image into the case.",
    });
  }
  writer.addImage(mediaType, data);
}

function writeBlock(block: Block, scope: Scope, rendering: Rendering): void {
  const { path, params, hash, program, inverse } = block;
  const [first, second] = params.map((param) => valueIn(param, scope));
  const write = (holds: boolean): void => {
    const chosen = holds ? program : inverse;
    if (chosen !== undefined) writeProgram(chosen, scope, rendering);
  };
  switch (path.original) {
    case "if":
      write(isThere(first) || (first === 0 && hashValue(hash, "includeZero", scope) === true));
      break;
    case "unless":
      write(!isThere(first));
      break;
    case "ifEquals":
      write(first === second);
      break;
    case "unlessEquals":
      write(first !== second);
      break;
    case "with":
      if (first === undefined || !isThere(first)) write(false);
      else {
        const inner = { value: first, data: scope.data, names: bind(program, [first]), outer: scope };
        writeProgram(program, inner, rendering);
      }
      break;
    default:
      writeEach(block, first, scope, rendering);
  }
}

function writeEach(block: Block, value: Json | undefined, scope: Scope, rendering: Rendering): void {
  const { program, inverse } = block;
  const entries: readonly (readonly [string | number, Json])[] = Array.isArray(value)
    ? value.map((item, index) => [index, item as Json] as const)
    : isObject(value)
      ? Object.entries(value)
      : [];
  if (entries.length === 0 && inverse !== undefined) writeProgram(inverse, scope, rendering);
  for (const [index, [key, item]] of entries.entries()) {
    rendering.writer.step();
    const { root = null } = scope.data;
    const data = { root, key, index, first: index === 0, last: index === entries.length - 1 };
    writeProgram(program, { value: item, data, names: bind(program, [item, key]), outer: scope }, rendering);
  }
}

function bind({ blockParams = [] }: Program, values: readonly Json[]): ReadonlyMap<string, Json> {
  return new Map(blockParams.map((name, index) => [name, values[index] ?? null]));
}

function writePartial({ name, params, hash }: Partial, scope: Scope, rendering: Rendering): void {
  const program = rendering.findPartial(name.original);
  if (program === null) return;
  if (rendering.depth >= depthLimit) {
    throw new UserError({
      message: `the partial ${name.original} includes itself`,
      hint: "Partials cannot go in a circle.",
    });
  }
  const context = params[0] === undefined ? scope.value : valueIn(params[0], scope);
  const named = (hash?.pairs ?? []).map(({ key, value }) => [key, valueIn(value, scope) ?? null] as const);
  const value =
    named.length === 0 ? (context ?? null) : { ...(isObject(context) ? context : {}), ...Object.fromEntries(named) };
  writeProgram(
    program,
    { value, data: scope.data, names: new Map(), outer: null },
    { ...rendering, depth: rendering.depth + 1 },
  );
}

function hashValue(hash: Hash | undefined, key: string, scope: Scope): Json | undefined {
  const pair = hash?.pairs.find((each) => each.key === key);
  return pair && valueIn(pair.value, scope);
}

function valueIn(expression: Expression, scope: Scope): Json | undefined {
  switch (expression.type) {
    case "PathExpression":
      return lookUp(expression, scope);
    case "NullLiteral":
      return null;
    case "UndefinedLiteral":
      return undefined;
    default:
      return expression.value;
  }
}

function lookUp(path: Path, scope: Scope): Json | undefined {
  if (path.data) return path.parts.reduce<Json | undefined>(ownValue, scope.data);
  let current = scope;
  for (let up = 0; up < path.depth; up++) current = current.outer ?? current;
  const [first = "", ...rest] = path.parts;
  for (let around: Scope | null = scope; path.depth === 0 && around !== null; around = around.outer) {
    if (around.names.has(first)) return rest.reduce<Json | undefined>(ownValue, around.names.get(first));
  }
  return path.parts.reduce<Json | undefined>(ownValue, current.value);
}

/** Empty texts and lists, 0, false, null and what is not there do not hold. */
function isThere(value: Json | undefined): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
