import { appendFileSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ModelRequest } from "../../../src/model.ts";
import { sampleKey } from "../../../src/run/store/samples.ts";
import { keyOf, newPath, noon, open, sample, segmentsOf, trial, verdict, withStore } from "./support.ts";

const none = { torn: 0, garbled: 0, unverified: 0, unreadable: 0 };

/** A store with samples 0, 1 and 2 in one segment; returns its folder and the segment. */
function threeSamples(): { readonly directory: string; readonly segment: string } {
  const directory = newPath();
  withStore(directory, (store) => [0, 1, 2].forEach((number) => void store.samples.append(sample(number))));
  const [segment = ""] = segmentsOf(directory);
  return { directory, segment };
}

/** Which of the samples 0, 1 and 2 are found, and what was dropped. */
function look(directory: string) {
  return withStore(directory, (store) => ({
    found: [0, 1, 2].filter((number) => store.samples.find(keyOf(number)) !== null),
    dropped: store.dropped,
  }));
}

describe("samples", () => {
  it("are found again as they were, by this process and the next", () => {
    const directory = newPath();
    const odd = sample("odd", 'ü\u2028🎉 "quoted"\n\ud800 end');
    withStore(directory, (store) => {
      expect(store.samples.find(odd.key)).toBeNull();
      store.samples.append(odd);
      store.samples.append(sample(1));
      expect(store.samples.find(odd.key)).toEqual(odd);
    });
    withStore(directory, (store) => {
      expect(store.samples.find(odd.key)).toEqual(odd);
      expect(store.samples.find(keyOf(1))).toEqual(sample(1));
      expect(store.samples.find(keyOf(2))).toBeNull();
      expect(store.dropped).toEqual(none);
    });
  });

  it("answer with the newest where a call was made twice", () => {
    const directory = newPath();
    withStore(directory, (store) => store.samples.append(sample(0, "first")));
    withStore(directory, (store) => store.samples.append(sample(0, "second")), {
      now: () => new Date(noon.getTime() + 1),
    });
    expect(withStore(directory, (store) => store.samples.find(keyOf(0))?.reply.text)).toBe("second");
  });

  it("are told apart by their whole keys", () => {
    const directory = newPath();
    const keys = ["0", "1", "2"].map((end) => end.padStart(64, "a"));
    withStore(directory, (store) => {
      for (const key of keys.slice(0, 2)) store.samples.append({ ...sample(key), key });
    });
    const found = withStore(directory, (store) => keys.map((key) => store.samples.find(key)?.case));
    expect(found).toEqual([`case-${keys[0]}`, `case-${keys[1]}`, undefined]);
  });

  it("stand on lines of JSON that only their owner may read", () => {
    const { directory, segment } = threeSamples();
    const lines = readFileSync(segment, "utf8").trimEnd().split("\n");
    expect(lines.map((line) => (JSON.parse(line) as { entry: unknown }).entry)).toEqual(
      [0, 1, 2].map((n) => sample(n)),
    );
    const modes = [segment, directory, join(directory, "samples"), join(directory, "verdicts")].map(
      (path) => statSync(path).mode & 0o777,
    );
    expect(modes).toEqual([0o600, 0o700, 0o700, 0o700]);
    expect(readFileSync(join(directory, ".gitignore"), "utf8")).toBe("*\n");
  });

  it("leave a folder's own files alone", () => {
    const { directory } = threeSamples();
    writeFileSync(join(directory, "samples", "notes.jsonl"), "not ours\n");
    symlinkSync("/etc/passwd", join(directory, "samples", "20260101T000000000Z-1-000000000000.jsonl"));
    expect(look(directory)).toEqual({ found: [0, 1, 2], dropped: none });
  });

  it("do not keep a line beyond 16 MiB, and say so", () => {
    const directory = newPath();
    withStore(directory, (store) => {
      store.samples.append(sample(0, "x".repeat(1 << 24)));
      store.samples.append(sample(1, "y".repeat((1 << 24) - 1_000)));
      expect(store.samples.find(keyOf(0))).toBeNull();
      expect(store.problem()?.message).toContain("longer than 16 MiB");
    });
    expect(look(directory)).toEqual({ found: [1], dropped: none });
  });

  it("begin a new segment beyond 64 MiB", () => {
    const directory = newPath();
    const text = "z".repeat(15_000_000);
    withStore(directory, (store) => {
      for (let number = 0; number < 6; number += 1) store.samples.append(sample(number, text));
    });
    expect(segmentsOf(directory).map((path) => statSync(path).size < 1 << 26)).toEqual([true, true]);
    expect(look(directory)).toEqual({ found: [0, 1, 2], dropped: none });
  });
});

