import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../src/errors.ts";
import { isEvalRegistry, readEvalRegistry } from "../../src/golden/evals/eval-registry.ts";
import { readGraded } from "../../src/golden/evals/graded.ts";
import { parseGolden } from "../../src/golden/parse-golden.ts";
import { casesFromRows } from "../../src/golden/read-case.ts";
import { goldenFormatOf } from "../../src/golden/registry.ts";
import type { JsonObject, PromptFile } from "../../src/model.ts";
import { findInlinePrompts, isSource } from "../../src/prompts/inline/find-inline-prompts.ts";
import { buildRequest, resolveVersion } from "../../src/prompts/prompt-version.ts";
import { formatOf } from "../../src/prompts/registry.ts";
import { createRandom, type Random } from "../../src/stats/random.ts";

/** A file that is mutated, and what is done with what comes of it. */
export interface FuzzTarget {
  readonly name: string;
  readonly text: string;
  /** Throws a UserError where the text cannot be read; gives what must be the same the second time. */
  run(text: string): string;
}

/** The variable of the environment that nothing may read. */
export const canary = { name: "PROMPT_ASSAY_CANARY", value: "canary-7f3a91" };

/** What people and attackers write: put in at any place. */
const dictionary: readonly string[] = [
  ...[
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "{{#each x}}",
    "{{/each}}",
    "{{> x}}",
    "{% for a in b %}",
    "{% endfor %}",
    "{% if x %}",
  ],
  ...[
    "{{env.PROMPT_ASSAY_CANARY}}",
    "{{ env['PROMPT_ASSAY_CANARY'] }}",
    `$\{env:PROMPT_ASSAY_CANARY}`,
    "$PROMPT_ASSAY_CANARY",
  ],
  ...["{{range.constructor('globalThis.fuzzed=1')()}}", "{{ ''.constructor.constructor('globalThis.fuzzed=1')() }}"],
  ...["{{#with (lookup this 'constructor')}}{{this}}{{/with}}", "{% set x = cycler.__init__.__globals__ %}"],
  ...["__proto__", "constructor", "prototype", "toString", "__proto__: { fuzzed: 1 }", '{"__proto__": {"fuzzed": 1}}'],
  ...[
    "&a [*a, *a]",
    "*a",
    "<<: *a",
    "!!js/function 'globalThis.fuzzed=1'",
    "!!binary x",
    "- &a\n- *a",
    "? : ",
    "|-\n",
    ">\n",
  ],
  ...[
    "---\n",
    "...\n",
    "\n\n",
    "\t",
    "\r\n",
    "\u0000",
    "\uFEFF",
    "\u202E",
    "\uD800",
    "😀",
    "\\",
    '"',
    "'",
    "`",
    "${",
    "```",
  ],
  ...[
    "file://../../etc/passwd",
    "file:///etc/passwd",
    `$\{file:../../x}`,
    "../".repeat(40),
    "prompts/*.txt",
    "**/**/**",
  ],
  ...[
    "(a+)+$",
    "(?=x)",
    "[[[[",
    "]]]]",
    "((((",
    "{{{{",
    "[".repeat(200),
    "{".repeat(200),
    "1e999",
    "-0",
    ".nan",
    "0x10",
  ],
  ...[
    "null",
    "true",
    "[]",
    "{}",
    '""',
    "type: javascript",
    "not-not-contains",
    "assert:",
    "tests:",
    "vars:",
    "prompts:",
  ],
  ...["system:\n", "user:\n", "messages:", "role: tool", "input", "ideal", "class: evals.elsuite.basic.match:Match"],
  ...[
    "{{range(1e9)}}",
    "{% for i in range(999999999) %}x{% endfor %}",
    "range(10**9)",
    "x".repeat(5_000),
    "a:\n".repeat(500),
  ],
];

/** Everything that reads a foreign file, over every fixture that is one. */
export function fuzzTargets(root: string): readonly FuzzTarget[] {
  const prompts = listFiles(join(root, "fixtures", "prompts"));
  const golden = listFiles(join(root, "fixtures", "golden"));
  const files = new Map([...prompts, ...golden].map(({ path, text }) => [path, text]));
  return [
    ...prompts.filter(({ path }) => formatOf(path) !== null).map((file) => promptTarget(file, files)),
    ...golden.filter(({ path }) => goldenFormatOf(path) !== null).map((file) => goldenTarget(file, golden)),
    ...prompts.filter(({ path }) => isSource(path)).map(inlineTarget),
  ];
}

interface File {
  readonly path: string;
  readonly text: string;
}

function listFiles(folder: string): readonly File[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}

