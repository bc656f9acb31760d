import { UserError } from "../errors.ts";
import { decodeText } from "../source/text.ts";

/** In bytes: 1 MiB, a good thousand times the usual prompt. */
const sizeLimit = 2 ** 20;

/** A prompt file's text. Throws a UserError where it is no UTF-8 or too large to be a prompt. */
export function decodePrompt(path: string, source: Uint8Array): string {
  if (source.byteLength > sizeLimit) {
    throw new UserError({
      message: "the prompt file is larger than 1 MiB",
      hint: "Move test data into a golden set of its own (.jsonl).",
      place: { path },
    });
  }
  return decodeText(path, source);
}