describe("a damaged store", () => {
  it("loses the torn last line alone, wherever it was torn", () => {
    const { directory, segment } = threeSamples();
    const whole = readFileSync(segment);
    const last = whole.lastIndexOf(10, whole.length - 2) + 1;
    for (const length of [last + 1, last + 30, last + 100, whole.length - 1]) {
      truncateSync(segment, length);
      expect(look(directory)).toEqual({ found: [0, 1], dropped: { ...none, torn: 1 } });
      writeFileSync(segment, whole);
    }
    expect(look(directory)).toEqual({ found: [0, 1, 2], dropped: none });
  });

  it.each([
    ["text", "not a line of ours"],
    ["binary", Buffer.from([0, 255, 254, 0, 13])],
    ["other JSON", '{"key":"x"}'],
    ["an open end", '{"mac":"'],
    ["half a line", `{"mac":"${"A".repeat(43)}","keys":["${"0".repeat(64)}"],"entry":{"te`],
  ])("drops and counts %s between its lines", (_, garbage) => {
    const { directory, segment } = threeSamples();
    const whole = readFileSync(segment);
    const second = whole.indexOf(10) + 1;
    const bytes = [whole.subarray(0, second), Buffer.from(garbage), Buffer.from("\n\n"), whole.subarray(second)];
    writeFileSync(segment, Buffer.concat(bytes));
    expect(look(directory)).toEqual({ found: [0, 1, 2], dropped: { ...none, garbled: 1 } });
  });

  it("survives a cut in the middle, and 40 MB without a line end", () => {
    const { directory, segment } = threeSamples();
    const whole = readFileSync(segment);
    writeFileSync(
      segment,
      Buffer.concat([whole.subarray(150), Buffer.alloc(40_000_000, 97), Buffer.from("\n"), whole]),
    );
    const { found, dropped } = look(directory);
    expect(found).toEqual([0, 1, 2]);
    expect(dropped).toMatchObject({ torn: 0, unverified: 0 });
    expect(dropped.garbled).toBeGreaterThan(1);
  });

  it.each([
    ["is cut", (segment: string) => truncateSync(segment, 100)],
    [
      "is edited",
      (segment: string) => writeFileSync(segment, readFileSync(segment, "utf8").replace("answer 0", "answer 9")),
    ],
    ["is removed", (segment: string) => rmSync(segment)],
  ])("has no answer where a segment %s after it was opened", (_, change) => {
    const { directory, segment } = threeSamples();
    withStore(directory, (store) => {
      change(segment);
      expect(store.samples.find(keyOf(0))).toBeNull();
    });
  });
});

describe("a forged store", () => {
  const edits: readonly (readonly [string, (line: string) => string])[] = [
    ["an answer", (line) => line.replace("answer 1", "answer 2")],
    ["a key", (line) => line.replace(keyOf(1), keyOf(9))],
    ["a MAC", (line) => line.replace('{"mac":"', '{"mac":"A').replace(/.","keys/, '","keys')],
    ["a key added", (line) => line.replace('"keys":[', `"keys":["${keyOf(9)}",`)],
    ["something at its end", (line) => `${line.slice(0, -1)},"entry":{}}`],
  ];

  it.each(edits)("drops and counts a line with %s edited", (_, edit) => {
    const { directory, segment } = threeSamples();
    const lines = readFileSync(segment, "utf8").split("\n");
    expect(edit(lines[1] ?? "")).not.toBe(lines[1]);
    lines[1] = edit(lines[1] ?? "");
    writeFileSync(segment, lines.join("\n"));
    expect(look(directory)).toEqual({ found: [0, 2], dropped: { ...none, unverified: 1 } });
    expect(withStore(directory, (store) => store.samples.find(keyOf(9)))).toBeNull();
  });

  it("drops lines sealed for another folder", () => {
    const { directory, segment } = threeSamples();
    withStore(directory, (store) => store.verdicts.append(verdict()));
    const [verdicts = ""] = segmentsOf(directory, "verdicts");
    appendFileSync(verdicts, readFileSync(segment));
    withStore(directory, (store) => {
      expect(store.verdicts.find(keyOf(0))).toBeNull();
      expect(store.verdicts.find(verdict().key)).toEqual(verdict());
      expect(store.dropped).toEqual({ ...none, unverified: 3 });
    });
  });

  it("drops what was written under another key, and keeps it for that one", () => {
    const { directory } = threeSamples();
    withStore(
      directory,
      (store) => {
        expect(store.samples.find(keyOf(0))).toBeNull();
        expect(store.dropped).toEqual({ ...none, unverified: 3 });
        store.samples.append(sample(0, "other"));
      },
      { secret: new Uint8Array(32) },
    );
    expect(look(directory)).toEqual({ found: [0, 1, 2], dropped: { ...none, unverified: 1 } });
  });

  it("is not read without a key, and not written", () => {
    const { directory } = threeSamples();
    const untouched = newPath();
    for (const folder of [directory, untouched]) {
      withStore(
        folder,
        (store) => {
          store.samples.append(sample(5));
          store.baselines.append(trial());
          store.verdicts.append(verdict());
          expect(store.samples.find(keyOf(0))).toBeNull();
          expect(store.samples.find(keyOf(5))).toBeNull();
          expect(store.verdicts.history(verdict().scope)).toEqual([]);
        },
        { secret: null },
      );
    }
    expect(look(directory)).toEqual({ found: [0, 1, 2], dropped: none });
    expect(statSync(untouched, { throwIfNoEntry: false })).toBeUndefined();
  });
});

