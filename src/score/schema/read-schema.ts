import { UserError } from "../../errors.ts";
import type { Json } from "../../model.ts";
import { decodeText } from "../../source/text.ts";
import { readYaml } from "../../source/yaml.ts";
import type { SchemaMistake } from "./clean-schema.ts";
import { compileSchema } from "./compile-schema.ts";
import type { Validate } from "./make-validator.ts";
import { pointerKeys } from "./pointer.ts";

const maximumBytes = 262_144;

/** Compiles the schema of a file, JSON or YAML. Throws a UserError with every mistake at its line. */
export function readSchema(path: string, bytes: Uint8Array): Validate {
  if (bytes.byteLength > maximumBytes)
    throw new UserError({ message: "a schema of more than 256 KiB", place: { path } });
  const text = decodeText(path, bytes);
  const compiled = compileSchema(parse(path, text));
  if (typeof compiled === "function") return compiled;
  throw new UserError(
    compiled.map((mistake) => ({ ...describeMistake(mistake), place: findPlace(path, text, mistake.pointer) })),
  );
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

function findPlace(path: string, text: string, pointer: string) {
  try {
    return readYaml(path, text).place(pointerKeys(pointer) ?? []);
  } catch {
    return { path };
  }
}
