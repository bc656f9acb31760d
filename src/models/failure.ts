import type { CallResult, Failure } from "../model.ts";

/** What is told is shorter: `tellFailures` cuts it, once it has been looked through. */
const messageLimit = 10_000;
const shortEscapes: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A call that failed. What is not given is unknown; failures are final unless said otherwise. */
export function failed(
  kind: Failure["kind"],
  message: string,
  details: Partial<Pick<Failure, "httpStatus" | "retryable" | "retryAfterMs">> = {},
): CallResult {
  return {
    status: "failed",
    failure: { kind, message, httpStatus: null, retryable: false, retryAfterMs: null, ...details },
  };
}

/** A foreign text as one line; control and direction characters become visible escapes. */
export function toOneLine(text: string): string {
  const characters = [...text.slice(0, messageLimit * 2).trim()];
  const short =
    characters.length > messageLimit ? `${characters.slice(0, messageLimit - 1).join("")}…` : characters.join("");
  return short.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => shortEscapes[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** Takes a key out of a text, wherever it stands. */
export function redact(text: string, key: string | null): string {
  return key === null || key === "" ? text : text.replaceAll(key, "[key]");
}
