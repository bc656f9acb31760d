import { distance } from "fastest-levenshtein";
import type { Place, Problem } from "./model.ts";

/** Exit codes: a contract that scripts rely on. */
export const exitCodes = { pass: 0, gateFailed: 1, userError: 2, notJudged: 3 } as const;

/** The user must mend something: one or more mistakes, all told at once. Exit code 2. */
export class UserError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: Problem | readonly Problem[]) {
    const list = Array.isArray(problems) ? (problems as readonly Problem[]) : [problems as Problem];
    super(list.map((problem) => problem.message).join("\n"));
    this.name = "UserError";
    this.problems = list;
  }
}

/** Our bug. Exit code 3; the message asks for a report. */
export class InternalError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "InternalError";
  }
}

/** Throws one UserError with all problems, if there are any. */
export function throwProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new UserError(problems);
}

/** `path:line:column`, as far as known. */
export function formatPlace(place: Place): string {
  return [place.path, place.line, place.column].filter((part) => part !== undefined).join(":");
}

/** The known name nearest to what was written, or null where none is near. */
export function nearest(written: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let bestDistance = Math.max(2, Math.floor(written.length / 3)) + 1;
  for (const name of known) {
    const edits = distance(written.slice(0, 64).toLowerCase(), name.toLowerCase());
    if (edits < bestDistance) {
      best = name;
      bestDistance = edits;
    }
  }
  return best;
}

// ── The catalogue of messages ───────────────────────────────────────────────
// Every mistake a user can be told of is worded here: one section a room.
