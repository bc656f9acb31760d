import { createHash } from "node:crypto";
import type {
  CallIdentity,
  CallResult,
  EmbeddingResult,
  Failure,
  Json,
  ModelRequest,
  Provider,
  Reply,
  ScorerTools,
} from "../../model.ts";
import { failed } from "../../models/failure.ts";
import type { Caller } from "../../run/caller.ts";
import { sampleKey } from "../../run/store/samples.ts";
import type { ResolvedModel } from "../options.ts";

/** Where the answers that scorers got are kept between runs. */
export interface AnswerJournal {
  /** Never for a fresh draw. */
  find(model: string, request: ModelRequest, identity: CallIdentity): Reply | null;
  append(model: string, request: ModelRequest, identity: CallIdentity, answer: Answer): void;
}

/** What is kept of a scorer's call. */
export interface Answer {
  readonly reply: Reply;
  readonly latencyMs: number;
}

/** A call that a scorer had made, for the counts of the run. */
export interface AskedCall {
  /** As written, with its publisher. */
  readonly model: string;
  /** How often the provider was called; 0 where an earlier answer was found. */
  readonly attempts: number;
  readonly result: CallResult;
  /** Whether no plan has counted it. */
  readonly further: boolean;
}

export interface ToolSettings {
  /** The models that scorers ask, as written. */
  readonly models: ReadonlyMap<string, ResolvedModel>;
  readonly caller: Caller;
  readonly journal: AnswerJournal | null;
  readonly onCall: (call: AskedCall) => void;
}

/** To whom a call goes, and who is told of it. */
interface Way {
  readonly provider: Provider;
  readonly further: boolean;
  readonly onPaid: (call: AskedCall) => void;
}

/** Tools for the scorers of one sample; `onPaid` is told of the calls that were made for it. */
export type ToolsFor = (identity: CallIdentity, onPaid?: (call: AskedCall) => void) => ScorerTools;

/**
 * Lets scorers ask models on the same way as samples. Within a run the same question about the same case, trial and draw
 * is asked once: where both arms gave the same output, they share the opinion.
 */
export function createScorerTools({ models, caller, journal, onCall }: ToolSettings): ToolsFor {
  /** Answers that the journal gives back are left to it: there are as many as samples. */
  const asked = new Map<string, Promise<CallResult> | "kept">();

  const callModel = async (
    written: string,
    request: ModelRequest,
    identity: CallIdentity,
    { provider, further, onPaid }: Way,
  ): Promise<CallResult> => {
    const tell = (attempts: number, result: CallResult): void => {
      const call = { model: written, attempts, result, further };
      onCall(call);
      onPaid(call);
    };
    const stored = journal?.find(written, request, identity) ?? null;
    if (stored !== null) {
      const result: CallResult = { status: "completed", reply: stored };
      tell(0, result);
      return result;
    }
    const { result, attempts, latencyMs } = await caller.call({
      provider,
      identity,
      model: request.model,
      request: () => request,
    });
    if (result.status === "completed") journal?.append(written, request, identity, { reply: result.reply, latencyMs });
    tell(attempts, result);
    return result;
  };

  /** A failure is asked again when the question comes again; vectors are too large to be kept. */
  const askOnce = (written: string, request: ModelRequest, identity: CallIdentity, way: Way): Promise<CallResult> => {
    const key = createHash("sha256")
      .update(sampleKey(written, request, identity))
      .digest("base64url");
    const findKept = (): Reply | null => journal?.find(written, request, identity) ?? null;
    const earlier = asked.get(key);
    const kept = earlier === "kept" ? findKept() : null;
    if (kept !== null) return Promise.resolve({ status: "completed", reply: kept });
    if (earlier !== undefined && earlier !== "kept") return earlier;
    const answer = callModel(written, request, identity, way);
    asked.set(key, answer);
    return answer.then((result) => {
      if (result.status === "failed" || request.format?.["type"] === "embedding") asked.delete(key);
      else if (findKept() !== null) asked.set(key, "kept");
      return result;
    });
  };

  return (sample, onPaid = () => {}) => ({
    async ask({ model, request, purpose, further = false }) {
      const found = models.get(model);
      if (found === undefined) return unknownModel(model);
      const { provider } = found;
      return askOnce(model, { model: found.model, ...request }, { ...sample, purpose }, { provider, further, onPaid });
    },
    async embed({ model, texts, purpose }) {
      const found = models.get(model);
      if (found === undefined) return unknownModel(model);
      const { provider } = found;
      if (provider.embed === undefined) return cannotEmbed(model);
      const request = embeddingRequest(found.model, texts);
      const embedder: Provider = { name: provider.name, call: provider.embed.bind(provider) };
      const result = await askOnce(
        model,
        request,
        { ...sample, purpose },
        { provider: embedder, further: false, onPaid },
      );
      return result.status === "failed" ? result : readVectors(result.reply.text, texts.length);
    },
  });
}

/** Embeddings travel as any other request does; what they are is told by their format. */
function embeddingRequest(model: string, texts: readonly string[]): ModelRequest {
  return {
    model,
    messages: texts.map((content) => ({ role: "user", content })),
    parameters: {},
    format: { type: "embedding" },
    tools: null,
  };
}

function readVectors(text: string, count: number): EmbeddingResult {
  const vectors = parse(text);
  const isVector = (value: Json): boolean =>
    Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "number");
  return Array.isArray(vectors) && vectors.length === count && vectors.every(isVector)
    ? { status: "completed", vectors: vectors as unknown as readonly (readonly number[])[] }
    : failedWith("malformed", "the answer holds no embeddings of these texts");
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

function unknownModel(model: string) {
  return failedWith("missing-model", `no provider for the model ${JSON.stringify(model)} that the scorer asks`);
}

function cannotEmbed(model: string) {
  return failedWith("rejected", `the provider of ${JSON.stringify(model)} has no embeddings`);
}

function failedWith(kind: Failure["kind"], message: string): Extract<CallResult, { status: "failed" }> {
  return failed(kind, message) as Extract<CallResult, { status: "failed" }>;
}
