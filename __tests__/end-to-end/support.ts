import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterAll } from "vitest";
import { parse, stringify } from "yaml";
import { type ModelServer, type ServedAnswer, type ServedRequest, startModelServer } from "../support/model-server.ts";
import { createFolder, createRepository, gitEnvironment, type TestRepository } from "../support/repository.ts";

/** The project's own folder: what is committed there under dist/ is what these tests start. */
export const projectRoot = resolve(import.meta.dirname, "..", "..");

type Environment = Readonly<Record<string, string | undefined>>;

/** How a process ended, and all that it wrote. */
export interface Finished {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Starts a script of dist/ as its users do: a process of its own, with nothing of this one's environment. */
function runScript(
  script: string,
  args: readonly string[],
  { directory, environment }: { readonly directory: string; readonly environment: Environment },
): Promise<Finished> {
  return new Promise((finish, fail) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: directory,
      env: { ...gitEnvironment, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const written = { output: "", errors: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      written.output += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      written.errors += text;
    });
    child.on("error", fail);
    child.on("close", (exitCode) => finish({ exitCode, ...written }));
  });
}

/** `prompt-assay ARGS` in this folder. */
export function runCli(
  directory: string,
  args: readonly string[],
  environment: Environment = {},
  script = join(projectRoot, "dist", "cli.js"),
): Promise<Finished> {
  return runScript(script, args, { directory, environment });
}

/** A text for people on one line: where it is wrapped is no business of these tests. */
export function unwrap(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}

// ── A project and its model ─────────────────────────────────────────────────

const servers: { close(): Promise<void> }[] = [];
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
});

/** Something that the file's tests close when they are done. */
export function closeLater<T extends { close(): Promise<void> }>(server: T): T {
  servers.push(server);
  return server;
}

export type Handler = (request: ServedRequest) => ServedAnswer;

/** The messages of a request, as the server received them. */
export function messagesOf({ body }: ServedRequest): readonly { readonly role: string; readonly content: string }[] {
  return (body as unknown as { readonly messages: { role: string; content: string }[] }).messages;
}

/** A model that does as it is told: right on the cases below the number that its instructions name. */
export const answerAsTold: Handler = (request) => {
  const text = messagesOf(request).map(({ content }) => content);
  const limit = Number(/below (\d+)/.exec(text.join("\n"))?.[1]);
  const number = Number(/\d+$/.exec(text.at(-1) ?? "")?.[0]);
  return { text: number < limit ? `answer ${number}` : `wrong ${number}` };
};

/** A prompt file that is right on so many cases; parts of it can be replaced or added. */
export function promptFile(rightBelow: number, changes: Readonly<Record<string, unknown>> = {}): string {
  return stringify({
    model: "local/answers",
    messages: [
      { role: "system", content: `Be right below ${rightBelow}.` },
      { role: "user", content: "Case {{n}}" },
    ],
    ...changes,
  });
}

/** A golden set of numbered cases. */
export function goldenFile(cases: number): string {
  const lines = Array.from({ length: cases }, (_, n) =>
    JSON.stringify({ id: `case-${n}`, vars: { n }, expected: `answer ${n}` }),
  );
  return `${lines.join("\n")}\n`;
}

/** assay.yml with the model on this server; parts of it can be replaced or added. */
export function assayFile(url: string, changes: Readonly<Record<string, unknown>> = {}): string {
  return stringify({
    providers: { local: { baseUrl: url, keyEnv: null } },
    scorers: [{ equals: { value: "{{expected}}" } }],
    run: { trials: 1 },
    ...changes,
    // With 40 cases a loss of 10 points can be ruled out, one of 5 cannot. Calls are counted, so none is saved.
    gate: { stopEarly: false, ...((changes["gate"] as object | undefined) ?? { margin: 0.1 }) },
  });
}

export const promptPath = "prompts/answers.prompt.yml";
export const goldenPath = "golden/answers.jsonl";

export interface Project {
  readonly repository: TestRepository;
  readonly directory: string;
  readonly server: ModelServer;
}

