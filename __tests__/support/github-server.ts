import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { checkAnswer, describeRequest } from "./github-description.ts";
import { type GitObjects, serveGitObjects } from "./github-git.ts";
import { createWrittenBranches, type WrittenBranches } from "./github-history.ts";
import { createStoredIssues, type StoredIssue } from "./github-issues.ts";

/** A comment as the tests look at it. */
export interface StoredComment {
  readonly id: number;
  readonly body: string;
}

/** Who wrote a comment, and whether it was edited since. */
export interface Authorship {
  /** A login; unset: whoever the token speaks as. */
  readonly by?: string;
  readonly type?: "User" | "Bot";
  readonly edited?: boolean;
}

/** A pull request as GitHub answers it now. */
export interface PullState {
  readonly state?: "open" | "closed";
  readonly draft?: boolean;
  readonly head?: { readonly sha: string; readonly ref: string; readonly repo?: string | null };
  readonly base?: { readonly sha: string; readonly ref: string };
  readonly author?: string;
}

/** A check run as it was made and updated. */
export interface StoredCheck {
  readonly id: number;
  readonly name: string;
  readonly head_sha: string;
  readonly status: string;
  readonly external_id?: string;
  readonly conclusion?: string;
  readonly app?: { readonly slug: string };
  readonly details_url?: string;
  readonly output?: {
    readonly title: string;
    readonly summary: string;
    readonly text?: string;
    readonly annotations?: readonly {
      readonly path: string;
      readonly start_line: number;
      readonly end_line: number;
      readonly annotation_level: string;
      readonly message: string;
    }[];
  };
}

/** What goes wrong with one request. */
export type Fault =
  /** The answer; with `applied`, the request takes effect all the same. */
  | {
      readonly status: number;
      readonly message?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly applied?: boolean;
    }
  /** The connection is lost: without any answer, within the body of a good one, or never while the client waits. */
  | { readonly connection: "reset" | "cut" | "hang" };

/** A request that the server got. */
export interface ReceivedRequest {
  /** As GitHub's description names it, for example `issues/list-comments`; null where it has no such operation. */
  readonly operation: string | null;
  readonly method: string;
  /** With the query, below the API's base. */
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: unknown;
}

export interface GitHubServerOptions {
  /** `owner/name`: the one repository there is. */
  readonly repository?: string;
  /** Numbers of its pull requests. */
  readonly pulls?: readonly number[];
  /** `/api/v3` on GitHub Enterprise Server. */
  readonly basePath?: string;
  /** Folder of the git repository behind it. */
  readonly directory?: string;
}

