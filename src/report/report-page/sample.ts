import type { Arm, CaseDetail, Opinions, RequestMessage, ShownMessage, ToolCall, TrialDetail } from "../../model.ts";

/** A line of the samples file, as far as the page shows it: schemas/samples.v1.json. */
export interface Sample {
  readonly prompt: string;
  readonly variant?: string;
  readonly arm: Arm;
  readonly id: string;
  readonly trial: number;
  readonly draw?: string;
  readonly messages?: readonly RequestMessage[];
  readonly expected?: unknown;
  readonly output: string | null;
  readonly refusal?: string;
  readonly finishReason?: { readonly unified: string };
  readonly failure?: { readonly message: string };
  readonly exchange?: readonly RequestMessage[];
  readonly toolCalls?: readonly ToolCall[];
  readonly scores: Readonly<Record<string, number | null>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly opinions?: Readonly<Record<string, Opinions>>;
  readonly tokens: { readonly input: number | null; readonly output: number | null } | null;
  readonly latencyMs: number | null;
  readonly cost: number | null;
  readonly model: string | null;
  readonly cached?: boolean;
}

/** Longer texts are cut: the samples file has them whole. */
const textLimit = 20_000;

/** The case of these samples, which are all that there are of it. */
export function detailOf(samples: readonly Sample[], share: (content: string) => string | number): CaseDetail {
  const of = (arm: Arm): readonly Sample[] => samples.filter((sample) => sample.arm === arm);
  const messagesOf = (arm: Arm): readonly ShownMessage[] | null =>
    of(arm)
      .find(({ messages }) => messages !== undefined)
      ?.messages?.map((message) => ({ role: message.role, content: share(contentOf(message)) })) ?? null;
  const expected = samples.find((sample) => sample.expected !== undefined)?.expected;
  return {
    expected: expected === undefined ? null : clip(textOf(expected)),
    messages: { baseline: messagesOf("baseline"), candidate: messagesOf("candidate") },
    baseline: of("baseline").map(trialOf),
    candidate: of("candidate").map(trialOf),
  };
}

function trialOf(sample: Sample): TrialDetail {
  const { trial, draw = null, output, refusal, finishReason, failure, toolCalls = [], exchange = [] } = sample;
  const calls = [...exchange.flatMap((message) => message.toolCalls ?? []), ...toolCalls];
  return {
    trial,
    draw,
    output: failure === undefined ? clip(output || (refusal ?? "")) : null,
    failure: failure?.message ?? null,
    stopped: finishReason?.unified ?? null,
    toolCalls: calls.map((call) => clip(`${call.name}(${call.arguments})`)),
    scores: sample.scores,
    reasons: sample.reasons,
    opinions: sample.opinions ?? {},
    tokens: sample.tokens,
    latencyMs: sample.latencyMs,
    cost: sample.cost,
    model: sample.model,
    cached: sample.cached ?? false,
  };
}

/** A message as one text: a file stands as its name or type, with its hash. */
export function contentOf({ content, toolCalls = [] }: RequestMessage): string {
  const text =
    typeof content === "string"
      ? content
      : content
          .map((part) =>
            part.type === "text"
              ? part.text
              : `[${part.type === "file" ? part.name : part.mediaType}, ${part.data.slice(0, 19)}]`,
          )
          .join("\n");
  return clip([text, ...toolCalls.map((call) => `${call.name}(${call.arguments})`)].filter(Boolean).join("\n"));
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

function clip(text: string): string {
  return text.length <= textLimit
    ? text
    : `${text.slice(0, textLimit).toWellFormed()}\n… (${text.length - textLimit} more characters)`;
}
