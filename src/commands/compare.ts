import type { Command } from "./command.ts";
import {
  batchOption,
  callOptions,
  outputOptions,
  parseNames,
  reportOptions,
  revisionOptions,
  shardOption,
  storeOptions,
} from "./common-options.ts";

/** `prompt-assay compare` */
export const compareCommand: Command = {
  summary: "run both versions of every changed prompt over its golden set, and decide",
  options: [
    ...revisionOptions,
    {
      flags: "--goalposts <revision>",
      description: "whose golden set, scorers and gate judge (default: head)",
      choices: ["head", "base"],
    },
    {
      flags: "--prompt <name>",
      description: "this prompt alone, by name or path, and its variants even where it did not change; may be repeated",
      repeatable: true,
    },
    {
      flags: "--models <names>",
      description: "models to try, with commas between them, in the place of assay.yml's variants; they fail nothing",
      parse: parseNames,
    },
    {
      flags: "--attribute",
      description: "where several parts of a prompt changed and it regressed, run mixed versions: which part did it",
    },
    {
      flags: "--variants",
      description: "try the variants that stand in files of their own, name.variant.prompt; they fail nothing",
    },
    ...reportOptions,
    { flags: "--chart <file>", description: "write a picture of the versions, quality against cost (SVG)" },
    ...callOptions,
    ...storeOptions,
    shardOption,
    batchOption,
    ...outputOptions,
  ],
  example: "prompt-assay compare --base origin/main --markdown comment.md",
  async run(options, context) {
    const [{ compare }, { publishReport, toCallOptions }] = await Promise.all([
      import("../pipeline/compare.ts"),
      import("./publish-report.ts"),
    ]);
    const report = await compare(toCallOptions(options, context));
    await publishReport(report, options, context);
    return report.exitCode;
  },
};
