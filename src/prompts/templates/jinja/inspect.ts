import { nearest } from "../../../errors.ts";
import type { Inspection, TemplateMistake, TemplateVariable } from "../template-engine.ts";
import type { Dialect } from "./dialects.ts";
import { filterOf, methodNames, nameOf, testOf, writtenName } from "./evaluate.ts";
import { filterAliases, filters } from "./filters.ts";
import type { Tag } from "./scan-tags.ts";
import { childrenOf, type Node } from "./syntax.ts";
import { tests } from "./tests.ts";

const constants = ["true", "True", "false", "False", "none", "None"];
const knownTypes = new Set(
  [
    "Comment If For Set Identifier StringLiteral IntegerLiteral FloatLiteral ArrayLiteral TupleLiteral ObjectLiteral",
    "MemberExpression CallExpression FilterExpression TestExpression UnaryExpression BinaryExpression Ternary SelectExpression",
  ].flatMap((line) => line.split(" ")),
);

/** What a template reads and what it cannot do here. Offsets are those of the tag in which something stands first. */
export function inspectNodes(nodes: readonly Node[], tags: readonly Tag[], dialect: Dialect): Inspection {
  const inspector = new Inspector(tags, dialect);
  inspector.visitAll(nodes, new Set(constants), false);
  return { variables: inspector.variables(), partials: [], mistakes: inspector.mistakes };
}

class Inspector {
  readonly mistakes: TemplateMistake[] = [];
  readonly #offsets: ReadonlyMap<string, number>;
  readonly #first: number;
  readonly #required = new Set<string>();
  readonly #optional = new Set<string>();

  readonly #filters: readonly string[];

  constructor(tags: readonly Tag[], { lacks }: Dialect) {
    this.#filters = [...Object.keys(filters), ...Object.keys(filterAliases)].filter((name) => !lacks.includes(name));
    this.#offsets = indexNames(tags);
    this.#first = tags[0]?.offset ?? 0;
  }

  variables(): readonly TemplateVariable[] {
    const names = new Set([...this.#required, ...this.#optional]);
    return [...names]
      .map((name) => ({ name, offset: this.#find(name), optional: this.#isOptional(name) }))
      .sort((one, other) => one.offset - other.offset);
  }

  visitAll(nodes: readonly Node[], bound: Set<string>, optional: boolean): void {
    for (const node of nodes) this.#visit(node, bound, optional);
  }

  /** Whether the template asks for it, or for what it is a part of, before it uses it. */
  #isOptional(name: string): boolean {
    const keys = name.split(".");
    return keys.some((_, index) => this.#optional.has(keys.slice(0, index + 1).join(".")));
  }

  #visit(node: Node, bound: Set<string>, optional: boolean): void {
    if (!knownTypes.has(node.type)) {
      this.#tell(`${node.type} is no part of the template language here`, undefined, "");
      return;
    }
    const path = pathOf(node);
    if (path !== null) {
      const [root = ""] = path.split(".");
      if (!bound.has(root)) (optional ? this.#optional : this.#required).add(path);
      return;
    }
    switch (node.type) {
      case "If":
        this.#visit(node.test, bound, true);
        this.visitAll([...node.body, ...node.alternate], bound, optional);
        return;
      case "Ternary":
        this.#visit(node.condition, bound, true);
        this.visitAll([node.trueExpr, node.falseExpr], bound, optional);
        return;
      case "For": {
        const names = node.loopvar.type === "TupleLiteral" ? node.loopvar.value.map(nameOf) : [nameOf(node.loopvar)];
        const inner = new Set([...bound, ...names, "loop"]);
        const filtered = node.iterable.type === "SelectExpression" ? node.iterable : null;
        this.#visit(filtered?.lhs ?? node.iterable, bound, optional || node.defaultBlock.length > 0);
        if (filtered !== null) this.#visit(filtered.test, inner, true);
        this.visitAll(node.body, inner, optional);
        this.visitAll(node.defaultBlock, bound, optional);
        return;
      }
      case "Set":
        this.visitAll(childrenOf(node), bound, optional);
        if (nameOf(node.assignee) === "" || node.value === null)
          this.#tell("{% set %} takes one name and a value", undefined, "set");
        bound.add(nameOf(node.assignee));
        return;
      case "FilterExpression":
        this.#checkName("filter", writtenName(node.filter), this.#filters);
        this.visitAll(childrenOf(node), bound, optional || filterOf(node.filter).name === "default");
        return;
      case "TestExpression":
        this.#checkName("test", testOf(node.test).name, Object.keys(tests));
        this.visitAll(childrenOf(node), bound, true);
        return;
      case "CallExpression":
        this.#visitCall(node, bound, optional);
        return;
      case "BinaryExpression":
        this.visitAll(childrenOf(node), bound, optional || node.operator.value === "or");
        return;
      default:
        this.visitAll(childrenOf(node), bound, optional);
    }
  }

  #visitCall(node: Node & { readonly type: "CallExpression" }, bound: Set<string>, optional: boolean): void {
    if (node.callee.type === "MemberExpression" && !node.callee.computed) {
      this.#checkName("method", nameOf(node.callee.property), methodNames);
      this.#visit(node.callee.object, bound, optional);
    } else {
      this.#checkName("function", nameOf(node.callee), ["range"]);
    }
    this.visitAll(node.args, bound, optional);
  }

  #checkName(kind: string, name: string, known: readonly string[]): void {
    if (known.includes(name)) return;
    const near = nearest(name, known);
    this.#tell(
      `the ${kind} ${name || "called"} is not there`,
      near === null ? `There is: ${known.join(", ")}.` : `Did you mean ${near}?`,
      name,
    );
  }

  #tell(message: string, hint: string | undefined, name: string): void {
    this.mistakes.push({ message, ...(hint === undefined ? {} : { hint }), offset: this.#find(name) });
  }

  /** Where it, or else its last part, stands first; where the first tag stands if it is nowhere as it is. */
  #find(name: string): number {
    const last = name.slice(name.lastIndexOf(".") + 1);
    return this.#offsets.get(name) ?? this.#offsets.get(last) ?? this.#first;
  }
}

/** Every path of names in the tags, and every name in one, with the offset of its first use. */
function indexNames(tags: readonly Tag[]): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>();
  for (const { offset, text } of tags) {
    for (const { 0: path, index } of text.matchAll(/[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*/gu)) {
      const names = path.split(".");
      let length = 0;
      for (const [position, name] of names.entries()) {
        const prefix = names.slice(0, position + 1).join(".");
        if (!offsets.has(prefix)) offsets.set(prefix, offset + index);
        if (!offsets.has(name)) offsets.set(name, offset + index + length);
        length += name.length + 1;
      }
    }
  }
  return offsets;
}

/** `a.b` where the node is a chain of plain names; null for anything else. */
function pathOf(node: Node): string | null {
  if (node.type === "Identifier") return node.value;
  if (node.type !== "MemberExpression") return null;
  const object = pathOf(node.object);
  if (object === null) return null;
  // An index picks one of many: what must be there is the list.
  return node.computed ? object : `${object}.${nameOf(node.property)}`;
}
