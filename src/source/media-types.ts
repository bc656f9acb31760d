import type { FileKind } from "./file-reference.ts";

/** By the ending of a file's name. Which of them a provider takes is the provider's to say. */
const mediaTypes: Readonly<Record<FileKind, Readonly<Record<string, string>>>> = {
  image: {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
  },
  file: {
    ".pdf": "application/pdf",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".csv": "text/csv",
    ".html": "text/html",
    ".json": "application/json",
    ".xml": "application/xml",
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
  },
};

/** The media type of a file by its name; null where the ending is none of those that are sent. */
export function mediaTypeOf(kind: FileKind, path: string): string | null {
  const ending = /\.[^./]+$/.exec(path.toLowerCase())?.[0] ?? "";
  return Object.hasOwn(mediaTypes[kind], ending) ? (mediaTypes[kind][ending] ?? null) : null;
}

/** The endings of the files that are sent. */
export function mediaEndings(kind: FileKind): readonly string[] {
  return Object.keys(mediaTypes[kind]);
}
