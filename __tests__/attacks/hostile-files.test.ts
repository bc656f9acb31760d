import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { UserError } from "../../src/errors.ts";
import { check } from "../../src/pipeline/check.ts";
import { problemText } from "../../src/pipeline/warnings.ts";
import { goldenFile, goldenPath, promptFile, promptPath } from "../end-to-end/support.ts";
import { createRepository, gitEnvironment, type TestRepository } from "../support/repository.ts";
import { openAttack, readable, timeout } from "./support.ts";

const megabyte = 1024 * 1024;
const config = (changes: object): string => stringify({ scorers: [{ equals: { value: "{{expected}}" } }], ...changes });
const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
const bomb = `a: &a [x, x]\n${Array.from({ length: 30 }, (_, n) => {
  const [name, before] = [
    String.fromCharCode(98 + (n % 24)) + n,
    n === 0 ? "a" : String.fromCharCode(97 + (n % 24)) + (n - 1),
  ];
  return `${name}: &${name} [*${before}, *${before}]`;
}).join("\n")}\n`;

type Files = Readonly<Record<string, string>>;

type HostileFile = readonly [
  what: string,
  files: Files,
  told: RegExp,
  prepare?: (repository: TestRepository) => Promise<void>,
];

/** Each is one mistake, or one file that is left out, and says so. */
const files: readonly HostileFile[] = [
  ["a symbolic link", {}, /symbolic links are not followed/, (r) => r.link("prompts/l.prompt.yml", "/etc/passwd")],
  [
    "a link as assay.yml",
    { "assay.yml": "" },
    /link/,
    async (repository) => {
      await repository.remove("assay.yml");
      await repository.link("assay.yml", "/etc/passwd");
    },
  ],
  [
    "a pointer of Git LFS",
    { [promptPath]: "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n" },
    /Git LFS pointer/,
  ],
  [
    "a golden set elsewhere",
    { "assay.yml": config({ golden: "../../../etc/passwd" }) },
    /no golden set: .*does not exist|not in|outside/i,
  ],
  [
    "a schema elsewhere",
    { "assay.yml": config({ scorers: [{ "json-schema": { schema: "../../etc/hosts" } }] }) },
    /not in|outside|path/i,
  ],
  [
    "a partial elsewhere",
    { [promptPath]: promptFile(1, { partials: { a: "../../../etc/passwd" } }) },
    /repository|\.\./,
  ],
  [
    "a case's file elsewhere",
    { [goldenPath]: '{"vars": {"n": {"image": "../../../etc/a.png"}}, "expected": "a"}\n' },
    /not inside the repository/,
  ],
  ["a line of 11 MB", { [goldenPath]: `{"vars": {"n": "${"x".repeat(11 * megabyte)}"}}\n` }, /longer than 10 MB/],
  ["a prompt of 11 MB", { [promptPath]: `model: ${"x".repeat(11 * megabyte)}\n` }, /large|MB|MiB|KiB/],
  ["an alias bomb in assay.yml", { "assay.yml": bomb }, /alias|unknown key/i],
  ["an alias bomb in a prompt", { [promptPath]: bomb }, /alias|unknown key/i],
  ["deep nesting in assay.yml", { "assay.yml": `scorers: ${nested(5_000)}\n` }, /nest/i],
  [
    "deep nesting in a prompt",
    { [promptPath]: promptFile(1).replace("model:", `tools: ${nested(5_000)}\nmodel:`) },
    /nest/i,
  ],
  ["deep nesting in a case", { [goldenPath]: `{"vars": {"n": ${nested(200_000)}}, "expected": "a"}\n` }, /nest|JSON/i],
  ["a regex bomb", { "assay.yml": config({ scorers: [{ regex: { pattern: "((a{100}){100}){100}" } }] }) }, /repeat/],
  [
    "a schema bomb",
    {
      "assay.yml": config({ scorers: [{ "json-schema": { schema: "bomb.json" } }] }),
      "bomb.json": `${'{"not":'.repeat(5_000)}{}${"}".repeat(5_000)}`,
    },
    /deep|nest|large/i,
  ],
  ["a pattern to redact that is a bomb", { "assay.yml": config({ redact: ["((a{100}){100}){100}"] }) }, /redact/],
];

const schema = (content: unknown): Files => ({
  "assay.yml": config({ scorers: [{ "json-schema": { schema: "bomb.json" } }] }),
  "bomb.json": JSON.stringify(content),
});
const doubled = (depth: number): unknown =>
  depth === 0 ? { type: "string" } : { anyOf: [doubled(depth - 1), doubled(depth - 1)] };
const patterns = Array.from({ length: 400 }, (_, n) => [`(a{1000}b{1000}){${n}}`, true]);

/** What is refused before anything is compiled: no run of the Action gets further with it than `check`. */
const refused: readonly HostileFile[] = [
  ["a schema of branches that double", schema(doubled(10)), /more than 500 schemas/],
  ["a schema of many parts", schema({ anyOf: Array.from({ length: 600 }, (_, n) => ({ const: n })) }), /more than 500/],
  ["a schema of huge patterns", schema({ patternProperties: Object.fromEntries(patterns) }), /pattern/],
  ["a schema that is kept elsewhere", schema({ $ref: "https://evil.example/s.json" }), /no pointer into this schema/],
  ["a schema of 300 KB", schema({ enum: ["x".repeat(300_000)] }), /256 KiB/],
  ["a pattern that looks back", { "assay.yml": config({ scorers: [{ regex: { pattern: "(a)\\1" } }] }) }, /RE2/],
  [
    "a submodule",
    {},
    /submodules are not followed/,
    async (repository) => {
      const head = (await repository.git("rev-parse", "HEAD")).trim();
      await repository.git("update-index", "--add", "--cacheinfo", `160000,${head},prompts/sub.prompt.yml`);
      await mkdir(join(repository.directory, "prompts", "sub.prompt.yml"));
      await repository.git("commit", "--quiet", "--message=sub");
    },
  ],
  ["a name with control characters", { "prompts/a\u001b[31m\n::error::.prompt.yml": "messages: 3\n" }, /messages/],
];

