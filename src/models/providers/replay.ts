import { closeSync, openSync, readSync, statSync } from "node:fs";
import { basename } from "node:path";
import { brokenRecording, missingRecordings, throwProblems } from "../../errors.ts";
import type { CallResult, Json, JsonObject, Problem, Provider, Reply } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import { readLines } from "../../source/lines.ts";
import { failed } from "../failure.ts";
import type { ProviderType } from "../provider-type.ts";
import { recordingKey } from "../recording.ts";
import { createReply } from "../reply.ts";

/** Where a recording stands in the file: its text is read when it is asked for. */
interface Slice {
  readonly offset: number;
  readonly length: number;
}

/** This many broken lines are told; a file that is something else altogether would have thousands. */
const problemLimit = 20;

/** Answers from a file of recordings and never calls out. Where a call was recorded twice, the later one counts. */
export const replay: ProviderType = {
  description: "recorded replies from a file: no network, no key",
  keyEnv: null,
  settings: [],

  check: (name, config) =>
    config.file !== null && statSync(config.file, { throwIfNoEntry: false })?.isFile() === true
      ? []
      : [missingRecordings(name, config.file, config.place)],

  async create(name, config) {
    const file = config.file ?? "";
    const index = await indexRecordings(file);
    const call: Provider["call"] = async (request, identity) => {
      const slice = index.get(recordingKey(request, identity));
      const found = slice === undefined ? null : parseRecording(readSlice(file, slice));
      return found?.result ?? missing(file, identity.caseId);
    };
    return { name, call, embed: call };
  },
};

function missing(file: string, caseId: string): CallResult {
  const message = `no recording of this request of case ${JSON.stringify(caseId)} in ${basename(file)}; record it again with --record`;
  return failed("missing-recording", message);
}

/** Reads the file once, line by line, and keeps where each key stands. */
async function indexRecordings(file: string): Promise<ReadonlyMap<string, Slice>> {
  const index = new Map<string, Slice>();
  const problems: Problem[] = [];
  let lineNumber = 0;
  for await (const { bytes, offset } of readLines(file)) {
    lineNumber += 1;
    const text = bytes.toString("utf8");
    if (text.trim() === "") continue;
    const recording = parseRecording(text);
    if (recording !== null) index.set(recording.key, { offset, length: bytes.length });
    else if (problems.length < problemLimit) problems.push(brokenRecording(file, lineNumber));
  }
  throwProblems(problems);
  return index;
}

function readSlice(file: string, { offset, length }: Slice): string {
  const bytes = Buffer.alloc(length);
  const descriptor = openSync(file, "r");
  try {
    readSync(descriptor, bytes, 0, length, offset);
  } finally {
    closeSync(descriptor);
  }
  return bytes.toString("utf8");
}

/** The parts of a recording that a replay needs; null where the text is none. */
function parseRecording(text: string): { readonly key: string; readonly result: CallResult } | null {
  try {
    const value = JSON.parse(text) as Json;
    if (!isObject(value) || typeof value["key"] !== "string" || !isCompleted(value["result"])) return null;
    const reply = (value["result"] as JsonObject)["reply"] as unknown as Reply;
    // Recorded by an earlier version, it may lack what later ones keep.
    return { key: value["key"], result: { status: "completed", reply: createReply(reply.text, reply) } };
  } catch {
    return null;
  }
}

function isCompleted(result: Json | undefined): boolean {
  if (!isObject(result) || result["status"] !== "completed" || !isObject(result["reply"])) return false;
  const { text, finishReason, tokens } = result["reply"];
  return typeof text === "string" && isObject(finishReason) && isObject(tokens);
}
