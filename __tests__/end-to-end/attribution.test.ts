import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Attribution, Report } from "../../src/model.ts";
import type { ServedRequest } from "../support/model-server.ts";
import {
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
  readonly text: string;
  readonly case: number;
}

/** `weak` is right on the first 20 cases only; told so, each model is wrong on case 3, too. `strict` takes no temperature. */
function models(asked: Asked[] = []): Handler {
  return (request: ServedRequest) => {
    const { model, temperature } = request.body as unknown as { readonly model: string; readonly temperature?: number };
    const [system, user] = messagesOf(request);
    const text = system?.content ?? "";
    const number = Number(/\d+$/.exec(user?.content ?? "")?.[0]);
    asked.push({ model, text, case: number });
    if (model === "strict" && temperature !== undefined) {
      const message = "Unsupported parameter: 'temperature' is not supported with this model.";
      return { status: 400, body: { error: { message, param: "temperature", code: "unsupported_parameter" } } };
    }
    const right = (model === "answers" || number < 20) && !(text.includes("Slip") && number === 3);
    return { text: right ? `answer ${number}` : `wrong ${number}` };
  };
}

const modelAndText = promptFile(40, {
  model: "local/weak",
  messages: [
    { role: "system", content: "Slip." },
    { role: "user", content: "Case {{n}}" },
  ],
});

async function changed(candidate: string, asked: Asked[] = [], options: ProjectOptions = {}): Promise<Project> {
  const project = await createProject({ handler: models(asked), ...options });
  await project.repository.write({ [promptPath]: candidate });
  return project;
}

async function compare({ directory }: Project, ...args: readonly string[]) {
  const finished = await runCli(directory, ["compare", "--attribute", "--json", "out/report.json", ...args]);
  if (finished.exitCode === 2) return { ...finished, report: null, attribution: undefined };
  const report = await readJson<Report>(directory, "out", "report.json");
  return { ...finished, report, attribution: report.prompts[0]?.attribution };
}

function shareOf(attribution: Attribution | undefined, part: string): number | undefined {
  return attribution?.metrics[0]?.shares.find(({ parts }) => parts.join() === part)?.difference;
}

