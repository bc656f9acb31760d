import type { ValidateFunction } from "ajv";
import type { SchemaNode } from "./report-schema.ts";

/** Compiles a schema when it is first asked for: who reads no file does not pay for it. */
export function compileLater(schema: SchemaNode): () => Promise<ValidateFunction> {
  let compiled: Promise<ValidateFunction> | undefined;
  const compile = async (): Promise<ValidateFunction> => {
    const { Ajv } = await import("ajv");
    return new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);
  };
  return () => {
    compiled ??= compile();
    return compiled;
  };
}

/** What the schema refuses, one line each. */
export function describeErrors({ errors }: ValidateFunction): readonly string[] {
  // A choice that fails repeats what its branches say.
  const own = (errors ?? []).filter(({ keyword }) => keyword !== "anyOf");
  return own.map(({ instancePath, message, params }) => {
    const key = (params as { readonly additionalProperty?: string }).additionalProperty;
    return `${instancePath || "/"} ${message ?? "is wrong"}${key === undefined ? "" : ` (${JSON.stringify(key)})`}`;
  });
}
