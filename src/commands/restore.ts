import { exitCodes } from "../errors.ts";
import type { Command } from "./command.ts";
import { outputOptions, projectOptions } from "./common-options.ts";

/** `prompt-assay restore` */
export const restoreCommand: Command = {
  summary: "write an old version of a prompt back into the working tree",
  arguments: [{ name: "<name@version>", description: "a semantic version, or digits of a commit or fingerprint" }],
  options: [...projectOptions, ...outputOptions],
  example: "prompt-assay restore triage@1.4.0",
  async run(options, context) {
    const [{ restoreVersion }, { escapeTerminal }, { toRunOptions, warn }] = await Promise.all([
      import("../pipeline/show-version.ts"),
      import("../report/escape.ts"),
      import("./publish-report.ts"),
    ]);
    const { version, written, warnings } = await restoreVersion(
      options.arguments?.[0] ?? "",
      toRunOptions(options, context),
    );
    const from = `${version.version.semanticVersion ?? "the version"} of ${version.date.slice(0, 10)} (${version.commit.slice(0, 7)})`;
    context.writeOutput(
      written.length === 0
        ? `Nothing to restore: the working tree holds ${from} already.\n`
        : `Restored ${from}: ${written.map(escapeTerminal).join(", ")}.\nCompare it before you commit: prompt-assay compare\n`,
    );
    warn(warnings, options, context);
    return exitCodes.pass;
  },
};
