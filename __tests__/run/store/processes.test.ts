import { mkdirSync, readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { bundleStore, keyOf, newPath, sample, secret, segmentsOf, start, withStore } from "./support.ts";

let bundle = "";
beforeAll(async () => {
  bundle = await bundleStore();
});

/** What every script begins with: the store opened in the folder given, `add` to put a sample there. */
const opening = `
  import { createHash } from "node:crypto";
  import { writeSync } from "node:fs";
  const [bundle, directory, template, ...rest] = process.argv.slice(1);
  const { openStore, readKeyFile } = await import(bundle);
  const options = { now: () => new Date(), secret: new Uint8Array(32).fill(${secret[0]}) };
  const keyOf = (number) => createHash("sha256").update(JSON.stringify({ number })).digest("hex");
  const add = (store, number) => store.samples.append({ ...JSON.parse(template), key: keyOf(number), case: "case-" + number });
`;

function run(script: string, directory: string, options?: Parameters<typeof start>[2], ...rest: readonly string[]) {
  return start(
    `${opening}${script}`,
    [bundle, directory, JSON.stringify(sample(0, "x".repeat(300))), ...rest],
    options,
  );
}

describe("processes at the same time", () => {
  it("append without losing or mixing a line", async () => {
    const directory = newPath();
    const script = `
      const store = openStore(directory, options);
      for (let number = 0; number < 500; number += 1) add(store, rest[0] + ":" + number);
      store.close();
    `;
    const names = ["a", "b", "c", "d"];
    const ends = await Promise.all(names.map((name) => run(script, directory, {}, name).finished));
    expect(ends.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(segmentsOf(directory)).toHaveLength(4);
    withStore(directory, (store) => {
      const keys = names.flatMap((name) => Array.from({ length: 500 }, (_, number) => keyOf(`${name}:${number}`)));
      expect(keys.filter((key) => store.samples.find(key) === null)).toEqual([]);
      expect(store.dropped).toEqual({ torn: 0, garbled: 0, unverified: 0, unreadable: 0 });
    });
  });

  it("agree on the key that they make", async () => {
    const directory = newPath();
    const script = `process.stdout.write(Buffer.from(readKeyFile(directory)).toString("hex"));`;
    const ends = await Promise.all(Array.from({ length: 5 }, () => run(script, directory).finished));
    expect(new Set(ends.map(({ output }) => output)).size).toBe(1);
    expect(ends[0]?.output).toMatch(/^[0-9a-f]{64}$/);
    expect(readdirSync(directory).filter((name) => name.startsWith("key"))).toEqual(["key"]);
  });
});

describe("a process killed in the middle of writing", () => {
  it.each([1, 37, 400])("has lost nothing of what it had written (killed after %i)", async (count) => {
    const directory = newPath();
    // It ends by itself, too, should nobody kill it.
    const script = `
      const store = openStore(directory, options);
      for (let number = 0; number < 50_000; number += 1) {
        add(store, number);
        writeSync(1, number + "\\n");
      }
    `;
    const { child, finished } = run(script, directory);
    let lines = 0;
    child.stdout?.on("data", (text: string) => {
      lines += text.split("\n").length - 1;
      if (lines >= count) child.kill("SIGKILL");
    });
    const { output, code } = await finished;
    expect(code).toBeNull();
    // The last line of the output may itself be torn.
    const written = output.split("\n").slice(0, -1).map(Number);
    expect(written.length).toBeGreaterThanOrEqual(count);
    withStore(directory, (store) => {
      expect(written.filter((number) => store.samples.find(keyOf(number)) === null)).toEqual([]);
      expect(store.dropped).toMatchObject({ garbled: 0, unverified: 0, unreadable: 0 });
    });
  });
});

describe("another user", () => {
  // Root may write everywhere, so it sends somebody else.
  const options = process.getuid?.() === 0 ? { uid: 65_534 } : {};

  it.skipIf(process.platform === "win32")("is told where a folder is not for it to write", async () => {
    const directory = newPath();
    mkdirSync(directory, { mode: 0o555 });
    const script = `
      try {
        openStore(directory, options);
      } catch (error) {
        process.stdout.write(JSON.stringify([error.name, error.problems.map(({ message }) => message)]));
      }
    `;
    const { output } = await run(script, directory, options).finished;
    expect(JSON.parse(output)).toEqual(["UserError", [`cannot write to the store in "${directory}": EACCES`]]);
  });

  it.skipIf(process.getuid?.() !== 0)("is told of segments that it may not read, and has the rest", async () => {
    const directory = newPath();
    withStore(directory, (store) => store.samples.append(sample("theirs")));
    const script = `
      const store = openStore(directory, { ...options, readonly: true });
      process.stdout.write(JSON.stringify([store.samples.find(keyOf("theirs")), store.dropped.unreadable]));
    `;
    const { output } = await run(script, directory, options).finished;
    expect(JSON.parse(output)).toEqual([null, 3]);
  });
});

describe("100,000 samples", () => {
  it("are opened within a second of computing, in less than 30 MB", async () => {
    const directory = newPath();
    const total = 100_000;
    withStore(directory, (store) => {
      const template = sample(0, "An answer of a usual length. ".repeat(20));
      for (let number = 0; number < total; number += 1) {
        store.samples.append({ ...template, key: keyOf(number), case: `case-${number}` });
      }
    });
    const script = `
      const measure = () => {
        gc();
        const memory = process.memoryUsage();
        return { bytes: memory.heapUsed + memory.external, cpu: process.cpuUsage() };
      };
      openStore(directory + "-none", options).close();
      const before = measure();
      const start = process.cpuUsage();
      const store = openStore(directory, options);
      const { user, system } = process.cpuUsage(start);
      const { bytes } = measure();
      const found = [0, 777, ${total - 1}].map((number) => store.samples.find(keyOf(number))?.case);
      process.stdout.write(JSON.stringify({ ms: (user + system) / 1000, megabytes: (bytes - before.bytes) / 1e6, found }));
    `;
    const { output } = await run(script, directory, { flags: ["--expose-gc"] }).finished;
    const { ms, megabytes, found } = JSON.parse(output) as { ms: number; megabytes: number; found: readonly string[] };
    expect(found).toEqual(["case-0", "case-777", `case-${total - 1}`]);
    expect(ms).toBeLessThan(1_000);
    expect(megabytes).toBeLessThan(30);
  });
});
