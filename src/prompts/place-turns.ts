import type { CallConfiguration, ContentPart, Message, RequestMessage, Turn, TurnPart } from "../model.ts";
import { filePart } from "./file-marks.ts";

/** A message that is this and nothing else stands for the turns that a case brings, whatever its role. */
const placeholder = /^\s*\{\{\s*messages\s*\}\}\s*$/;

/** The same in format strings, where two braces are a brace. */
const placeholderInFormat = /^\s*\{messages\}\s*$/;

/**
 * The messages of a prompt with the turns of a case among them: where a message is `{{messages}}` alone (or as the language
 * writes a variable); where nothing in the prompt places them, behind its messages. `render` renders messages that follow one another; `isPlaced` is asked
 * afterwards.
 */
export function placeTurns(
  { messages, template }: Pick<CallConfiguration, "messages" | "template">,
  turns: readonly RequestMessage[] | null,
  render: (messages: readonly Message[]) => readonly RequestMessage[],
  isPlaced: () => boolean,
): readonly RequestMessage[] {
  if (turns === null) return render(messages);
  const mark = template === "f-string" ? placeholderInFormat : placeholder;
  const placed: RequestMessage[] = [];
  let segment: Message[] = [];
  for (const message of messages) {
    if (!mark.test(message.content)) {
      segment.push(message);
      continue;
    }
    placed.push(...render(segment), ...turns);
    segment = [];
  }
  placed.push(...render(segment));
  return isPlaced() ? placed : [...placed, ...turns];
}

/** A turn of a case as it is sent. */
export function toRequestMessage({ role, content, toolCalls, toolCallId }: Turn): RequestMessage {
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
