import type { ScorerTools } from "../../model.ts";
import type { JudgeRequest } from "./build-question.ts";
import type { Choice } from "./kinds.ts";
import type { ReadAnswer } from "./read-answer.ts";

/** What one model thinks of one question, or why nothing is known of it. */
export type Opinion =
  | { readonly status: "given"; readonly choice: Choice; readonly reason: string }
  | { readonly status: "none"; readonly reason: string };

export interface JudgeQuestion {
  readonly model: string;
  readonly request: JudgeRequest;
  /** Which opinion it is. */
  readonly purpose: string;
  /** Whether it is more than the first. */
  readonly further: boolean;
}

/**
 * Asks a judge once, and once more where the answer cannot be read. What is off the menu, missing or refused, and a
 * provider that is down, is no opinion: it is never a pass, a fail or a 0.
 */
export async function askJudge(
  question: JudgeQuestion,
  read: (text: string) => ReadAnswer,
  tools: ScorerTools,
): Promise<Opinion> {
  const first = await askOnce(question, read, tools);
  if (first.status !== "invalid") return first;
  const repaired = await askOnce(
    {
      ...question,
      request: withMistake(question.request, first.mistake),
      purpose: [question.purpose, "repair"].filter((part) => part !== "").join(":"),
      further: true,
    },
    read,
    tools,
  );
  return repaired.status === "invalid" ? none(`the judge's answer cannot be read: ${repaired.mistake}`) : repaired;
}

async function askOnce(
  { model, request, purpose, further }: JudgeQuestion,
  read: (text: string) => ReadAnswer,
  tools: ScorerTools,
): Promise<Opinion | Extract<ReadAnswer, { status: "invalid" }>> {
  const result = await tools.ask({ model, request, purpose, further });
  if (result.status === "failed") return none(`the judge did not answer: ${result.failure.message}`);
  const { refusal, finishReason, text } = result.reply;
  if (refusal !== null || finishReason.unified === "content-filter") return none("the judge refused");
  const answer = read(text);
  return answer.status === "read" ? { status: "given", choice: answer.choice, reason: answer.reason } : answer;
}

/** The same question; the answer itself is not shown again, since it may quote what it judged. */
function withMistake(request: JudgeRequest, mistake: string): JudgeRequest {
  const again = `\n\nYOUR EARLIER ANSWER COULD NOT BE READ: ${mistake}. Answer again, with the JSON object alone.`;
  const messages = request.messages.map((message) =>
    message.role === "system" && typeof message.content === "string"
      ? { ...message, content: message.content + again }
      : message,
  );
  return { ...request, messages };
}

function none(reason: string): Opinion {
  return { status: "none", reason };
}
