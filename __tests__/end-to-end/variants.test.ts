import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report, VariantsReport, VersionReport } from "../../src/model.ts";
import { chatCompletion, type ServedRequest } from "../support/model-server.ts";
import {
  assayFile,
  createProject,
  type Handler,
  messagesOf,
  type Project,
  type ProjectOptions,
  promptFile,
  promptPath,
  readJson,
  runCli,
  unwrap,
} from "./support.ts";

interface Asked {
  readonly model: string;
  readonly temperature?: number;
  readonly case: number;
}

/** A server with several models: each is right below a number of its own, or as the prompt tells. */
function models(asked: Asked[] = []): Handler {
  return (request: ServedRequest) => {
    const { model, temperature } = request.body as unknown as Asked;
    const number = Number(/\d+$/.exec(messagesOf(request).at(-1)?.content ?? "")?.[0]);
    asked.push({ model, ...(temperature === undefined ? {} : { temperature }), case: number });
    if (model === "gone") {
      return { status: 404, body: { error: { message: "no such model", code: "model_not_found" } } };
    }
    const told = Number(/below (\d+)/.exec(messagesOf(request)[0]?.content ?? "")?.[1]);
    const limit = model === "weak" ? 20 : told;
    const tokens = { answers: 100, weak: 10, small: 40, large: 400 }[model] ?? 100;
    const usage = { prompt_tokens: tokens, completion_tokens: 1, total_tokens: tokens + 1 };
    return { body: chatCompletion(number < limit ? `answer ${number}` : `wrong ${number}`, { body: { usage } }) };
  };
}

async function project(asked: Asked[] = [], options: ProjectOptions = {}): Promise<Project> {
  return createProject({ handler: models(asked), ...options });
}

interface Tried {
  readonly exitCode: number | null;
  readonly report: Report;
  readonly variants: VariantsReport;
  readonly version: (name: string) => VersionReport;
  readonly calls: number;
  readonly output: string;
}

async function compare({ directory, server }: Project, ...args: readonly string[]): Promise<Tried> {
  const before = server.calls;
  const { exitCode, output, errors } = await runCli(directory, ["compare", "--json", "out/report.json", ...args]);
  if (exitCode === 2) throw new Error(errors);
  const report = await readJson<Report>(directory, "out", "report.json");
  const variants = report.variants?.[0] as VariantsReport;
  const version = (name: string): VersionReport =>
    variants.versions.find((each) => each.name === name) as VersionReport;
  return { exitCode, report, variants, version, calls: server.calls - before, output };
}

