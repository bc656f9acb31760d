import { UserError } from "../errors.ts";

/** Decodes UTF-8 (a byte order mark is dropped) and folds line ends to `\n`. Throws a UserError where it is no UTF-8. */
export function decodeText(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replaceAll("\r\n", "\n");
  } catch {
    throw new UserError({ message: "not UTF-8 text", hint: "Save the file as UTF-8.", place: { path } });
  }
}
