import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/model.ts";
import { createTokenEstimate } from "../../src/run/token-estimate.ts";
import { requestOf } from "../support/requests.ts";

function asking(text: string, parameters: JsonObject = {}) {
  return requestOf({ messages: [{ role: "user", content: text }], parameters });
}

describe("how much a call may take", () => {
  it.each<[JsonObject, number]>([
    [{}, 4_096],
    [{ max_tokens: 20 }, 20],
    [{ max_completion_tokens: 30, max_tokens: 20 }, 30],
    [{ max_output_tokens: 40 }, 40],
    [{ max_tokens: 20, n: 3 }, 60],
    [{ max_tokens: "many" }, 4_096],
    [{ max_tokens: 0 }, 0],
  ])("of output by %j", (parameters, output) => {
    expect(createTokenEstimate().sizeOf(asking("Hello", parameters)).output).toBe(output);
  });

  it("of input by its bytes, wherever they stand", () => {
    const estimate = createTokenEstimate();
    const plain = estimate.sizeOf(asking("x".repeat(3_000))).input;
    expect(plain).toBeGreaterThanOrEqual(1_000);
    expect(plain).toBeLessThan(1_100);
    // Three bytes each in UTF-8: scripts with many tokens a letter are not underrated.
    expect(estimate.sizeOf(asking("語".repeat(3_000))).input).toBeGreaterThanOrEqual(3_000);
    const withTools = { ...asking("x"), tools: [{ type: "function", description: "y".repeat(3_000) }] };
    expect(estimate.sizeOf(withTools).input).toBeGreaterThanOrEqual(1_000);
    const parts = [{ type: "image", mediaType: "image/png", data: "z".repeat(3_000) } as const];
    const image = requestOf({ messages: [{ role: "user", content: parts }] });
    expect(estimate.sizeOf(image).input).toBeGreaterThanOrEqual(1_000);
  });

  it("is learned from what calls took, upwards only", () => {
    const estimate = createTokenEstimate();
    const request = asking("x".repeat(1_000));
    const before = estimate.sizeOf(request);
    estimate.note(request, { input: 10, output: 10 });
    estimate.note(request, { input: null, output: null });
    expect(estimate.sizeOf(request)).toEqual(before);
    estimate.note(request, { input: 2_000, output: 9_000 });
    expect(estimate.sizeOf(request).input).toBeGreaterThanOrEqual(1_950);
    expect(estimate.sizeOf(request).output).toBe(9_000);
  });
});

describe("what a call takes at most", () => {
  const sizeOf = (content: Parameters<typeof requestOf>[0]) => createTokenEstimate().sizeOf(requestOf(content)).input;
  const image = (bytes: number) => ({ type: "image", mediaType: "image/png", data: "A".repeat(bytes) }) as const;

  it("a picture takes tokens by its pixels, not by its bytes", () => {
    const small = sizeOf({ messages: [{ role: "user", content: [image(100)] }] });
    const large = sizeOf({ messages: [{ role: "user", content: [image(4_000_000)] }] });
    expect(large).toBe(small);
    expect(small).toBeGreaterThan(1_500);
    expect(small).toBeLessThan(3_000);
  });

  it("a file takes what its text does", () => {
    const file = { type: "file", name: "a.pdf", mediaType: "application/pdf", data: "A".repeat(30_000) } as const;
    expect(sizeOf({ messages: [{ role: "user", content: [file] }] })).toBeGreaterThan(9_000);
  });
});
