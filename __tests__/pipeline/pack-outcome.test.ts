import { describe, expect, it } from "vitest";
import { noOpinions, type Outcome, withChanges } from "../../src/pipeline/calls/outcome.ts";
import { createPacker } from "../../src/pipeline/calls/pack-outcome.ts";

function outcomeOf(changes: Partial<Outcome> = {}): Outcome {
  return {
    failure: null,
    scores: new Map<string, number | "failed" | "unscored">([
      ["right", 1],
      ["latency", 12.25],
      ["tokens", "unscored"],
      ["first", "failed"],
    ]),
    reasons: new Map([["right", "it is"]]),
    opinions: noOpinions,
    addressesJudge: true,
    conferred: false,
    model: "gpt-5 (fp_1)",
    cached: false,
    digest: Buffer.from("0123456789ab").toString("base64url"),
    index: 7,
    ...changes,
  };
}

/** An outcome part by part, as whoever reads it finds it. */
function partsOf(outcome: Outcome): unknown {
  const { scores, reasons, opinions, ...rest } = withChanges(outcome, {});
  return { ...rest, scores: [...scores], reasons: [...reasons], opinions: [...opinions] };
}

describe("createPacker", () => {
  it.each<readonly [string, Outcome]>([
    ["scored", outcomeOf()],
    ["without scores", outcomeOf({ scores: new Map() })],
    ["cached, of an unknown model", outcomeOf({ cached: true, model: null })],
    ["failed", outcomeOf({ failure: failureOf(), digest: null })],
    ["with opinions", outcomeOf({ opinions: new Map([["right", { asked: 3, agreeing: 2 }]]) })],
  ])("changes nothing that is read of an outcome: %s", (_name, outcome) => {
    const pack = createPacker();
    pack(outcomeOf({ index: 1, scores: new Map([["other", 0.5]]) }), { reasons: false });
    expect(partsOf(pack(outcome, { reasons: true }))).toEqual(partsOf(outcome));
    expect(pack(outcome, { reasons: true }).scores.get("latency")).toBe(outcome.scores.get("latency"));
    expect(pack(outcome, { reasons: false }).reasons.size).toBe(0);
  });

  it("holds of opinions how many there are; what each says stands in the log", () => {
    const votes = [{ model: "local/judge", choice: "pass", why: "because" }];
    const outcome = outcomeOf({ opinions: new Map([["right", { asked: 3, agreeing: 2, votes }]]) });
    const packed = createPacker()(outcome, { reasons: true });
    expect(packed.opinions.get("right")).toEqual({ asked: 3, agreeing: 2 });
  });
});

function failureOf(): Outcome["failure"] {
  return { kind: "timeout", message: "no answer", httpStatus: null, retryable: true, retryAfterMs: null };
}
