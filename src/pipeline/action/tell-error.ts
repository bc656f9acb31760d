import { appendFile } from "node:fs/promises";
import { exitCodes, UserError } from "../../errors.ts";
import type { Runner } from "../../github/runner.ts";
import { writeSummary } from "../../github/summary.ts";
import { problemText } from "../warnings.ts";
import type { ActionContext } from "./on-github.ts";
import { describeMistakes } from "./publish-verdict.ts";

/** Why nothing was judged, as it was told. */
export interface ToldError {
  readonly exitCode: number;
  /** Plain text of one line. */
  readonly title: string;
  readonly markdown: string;
}

/** The Action's outputs where there is no report. */
const noOutputs = {
  verdict: "error",
  passed: "false",
  report: "",
  "comment-url": "",
  regressed: "[]",
  cost: "",
  calls: "",
};

const bug = "Could not judge: this is a bug in Prompt Assay. Please report it with the lines of the log.";

/** Mistakes become one error annotation each, and a summary; a bug of ours says that it is one. */
export async function tellError(
  error: unknown,
  { environment, runner }: Pick<ActionContext, "environment" | "runner">,
): Promise<ToldError> {
  if (!(error instanceof UserError)) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const markdown = `## 🚧 ${bug}\n`;
    await writeSummary(environment, markdown, { appendFile });
    for (const line of stack.split("\n")) runner.info(line);
    setOutputs(runner);
    runner.fail(bug);
    return { exitCode: exitCodes.notJudged, title: bug, markdown };
  }
  const lines = error.problems.map(problemText);
  const { title, markdown } = describeMistakes(lines);
  await writeSummary(environment, markdown, { appendFile });
  for (const [index, { place }] of error.problems.entries()) runner.error(lines[index] ?? "", place);
  setOutputs(runner);
  runner.fail(title);
  return { exitCode: exitCodes.userError, title, markdown };
}

/** Steps that read the outputs find that nothing was judged, and no file. */
function setOutputs(runner: Runner): void {
  for (const [name, value] of Object.entries(noOutputs)) runner.setOutput(name, value);
}
