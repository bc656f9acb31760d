import { expect, it } from "vitest";
import { parseGolden } from "../../src/golden/parse-golden.ts";
import type { ReadCases } from "../../src/golden/read-case.ts";
import type { Case } from "../../src/model.ts";
import { createGoldenMemory, type GoldenMemory } from "../../src/pipeline/project/golden-memory.ts";

const lines = Array.from({ length: 5_000 }, (_, index) =>
  JSON.stringify({
    id: `case-${index}`,
    vars: { text: `Größe ${index} 🙂`, list: [index] },
    ...(index % 2 === 0 ? { expected: { answer: index } } : {}),
    ...(index % 3 === 0 ? { context: `context ${index}` } : {}),
    tags: [`tag-${index % 2}`],
  }),
);
const source = Buffer.from(lines.join("\n"));

/** A file that is there. */
async function read(memory: GoldenMemory, path: string, bytes: Buffer): Promise<ReadCases> {
  const cases = await memory.read(path, async (onPiece) => {
    for (let start = 0; start < bytes.length; start += 1_000) onPiece(bytes.subarray(start, start + 1_000));
    return true;
  });
  return cases as ReadCases;
}

/** All that a case says, as plain data. */
function plain({ id, named, vars, expected, context, tags, weight, cluster, scorers, place }: Case) {
  return { id, named, vars, expected, context, tags, weight, cluster, scorers, place };
}

it("gives back what cases say, in whatever order they are asked", async () => {
  const memory = createGoldenMemory();
  const held = await read(memory, "golden/a.jsonl", source);
  const expected = parseGolden("golden/a.jsonl", source);
  expect(held.problems).toEqual([]);
  expect(held.cases.map(plain)).toEqual(expected.cases.map(plain));
  expect(held.cases.toReversed().map(plain)).toEqual(expected.cases.toReversed().map(plain));
  memory.close();
});

it("holds a file that is the same at two revisions once", async () => {
  const memory = createGoldenMemory();
  const first = await read(memory, "golden/a.jsonl", source);
  expect(await read(memory, "golden/a.jsonl", Buffer.from(source))).toBe(first);
  // Places name the file.
  expect(await read(memory, "golden/b.jsonl", source)).not.toBe(first);
  memory.close();
});

it("keeps the texts of a large set out of memory", async () => {
  const memory = createGoldenMemory();
  const { cases } = await read(memory, "golden/a.jsonl", source);
  const last = cases.at(-1) as Case;
  // A case in memory holds its variables; one on disk reads them.
  expect(Object.hasOwn(cases[0] as Case, "vars")).toBe(true);
  expect(Object.hasOwn(last, "vars")).toBe(false);
  expect(last.vars).toEqual({ text: "Größe 4999 🙂", list: [4_999] });
  memory.close();
});

it("tells mistakes as before", async () => {
  const memory = createGoldenMemory();
  const broken = Buffer.from(`${lines[0]}\n{"id": \n`);
  expect(await read(memory, "golden/a.jsonl", broken)).toEqual(parseGolden("golden/a.jsonl", broken));
  memory.close();
});

it("finds no case in a file that is not there", async () => {
  const memory = createGoldenMemory();
  expect(await memory.read("golden/a.jsonl", async () => false)).toBeNull();
  memory.close();
});
