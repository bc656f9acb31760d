/**
 * The nodes of a template that the interpreter knows, as the parser makes them. The parser's own types say of a node
 * only that it has a `type`; what is not listed here is refused when a template is looked at.
 */
export type Node =
  | { readonly type: "Comment" }
  | { readonly type: "If"; readonly test: Node; readonly body: readonly Node[]; readonly alternate: readonly Node[] }
  | {
      readonly type: "For";
      readonly loopvar: Node;
      readonly iterable: Node;
      readonly body: readonly Node[];
      readonly defaultBlock: readonly Node[];
    }
  | { readonly type: "Set"; readonly assignee: Node; readonly value: Node | null; readonly body: readonly Node[] }
  | { readonly type: "Identifier"; readonly value: string }
  | { readonly type: "StringLiteral"; readonly value: string }
  | { readonly type: "IntegerLiteral" | "FloatLiteral"; readonly value: number }
  | { readonly type: "ArrayLiteral" | "TupleLiteral"; readonly value: readonly Node[] }
  | { readonly type: "ObjectLiteral"; readonly value: ReadonlyMap<Node, Node> }
  | { readonly type: "MemberExpression"; readonly object: Node; readonly property: Node; readonly computed: boolean }
  | { readonly type: "CallExpression"; readonly callee: Node; readonly args: readonly Node[] }
  | { readonly type: "FilterExpression"; readonly operand: Node; readonly filter: Node }
  | { readonly type: "TestExpression"; readonly operand: Node; readonly negate: boolean; readonly test: Node }
  | { readonly type: "UnaryExpression"; readonly operator: { readonly value: string }; readonly argument: Node }
  | {
      readonly type: "BinaryExpression";
      readonly operator: { readonly value: string };
      readonly left: Node;
      readonly right: Node;
    }
  | { readonly type: "Ternary"; readonly condition: Node; readonly trueExpr: Node; readonly falseExpr: Node }
  | { readonly type: "SelectExpression"; readonly lhs: Node; readonly test: Node };

/** The nodes directly within a node, in their order. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.type) {
    case "If":
      return [node.test, ...node.body, ...node.alternate];
    case "For":
      return [node.iterable, ...node.body, ...node.defaultBlock];
    case "Set":
      return [...(node.value === null ? [] : [node.value]), ...node.body];
    case "ArrayLiteral":
    case "TupleLiteral":
      return node.value;
    case "ObjectLiteral":
      return [...node.value].flat();
    case "MemberExpression":
      return node.computed ? [node.object, node.property] : [node.object];
    case "CallExpression":
      return [node.callee, ...node.args];
    case "FilterExpression":
      return [node.operand, ...(node.filter.type === "CallExpression" ? node.filter.args : [])];
    case "TestExpression":
      return [node.operand, ...(node.test.type === "CallExpression" ? node.test.args : [])];
    case "UnaryExpression":
      return [node.argument];
    case "BinaryExpression":
      return [node.left, node.right];
    case "Ternary":
      return [node.condition, node.trueExpr, node.falseExpr];
    case "SelectExpression":
      return [node.lhs, node.test];
    default:
      return [];
  }
}
