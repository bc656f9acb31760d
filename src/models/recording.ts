import { createHash } from "node:crypto";
import { appendFileSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { unwritableRecording } from "../errors.ts";
import type { CallIdentity, CallResult, ContentPart, Json, ModelRequest, Provider } from "../model.ts";
import { canonicalHash } from "../source/json.ts";

/** One recorded call: a line of JSON that opens in an editor. It holds no key and no header. */
export interface Recording {
  /** What the recording is found by. */
  readonly key: string;
  readonly case: string;
  readonly trial: number;
  readonly draw: string;
  /** Of a scorer's call. */
  readonly purpose?: string;
  readonly request: ModelRequest;
  readonly result: CallResult & { readonly status: "completed" };
}

/**
 * SHA-256 over the canonical request and which call it is: two cases with the same text share no recording. Of files
 * their hashes count, as they stand in the recording.
 */
export function recordingKey(request: ModelRequest, { caseId, trial, draw, purpose }: CallIdentity): string {
  return canonicalHash({
    request: withHashes(request) as unknown as Json,
    caseId,
    trial,
    draw,
    ...(purpose === undefined ? {} : { purpose }),
  });
}

/** The request with the hashes of its files in the place of their bytes: a recording opens in an editor. */
function withHashes(request: ModelRequest): ModelRequest {
  if (!request.messages.some(({ content }) => typeof content !== "string")) return request;
  const hash = (part: ContentPart): ContentPart => {
    if (part.type === "text") return part;
    const sha256 = createHash("sha256").update(Buffer.from(part.data, "base64")).digest("hex");
    return { ...part, data: `sha256:${sha256}` };
  };
  const messages = request.messages.map((message) =>
    typeof message.content === "string" ? message : { ...message, content: message.content.map(hash) },
  );
  return { ...request, messages };
}

/**
 * The same provider, but each completed reply is appended to the file as it arrives.
 * Written at once and whole, so that a run cut short keeps what it paid for. Throws a UserError where it cannot write.
 */
export function recordingProvider(provider: Provider, file: string): Provider {
  const append = (text: string): void => {
    try {
      mkdirSync(dirname(file), { recursive: true });
      appendFileSync(file, text, { mode: 0o600 });
    } catch (error) {
      throw unwritableRecording(file, (error as NodeJS.ErrnoException).code);
    }
  };
  // Found out before the first call is paid for.
  append("");
  const record =
    (call: Provider["call"]): Provider["call"] =>
    async (request, identity, signal) => {
      const result = await call(request, identity, signal);
      if (result.status === "completed") {
        const { caseId, trial, draw, purpose } = identity;
        const { status, reply } = result;
        const recording: Recording = {
          key: recordingKey(request, identity),
          case: caseId,
          trial,
          draw,
          ...(purpose === undefined ? {} : { purpose }),
          request: withHashes(request),
          result: { status, reply },
        };
        append(`${JSON.stringify(recording)}\n`);
      }
      return result;
    };
  return {
    ...provider,
    call: record(provider.call.bind(provider)),
    ...(provider.embed && { embed: record(provider.embed.bind(provider)) }),
  };
}
