import type { Role } from "../../model.ts";
import type { Region, WrittenMessage } from "../variable-uses.ts";

/** A tag or a comment, which is left as it is; or a line such as `system:` or `# user:`, which begins a message. */
const tagOrRoleLine =
  /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|\{#[\s\S]*?#\}|^[ \t]*#?[ \t]*(system|developer|user|assistant)(?:\[[^\]\n]*\])?[ \t]*:[ \t]*$/gim;
/** Stands for a role line in a template that is parsed: a character of nobody's alphabet, and the role. */
const marker = /\uE000(system|developer|user|assistant)\uE000/;

/**
 * Marks the role lines of a template's own text. It is done before values are put in: no value can begin a message.
 */
export function markRoleLines(template: string): string {
  return template
    .replaceAll("\uE000", "\uFFFD")
    .replace(tagOrRoleLine, (written, role?: string) =>
      role === undefined ? written : `\uE000${role.toLowerCase()}\uE000`,
    );
}

/** The stretches of a text between its marks, each with the role that it begins; null for what stands before the first. */
export function splitAtRoles(text: string): readonly { readonly role: Role | null; readonly text: string }[] {
  const [first = "", ...rest] = text.split(marker);
  const begun = [];
  for (let index = 0; index < rest.length; index += 2) {
    begun.push({ role: rest[index] as Role, text: rest[index + 1] ?? "" });
  }
  return [{ role: null, text: first }, ...begun];
}

/** A text whose role lines begin messages, split before values are put in; each message knows where it stands. */
export function splitAtRoleLines(body: Region, first: Role): readonly WrittenMessage[] {
  const messages: WrittenMessage[] = [];
  let role = first;
  let start = 0;
  const add = (end: number): void => {
    const whole = body.text.slice(start, end);
    const content = whole.trim();
    const offset = start + (whole.length - whole.trimStart().length);
    const region = { text: content, placeAt: (within: number) => body.placeAt(offset + within) };
    if (content !== "") messages.push({ role, content, region });
  };
  for (const { 0: line, 1: named, index } of body.text.matchAll(tagOrRoleLine)) {
    if (named === undefined) continue;
    add(index);
    role = named.toLowerCase() as Role;
    start = index + line.length;
  }
  add(body.text.length);
  return messages;
}
