import { folderOfPrompt } from "../../drift/history.ts";
import { isFailure } from "../../github/attempt.ts";
import type { GitHubFailure } from "../../github/failure.ts";
import type { Issues, OwnIssue } from "../../github/issues.ts";
import type { DriftLine, DriftPrompt, DriftStep } from "../../model.ts";
import { closingComment, issueBody, issueTitle, silentComment, worseComment } from "../../report/drift-issue.ts";

/** A night opens no more issues than this; what is left waits for the next. */
const mostNew = 3;

/** The tag before the marker: which prompts an issue is about, and since when each of them drifts. */
const tagPattern = /<!-- drift:((?: [\w-]+@[\dTZ:.-]+)+) -->\s*$/;

export interface TellInput {
  readonly prompts: readonly DriftPrompt[];
  readonly lines: readonly DriftLine[];
  readonly at: string;
  readonly pictureOf: (folder: string) => string | null;
}

/** What an issue is about. */
interface Subject {
  readonly folder: string;
  /** When the drift was first told; another drift of the same prompt is another subject. */
  readonly since: string;
}

/** One drift of one prompt that should have an issue. */
interface Drifting extends Subject {
  readonly prompt: DriftPrompt;
  /** When each of its rows that drift was first told to. */
  readonly beginnings: readonly string[];
}

/**
 * Sees to it that every drift has one issue: opened once, brought up to date while it lasts, commented where it gets
 * worse, closed once it is over. An issue that a person closed stays closed. Returns what went wrong, for the log:
 * the night stands whatever GitHub answers.
 */
export async function tellDrift(issues: Issues, input: TellInput): Promise<readonly string[]> {
  const known = await issues.list();
  if (isFailure(known)) return [`The issues could not be read: ${known.message}. ${issueHint}`];
  const warnings: string[] = [];
  const check = (outcome: OwnIssue | GitHubFailure | null): void => {
    if (isFailure(outcome)) warnings.push(`An issue could not be written: ${outcome.message}. ${issueHint}`);
  };
  const drifting = input.prompts.flatMap((prompt) => subjectOf(prompt, input.lines));
  const told = known.map((issue) => ({
    issue,
    subjects: readSubjects(issue).map((each) => follow(each, input.lines)),
  }));
  for (const { issue, subjects } of told) {
    if (!issue.open || subjects.length === 0) continue;
    const own = subjects.flatMap(({ folder }) => input.prompts.filter((prompt) => folderOfPrompt(prompt) === folder));
    if (own.length === 0) {
      check(await issues.comment(issue, "No prompt of this issue is under its path any more."));
      check(await issues.close(issue));
      continue;
    }
    const lasting = subjects.filter(
      (subject) => drifting.some(({ folder }) => folder === subject.folder) || !isJudged(own, subject),
    );
    if (lasting.length > 0) {
      const silent = own.find(({ status, gaps }) => status === "gap" && gaps === 3);
      if (silent !== undefined) check(await issues.comment(issue, silentComment(silent)));
      // Where nothing is new, what the issue says of the last night stands.
      if (own.every(({ status }) => status === "gap" || status === "skipped")) continue;
      check(await issues.update(issue, issueTitle(own), bodyOf(own, subjects, input)));
      const worse = worseComment(own);
      if (worse !== null) check(await issues.comment(issue, worse));
      continue;
    }
    check(await issues.comment(issue, closingComment(own, referenceSince(subjects, input.lines))));
    check(await issues.close(issue));
  }
  const open = drifting.filter((each) => !told.some(({ issue, subjects }) => isAbout(issue, subjects, each)));
  const groups = groupByNight(open);
  for (const group of groups.slice(0, mostNew)) {
    const prompts = group.map(({ prompt }) => prompt);
    check(await issues.create(issueTitle(prompts), bodyOf(prompts, group, input)));
  }
  if (groups.length > mostNew) {
    warnings.push(
      `${groups.length - mostNew} more issues wait for the next night: one night opens ${mostNew} at most.`,
    );
  }
  return warnings;
}

