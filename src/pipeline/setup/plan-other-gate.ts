import { posix } from "node:path";
import { UserError } from "../../errors.ts";
import type { Tree } from "../../model.ts";
import { parsePrompts } from "../../prompts/parse-prompt.ts";
import { promptFormats } from "../../prompts/registry.ts";
import type { OtherGate } from "./find-other-gate.ts";

/**
 * Calls that one run of the other gate makes by its configurations, its cache set aside; null where they cannot be told:
 * one does not parse, or has prompts or tests that programs make.
 */
export async function planOtherGate(tree: Tree, { configurations, repeats }: OtherGate): Promise<number | null> {
  const paths = (await tree.entries()).filter(({ kind }) => kind === "file").map(({ path }) => path);
  const named = paths.filter(
    (path) => promptFormats.promptfoo.byItself?.includes(posix.basename(path)) && !/(?:^|\/)node_modules\//.test(path),
  );
  let calls = 0;
  for (const path of configurations.length > 0 ? configurations : named) {
    const planned = await planFile(path, tree, paths);
    if (planned === null || planned.calls === null) return null;
    calls += planned.calls * (repeats ?? planned.repeats);
  }
  return calls === 0 ? null : calls;
}

async function planFile(path: string, tree: Tree, paths: readonly string[]) {
  try {
    const source = await tree.read(path);
    if (source === null) return null;
    const prompts = await parsePrompts(path, source, { read: (wanted) => tree.read(wanted), list: async () => paths });
    return prompts?.[0]?.elsewhere ?? null;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
