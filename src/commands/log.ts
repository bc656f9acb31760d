import { exitCodes } from "../errors.ts";
import type { Command } from "./command.ts";
import { outputOptions, projectOptions } from "./common-options.ts";
import { writeFitted } from "./write-fitted.ts";

/** `prompt-assay log` */
export const logCommand: Command = {
  summary: "list the versions of a prompt: what changed, who did it, and the verdict",
  arguments: [{ name: "<name>", description: "the prompt's name or path" }],
  options: [...projectOptions, { flags: "--json <file>", description: "write the list as JSON" }, ...outputOptions],
  example: "prompt-assay log triage",
  async run(options, context) {
    const [{ withHistory }, { renderLog }, { toRunOptions, warn, writeFileAt }] = await Promise.all([
      import("../pipeline/prompt-history.ts"),
      import("../report/log-text.ts"),
      import("./publish-report.ts"),
    ]);
    const [name = ""] = options.arguments ?? [];
    return withHistory(name, toRunOptions(options, context), async ({ prompt, versions, warnings }) => {
      const { name: own, path } = prompt.version;
      writeFitted(renderLog(own, path, versions), context);
      warn(warnings, options, context);
      if (options.json !== undefined) {
        const list = versions.map(({ tree: _tree, version, ...each }) => ({
          ...each,
          version: version.semanticVersion,
          fingerprint: version.fingerprint,
        }));
        await writeFileAt(options.json, `${JSON.stringify({ name: own, path, versions: list }, null, 2)}\n`, context);
      }
      return exitCodes.pass;
    });
  },
};
