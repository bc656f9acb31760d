import type { RequestMessage } from "../model.ts";

/** The text of a message; parts that are none are left out. */
export function messageText({ content }: Pick<RequestMessage, "content">): string {
  if (typeof content === "string") return content;
  return content.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
}
