import { UserError } from "../../../errors.ts";
import type { Json } from "../../../model.ts";
import { isObject } from "../../../source/json.ts";
import type { MessageWriter } from "../message-writer.ts";
import { ownValue } from "../values.ts";
import type { Dialect } from "./dialects.ts";
import { filterAliases, filters, toList } from "./filters.ts";
import { lengthOf, pythonText, type Value } from "./python-values.ts";
import type { Node } from "./syntax.ts";
import { tests } from "./tests.ts";

/** Names and what they stand for: loops and `set` put new ones over those of the case. */
export interface Scope {
  readonly names: Map<string, Value>;
  readonly outer: Scope | null;
  readonly dialect: Dialect;
}

/** Finds the value of an expression. Every node is a step; what is made of texts is charged before it is made. */
export function evaluate(node: Node, scope: Scope, writer: MessageWriter): Value {
  writer.step();
  const { isTrue } = scope.dialect;
  const valueIn = (part: Node): Value => evaluate(part, scope, writer);
  switch (node.type) {
    case "StringLiteral":
    case "IntegerLiteral":
    case "FloatLiteral":
      return node.value;
    case "Identifier":
      return lookUp(node.value, scope);
    case "ArrayLiteral":
    case "TupleLiteral":
      return node.value.map((item) => valueIn(item) ?? null);
    case "ObjectLiteral":
      return Object.fromEntries(
        [...node.value].map(([key, item]) => [pythonText(valueIn(key)), valueIn(item) ?? null]),
      );
    case "MemberExpression":
      return member(valueIn(node.object), node.computed ? valueIn(node.property) : nameOf(node.property));
    case "CallExpression":
      return call(node, scope, writer);
    case "FilterExpression": {
      const { name, args } = filterOf(node.filter);
      return filters[name](valueIn(node.operand), args.map(valueIn), writer);
    }
    case "TestExpression": {
      const { name, args } = testOf(node.test);
      return tests[name](valueIn(node.operand), args.map(valueIn)) !== node.negate;
    }
    case "UnaryExpression":
      return node.operator.value === "not" ? !isTrue(valueIn(node.argument)) : -toNumber(valueIn(node.argument), "-");
    case "Ternary":
      return valueIn(isTrue(valueIn(node.condition)) ? node.trueExpr : node.falseExpr);
    case "SelectExpression":
      return isTrue(valueIn(node.test)) ? valueIn(node.lhs) : undefined;
    case "BinaryExpression":
      return operate(node.operator.value, node.left, node.right, valueIn, scope.dialect, writer);
    default:
      return undefined;
  }
}

/** The filter of a node by its name or by the shorter one; a name that is none was refused before. */
export function filterOf(filter: Node): { readonly name: keyof typeof filters; readonly args: readonly Node[] } {
  const written = writtenName(filter);
  const name = Object.hasOwn(filterAliases, written) ? filterAliases[written] : written;
  return { name: name as keyof typeof filters, args: filter.type === "CallExpression" ? filter.args : [] };
}

/** The name of a filter as the template has it. */
export function writtenName(filter: Node): string {
  return filter.type === "CallExpression" ? nameOf(filter.callee) : nameOf(filter);
}

/** The test of a node. */
export function testOf(test: Node): { readonly name: keyof typeof tests; readonly args: readonly Node[] } {
  const name = test.type === "CallExpression" ? nameOf(test.callee) : nameOf(test);
  return { name: name as keyof typeof tests, args: test.type === "CallExpression" ? test.args : [] };
}

export function nameOf(node: Node): string {
  return node.type === "Identifier" ? node.value : "";
}

function lookUp(name: string, scope: Scope): Value {
  for (let current: Scope | null = scope; current !== null; current = current.outer) {
    if (current.names.has(name)) return current.names.get(name);
  }
  const constant: Readonly<Record<string, Json>> = {
    true: true,
    True: true,
    false: false,
    False: false,
    none: null,
    None: null,
  };
  return Object.hasOwn(constant, name) ? constant[name] : undefined;
}

function member(value: Value, key: Value): Value {
  if (typeof value === "string" && typeof key === "number") return [...value].at(key);
  if (Array.isArray(value) && typeof key === "number") return value.at(key) as Value;
  return ownValue(value, pythonText(key));
}

