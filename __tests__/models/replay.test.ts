import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { UserError } from "../../src/errors.ts";
import type { CallIdentity, CallResult, ModelRequest, Provider } from "../../src/model.ts";
import { recordingKey, recordingProvider } from "../../src/models/recording.ts";
import { providerTypes } from "../../src/models/registry.ts";
import { createReply } from "../../src/models/reply.ts";
import { identityOf, noSignal, providerConfigOf, requestOf } from "../support/requests.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-replay-"));
const context = { environment: {}, timeoutMs: 1_000 };
let files = 0;

afterAll(() => rmSync(folder, { recursive: true }));

function newFile(): string {
  return join(folder, `${++files}.jsonl`);
}

/** Answers with whatever it is told. */
function speaker(answer: (identity: CallIdentity) => string): Provider {
  return {
    name: "speaker",
    call: async (_request, identity): Promise<CallResult> => ({
      status: "completed",
      reply: createReply(answer(identity), { tokens: { input: 1 }, model: "m" }),
    }),
  };
}

function openReplay(file: string): Promise<Provider> {
  return providerTypes.replay.create("replayed", providerConfigOf({ type: "replay", file }), context);
}

async function ask(provider: Provider, identity: CallIdentity, request: ModelRequest = requestOf()): Promise<string> {
  const result = await provider.call(request, identity, noSignal());
  return result.status === "completed" ? result.reply.text : result.failure.kind;
}

describe("recordings", () => {
  it("are lines that a person can read, for nobody else's eyes", async () => {
    const file = newFile();
    await ask(
      recordingProvider(
        speaker(() => "Blue"),
        file,
      ),
      identityOf(),
    );
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({
      key: recordingKey(requestOf(), identityOf()),
      case: "sky",
      trial: 0,
      draw: "compare",
      request: requestOf(),
      result: { status: "completed", reply: expect.objectContaining({ text: "Blue" }) },
    });
  });

  it("are made of completed replies only", async () => {
    const file = newFile();
    const failing: Provider = {
      name: "failing",
      call: async () => ({
        status: "failed",
        failure: { kind: "server", message: "503", httpStatus: 503, retryable: true, retryAfterMs: null },
      }),
    };
    expect(await ask(recordingProvider(failing, file), identityOf())).toBe("server");
    expect(readFileSync(file, "utf8")).toBe("");
  });

  it("need a file that can be written, before any call", () => {
    expect(() =>
      recordingProvider(
        speaker(() => ""),
        folder,
      ),
    ).toThrow(UserError);
  });

  it("make a folder where there is none", async () => {
    const file = join(folder, "new", "folder", "calls.jsonl");
    await ask(
      recordingProvider(
        speaker(() => "Blue"),
        file,
      ),
      identityOf(),
    );
    expect(await ask(await openReplay(file), identityOf())).toBe("Blue");
  });
});

describe("a replay", () => {
  it("tells cases, trials, draws and requests apart, in whatever order", async () => {
    const file = newFile();
    const identities = ["a", "b\u2028ü", "c"].flatMap((caseId) =>
      [0, 1].flatMap((trial) => ["compare", "confirm:1"].map((draw) => ({ caseId, trial, draw }))),
    );
    const text = ({ caseId, trial, draw }: CallIdentity): string => `${caseId}\n${trial} "${draw}" 🎉`;
    const recorder = recordingProvider(speaker(text), file);
    await Promise.all(identities.map((identity) => ask(recorder, identity)));
    const provider = await openReplay(file);
    for (const identity of identities.toReversed()) expect(await ask(provider, identity)).toBe(text(identity));
    expect(await ask(provider, identityOf({ caseId: "a" }), requestOf({ model: "another" }))).toBe("missing-recording");
  });

  it("finds a request however its keys are ordered", async () => {
    const file = newFile();
    await ask(
      recordingProvider(
        speaker(() => "Blue"),
        file,
      ),
      identityOf(),
      requestOf({ parameters: { a: 1, b: 2 } }),
    );
    expect(await ask(await openReplay(file), identityOf(), requestOf({ parameters: { b: 2, a: 1 } }))).toBe("Blue");
  });

  it("says what is missing and how to get it", async () => {
    const file = newFile();
    writeFileSync(file, "");
    const result = await (await openReplay(file)).call(requestOf(), identityOf({ caseId: "x\ny" }), noSignal());
    expect(result).toEqual({
      status: "failed",
      failure: {
        kind: "missing-recording",
        message: `no recording of this request of case "x\\ny" in ${files}.jsonl; record it again with --record`,
        httpStatus: null,
        retryable: false,
        retryAfterMs: null,
      },
    });
  });

  it("takes the later of two recordings, and reads lines larger than a chunk", async () => {
    const file = newFile();
    await ask(
      recordingProvider(
        speaker(() => "x".repeat(200_000)),
        file,
      ),
      identityOf({ caseId: "large" }),
    );
    await ask(
      recordingProvider(
        speaker(() => "first"),
        file,
      ),
      identityOf(),
    );
    appendFileSync(file, "\n");
    await ask(
      recordingProvider(
        speaker(() => "second"),
        file,
      ),
      identityOf(),
    );
    const provider = await openReplay(file);
    expect(await ask(provider, identityOf())).toBe("second");
    expect(await ask(provider, identityOf({ caseId: "large" }))).toHaveLength(200_000);
  });

  it("tells every line that is no recording", async () => {
    const file = newFile();
    await ask(
      recordingProvider(
        speaker(() => "Blue"),
        file,
      ),
      identityOf(),
    );
    appendFileSync(file, '{"key": 1}\n[]\n{"key": "x", "result": {"status": "completed"}}\n{"key": "cut');
    const error = await openReplay(file).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).problems.map(({ place }) => place?.line)).toEqual([2, 3, 4, 5]);
  });

  it.each([null, join(folder, "nowhere.jsonl"), folder])("needs its file: %s", (file) => {
    expect(providerTypes.replay.check("mine", providerConfigOf({ type: "replay", file }), context)).toMatchObject([
      { message: expect.stringContaining('"mine"'), hint: expect.stringContaining("--record"), place: { line: 3 } },
    ]);
  });
});
