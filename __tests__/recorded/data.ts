import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Recorded outputs of real models, beside the project; they are never committed. */
export const dataFolder = join("..", "shared", "data");
export const hasData = existsSync(join(dataFolder, "expected.json"));
if (!hasData) process.stdout.write(`skipped: no recorded outputs at ${dataFolder}\n`);

/** A recorded question with the answers of several variants. */
export interface RecordedCase {
  readonly id: string;
  readonly task?: string;
  readonly input: string;
  readonly expected: string | null;
  readonly outputs: Readonly<Record<string, string | null>>;
  /** A variant that is missing here has no recorded verdict. */
  readonly correct: Readonly<Record<string, boolean>>;
}

/** The answer key: one pair of variants. */
export interface ExpectedPair {
  readonly dataset: string;
  readonly task: string | null;
  readonly A: string;
  readonly B: string;
  readonly n: number;
  readonly acc_a: number;
  readonly acc_b: number;
  readonly b_a_right_b_wrong: number;
  readonly c_a_wrong_b_right: number;
}

/** What one Azure run was asked with. */
export interface AzureRun {
  readonly system: string | null;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export function readCases(dataset: string): readonly RecordedCase[] {
  const lines = readFileSync(join(dataFolder, `${dataset}.jsonl`), "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as RecordedCase);
}

export function readExpected(): readonly ExpectedPair[] {
  return JSON.parse(readFileSync(join(dataFolder, "expected.json"), "utf8")) as readonly ExpectedPair[];
}

export function readAzureRuns(): ReadonlyMap<string, AzureRun> {
  const meta = JSON.parse(readFileSync(join(dataFolder, "azure_rag_chat_runs.meta.json"), "utf8")) as Record<
    string,
    { parameters: { overrides?: Overrides; target_parameters?: { overrides?: Overrides } } }
  >;
  const runs = Object.entries(meta).map(([variant, { parameters }]): [string, AzureRun] => {
    const overrides = parameters.overrides ?? parameters.target_parameters?.overrides ?? {};
    const { prompt_template: system = null, ...rest } = overrides;
    return [variant, { system, parameters: rest }];
  });
  return new Map(runs);
}

type Overrides = { prompt_template?: string } & Record<string, unknown>;
