import { createHash } from "node:crypto";
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EvalClass } from "../../golden/evals/classes.ts";
import { goldenHash } from "../../golden/golden-hash.ts";
import { scanGolden } from "../../golden/parse-golden.ts";
import type { ReadCases } from "../../golden/read-case.ts";
import type { Case, Json, JsonObject, Place, ScorerSpec } from "../../model.ts";

/** Golden sets as a run holds them: a file that is the same at two revisions once, and what cases say on disk. */
export interface GoldenMemory {
  /**
   * Null where there is no file. What is read at two revisions is scanned twice: to know it, and to read it. `evalClass`: how
   * samples of OpenAI Evals are judged; unset: as usual.
   */
  read(path: string, scan: ScanFile, evalClass?: EvalClass): Promise<ReadCases | null>;
  /** `goldenHash`, found once for the same cases. */
  hash(cases: readonly Case[]): string;
  close(): void;
}

/** Hands the bytes of a file on as they come; false where there is none. */
export type ScanFile = (onPiece: (piece: Uint8Array) => void) => Promise<boolean>;

/** Texts of so many cases stay in memory; of a golden set of 100,000 only ids, tags and the like do. */
const casesInMemory = 2_000;

/** What a case says: read again whenever it is asked for. */
interface Texts {
  readonly vars: JsonObject;
  readonly expected: Json | null;
  readonly context: Json | null;
}

export function createGoldenMemory(): GoldenMemory {
  const known = new Map<string, ReadCases>();
  const hashes: { readonly cases: readonly Case[]; readonly hash: string }[] = [];
  let file: TextFile | null = null;
  let held = 0;
  const share = createSharing();
  const hold = (testCase: Case): Case => {
    // Earlier turns are objects, which would be read for every turn anew.
    if (++held <= casesInMemory || testCase.conversation !== undefined) return testCase;
    file ??= openTextFile();
    return new CaseOnDisk(testCase, share(testCase), file);
  };
  return {
    async read(path, scan, evalClass) {
      const hash = createHash("sha256");
      if (!(await scan((piece) => hash.update(piece)))) return null;
      const judged = evalClass === undefined ? "" : JSON.stringify(evalClass);
      const key = `${path}\n${hash.digest("hex")}\n${judged}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      const golden = scanGolden(path, hold, evalClass);
      if (!(await scan(golden.push))) return null;
      const cases = golden.finish();
      known.set(key, cases);
      return cases;
    },
    hash(cases) {
      const same = hashes.find((known) => isSame(known.cases, cases));
      if (same !== undefined) return same.hash;
      const hash = goldenHash(cases);
      hashes.push({ cases, hash });
      return hash;
    },
    close() {
      file?.close();
      file = null;
    },
  };
}

function isSame(one: readonly Case[], other: readonly Case[]): boolean {
  return one.length === other.length && one.every((testCase, index) => testCase === other[index]);
}

/** What most cases of a file have in common: held once. */
type Shared = Pick<Case, "named" | "tags" | "weight" | "cluster"> & { readonly path: string };

/** Where tags are those of few cases, there is nothing to be shared. */
const mostShared = 1_000;

function createSharing(): (testCase: Case) => Shared {
  const known = new Map<string, Shared>();
  return ({ named, tags, weight, cluster, place: { path } }) => {
    // A cluster is mostly that of few cases.
    const own = { named, tags, weight, cluster, path };
    if (cluster !== null) return own;
    const key = JSON.stringify([named, tags, weight, path]);
    const shared = known.get(key) ?? own;
    if (known.size < mostShared) known.set(key, shared);
    return shared;
  };
}

interface TextFile {
  /** Returns where the texts stand. */
  append(texts: Texts): { readonly offset: number; readonly length: number };
  read(offset: number, length: number): Texts;
  close(): void;
}

/** A file for this process alone, gone when it is closed. */
function openTextFile(): TextFile {
  const folder = mkdtempSync(join(tmpdir(), "prompt-assay-cases-"));
  const descriptor = openSync(join(folder, "cases.jsonl"), "w+", 0o600);
  const pending: Buffer[] = [];
  let pendingBytes = 0;
  let written = 0;
  /** One part of a case is mostly asked for after another. */
  let last: { readonly offset: number; readonly texts: Texts } | null = null;
  const flush = (): void => {
    const bytes = Buffer.concat(pending.splice(0));
    for (let done = 0; done < bytes.length; )
      done += writeSync(descriptor, bytes, done, bytes.length - done, written + done);
    written += bytes.length;
    pendingBytes = 0;
  };
  return {
    append({ vars, expected, context }) {
      const bytes = Buffer.from(JSON.stringify([vars, expected, context]));
      const offset = written + pendingBytes;
      pending.push(bytes);
      pendingBytes += bytes.length;
      if (pendingBytes > 1 << 16) flush();
      return { offset, length: bytes.length };
    },
    read(offset, length) {
      if (last?.offset === offset) return last.texts;
      if (pendingBytes > 0) flush();
      const bytes = Buffer.allocUnsafe(length);
      readSync(descriptor, bytes, 0, length, offset);
      const [vars, expected, context] = JSON.parse(bytes.toString("utf8")) as [JsonObject, Json, Json];
      last = { offset, texts: { vars, expected, context } };
      return last.texts;
    },
    close() {
      closeSync(descriptor);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A case whose texts are on disk. What all cases have in common is read from elsewhere, so to spread one would lose it. */
class CaseOnDisk implements Case {
  readonly id: string;
  readonly scorers: readonly ScorerSpec[];
  private readonly shared: Shared;
  private readonly line: number | undefined;
  private readonly file: TextFile;
  private readonly offset: number;
  private readonly length: number;

  constructor(testCase: Case, shared: Shared, file: TextFile) {
    const { offset, length } = file.append(testCase);
    this.id = testCase.id;
    this.scorers = testCase.scorers;
    this.line = testCase.place.line;
    this.shared = shared;
    this.file = file;
    this.offset = offset;
    this.length = length;
  }

  get named(): boolean {
    return this.shared.named;
  }

  get tags(): readonly string[] {
    return this.shared.tags;
  }

  get weight(): number {
    return this.shared.weight;
  }

  get cluster(): string | null {
    return this.shared.cluster;
  }

  get place(): Place {
    const { path } = this.shared;
    return this.line === undefined ? { path } : { path, line: this.line };
  }

  get vars(): JsonObject {
    return this.file.read(this.offset, this.length).vars;
  }

  get expected(): Json | null {
    return this.file.read(this.offset, this.length).expected;
  }

  get context(): Json | null {
    return this.file.read(this.offset, this.length).context;
  }
}
