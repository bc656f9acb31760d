import { createHash } from "node:crypto";
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EvalClass } from "../../golden/evals/classes.ts";
import { parseGolden } from "../../golden/parse-golden.ts";
import type { ReadCases } from "../../golden/read-case.ts";
import type { Case, Json, JsonObject, Place, ScorerSpec } from "../../model.ts";

/** Golden sets as a run holds them: a file that is the same at two revisions once, and what cases say on disk. */
export interface GoldenMemory {
  /** `evalClass`: how samples of OpenAI Evals are judged; unset: as usual. */
  parse(path: string, source: Uint8Array, evalClass?: EvalClass): ReadCases;
  close(): void;
}

/** Texts of so many cases stay in memory; of a golden set of 100,000 only ids, tags and the like do. */
const casesInMemory = 2_000;

/** What a case says: read again whenever it is asked for. */
interface Texts {
  readonly vars: JsonObject;
  readonly expected: Json | null;
  readonly context: Json | null;
}

export function createGoldenMemory(): GoldenMemory {
  const parsed = new Map<string, ReadCases>();
  let file: TextFile | null = null;
  let held = 0;
  const hold = (testCase: Case): Case => {
    // Earlier turns are objects, which would be read for every turn anew.
    if (++held <= casesInMemory || testCase.conversation !== undefined) return testCase;
    file ??= openTextFile();
    return new CaseOnDisk(testCase, file);
  };
  return {
    parse(path, source, evalClass) {
      const judged = evalClass === undefined ? "" : JSON.stringify(evalClass);
      const key = `${path}\n${createHash("sha256").update(source).digest("hex")}\n${judged}`;
      const found = parsed.get(key) ?? parseGolden(path, source, hold, evalClass);
      parsed.set(key, found);
      return found;
    },
    close() {
      file?.close();
      file = null;
    },
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

/** A case whose texts are on disk. */
class CaseOnDisk implements Case {
  readonly id: string;
  readonly named: boolean;
  readonly tags: readonly string[];
  readonly weight: number;
  readonly cluster: string | null;
  readonly scorers: readonly ScorerSpec[];
  readonly place: Place;
  private readonly file: TextFile;
  private readonly offset: number;
  private readonly length: number;

  constructor(testCase: Case, file: TextFile) {
    const { offset, length } = file.append(testCase);
    this.id = testCase.id;
    this.named = testCase.named;
    this.tags = testCase.tags;
    this.weight = testCase.weight;
    this.cluster = testCase.cluster;
    this.scorers = testCase.scorers;
    this.place = testCase.place;
    this.file = file;
    this.offset = offset;
    this.length = length;
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
