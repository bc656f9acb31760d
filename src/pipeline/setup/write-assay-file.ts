import { stringify } from "yaml";
import type { Json } from "../../model.ts";

/** The file is to be read at a glance. */
const mostLines = 12;

/** Where editors find which keys there are. */
const schemaAddress = "https://raw.githubusercontent.com/prompt-assay/prompt-assay/v1/schemas/assay.v1.json";

/** Holds of every prompt that promises nothing else. */
export const anyAnswer: readonly Json[] = ["refusal"];

/** What a new assay.yml says; what is null or empty is left at its default. */
export interface AssayFile {
  readonly globs: readonly string[];
  /** The model of the prompts that name none; null where all do. */
  readonly model: string | null;
  /** Where golden sets are; null where they are found without being told. */
  readonly golden: string | null;
  /** Whether it only watches, beside another gate. */
  readonly watch: boolean;
  /** Scorers by prompt: path → as they stand in the file. */
  readonly scorers: ReadonlyMap<string, readonly Json[]>;
}

/**
 * The text of assay.yml, of at most 12 lines, and the prompts whose scorers found no room in it: they are held to no
 * other prompt's promise, but to answering at all.
 */
export function writeAssayFile(file: AssayFile): { readonly text: string; readonly leftOut: readonly string[] } {
  const [common, ...others] = groupByScorers(file.scorers);
  const lines = [
    `# yaml-language-server: $schema=${schemaAddress}`,
    ...(file.watch ? [line({ watch: true }, "judges and never fails; delete the line to make it the gate")] : []),
    ...(file.globs.length === 0 ? [] : [line({ prompts: file.globs }, "where the prompts are")]),
    ...(file.model === null ? [] : [line({ model: file.model }, "a guess, for prompts that name none")]),
    ...(file.golden === null ? [] : [line({ golden: file.golden }, "one case a line; or testData in the prompt file")]),
    ...(common === undefined ? [] : [line({ scorers: common.scorers }, "what every answer is held to")]),
    ...(others.length === 0 ? [] : ["overrides:  # other scorers for some prompts"]),
  ];
  const limits = [
    line({ run: { maxCost: 2 } }, "US dollars a run; no call begins that could pass it"),
    line({ gate: { margin: 0.05 } }, "a loss of 5 points is tolerated"),
  ];
  const room = mostLines - lines.length - limits.length;
  const told = others.length <= room ? others : others.slice(0, room - 1);
  const leftOut = others.slice(told.length).flatMap(({ prompts }) => prompts);
  const rest = leftOut.length === 0 ? [] : [{ prompts: leftOut, scorers: anyAnswer }];
  const overrides = [...told, ...rest].map(({ prompts, scorers }) => `  - ${flow({ prompts, scorers })}`);
  return { text: `${[...lines, ...overrides, ...limits].join("\n")}\n`, leftOut };
}

interface Group {
  readonly scorers: readonly Json[];
  readonly prompts: readonly string[];
}

/** Prompts with the same scorers, the most common first. Nothing is held to an empty list but what brings its own. */
function groupByScorers(scorers: AssayFile["scorers"]): readonly Group[] {
  const groups = new Map<string, { readonly scorers: readonly Json[]; readonly prompts: string[] }>();
  for (const [prompt, list] of scorers) {
    const key = JSON.stringify(list);
    const group = groups.get(key) ?? { scorers: list, prompts: [] };
    group.prompts.push(prompt);
    groups.set(key, group);
  }
  const sorted = [...groups.values()].sort((one, other) => other.prompts.length - one.prompts.length);
  const common = sorted.find((group) => group.scorers.length > 0);
  return common === undefined ? [] : [common, ...sorted.filter((group) => group !== common)];
}

/** A map of one key, as a line of the file. */
function line(value: Json, comment: string): string {
  return `${flow(value).slice(2, -2)}  # ${comment}`;
}

/** On one line, in flow style. */
function flow(value: Json): string {
  return stringify(value, { lineWidth: 0, collectionStyle: "flow", flowCollectionPadding: true }).trimEnd();
}