/** The methods that templates of prompts use; of anything else a template cannot call a thing. */
const methods: Readonly<Record<string, (value: Json, writer: MessageWriter) => Value>> = {
  upper: (value, writer) => filters.upper(value, [], writer),
  lower: (value, writer) => filters.lower(value, [], writer),
  title: (value, writer) => filters.title(value, [], writer),
  capitalize: (value, writer) => filters.capitalize(value, [], writer),
  strip: (value, writer) => filters.trim(value, [], writer),
  keys: (value, writer) => toList(value, writer),
  values: (value, writer) => {
    const map = isObject(value) ? value : {};
    return toList(map, writer).map((key) => map[String(key)] ?? null);
  },
  items: (value, writer) => {
    const map = isObject(value) ? value : {};
    return toList(map, writer).map((key) => [key, map[String(key)] ?? null]);
  },
};
export const methodNames: readonly string[] = [...Object.keys(methods), "get"];

function call(node: Node & { readonly type: "CallExpression" }, scope: Scope, writer: MessageWriter): Value {
  const args = node.args.map((argument) => evaluate(argument, scope, writer));
  if (node.callee.type === "Identifier") return range(args, writer);
  if (node.callee.type !== "MemberExpression") return undefined;
  const value = evaluate(node.callee.object, scope, writer);
  if (value === undefined || value === null) return undefined;
  const name = nameOf(node.callee.property);
  if (name === "get") return ownValue(value, pythonText(args[0])) ?? args[1];
  return methods[name]?.(value, writer);
}

/** Every number is a step, counted before the list is made. */
function range(args: readonly Value[], writer: MessageWriter): Value {
  const numbers = args.map((argument) => toNumber(argument, "range"));
  const [start = 0, end = 0, step = 1] = numbers.length === 1 ? [0, numbers[0]] : numbers;
  const count = step === 0 ? 0 : Math.max(0, Math.ceil((end - start) / step));
  writer.step(count);
  return Array.from({ length: count }, (_, index) => start + index * step);
}

function operate(
  operator: string,
  left: Node,
  right: Node,
  valueIn: (node: Node) => Value,
  { isTrue, toText }: Dialect,
  writer: MessageWriter,
): Value {
  const one = valueIn(left);
  if (operator === "and") return isTrue(one) ? valueIn(right) : one;
  if (operator === "or") return isTrue(one) ? one : valueIn(right);
  const other = valueIn(right);
  // Comparing long texts is work, too.
  writer.step(Math.ceil((lengthHint(one) + lengthHint(other)) / 1024));
  switch (operator) {
    case "==":
      return isEqual(one, other);
    case "!=":
      return !isEqual(one, other);
    case "in":
      return isIn(one, other);
    case "not in":
      return !isIn(one, other);
    case "~":
      return concatenate(toText(one), toText(other), writer);
    case "+":
      return typeof one === "string" || typeof other === "string"
        ? concatenate(toText(one), toText(other), writer)
        : toNumber(one, operator) + toNumber(other, operator);
    case "<":
    case ">":
    case "<=":
    case ">=":
      return compare(operator, one, other);
    default:
      return calculate(operator, toNumber(one, operator), toNumber(other, operator));
  }
}

function concatenate(one: string, other: string, writer: MessageWriter): string {
  writer.charge(one.length + other.length);
  return one + other;
}

function calculate(operator: string, one: number, other: number): number {
  const results: Readonly<Record<string, number>> = {
    "-": one - other,
    "*": one * other,
    "/": one / other,
    "//": Math.floor(one / other),
    "%": one - other * Math.floor(one / other),
    "**": one ** other,
  };
  const result = results[operator] ?? Number.NaN;
  if (!Number.isFinite(result)) cannot(`${one} ${operator} ${other} is no number`);
  return result;
}

function compare(operator: string, one: Value, other: Value): boolean {
  const texts = typeof one === "string" && typeof other === "string";
  const [left, right] = texts ? [one, other] : [toNumber(one, operator), toNumber(other, operator)];
  if (operator === "<") return left < right;
  if (operator === ">") return left > right;
  return operator === "<=" ? left <= right : left >= right;
}

function isEqual(one: Value, other: Value): boolean {
  if (typeof one !== "object" || typeof other !== "object") return one === other;
  return JSON.stringify(one) === JSON.stringify(other);
}

function isIn(one: Value, other: Value): boolean {
  if (typeof other === "string") return other.includes(pythonText(one));
  if (Array.isArray(other)) return other.some((item) => isEqual(item, one));
  return isObject(other) && Object.hasOwn(other, pythonText(one));
}

function toNumber(value: Value, operator: string): number {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return Number(value);
  return cannot(`${operator} needs numbers, not ${value === undefined ? "nothing" : pythonText(value).slice(0, 40)}`);
}

function lengthHint(value: Value): number {
  return typeof value === "string" ? value.length : lengthOf(value);
}

function cannot(message: string): never {
  throw new UserError({
    message: `the prompt's template: ${message}`,
    hint: "Give the case a value that fits, or test it with {% if … %}.",
  });
}
