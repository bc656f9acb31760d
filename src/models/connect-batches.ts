import type { OpenAI } from "openai/client";
import type { Batches, ProviderConfig } from "../model.ts";
import { type FailedCall, readThrown } from "./client-failure.ts";
import { createFetch } from "./http-fetch.ts";
import { createBatches } from "./openai-batches.ts";
import type { Connection } from "./openai-connection.ts";
import { readKey } from "./provider-key.ts";
import type { ProviderContext } from "./provider-type.ts";
import { redactReply } from "./redact-reply.ts";

/** Of a file with the answers of a batch, in bytes; and of the time that one may take, in milliseconds. */
const fileLimit = 1 << 29;
const fileTimeoutMs = 600_000;

/** The batch interface of a service that has OpenAI's: files are larger than chats, and take longer. */
export function connectBatches(
  { client, preset }: Connection,
  config: ProviderConfig,
  context: ProviderContext,
): Batches {
  const key = readKey(config, preset.keyEnv, context);
  const patient = client.withOptions({
    timeout: fileTimeoutMs,
    defaultHeaders: { Authorization: key === "" ? null : `Bearer ${key}` },
    fetch: createFetch(new URL(client.baseURL), context.environment, fileLimit),
  });
  const told: Omit<FailedCall, "signal"> = {
    timeoutMs: fileTimeoutMs,
    baseUrl: client.baseURL,
    key,
    parameters: [],
    errors: client.constructor as typeof OpenAI,
  };
  return createBatches({
    client: patient,
    key,
    readThrown: (error, signal) => readThrown(error, { ...told, signal }),
    redact: (reply) => redactReply(reply, key),
  });
}
