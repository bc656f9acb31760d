import { exitCodes } from "../errors.ts";
import type { Command } from "./command.ts";
import { outputOptions } from "./common-options.ts";

/** `prompt-assay init` */
export const initCommand: Command = {
  summary: "find prompts; write assay.yml, starter golden sets and the workflow; no model call",
  options: outputOptions,
  example: "prompt-assay init",
  async run(_options, { directory, environment, writeOutput }) {
    const [{ init }, { renderInit }] = await Promise.all([
      import("../pipeline/init.ts"),
      import("../report/init-text.ts"),
    ]);
    writeOutput(renderInit(await init({ directory, environment })));
    return exitCodes.pass;
  },
};
