import { exitCodes } from "../errors.ts";
import type { Command } from "./command.ts";
import { outputOptions } from "./common-options.ts";

/** `prompt-assay demo` */
export const demoCommand: Command = {
  summary: "the main job on a built-in example: offline, no key, in seconds",
  options: outputOptions,
  example: "prompt-assay demo",
  async run(options, context) {
    const { runDemo } = await import("../demo/run-demo.ts");
    await runDemo(options, context);
    return exitCodes.pass;
  },
};