const named = files.map((file) => [file[0], file] as const);
const examined = [...named, ...refused.map((file) => [file[0], file] as const)];

/** Everything that a check finds, and how long it took in milliseconds. */
async function examine({ directory }: TestRepository): Promise<{ readonly told: string; readonly took: number }> {
  const begun = performance.now();
  const found = await check({ directory, environment: gitEnvironment, head: "HEAD" }).catch((error: unknown) => {
    if (error instanceof UserError) return { problems: error.problems, warnings: [] };
    throw error;
  });
  const took = performance.now() - begun;
  return { told: [...found.problems.map(problemText), ...found.warnings].join("\n"), took };
}

/** The quickest of three: what else the machine does meanwhile is no file's doing either. */
async function examineAgain(repository: TestRepository, enough: number): ReturnType<typeof examine> {
  let best = await examine(repository);
  for (let round = 1; round < 3 && best.took >= enough; round++) {
    const again = await examine(repository);
    if (again.took < best.took) best = again;
  }
  return best;
}

/**
 * Files of a head that are made to hurt whoever reads them.
 * Lines of defence, each with a limit of its own: src/changes/tree.ts (links, submodules, LFS), src/source/yaml.ts
 * (aliases, nesting), src/source/json.ts (`isPlainData`), src/golden/json-row.ts, src/source/repository-path.ts (paths),
 * src/score/linear-regex.ts, src/score/schema/limits.ts. Aliases, repeats in patterns and the number of schemas are held by
 * more than one limit, so that no single line of theirs is named below.
 *
 * @defence src/changes/tree.ts
 * - if (bytes !== null && lfsPointer.equals(bytes.subarray(0, lfsPointer.length))) {
 * + if (bytes === null) {
 * @defence src/config/config.ts
 * - if (kinds.get(name) === "link") throw new UserError({ ...messages.isLink(), place: { path: name } });
 * + if (kinds.get(name) === undefined) throw new UserError({ ...messages.isLink(), place: { path: name } });
 * @defence src/pipeline/project/load-project.ts
 * - if (entry.kind !== "file") {
 * + if (entry.path === "") {
 * @defence src/golden/json-row.ts
 * - if (text.length > longestRow) return { problem: tooLong(place) };
 * + if (text.length === -1) return { problem: tooLong(place) };
 * @defence src/source/yaml.ts
 * - if (parser.stack.length > depthLimit + 2) {
 * + if (parser.stack.length > 1e9) {
 * @defence src/score/schema/compile-schema.ts
 * - if (excess === "depth") return [{ pointer: "", message: "nested deeper than 64 levels" }];
 * + if (excess === "none") return [{ pointer: "", message: "nested deeper than 64 levels" }];
 * @defence src/pipeline/project/case-files.ts
 * - if (written === "" || posix.isAbsolute(written) || written.includes("\\") || path.split("/")[0] === "..") {
 * + if (written === "") {
 */
describe("a hostile file", () => {
  const base = { "assay.yml": config({}), [promptPath]: promptFile(1), [goldenPath]: goldenFile(2) };

  it.each(examined)("%s is a mistake within 200 ms", async (_what, [, hostile, words, prepare]) => {
    const clean = await createRepository(base);
    // What git takes to start, and the first use to load, is no file's doing.
    await examine(clean);
    const usual = await examine(clean);
    expect(usual.told).not.toMatch(words);
    const repository = await createRepository({ ...base, ...hostile });
    await repository.commit();
    await prepare?.(repository);
    await repository.commit();
    const { told, took } = await examineAgain(repository, usual.took + 200);
    expect(told).toMatch(words);
    expect(told).not.toMatch(/root:|localhost/);
    expect(took - usual.took).toBeLessThan(200);
  });

  it("whose name has control characters forms no line of its own", { timeout }, async () => {
    const attack = await openAttack({ "prompts/\u001b[31mred\n::error::x.prompt.yml": promptFile(2) });
    const step = await attack.approved();
    expect(step.output).not.toContain("\u001b");
    expect(step.output).not.toMatch(/^::error::x/m);
    expect(step.summary).not.toContain("\u001b");
    expect(step.output).not.toContain("this is a bug");
  });

  it("that is a submodule or a link is left out, and the rest is judged", { timeout }, async () => {
    const attack = await openAttack({});
    const { repository, tip } = attack;
    await repository.link("prompts/link.prompt.yml", "/etc/passwd");
    await attack.push({ [promptPath]: promptFile(2) });
    await repository.git("update-index", "--add", "--cacheinfo", `160000,${await tip("main")},prompts/sub.prompt.yml`);
    await repository.git("commit", "--quiet", "--message=sub");
    const step = await attack.approved();
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
    expect(readable(step)).toContain("symbolic links are not followed");
    expect(readable(step)).toContain("submodules are not followed");
    expect(step.output + step.summary).not.toContain("root:");
  });

  it.each(named)("%s crashes no run of the Action", { timeout }, async (_what, [, hostile, , prepare]) => {
    const attack = await openAttack(hostile);
    await prepare?.(attack.repository);
    await attack.push({ "README.md": "x" });
    const step = await attack.approved();
    expect(step.exitCode).not.toBe(null);
    expect(step.output).not.toContain("this is a bug");
    expect(step.output + step.summary).not.toMatch(/root:|localhost/);
  });
});
