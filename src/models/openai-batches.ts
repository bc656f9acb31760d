import type { OpenAI } from "openai/client";
import type { Batches, BatchProgress, BatchStep, CallResult } from "../model.ts";
import { batchEndpoint, describeRest, type LineContext, readBatchLine, refuse, writeUpload } from "./batch-lines.ts";
import { redact, toOneLine } from "./failure.ts";

/** The way to the server, and how what the client throws is told. */
export interface BatchConnection extends LineContext {
  readonly client: OpenAI;
  readThrown(error: unknown, signal: AbortSignal): CallResult;
}

/** Batches among which one that was started, but never heard of, is looked for. */
const lookedThrough = 100;

/** Statuses after which nothing follows. */
const endings: readonly string[] = ["completed", "failed", "expired", "cancelled"];

/** OpenAI's batch interface: a file of requests goes up, files of answers and of errors come down. */
export function createBatches(connection: BatchConnection): Batches {
  const { client, key } = connection;

  /** What the batch interface itself refuses says nothing of a model. */
  const attempt = async <Value>(
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<Value>,
  ): Promise<BatchStep<Value>> => {
    try {
      // The client leaves its listener behind, and a batch is looked at for hours: each request gets a signal of its own.
      return { status: "completed", value: await work(AbortSignal.any([signal])) };
    } catch (error) {
      const result = connection.readThrown(error, signal);
      if (result.status === "failed") {
        const { failure } = result;
        if (failure.kind !== "missing-model") return { status: "failed", failure };
        return refuse("rejected", `the server has no batch interface, or not this batch: ${failure.message}`);
      }
      return refuse("rejected", "the server refuses the batch");
    }
  };

  const find = async (upload: string, signal: AbortSignal): Promise<string | null> => {
    const { data } = await client.batches.list({ limit: lookedThrough }, { signal });
    return data.find((batch) => batch.input_file_id === upload)?.id ?? null;
  };

  return {
    upload: (calls, signal) =>
      attempt(signal, async (own) => {
        const { body, type } = writeUpload(calls);
        const headers = { "content-type": type };
        return ((await client.post("/files", { body, headers, signal: own })) as { readonly id: string }).id;
      }),

    start: (upload, signal) =>
      attempt(signal, async (own) => {
        // An answer that was lost on its way must not start the same batch twice.
        const known = await find(upload, own);
        if (known !== null) return known;
        const body = { input_file_id: upload, endpoint: batchEndpoint, completion_window: "24h" } as const;
        return (await client.batches.create(body, { signal: own })).id;
      }),

    look: (batch, signal) =>
      attempt(signal, async (own): Promise<BatchProgress> => {
        const { status, request_counts, output_file_id, error_file_id, errors } = await client.batches.retrieve(batch, {
          signal: own,
        });
        const said = errors?.data?.map(({ message }) => message ?? "").find((message) => message !== "");
        return {
          ended: endings.includes(status),
          answered: (request_counts?.completed ?? 0) + (request_counts?.failed ?? 0),
          total: request_counts?.total ?? 0,
          files: [output_file_id, error_file_id].flatMap((file) => file || []),
          rest: describeRest(status, said === undefined ? null : toOneLine(redact(said, key))),
        };
      }),

    collect: (file, signal) =>
      attempt(signal, async (own) => {
        const text = await (await client.files.content(file, { signal: own })).text();
        const results = new Map<string, CallResult>();
        for (const line of text.split("\n")) {
          const answer = line.trim() === "" ? null : readBatchLine(line, connection);
          if (answer !== null) results.set(answer.id, answer.result);
        }
        return results;
      }),
  };
}
