import { createSimilarityPairing } from "../../changes/similarity.ts";
import type { Change } from "../../model.ts";
import { formatOf } from "../../prompts/registry.ts";
import { fileOfPrompt } from "../../source/repository-path.ts";
import type { Revisions } from "./revisions.ts";

/** More files than this a pull request adds seldom; each is read. */
const mostAdded = 1_000;

/** Where prompts went that no glob of either side finds any more. */
export interface MovedPrompts {
  /** Paths at the head that are read as prompts all the same. */
  readonly paths: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * Looks for the files of deleted prompts among all that the head adds: a prompt is not judged less because it was moved to
 * where nobody looks.
 */
export async function findMovedPrompts(
  changes: readonly Change[],
  { baseline, head }: Pick<Revisions, "baseline" | "head">,
  environment: NodeJS.ProcessEnv,
): Promise<MovedPrompts> {
  const gone = changes.flatMap(({ kind, path }) => (kind === "deleted" ? [fileOfPrompt(path)] : []));
  if (gone.length === 0) return { paths: [], warnings: [] };
  const before = new Set((await baseline.entries()).map(({ path }) => path));
  const known = new Set(changes.flatMap(({ kind, path }) => (kind === "deleted" ? [] : [fileOfPrompt(path)])));
  const after = (await head.entries()).flatMap(({ kind, path }) => (kind === "file" ? [path] : []));
  const deleted = [...new Set(gone)].filter((path) => !after.includes(path));
  const added = after.filter((path) => !before.has(path) && !known.has(path));
  if (deleted.length === 0 || added.length === 0) return { paths: [], warnings: [] };
  if (added.length > mostAdded) {
    const warning = `${added.length} files are added: whether one of them is a deleted prompt was not looked at (${deleted.join(", ")}).`;
    return { paths: [], warnings: [warning] };
  }
  const pairs = [...(await createSimilarityPairing(baseline, head, environment)(deleted, added))];
  const isRead = ([now, then]: readonly [string, string]): boolean =>
    formatOf(now) !== null && formatOf(now) === formatOf(then);
  return {
    paths: pairs.filter(isRead).map(([now]) => now),
    warnings: pairs.map((pair) => {
      const [now, then] = pair;
      return isRead(pair)
        ? `${then} was moved to ${now}, where no glob of prompts looks: it is judged this once. Add it to prompts in assay.yml, or nothing judges it once this is merged.`
        : `${then} was moved to ${now}, which is read as no prompt: nothing judges it any more.`;
    }),
  };
}
