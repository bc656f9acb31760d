import type { Json } from "../../model.ts";

/** How deep a value may nest and how many values it may hold in all. */
export interface Limits {
  readonly depth: number;
  readonly nodes: number;
}

/** Which limit a value exceeds. Walks without recursion and stops at the first: the value may be built to hurt. */
export function exceeded(value: Json, limits: Limits): keyof Limits | null {
  let level: Json[] = [value];
  let nodes = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limits.depth) return "depth";
    const next: Json[] = [];
    for (const entry of level) {
      if (++nodes > limits.nodes) return "nodes";
      if (typeof entry !== "object" || entry === null) continue;
      for (const child of Object.values(entry)) next.push(child);
      if (nodes + next.length > limits.nodes) return "nodes";
    }
    level = next;
  }
  return null;
}
