import type { PromptVersion } from "../../model.ts";

/** A part that the usual checklists ask of a prompt. */
export interface ChecklistPart {
  /** As it is told: "no role in 3 of 5 prompts". */
  readonly name: string;
  /** Which checklists ask for it. */
  readonly of: string;
  readonly isThere: (text: string, version: PromptVersion) => boolean;
}

/** English alone is looked for: of other languages nothing is said. */
const english = /\b(?:the|and|of|to|is|you|in|for)\b/gi;

/**
 * The parts of RACE (role, action, context, expectation) and CRISPE (capacity and role, insight, statement, personality,
 * experiment), as far as words show them. What all prompts have in some way, the task itself, is not looked for.
 */
export const checklistParts: readonly ChecklistPart[] = [
  {
    name: "role",
    of: "RACE, CRISPE",
    isThere: (text) =>
      /\b(?:you are|you're|you act|act as|as an? (?:expert|assistant|senior|professional)|your (?:role|job|task)|imagine you)\b/i.test(
        text,
      ),
  },
  {
    name: "context",
    of: "RACE, CRISPE",
    isThere: (text, { variables }) =>
      variables.length > 0 ||
      /\b(?:context|background|given|following|based on|below|company|customers?|users?)\b/i.test(text),
  },
  {
    name: "expectation of the answer",
    of: "RACE",
    isThere: (text, { configuration: { format, tools } }) =>
      format !== null ||
      tools !== null ||
      /\b(?:answer|respond|reply|return|output|format|json|xml|markdown|list|sentences?|words?|bullets?|only|exactly|at most|must)\b/i.test(
        text,
      ),
  },
  {
    name: "tone",
    of: "CRISPE",
    isThere: (text, { configuration: { format } }) =>
      // What a program reads has none.
      format !== null ||
      /\b(?:json|xml|tone|style|voice|concise|brief|short|friendly|polite|formal|informal|professional|plain|simple|neutral|warm|helpful)\b/i.test(
        text,
      ),
  },
  {
    name: "example",
    of: "CRISPE",
    isThere: (text, { configuration: { messages } }) =>
      messages.some(({ role }) => role === "assistant") ||
      /\b(?:examples?|e\.g\.|for instance|such as|input:|output:)/i.test(text),
  },
];

/** The parts that a prompt lacks; null where its language is not known. */
export function findMissingParts(version: PromptVersion): readonly ChecklistPart[] | null {
  const text = version.configuration.messages.map(({ content }) => content).join("\n");
  const words = text.match(/\p{L}+/gu)?.length ?? 0;
  if (words === 0 || (text.match(english)?.length ?? 0) < Math.max(1, words * 0.05)) return null;
  return checklistParts.filter(({ isThere }) => !isThere(text, version));
}
