import { UserError } from "../../errors.ts";
import type { Json, Place } from "../../model.ts";
import { decodeText } from "../../source/text.ts";
import { readYaml, type YamlSource } from "../../source/yaml.ts";
import type { SchemaMistake } from "./clean-schema.ts";
import { compileSchema } from "./compile-schema.ts";
import type { Validate } from "./make-validator.ts";
import { pointerKeys } from "./pointer.ts";

const maximumBytes = 262_144;
/** The places of a larger file's mistakes are not looked for: it is read as YAML for that, which takes its time. */
const placedCharacters = 16_384;

/** Compiles the schema of a file, JSON or YAML. Throws a UserError with every mistake at its line. */
export function readSchema(path: string, bytes: Uint8Array): Validate {
  if (bytes.byteLength > maximumBytes)
    throw new UserError({ message: "a schema of more than 256 KiB", place: { path } });
  const text = decodeText(path, bytes);
  const compiled = compileSchema(parse(path, text));
  if (typeof compiled === "function") return compiled;
  const placeOf = placeFinder(path, text);
  throw new UserError(compiled.map((mistake) => ({ ...describeMistake(mistake), place: placeOf(mistake.pointer) })));
}

/** A mistake in words, with the pointer that finds it in a schema of any layout. */
export function describeMistake({ pointer, message, hint }: SchemaMistake): { message: string; hint?: string } {
  return { message: `not a usable schema: ${pointer && `${pointer} `}${message}`, ...(hint && { hint }) };
}

/** JSON is read by its own reader first: it is faster, and YAML has limits on keys that JSON has not. */
function parse(path: string, text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return readYaml(path, text).value;
  }
}

/** Finds the place of a pointer; the file is read once for all of them, and not at all for the schema as a whole. */
function placeFinder(path: string, text: string): (pointer: string) => Place {
  let read: YamlSource | null | undefined;
  return (pointer) => {
    if (pointer === "" || text.length > placedCharacters) return { path };
    if (read === undefined) read = readOrNull(path, text);
    return read?.place(pointerKeys(pointer) ?? []) ?? { path };
  };
}

function readOrNull(path: string, text: string): YamlSource | null {
  try {
    return readYaml(path, text);
  } catch {
    return null;
  }
}
