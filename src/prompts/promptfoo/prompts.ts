import type { Json, Place, Role } from "../../model.ts";
import { readCsv } from "../../source/csv.ts";
import { isObject } from "../../source/json.ts";
import { fileName } from "../../source/repository-path.ts";
import { readYaml } from "../../source/yaml.ts";
import type { Entry } from "../keys/entry.ts";
import { regionOf } from "../region.ts";
import type { Region, WrittenMessage } from "../variable-uses.ts";
import { noCall, readCall, type WrittenCall } from "./providers.ts";
import { type ConfigReading, codeFile } from "./reading.ts";
import { Spot } from "./spot.ts";

/** Prompts of one configuration. */
const promptLimit = 200;
const roles: readonly Role[] = ["system", "developer", "user", "assistant"];
const promptFile = /\.(?:txt|md|markdown|j2|jinja2?|jsonl?|ya?ml|csv)$/i;

/** A prompt of the configuration. */
export interface WrittenPrompt {
  /** As tests and providers name it; null where it has none. */
  readonly label: string | null;
  /** The name of its file without the ending; null where it has none. */
  readonly stem: string | null;
  readonly messages: readonly WrittenMessage[];
  readonly call: WrittenCall;
  readonly place: Place;
}

/** The prompts of a configuration: texts, chats, files, globs of files; a program is told and not run. */
export function readPrompts(entry: Entry, config: ConfigReading): readonly WrittenPrompt[] {
  const read = isObject(entry.value)
    ? // A map from a file to its label.
      entry.entries().flatMap(([key, item]) => {
        const label = typeof item.value === "string" ? item.value : null;
        return readText(item, key, { label, call: noCall }, config);
      })
    : (typeof entry.value === "string" ? [entry] : entry.items()).flatMap((item) => readItem(item, config));
  if (read.length > promptLimit) entry.complain(`the configuration has more than ${promptLimit} prompts`);
  return read.slice(0, promptLimit);
}

/** What the configuration says of a prompt beside its text. */
interface About {
  readonly label: string | null;
  readonly call: WrittenCall;
}

function readItem(item: Entry, config: ConfigReading): readonly WrittenPrompt[] {
  if (typeof item.value === "string") return readText(item, item.value, { label: null, call: noCall }, config);
  if (!isObject(item.value)) {
    item.complain(`${item.name} is no prompt`, "A prompt is a text, file://PATH, or a map with id or raw.");
    return [];
  }
  if (item.at("function").exists) {
    config.omit("a prompt is code: it is not run", item.place);
    return [];
  }
  const label = item.at("label").value ?? item.at("display").value;
  const raw = item.at("raw").exists ? item.at("raw") : item.at("id");
  const settings = item.at("config");
  const call = readCall(new Spot(settings.value, () => settings.place), config);
  const text = raw.text();
  return text === null ? [] : readText(raw, text, { label: typeof label === "string" ? label : null, call }, config);
}

