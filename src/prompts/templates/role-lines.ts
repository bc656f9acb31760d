import type { Role } from "../../model.ts";
import type { Region, WrittenMessage } from "../variable-uses.ts";
import { findTags } from "./find-tags.ts";

/** A line such as `system:` or `# user:`, which begins a message. */
const roleLine = /^[ \t]*(?:#[ \t]*)?(system|developer|user|assistant)(?:\[[^\]\n]*\])?[ \t]*:[ \t]*$/gim;
/** Stands for a role line in a template that is parsed: a character of nobody's alphabet, and the role. */
const marker = /\uE000(system|developer|user|assistant)\uE000/;

/** A line that begins a message. */
interface RoleLine {
  readonly role: Role;
  readonly start: number;
  readonly end: number;
}

/** The role lines of a template; what stands in a tag or a comment is left as it is. */
function findRoleLines(template: string): readonly RoleLine[] {
  const tags = [...findTags(template)].filter(({ end }) => end !== null);
  let next = 0;
  return [...template.matchAll(roleLine)].flatMap(({ 0: written, 1: role = "", index }) => {
    while ((tags[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next += 1;
    const isInTag = (tags[next]?.start ?? Number.POSITIVE_INFINITY) < index;
    return isInTag ? [] : [{ role: role.toLowerCase() as Role, start: index, end: index + written.length }];
  });
}

/**
 * Marks the role lines of a template's own text. It is done before values are put in: no value can begin a message.
 */
export function markRoleLines(template: string): string {
  const text = template.replaceAll("\uE000", "\uFFFD");
  let end = 0;
  const pieces = findRoleLines(text).flatMap((line) => {
    const before = text.slice(end, line.start);
    end = line.end;
    return [before, `\uE000${line.role}\uE000`];
  });
  return [...pieces, text.slice(end)].join("");
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
  for (const line of findRoleLines(body.text)) {
    add(line.start);
    role = line.role;
    start = line.end;
  }
  add(body.text.length);
  return messages;
}
