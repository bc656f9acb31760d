import type { DriftAnswer, DriftRecord, DriftReference } from "../model.ts";
import { readAnswers, readRecords, writeAnswers, writeRecords } from "./records.ts";

/** The text files of a history, by their paths. */
export type HistoryFiles = ReadonlyMap<string, string>;

/** Files to write, and to remove where null. */
export type HistoryChanges = ReadonlyMap<string, string | null>;

/** What a change to a history makes of it. */
export interface HistoryEdit<T> {
  readonly changes: HistoryChanges;
  readonly result: T;
}

/** Where a history is kept. */
export interface HistoryStore {
  /** For people. */
  readonly label: string;
  read(): Promise<HistoryFiles>;
  /**
   * Reads, changes and writes as one. Where somebody else wrote meanwhile, `edit` is called again with what is there now.
   *
   * @param rewrite whether what was there before must not be found any more
   */
  update<T>(message: string, edit: (files: HistoryFiles) => HistoryEdit<T>, rewrite?: boolean): Promise<T>;
}

/** What the history holds of one prompt. */
export interface PromptHistory {
  readonly folder: string;
  readonly records: readonly DriftRecord[];
  readonly answers: readonly DriftAnswer[];
}

/** A prompt as the repository has it now. */
export interface PresentPrompt {
  readonly name: string;
  readonly path: string;
  readonly fingerprint: string;
}

const recordsFile = "history.jsonl";
const answersFile = "answers.jsonl";
const pictureFile = "line.svg";

/** All prompts of a history, and how many lines of it could not be read. */
export function readHistory(files: HistoryFiles): {
  readonly prompts: readonly PromptHistory[];
  readonly dropped: number;
} {
  const prompts: PromptHistory[] = [];
  let dropped = 0;
  for (const [path, text] of files) {
    const folder = /^prompts\/([^/]+)\/history\.jsonl$/.exec(path)?.[1];
    if (folder === undefined) continue;
    const records = readRecords(text);
    const answers = readAnswers(files.get(`prompts/${folder}/${answersFile}`) ?? "");
    dropped += records.dropped + answers.dropped;
    prompts.push({ folder, records: records.entries, answers: answers.entries });
  }
  return { prompts, dropped };
}

/** The files of a prompt as they are to be. */
export function writeHistory({ folder, records, answers }: PromptHistory): HistoryChanges {
  return new Map([
    [`prompts/${folder}/${recordsFile}`, writeRecords(records)],
    [`prompts/${folder}/${answersFile}`, answers.length === 0 ? null : writeAnswers(answers)],
  ]);
}

/** All of a prompt's files, its picture among them. */
export function removeHistory({ folder }: Pick<PromptHistory, "folder">): HistoryChanges {
  return new Map([recordsFile, answersFile, pictureFile].map((name) => [`prompts/${folder}/${name}`, null]));
}

/** The last reference: as what the prompt was known when it was accepted. */
export function lastReference({ records }: Pick<PromptHistory, "records">): DriftReference | null {
  return records.findLast((record): record is DriftReference => record.kind === "reference") ?? null;
}

/**
 * A history of a prompt, found by its path; of one that was renamed by the version that it still is.
 *
 * @param isThere whether the repository still has a file
 */
export function findHistory(
  histories: readonly PromptHistory[],
  prompt: PresentPrompt,
  isThere: (path: string) => boolean,
): { readonly history: PromptHistory; readonly renamed: boolean } | null {
  const folder = folderOfPrompt(prompt);
  const own = histories.find((history) => history.folder === folder);
  if (own !== undefined) return { history: own, renamed: false };
  const moved = histories.find((history) => {
    const reference = lastReference(history);
    return reference !== null && reference.fingerprint === prompt.fingerprint && !isThere(reference.path);
  });
  return moved === undefined ? null : { history: moved, renamed: true };
}

/** In which folders it was kept before its prompt was renamed. */
export function formerFolders({ records }: Pick<PromptHistory, "records">): readonly string[] {
  return records.flatMap((record) => (record.kind === "reference" ? (record.former ?? []) : []));
}

/** The history under the name and the path that a renamed prompt has now: by these it is shown, and asked for. */
export function renameHistory(history: PromptHistory, { name, path }: PresentPrompt): PromptHistory {
  const last = lastReference(history);
  const former = [...(last?.former ?? []), history.folder];
  const records = history.records.map((record) => (record === last ? { ...last, name, path, former } : record));
  return { ...history, records };
}

/** A folder's name that every file system takes, and that a person can read; the path tells prompts of one name apart. */
export function folderOfPrompt({ name, path }: Pick<PresentPrompt, "name" | "path">): string {
  const readable = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60);
  return `${readable === "" ? "prompt" : readable}-${hashText(path)}`;
}

/** FNV-1a, 32 bits, as eight hexadecimal digits. */
function hashText(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** Forgets one case, whatever its values were: its scores and its answers. */
export function forgetCase(history: PromptHistory, isCase: (name: string) => boolean): PromptHistory {
  const without = <T>(cases: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(cases).filter(([name]) => !isCase(name)));
  const records = history.records.map((record): DriftRecord => {
    if (record.kind === "pool") return { ...record, cases: without(record.cases) };
    if (record.kind === "reference") return { ...record, cases: record.cases && without(record.cases) };
    if (record.kind !== "night") return record;
    return { ...record, cases: record.cases && without(record.cases), judged: record.judged && without(record.judged) };
  });
  return { ...history, records, answers: history.answers.filter((answer) => !isCase(answer.case)) };
}

/** What was spent in the month of a time (UTC), in US dollars, and whether that is all: of some runs it may be unknown. */
export function spentInMonth(
  histories: readonly PromptHistory[],
  at: string,
): { readonly known: number; readonly isAll: boolean } {
  const costs = histories
    .flatMap(({ records }) => records)
    .filter((record) => record.kind !== "pool" && record.kind !== "event")
    .filter((record) => record.at.slice(0, 7) === at.slice(0, 7))
    .map(({ cost }) => cost);
  return { known: costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0), isAll: !costs.includes(null) };
}
