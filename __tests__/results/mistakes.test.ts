import { describe, expect, it } from "vitest";
import { formatPlace } from "../../src/errors.ts";
import { lineAt, scanJson } from "../../src/results/scan-json.ts";
import { folderWith, lines, read } from "./support.ts";

const good = '{"id": "a", "scores": {"x": 1}}\n';

/** What is wrong, the file, and what is told of it. */
const files: readonly (readonly [what: string, content: string | Uint8Array, told: readonly string[]])[] = [
  ["nothing in it", "", ["f: the file holds no results"]],
  ["blank lines only", "\n \n", ["f: the file holds no results"]],
  ["a line that ends too early", `${good}{"id": "b", "scores": {"x": 1}\n`, ["f:2: not valid JSON"]],
  ["a first line that ends too early", `{"id": "b", "scores": {"x": 1\n${good}`, ["f:1: not valid JSON"]],
  ["no JSON at all", `id,x\n${good}`, ["f:1: not valid JSON"]],
  ["every mistake", `x\n${good}y\n`, ["f:1: not valid JSON", "f:3: not valid JSON"]],
  ["NaN", '{"id": "a", "scores": {"x": NaN}}\n', ["f:1: not valid JSON"]],
  ["Infinity", `${good}{"id": "b", "scores": {"x": -Infinity}}\n`, ["f:2: not valid JSON"]],
  ["a number too large", `${good}{"id": "b", "scores": {"x": 1e999}}\n`, ['f:2: the score of "x" is not finite']],
  ["a list", `${good}[1]\n`, ["f:2: the row is no object"]],
  ["no id", `${good}{"scores": {"x": 1}}\n`, ["f:2: the row has no id"]],
  ["an empty id", '{"id": "", "scores": {"x": 1}}\n', ["f:1: the row has no id"]],
  ["a score in words", '{"id": "a", "scores": {"x": "good"}}\n', ['f:1: the score of "x" is no number']],
  ["scores in a list", '{"id": "a", "scores": [1]}\n', ["f:1: scores is no map from metrics to numbers"]],
  ["a trial below 0", '{"id": "a", "trial": -1, "pass": true}\n', ["f:1: trial is no whole number from 0 on"]],
  ["tags in one word", '{"id": "a", "tags": "x", "pass": true}\n', ["f:1: tags is no list of words"]],
  ["a weight below 0", '{"id": "a", "weight": -1, "pass": true}\n', ["f:1: weight is no number from 0 on"]],
  [
    "a doubled trial",
    `${good}{"id": "b", "pass": true}\n{"id": "a", "trial": 0, "scores": {"x": 0}}\n`,
    ['f:3: the case "a" has a second row for trial 0, which line 1 has already'],
  ],
  ["bytes that are no text", Buffer.from([...Buffer.from(good), 0x7b, 0xff, 0xfe, 0x0a]), ["f:2: not UTF-8 text"]],
  ["an archive", "PK\u0003\u0004....", ["f: the file is an archive"]],
  ["JSON of something else", '{\n  "name": "x"\n}', ["f: no results of a known format"]],
  ["a broken document", '{\n  "evalId": "x",\n  "results": }', ['f:3: not valid JSON: unexpected "}"']],
  ["a document that ends too early", '{\n  "evalId": "x",\n', ["f:3: not valid JSON: it ends too early"]],
  ["NaN in a document", '{\n"results": [{"success": true, "vars": {},\n"score": NaN}]}', ["f:3: NaN is no JSON"]],
  ["a log without samples", '{"version": 2, "status": "success", "eval": {}}', ["f: the log has no samples"]],
  ["XML that is no report", "<html></html>", ["f: the XML is no JUnit report"]],
  ["XML that is not closed", "<testsuite>\n<testcase name='a'>", ["f:2: not valid XML: testcase is not closed"]],
  ["XML closed twice", "<testsuite>\n</testsuite>\n</b>", ["f:3: not valid XML: b is closed, but not open"]],
  [
    "entities of its own",
    '<!DOCTYPE a [<!ENTITY b "bbbb">]>\n<testsuite><testcase name="&b;"/></testsuite>',
    ["f:1: a document type is not read"],
  ],
  ["XML without end", `<testsuites>${"<a>".repeat(200)}`, ["f:1: more than 100 elements within each other"]],
];

