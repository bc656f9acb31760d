import type { PairedCase } from "./pair-cases.ts";

/** Fewer clusters than this say nothing about cases like these. */
export const fewestClusters = 5;

/** The units of a claim about cases like these: clusters, and each case without a cluster by itself. */
export function groupByCluster(pairs: readonly PairedCase[]): readonly (readonly PairedCase[])[] {
  const clusters = new Map<string, PairedCase[]>();
  const groups: PairedCase[][] = [];
  for (const pair of pairs) {
    let group = pair.cluster === null ? undefined : clusters.get(pair.cluster);
    if (group === undefined) {
      group = [];
      groups.push(group);
      if (pair.cluster !== null) clusters.set(pair.cluster, group);
    }
    group.push(pair);
  }
  return groups;
}
