import type { BacktestIntent } from "../pipeline/backtest.ts";
import type { Command } from "./command.ts";
import { callOptions, configOption, outputOptions, parseCount, storeOptions } from "./common-options.ts";
import { writeFitted } from "./write-fitted.ts";

/** How far back, where nobody says. */
const usualLast = 20;

/** `prompt-assay backtest` */
export const backtestCommand: Command = {
  summary: "run the last merged prompt changes again, and tell which the gate would have stopped",
  options: [
    configOption,
    {
      flags: "--last <number>",
      description: `how many changes (default: ${usualLast})`,
      parse: (value) => parseCount(value, 1),
    },
    {
      flags: "--head <revision>",
      description: "branch to look back on (default: the default branch, judged by the working tree)",
    },
    {
      flags: "--max-calls <number>",
      description: "calls at most; what does not fit is left out (0: only what the store has)",
      parse: (value) => parseCount(value, 0),
    },
    {
      flags: "--aa <number>",
      description: "comparisons of a version with itself (default: one a prompt, at most 5)",
      parse: (value) => parseCount(value, 0, 1000),
    },
    { flags: "--json <file>", description: "write the result as JSON" },
    ...callOptions,
    ...storeOptions,
    ...outputOptions,
  ],
  example: "prompt-assay backtest --last 10 --max-calls 2000",
  async run(options, context) {
    const [{ backtest }, { renderBacktest }, { toCallOptions, writeFileAt }] = await Promise.all([
      import("../pipeline/backtest.ts"),
      import("../report/backtest-text.ts"),
      import("./publish-report.ts"),
    ]);
    const report = await backtest({
      ...toCallOptions(options, context),
      last: options.last ?? usualLast,
      ...(options.maxCalls === undefined ? {} : { maxCalls: options.maxCalls }),
      ...(options.aa === undefined ? {} : { controls: options.aa }),
      ...(options.quiet ? {} : { onPlan: (intent) => context.writeError(tellIntent(intent)) }),
    });
    writeFitted(renderBacktest(report, context.columns), context);
    if (options.json !== undefined) await writeFileAt(options.json, `${JSON.stringify(report, null, 2)}\n`, context);
    return report.exitCode;
  },
};

function tellIntent({ changes, found, controls, calls, stored, budget }: BacktestIntent): string {
  const kept = changes === found ? `${found}` : `${changes} of ${found}`;
  const limit = budget === null ? "" : ` of a budget of ${budget}`;
  const rest = stored === 0 ? "" : `, ${stored} ${stored === 1 ? "answer" : "answers"} from the store`;
  return `planned: ${kept} prompt ${found === 1 ? "change" : "changes"}, ${controls} ${controls === 1 ? "comparison" : "comparisons"} of a version with itself, at most ${calls} calls${limit}${rest}\n`;
}
