import type { Json, JsonObject } from "../../../model.ts";
import { isObject } from "../../../source/json.ts";
import type { MessageWriter } from "../message-writer.ts";
import { splitAtRoles } from "../role-lines.ts";
import type { Dialect } from "./dialects.ts";
import { evaluate, nameOf, type Scope } from "./evaluate.ts";
import { toList } from "./filters.ts";
import type { Value } from "./python-values.ts";
import type { Node } from "./syntax.ts";

/** Writes the nodes of a template with the values of a case. */
export function renderNodes(nodes: readonly Node[], values: JsonObject, dialect: Dialect, writer: MessageWriter): void {
  writeNodes(nodes, { names: new Map(Object.entries(values)), outer: null, dialect }, writer);
}

function writeNodes(nodes: readonly Node[], scope: Scope, writer: MessageWriter): void {
  for (const node of nodes) writeNode(node, scope, writer);
}

function writeNode(node: Node, scope: Scope, writer: MessageWriter): void {
  writer.step();
  switch (node.type) {
    case "Comment":
      return;
    case "If":
      writeNodes(scope.dialect.isTrue(evaluate(node.test, scope, writer)) ? node.body : node.alternate, scope, writer);
      return;
    case "For":
      writeLoop(node, scope, writer);
      return;
    case "Set":
      scope.names.set(nameOf(node.assignee), node.value === null ? undefined : evaluate(node.value, scope, writer));
      return;
    case "StringLiteral":
      for (const { role, text } of splitAtRoles(node.value)) {
        if (role !== null) writer.startMessage(role);
        writer.write(text);
      }
      return;
    default:
      writer.write(scope.dialect.toText(evaluate(node, scope, writer)));
  }
}

function writeLoop(node: Node & { readonly type: "For" }, scope: Scope, writer: MessageWriter): void {
  // `for x in list if test`: the parser makes the condition a part of what is looped over.
  const filtered = node.iterable.type === "SelectExpression" ? node.iterable : null;
  const names = node.loopvar.type === "TupleLiteral" ? node.loopvar.value.map(nameOf) : [nameOf(node.loopvar)];
  const bind = (item: Json): Map<string, Value> => {
    if (names.length === 1) return new Map([[names[0] ?? "", item]]);
    const parts = Array.isArray(item) ? item : isObject(item) ? Object.values(item) : [];
    return new Map(names.map((name, index) => [name, parts[index]]));
  };
  const { dialect } = scope;
  const all = itemsOf(evaluate(filtered?.lhs ?? node.iterable, scope, writer), names.length > 1, dialect, writer);
  const items =
    filtered === null
      ? all
      : all.filter((item) =>
          dialect.isTrue(evaluate(filtered.test, { names: bind(item), outer: scope, dialect }, writer)),
        );
  if (items.length === 0) writeNodes(node.defaultBlock, scope, writer);
  for (const [index, item] of items.entries()) {
    writer.step();
    const loop = {
      index: index + 1,
      index0: index,
      first: index === 0,
      last: index === items.length - 1,
      length: items.length,
      revindex: items.length - index,
      revindex0: items.length - index - 1,
    };
    writeNodes(node.body, { names: bind(item).set("loop", loop), outer: scope, dialect }, writer);
  }
}

function itemsOf(value: Value, inPairs: boolean, { mapsInPairs }: Dialect, writer: MessageWriter): readonly Json[] {
  const items = toList(value, writer);
  return inPairs && mapsInPairs && isObject(value) ? items.map((key) => [key, value[String(key)] ?? null]) : items;
}
