import { missingVariables } from "../golden/missing-variables.ts";
import type { Change, LeftOut, PromptAtRevision, PromptVersion } from "../model.ts";
import type { RunOptions } from "./options.ts";
import { findModel } from "./plan/connect-providers.ts";
import { findPrompt, type Project } from "./project/load-project.ts";
import type { FoundPrompt } from "./project/past-changes.ts";

/** Two versions of the past under what judges today, as if today's files had brought them. */
export interface JudgedToday {
  readonly change: Change;
  /** Cases that lack a variable which one of the versions needs. */
  readonly unfitCases: number;
}

/** Why a prompt of the past cannot be judged today. */
export type Unjudged = Pick<LeftOut, "reason" | "detail">;

/** Puts both versions of a past change, or the old one in both arms, under today's golden set and scorers. */
export function judgeToday(
  { change, pathToday }: FoundPrompt,
  today: Project,
  options: RunOptions,
  arms: "both" | "old" = "both",
): JudgedToday | Unjudged {
  const before = change.baseline?.version;
  const after = arms === "old" ? before : change.candidate?.version;
  const judge = after && findPrompt(today, [pathToday], after);
  if (before === undefined || after === undefined || !judge) {
    return { reason: "not-there", detail: `the prompt is not there any more at ${today.tree.label}` };
  }
  for (const version of [before, after]) {
    const found = findModel(version, today, options);
    if ("problems" in found)
      return { reason: "no-model", detail: found.problems.map(({ message }) => message).join("; ") };
  }
  const { cases, paths } = judge.golden;
  // A golden set that does not hold is a mistake to mend, and told as one.
  if (cases.length === 0 && paths.length === 0) {
    return { reason: "no-golden", detail: `the prompt has no golden set at ${today.tree.label}` };
  }
  const fitting = cases.filter((testCase) =>
    [before, after].every(({ variables }) => missingVariables([testCase], variables).length === 0),
  );
  if (fitting.length === 0 && cases.length > 0) {
    return { reason: "unfit", detail: `none of its ${cases.length} cases has all variables that these versions need` };
  }
  const golden = { ...judge.golden, cases: fitting };
  const underToday = (version: PromptVersion): PromptAtRevision => {
    const { name, path, notRun } = judge.version;
    return { ...judge, golden, version: { ...version, name, path, notRun } };
  };
  return {
    change: {
      kind: "changed",
      name: judge.version.name,
      path: judge.version.path,
      previousPath: null,
      parts: arms === "old" ? [] : change.parts,
      baseline: underToday(before),
      candidate: underToday(after),
      broken: null,
    },
    unfitCases: cases.length - fitting.length,
  };
}
