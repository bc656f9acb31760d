import { UserError } from "../errors.ts";
import type { RemoteRepository, Tree, TreeEntry } from "../model.ts";
import type { ObjectReader } from "./object-reader.ts";
import { maximumFileSize } from "./object-reader.ts";
import { storedInLfs, tooLarge, unreadableObject } from "./problems.ts";

/** An entry, and where its content stands: the object's id, or null for the disk. */
export interface ListedEntry extends TreeEntry {
  readonly object: string | null;
}

/** Where a tree comes from. */
export interface TreeSource {
  readonly label: string;
  readonly commit: string | null;
  list(): Promise<readonly ListedEntry[]>;
  /** The bytes of an entry of kind `file`; null where it has vanished since it was listed. */
  load(entry: ListedEntry): Promise<Uint8Array | null>;
  /** Hands the bytes of an entry of kind `file` on as they come; false where it has vanished since it was listed. */
  scan(entry: ListedEntry, onPiece: (piece: Uint8Array) => void): Promise<boolean>;
}

const lfsPointer = Buffer.from("version https://git-lfs.github.com/spec/v1");

/** A tree that lists its source once, in an order that is the same for every source. */
export function createTree(source: TreeSource): Tree {
  const { label, commit } = source;
  let listing: Promise<ReadonlyMap<string, ListedEntry>> | null = null;
  const index = () => {
    listing ??= source.list().then(indexByPath);
    return listing;
  };
  return {
    label,
    commit,
    async entries() {
      return Array.from((await index()).values(), ({ path, kind }) => ({ path, kind }));
    },
    async read(path) {
      const entry = (await index()).get(path);
      if (entry?.kind !== "file") return null;
      const bytes = await source.load(entry);
      if (bytes !== null && lfsPointer.equals(bytes.subarray(0, lfsPointer.length))) {
        throw new UserError(storedInLfs(path, label, commit === null));
      }
      return bytes;
    },
    async scan(path, onPiece) {
      const entry = (await index()).get(path);
      if (entry?.kind !== "file") return false;
      // A pipe may hand on as little as it likes: what is too little to tell waits.
      const begin = { bytes: Buffer.alloc(0), isTold: false };
      const found = await source.scan(entry, (piece) => {
        if (begin.isTold) return onPiece(piece);
        begin.bytes = Buffer.concat([begin.bytes, piece]);
        if (begin.bytes.length < lfsPointer.length) return;
        if (lfsPointer.equals(begin.bytes.subarray(0, lfsPointer.length))) {
          throw new UserError(storedInLfs(path, label, commit === null));
        }
        begin.isTold = true;
        onPiece(begin.bytes);
      });
      if (!begin.isTold && begin.bytes.length > 0) onPiece(begin.bytes);
      return found;
    },
  };
}

/** The content of an entry from git's objects; what a clone without all objects lacks, from the server. */
export async function loadObject(
  objects: ObjectReader,
  entry: ListedEntry,
  label: string,
  remote: RemoteRepository | null = null,
): Promise<Uint8Array> {
  const content = await objects.read(entry.object ?? "");
  if (content.status === "found") return content.bytes;
  const bytes = content.status === "unreadable" ? await remote?.blob(entry.object ?? "") : null;
  if (bytes) return bytes;
  if (content.status === "too-large") throw new UserError(tooLarge(entry.path, label, maximumFileSize));
  throw new UserError(unreadableObject(entry.path, label, content.complaint));
}

/** The same, handed on as it comes. */
export async function scanObject(
  objects: ObjectReader,
  entry: ListedEntry,
  label: string,
  onPiece: (piece: Uint8Array) => void,
  remote: RemoteRepository | null = null,
): Promise<boolean> {
  const content = await objects.scan(entry.object ?? "", onPiece);
  if (content.status === "found") return true;
  const bytes = await remote?.blob(entry.object ?? "");
  if (!bytes) throw new UserError(unreadableObject(entry.path, label, content.complaint));
  onPiece(bytes);
  return true;
}

function indexByPath(entries: readonly ListedEntry[]): ReadonlyMap<string, ListedEntry> {
  // A file in conflict is listed once a side; the path is the same.
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  return new Map([...byPath].sort(([one], [other]) => (one < other ? -1 : 1)));
}
