import { quote, UserError } from "../errors.ts";
import type { Case, CodeResult, CodeRunner, CompletedSample, Json, JsonObject, Program, Score } from "../model.ts";
import { isObject } from "../source/json.ts";
import type { Finding, ScorerContext } from "./factory.ts";
import { passOrFail, scored, unscored } from "./scores.ts";

/** Options of every scorer that is code of the repository. */
export interface CustomOptions {
  readonly files: readonly string[];
  readonly kind: "binary" | "bounded";
  readonly timeout: string;
}

/** Their JSON Schemas. */
export const customOptions: JsonObject = {
  files: {
    type: "array",
    maxItems: 100,
    items: { type: "string", minLength: 1, format: "file" },
    default: [],
    description:
      "Every further file that it needs, relative to the folder of assay.yml: it runs in a folder that holds these and no others.",
  },
  kind: {
    enum: ["binary", "bounded"],
    default: "bounded",
    description: "`binary` where it only passes or fails, which is compared with a sharper test; `bounded` for 0…1.",
  },
  timeout: {
    type: "string",
    pattern: "^[1-9][0-9]{0,5}(ms|s)$",
    default: "10s",
    description: "How long it may take for one output; then it is ended with all that it started.",
  },
};

/** Files that would lie outside of the folder in which the code runs. */
export function checkFiles(files: readonly string[]): readonly Finding[] {
  return files
    .filter(
      (file) => file.startsWith("/") || file.includes("\\") || file.split("/").includes("..") || /^[a-z]:/i.test(file),
    )
    .map((file) => ({
      message: `the file ${quote(file)} is not within the folder of assay.yml`,
      hint: "Code of a scorer lies beside assay.yml or below.",
    }));
}

/** Makes the score function of a program. Throws a UserError where its files are missing or code is not trusted. */
export function runCustom(start: Program["start"], files: readonly string[], timeout: string, context: ScorerContext) {
  const code = trustedCode(context);
  const program: Program = {
    start,
    files: new Map(files.map((file) => [file, readFile(file, context)])),
    timeoutMs: toMs(timeout),
  };
  return async (sample: CompletedSample, testCase: Case): Promise<Score> =>
    readScore(await code.run(program, describe(sample, testCase)));
}

/** What runs code. Throws a UserError where the code is not trusted. */
export function trustedCode({ code }: ScorerContext): CodeRunner {
  if (code) return code;
  throw new UserError({
    message:
      "this scorer is code of the repository, and code is not run here: it comes from a fork, or nothing is scored",
    hint: "It runs once it is on the base branch.",
  });
}

function readFile(file: string, { files }: ScorerContext): Uint8Array {
  const bytes = files.get(file) ?? null;
  if (bytes !== null) return bytes;
  throw new UserError({
    message: `no such file: ${quote(file)}`,
    hint: "Paths are relative to the folder of assay.yml.",
  });
}

/** What a program reads: the output first, and all that it may be held against. */
function describe({ reply, latencyMs }: CompletedSample, testCase: Case): Json {
  const { id, vars, expected, context, tags } = testCase;
  const { text, refusal, finishReason, tokens, toolCalls, exchange, logprobs = null } = reply;
  return {
    output: text,
    case: { id, vars, expected, context, tags },
    reply: {
      refusal,
      finishReason: finishReason.unified,
      tokens: { input: tokens.input, output: tokens.output },
      toolCalls: toolCalls.map(({ name, arguments: written }) => ({ name, arguments: written })),
      exchange: exchange as unknown as Json,
      logprobs: logprobs as unknown as Json,
    },
    latencyMs,
  };
}

/** What it answers: true or false, a number, or a map with `score` or `pass`, and a `reason`; or `unscored` with why. */
function readScore(result: CodeResult): Score {
  if (result.status === "failed") return unscored(`the code of the scorer gave no score: ${result.reason}`);
  const { output } = result;
  const {
    score = null,
    pass = null,
    reason = null,
    unscored: why = null,
  } = isObject(output) ? output : { score: output };
  if (typeof why === "string") return unscored(why);
  const value = typeof score === "boolean" || score === null ? toNumber(score ?? pass) : score;
  if (typeof value !== "number")
    return unscored(`the code of the scorer gave ${JSON.stringify(output)}, which is no score`);
  const words = typeof reason === "string" ? reason : null;
  if (value === 1) return passOrFail(true, () => "");
  return scored(value, words ?? (value === 0 ? "the scorer's own code says no" : null));
}

function toNumber(value: Json): Json {
  return typeof value === "boolean" ? Number(value) : value;
}

function toMs(written: string): number {
  return written.endsWith("ms") ? Number.parseInt(written, 10) : Number.parseInt(written, 10) * 1_000;
}
