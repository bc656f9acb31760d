import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { type ByteReader, createByteReader } from "./byte-reader.ts";
import { firstComplaint, type Git } from "./git.ts";

/** The largest file that is read, in bytes: the largest that GitHub takes. */
export const maximumFileSize = 100 * 1024 * 1024;

/** What became of reading an object. */
export type ObjectContent =
  | { readonly status: "found"; readonly bytes: Uint8Array }
  | { readonly status: "too-large" }
  | { readonly status: "unreadable"; readonly complaint: string };

/** What became of handing an object on. */
export type ObjectScan = { readonly status: "found" } | Extract<ObjectContent, { status: "unreadable" }>;

/** Reads objects by their id. Requests are sent at once and answered in order by one process. */
export interface ObjectReader {
  read(id: string): Promise<ObjectContent>;
  /** Hands the bytes on as they come, of an object of any size. */
  scan(id: string, onPiece: (piece: Uint8Array) => void): Promise<ObjectScan>;
  close(): Promise<void>;
}

interface Connection {
  readonly child: ChildProcessWithoutNullStreams;
  readonly answers: ByteReader;
  readonly ended: Promise<void>;
  complaint: string;
  pending: number;
  /** The answer to the last request; the next stands behind it. */
  last: Promise<unknown>;
}

/** A reader whose process starts with the first request, and never keeps ours from ending. */
export function createObjectReader(git: Git): ObjectReader {
  let connection: Connection | null = null;

  function connect(): Connection {
    const child = git.start("cat-file", "--batch");
    const ended = new Promise<void>((resolve) => {
      child.once("close", () => resolve());
      child.once("error", () => resolve());
    });
    const opened: Connection = {
      child,
      answers: createByteReader(child.stdout),
      ended,
      complaint: "",
      pending: 0,
      last: Promise.resolve(),
    };
    child.stderr.on("data", (chunk: Buffer) => {
      opened.complaint = (opened.complaint + chunk.toString()).slice(0, 4096);
    });
    // A process that has gone shows as the end of its answers.
    child.stdin.on("error", () => {});
    void ended.then(() => {
      if (connection === opened) connection = null;
    });
    return opened;
  }

  async function ask<Answer>(id: string, receive: (current: Connection) => Promise<Answer>): Promise<Answer> {
    connection ??= connect();
    const current = connection;
    if (current.pending++ === 0) hold(current.child, true);
    current.child.stdin.write(`${id}\n`);
    const answer = current.last.then(() => receive(current));
    current.last = answer;
    const content = await answer;
    if (--current.pending === 0) hold(current.child, false);
    return content;
  }

  return {
    read: (id) => ask(id, receive),
    async scan(id, onPiece) {
      // What the taker throws must not keep the next answers from their places.
      const thrown: unknown[] = [];
      const take = (piece: Uint8Array): void => {
        if (thrown.length > 0) return;
        try {
          onPiece(piece);
        } catch (error) {
          thrown.push(error);
        }
      };
      const content = await ask(id, (current) => handOn(current, take));
      if (thrown.length > 0) throw thrown[0];
      return content;
    },
    async close() {
      const current = connection;
      connection = null;
      if (current === null) return;
      await current.last;
      hold(current.child, true);
      current.child.stdin.end();
      await current.ended;
    },
  };
}

async function receive(connection: Connection): Promise<ObjectContent> {
  const { answers } = connection;
  const size = await readSize(answers);
  if (size === "missing") return missing;
  if (size !== null && size > maximumFileSize) {
    await answers.skip(size + 1);
    return { status: "too-large" };
  }
  const bytes = size === null ? null : await answers.take(size);
  if (bytes !== null && (await answers.skip(1))) return { status: "found", bytes };
  return brokenOff(connection);
}

async function handOn(connection: Connection, onPiece: (piece: Uint8Array) => void): Promise<ObjectScan> {
  const { answers } = connection;
  const size = await readSize(answers);
  if (size === "missing") return missing;
  const whole = size !== null && (await answers.pass(size, onPiece)) && (await answers.skip(1));
  return whole ? { status: "found" } : brokenOff(connection);
}

const missing = { status: "unreadable", complaint: "the object is missing" } as const;

/** `<id> <type> <size>`, behind which come the content and a line end; or `<id> missing`. Null where nothing comes any more. */
async function readSize(answers: ByteReader): Promise<number | "missing" | null> {
  const header = await answers.line();
  if (header === null) return null;
  const size = /^[0-9a-f]+ [a-z]+ (?<size>\d+)$/.exec(header)?.groups?.["size"];
  return size === undefined ? "missing" : Number(size);
}

async function brokenOff(connection: Connection): Promise<Extract<ObjectContent, { status: "unreadable" }>> {
  await connection.ended;
  return { status: "unreadable", complaint: firstComplaint(connection.complaint) };
}

/** While nothing is asked, the process and its pipes must not keep ours alive; while something is, they must. */
function hold(child: ChildProcessWithoutNullStreams, held: boolean): void {
  // Pipes to a child are sockets, though they are declared as mere streams.
  const pipes = [child.stdin, child.stdout, child.stderr] as unknown as readonly { ref(): void; unref(): void }[];
  for (const handle of [child, ...pipes]) {
    if (held) handle.ref();
    else handle.unref();
  }
}
