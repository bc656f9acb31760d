import type { CaseChange, PromptPage, PromptReport, Report } from "../../model.ts";
import { createSpread } from "./distributions.ts";
import { contentOf, detailOf, type Sample } from "./sample.ts";

/** Characters of details that a page carries; the worst cases come first, the others are told where to find. */
const detailLimit = 24_000_000;
/** Shorter texts are not worth sharing. */
const sharedLength = 120;

const severity: readonly CaseChange[] = ["worse", "failed", "unscored", "better", "alone", "same"];

/** What the samples add to the report: to each prompt, and the lines that the page reads when it needs them. */
export interface SampleFindings {
  readonly prompts: readonly Pick<PromptPage, "distributions" | "trials" | "details">[];
  /** One `CaseDetail` each. */
  readonly details: readonly string[];
  /** Texts that many cases share, by number. */
  readonly texts: readonly string[];
}

/** Nothing is known beside the report. */
export function withoutSamples({ prompts }: Report): SampleFindings {
  return {
    prompts: prompts.map(({ cases }) => ({ distributions: [], trials: [], details: cases.map(() => null) })),
    details: [],
    texts: [],
  };
}

/** Reads the samples twice: first to learn what there is and how much of it fits, then to keep that. */
export async function readSamples(
  { prompts }: Report,
  metrics: readonly (string | null)[],
  lines: () => AsyncIterable<string>,
): Promise<SampleFindings> {
  const places = new Map(prompts.map(({ path }, index) => [path, index]));
  const cases = prompts.map((prompt) => new Map(prompt.cases.map(({ id }, index) => [id, index])));
  const read = (): AsyncIterable<KnownSample> => knownSamples(prompts, places, cases, lines);
  const { spreads, trials, sizes, contents } = await survey(prompts, metrics, read());
  const kept = new Map<string, Sample[]>(chooseCases(prompts, sizes).map((key) => [key, []]));
  for await (const { sample, prompt, index } of read()) kept.get(keyOf(prompt, index ?? -1))?.push(sample);
  const numbers = new Map<string, number>();
  const share = (content: string): string | number => {
    if ((contents.get(content) ?? 0) < 2) return content;
    const number = numbers.get(content) ?? numbers.size;
    numbers.set(content, number);
    return number;
  };
  const lineOf = new Map([...kept.keys()].map((key, line) => [key, line]));
  return {
    prompts: prompts.map((prompt, at) => ({
      distributions: spreads[at]?.finish() ?? [],
      trials: trials[at] ?? [],
      details: prompt.cases.map((_, index) => lineOf.get(keyOf(at, index)) ?? null),
    })),
    details: [...kept.values()].map((samples) => JSON.stringify(detailOf(samples, share))),
    texts: [...numbers.keys()].map((text) => JSON.stringify(text)),
  };
}

/** What the samples come to: numbers of every call, sizes of every case, and how often each longer text was sent. */
async function survey(
  prompts: readonly PromptReport[],
  metrics: readonly (string | null)[],
  samples: AsyncIterable<KnownSample>,
) {
  const spreads = prompts.map(createSpread);
  const sizes = prompts.map((prompt) => prompt.cases.map(() => 0));
  const trials = prompts.map((prompt) =>
    prompt.cases.map(() => ({ baseline: [] as (number | null)[], candidate: [] as (number | null)[] })),
  );
  const contents = new Map<string, number>();
  for await (const { sample, prompt, index, size } of samples) {
    spreads[prompt]?.add(sample);
    if (index === undefined) continue;
    const metric = metrics[prompt] ?? null;
    if (metric !== null) trials[prompt]?.[index]?.[sample.arm].push(sample.scores[metric] ?? null);
    const long = (sample.messages ?? []).map(contentOf).filter((content) => content.length >= sharedLength);
    // A text that was there before stands in the page once.
    const again = long.filter((content) => contents.has(content)).reduce((sum, content) => sum + content.length, 0);
    for (const content of long) contents.set(content, (contents.get(content) ?? 0) + 1);
    const own = sizes[prompt] as number[];
    own[index] = (own[index] ?? 0) + size - again;
  }
  return { spreads, sizes, trials, contents };
}

interface KnownSample {
  readonly sample: Sample;
  /** Positions in the report; the case's is undefined where the report does not list it. */
  readonly prompt: number;
  readonly index: number | undefined;
  readonly size: number;
}

/** The samples that the report's prompts rest on: where a confirmation decides, the fresh ones alone. */
async function* knownSamples(
  prompts: readonly PromptReport[],
  places: ReadonlyMap<string, number>,
  cases: readonly ReadonlyMap<string, number>[],
  lines: () => AsyncIterable<string>,
): AsyncGenerator<KnownSample> {
  for await (const line of lines()) {
    if (line === "") continue;
    const sample = JSON.parse(line) as Sample;
    const prompt = places.get(sample.prompt);
    if (prompt === undefined || sample.variant !== undefined) continue;
    const fresh = sample.draw?.startsWith("confirm") ?? false;
    if (fresh !== (prompts[prompt]?.confirmation !== null)) continue;
    yield { sample, prompt, index: cases[prompt]?.get(sample.id), size: line.length };
  }
}

/** The keys of those whose details fit, in the order of the report. */
function chooseCases(prompts: readonly PromptReport[], sizes: readonly (readonly number[])[]): readonly string[] {
  const all = prompts.flatMap((prompt, at) =>
    prompt.cases.flatMap(({ change }, index) => {
      const size = sizes[at]?.[index] ?? 0;
      return size === 0 ? [] : [{ key: keyOf(at, index), size, rank: severity.indexOf(change) }];
    }),
  );
  let room = detailLimit;
  const kept = new Set<string>();
  for (const { key, size } of all.toSorted((one, other) => one.rank - other.rank)) {
    if (size > room) continue;
    room -= size;
    kept.add(key);
  }
  return all.flatMap(({ key }) => (kept.has(key) ? [key] : []));
}

function keyOf(prompt: number, index: number): string {
  return `${prompt} ${index}`;
}