describe.concurrent("--models", () => {
  it("tries the models on a prompt that did not change, against one baseline, and fails nothing", async () => {
    const asked: Asked[] = [];
    const { directory, server, repository } = await project(asked);
    const { exitCode, report, variants, version, calls, output } = await compare(
      { directory, server, repository },
      ...[
        "--models",
        "local/weak, local/small,local/large",
        "--markdown",
        "out/comment.md",
        "--chart",
        "out/versions.svg",
      ],
    );
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({ verdict: "unchanged", passed: true, prompts: [] });
    // 40 cases: each model once, and the baseline once for all of them.
    expect(calls).toBe(4 * 40);
    expect(asked.filter(({ model }) => model === "answers")).toHaveLength(40);
    expect(report.calls).toMatchObject({ planned: 160, made: 160, cached: 0, saved: 0 });

    expect(variants.versions.map(({ name, role, model, verdict }) => [name, role, model, verdict])).toEqual([
      ["baseline", "baseline", "local/answers", null],
      ["local/weak", "variant", "local/weak", "regression"],
      ["local/small", "variant", "local/small", "no-regression"],
      ["local/large", "variant", "local/large", "no-regression"],
    ]);
    const [quality] = version("local/weak").quality;
    expect(quality).toMatchObject({ metric: "equals", value: 0.5, pairs: 40 });
    expect(quality?.difference).toBeCloseTo(-0.5);
    expect(version("local/small").details).toMatchObject({
      name: "answers · local/small",
      change: { kind: "changed", parts: ["model"] },
    });
    // Three gating comparisons, corrected together: none of them is the gate's.
    expect(report.gate.gatingComparisons).toBe(0);
    const [weak] = version("local/weak").details?.comparisons ?? [];
    expect(weak?.adjustedPValue).toBeCloseTo(3 * (weak?.pValue ?? 0));

    expect(unwrap(output)).toContain("Compared: 3 variants of answers with the baseline.");
    expect(output).toContain("Versions of answers, for choosing: they fail nothing");
    const comment = await readFile(join(directory, "out", "comment.md"), "utf8");
    const picture = await readFile(join(directory, "out", "versions.svg"), "utf8");
    expect(picture.match(/<circle/g)).toHaveLength(4);
    expect(comment).toContain("| `local/small` | `local/small` | 100 % (");
  });

  it("the baseline's answers stand once in the samples file, the variants' by their names", async () => {
    const { directory, server, repository } = await project();
    await compare({ directory, server, repository }, "--models", "local/weak,local/small");
    const text = await readFile(join(directory, "out", "report.samples.jsonl"), "utf8");
    const lines = text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { arm: string; variant?: string });
    const count = (arm: string, variant?: string) =>
      lines.filter((line) => line.arm === arm && line.variant === variant).length;
    expect([count("baseline"), count("candidate", "local/weak"), count("candidate", "local/small")]).toEqual([
      40, 40, 40,
    ]);
    expect(lines).toHaveLength(120);
  });

  it("stands beside a change: the change alone decides, by its own comparisons alone", async () => {
    const tried = await project();
    await tried.repository.write({ [promptPath]: promptFile(40).replace("Be right", "Do be right") });
    const { exitCode, report, variants, calls } = await compare(tried, "--models", "local/weak,local/gone");
    expect(exitCode).toBe(0);
    expect(report.verdict).toBe("no-regression");
    expect(report.prompts.map(({ name }) => name)).toEqual(["answers"]);
    expect(report.gate.gatingComparisons).toBe(1);
    expect(variants.versions.map(({ name, verdict }) => [name, verdict])).toEqual([
      ["baseline", null],
      ["candidate", "no-regression"],
      ["local/weak", "regression"],
      ["local/gone", "error"],
    ]);
    // One call was enough to learn that the model is not there.
    expect(calls).toBe(3 * 40 + 1);
  });

  it("and a change that regresses fails, whatever the variants do", async () => {
    const tried = await project();
    await tried.repository.write({ [promptPath]: promptFile(20) });
    const { exitCode, report } = await compare(tried, "--models", "local/small");
    expect(exitCode).toBe(1);
    expect(report.verdict).toBe("regression");
  });

  it("looks stop early: each answer of the baseline is still asked for once", async () => {
    const asked: Asked[] = [];
    const tried = await project(asked, { cases: 100, config: { gate: { margin: 0.1, stopEarly: true } } });
    const { report, version } = await compare(tried, "--models", "local/weak,local/small");
    const ofBaseline = asked.filter(({ model }) => model === "answers").map((each) => each.case);
    expect(new Set(ofBaseline).size).toBe(ofBaseline.length);
    expect(version("local/weak").details?.stopped).not.toBeNull();
    expect(report.calls.made).toBeLessThan(300);
    expect(report.calls.saved).toBe(300 - report.calls.made);
  });

  it("none of them to be had: not judged, and not a regression", async () => {
    const { exitCode, report, output } = await compare(await project(), "--models", "local/gone");
    expect(exitCode).toBe(3);
    expect(report.verdict).toBe("error");
    expect(output).toMatch(/^Could not judge/);
  });

  it("what is asked for already is not asked for again", async () => {
    const { report, calls } = await compare(await project(), "--models", "local/answers,local/small");
    expect(calls).toBe(80);
    expect(report.warnings.join("\n")).toContain('"local/answers" as another version does');
  });

  it("a second run gives the verdict again, or answers from the store", async () => {
    const tried = await project();
    await compare(tried, "--models", "local/small");
    expect((await compare(tried, "--models", "local/small")).calls).toBe(0);
    const third = await compare(tried, "--models", "local/small,local/large");
    expect(third.calls).toBe(40);
    expect(third.report.calls.cached).toBe(80);
  });

  it("a prompt that is new is tried against itself", async () => {
    const tried = await project();
    await tried.repository.write({ "prompts/fresh.prompt.yml": promptFile(40) });
    await tried.repository.write({
      "golden/fresh.jsonl": await readFile(join(tried.directory, "golden/answers.jsonl"), "utf8"),
    });
    const { variants } = await compare(tried, "--models", "local/weak");
    expect(variants).toMatchObject({ prompt: "fresh" });
    expect(variants.versions.map(({ name, model, verdict }) => [name, model, verdict])).toEqual([
      ["baseline", "local/answers", null],
      ["local/weak", "local/weak", "regression"],
    ]);
  });
});