/** Files of a project's first commit; null leaves one of the customary files out. */
export type ProjectFiles = Readonly<Record<string, string | null>>;

export interface ProjectOptions {
  readonly cases?: number;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly handler?: Handler;
  readonly files?: ProjectFiles | ((url: string) => ProjectFiles);
}

/** A repository with a prompt that is right on all of its 40 cases, committed, and the server that answers it. */
export async function createProject(options: ProjectOptions = {}): Promise<Project> {
  const { cases = 40, config = {}, handler = answerAsTold, files = {} } = options;
  const server = closeLater(await startModelServer(handler));
  const all: ProjectFiles = {
    "assay.yml": assayFile(server.url, config),
    [promptPath]: promptFile(cases),
    [goldenPath]: goldenFile(cases),
    ...(typeof files === "function" ? files(server.url) : files),
  };
  const written = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
  const repository = await createRepository(Object.fromEntries(written));
  return { repository, directory: repository.directory, server };
}

/** The JSON of a file in this folder. */
export async function readJson<T>(...path: readonly string[]): Promise<T> {
  return JSON.parse(await readFile(join(...path), "utf8")) as T;
}

// ── The Action ──────────────────────────────────────────────────────────────

/** What the runner knows of the workflow's run. */
export interface Workflow {
  readonly workspace: string;
  /** Of the step, as under `with:`. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event: { readonly name: string; readonly payload: unknown };
  readonly apiUrl: string;
  readonly environment?: Environment;
}

/** What a step left behind. */
export interface Step extends Finished {
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Starts dist/action.js as the runner does: inputs with their defaults from action.yml, files for what it hands on. */
export async function runAction({ workspace, inputs = {}, event, apiUrl, environment = {} }: Workflow): Promise<Step> {
  const temporary = await createFolder();
  const [eventPath, outputPath, summaryPath] = ["event.json", "output", "summary"].map((name) => join(temporary, name));
  await writeFile(eventPath ?? "", JSON.stringify(event.payload));
  await writeFile(outputPath ?? "", "");
  await writeFile(summaryPath ?? "", "");
  const finished = await runScript(join(projectRoot, "dist", "action.js"), [], {
    directory: workspace,
    environment: {
      ...(await inputVariables(inputs)),
      GITHUB_ACTIONS: "true",
      GITHUB_API_URL: apiUrl,
      GITHUB_EVENT_NAME: event.name,
      GITHUB_EVENT_PATH: eventPath,
      GITHUB_OUTPUT: outputPath,
      GITHUB_REPOSITORY: "octo-org/prompts",
      GITHUB_STEP_SUMMARY: summaryPath,
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: temporary,
      ...environment,
    },
  });
  return {
    ...finished,
    outputs: readOutputs(await readFile(outputPath ?? "", "utf8")),
    summary: await readFile(summaryPath ?? "", "utf8"),
  };
}

async function inputVariables(inputs: Readonly<Record<string, string>>): Promise<Environment> {
  const action = parse(await readFile(join(projectRoot, "action.yml"), "utf8")) as {
    readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  };
  const unknown = Object.keys(inputs).filter((name) => !Object.hasOwn(action.inputs, name));
  if (unknown.length > 0) throw new Error(`action.yml declares no input ${unknown.join(", ")}`);
  return Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => {
      const byDefault = (input.default ?? "").replace(/^\$\{\{ github\.token \}\}$/, "token-of-the-job");
      return [`INPUT_${name.toUpperCase()}`, inputs[name] ?? byDefault];
    }),
  );
}

/** `name<<delimiter`, the lines of the value, `delimiter`. */
function readOutputs(text: string): Readonly<Record<string, string>> {
  const pattern = /^(?<name>[^<\n]+)<<(?<delimiter>.+)\n(?<value>[\s\S]*?)\n?^\k<delimiter>$/gm;
  return Object.fromEntries([...text.matchAll(pattern)].map(({ groups }) => [groups?.["name"], groups?.["value"]]));
}
