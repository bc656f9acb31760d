import { appendFile } from "node:fs/promises";
import { exitCodes, UserError } from "../errors.ts";
import { writeSummary } from "../github/summary.ts";
import type { ActionContext } from "./on-github.ts";
import { describeMistakes } from "./publish-verdict.ts";
import { problemText } from "./warnings.ts";

/** Why nothing was judged, as it was told. */
export interface ToldError {
  readonly exitCode: number;
  /** Plain text of one line. */
  readonly title: string;
  readonly markdown: string;
}

const bug = "Could not judge: this is a bug in Prompt Assay. Please report it with the lines of the log.";

/** Mistakes become one error annotation each, and a summary; a bug of ours says that it is one. */
export async function tellError(
  error: unknown,
  { environment, runner }: Pick<ActionContext, "environment" | "runner">,
): Promise<ToldError> {
  if (!(error instanceof UserError)) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    for (const line of stack.split("\n")) runner.info(line);
    runner.fail(bug);
    return { exitCode: exitCodes.notJudged, title: bug, markdown: `## 🚧 ${bug}\n` };
  }
  const lines = error.problems.map(problemText);
  const { title, markdown } = describeMistakes(lines);
  await writeSummary(environment, markdown, { appendFile });
  for (const [index, { place }] of error.problems.entries()) runner.error(lines[index] ?? "", place);
  runner.fail(title);
  return { exitCode: exitCodes.userError, title, markdown };
}
