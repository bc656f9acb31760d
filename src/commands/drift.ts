import { resolve } from "node:path";
import { driftUsage, placesUsage, throwProblems } from "../errors.ts";
import type { HistoryPlace } from "../pipeline/drift/open-history.ts";
import type { Command, CommandContext, CommandOptions } from "./command.ts";
import { callOptions, outputOptions, projectOptions } from "./common-options.ts";
import { writeFitted } from "./write-fitted.ts";

/** `prompt-assay drift` */
export const driftCommand: Command = {
  summary: "run the present prompts again, and tell whether they score as they did when they were accepted",
  options: [
    ...projectOptions,
    { flags: "--reference", description: "take references of the versions that have none yet, and nothing else" },
    { flags: "--accept <prompt>", description: "make tonight the reference of this prompt; needs --reason" },
    { flags: "--reason <text>", description: "why the new level is accepted" },
    { flags: "--forget <prompt[:case]>", description: "remove a prompt, or one case of it, from the history" },
    { flags: "--history <folder>", description: "where the history is kept (default: .assay/drift at the root)" },
    { flags: "--branch", description: "it is kept on GitHub, on the branch assay-history; needs GITHUB_TOKEN" },
    { flags: "--html <file>", description: "write a page of all nights: names and figures only" },
    { flags: "--json <file>", description: "write the result as JSON" },
    ...callOptions.filter(({ flags }) => !/^--(?:trials|seed) /.test(flags)),
    ...outputOptions,
  ],
  example: "prompt-assay drift --history drift",
  async run(options, context) {
    checkUsage(options);
    if (options.forget !== undefined) return forgetNamed(options.forget, options, context);
    const [{ drift }, { renderDrift }, publish, { openHistory }] = await Promise.all([
      import("../pipeline/drift.ts"),
      import("../report/drift-text.ts"),
      import("./publish-report.ts"),
      import("../pipeline/drift/open-history.ts"),
    ]);
    // The samples file of other commands has no place here: no text is kept but what the history may hold.
    const { json, ...calls } = options;
    const { accept, reason = "" } = options;
    const { report, lines } = await drift({
      ...publish.toCallOptions(calls, context),
      history: await openHistory(placeOf(options, context)),
      ...(options.reference ? { referencesOnly: true } : {}),
      ...(accept === undefined ? {} : { accepts: [{ prompt: accept, reason, typed: true }], acceptsOnly: true }),
    });
    writeFitted(renderDrift(report, context.columns), context);
    publish.warn(report.warnings, options, context);
    if (json !== undefined) {
      await publish.writeFileAt(json, `${JSON.stringify(report, null, 2)}\n`, context);
    }
    if (options.html !== undefined) {
      const { renderDriftPage } = await import("../report/drift-page.ts");
      await publish.writeFileAt(options.html, await renderDriftPage(lines), context);
    }
    return report.exitCode;
  },
};

function placeOf({ history, branch }: CommandOptions, { directory, environment }: CommandContext): HistoryPlace {
  const place = { directory, environment, ...(branch ? { onBranch: true } : {}) };
  return history === undefined ? place : { ...place, folder: resolve(directory, history) };
}

function checkUsage({ accept, reason, reference, forget, history, branch }: CommandOptions): void {
  const wanted = [reference && "--reference", accept && "--accept", forget && "--forget"].filter((flag) => flag);
  throwProblems([
    ...(wanted.length > 1 ? [driftUsage(`${wanted.join(" and ")} cannot be given together`)] : []),
    ...(history !== undefined && branch ? [placesUsage()] : []),
    ...((accept === undefined) !== (reason === undefined) ? [driftUsage("--accept and --reason go together")] : []),
  ]);
}

async function forgetNamed(name: string, options: CommandOptions, context: CommandContext): Promise<number> {
  const [{ forget }, { openHistory }, { escapeTerminal }] = await Promise.all([
    import("../pipeline/drift/forget.ts"),
    import("../pipeline/drift/open-history.ts"),
    import("../report/escape.ts"),
  ]);
  const forgotten = await forget(await openHistory(placeOf(options, context)), name);
  context.writeOutput(`${escapeTerminal(`Forgotten: ${forgotten}.`)}\n`);
  return 0;
}