describe.concurrent("variants in assay.yml", () => {
  const config = {
    variants: {
      cool: { parameters: { temperature: 0.1 } },
      plain: { parameters: { temperature: null } },
      weak: { model: "local/weak" },
    },
  };
  const files = { [promptPath]: promptFile(40, { modelParameters: { temperature: 0.7 } }) };

  it("are run of every prompt that changed; nothing is run where none did", async () => {
    const asked: Asked[] = [];
    const tried = await project(asked, { config, files });
    const { server, directory } = tried;
    const unchanged = await runCli(directory, ["compare"]);
    expect(unchanged.output).toContain("Nothing to compare");
    expect(server.calls).toBe(0);
    await tried.repository.write({ [promptPath]: `${files[promptPath]}description: Edited.\n` });
    expect((await runCli(directory, ["compare"])).output).toContain("Nothing to compare");
    await tried.repository.write({
      [promptPath]: promptFile(40, { modelParameters: { temperature: 0.7 } }).replace("Be right", "Do be right"),
    });
    const { variants, calls } = await compare(tried);
    expect(calls).toBe(5 * 40);
    expect(variants.versions.map(({ name }) => name)).toEqual(["baseline", "candidate", "cool", "plain", "weak"]);
    const temperatures = new Set(asked.map(({ model, temperature }) => `${model} ${temperature}`));
    expect([...temperatures].sort()).toEqual(["answers 0.1", "answers 0.7", "answers undefined", "weak 0.7"]);
  });

  it("--prompt runs them of a prompt that did not change, and of no other", async () => {
    const other = {
      "prompts/other.prompt.yml": promptFile(30),
      "golden/other.jsonl": '{"id":"a","n":1,"expected":"answer 1"}\n',
    };
    const tried = await project([], { config, files: { ...files, ...other } });
    await tried.repository.write({ "prompts/other.prompt.yml": promptFile(31) });
    const { report, variants } = await compare(tried, "--prompt", "answers");
    expect(report.prompts).toEqual([]);
    expect(variants).toMatchObject({ prompt: "answers", versions: [{}, {}, {}, {}] });
    expect(report.variants).toHaveLength(1);
  });

  it("bad input is told before the first call", async () => {
    const tried = await project();
    const fails = async (...args: readonly string[]) => {
      const { exitCode, errors } = await runCli(tried.directory, ["compare", ...args]);
      expect(exitCode).toBe(2);
      return unwrap(errors);
    };
    expect(await fails("--models", "lokal/small")).toContain('--models: no provider for the publisher "lokal"');
    expect(await fails("--models", "local/small,")).toContain("Give names with commas between them");
    expect(await fails("--prompt", "answer", "--models", "local/small")).toContain('Did you mean "answers"?');
    await tried.repository.write({
      "assay.yml": assayFile(tried.server.url, { variants: { x: { model: "opnai/x" } } }),
    });
    await tried.repository.write({ [promptPath]: promptFile(40).replace("Be right", "Do be right") });
    expect(await fails()).toMatch(/assay\.yml:\d+:\d+: no provider for the publisher "opnai"/);
    expect(tried.server.calls).toBe(0);
  });
});
