import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Repository } from "../../changes/repository.ts";
import { currentEpoch, driftOf } from "../../drift/epoch.ts";
import { openFolderHistory } from "../../drift/folder-history.ts";
import { type HistoryFiles, readHistory } from "../../drift/history.ts";
import type { DriftRecord, DriftStanding } from "../../model.ts";

/** Where a clone has the branch that the Action keeps the history on. */
const branches = ["refs/remotes/origin/assay-history", "refs/heads/assay-history"];

/**
 * How versions held against drift, by their fingerprints: from the folder that was named, else from the history's branch
 * as it was fetched, else from the usual folder.
 */
export async function readStandings(
  repository: Repository,
  folder: string | null,
): Promise<ReadonlyMap<string, DriftStanding>> {
  const usual = join(repository.root, ".assay", "drift");
  const files =
    folder === null
      ? ((await readBranch(repository)) ?? (existsSync(usual) ? await readFolder(usual) : new Map()))
      : await readFolder(folder);
  const standings = readHistory(files).prompts.flatMap(({ records }) => standingsOf(records));
  return new Map(standings.toSorted(([, left], [, right]) => Date.parse(left.since) - Date.parse(right.since)));
}

function readFolder(folder: string): Promise<HistoryFiles> {
  return openFolderHistory(folder, () => Promise.resolve()).read();
}

async function readBranch(repository: Repository): Promise<HistoryFiles | null> {
  for (const branch of branches) {
    const tree = await repository.tree(branch).catch(() => null);
    if (tree === null) continue;
    const paths = (await tree.entries()).map(({ path }) => path).filter((path) => path.endsWith("/history.jsonl"));
    const texts = await Promise.all(paths.map((path) => tree.read(path)));
    return new Map(paths.map((path, index) => [path, new TextDecoder().decode(texts[index] ?? new Uint8Array())]));
  }
  return null;
}

/** Each reference with what followed it, up to the next one. */
function standingsOf(records: readonly DriftRecord[]): readonly (readonly [string, DriftStanding])[] {
  const starts = records.flatMap(({ kind }, index) => (kind === "reference" ? [index] : []));
  return starts.flatMap((start, index) => {
    const epoch = currentEpoch(records.slice(start, starts[index + 1]));
    if (epoch === null) return [];
    const { reference, nights, events } = epoch;
    const rows = [...new Set(events.map(({ row }) => row))];
    const drifting = rows.flatMap((row) => driftOf(epoch, row) ?? []);
    return [[reference.fingerprint, { since: reference.at, nights: nights.length, drifting }] as const];
  });
}
