import { openRepository, type Repository } from "../../changes/repository.ts";
import { UserError } from "../../errors.ts";
import type { PromptReport } from "../../model.ts";
import { fileOfPrompt } from "../../source/repository-path.ts";
import type { RunOptions } from "../options.ts";

/** Lines of a file of the head, counted from 1, the last included. */
export interface LineRange {
  readonly startLine: number;
  readonly endLine: number;
}

/**
 * The lines of each prompt's file that differ from its baseline: from the first to the last. The whole of what a reader
 * has to look at, by the path of the prompt; a file that cannot be read, or that is the same, is left out;
 * where there is no repository, all are.
 */
export async function findChangedLines(
  prompts: readonly PromptReport[],
  options: RunOptions,
): Promise<ReadonlyMap<string, LineRange>> {
  const ranges = new Map<string, LineRange>();
  const { directory, environment, remote = null } = options;
  // A merge of shards needs no clone.
  const repository = await openRepository(directory, { ...environment }, remote).catch(unreadable);
  if (repository === null) return ranges;
  try {
    for (const prompt of prompts) {
      const range = await findRange(prompt, repository).catch(unreadable);
      if (range !== null) ranges.set(prompt.path, range);
    }
  } finally {
    await repository.close();
  }
  return ranges;
}

function unreadable(error: unknown): null {
  if (error instanceof UserError) return null;
  throw error;
}

async function findRange(prompt: PromptReport, repository: Repository): Promise<LineRange | null> {
  const { path, previousPath, baseline, candidate } = prompt;
  if (baseline === null || candidate === null) return null;
  const read = async (revision: string, name: string): Promise<string> => {
    const bytes = await (await repository.tree(revision)).read(fileOfPrompt(name));
    return Buffer.from(bytes ?? []).toString("utf8");
  };
  return differingLines(await read(baseline.revision, previousPath ?? path), await read(candidate.revision, path));
}

/** From the first to the last line of `after` that is not as in `before`; null where they are the same. */
export function differingLines(before: string, after: string): LineRange | null {
  if (before === after) return null;
  const [old, now] = [before.split("\n"), after.replace(/\n$/, "").split("\n")];
  if (old.at(-1) === "") old.pop();
  const shortest = Math.min(old.length, now.length);
  let top = 0;
  while (top < shortest && old[top] === now[top]) top++;
  let bottom = 0;
  while (bottom < shortest - top && old.at(-1 - bottom) === now.at(-1 - bottom)) bottom++;
  // Where lines were only taken out, the line at their place is shown.
  const startLine = Math.min(top + 1, now.length);
  return { startLine, endLine: Math.max(startLine, now.length - bottom) };
}
