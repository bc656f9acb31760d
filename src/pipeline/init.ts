import { appendFile, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { openRepository } from "../changes/repository.ts";
import type { InlinePrompt } from "../model.ts";
import { findInlinePrompts } from "../prompts/inline/find-inline-prompts.ts";
import { readSources } from "./list-inline.ts";
import type { RunOptions } from "./options.ts";
import { type AskedCases, type AskOptions, askForCases } from "./setup/ask-for-cases.ts";
import { type OtherGate, proposeSetup, type Setup } from "./setup/propose-setup.ts";

export interface InitOptions extends Pick<RunOptions, "directory" | "environment" | "maxCost" | "signal"> {
  /** Cases that a model writes for each prompt that has none; unset: none. */
  readonly generate?: number;
  /** The model of prompts that name none, and the one that writes the cases. */
  readonly model?: string;
  /** The gate that is in place: it stays, and this one only watches. */
  readonly from?: OtherGate;
  readonly onPrompt?: AskOptions["onPrompt"];
}

/** What was found, and what was written. */
export interface Initialised extends Setup {
  /** Empty where no case was asked for. */
  readonly asked: readonly AskedCases[];
  /** Prompts that are strings in programs: no gate sees a change of theirs. */
  readonly inline: readonly InlinePrompt[];
}

/**
 * Finds the prompts of the working tree and writes what they need to be judged: assay.yml, a golden set where there is
 * none, and the workflow. No file that is there is changed, so a second time does nothing; cases that a model writes are
 * added behind those that wait to be confirmed. Calls a model for `generate` alone.
 */
export async function init(options: InitOptions): Promise<Initialised> {
  const repository = await openRepository(options.directory, { ...options.environment });
  try {
    const tree = await repository.workingTree();
    const { sources } = await readSources(tree, repository.prefix);
    const setup = await proposeSetup(tree, repository.prefix, options.model ?? null, options.from ?? null);
    const { root } = repository;
    const caseless = setup.project.prompts.filter(({ golden }) => golden.cases.length === 0);
    const { generate: count = 0, maxCost = defaultCost, model = null, onPrompt = () => {} } = options;
    const asked =
      count === 0 || caseless.length === 0
        ? []
        : await askForCases(caseless, setup.project, root, {
            ...options,
            count,
            model: model ?? setup.model,
            maxCost,
            onPrompt,
          });
    const files = new Map(setup.files);
    for (const { prompt, lines } of asked) {
      const path = setup.prompts.find((each) => each.path === prompt.version.path)?.starter ?? null;
      if (path === null || lines.length === 0) continue;
      const text = `${lines.join("\n")}\n`;
      // Behind drafts that wait already; else in the place of the one that only shows the form.
      if (files.has(path)) files.set(path, text);
      else await appendFile(join(root, path), text);
    }
    for (const [path, text] of files) await writeNew(join(root, path), text);
    return { ...setup, files, asked, inline: findInlinePrompts(sources) };
  } finally {
    await repository.close();
  }
}

/** What the cases may cost where nobody says, in US dollars. */
const defaultCost = 0.5;

async function writeNew(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // Nothing is written over: what git ignores is not in the listing, but may be there.
  await writeFile(path, text, { flag: "wx" });
}
