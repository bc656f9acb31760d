/** How the value of each keyword is read. What is not listed says nothing about a value, and is left out. */
type KeywordKind = "schema" | "list" | "map" | "value" | "refused";

const kinds: Readonly<Record<KeywordKind, readonly string[]>> = {
  schema: ["additionalProperties", "contains", "else", "if", "items", "not", "propertyNames", "then"],
  list: ["allOf", "anyOf", "oneOf", "prefixItems"],
  map: ["dependentSchemas", "patternProperties", "properties"],
  value: [
    ...["type", "enum", "const", "pattern", "maxLength", "minLength", "required", "dependentRequired"],
    ...["maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "multipleOf", "uniqueItems"],
    ...["maxItems", "minItems", "maxContains", "minContains", "maxProperties", "minProperties"],
  ],
  refused: ["$dynamicRef", "$recursiveRef", "dependencies", "unevaluatedItems", "unevaluatedProperties"],
};

/** The keywords that are read, each with how. */
export const keywordKinds: ReadonlyMap<string, KeywordKind> = new Map(
  Object.entries(kinds).flatMap(([kind, names]) => names.map((name) => [name, kind as KeywordKind] as const)),
);

/** Put into every schema that the validator gets: what a look at a value costs, and the index of a referenced schema. */
export const costKeyword = "assay:cost";
export const referenceKeyword = "assay:reference";
