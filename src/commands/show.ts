import { exitCodes } from "../errors.ts";
import type { Command } from "./command.ts";
import { outputOptions, projectOptions } from "./common-options.ts";

/** `prompt-assay show` */
export const showCommand: Command = {
  summary: "print an old version of a prompt, whole",
  arguments: [{ name: "<name@version>", description: "a semantic version, or digits of a commit or fingerprint" }],
  options: [...projectOptions, ...outputOptions],
  example: "prompt-assay show triage@1.4.0",
  async run(options, context) {
    const [{ showVersion }, { escapeTerminal }, { toRunOptions, warn }] = await Promise.all([
      import("../pipeline/show-version.ts"),
      import("../report/escape.ts"),
      import("./publish-report.ts"),
    ]);
    const { version, files, warnings } = await showVersion(
      options.arguments?.[0] ?? "",
      toRunOptions(options, context),
    );
    const several = files.size > 1;
    for (const [path, bytes] of files) {
      if (several) context.writeError(`${escapeTerminal(path)} at ${version.commit.slice(0, 7)}:\n`);
      const text = new TextDecoder().decode(bytes);
      // A terminal obeys control characters; a file gets the text as it is.
      context.writeOutput(context.outputIsTerminal ? text.split("\n").map(escapeTerminal).join("\n") : text);
    }
    warn(warnings, options, context);
    return exitCodes.pass;
  },
};
