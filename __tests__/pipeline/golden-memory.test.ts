import { expect, it } from "vitest";
import { parseGolden } from "../../src/golden/parse-golden.ts";
import type { Case } from "../../src/model.ts";
import { createGoldenMemory } from "../../src/pipeline/project/golden-memory.ts";

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

/** All that a case says, as plain data. */
function plain({ id, named, vars, expected, context, tags, weight, cluster, scorers, place }: Case) {
  return { id, named, vars, expected, context, tags, weight, cluster, scorers, place };
}

it("gives back what cases say, in whatever order they are asked", () => {
  const memory = createGoldenMemory();
  const read = memory.parse("golden/a.jsonl", source);
  const expected = parseGolden("golden/a.jsonl", source);
  expect(read.problems).toEqual([]);
  expect(read.cases.map(plain)).toEqual(expected.cases.map(plain));
  expect(read.cases.toReversed().map(plain)).toEqual(expected.cases.toReversed().map(plain));
  memory.close();
});

it("holds a file that is the same at two revisions once", () => {
  const memory = createGoldenMemory();
  const first = memory.parse("golden/a.jsonl", source);
  expect(memory.parse("golden/a.jsonl", Buffer.from(source))).toBe(first);
  // Places name the file.
  expect(memory.parse("golden/b.jsonl", source)).not.toBe(first);
  memory.close();
});

it("keeps the texts of a large set out of memory", () => {
  const memory = createGoldenMemory();
  const { cases } = memory.parse("golden/a.jsonl", source);
  const last = cases.at(-1) as Case;
  // A case in memory holds its variables; one on disk reads them.
  expect(Object.hasOwn(cases[0] as Case, "vars")).toBe(true);
  expect(Object.hasOwn(last, "vars")).toBe(false);
  expect(last.vars).toEqual({ text: "Größe 4999 🙂", list: [4_999] });
  memory.close();
});

it("tells mistakes as before", () => {
  const memory = createGoldenMemory();
  const broken = Buffer.from(`${lines[0]}\n{"id": \n`);
  expect(memory.parse("golden/a.jsonl", broken)).toEqual(parseGolden("golden/a.jsonl", broken));
  memory.close();
});
