import { lackingSamples, partialShards, strangeSample } from "../../errors.ts";
import type { Case, Json, Problem, ShardPrompt } from "../../model.ts";
import { compileLater, describeErrors } from "../../report/compile-schema.ts";
import { sampleSchema } from "../../report/samples-schema.ts";
import { isCutShort } from "../../run/not-made.ts";
import type { SampleLog } from "../../run/sample-log.ts";
import { readLines } from "../../source/lines.ts";
import { shardOf } from "../../source/shard.ts";
import { type Outcome, readOutcome, type SampleLine } from "../calls/outcome.ts";
import { createPacker } from "../calls/pack-outcome.ts";
import { logIndex, logSpan } from "../calls/prompt-run.ts";
import type { ShardFile } from "./read-shards.ts";
import { readCase, unknownCase } from "./shard-plan.ts";

/** So many strange lines of a file are told. */
const toldLines = 5;

const schema = compileLater(sampleSchema);

/** The samples of all shards. */
export interface ShardSamples {
  /** Of each prompt: the cases, those run in a row of their own behind the others. */
  readonly cases: readonly (readonly Case[])[];
  /** First position of each prompt in the log. */
  readonly offsets: readonly number[];
  /** By position in the log. */
  readonly outcomes: ReadonlyMap<number, Outcome>;
  readonly problems: readonly Problem[];
}

/** Reads the samples of all shards, in any order, and puts their lines into the log as an undivided run has them. */
export async function readShardSamples(shards: readonly ShardFile[], log: SampleLog): Promise<ShardSamples> {
  const prompts = shards[0]?.shard.prompts ?? [];
  const cases = prompts.map((): Case[] => []);
  const offsets = offsetsOf(prompts);
  const outcomes = new Map<number, Outcome>();
  const problems: Problem[] = [];
  const pack = createPacker();
  const validate = await schema();
  for (const file of shards) {
    const places = new Map(file.report.prompts.map(({ path }, index) => [path, index]));
    let strange = 0;
    let found = 0;
    let number = 0;
    const tell = (what: string): void => {
      strange++;
      if (strange <= toldLines) problems.push(strangeSample(file.samples.path, number, what));
    };
    for await (const { bytes } of readLines(file.samples.file)) {
      number++;
      const value = parse(bytes.toString("utf8"));
      if (!validate(value)) {
        tell(`no sample: ${describeErrors(validate)[0] ?? "no JSON"}`);
        continue;
      }
      const { shard: shardCase, ...line } = value as unknown as SampleLine;
      const place = places.get(line.prompt);
      const facts = place === undefined ? undefined : prompts[place];
      if (shardCase === undefined || place === undefined || facts === undefined || !isPlanned(line, shardCase, facts)) {
        tell("a sample that this run does not have");
        continue;
      }
      const { position } = shardCase;
      const known = cases[place]?.[position];
      const index = logIndex({ offset: offsets[place] ?? 0, trials: facts.trials }, position, line.arm, line.trial);
      if (shardOf(line.id, file.shard.of) !== file.shard.index || (known !== undefined && known.id !== line.id)) {
        tell(`the case ${JSON.stringify(line.id)} is of another shard`);
      } else if (outcomes.has(index)) {
        tell(`the case ${JSON.stringify(line.id)} has this sample twice`);
      } else {
        (cases[place] as Case[])[position] = known ?? readCase(line, shardCase);
        const judged = facts.metrics.some((metric) => metric.judged);
        outcomes.set(index, pack(readOutcome({ ...line, shard: shardCase }, index, judged), { reasons: judged }));
        log.append(index, line as unknown as Json);
        // What its judge was not asked about was left out, and is counted there.
        if (!isCutShort(outcomes.get(index)?.failure ?? null)) found++;
      }
    }
    const planned = file.shard.prompts.reduce((sum, facts) => sum + samplesOf(facts), 0);
    const leftOut = file.shard.leftOut?.samples ?? 0;
    if (strange === 0 && found + leftOut !== planned)
      problems.push(lackingSamples(file.path, found + leftOut, planned));
  }
  // Of a case that was not asked at all nothing is known; nor is it seen by anybody.
  if (shards.some(({ shard }) => shard.leftOut !== null)) fillHoles(prompts, cases);
  else if (problems.length === 0) problems.push(...findHoles(shards, cases));
  return { cases, offsets, outcomes, problems };
}

/** Shards that have all that they say, and yet are not the whole: somebody edited them. */
function findHoles(shards: readonly ShardFile[], cases: readonly (readonly Case[])[]): readonly Problem[] {
  const [first] = shards;
  return (first?.report.prompts ?? []).flatMap(({ path }, index) => {
    const { all = 0, added = 0 } = first?.shard.prompts[index]?.cases ?? {};
    const found = cases[index]?.filter((testCase) => testCase !== undefined).length ?? 0;
    return found === all + added ? [] : [partialShards(path, found, all + added)];
  });
}

function fillHoles(prompts: readonly ShardPrompt[], cases: readonly Case[][]): void {
  for (const [index, { cases: counts }] of prompts.entries()) {
    const list = cases[index] ?? [];
    for (let position = 0; position < counts.all + counts.added; position++) list[position] ??= unknownCase;
  }
}

/** The same positions as in an undivided run. */
function offsetsOf(prompts: readonly ShardPrompt[]): readonly number[] {
  let next = 0;
  return prompts.map(({ cases, trials }) => {
    const offset = next;
    next += logSpan({ cases: { length: cases.all }, added: { length: cases.added }, trials });
    return offset;
  });
}

/** Samples of the share that a shard has of a prompt. */
function samplesOf({ arms, share, trials }: ShardPrompt): number {
  const perCase = (arms.baseline ? trials.baseline : 0) + (arms.candidate ? trials.candidate : 0);
  return share.all * perCase + (arms.candidate ? share.added : 0);
}

function isPlanned(
  { arm, trial }: SampleLine,
  { position }: { readonly position: number },
  { arms, cases, trials }: ShardPrompt,
): boolean {
  if (!arms[arm] || position >= cases.all + cases.added) return false;
  return position < cases.all ? trial < trials[arm] : arm === "candidate" && trial === 0;
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
