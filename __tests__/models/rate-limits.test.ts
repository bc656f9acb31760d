import { expect, it } from "vitest";
import { readRateLimits } from "../../src/models/rate-limits.ts";

const date = "Mon, 23 Nov 2026 20:00:00 GMT";

function read(headers: Readonly<Record<string, string>>) {
  return readRateLimits((name) => headers[name] ?? null);
}

it.each([
  ["1s", 1_000],
  ["6m0s", 360_000],
  ["120ms", 120],
  ["1h2m3.5s", 3_723_500],
  ["17", 17_000],
  ["Mon, 23 Nov 2026 20:00:09 GMT", 9_000],
  ["2026-11-23T20:00:30Z", 30_000],
  ["soon", null],
  ["", null],
])("a limit that is whole again after %s", (reset, resetMs) => {
  const headers = { date, "x-ratelimit-remaining-requests": "3", "x-ratelimit-reset-requests": reset };
  expect(read(headers)).toEqual({ requests: { remaining: 3, resetMs }, tokens: null });
});

it("of tokens, and under the publisher's name", () => {
  const headers = {
    "x-ratelimit-remaining-tokens": "0",
    "anthropic-ratelimit-requests-remaining": "49",
    "anthropic-ratelimit-requests-reset": "2026-11-23T20:00:30Z",
    date,
  };
  expect(read(headers)).toEqual({
    requests: { remaining: 49, resetMs: 30_000 },
    tokens: { remaining: 0, resetMs: null },
  });
});

it.each([{}, { "x-ratelimit-remaining-requests": "many" }, { "x-ratelimit-limit-requests": "500" }])(
  "nothing is told by %j",
  (headers) => {
    expect(read(headers)).toBeUndefined();
  },
);
