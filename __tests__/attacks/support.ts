import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { openPullRequest, type PullRequest } from "../end-to-end/pull-request.ts";
import {
  answerAsTold,
  assayFile,
  closeLater,
  type Handler,
  type ProjectFiles,
  promptFile,
  promptPath,
  type Step,
} from "../end-to-end/support.ts";
import { type ModelServer, startModelServer } from "../support/model-server.ts";

/** What must never leave: the key in the job's environment, the token of the job, another secret beside them. */
export const keyCanary = "sk-canary-key-0123456789";
export const secretCanary = "canary-of-another-secret";
const tokenCanary = "token-of-the-job";

/** Each test starts the Action several times. */
export const timeout = 240_000;

/** A pull request by a stranger from a fork, and the servers that see what is asked. */
export interface Attack extends PullRequest {
  /** The repository's own model. */
  readonly url: string;
  readonly calls: () => number;
  /** Keys that came with the requests to it. */
  readonly keys: ReadonlySet<string>;
  /** Where the attacker waits. */
  readonly evil: ModelServer;
  /** `pull_request_target`: what is checked out is the base branch. */
  target(action?: string, event?: Readonly<Record<string, unknown>>, inputs?: Inputs): Promise<Step>;
  /** `issue_comment` by lin, who may write, and nothing but the comment is different. */
  command(body: string, event?: CommentChanges): Promise<Step>;
  /** `workflow_run`, after a run of the fork's own. */
  ended(run?: Readonly<Record<string, unknown>>, inputs?: Inputs): Promise<Step>;
  /** `pull_request`: without key. */
  unprivileged(): Promise<Step>;
  /** Sets the label as this person, a minute after what was told last. */
  label(by: string, changes?: Readonly<Record<string, unknown>>): void;
  /** Makes the head what a maintainer approved, and judges it. */
  approved(): Promise<Step>;
}

type Inputs = Readonly<Record<string, string>>;

interface CommentChanges {
  readonly by?: string;
  readonly type?: string;
  readonly action?: string;
  readonly at?: string;
}

export interface AttackOptions {
  /** Further keys of the base's assay.yml. */
  readonly config?: Readonly<Record<string, unknown>>;
  readonly handler?: Handler;
  readonly files?: ProjectFiles;
}

type Edit =
  | Readonly<Record<string, string>>
  | ((servers: { readonly url: string; readonly evil: string }) => Readonly<Record<string, string>>);

/** A prompt that is right on 2 of the 12 cases, where the base's is on all. */
export const worse = { [promptPath]: promptFile(2) };

/** assay.yml of the base: its model takes a key, and forks are judged once they are approved. */
export function baseFile(url: string, changes: Readonly<Record<string, unknown>> = {}): string {
  const providers = { local: { baseUrl: url, keyEnv: "MODEL_KEY" } };
  return assayFile(url, { providers, forks: { maxCost: 1 }, ...changes });
}

export async function openAttack(edit: Edit = worse, options: AttackOptions = {}): Promise<Attack> {
  const { config = {}, handler = answerAsTold, files = {} } = options;
  const keys = new Set<string>();
  const evil = closeLater(await startModelServer(() => ({ text: "answer 1" })));
  const pull = await openPullRequest(
    {},
    {
      cases: 12,
      handler: (request) => {
        keys.add(String(request.headers.authorization));
        return handler(request);
      },
      files: (url) => ({ "assay.yml": baseFile(url, config), ...files }),
    },
  );
  await pull.push(typeof edit === "function" ? edit({ url: pull.url, evil: evil.url }) : edit);
  const { github, repository, tip } = pull;
  github.permissions.set("lin", "write");
  const source = "stranger/prompts";
  const place = async (): Promise<{ readonly base: object; readonly head: { readonly sha: string } }> => {
    const [base, head] = await Promise.all([tip("main"), tip("edit")]);
    const state = {
      base: { sha: base, ref: "main", ...github.pullStates.get(7)?.base },
      head: { sha: head, ref: "edit", repo: source },
      author: "stranger",
    };
    github.pullStates.set(7, state);
    return state;
  };
  const environment = { MODEL_KEY: keyCanary, OTHER_SECRET: secretCanary };
  const run = async (
    name: string,
    payload: Readonly<Record<string, unknown>>,
    inputs: Inputs = {},
    workspace = "",
  ): Promise<Step> => {
    const at = workspace || (await repository.clone("--depth=1", "--branch=main")).directory;
    const body = { ...payload, repository: { default_branch: "main" } };
    const step = await pull.runEvent(name, body, { workspace: at, inputs, environment });
    expectNothingLost(step, attack);
    return step;
  };
  const attack: Attack = {
    ...pull,
    evil,
    keys,
    async target(action = "synchronize", event = {}, inputs = {}) {
      const { base, head } = await place();
      const pull_request = {
        number: 7,
        state: "open",
        draft: false,
        base,
        head: { ...head, repo: { full_name: source } },
        user: { login: "stranger" },
      };
      return run("pull_request_target", { action, pull_request, ...event }, inputs);
    },
    async command(body, { by = "lin", type = "User", action = "created", at = github.now } = {}) {
      await place();
      const comment = { body, user: { login: by, type }, created_at: at };
      return run("issue_comment", { action, issue: { number: 7, pull_request: {} }, comment });
    },
    async ended(changes = {}, inputs = {}) {
      const { head } = await place();
      const workflow_run = {
        event: "pull_request",
        head_sha: head.sha,
        head_branch: "edit",
        head_repository: { full_name: source },
        ...changes,
      };
      return run("workflow_run", { action: "completed", workflow_run }, inputs);
    },
    async unprivileged() {
      const step = await pull.run({ source, environment: { OTHER_SECRET: secretCanary } });
      expectNothingLost(step, attack);
      return step;
    },
    label(by, changes = {}) {
      const at = new Date(Date.parse(github.now) + 60_000).toISOString().replace(".000", "");
      github.events.push({ event: "labeled", label: "assay: run", by, at, ...changes });
    },
    async approved() {
      return attack.command(`/assay run ${await tip("edit")}`);
    },
  };
  return attack;
}

/** Nobody was asked but the repository's own model, and no secret stands in anything that a stranger can read. */
function expectNothingLost(step: Step, { evil, github, keys }: Attack): void {
  expect(evil.calls).toBe(0);
  expect([...keys].filter((key) => key !== `Bearer ${keyCanary}`)).toEqual([]);
  const told = [step.output, step.errors, step.summary, JSON.stringify(step.outputs), JSON.stringify(github.checks)];
  const read = [...told, ...github.comments(7).map(({ body }) => body)].join("\n");
  for (const canary of [keyCanary, secretCanary, tokenCanary]) expect(read).not.toContain(canary);
  expect(github.violations).toEqual([]);
}

/** Edits every line of one folder of the store. */
export async function editStore(directory: string, folder: string, edit: (text: string) => string): Promise<void> {
  const at = join(directory, ".assay", folder);
  for (const name of await readdir(at)) {
    const text = await readFile(join(at, name), "utf8");
    expect(edit(text)).not.toBe(text);
    await writeFile(join(at, name), edit(text));
  }
}

/** The step ended without a verdict and without a call. */
export function expectNoCall(step: Step, { calls }: Attack): void {
  expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: "skipped", passed: "", calls: "0" } });
  expect(calls()).toBe(0);
}

/** All that people can read of a step, without the marks of Markdown. */
export function readable(step: Step): string {
  return step.summary.replaceAll(/[`\\]/g, "");
}
