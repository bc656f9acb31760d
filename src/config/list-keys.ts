import type { SchemaNode } from "./schema.ts";

/** A key that a schema knows. */
export interface SchemaKey {
  /** `providers.<name>.type`, `overrides[].golden`. */
  readonly path: string;
  readonly name: string;
  readonly node: SchemaNode;
}

/** Every key under a schema, each before the keys within it. */
export function listKeys(schema: SchemaNode, parent = ""): readonly SchemaKey[] {
  const entries = Object.entries(schema.properties ?? {});
  if (typeof schema.additionalProperties === "object") entries.push(["<name>", schema.additionalProperties]);
  const own = entries.flatMap(([name, node]) => {
    const path = parent === "" ? name : `${parent}.${name}`;
    return [{ path, name, node }, ...listKeys(node, path)];
  });
  return schema.items ? [...own, ...listKeys(schema.items, `${parent}[]`)] : own;
}
