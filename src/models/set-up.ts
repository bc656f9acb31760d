import { runProgram } from "../code/run-program.ts";
import { setupFailed } from "../errors.ts";
import { type Application, describeEnd, hide, lastWords, outputLimit } from "./application.ts";

/** Brings the arm's files onto disk and runs `setup` there, once. Throws a UserError with the end of what it wrote. */
export async function setUp(application: Application, signal: AbortSignal): Promise<void> {
  const { name, setup, setupMs, environment, workspace } = application;
  const directory = await workspace.folder();
  if (setup === null) return;
  const time = AbortSignal.timeout(setupMs);
  const end = await runProgram({
    // Both streams are one text to read, as in a terminal.
    command: process.platform === "win32" ? `(${setup}) 1>&2` : `{ ${setup}\n} 1>&2`,
    directory,
    environment,
    input: "",
    signal: AbortSignal.any([time, signal]),
    outputLimit,
    onText: byLine((written) => application.onSetupText(hide(written, application))),
  });
  if (end.end === "exited" && end.exitCode === 0) return;
  // Ended from outside: the calls will say so themselves.
  if (end.end === "stopped" && !time.aborted) return;
  const how = end.end === "stopped" ? `took longer than ${setupMs / 1000} s` : describeEnd(end);
  throw setupFailed(name, workspace.label, how, lastWords(end, application));
}

/** Hands a text on line by line: a secret that comes in two pieces would not be known for one. */
function byLine(tell: (text: string) => void): (text: string) => void {
  let open = "";
  return (text) => {
    const end = (open + text).lastIndexOf("\n") + 1;
    const all = open + text;
    open = all.slice(end);
    if (end > 0) tell(all.slice(0, end));
  };
}
