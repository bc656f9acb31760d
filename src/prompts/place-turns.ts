import type { ContentPart, Message, RequestMessage, Turn, TurnPart } from "../model.ts";
import { filePart } from "./file-marks.ts";

/** A message that is this and nothing else stands for the turns that a case brings, whatever its role. */
const placeholder = /^\s*\{\{\s*messages\s*\}\}\s*$/;

/**
 * The messages of a prompt with the turns of a case among them: where a message is `{{messages}}` alone; where nothing
 * in the prompt uses them, behind its messages. `render` renders messages that follow one another.
 */
export function placeTurns(
  messages: readonly Message[],
  turns: readonly Turn[] | null,
  usesTurns: boolean,
  render: (messages: readonly Message[]) => readonly RequestMessage[],
): readonly RequestMessage[] {
  if (turns === null) return render(messages);
  const sent = turns.map(toRequestMessage);
  if (!usesTurns) return [...render(messages), ...sent];
  const placed: RequestMessage[] = [];
  let segment: Message[] = [];
  for (const message of messages) {
    if (!placeholder.test(message.content)) {
      segment.push(message);
      continue;
    }
    placed.push(...render(segment), ...sent);
    segment = [];
  }
  return [...placed, ...render(segment)];
}

function toRequestMessage({ role, content, toolCalls, toolCallId }: Turn): RequestMessage {
  return {
    role,
    content: typeof content === "string" ? content : content.map(toContentPart),
    ...(toolCalls === undefined ? {} : { toolCalls }),
    ...(toolCallId === undefined ? {} : { toolCallId }),
  };
}

function toContentPart(part: TurnPart): ContentPart {
  return "text" in part ? { type: "text", text: part.text } : filePart(part);
}
