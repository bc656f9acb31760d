import type { Role } from "../../model.ts";
import type { WrittenMessage } from "../variable-uses.ts";
import type { Entry } from "./entry.ts";

const roles = ["system", "developer", "user", "assistant"] as const satisfies readonly Role[];

/** The messages of a prompt; each has a role and a text. */
export function readMessages(entry: Entry): readonly WrittenMessage[] {
  const items = entry.items();
  if (Array.isArray(entry.value) && items.length === 0) entry.complain("messages is empty", "A prompt has a message.");
  return items.flatMap((item) => {
    if (item.mapOf(["role", "content"]) === null) return [];
    const role = item.at("role").word(roles);
    const content = item.at("content").text();
    return role === null || content === null ? [] : [{ role, content, region: item.at("content").region }];
  });
}