function readText(entry: Entry, text: string, about: About, config: ConfigReading): readonly WrittenPrompt[] {
  const { place } = entry;
  const isName = text.startsWith("file://") || (!/[\n{]/.test(text) && /^\S+$/.test(text));
  if (/^(?:exec|python|golang|https?|package):/.test(text) || (isName && codeFile.test(text))) {
    config.omit(`the prompt ${JSON.stringify(text.slice(0, 80))} is code or an address: it is not run`, place);
    return [];
  }
  if (isName && text.includes("*")) return readGlob(entry, text, about, config);
  if (text.startsWith("file://") || (isName && promptFile.test(text))) {
    const path = config.resolve(text, place);
    return path === null ? [] : readFile(path, place, about, config);
  }
  const chat = readChat(text, () => place, config);
  const messages = chat ?? [{ role: "user" as const, content: text, region: entry.region }];
  return [{ ...about, stem: null, messages, place }];
}

function readGlob(entry: Entry, text: string, about: About, config: ConfigReading): readonly WrittenPrompt[] {
  return config.glob(text, entry.place).flatMap((path) => {
    if (!codeFile.test(path)) return readFile(path, entry.place, about, config);
    config.omit(`the prompt ${path} is code: it is not run`, entry.place);
    return [];
  });
}

function readFile(path: string, place: Place, about: About, config: ConfigReading): readonly WrittenPrompt[] {
  const text = config.text(path, place);
  if (text === null) return [];
  const prompt = (messages: readonly WrittenMessage[], at: Place, stem: string | null): WrittenPrompt => ({
    label: about.label,
    stem,
    messages,
    call: { ...about.call, files: [...about.call.files, path] },
    place: at,
  });
  const stem = fileName(path).replace(/\.[^.]*$/, "");
  if (/\.ya?ml$/i.test(path)) {
    const yaml = readYaml(path, text);
    const chat = Array.isArray(yaml.value) ? messagesOf(new Spot(yaml.value, yaml.place), config) : null;
    return [prompt(chat ?? [user(trimmed(path, text, 0, text.length))], place, stem)];
  }
  if (/\.jsonl$/i.test(path)) {
    return stretches(text, /\n/g)
      .filter(({ start, end }) => text.slice(start, end).trim() !== "")
      .map(({ start, end }) => {
        const region = regionOf(path, text, start, end);
        return prompt(readChat(region.text, region.placeAt, config) ?? [user(region)], region.placeAt(0), stem);
      });
  }
  if (/\.csv$/i.test(path)) {
    return csvPrompts(path, text, config).map(({ label, messages, at }, index, all) => ({
      ...prompt(messages, at, all.length === 1 ? stem : `${stem}-${index + 1}`),
      ...(label === null ? {} : { label }),
    }));
  }
  const region = trimmed(path, text, 0, text.length);
  if (/\.json$/i.test(path)) return [prompt(readChat(text, region.placeAt, config) ?? [user(region)], place, stem)];
  if (!/\.txt$/i.test(path)) return [prompt([user(region)], place, stem)];
  // A line of three hyphens begins the next prompt.
  const parts = stretches(text, /^---[ \t]*$/gm).map(({ start, end }) => trimmed(path, text, start, end));
  const written = parts.filter((part) => part.text !== "");
  return written.map((part, index) =>
    prompt([user(part)], part.placeAt(0), written.length === 1 ? stem : `${stem}-${index + 1}`),
  );
}

/** A row of a table of prompts. */
interface CsvPrompt {
  readonly label: string | null;
  readonly messages: readonly WrittenMessage[];
  readonly at: Place;
}

/** The column `prompt`, beside it perhaps `label`; a table of one column needs no header. */
function csvPrompts(path: string, text: string, config: ConfigReading): readonly CsvPrompt[] {
  const [header, ...rows] = readCsv(path, text);
  const names = header?.record.map((name) => name.trim().toLowerCase()) ?? [];
  const column = names.indexOf("prompt");
  if (header === undefined || (column < 0 && names.length > 1)) {
    config.complain(`${path} has no column prompt`, { path, line: 1 }, "Its first line names the columns.");
    return [];
  }
  return (column < 0 ? [header, ...rows] : rows).flatMap(({ record, line }): readonly CsvPrompt[] => {
    const content = record[Math.max(0, column)]?.trim() ?? "";
    if (content === "") return [];
    const at = { path, line };
    const label = names.includes("label") ? (record[names.indexOf("label")]?.trim() ?? "") : "";
    const region = { text: content, placeAt: () => at };
    return [
      { label: label === "" ? null : label, messages: readChat(content, () => at, config) ?? [user(region)], at },
    ];
  });
}

function user(region: Region): WrittenMessage {
  return { role: "user", content: region.text, region };
}

function stretches(text: string, separator: RegExp): readonly { readonly start: number; readonly end: number }[] {
  const found = [...text.matchAll(separator)];
  const starts = [0, ...found.map(({ 0: written, index }) => index + written.length)];
  return starts.map((start, index) => ({ start, end: found[index]?.index ?? text.length }));
}

function trimmed(path: string, text: string, start: number, end: number): Region {
  const whole = text.slice(start, end);
  const from = start + (whole.length - whole.trimStart().length);
  return regionOf(path, text, from, Math.max(from, start + whole.trimEnd().length));
}

/** The messages of a chat written as JSON; null where the text is no such list. */
function readChat(
  text: string,
  placeAt: (offset: number) => Place,
  config: ConfigReading,
): readonly WrittenMessage[] | null {
  if (!/^\s*\[\s*\{/.test(text)) return null;
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    if (/^\s*\[\s*\{\s*"role"/.test(text)) {
      config.complain(
        "the chat is no JSON by itself",
        placeAt(0),
        "Here a template stands within the content of a message, not around the messages.",
      );
    }
    return null;
  }
  if (!Array.isArray(value) || !value.every((item: Json) => isObject(item) && "role" in item)) return null;
  return messagesOf(new Spot(value, () => placeAt(0)), config);
}

function messagesOf(spot: Spot, config: ConfigReading): readonly WrittenMessage[] {
  return spot.items().flatMap((item): readonly WrittenMessage[] => {
    const role = roles.find((each) => each === item.at("role").value);
    const { place } = item;
    const content = textOf(item.at("content").value);
    if (role !== undefined && content !== null) {
      return [{ role, content, region: { text: content, placeAt: () => place } }];
    }
    config.complain(
      `${item.name} is no message that is read here`,
      place,
      `A message has one of the roles ${roles.join(", ")} and a text as its content.`,
    );
    return [];
  });
}

/** A text, or parts that are all texts. */
function textOf(content: Json | undefined): string | null {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return null;
  const texts = content.map((part: Json) => (isObject(part) && typeof part["text"] === "string" ? part["text"] : null));
  return texts.includes(null) ? null : texts.join("\n");
}
