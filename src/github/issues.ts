import type { RestEndpointMethodTypes } from "@octokit/rest";
import { attempt, isFailure, type Sleep } from "./attempt.ts";
import type { GitHubClient } from "./client.ts";
import type { Repository } from "./event.ts";
import type { GitHubFailure } from "./failure.ts";
import { isSameLogin, readLogin } from "./identity.ts";
import { createMarker, foldLines, readMarker } from "./marker.ts";
import { readPages } from "./pages.ts";
import { mayWrite } from "./permission.ts";

/** The label of our issues, for people: what makes one ours is its author and its marker, whoever takes the label off. */
const ownLabel = "assay: drift";

/** The label with which somebody makes tonight the reference. */
const acceptingLabel = "assay: accepted";

/** An issue of ours. */
export interface OwnIssue {
  readonly number: number;
  readonly url: string;
  readonly open: boolean;
  readonly title: string;
  /** Without the marker. */
  readonly body: string;
  /** Whether somebody set the label that accepts. */
  readonly labelled: boolean;
}

/** Issues of one kind in one repository. */
export interface Issues {
  /** All of ours, open and closed, the oldest first. */
  list(): Promise<readonly OwnIssue[] | GitHubFailure>;
  create(title: string, body: string): Promise<OwnIssue | GitHubFailure>;
  /** Nothing is written where nothing changed. */
  update(issue: OwnIssue, title: string, body: string): Promise<null | GitHubFailure>;
  comment(issue: OwnIssue, body: string): Promise<null | GitHubFailure>;
  close(issue: OwnIssue): Promise<null | GitHubFailure>;
  /** Who set the label that accepts, if that person may write; else why it does not count. */
  acceptedBy(issue: OwnIssue): Promise<{ readonly by: string } | { readonly refused: string } | GitHubFailure>;
}

type Issue = RestEndpointMethodTypes["issues"]["listForRepo"]["response"]["data"][number];

/** @param key tells our issues of one kind from those of another @param begun when the run began (ISO 8601) */
export function openIssues(
  connect: () => Promise<GitHubClient>,
  { owner, name: repo }: Repository,
  { key, begun, sleep }: { readonly key: string; readonly begun: string; readonly sleep: Sleep },
): Issues {
  const marked = (body: string): string => `${body.trimEnd()}\n\n${createMarker(key, begun)}`;
  const ask = async <T>(question: (client: GitHubClient) => Promise<T>): Promise<T | GitHubFailure> => {
    const client = await connect();
    return attempt(() => question(client), sleep);
  };
  const list = async (login: string): Promise<readonly OwnIssue[] | GitHubFailure> =>
    ask(async (client) => {
      const list = {
        owner,
        repo,
        creator: login,
        state: "all",
        sort: "created",
        direction: "asc",
        per_page: 100,
      } as const;
      const issues: readonly Issue[] = await readPages((page) => client.rest.issues.listForRepo({ ...list, page }));
      return issues.flatMap((issue) => readOwn(issue, login, key));
    });
  const write = async (number: number, change: Record<string, unknown>): Promise<null | GitHubFailure> =>
    ask(async (client) => {
      await client.rest.issues.update({ owner, repo, issue_number: number, ...change });
      return null;
    });
  return {
    async list() {
      const login = await readLogin(await connect(), sleep);
      return isFailure(login) ? login : list(login);
    },
    async create(title, body) {
      const client = await connect();
      const login = await readLogin(client, sleep);
      if (isFailure(login)) return login;
      // An answer that was lost may belong to an issue that was made: it is looked for before another one is.
      let first = true;
      return ask(async () => {
        const known = first ? [] : await list(login);
        first = false;
        const made = isFailure(known) ? undefined : known.find((issue) => issue.open && issue.body === foldLines(body));
        if (made !== undefined) return made;
        const { data } = await client.rest.issues.create({
          owner,
          repo,
          title,
          body: marked(body),
          labels: [ownLabel],
        });
        const { number, html_url: url } = data;
        return { number, url, open: true, title, body: foldLines(body), labelled: false };
      });
    },
    async update(issue, title, body) {
      if (issue.title === title && issue.body === foldLines(body)) return null;
      return write(issue.number, { title, body: marked(body) });
    },
    comment: (issue, body) =>
      ask(async (client) => {
        await client.rest.issues.createComment({ owner, repo, issue_number: issue.number, body });
        return null;
      }),
    close: (issue) => write(issue.number, { state: "closed", state_reason: "completed" }),
    async acceptedBy(issue) {
      const client = await connect();
      const list = { owner, repo, issue_number: issue.number, per_page: 100 };
      const events = await attempt(() => readPages((page) => client.rest.issues.listEvents({ ...list, page })), sleep);
      if (isFailure(events)) return events;
      const last = events.findLast((event) => "label" in event && event.label?.name === acceptingLabel);
      if (last?.event !== "labeled" || !last.actor) return { refused: "nobody is known to have set the label" };
      const by = last.actor.login;
      if (last.actor.type !== "User") return { refused: "a program cannot accept" };
      const may = await mayWrite(client, { owner, name: repo }, by, sleep);
      if (isFailure(may)) return may;
      return may ? { by } : { refused: `${by} has no write permission to the repository` };
    },
  };
}

function readOwn(issue: Issue, login: string, key: string): readonly OwnIssue[] {
  const { number, html_url: url, state, title, user, labels } = issue;
  const body = issue.body ?? "";
  if (issue.pull_request !== undefined || !isSameLogin(user?.login, login) || readMarker(body, key) === null) return [];
  const names = labels.map((label) => (typeof label === "string" ? label : (label.name ?? "")));
  const plain = foldLines(foldLines(body).split("\n").slice(0, -1).join("\n"));
  return [{ number, url, open: state === "open", title, body: plain, labelled: names.includes(acceptingLabel) }];
}
