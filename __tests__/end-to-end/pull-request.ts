import { type GitHubServer, startGitHubServer } from "../support/github-server.ts";
import type { TestRepository } from "../support/repository.ts";
import {
  closeLater,
  createProject,
  type ProjectOptions,
  promptFile,
  promptPath,
  runAction,
  type Step,
} from "./support.ts";

export interface PullRequest {
  readonly repository: TestRepository;
  readonly github: GitHubServer;
  /** Commits to the head, and checks it out. */
  push(files: Readonly<Record<string, string>>): Promise<void>;
  /** Runs the Action's step on the pull request as it stands. */
  run(changes?: Changes): Promise<Step>;
  /** Runs it for another event in the same repository. */
  runEvent(name: string, payload: unknown, changes?: Omit<Changes, "pull" | "source">): Promise<Step>;
  /** The commit at the tip of a branch. */
  tip(branch: string): Promise<string>;
}

export interface Changes {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** Where the head comes from. */
  readonly source?: string;
  readonly workspace?: string;
  readonly apiUrl?: string;
  /** Of the event's pull request. */
  readonly pull?: Readonly<Record<string, unknown>>;
}

/** A pull request whose edit is right on 20 of 40 cases, and the GitHub that it is on. */
export async function openPullRequest(
  edit: Readonly<Record<string, string>> = { [promptPath]: promptFile(20) },
  options: ProjectOptions = {},
): Promise<PullRequest & { readonly url: string; readonly calls: () => number }> {
  const { repository, server } = await createProject(options);
  const github = closeLater(await startGitHubServer({ directory: repository.directory }));
  await repository.branch("edit");
  const push = async (files: Readonly<Record<string, string>>): Promise<void> => {
    await repository.write(files);
    await repository.commit();
  };
  await push(edit);
  const tip = async (branch: string): Promise<string> => (await repository.git("rev-parse", branch)).trim();
  const run = async ({
    source = "octo-org/prompts",
    workspace,
    apiUrl,
    pull,
    ...step
  }: Changes = {}): Promise<Step> => {
    const [base, head] = await Promise.all([tip("main"), tip("edit")]);
    github.pullStates.set(7, {
      base: { sha: base, ref: "main" },
      head: { sha: head, ref: "edit", repo: source },
    });
    const pullRequest = {
      number: 7,
      state: "open",
      draft: false,
      base: { sha: base, ref: "main" },
      head: { sha: head, ref: "edit", repo: { full_name: source } },
      user: { login: "mona" },
      ...pull,
    };
    const event = { name: "pull_request", payload: { pull_request: pullRequest } };
    return runAction({ workspace: workspace ?? repository.directory, apiUrl: apiUrl ?? github.url, event, ...step });
  };
  const runEvent: PullRequest["runEvent"] = async (name, payload, { workspace, apiUrl, ...step } = {}) => {
    const [base, head] = await Promise.all([tip("main"), tip("edit")]);
    if (!github.pullStates.has(7)) {
      github.pullStates.set(7, { base: { sha: base, ref: "main" }, head: { sha: head, ref: "edit" } });
    }
    return runAction({
      workspace: workspace ?? repository.directory,
      apiUrl: apiUrl ?? github.url,
      event: { name, payload },
      ...step,
    });
  };
  return { repository, github, push, run, runEvent, tip, url: server.url, calls: () => server.calls };
}

/** A push of a commit to a branch. */
export function pushOf(branch: string, sha: string) {
  return { ref: `refs/heads/${branch}`, after: sha, repository: { default_branch: "main" } };
}

/** The step's error: one line. */
export function errorsOf(step: Step): readonly string[] {
  return step.output.split("\n").filter((line) => line.startsWith("::error"));
}
