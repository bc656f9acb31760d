import { describe, expect, it } from "vitest";
import { simulatedLabels, simulateReply } from "../../src/models/simulated.ts";
import { requestOf } from "../support/requests.ts";

const task = "Sort the customer's message into exactly one of: billing, bug, account, shipping, feature, other.";
const labelOnly = "Answer with the label only.";
const rule = "If several fit, what concerns money comes first: billing.";

function answer(instruction: string, message: string): string {
  const messages = [
    { role: "system", content: instruction },
    { role: "user", content: message },
  ] as const;
  return simulateReply(requestOf({ model: "triage", messages })).text;
}

/** The share of numbered variants of a message that get this answer. */
function share(instruction: string, message: string, expected: RegExp): number {
  const count = 1_000;
  const answers = Array.from({ length: count }, (_, index) => answer(instruction, `${message} (${index})`));
  return answers.filter((text) => expected.test(text)).length / count;
}

describe("the simulated model", () => {
  it.each([
    ["You charged me twice, please refund one.", "billing"],
    ["The export crashes with an error.", "bug"],
    ["I forgot my password.", "account"],
    ["Where is my parcel? It should have arrived on Monday.", "shipping"],
    ["It would be nice: please add a dark mode.", "feature"],
    ["Hello there, how are you today?", "other"],
  ])("sorts most of %j under %s", (message, label) => {
    expect(share(`${task} ${labelOnly} ${rule}`, message, new RegExp(`^${label}$`))).toBeGreaterThan(0.9);
    expect(share(`${task} ${labelOnly} ${rule}`, message, new RegExp(`^${label}$`))).toBeLessThan(0.97);
  });

  it("follows the rule for messages that fit two labels, or else takes what comes first", () => {
    const message = "The app crashed and then charged my card twice";
    expect(share(`${task} ${labelOnly} ${rule}`, message, /^billing$/)).toBeGreaterThan(0.9);
    expect(share(`${task} ${labelOnly}`, message, /^bug$/)).toBeGreaterThan(0.9);
  });

  it("talks where nobody asks for the label only, and names one label", () => {
    const text = answer(`${task} ${rule}`, "You charged me twice.");
    expect(text.split(" ").length).toBeGreaterThan(4);
    expect(simulatedLabels.filter((label) => new RegExp(`\\b${label}\\b`).test(text))).toHaveLength(1);
  });

  it("errs on much the same messages whatever the instructions", () => {
    const messages = Array.from({ length: 1_000 }, (_, index) => `Where is my parcel number ${index}?`);
    const wrong = (instruction: string): readonly string[] =>
      messages.filter((message) => answer(instruction, message) !== "shipping");
    const before = wrong(`${task} ${labelOnly}`);
    const after = wrong(`${task} ${labelOnly} ${rule}`);
    const both = before.filter((message) => after.includes(message)).length;
    expect(both).toBeGreaterThan(30);
    expect(before.length - both).toBeGreaterThan(5);
    expect(before.length - both).toBeLessThan(40);
  });

  it("is deterministic, says that it is simulated, and counts tokens", () => {
    const request = requestOf({ model: "triage" });
    expect(simulateReply(request)).toEqual(simulateReply(structuredClone(request)));
    expect(simulateReply(request)).toMatchObject({
      text: "Simulated answer to: Which colour has the sky?",
      model: "simulated-triage",
      tokens: { input: 12, output: 12 },
    });
    expect(simulateReply(requestOf({ messages: [] })).text).toBe("Simulated answer to: ");
  });
});
