import type { ContentPart, RequestMessage, ToolCall } from "../model.ts";

/** A part's bytes as an address that holds them. */
export function dataUrl({ mediaType, data }: { readonly mediaType: string; readonly data: string }): string {
  return `data:${mediaType};base64,${data}`;
}

/** The parts of a message, a text being one of them; an empty text is none. */
export function partsOf({ content }: RequestMessage): readonly ContentPart[] {
  if (typeof content !== "string") return content;
  return content === "" ? [] : [{ type: "text", text: content }];
}

/** The id of a tool call; one without is known by its position among those of its message. */
export function callIdOf(call: ToolCall, index: number): string {
  return call.id ?? `call_${index}`;
}

/** What each part that is no text is, in words: `an image of type image/tiff in a tool's answer`. */
function describePart(part: ContentPart, { role }: RequestMessage): string {
  const what =
    part.type === "text" ? "text" : `${part.type === "image" ? "an image" : "a file"} of type ${part.mediaType}`;
  return role === "user" ? what : `${what} in ${owner(role)}`;
}

function owner(role: RequestMessage["role"]): string {
  return role === "tool" ? "a tool's answer" : `the message of role ${role}`;
}

/** What the check of every part that is no text has to say, each thing once. */
export function refuseParts(
  messages: readonly RequestMessage[],
  takes: (part: Exclude<ContentPart, { type: "text" }>, message: RequestMessage) => boolean,
): readonly string[] {
  const refused = messages.flatMap((message) =>
    partsOf(message).flatMap((part) =>
      part.type === "text" || takes(part, message) ? [] : [describePart(part, message)],
    ),
  );
  return [...new Set(refused)];
}