describe("a store for reading only", () => {
  it("finds, and writes nothing", () => {
    const { directory, segment } = threeSamples();
    const size = statSync(segment).size;
    withStore(
      directory,
      (store) => {
        expect(store.samples.find(keyOf(2))).toEqual(sample(2));
        store.samples.append(sample(3));
        expect(store.samples.find(keyOf(3))).toBeNull();
      },
      { readonly: true, maximumBytes: 0, now: () => new Date(Date.now() + 1e9) },
    );
    expect(segmentsOf(directory)).toEqual([segment]);
    expect(statSync(segment).size).toBe(size);
  });

  it("is empty where there is none", () => {
    const directory = newPath();
    expect(withStore(directory, (store) => store.samples.find(keyOf(0)), { readonly: true })).toBeNull();
    expect(statSync(directory, { throwIfNoEntry: false })).toBeUndefined();
  });
});

describe("the key of a sample", () => {
  const request: ModelRequest = {
    model: "small",
    messages: [{ role: "user", content: "Hi" }],
    parameters: { temperature: 0, seed: 1 },
    format: null,
    tools: null,
  };
  const identity = { caseId: "a", trial: 0, draw: "compare" };
  const key = sampleKey("openai/small", request, identity);

  it("is the same however the request is laid out", () => {
    const { tools, format, parameters, messages, model } = request;
    const shuffled = { tools, format, parameters: { seed: 1, temperature: 0, ...parameters }, messages, model };
    expect(sampleKey("openai/small", shuffled, { ...identity })).toBe(key);
  });

  it.each([
    ["case", sampleKey("openai/small", request, { ...identity, caseId: "b" })],
    ["trial", sampleKey("openai/small", request, { ...identity, trial: 1 })],
    ["draw", sampleKey("openai/small", request, { ...identity, draw: "confirm:1" })],
    ["publisher", sampleKey("local/small", request, identity)],
    ["text", sampleKey("openai/small", { ...request, messages: [{ role: "user", content: "Ho" }] }, identity)],
    ["parameter", sampleKey("openai/small", { ...request, parameters: { temperature: 1, seed: 1 } }, identity)],
  ])("is another one for another %s", (_, other) => {
    expect(other).toMatch(/^[0-9a-f]{64}$/);
    expect(other).not.toBe(key);
  });
});

it("keeps few files open however many there are", () => {
  const directory = newPath();
  for (let number = 0; number < 80; number += 1) {
    withStore(directory, (store) => store.samples.append(sample(number)), {
      now: () => new Date(noon.getTime() + number),
    });
  }
  expect(segmentsOf(directory)).toHaveLength(80);
  const store = open(directory);
  const opened = () => (process.platform === "linux" ? segmentsOf("/proc/self", "fd").length : 0);
  const before = opened();
  for (let number = 79; number >= 0; number -= 1) expect(store.samples.find(keyOf(number))).toEqual(sample(number));
  expect(opened() - before).toBeLessThanOrEqual(32);
  store.close();
});
