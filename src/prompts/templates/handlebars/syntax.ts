/** Where a node begins; lines count from 1, columns from 0. */
interface Location {
  readonly start: { readonly line: number; readonly column: number };
}

/** A path such as `a.b`, `../a`, `this.a`, `@index`. */
export interface Path {
  readonly type: "PathExpression";
  /** Whether it begins with @. */
  readonly data: boolean;
  /** How many `../` it begins with. */
  readonly depth: number;
  readonly parts: readonly string[];
  readonly original: string;
  readonly loc: Location;
}

/** What can stand as a parameter; brackets around a call are refused when a template is looked at. */
export type Expression =
  | Path
  | { readonly type: "StringLiteral"; readonly value: string; readonly loc: Location }
  | { readonly type: "NumberLiteral"; readonly value: number; readonly loc: Location }
  | { readonly type: "BooleanLiteral"; readonly value: boolean; readonly loc: Location }
  | { readonly type: "NullLiteral" | "UndefinedLiteral"; readonly loc: Location };

export interface Hash {
  readonly pairs: readonly { readonly key: string; readonly value: Expression }[];
}

export interface Program {
  readonly body: readonly Node[];
  readonly blockParams?: readonly string[];
}

/** What is called or printed, with its parameters. */
export interface Call {
  readonly path: Path;
  readonly params: readonly Expression[];
  readonly hash?: Hash;
  readonly loc: Location;
}

export type Block = Call & { readonly type: "BlockStatement"; readonly program: Program; readonly inverse?: Program };
export type Partial = {
  readonly type: "PartialStatement";
  readonly name: Path;
  readonly params: readonly Expression[];
  readonly hash?: Hash;
  readonly loc: Location;
};

/** The nodes that the interpreter knows; the parser makes others, which are refused when a template is looked at. */
export type Node =
  | { readonly type: "ContentStatement"; readonly value: string; readonly loc: Location }
  | { readonly type: "CommentStatement"; readonly loc: Location }
  | (Call & { readonly type: "MustacheStatement" })
  | Block
  | Partial;
