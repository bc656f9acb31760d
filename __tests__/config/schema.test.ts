import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { readConfig } from "../../src/config/config.ts";
import { defaults } from "../../src/config/defaults.ts";
import { listKeys } from "../../src/config/list-keys.ts";
import { renderConfigReference, renderConfigSchema } from "../../src/config/render-schema.ts";
import { configSchema } from "../../src/config/schema.ts";
import { writeInline } from "../../src/config/words.ts";

const keys = listKeys(configSchema);

/** What an entry of a list must have. */
const siblings: Readonly<Record<string, object>> = {
  "overrides[]": { prompts: "*" },
  "accepted[]": { fingerprint: "3f2a9c1d", reason: "x", until: "2030-12-31" },
};

/** `{gate: {metrics: {mine: {margin: value}}}}` from `gate.metrics.<name>.margin`. */
function nest(path: string, value: unknown): unknown {
  return path
    .split(".")
    .reverse()
    .reduce<unknown>((inner, name) => {
      if (name.endsWith("[]")) return { [name.slice(0, -2)]: [{ ...siblings[name], ...(inner as object) }] };
      // A price is whole or none.
      const whole = path.startsWith("prices.<name>.") && name === "<name>";
      const entry = whole
        ? new Map([...Object.entries({ input: 1, output: 1 }), ...Object.entries(inner as object)])
        : null;
      return { [name === "<name>" ? "mine" : name]: entry === null ? inner : Object.fromEntries(entry) };
    }, value);
}

describe("the schema", () => {
  test("is shipped as it stands", () => {
    const shipped = readFileSync(new URL("../../schemas/assay.v1.json", import.meta.url), "utf8");
    expect(shipped).toBe(renderConfigSchema());
  });

  test("describes every key in a sentence", () => {
    expect(keys.length).toBeGreaterThan(25);
    const bare = keys.filter(({ node }) => !/^[A-Z].*\.$/.test(node.description ?? ""));
    expect(bare.map(({ path }) => path)).toEqual([]);
  });

  test.each(keys.flatMap(({ path, node }) => (node.examples ?? []).map((example) => [path, example] as const)))(
    "takes its own example of %s",
    async (path, example) => {
      const text = stringify(nest(path, example));
      await expect(readConfig("assay.yml", Buffer.from(text), ["openai"])).resolves.toHaveProperty("path");
      await expect(
        readConfig("assay.yml", Buffer.from(writeInline(nest(path, example) as never)), ["openai"]),
      ).resolves.toHaveProperty("path");
    },
  );

  test("tells every default", () => {
    const stated = keys.flatMap(({ path, node }) => (node.default === undefined ? [] : [[path, node.default]]));
    expect(Object.fromEntries(stated)).toEqual({
      "providers.<name>.type": defaults.provider.type,
      "run.trials": defaults.run.trials,
      "run.maxTrials": defaults.run.maxTrials,
      "run.concurrency": defaults.run.concurrency,
      "run.timeout": defaults.run.timeout,
      "run.retries": defaults.run.retries,
      "baseline.trials": defaults.baseline.trials,
      "baseline.maxAge": defaults.baseline.maxAge,
      "gate.margin": defaults.gate.margin,
      "gate.alpha": defaults.gate.alpha,
      "gate.scope": defaults.gate.scope,
      "gate.inconclusive": defaults.gate.inconclusive,
      "gate.exact": defaults.gate.exact,
      "gate.slices": defaults.gate.slices,
      "gate.stopEarly": defaults.gate.stopEarly,
      "gate.giveUp": defaults.gate.giveUp,
      "gate.maxUnscored": defaults.gate.maxUnscored,
      watch: defaults.watch,
      comment: defaults.comment,
      "drift.keepAnswers": defaults.drift.keepAnswers,
      "drift.fail": defaults.drift.fail,
      trust: defaults.trust,
      "report.content": defaults.report.content,
      "forks.maxCost": defaults.forks.maxCost,
    });
  });

  test("becomes a table with a row for every key", () => {
    const lines = renderConfigReference().trimEnd().split("\n");
    expect(lines).toHaveLength(keys.length + 2);
    expect(lines).toContain(
      "| `run.timeout` | a duration such as 60s, 500ms or 2m | `60s` | How long one call may take. |",
    );
    expect(lines.map((line) => line.match(/(?<!\\)\|/g)?.length)).toEqual(lines.map(() => 5));
  });
});

test("is a schema itself: it is compiled without being checked", () => {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true });
  expect(ajv.validateSchema(configSchema), ajv.errorsText()).toBe(true);
});
