/** What a check run of ours carries for `watch --report`: figures and one line, no content of prompts. */
export interface CheckNote {
  readonly verdict: string;
  readonly failed: boolean;
  readonly calls: number;
  /** US dollars; null where unknown. */
  readonly cost: number | null;
}

const opening = "<!-- prompt-assay:watch ";

/** The note as it stands in the text of the check run. */
export function writeCheckNote({ verdict, failed, calls, cost }: CheckNote): string {
  return `${opening}${JSON.stringify({ v: 1, verdict, failed, calls, cost })} -->`;
}

/** The note of a check run; null where there is none that holds. */
export function readCheckNote(text: string | null): CheckNote | null {
  const written = /^<!-- prompt-assay:watch (\{[^\n]{1,300}\}) -->$/m.exec(text ?? "")?.[1];
  if (written === undefined) return null;
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    return null;
  }
  const { v, verdict, failed, calls, cost } = Object(value) as Readonly<Record<string, unknown>>;
  if (v !== 1 || typeof verdict !== "string" || !/^[a-z-]{1,40}$/.test(verdict) || typeof failed !== "boolean")
    return null;
  if (typeof calls !== "number" || !Number.isSafeInteger(calls) || calls < 0) return null;
  if (cost !== null && (typeof cost !== "number" || !(cost >= 0))) return null;
  return { verdict, failed, calls, cost };
}