const issueHint = "Give the job `permissions: { issues: write }`. The history and the job summary hold the night.";

/** A prompt that was renamed is the same subject. */
function follow(subject: Subject, lines: readonly DriftLine[]): Subject {
  const line = lines.find(({ former }) => former.includes(subject.folder));
  return line === undefined ? subject : { ...subject, folder: line.folder };
}

/** The drift that a prompt is in: since the first event that is still open. */
function subjectOf(prompt: DriftPrompt, lines: readonly DriftLine[]): readonly Drifting[] {
  if (prompt.rows.every(({ drift }) => drift === null)) return [];
  const folder = folderOfPrompt(prompt);
  const line = lines.find((each) => each.folder === folder);
  const rows = prompt.rows.flatMap(({ row, drift }) => (drift === null ? [] : [row]));
  const beginnings = rows.flatMap((row) => beginningOf(line, row) ?? []).sort();
  const [since = ""] = beginnings;
  return since === "" ? [] : [{ prompt, folder, since, beginnings }];
}

/** When the drift that a row is in was first told. */
function beginningOf(line: DriftLine | undefined, row: string): string | null {
  const own = line?.events.filter((event) => event.row === row) ?? [];
  const reference = line?.steps.findLast(({ kind }) => kind === "reference")?.at ?? "";
  const last = own.findLastIndex(({ event, at }) => event === "recovered" || at < reference);
  return own[last + 1]?.at ?? null;
}

/** Whether tonight says anything of the subject: a gap is no recovery. */
function isJudged(own: readonly DriftPrompt[], { folder }: Subject): boolean {
  return own.some(
    (prompt) => folderOfPrompt(prompt) === folder && prompt.status !== "gap" && prompt.status !== "skipped",
  );
}

/** The reference that ended a drift, whoever asked for it; null where it ended by itself. */
function referenceSince(subjects: readonly Subject[], lines: readonly DriftLine[]): DriftStep | null {
  const steps = subjects.flatMap(({ folder, since }) => {
    const line = lines.find((each) => each.folder === folder);
    return line?.steps.filter(({ kind, at }) => kind === "reference" && at > since) ?? [];
  });
  return steps.at(-1) ?? null;
}

/** What drifts since the same night on the same model shares an issue. */
function groupByNight(open: readonly Drifting[]): readonly (readonly Drifting[])[] {
  const groups = new Map<string, Drifting[]>();
  for (const each of open) {
    const model = (each.prompt.models[0] ?? "").replace(/ \([^()]*\)$/, "");
    const key = `${each.since.slice(0, 10)} ${model}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
}

function bodyOf(
  prompts: readonly DriftPrompt[],
  subjects: readonly Subject[],
  { lines, at, pictureOf }: TellInput,
): string {
  const told = prompts.map((prompt) => {
    const folder = folderOfPrompt(prompt);
    return { prompt, line: lines.find((line) => line.folder === folder) ?? null, picture: pictureOf(folder) };
  });
  const tag = subjects.map(({ folder, since }) => ` ${folder}@${since}`).join("");
  return `${issueBody(told, at)}\n\n<!-- drift:${tag} -->`;
}

export function readSubjects({ body }: Pick<OwnIssue, "body">): readonly Subject[] {
  const [, written = ""] = tagPattern.exec(body) ?? [];
  return written
    .trim()
    .split(" ")
    .flatMap((entry) => {
      const [folder, since] = entry.split("@");
      return folder === undefined || since === undefined ? [] : [{ folder, since }];
    });
}

/** An open issue of a prompt is about whatever drifts of it; a closed one about what drifted when it was opened. */
function isAbout({ open }: OwnIssue, subjects: readonly Subject[], { folder, beginnings }: Drifting): boolean {
  return subjects.some((subject) => subject.folder === folder && (open || beginnings.includes(subject.since)));
}
