import type { CallConfiguration, Json, Part, PromptVersion } from "../model.ts";
import { canonicalHash, canonicalJson } from "../source/json.ts";
import { changedParts } from "./changed-parts.ts";

/** Parts that go from one version into another only together. */
export type PartGroup = readonly Part[];

/** More groups take 2^k versions: beyond this parts are joined. */
const mostGroups = 4;

/** Which keys of a configuration are which part; the languages and defaults of a text go with it. */
const keysOf = {
  text: ["messages", "template", "defaults"],
  model: ["model"],
  parameters: ["parameters"],
  format: ["format"],
  tools: ["tools"],
  included: ["partials"],
} as const satisfies Partial<Record<Part, readonly (keyof CallConfiguration)[]>>;

type MixedPart = keyof typeof keysOf;

/** Pairs that hang together most: they are joined first where there are too many parts, or where a mix cannot be run. */
const closest: readonly (readonly [Part, Part])[] = [
  ["text", "included"],
  ["format", "tools"],
  ["model", "parameters"],
  ["text", "format"],
  ["text", "tools"],
  ["parameters", "tools"],
];

/**
 * The parts of what is sent in which two versions differ, each by itself. An included file counts where its text is part of
 * the prompt; a file that the prompt only depends on, or a schema that stands in the format already, sends nothing of its own.
 */
export function mixableParts(before: CallConfiguration, after: CallConfiguration): readonly Part[] {
  const differs = (key: keyof CallConfiguration): boolean =>
    canonicalJson((before[key] ?? null) as Json) !== canonicalJson((after[key] ?? null) as Json);
  return changedParts(before, after).filter(
    (part) => Object.hasOwn(keysOf, part) && keysOf[part as MixedPart].some(differs),
  );
}

/** The parts in at most four groups. */
export function groupParts(parts: readonly Part[]): readonly PartGroup[] {
  return joinGroups(
    parts.map((part) => [part]),
    () => false,
  );
}

/** A version that takes these parts from `head` and all others from `base`. */
export function mixVersions(base: PromptVersion, head: PromptVersion, fromHead: readonly Part[]): PromptVersion {
  const text = fromHead.includes("text") ? head : base;
  const configuration: Record<string, unknown> = { ...base.configuration };
  for (const part of fromHead) {
    for (const key of keysOf[part as MixedPart] ?? []) {
      if (head.configuration[key] === undefined) delete configuration[key];
      else configuration[key] = head.configuration[key];
    }
    if (part === "included") configuration["included"] = head.configuration.included;
  }
  return {
    ...text,
    modelPlace: (fromHead.includes("model") ? head : base).modelPlace,
    configuration: configuration as unknown as CallConfiguration,
    fingerprint: canonicalHash(configuration as unknown as Json),
  };
}

/**
 * Joins groups until there are at most four and no mix is left that cannot be run: of all ways to join them the one that
 * leaves the most groups, and among these the one that joins what hangs together. One group: they cannot be told apart.
 *
 * @param isOut whether a mix cannot be run; bit i of the mask stands for group i of those handed over
 */
export function joinGroups(groups: readonly PartGroup[], isOut: (mask: number) => boolean): readonly PartGroup[] {
  const possible = partitions(groups.length).filter(
    (blocks) => blocks.length <= mostGroups && !mixesOf(blocks).some(isOut),
  );
  const [best = []] = possible.toSorted(
    (left, right) => right.length - left.length || closeness(groups, right) - closeness(groups, left),
  );
  return best.map((block) => block.flatMap((index) => groups[index] as PartGroup));
}

/** Masks over the groups, of all mixes that take each block whole and are neither of both versions. */
function mixesOf(blocks: readonly (readonly number[])[]): readonly number[] {
  const masks = blocks.map((block) => block.reduce((mask, index) => mask | (1 << index), 0));
  return Array.from({ length: Math.max(0, (1 << blocks.length) - 2) }, (_, index) =>
    masks.reduce((mask, own, block) => (((index + 1) >> block) & 1 ? mask | own : mask), 0),
  );
}

/** Every way to divide 0…count−1 into blocks, in the order of their least members. */
function partitions(count: number): readonly (readonly (readonly number[])[])[] {
  let all: readonly (readonly (readonly number[])[])[] = [[]];
  for (let index = 0; index < count; index++) {
    all = all.flatMap((blocks) => [
      ...blocks.map((_, chosen) => blocks.map((block, at) => (at === chosen ? [...block, index] : block))),
      [...blocks, [index]],
    ]);
  }
  return all;
}

/** How close the parts are that are joined; a pair at the head of the list outweighs all behind it. */
function closeness(groups: readonly PartGroup[], blocks: readonly (readonly number[])[]): number {
  return closest.reduce((sum, [one, other], rank) => {
    const together = blocks.some((block) => {
      const parts = block.flatMap((index) => groups[index] as PartGroup);
      return parts.includes(one) && parts.includes(other);
    });
    return together ? sum + 2 ** -rank : sum;
  }, 0);
}
