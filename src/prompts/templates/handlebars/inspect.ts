import { nearest } from "../../../errors.ts";
import type { Inspection, TemplateMistake, TemplateVariable } from "../template-engine.ts";
import type { Block, Call, Expression, Hash, Node, Partial, Path, Program } from "./syntax.ts";

/** What stands in a tag, and what opens a block; messages are made from these lists. */
const inlineHelpers = ["json", "role", "history", "media", "section"];
const blockHelpers = ["if", "unless", "each", "with", "ifEquals", "unlessEquals"];
const roles = ["system", "user", "model", "assistant", "tool"];

type OffsetOf = (position: { readonly line: number; readonly column: number }) => number;

/** What a template reads of the case, which partials it includes, and what it cannot do here. */
export function inspectProgram(program: Program, offsetOf: OffsetOf): Inspection {
  const inspector = new Inspector(offsetOf);
  inspector.visit(program, { own: true, optional: false, bound: new Set() });
  const { variables, partials, mistakes } = inspector;
  return { variables: [...variables.values()], partials: [...partials.values()], mistakes };
}

interface Within {
  /** Whether names are those of the case, not of an item. */
  readonly own: boolean;
  readonly optional: boolean;
  readonly bound: ReadonlySet<string>;
}

class Inspector {
  readonly variables = new Map<string, TemplateVariable>();
  readonly partials = new Map<string, { readonly name: string; readonly offset: number }>();
  readonly mistakes: TemplateMistake[] = [];
  readonly #offsetOf: OffsetOf;

  constructor(offsetOf: OffsetOf) {
    this.#offsetOf = offsetOf;
  }

  visit(program: Program, within: Within): void {
    for (const node of program.body) this.#visitNode(node, within);
  }

  #visitNode(node: Node, within: Within): void {
    switch (node.type) {
      case "ContentStatement":
      case "CommentStatement":
        return;
      case "MustacheStatement":
        this.#visitInline(node, within);
        return;
      case "BlockStatement":
        this.#visitBlock(node, within);
        return;
      case "PartialStatement":
        this.#visitPartial(node, within);
        return;
      default:
        this.#tell(node as Node, "decorators and blocks as partials are no part of the template language here");
    }
  }

  #visitPartial(node: Partial, within: Within): void {
    if (node.name.type === "PathExpression") {
      const name = node.name.original;
      if (!this.partials.has(name)) this.partials.set(name, { name, offset: this.#offsetOf(node.loc.start) });
      this.#readAll(node.params, node.hash, within);
    } else this.#tell(node, "a partial is included by its name");
  }

  #visitInline(node: Call, within: Within): void {
    const { path, params, hash } = node;
    const isCalled = params.length > 0 || (hash?.pairs.length ?? 0) > 0;
    if (path.type !== "PathExpression") this.#tell(node, "only a name can be printed or called");
    else if (inlineHelpers.includes(path.original)) this.#visitHelper(node, within);
    else if (isCalled) this.#tellUnknown(node, path.original, inlineHelpers);
    else this.#read(path, within);
  }

  #visitHelper(node: Call, within: Within): void {
    const { path, params, hash } = node;
    if (path.original === "role") {
      const [role] = params;
      // A role that a value chooses would let the value begin a message of the system's.
      if (role?.type !== "StringLiteral" || !roles.includes(role.value)) {
        this.#tell(node, "role takes one of the roles in quotes", `It is one of ${roles.join(", ")}.`);
      }
    }
    this.#readAll(params, hash, within);
  }

  #visitBlock(node: Block, within: Within): void {
    const { path, params, hash, program, inverse } = node;
    const helper = path.type === "PathExpression" ? path.original : "";
    if (!blockHelpers.includes(helper)) {
      this.#tellUnknown(node, helper, blockHelpers);
      return;
    }
    if (params.length === 0) this.#tell(node, `#${helper} needs something to look at`);
    const asks = helper === "if" || helper === "unless" || inverse !== undefined;
    this.#readAll(params, hash, { ...within, optional: within.optional || asks });
    const changes = helper === "each" || helper === "with";
    const bound = new Set([...within.bound, ...(program.blockParams ?? [])]);
    // With names of its own for the item, plain names are still the case's where the item lacks them: not known here.
    this.visit(program, changes ? { ...within, own: false, bound } : { ...within, bound });
    if (inverse !== undefined) this.visit(inverse, within);
  }

  #readAll(params: readonly Expression[], hash: Hash | undefined, within: Within): void {
    for (const value of [...params, ...(hash?.pairs ?? []).map((pair) => pair.value)]) {
      if (value.type === "PathExpression") this.#read(value, within);
      else if ((value.type as string) === "SubExpression") {
        this.#tell(value as unknown as Path, "a call within brackets is no part of the template language here");
      }
    }
  }

  #read(path: Path, within: Within): void {
    const [first = ""] = path.parts;
    if (path.data || path.parts.length === 0 || !within.own || within.bound.has(first)) return;
    const name = path.parts.join(".");
    const known = this.variables.get(name);
    const optional = within.optional || (known?.optional ?? false);
    const offset = known?.offset ?? this.#offsetOf(path.loc.start);
    this.variables.set(name, { name, offset, optional });
  }

  #tellUnknown(node: Call, name: string, known: readonly string[]): void {
    if (known === blockHelpers && inlineHelpers.includes(name)) {
      this.#tell(node, `${name} is no block`, `Write {{${name} …}} without the #, and nothing that closes it.`);
      return;
    }
    const near = nearest(name, known);
    this.#tell(
      node,
      `there is no helper ${name}`,
      near === null ? `Helpers: ${known.join(", ")}.` : `Did you mean ${near}?`,
    );
  }

  #tell({ loc }: Pick<Node, "loc">, message: string, hint?: string): void {
    this.mistakes.push({ message, ...(hint === undefined ? {} : { hint }), offset: this.#offsetOf(loc.start) });
  }
}
