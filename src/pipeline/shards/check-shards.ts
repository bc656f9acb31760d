import { doubledShard, foreignShard, missingShards } from "../../errors.ts";
import type { Problem, PromptReport, Report, ShardPrompt } from "../../model.ts";
import type { ShardFile } from "./read-shards.ts";

/** So many differences are told of a shard. */
const toldDifferences = 5;

/** What keeps these shards from being one run: foreign ones among them, and those that are missing or there twice. */
export function checkShards(shards: readonly ShardFile[]): readonly Problem[] {
  const reference = findReference(shards);
  if (reference === null) return [];
  const { run, of } = reference.shard;
  const own = shards.filter((each) => each.shard.run === run);
  const foreign = shards.filter((each) => each.shard.run !== run);
  const byIndex = groupBy(own, ({ shard }) => shard.index);
  // Its place is taken, if by the wrong one: that is told once.
  const taken = new Set(foreign.filter(({ shard }) => shard.of === of).map(({ shard }) => shard.index));
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter(
    (index) => !byIndex.has(index) && !taken.has(index),
  );
  return [
    ...foreign.map((each) => foreignShard(each.path, reference.path, findDifferences(each, reference))),
    ...[...byIndex]
      .filter(([, files]) => files.length > 1)
      .map(([index, files]) =>
        doubledShard(
          index,
          of,
          files.map(({ path }) => path),
        ),
      ),
    ...(missing.length === 0 ? [] : [missingShards(missing, of)]),
  ];
}

/** The first shard of the run that most files are of. */
function findReference(shards: readonly ShardFile[]): ShardFile | null {
  const runs = [...groupBy(shards, ({ shard }) => shard.run).values()];
  return runs.toSorted((left, right) => right.length - left.length)[0]?.[0] ?? null;
}

/** In what a shard is of another run, for people. */
function findDifferences(one: ShardFile, other: ShardFile): readonly string[] {
  const told: string[] = [];
  const tell = (what: string, here: unknown, there: unknown): void => {
    const [written, expected] = [JSON.stringify(here ?? null), JSON.stringify(there ?? null)];
    if (written !== expected) told.push(`${what} ${shorten(written)} instead of ${shorten(expected)}`);
  };
  tell("it is one of", one.shard.of, other.shard.of);
  tell("it was taken by the version", one.shard.version, other.shard.version);
  tell("it was taken with the command", one.report.command, other.report.command);
  tell("its head is", nameOf(one.report.head), nameOf(other.report.head));
  tell("its base is", nameOf(one.report.base), nameOf(other.report.base));
  tell("its goalposts are of", one.report.goalposts, other.report.goalposts);
  for (const key of Object.keys(other.shard.gate) as (keyof typeof other.shard.gate)[]) {
    tell(`its configuration has gate.${key}`, one.shard.gate[key], other.shard.gate[key]);
  }
  if (one.shard.providers !== other.shard.providers) told.push("its configuration has other providers");
  const paths = ({ report }: ShardFile): readonly string[] => report.prompts.map(({ path }) => path);
  tell("its prompts are", paths(one), paths(other));
  if (one.report.prompts.length === other.report.prompts.length) told.push(...promptDifferences(one, other));
  const more = told.length - toldDifferences;
  return more > 0 ? [...told.slice(0, toldDifferences), `and ${more} more`] : told;
}

function promptDifferences(one: ShardFile, other: ShardFile): readonly string[] {
  return other.report.prompts.flatMap((there, index) => {
    const here = one.report.prompts[index] as PromptReport;
    const [own, expected] = [one.shard.prompts[index] as ShardPrompt, other.shard.prompts[index] as ShardPrompt];
    const parts: readonly (readonly [what: string, here: unknown, there: unknown])[] = [
      ["the fingerprint of its baseline", here.baseline?.fingerprint, there.baseline?.fingerprint],
      ["the fingerprint of its candidate", here.candidate?.fingerprint, there.candidate?.fingerprint],
      ["its golden set", [own.golden, own.cases], [expected.golden, expected.cases]],
      ["its scorers", own.scorers, expected.scorers],
      ["its trials", own.trials, expected.trials],
      ["its seed", own.seed, expected.seed],
    ];
    const others = parts.filter(([, left, right]) => JSON.stringify(left) !== JSON.stringify(right));
    return others.map(([what]) => `its prompt ${JSON.stringify(there.path)} differs in ${what}`);
  });
}

function nameOf(revision: Report["base"]): string | null {
  return revision?.commit ?? revision?.revision ?? null;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function groupBy<Key>(
  shards: readonly ShardFile[],
  keyOf: (shard: ShardFile) => Key,
): ReadonlyMap<Key, readonly ShardFile[]> {
  const groups = new Map<Key, ShardFile[]>();
  for (const shard of shards) groups.set(keyOf(shard), [...(groups.get(keyOf(shard)) ?? []), shard]);
  return groups;
}
