import type { ContentPart, FileReference, Json, JsonObject, RequestMessage } from "../model.ts";
import { kindOf, mapReferences, pathOf, readFileReference } from "../source/file-reference.ts";
import { mediaTypeOf } from "../source/media-types.ts";

/** Private-use characters, in which no text is written: what stands for a file while a template is rendered. */
const mark = /\u{F5A01}(\d{1,6})\u{F5A02}/gu;

/** Whether a value is a mark and nothing else. */
export function isMark(value: Json | undefined): value is string {
  return typeof value === "string" && value.replace(mark, "") === "" && value !== "";
}

/** Values in which marks stand for files, and the files by the numbers in the marks. */
export interface MarkedValues {
  readonly values: JsonObject;
  readonly files: readonly FileReference[];
}

/**
 * Puts a mark in the place of every file among the values, so that a template of any kind carries it to where it uses
 * the value. Values without files are handed on as they are.
 */
export function markFiles(values: JsonObject): MarkedValues {
  const files: FileReference[] = [];
  const markOne = (reference: FileReference): string => `\u{F5A01}${files.push(reference) - 1}\u{F5A02}`;
  const markValue = (value: Json): Json => {
    // A list of files alone stands for its files one after the other, not for JSON.
    if (Array.isArray(value) && value.length > 0 && value.every((entry: Json) => readFileReference(entry) !== null)) {
      return value.map((entry: Json) => mapReferences(entry, markOne)).join("");
    }
    return mapReferences(value, markOne);
  };
  const marked = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, markValue(value)]));
  return files.length === 0 ? { values, files } : { values: marked, files };
}

/** A rendered message whose texts are split where they carry marks. */
export function splitMessage(message: RequestMessage, files: readonly FileReference[]): RequestMessage {
  if (files.length === 0) return message;
  const { content } = message;
  if (typeof content === "string") return { ...message, content: splitAtMarks(content, files) };
  const parts = content.flatMap((part): readonly ContentPart[] => {
    const split = part.type === "text" ? splitAtMarks(part.text, files) : [part];
    return typeof split === "string" ? [part] : split;
  });
  return { ...message, content: parts };
}

/** A rendered text as the parts of a message; a text without marks stays a text. */
function splitAtMarks(text: string, files: readonly FileReference[]): string | readonly ContentPart[] {
  const parts: ContentPart[] = [];
  let end = 0;
  const addText = (piece: string): void => {
    if (piece.trim() !== "") parts.push({ type: "text", text: piece });
  };
  for (const { 0: written, 1: number, index } of text.matchAll(mark)) {
    const reference = files[Number(number)];
    if (reference === undefined) continue;
    addText(text.slice(end, index));
    parts.push(filePart(reference));
    end = index + written.length;
  }
  if (end === 0) return text;
  addText(text.slice(end));
  return parts;
}

/** A file as it will be sent. Its content is still to be read: until then its hash stands in the place of the data. */
export function filePart(reference: FileReference): ContentPart {
  const path = pathOf(reference);
  const mediaType = mediaTypeOf(kindOf(reference), path) ?? "application/octet-stream";
  const data = `sha256:${reference.sha256 ?? ""}`;
  if (kindOf(reference) === "image") return { type: "image", mediaType, data };
  return { type: "file", name: path.slice(path.lastIndexOf("/") + 1), mediaType, data };
}