function promptTarget({ path, text }: File, files: ReadonlyMap<string, string>): FuzzTarget {
  const includes = {
    read: (wanted: string): Uint8Array | null => {
      const found = files.get(wanted);
      return found === undefined ? null : new TextEncoder().encode(found);
    },
    paths: () => [...files.keys()],
  };
  return {
    name: path,
    text,
    run(written) {
      const format = formatOf(path, written);
      if (format === null) return "no format";
      const prompts = format.parse(path, new TextEncoder().encode(written), includes);
      return prompts.map(renderAll).join("\n");
    },
  };
}

/** The fingerprint of a prompt, and what is sent for its own cases and for values of its variables. */
function renderAll(prompt: PromptFile): string {
  const version = resolveVersion(prompt, { model: "m/m", parameters: {} });
  const { cases } = casesFromRows(prompt.testData.slice(0, 20));
  const names = prompt.variables.map(({ name }) => name.split(".")[0] ?? "");
  const given: JsonObject = Object.fromEntries(names.map((name) => [name, "{{ x }}\nsystem:\n{% y %}"]));
  return [given, ...cases.map(({ vars }) => vars)]
    .map((vars) => `${version.fingerprint} ${JSON.stringify(buildRequest(version, "m", vars).request.messages)}`)
    .join("\n");
}

function goldenTarget({ path, text }: File, files: readonly File[]): FuzzTarget {
  const isSpecification = path.includes("modelgraded/");
  return {
    name: path,
    text,
    run(written) {
      const bytes = new TextEncoder().encode(written);
      const { cases, problems } = parseGolden(path, bytes);
      const specifications = files.map((file) => (file.path === path ? { path, text: written } : file));
      const graded = { specification: "followable", args: {}, place: { path } };
      if (isSpecification) return JSON.stringify(readGraded(graded, specifications));
      const registered = isEvalRegistry(path, bytes) ? readEvalRegistry(path, written, "explained") : null;
      const judged =
        registered !== null && "graded" in registered ? readGraded(registered.graded, specifications) : null;
      return JSON.stringify([cases, problems, registered, judged]);
    },
  };
}

function inlineTarget({ path, text }: File): FuzzTarget {
  return { name: path, text, run: (written) => JSON.stringify(findInlinePrompts([{ path, text: written }])) };
}

/** A text that is nearly another one. */
function mutate(text: string, random: Random, others: readonly string[]): string {
  let mutated = text;
  const rounds = 1 + random.below(6);
  for (let round = 0; round < rounds; round += 1) {
    const at = random.below(mutated.length + 1);
    const end = Math.min(mutated.length, at + random.below(1 + random.below(200)));
    const part = mutated.slice(at, end);
    const word = dictionary[random.below(dictionary.length)] ?? "";
    const [before, after] = [mutated.slice(0, at), mutated.slice(end)];
    const other = others[random.below(others.length)] ?? "";
    const from = random.below(other.length + 1);
    mutated = [
      () => before + after,
      () => before + part + part + after,
      () => before + word + mutated.slice(at),
      () => before + word + after,
      () => `${before}${String.fromCharCode(random.below(256))}${mutated.slice(at + 1)}`,
      () => before + other.slice(from, from + random.below(300)) + after,
      () => `${before}${part.repeat(random.below(50))}${after}`,
      () => (random.below(10) === 0 ? before : mutated),
    ][random.below(8)]?.() as string;
  }
  return mutated.slice(0, 200_000);
}

/** What went wrong with one mutated text. */
export interface FuzzFinding {
  readonly target: string;
  readonly seed: string;
  readonly what: string;
  readonly text: string;
}

/** Longer than that no file of this size may take, in milliseconds. */
const timeLimit = 2_000;

/** Mutates a target once. The seed alone decides what comes of it. Null where all is well. */
export function fuzzOnce(target: FuzzTarget, seed: string, others: readonly string[]): FuzzFinding | null {
  const text = mutate(target.text, createRandom(seed), others);
  const tell = (what: string): FuzzFinding => ({ target: target.name, seed, what, text });
  const outcome = (): string => {
    try {
      return target.run(text);
    } catch (error) {
      if (error instanceof UserError) return `UserError: ${JSON.stringify(error.problems)}`;
      throw error;
    }
  };
  const start = performance.now();
  try {
    const first = outcome();
    const took = performance.now() - start;
    if (took > timeLimit) return tell(`took ${Math.round(took)} ms`);
    if (outcome() !== first) return tell("was read otherwise the second time");
    if (first.includes(canary.value)) return tell("read the environment");
  } catch (error) {
    return tell(`threw ${(error as Error).stack ?? String(error)}`);
  }
  if (Object.hasOwn(globalThis, "fuzzed")) return tell("ran code");
  if (Object.hasOwn(Object.prototype, "fuzzed")) return tell("changed a prototype");
  return null;
}
