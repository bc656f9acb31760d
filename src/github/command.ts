/** What somebody may ask for in a comment on a pull request. */
export type Command =
  | { readonly kind: "run"; readonly sha: string }
  | { readonly kind: "accept"; readonly pair: string; readonly reason: string };

/** What a comment's text asks for: a command, a command that is none, or nothing of us. */
export type ParsedCommand = Command | { readonly kind: "mistaken"; readonly usage: string } | null;

const usage = "Write /assay run SHA, or /assay accept FINGERPRINT REASON, with the first 7 digits or more.";

/**
 * Reads a command at the very start of a comment's first line. A quote, a code block or a later line is none: our own
 * comments quote what models say.
 */
export function parseCommand(text: string): ParsedCommand {
  const [line = ""] = text.split(/\r?\n/, 1);
  const [word, verb, identity = "", ...reason] = line.trimEnd().split(/[ \t]+/);
  if (word !== "/assay") return null;
  const valid = /^[0-9a-f]{7,64}$/i.test(identity);
  if (verb === "run" && valid && reason.length === 0) return { kind: "run", sha: identity.toLowerCase() };
  if (verb === "accept" && valid && reason.length > 0) {
    return { kind: "accept", pair: identity.toLowerCase(), reason: reason.join(" ") };
  }
  return { kind: "mistaken", usage };
}
