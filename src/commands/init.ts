import { exitCodes } from "../errors.ts";
import type { Command } from "./command.ts";
import { maxCostOption, outputOptions, parseCount } from "./common-options.ts";
import { writeFitted } from "./write-fitted.ts";

/** `prompt-assay init` */
export const initCommand: Command = {
  summary: "find prompts; write assay.yml, starter golden sets and the workflow",
  options: [
    {
      flags: "--from <gate>",
      description: "judge beside another gate, which stays: what it reads is read in place, and nothing fails",
      choices: ["promptfoo"],
    },
    {
      flags: "--generate <number>",
      description: "have a model write so many drafts of cases for every prompt that has none",
      parse: (value) => parseCount(value, 1, 200),
    },
    {
      flags: "--model <name>",
      description: "the model of prompts that name none, and the one that writes the drafts (default: found out)",
    },
    { ...maxCostOption, description: "what the drafts may cost (default: 0.50)" },
    ...outputOptions,
  ],
  example: "prompt-assay init --generate 20",
  async run(options, context) {
    const [{ init }, { renderInit }, { visible }] = await Promise.all([
      import("../pipeline/init.ts"),
      import("../report/init-text.ts"),
      import("../report/escape.ts"),
    ]);
    const { directory, environment, interruption } = context;
    const { generate, model, maxCost, from } = options;
    const result = await init({
      directory,
      environment,
      ...(generate === undefined ? {} : { generate }),
      ...(from === undefined ? {} : { from }),
      ...(model === undefined ? {} : { model }),
      ...(maxCost === undefined ? {} : { maxCost }),
      ...(interruption === undefined || generate === undefined ? {} : { signal: interruption() }),
      ...(options.quiet
        ? {}
        : {
            onPrompt: (name: string, calls: number) =>
              context.writeError(`Writing cases for ${visible(name)}: ${calls} calls…\n`),
          }),
    });
    writeFitted(renderInit(result), context);
    return result.asked.some(({ failure }) => failure !== null) ? exitCodes.notJudged : exitCodes.pass;
  },
};
