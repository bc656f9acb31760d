import { formatPlace } from "../../src/errors.ts";
import { parseGolden } from "../../src/golden/parse-golden.ts";
import type { Case, JsonObject, Problem } from "../../src/model.ts";

export function parse(path: string, text: string) {
  return parseGolden(path, new TextEncoder().encode(text));
}

/** `path:line:column message (hint)` */
export function told(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ message, hint, place }) => {
    const where = place === undefined ? "" : `${formatPlace(place)} `;
    return `${where}${message}${hint === undefined ? "" : ` (${hint})`}`;
  });
}

/** Cases as they come from a file of these rows. */
export function casesOf(rows: readonly JsonObject[], path = "a.jsonl"): readonly Case[] {
  const { cases, problems } = parse(path, rows.map((row) => JSON.stringify(row)).join("\n"));
  if (problems.length > 0) throw new Error(told(problems).join("\n"));
  return cases;
}

/** The best of three runs, in milliseconds: a busy machine is not the code's fault. */
export function timeOf(run: () => void): number {
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}