describe("a results file with", () => {
  it.each(files)("%s", async (_, content, told) => {
    const folder = await folderWith({ f: content });
    const { problems } = read("f", folder);
    const shown = problems.map(({ message, place }) => `${place === undefined ? "" : formatPlace(place)}: ${message}`);
    expect(shown.map((each, index) => each.slice(0, told[index]?.length ?? 0))).toEqual(told);
  });

  it("no such file", () => {
    const [problem] = read("absent.jsonl").problems;
    expect(problem).toMatchObject({ message: "there is no such file", place: { path: "absent.jsonl" } });
  });

  it("a folder in its place", () => {
    expect(read("results", "fixtures").problems[0]?.message).toBe("it cannot be read: EISDIR");
  });

  it("more mistakes than anyone reads: twenty, and how many more", async () => {
    const folder = await folderWith({ f: "x\n".repeat(50) });
    const { problems } = read("f", folder);
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)?.message).toBe("and 30 more");
  });

  it("a metric of its own in every row", async () => {
    const rows = Array.from({ length: 300 }, (_, index) => ({ id: index, scores: { [`m${index}`]: 1 } }));
    const { problems } = read("f", await folderWith({ f: lines(rows) }));
    expect(problems.map(({ message }) => message)).toEqual(["more than 100 metrics"]);
  });

  it("names that belong to every object are names like others", async () => {
    const row = '{"id": "__proto__", "scores": {"constructor": 1, "__proto__": 0}}\n';
    const { told, problems } = read("f", await folderWith({ f: row }));
    expect(problems).toEqual([]);
    expect(told["constructor"]).toEqual(Object.fromEntries([["__proto__", [1]]]));
  });
});

describe("lines of any length and number", () => {
  it("are read across the pieces in which a file is read", async () => {
    // Rows of some 700 kB, so that each piece of a megabyte ends within one.
    const rows = Array.from({ length: 6 }, (_, index) => ({ id: index, output: "ä".repeat(350_000), pass: index > 2 }));
    const { told, problems } = read("f", await folderWith({ f: lines(rows) }));
    expect(problems).toEqual([]);
    expect(Object.values(told["pass"] ?? {}).flat()).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it("keep their numbers", async () => {
    const rows = Array.from({ length: 40_000 }, (_, index) => ({
      id: `case-${index}`,
      pass: true,
      note: "some words",
    }));
    const { problems } = read("f", await folderWith({ f: `${lines(rows)}oops\n` }));
    expect(problems[0]?.place).toEqual({ path: "f", line: 40_001 });
  });
});

describe("the place of a mistake in JSON", () => {
  const document = '{"a": [1, -2.5e3, "x\\"\\u00e4"], "b": {"c": null, "d": [true, false]}, "e": {}, "f": []}';

  it("is found wherever a character is taken out or put in", () => {
    for (let at = 0; at < document.length; at++) {
      for (const broken of [
        `${document.slice(0, at)}${document.slice(at + 1)}`,
        `${document.slice(0, at)}§${document.slice(at)}`,
      ]) {
        const { mistake } = scanJson(broken);
        expect([broken, mistake === null]).toEqual([broken, parses(broken)]);
      }
    }
  });

  it("is none where NaN is all that is wrong", () => {
    const text = '{"a": NaN,\n"NaN": [NaN]}';
    const { mistake, notNumbers } = scanJson(text);
    expect(mistake).toBeNull();
    expect(notNumbers.map((position) => lineAt(text, position))).toEqual([1, 2]);
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