describe.concurrent("compare --attribute", () => {
  it("runs both mixes over all cases and tells that the model did it", async () => {
    const asked: Asked[] = [];
    const price = { input: 1, output: 4 };
    const config = { prices: { "local/answers": price, "local/weak": price } };
    const project = await changed(modelAndText, asked, { config });
    const { exitCode, report, attribution, output } = await compare(project, "--markdown", "out/comment.md");
    expect(exitCode).toBe(1);
    // What mixes cost is the prompt's, and no scorer asked for anything.
    expect(report?.cost).toBeGreaterThan(0);
    expect(report?.prompts[0]).toMatchObject({ cost: report?.cost, scorersCost: 0 });
    expect(output).not.toContain("for what scorers asked");
    expect(report?.prompts[0]?.change.parts).toEqual(["text", "model"]);
    expect(attribution).toMatchObject({ groups: [["text"], ["model"]], mixes: 2, cases: 40, of: 40, notes: [] });
    // Old text with the new model: 20 of 40; new text with the old model: 39 of 40; both new: 19 of 40.
    expect(attribution?.metrics[0]?.difference).toBeCloseTo(-21 / 40, 12);
    expect(shareOf(attribution, "model")).toBeCloseTo(-20 / 40, 12);
    expect(shareOf(attribution, "text")).toBeCloseTo(-1 / 40, 12);
    expect(attribution?.metrics[0]?.shares[0]?.interval?.[1]).toBeLessThan(-0.3);
    expect(asked).toHaveLength(4 * 40);
    for (const model of ["answers", "weak"]) {
      for (const slips of [true, false]) {
        const own = asked.filter((each) => each.model === model && each.text.includes("Slip") === slips);
        expect(new Set(own.map((each) => each.case)).size).toBe(40);
      }
    }
    expect(report?.calls).toMatchObject({ planned: 160, made: 160, saved: 0 });
    expect(unwrap(output)).toContain("Of −52.5 points in equals the model accounts for −50 points (");
    expect(unwrap(output)).toContain("and the text for −2.5 points (");
    const comment = await readFile(join(project.directory, "out", "comment.md"), "utf8");
    expect(comment).toContain("the model accounts for −50 points");
    const samples = await readFile(join(project.directory, "out", "report.samples.jsonl"), "utf8");
    const lines = samples
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { variant?: string });
    expect(lines.filter(({ variant }) => variant === "mix: new model")).toHaveLength(40);
    expect(lines.filter(({ variant }) => variant === undefined)).toHaveLength(80);
  });

  it("takes cases that an early stop has spared, of both versions, too", async () => {
    const asked: Asked[] = [];
    const config = { gate: { margin: 0.1, stopEarly: true } };
    const project = await changed(modelAndText, asked, { cases: 200, config });
    const { report, attribution } = await compare(project);
    expect(report?.prompts[0]?.stopped?.cases).toBeLessThan(200);
    expect(attribution).toMatchObject({ cases: 200, of: 200 });
    expect(attribution?.metrics[0]?.difference).toBeCloseTo(-181 / 200, 12);
    expect(asked).toHaveLength(4 * 200);
  });

  it("asks for nothing more where nothing regressed, and where one part changed", async () => {
    const asked: Asked[] = [];
    const same = await changed(promptFile(40, { model: "local/answers", modelParameters: { seed: 1 } }), asked);
    expect(await compare(same)).toMatchObject({ exitCode: 0, attribution: undefined });
    const one = await changed(promptFile(40, { model: "local/weak" }), asked);
    expect(await compare(one)).toMatchObject({ exitCode: 1, attribution: undefined });
    expect(asked).toHaveLength(4 * 40);
  });

  it("stops where the budget ends, and says how many cases, drawn at random, it rests on", async () => {
    const asked: Asked[] = [];
    const project = await changed(modelAndText, asked, { config: { run: { trials: 1, maxCalls: 120 } } });
    const { exitCode, report, attribution, output } = await compare(project);
    expect(exitCode).toBe(1);
    expect(asked).toHaveLength(120);
    expect(attribution?.cases).toBeGreaterThanOrEqual(18);
    expect(attribution?.cases).toBeLessThanOrEqual(20);
    expect(unwrap(output)).toContain(`over ${attribution?.cases} of 40 cases, drawn at random`);
    expect(report?.prompts[0]).toMatchObject({ verdict: "regression" });
    // Not the cases that moved, and not the first ones.
    const mixed = new Set(
      asked.filter(({ model, text }) => model === "weak" && !text.includes("Slip")).map((each) => each.case),
    );
    const shares = [[...mixed].filter((number) => number < 20).length, mixed.size];
    expect(shares[0]).toBeGreaterThan(0);
    expect(shares[0]).toBeLessThan(shares[1] ?? 0);
  });

  it("does not begin where a verdict has used the budget up, and keeps the verdict", async () => {
    const project = await changed(modelAndText, [], { config: { run: { trials: 1, maxCalls: 80 } } });
    const { exitCode, attribution } = await compare(project);
    expect(exitCode).toBe(1);
    expect(attribution?.metrics).toEqual([]);
    expect(attribution?.notes.join()).toMatch(/too few|maxCalls is used up/);
  });

  it("tells parts together of which one alone is refused", async () => {
    const before = promptFile(40, { modelParameters: { temperature: 0 } });
    const after = promptFile(40, {
      model: "local/strict",
      messages: [
        { role: "system", content: "Slip." },
        { role: "user", content: "Case {{n}}" },
      ],
    });
    const project = await changed(after, [], { files: { [promptPath]: before } });
    const { attribution, output } = await compare(project);
    expect(attribution?.groups).toEqual([["text"], ["model", "parameters"]]);
    expect(attribution?.mixes).toBe(2);
    expect(shareOf(attribution, "model,parameters")).toBeCloseTo(-20 / 40, 12);
    expect(unwrap(output)).toContain("Some parts are told together, because a mixed version was refused:");
  });

  it("tells an included text apart where it can be, and together with the text that needs it where not", async () => {
    const prompt = (model: string, system: string, partials: object) =>
      promptFile(40, {
        model: `local/${model}`,
        partials,
        messages: [
          { role: "system", content: system },
          { role: "user", content: "Case {{n}}" },
        ],
      });
    const tone = { tone: "_tone.md" };
    const files = { "prompts/_tone.md": "Be kind.\n", [promptPath]: prompt("answers", "{{> tone}}", tone) };
    const apart = await createProject({ handler: models(), files });
    const after = { "prompts/_tone.md": "Slip.\n", [promptPath]: prompt("weak", "{{> tone}} Please.", tone) };
    await apart.repository.write(after);
    const told = await compare(apart);
    expect(told.attribution).toMatchObject({ groups: [["text"], ["model"], ["included"]], mixes: 6, notes: [] });
    expect(shareOf(told.attribution, "model")).toBeCloseTo(-20 / 40, 12);
    expect(shareOf(told.attribution, "included")).toBeCloseTo(-1 / 40, 12);
    expect(shareOf(told.attribution, "text")).toBeCloseTo(0, 12);

    const without = { ...files, [promptPath]: prompt("answers", "Be kind.", {}) };
    const together = await createProject({ handler: models(), files: without });
    await together.repository.write(after);
    const joined = await compare(together);
    expect(joined.attribution?.groups).toEqual([["text", "included"], ["model"]]);
    expect(shareOf(joined.attribution, "text,included")).toBeCloseTo(-1 / 40, 12);
    expect(unwrap(joined.output)).toContain("because a mixed version cannot be run:");
  });

  it("answers again from the store without a call", async () => {
    const asked: Asked[] = [];
    const project = await changed(modelAndText, asked);
    await runCli(project.directory, ["compare"]);
    expect(asked).toHaveLength(80);
    const first = await compare(project);
    const calls = asked.length;
    const second = await compare(project);
    expect(asked).toHaveLength(calls);
    expect(second.attribution).toEqual(first.attribution);
    expect(second.output).toContain("the model accounts for −50 points");
  });

  it("counts for what a run may cost without being asked", async () => {
    const prices = { "local/answers": { input: 1000, output: 1000 }, "local/weak": { input: 1000, output: 1000 } };
    const run = (confirmAbove: number) => ({ config: { prices, run: { trials: 1, confirmAbove } } });
    const project = await changed(modelAndText, [], run(100_000));
    const { report, errors } = await compare(project);
    expect(report?.verdict).toBe("regression");
    expect(errors).toContain("answers, should it regress, to tell which part did it: 80 calls");
    const [, own, total] = [...errors.matchAll(/at most \$([\d,.]+)$/gm)].map(([, cost]) =>
      Number(cost?.replaceAll(",", "")),
    );
    expect(total).toBeGreaterThan(own ?? 0);
    const careful = await changed(modelAndText, [], run(Math.floor((total ?? 0) * 0.75)));
    expect(await runCli(careful.directory, ["compare"])).toMatchObject({ exitCode: 1 });
    expect(await compare(careful)).toMatchObject({ exitCode: 2 });
  });

  it("refuses a shard and a batch", async () => {
    const project = await changed(modelAndText);
    const { exitCode, errors } = await compare(project, "--shard", "1/2", "--batch");
    expect(exitCode).toBe(2);
    expect(errors).toContain("--attribute does not go with --shard");
    expect(errors).toContain("--attribute does not go with --batch");
  });
});
