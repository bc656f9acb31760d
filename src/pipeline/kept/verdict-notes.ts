import type { Json, PromptReport, Report, Tree, Verdict } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import { verdictOrder } from "../../source/verdict-order.ts";

/** The version of the lines; a line of a newer one is not read. */
const schema = 1;

/** A verdict as a note of a commit has it: one line of JSON, so that notes of several people can be joined line by line. */
export interface NotedVerdict {
  /** Of the prompt, as it was called then. */
  readonly path: string;
  readonly version: string | null;
  readonly fingerprint: string;
  /** Fingerprint of the baseline; null where the version was judged alone. */
  readonly against: string | null;
  readonly verdict: Verdict;
  /** Whether it was a known loss that somebody took on record. */
  readonly accepted: boolean;
  /** When it was noted (ISO 8601, UTC). */
  readonly at: string;
}

/** What a report says of versions; what was not judged is no verdict. */
export function verdictsOf({ prompts }: Pick<Report, "prompts">, at: string): readonly NotedVerdict[] {
  return prompts.flatMap((prompt: PromptReport): readonly NotedVerdict[] => {
    const { path, candidate, baseline, verdict, accepted } = prompt;
    if (candidate === null || unsaid.has(verdict)) return [];
    const against = baseline?.fingerprint ?? null;
    const { version, fingerprint } = candidate;
    return [{ path, version, fingerprint, against, verdict, accepted: accepted !== null, at }];
  });
}

const unsaid: ReadonlySet<Verdict> = new Set(["error", "skipped", "unchanged", "deleted"]);

/** A commit's note with these verdicts; what says what is there already is left out, and nothing that is there is changed. */
export function addToNote(
  text: string,
  verdicts: readonly NotedVerdict[],
): { readonly text: string; readonly added: readonly NotedVerdict[] } {
  const there = new Set(parseNote(text).map(sayingOf));
  const added = verdicts.filter((each) => !there.has(sayingOf(each)));
  const lines = [...text.split("\n"), ...added.map((each) => JSON.stringify({ v: schema, ...each }))];
  return { text: `${lines.filter((line) => line.trim() !== "").join("\n")}\n`, added };
}

function sayingOf({ path, fingerprint, against, verdict, accepted }: NotedVerdict): string {
  return JSON.stringify([path, fingerprint, against, verdict, accepted]);
}

/** The verdicts of a note; a line that is none, of a person for example, says nothing. */
function parseNote(text: string): readonly NotedVerdict[] {
  return text.split("\n").flatMap((line) => {
    const noted = parseLine(line);
    return noted === null ? [] : [noted];
  });
}

function parseLine(line: string): NotedVerdict | null {
  let value: Json;
  try {
    value = JSON.parse(line) as Json;
  } catch {
    return null;
  }
  if (!isObject(value) || value["v"] !== schema) return null;
  const { path, version, fingerprint, against, verdict, accepted, at } = value;
  const known = verdictOrder.find((each) => each === verdict);
  if (typeof path !== "string" || known === undefined || !isFingerprint(fingerprint)) return null;
  if (typeof at !== "string" || Number.isNaN(Date.parse(at))) return null;
  return {
    path,
    version: typeof version === "string" ? version : null,
    fingerprint,
    against: isFingerprint(against) ? against : null,
    verdict: known,
    accepted: accepted === true,
    at,
  };
}

function isFingerprint(value: Json | undefined): value is string {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}

/** All verdicts of a tree of notes. Its files are named by the commits; on which of them one stands does not matter. */
export async function readNotes(tree: Tree): Promise<readonly NotedVerdict[]> {
  const texts = await Promise.all((await tree.entries()).map(({ path }) => tree.read(path)));
  return texts.flatMap((bytes) => parseNote(new TextDecoder().decode(bytes ?? new Uint8Array())));
}

/** The note of one commit as it stands; git divides its id into folders once there are many. */
export async function readNoteOf(tree: Tree, commit: string): Promise<string> {
  const entry = (await tree.entries()).find(({ path }) => path.replaceAll("/", "") === commit);
  const bytes = entry === undefined ? null : await tree.read(entry.path);
  return new TextDecoder().decode(bytes ?? new Uint8Array());
}
