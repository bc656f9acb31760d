import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { defaultConfig, readConfig } from "../../src/config/config.ts";
import { formatPlace, UserError } from "../../src/errors.ts";
import type { Config, Problem } from "../../src/model.ts";

const fixtures = new URL("../../fixtures/config/", import.meta.url);
const providerTypes = ["openai", "http", "command", "replay", "simulated"];

function read(text: string | Uint8Array, path = "assay.yml"): Promise<Config> {
  return readConfig(path, typeof text === "string" ? Buffer.from(text) : text, providerTypes);
}

async function problemsOf(text: string | Uint8Array): Promise<readonly Problem[]> {
  try {
    await read(text);
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
  return [];
}

function tell(problems: readonly Problem[]): string {
  return problems
    .map(({ message, hint, place }) =>
      `${place ? formatPlace(place) : "nowhere"} ${message}\n    ${hint ?? ""}`.trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join("");
}

/** Everything but the places, which the tests of mistakes look at. */
function withoutPlaces(value: unknown): unknown {
  const keys = ["place", "places", "metricPlaces"];
  return JSON.parse(JSON.stringify(value, (key, entry) => (keys.includes(key) ? undefined : entry)));
}

describe("a bad file tells exactly its mistakes", () => {
  const names = readdirSync(new URL("bad/", fixtures)).filter((name) => name.endsWith(".yml"));

  test.each(names)("%s", async (name) => {
    const expected = readFileSync(new URL(`bad/${name.replace(".yml", ".problems.txt")}`, fixtures), "utf8");
    expect(tell(await problemsOf(readFileSync(new URL(`bad/${name}`, fixtures))))).toBe(expected);
  });
});

describe("a good file", () => {
  test("gives every setting", async () => {
    const config = await read(readFileSync(new URL("full.yml", fixtures)));
    expect(withoutPlaces(config)).toEqual({
      path: "assay.yml",
      directory: "",
      prompts: ["prompts/**/*.prompt.yml"],
      golden: "golden/{name}.jsonl",
      model: "openai/gpt-6-luna",
      parameters: { temperature: 0, max_tokens: 300 },
      providers: {
        local: { type: "openai", baseUrl: "http://localhost:11434/v1", keyEnv: null, file: null },
        recorded: { type: "replay", baseUrl: null, file: "recordings.jsonl" },
        "gateway.eu": { type: "openai", baseUrl: "https://models.example/v1", keyEnv: "GATEWAY_KEY", file: null },
        slow: {
          type: "openai",
          baseUrl: "https://slow.example/v1",
          keyEnv: "SLOW_KEY",
          file: null,
          requestsPerMinute: 60,
          tokensPerMinute: 40_000,
        },
      },
      prices: {
        "local/large": { input: 0.25, output: 2, cachedInput: 0.025, cacheWrite: 0.3 },
        "local/small": { input: 0, output: 0, cachedInput: null, cacheWrite: null },
      },
      priceAs: { "gateway.eu/deployment": "openai/gpt-6-luna" },
      cache: ".cache/assay",
      scorers: [
        { type: "contains", name: "contains", options: { value: "{{expected}}" } },
        { type: "json-schema", name: "json-schema", options: { schema: "schemas/ticket.json" } },
        { type: "length", name: "brief", options: { unit: "words", max: 60 } },
        { type: "levenshtein", name: "levenshtein", options: {} },
      ],
      run: {
        trials: "auto",
        maxTrials: 3,
        concurrency: 20,
        timeoutMs: 500,
        retries: 5,
        maxCost: 2.5,
        maxCalls: 5_000,
        maxDurationMs: 1_800_000,
        confirmAbove: 1,
      },
      baseline: { trials: 8, maxAgeMs: 43_200_000 },
      gate: {
        margin: 0.05,
        alpha: 0.01,
        scope: "population",
        inconclusive: "fail",
        exact: true,
        slices: ["edge", "de"],
        stopEarly: false,
        giveUp: true,
        maxUnscored: 0.2,
        minKappa: 0.6,
        metrics: {
          brief: { gate: true, atLeast: 0.8, margin: null },
          latency: { gate: true, atLeast: null, margin: 0.2 },
          contains: { gate: true, atLeast: 0.9, margin: null },
          tokens: { gate: true, atLeast: null, margin: 0.1 },
          levenshtein: { gate: false, atLeast: null, margin: 0.125 },
          "json-schema": { gate: false, atLeast: null, margin: null },
        },
      },
      watch: true,
      overrides: [
        {
          prompts: ["prompts/summarise*"],
          scorers: [{ type: "length", name: "length", options: { max: 80 } }],
          golden: "golden/summaries.jsonl",
          model: null,
        },
        { prompts: ["**/*.md"], scorers: null, golden: null, model: "anthropic/claude" },
      ],
      variants: [
        { name: "nano", model: "openai/gpt-6-luna", parameters: {} },
        { name: "cool", model: null, parameters: { temperature: 0.2, max_tokens: null } },
      ],
      comment: "on-problem",
      accepted: [{ fingerprint: "3f2a9c1d", reason: "shorter answers are worth it", until: "2030-12-31" }],
      drift: { sample: 30, keepAnswers: 0, maxCost: { night: 1, month: 20 }, fail: true },
    });
  });

  test("knows where its scorers and providers stand", async () => {
    const config = await read("scorers:\n  - equals\nproviders:\n  local: { keyEnv: null }\n", "tools/assay.yaml");
    expect(config.directory).toBe("tools");
    expect(config.scorers[0]?.place).toEqual({ path: "tools/assay.yaml", line: 2, column: 5 });
    expect(config.providers["local"]?.place).toEqual({ path: "tools/assay.yaml", line: 4, column: 3 });
  });

  test.each([
    ["1ms", 1],
    ["500ms", 500],
    ["60s", 60_000],
    ["2m", 120_000],
    ["999m", 59_940_000],
  ])("reads the duration %s", async (written, timeoutMs) => {
    expect((await read(`run: { timeout: ${written} }`)).run.timeoutMs).toBe(timeoutMs);
  });

  test.each([
    ["1h", 3_600_000],
    ["7d", 604_800_000],
    ["9999h", 35_996_400_000],
  ])("reads the age %s", async (written, maxAgeMs) => {
    expect((await read(`baseline: { maxAge: ${written} }`)).baseline.maxAgeMs).toBe(maxAgeMs);
  });

  test.each([
    "run: { maxTrials: 0 }",
    "run: { maxTrials: 6 }",
    "run: { maxTrials: auto }",
    "baseline: { trials: 11 }",
    "baseline: { maxAge: 7 }",
    "baseline: { maxAge: 0d }",
    "baseline: { maxAge: 60s }",
    "gate: { scope: cases }",
    "gate: { exact: 1 }",
    "gate: { slices: edge }",
    'gate: { slices: [""] }',
    "gate: { stopEarly: never }",
    "gate: { giveUp: [] }",
  ])("refuses %s", async (written) => {
    expect(await problemsOf(written)).toHaveLength(1);
  });

  test.each([
    ["0.05", 0.05],
    ["1", 1],
    ["5%", 0.05],
    ["0.5%", 0.005],
    ["12.5%", 0.125],
    ["100%", 1],
  ])("reads the margin %s", async (written, margin) => {
    const config = await read(`gate: { margin: ${written}, metrics: { latency: { margin: ${written} } } }`);
    expect(config.gate.margin).toBe(margin);
    expect(config.gate.metrics?.["latency"]?.margin).toBe(margin);
  });

  test.each(["01%", "1e1%", ".5%", "100.1%", "-5%", "5 %", "-0.1", ".inf"])(
    "refuses the margin %s",
    async (written) => {
      expect(await problemsOf(`gate: { margin: ${written} }`)).toHaveLength(1);
    },
  );

  test.each(["", "\n", "# nothing yet\n", "---\n", "{}", "null", "\uFEFF"])("%j holds the defaults", async (text) => {
    const { path, ...settings } = await read(text);
    const { path: none, ...defaults } = defaultConfig();
    expect(settings).toEqual(defaults);
    expect([path, none]).toEqual(["assay.yml", null]);
  });

  test("every default can be written out", async () => {
    const text = `
      run: { trials: auto, maxTrials: 5, concurrency: auto, timeout: 60s }
      baseline: { trials: auto, maxAge: 7d }
      gate:
        { margin: 0.05, alpha: 0.05, scope: suite, inconclusive: warn, exact: false, slices: [], stopEarly: true,
          giveUp: false }`;
    expect({ ...(await read(text)), path: null }).toEqual(defaultConfig());
  });
});

describe("secrets are not repeated", () => {
  test.each([
    "keyEnv: sk-live-topsecret",
    "keyEnv: topsecret",
    "keyEnv: AIzatopsecret00000000000000000000000000",
    'baseUrl: "https://me:topsecret@example.org"',
    'baseUrl: "example.org?key=topsecret"',
  ])("%s", async (line) => {
    const told = tell(await problemsOf(`providers: { local: { ${line} } }`));
    expect(told).toMatch(/^assay\.yml:1:/);
    expect(told).not.toContain("topsecret");
  });
});

describe("hostile files are refused at once", () => {
  const kibibyte = 1024;
  const manyKeys = (size: number) => {
    let text = "";
    for (let i = 0; text.length < size; i++) text += `k${i}:\n`;
    return text;
  };
  const files: readonly (readonly [string, string | Uint8Array])[] = [
    ["an alias bomb", readFileSync(new URL("bad/alias-bomb.yml", fixtures))],
    ["a megabyte of keys", manyKeys(1024 * kibibyte)],
    ["thousands of unknown keys", manyKeys(8 * kibibyte)],
    ["thousands of wrong entries", `overrides:\n${"- 1\n".repeat(2 * kibibyte)}`],
    ["thousands of scorers of one name", `scorers:\n${"- a\n".repeat(2 * kibibyte)}`],
    ["deep lists", `parameters: ${"[".repeat(8 * kibibyte)}`],
    ["deep maps", `parameters: ${"{a: ".repeat(4 * kibibyte)}`],
    ["a long percentage", `gate: { margin: "0.${"1".repeat(60 * kibibyte)}" }`],
    ["a long placeholder", `golden: "${"{".repeat(900)}"\nmodel: 1`],
    ["a long address", `providers: { a: { baseUrl: "x${"/".repeat(60 * kibibyte)}" } }`],
    ["no text", new Uint8Array([0xff, 0xfe, 0x00])],
  ];

  test.each(files)("%s", async (_, text) => {
    await read("model: a/b");
    const times: number[] = [];
    // The best of three: the machine may be busy with something else.
    for (let i = 0; i < 3; i++) {
      const start = performance.now();
      const problems = await problemsOf(text);
      times.push(performance.now() - start);
      expect(problems.length).toBeGreaterThan(0);
    }
    expect(Math.min(...times)).toBeLessThan(200);
  });

  test("what is not told is counted", async () => {
    const problems = await problemsOf([...Array(71).keys()].map((i) => `b${i}: 1\n`).join(""));
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)?.message).toBe("21 more mistakes in this file");
  });

  test("a key of a prototype reaches no setting", async () => {
    const text = "__proto__: { model: evil/model }\nparameters: { constructor: { prototype: { polluted: 1 } } }";
    expect(await problemsOf(text)).toHaveLength(1);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});
