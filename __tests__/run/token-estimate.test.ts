import { describe, expect, test } from "vitest";
import { createTokenEstimate } from "../../src/run/token-estimate.ts";
import { requestOf } from "../support/requests.ts";

describe("what a call takes at most", () => {
  const sizeOf = (content: Parameters<typeof requestOf>[0]) => createTokenEstimate().sizeOf(requestOf(content)).input;
  const image = (bytes: number) => ({ type: "image", mediaType: "image/png", data: "A".repeat(bytes) }) as const;

  test("a picture takes tokens by its pixels, not by its bytes", () => {
    const small = sizeOf({ messages: [{ role: "user", content: [image(100)] }] });
    const large = sizeOf({ messages: [{ role: "user", content: [image(4_000_000)] }] });
    expect(large).toBe(small);
    expect(small).toBeGreaterThan(1_500);
    expect(small).toBeLessThan(3_000);
  });

  test("a file takes what its text does", () => {
    const file = { type: "file", name: "a.pdf", mediaType: "application/pdf", data: "A".repeat(30_000) } as const;
    expect(sizeOf({ messages: [{ role: "user", content: [file] }] })).toBeGreaterThan(9_000);
  });
});