/** A GitHub on loopback, in memory, that holds every request against GitHub's published description. */
export interface GitHubServer {
  /** What GITHUB_API_URL is to be. */
  readonly url: string;
  readonly requests: readonly ReceivedRequest[];
  /** All that was asked against the description; a test expects none. */
  readonly violations: readonly string[];
  /** Pull requests whose conversation is locked. */
  readonly locked: Set<number>;
  /** GitHub's clock (ISO 8601): comments are written and labels taken off at this time. */
  now: string;
  /** Whether the token may write. */
  writable: boolean;
  /** Whether it may write check runs. */
  checksWritable: boolean;
  /** Whom the token speaks as. */
  login: string;
  /** At the end of the conversation; ids rise unless one is given. */
  addComment(pull: number, body: string, id?: number, authorship?: Authorship): StoredComment;
  comments(pull: number): readonly StoredComment[];
  /** What a pull request is now; a test that sets nothing gets the one that every test has. */
  readonly pullStates: Map<number, PullState>;
  readonly checks: StoredCheck[];
  /** Branches that were written through the API. */
  readonly branches: WrittenBranches;
  /** Issues that are no pull requests; numbers from 100. */
  readonly issues: StoredIssue[];
  /** Login to permission: admin, write, read; who is not there is no collaborator. */
  readonly permissions: Map<string, string>;
  /** Of an issue: labels set and taken off, and bases changed; times in ISO 8601. */
  readonly events: {
    readonly event: string;
    readonly by: string;
    readonly at: string;
    readonly label?: string;
    readonly type?: string;
  }[];
  /** Pushes to a branch. */
  readonly activities: { readonly ref: string; readonly after: string; readonly at: string }[];
  /** Called before a request for this operation is served: what happens meanwhile. */
  before(operation: string, happen: () => void | Promise<void>): void;
  /** The next requests for this operation go wrong, one after the other; null lets one through. */
  fail(operation: string, ...faults: readonly (Fault | null)[]): void;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Call {
  readonly values: Readonly<Record<string, number | string>>;
  readonly query: URLSearchParams;
  readonly body: { readonly body?: string } & Readonly<Record<string, unknown>>;
  /** The address asked for, without the query. */
  readonly address: string;
}

const longestBody = 65_536;

export async function startGitHubServer(options: GitHubServerOptions = {}): Promise<GitHubServer> {
  const { repository = "octo-org/prompts", pulls = [7], basePath = "" } = options;
  const threads = new Map(pulls.map((number) => [number, [] as Stored[]]));
  const checks: StoredCheck[] = [];
  const happenings = new Map<string, () => void | Promise<void>>();
  const git: GitObjects | null = options.directory === undefined ? null : serveGitObjects(options.directory);
  const branches = createWrittenBranches();
  const stored = createStoredIssues(repository, () => state.login);
  const faults = new Map<string, (Fault | null)[]>();
  const requests: ReceivedRequest[] = [];
  const violations: string[] = [];
  let lastId = 1000;

  const render = ({ id, body, by, type, edited, createdAt, updatedAt }: Stored, pull: number) => ({
    id,
    node_id: `IC_${id}`,
    url: `${state.url}/repos/${repository}/issues/comments/${id}`,
    html_url: `https://github.example/${repository}/pull/${pull}#issuecomment-${id}`,
    issue_url: `${state.url}/repos/${repository}/issues/${pull}`,
    body,
    user: describeUser(by, type),
    created_at: createdAt,
    updated_at: edited ? "2026-11-01T13:00:00Z" : updatedAt,
    author_association: "NONE",
  });

  const store = (pull: number, body: string, id = ++lastId, authorship: Authorship = {}): Stored => {
    const { by = state.login, type = by.endsWith("[bot]") ? "Bot" : "User", edited = false } = authorship;
    const comment = { id, body, by, type, edited, createdAt: state.now, updatedAt: state.now };
    threads.get(pull)?.push(comment);
    return comment;
  };

  const describePull = (number: number) => {
    const pull = state.pullStates.get(number) ?? {};
    const { head = defaultHead, base = defaultBase } = pull;
    const source = "repo" in head ? head.repo : repository;
    return {
      number,
      state: pull.state ?? "open",
      draft: pull.draft ?? false,
      locked: state.locked.has(number),
      user: describeUser(pull.author ?? "mona", "User"),
      head: { sha: head.sha, ref: head.ref, repo: source === null ? null : { full_name: source } },
      base,
    };
  };

  const describeFresh = (number: number) => ({ ...describePull(number), updated_at: new Date().toISOString() });

  const refuseWrite = (pull: number, body: string): Answer | null => {
    if (!state.writable) return problem(403, "Resource not accessible by integration");
    if (state.locked.has(pull)) return problem(403, "Unable to create comment because issue is locked.");
    if (body.length <= longestBody) return null;
    const message = `Body is too long (maximum is ${longestBody} characters)`;
    return problem(422, "Validation Failed", [
      { resource: "IssueComment", code: "unprocessable", field: "data", message },
    ]);
  };

  const operations: Readonly<Record<string, (call: Call) => Answer>> = {
    "issues/list-comments": ({ values, query, address }) => {
      const pull = Number(values["issue_number"]);
      const thread = threads.get(pull);
      if (thread === undefined) return problem(404, "Not Found");
      const page = Number(query.get("page") ?? 1);
      const size = Number(query.get("per_page") ?? 30);
      const shown = thread.slice((page - 1) * size, page * size);
      const link = linkPages(address, page, size, Math.ceil(thread.length / size));
      return { status: 200, body: shown.map((comment) => render(comment, pull)), headers: link === "" ? {} : { link } };
    },
    "issues/create-comment": ({ values, body: { body = "" } }) => {
      const pull = Number(values["issue_number"]);
      if (!threads.has(pull)) return problem(404, "Not Found");
      return refuseWrite(pull, body) ?? { status: 201, body: render(store(pull, body), pull) };
    },
    "issues/update-comment": ({ values, body: { body = "" } }) => {
      for (const [pull, thread] of threads) {
        const comment = thread.find(({ id }) => id === values["comment_id"]);
        if (comment === undefined) continue;
        const refusal = refuseWrite(pull, body);
        if (refusal !== null) return refusal;
        comment.body = body;
        comment.updatedAt = state.now;
        return { status: 200, body: render(comment, pull) };
      }
      return problem(404, "Not Found");
    },
    "issues/delete-comment": ({ values }) => {
      if (!state.writable) return problem(403, "Resource not accessible by integration");
      for (const thread of threads.values()) {
        const index = thread.findIndex(({ id }) => id === values["comment_id"]);
        if (index < 0) continue;
        thread.splice(index, 1);
        return { status: 204, body: undefined };
      }
      return problem(404, "Not Found");
    },
    "issues/list-events": ({ query, address }) => {
      const size = Number(query.get("per_page") ?? 30);
      const page = Number(query.get("page") ?? 1);
      const shown = state.events.slice((page - 1) * size, page * size);
      const link = linkPages(address, page, size, Math.ceil(state.events.length / size));
      const body = shown.map(({ event, by, at, label, type = "User" }, index) => ({
        id: index,
        event,
        actor: describeUser(by, type),
        created_at: at,
        ...(label === undefined ? {} : { label: { name: label, color: "ffffff" } }),
      }));
      return { status: 200, body, headers: link === "" ? {} : { link } };
    },
    "issues/remove-label": ({ values }) => {
      if (!state.writable) return problem(403, "Resource not accessible by integration");
      const last = state.events.findLast(({ label }) => label === values["name"]);
      if (last?.event !== "labeled") return problem(404, "Label does not exist");
      state.events.push({ event: "unlabeled", label: String(values["name"]), by: state.login, at: state.now });
      return { status: 200, body: [] };
    },
    "pulls/list": ({ query }) => {
      const wanted = query.get("head");
      if (wanted === null) return { status: 200, body: [...threads.keys()].map(describeFresh) };
      const [owner, ref] = wanted.split(":");
      const found = [...state.pullStates].filter(([, pull]) => {
        const source = pull.head?.repo === undefined ? repository : pull.head.repo;
        return (pull.state ?? "open") === "open" && pull.head?.ref === ref && source?.split("/")[0] === owner;
      });
      return { status: 200, body: found.map(([number]) => describePull(number)) };
    },
    "repos/list-activities": ({ query }) => {
      const found = state.activities.filter(({ ref }) => ref === query.get("ref")).toReversed();
      return { status: 200, body: found.map(({ ref, after, at }) => ({ ref, after, timestamp: at })) };
    },
    "repos/get-collaborator-permission-level": ({ values }) => {
      const permission = state.permissions.get(String(values["username"]));
      if (permission === undefined) return problem(404, "Not Found");
      return { status: 200, body: { permission, role_name: permission } };
    },
    "pulls/get": ({ values }) => {
      const number = Number(values["pull_number"]);
      return threads.has(number) ? { status: 200, body: describePull(number) } : problem(404, "Not Found");
    },
    "repos/get-branch": ({ values }) => git?.branch(String(values["branch"])) ?? problem(404, "Branch not found"),
    "checks/create": ({ body }) => {
      if (!state.checksWritable) return problem(403, "Resource not accessible by integration");
      const check = { ...(body as unknown as StoredCheck), app: { slug: "github-actions" }, id: 5000 + checks.length };
      checks.push(check);
      return { status: 201, body: check };
    },
    "checks/update": ({ values, body }) => {
      const index = checks.findIndex(({ id }) => id === values["check_run_id"]);
      if (index < 0) return problem(404, "Not Found");
      checks[index] = { ...(checks[index] as StoredCheck), ...(body as Partial<StoredCheck>) };
      return { status: 200, body: checks[index] };
    },
    "checks/list-for-ref": ({ values, query, address }) => {
      const found = checks.filter(
        ({ head_sha: sha, name }) => sha === values["ref"] && name === (query.get("check_name") ?? name),
      );
      const page = Number(query.get("page") ?? 1);
      const size = Number(query.get("per_page") ?? 30);
      const link = linkPages(address, page, size, Math.ceil(found.length / size));
      const shown = found.slice((page - 1) * size, page * size);
      const body = { total_count: found.length, check_runs: shown };
      return { status: 200, body, headers: link === "" ? {} : { link } };
    },
    "git/get-tree": ({ values }) => git?.tree(String(values["tree_sha"])) ?? problem(404, "Not Found"),
    "git/get-blob": ({ values }) => git?.blob(String(values["file_sha"])) ?? problem(404, "Not Found"),
    "repos/compare-commits-with-basehead": ({ values }) =>
      git?.compare(String(values["basehead"])) ?? problem(404, "Not Found"),
  };

  /** What is kept in memory beside pull requests and the repository comes first, where it knows what is asked. */
  const beside = (operation: string): ((call: Call) => Answer) | undefined => {
    const own = branches.operations[operation] ?? stored.operations[operation];
    const serve = operations[operation];
    if (own === undefined) return serve;
    return (call) => {
      if (!state.writable && /create|update/.test(operation))
        return problem(403, "Resource not accessible by integration");
      return own(call) ?? serve?.(call) ?? problem(404, "Not Found");
    };
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      violations.push(`the fake failed: ${String(error)}`);
      response.destroy();
    });
  });

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const method = request.method ?? "";
    const address = new URL(request.url ?? "", state.url);
    const violate = (what: string): void => {
      violations.push(`${method} ${request.url}: ${what}`);
    };
    const body = await readBody(request);
    const path = address.pathname.startsWith(`${basePath}/`) ? address.pathname.slice(basePath.length) : null;
    if (address.pathname === `${basePath.replace(/\/v3$/, "")}/graphql`) {
      requests.push({ operation: "graphql", method, url: "/graphql", headers: request.headers, body });
      const fault = faults.get("graphql")?.shift() ?? null;
      if (fault !== null && "connection" in fault) return void response.destroy();
      if (fault !== null && "status" in fault) return sendFault(response, fault);
      const asksLogin = /^query\s*\{\s*viewer\s*\{\s*login\s*\}\s*\}$/.test(String(Object(body).query));
      if (!asksLogin) violate("the fake answers no other query");
      return send(response, { status: 200, body: { data: { viewer: { login: state.login } } } });
    }
    const described = path === null ? null : describeRequest({ method, path, query: address.searchParams, body });
    const operation = described?.operationId ?? null;
    const url = `${path ?? address.pathname}${address.search}`;
    requests.push({ operation, method, url, headers: request.headers, body });

    if (!request.headers["user-agent"]) violate("no user-agent, which GitHub refuses");
    if (!request.headers.authorization) {
      violate("no authorization");
      return send(response, problem(401, "Requires authentication"));
    }
    if (described === null || operation === null) {
      violate("GitHub has no such operation");
      return send(response, problem(404, "Not Found"));
    }
    described.violations.forEach(violate);
    if (described.violations.length > 0) return send(response, problem(400, described.violations.join("; ")));

    const fault = faults.get(operation)?.shift() ?? null;
    if (fault !== null && "connection" in fault && fault.connection === "hang") return;
    if (fault !== null && "connection" in fault && fault.connection === "reset") return void response.destroy();
    if (fault !== null && "status" in fault && !fault.applied) return sendFault(response, fault);

    const happen = happenings.get(operation);
    happenings.delete(operation);
    await happen?.();
    const { owner, repo } = described.pathValues;
    const known = `${owner}/${repo}`.toLowerCase() === repository.toLowerCase();
    const serve = beside(operation);
    if (serve === undefined) violate(`the fake does not serve ${operation}`);
    const result =
      serve === undefined || !known
        ? problem(404, "Not Found")
        : serve({
            values: described.pathValues,
            query: address.searchParams,
            body: Object(body) as Call["body"],
            address: `${address.origin}${address.pathname}`,
          });
    if (result.status < 300 && /^issues\/.*-comments?$/.test(operation) && result.body !== undefined) {
      checkAnswer(operation, result.status, result.body).forEach(violate);
    }
    if (fault !== null && "status" in fault) return sendFault(response, fault);
    send(response, result, fault !== null);
  };

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const state: GitHubServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${basePath}`,
    requests,
    violations,
    locked: new Set(),
    now: "2026-11-01T12:00:00Z",
    writable: true,
    checksWritable: true,
    login: "github-actions[bot]",
    addComment: (...parameters) => asTold(store(...parameters)),
    comments: (pull) => (threads.get(pull) ?? []).map(asTold),
    pullStates: new Map(),
    checks,
    branches,
    issues: stored.issues,
    permissions: new Map(),
    events: [],
    activities: [],
    before: (operation, happen) => {
      happenings.set(operation, happen);
    },
    fail: (operation, ...added) => {
      faults.set(operation, [...(faults.get(operation) ?? []), ...added]);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return state;
}

interface Stored extends StoredComment {
  body: string;
  readonly by: string;
  readonly type: string;
  readonly edited: boolean;
  readonly createdAt: string;
  updatedAt: string;
}

const defaultHead = { sha: "2a".repeat(20), ref: "edit" };
const defaultBase = { sha: "0c".repeat(20), ref: "main" };

function asTold({ id, body }: StoredComment): StoredComment {
  return { id, body };
}

/** A user with all that GitHub's description asks for. */
function describeUser(login: string, type: string) {
  const url = `https://github.example/users/${encodeURIComponent(login)}`;
  const addresses = [
    "avatar_url",
    "url",
    "html_url",
    "followers_url",
    "following_url",
    "gists_url",
    "starred_url",
    "subscriptions_url",
    "organizations_url",
    "repos_url",
    "events_url",
    "received_events_url",
  ];
  return {
    login,
    type,
    id: 1,
    node_id: "U_1",
    gravatar_id: "",
    site_admin: false,
    ...Object.fromEntries(addresses.map((name) => [name, url])),
  };
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const text = Buffer.concat(await request.toArray()).toString("utf8");
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** As GitHub names the other pages: nothing where there is one page only. */
function linkPages(address: string, page: number, size: number, last: number): string {
  const links: string[] = [];
  const add = (relation: string, target: number): void => {
    links.push(`<${address}?per_page=${size}&page=${target}>; rel="${relation}"`);
  };
  if (page > 1) add("prev", page - 1);
  if (page < last) add("next", page + 1);
  if (page < last) add("last", last);
  if (page > 1) add("first", 1);
  return links.join(", ");
}

function problem(status: number, message: string, errors?: readonly unknown[]): Answer {
  const body = { message, documentation_url: "https://docs.github.com/rest", status: String(status) };
  return { status, body: errors === undefined ? body : { ...body, errors } };
}

function sendFault(response: ServerResponse, fault: Extract<Fault, { status: number }>): void {
  send(response, { ...problem(fault.status, fault.message ?? `fault ${fault.status}`), headers: fault.headers ?? {} });
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer, cut = false): void {
  if (status === 204) return void response.writeHead(204, headers).end();
  const bytes = Buffer.from(body === undefined ? "" : JSON.stringify(body));
  const fixed = { "content-type": "application/json; charset=utf-8", "content-length": bytes.length };
  response.writeHead(status, { ...fixed, ...headers });
  if (!cut) return void response.end(bytes);
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
}
