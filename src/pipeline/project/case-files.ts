import { createHash } from "node:crypto";
import { posix } from "node:path";
import { nearest, quote, UserError } from "../../errors.ts";
import { copyCase } from "../../golden/copy-case.ts";
import type { Case, Config, FileReference, Json, JsonObject, Problem, Tree, TurnPart } from "../../model.ts";
import { kindOf, mapReferences, pathOf, readFileReference } from "../../source/file-reference.ts";
import { mediaEndings, mediaTypeOf } from "../../source/media-types.ts";

/** Bytes of one file, and of all files of one case: what providers take in one request. */
const fileLimit = 20_000_000;
const caseLimit = 30_000_000;

/** A file that cases send: known by its content, read when a call is made. */
export interface CaseFile {
  /** From the root of the repository. */
  readonly path: string;
  read(): Promise<Uint8Array | null>;
}

/** The files that the cases of a revision name; each is looked at once and not kept. */
export interface CaseFiles {
  /** By the SHA-256 of the content. */
  readonly found: ReadonlyMap<string, CaseFile>;
  /** The case with the content of its files known; mistakes in them are told at the case. */
  attach(testCase: Case): Promise<{ readonly testCase: Case; readonly problems: readonly Problem[] }>;
}

type Looked = { readonly sha256: string; readonly bytes: number } | { readonly problem: Omit<Problem, "place"> };

/** Looks up the files of cases in this tree; paths are relative to the folder of assay.yml. */
export function createCaseFiles(tree: Tree, config: Pick<Config, "directory">): CaseFiles {
  const found = new Map<string, CaseFile>();
  const looked = new Map<string, Promise<Looked>>();
  const look = (reference: FileReference): Promise<Looked> => {
    const key = `${kindOf(reference)} ${pathOf(reference)}`;
    const known = looked.get(key) ?? lookAt(tree, config.directory, reference, found);
    looked.set(key, known);
    return known;
  };
  return {
    found,
    async attach(testCase) {
      const references = referencesOf(testCase);
      if (references.length === 0) return { testCase, problems: [] };
      const problems: Problem[] = [];
      const hashes = new Map<string, string>();
      let bytes = 0;
      for (const reference of references) {
        const result = await look(reference);
        if ("problem" in result) problems.push({ ...result.problem, place: testCase.place });
        else {
          hashes.set(pathOf(reference), result.sha256);
          bytes += result.bytes;
        }
      }
      if (bytes > caseLimit) problems.push({ ...tooMuch(testCase.id), place: testCase.place });
      return { testCase: problems.length > 0 ? testCase : withHashes(testCase, hashes), problems };
    },
  };
}

/** The files that a case names, in its variables and its messages. */
function referencesOf({ vars, conversation }: Case): readonly FileReference[] {
  const references: FileReference[] = [];
  const note = (reference: FileReference): Json => {
    references.push(reference);
    return null;
  };
  mapReferences(vars, note);
  for (const { content } of conversation?.messages ?? []) {
    if (typeof content !== "string") mapReferences(content as unknown as Json, note);
  }
  return references;
}

/** Whether the case names a file that was not found, or could not be taken. */
export function lacksFiles(testCase: Case): boolean {
  return referencesOf(testCase).some(({ sha256 }) => sha256 === undefined);
}

/** Whether a value of a case does. */
export function lacksFile(value: Json): boolean {
  let lacks = false;
  mapReferences(value, ({ sha256 }) => {
    lacks ||= sha256 === undefined;
    return null;
  });
  return lacks;
}

function withHashes(testCase: Case, hashes: ReadonlyMap<string, string>): Case {
  const add = (reference: FileReference): FileReference & JsonObject => ({
    ...reference,
    sha256: hashes.get(pathOf(reference)) ?? "",
  });
  const { vars, conversation } = testCase;
  const messages = conversation?.messages?.map((turn) =>
    typeof turn.content === "string" ? turn : { ...turn, content: turn.content.map((part) => addTo(part, add)) },
  );
  return {
    ...copyCase(testCase),
    vars: mapReferences(vars, add) as JsonObject,
    ...(conversation && { conversation: { ...conversation, messages: messages ?? null } }),
  };
}

function addTo(part: TurnPart, add: (reference: FileReference) => FileReference): TurnPart {
  const reference = readFileReference(part);
  return reference === null ? part : add(reference);
}

async function lookAt(
  tree: Tree,
  directory: string,
  reference: FileReference,
  found: Map<string, CaseFile>,
): Promise<Looked> {
  const written = pathOf(reference);
  const path = posix.join(directory, written);
  if (written === "" || posix.isAbsolute(written) || written.includes("\\") || path.split("/")[0] === "..") {
    return { problem: outside(written) };
  }
  const kind = kindOf(reference);
  if (mediaTypeOf(kind, path) === null) return { problem: unknownEnding(kind, written) };
  try {
    const bytes = await tree.read(path);
    if (bytes === null) return { problem: await notThere(tree, path) };
    if (bytes.length > fileLimit) return { problem: tooLarge(path) };
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    found.set(sha256, { path, read: () => tree.read(path) });
    return { sha256, bytes: bytes.length };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const [first] = error.problems;
    return {
      problem: { message: first?.message ?? `${path} cannot be read`, ...(first?.hint && { hint: first.hint }) },
    };
  }
}

async function notThere(tree: Tree, path: string): Promise<Omit<Problem, "place">> {
  const entries = await tree.entries();
  const entry = entries.find((each) => each.path === path);
  if (entry?.kind === "link" || entry?.kind === "submodule") {
    const what = entry.kind === "link" ? "a symbolic link" : "a submodule";
    return { message: `the case names ${quote(path)}, which is ${what} at ${tree.label}: those are not followed` };
  }
  const ending = posix.extname(path);
  const near = nearest(
    path,
    entries.flatMap((each) => (each.kind === "file" && posix.extname(each.path) === ending ? [each.path] : [])),
  );
  return {
    message: `the case names the file ${quote(path)}, which is not in the repository at ${tree.label}`,
    hint: near === null ? "Paths are relative to the folder of assay.yml." : `Did you mean ${quote(near)}?`,
  };
}

function outside(path: string): Omit<Problem, "place"> {
  return {
    message: `the case names the file ${quote(path)}, which is not inside the repository`,
    hint: "Write a path relative to the folder of assay.yml, with / between its parts.",
  };
}

function unknownEnding(kind: "image" | "file", path: string): Omit<Problem, "place"> {
  return {
    message: `the case sends ${quote(path)} as ${kind === "image" ? "an image" : "a file"}, but its ending is not known`,
    hint: `Known endings: ${mediaEndings(kind).join(", ")}. Text of another kind goes into a variable.`,
  };
}

function tooLarge(path: string): Omit<Problem, "place"> {
  return {
    message: `${quote(path)} is larger than ${fileLimit / 1_000_000} MB`,
    hint: "Providers refuse such files: send a smaller one.",
  };
}

function tooMuch(id: string): Omit<Problem, "place"> {
  return {
    message: `the files of the case ${quote(id)} are larger than ${caseLimit / 1_000_000} MB together`,
    hint: "Providers refuse such requests: send fewer or smaller files.",
  };
}
