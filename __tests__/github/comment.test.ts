import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { UserError } from "../../src/errors.ts";
import { createClient } from "../../src/github/client.ts";
import { type CommentOutcome, publishComment } from "../../src/github/comment.ts";
import { createMarker } from "../../src/github/marker.ts";
import { type Fault, type GitHubServer, startGitHubServer } from "../support/github-server.ts";

const pull = 7;
const begun = "2026-11-01T12:00:00.000Z";
const marker = `<!-- prompt-assay:default ${begun} -->`;
const body = "**regression**: `summarise` got worse";

let server: GitHubServer;
let slept: number[];

beforeEach(async () => {
  server = await startGitHubServer({ pulls: [pull, 8] });
  slept = [];
});

afterEach(async () => {
  await server.close();
  expect(server.violations).toEqual([]);
});

interface Changes {
  key?: string;
  body?: string | null;
  bodyOfUpdate?: string;
  begun?: string;
  judged?: { head: string; baseRef: string };
  repo?: string;
  number?: number;
}

async function publish(request: Changes = {}) {
  const client = await createClient({
    token: "secret",
    apiUrl: server.url,
    userAgent: "prompt-assay/0",
    timeoutMs: 2000,
  });
  return publishComment(
    client,
    {
      owner: "octo-org",
      repo: request.repo ?? "prompts",
      issueNumber: request.number ?? pull,
      key: request.key ?? "default",
      begun: request.begun ?? begun,
      judged: request.judged ?? null,
      body: request.body === undefined ? body : request.body,
      ...(request.bodyOfUpdate === undefined ? {} : { bodyOfUpdate: request.bodyOfUpdate }),
    },
    async (milliseconds) => {
      slept.push(milliseconds);
    },
  );
}

const addChatter = (count: number): void => {
  for (let index = 0; index < count; index++) server.addComment(pull, `comment ${index}`);
};
const ours = () => server.comments(pull).filter((comment) => comment.body.includes(marker));
const writes = () =>
  server.requests
    .filter(({ method, operation }) => method !== "GET" && operation !== "graphql")
    .map(({ operation }) => operation);
const reasonOf = (outcome: CommentOutcome) => (outcome.status === "failed" ? outcome.reason : outcome.status);

describe("one comment", () => {
  test("is created, with the marker as its last line", async () => {
    const outcome = await publish();
    expect(server.comments(pull)).toEqual([{ id: 1001, body: `${body}\n\n${marker}` }]);
    expect(outcome).toEqual({ status: "created", url: expect.stringContaining("/pull/7#issuecomment-1001") });
    expect(server.comments(8)).toEqual([]);
  });

  test("is updated in place", async () => {
    await publish({ body: "before" });
    addChatter(3);
    const outcome = await publish();
    expect(outcome).toEqual({ status: "updated", url: expect.stringContaining("#issuecomment-1001") });
    expect(ours()).toEqual([{ id: 1001, body: `${body}\n\n${marker}` }]);
    expect(server.comments(pull)).toHaveLength(4);
  });

  test("is left alone when nothing changed, whatever line ends GitHub gives back", async () => {
    server.addComment(pull, `a\r\nb\r\n\r\n${marker}\r\n`);
    const outcome = await publish({ body: "a\nb\n" });
    expect(outcome).toEqual({ status: "unchanged", url: expect.stringContaining("#issuecomment-1001") });
    expect(writes()).toEqual([]);
  });

  test.each([0, 99, 100, 199, 249])("is found behind %i others among 250", async (before) => {
    addChatter(before);
    const { id } = server.addComment(pull, `old\n\n${marker}`);
    addChatter(249 - before);
    expect(reasonOf(await publish())).toBe("updated");
    expect(ours()).toEqual([{ id, body: `${body}\n\n${marker}` }]);
    expect(server.requests.filter(({ operation }) => operation === "issues/list-comments")).toHaveLength(3);
  });

  test.each([100, 250])("is created behind %i others, once", async (count) => {
    addChatter(count);
    expect(reasonOf(await publish())).toBe("created");
    expect(reasonOf(await publish())).toBe("unchanged");
    expect(ours()).toHaveLength(1);
  });

  test("of two, left by a race, the lowest id stays and the other goes", async () => {
    const first = server.addComment(pull, `one\n\n${marker}`);
    addChatter(120);
    server.addComment(pull, `two\n\n${marker}`);
    expect(reasonOf(await publish())).toBe("updated");
    expect(ours()).toEqual([{ id: first.id, body: `${body}\n\n${marker}` }]);
    expect(server.comments(pull)).toHaveLength(121);
  });

  test("the older is the one with the lower id, in whatever order they come", async () => {
    server.addComment(pull, `two\n\n${marker}`, 30);
    server.addComment(pull, `one\n\n${marker}`, 20);
    expect(await publish()).toMatchObject({ url: expect.stringContaining("#issuecomment-20") });
  });

  test("each key has its own", async () => {
    await publish({ key: "a" });
    await publish({ key: "a.b" });
    expect(reasonOf(await publish({ key: "a", body: "new" }))).toBe("updated");
    expect(server.comments(pull).map((comment) => comment.body)).toEqual([
      `new\n\n<!-- prompt-assay:a ${begun} -->`,
      `${body}\n\n<!-- prompt-assay:a.b ${begun} -->`,
    ]);
  });

  test.each([
    `${marker}\n\nwritten below it`,
    `> ${marker}`,
    `text ${marker}`,
    `${marker}.`,
    "<!-- prompt-assay:DEFAULT -->",
    "<!-- prompt-assay:defaults -->",
    "",
  ])("is not taken for ours: %j", async (text) => {
    server.addComment(pull, text);
    expect(reasonOf(await publish())).toBe("created");
    expect(server.comments(pull)[0]?.body).toBe(text);
  });

  test("a marker of another key within the body is nobody's", async () => {
    await publish({ body: "output:\n<!-- prompt-assay:other -->" });
    expect(reasonOf(await publish({ key: "other" }))).toBe("created");
    expect(server.comments(pull)).toHaveLength(2);
  });
});

describe("whose comment", () => {
  test("one by anybody else with our marker is neither edited nor deleted", async () => {
    const foreign = [
      server.addComment(pull, `forged\n\n${marker}`, 1, { by: "mallory" }),
      server.addComment(pull, `forged\n\n${marker}`, 2, { by: "other-app[bot]" }),
      server.addComment(pull, `forged\n\n<!-- prompt-assay:default 2099-01-01T00:00:00.000Z -->`, 3, { by: "mallory" }),
    ];
    expect(reasonOf(await publish())).toBe("created");
    expect(reasonOf(await publish({ body: "new" }))).toBe("updated");
    expect(server.comments(pull).slice(0, 3)).toEqual(foreign);
    expect(server.comments(pull)).toHaveLength(4);
  });

  test.each(["prompt-bot[bot]", "Mona", "GitHub-Actions[bot]"])("a token that speaks as %s", async (login) => {
    server.addComment(pull, `old\n\n${marker}`, 1, { by: login.toLowerCase() });
    server.login = login;
    expect(reasonOf(await publish())).toBe("updated");
    expect(server.comments(pull)).toHaveLength(1);
  });

  test("a server that does not tell takes the job's own token for granted", async () => {
    server.fail("graphql", { status: 404, message: "Not Found" });
    server.addComment(pull, `old\n\n${marker}`, 1, { by: "github-actions[bot]" });
    expect(reasonOf(await publish())).toBe("updated");
  });

  test("while it cannot be told, no second comment is made", async () => {
    server.fail("graphql", ...Array<Fault>(4).fill({ status: 502 }));
    expect(reasonOf(await publish())).toBe("server");
    expect(server.comments(pull)).toEqual([]);
  });
});

describe("which run may write", () => {
  const earlier = "2026-11-01T11:59:59.000Z";
  const later = "2026-11-01T12:00:01.000Z";

  test("an older run than the one that wrote the comment writes nothing", async () => {
    await publish({ begun: later });
    expect(reasonOf(await publish({ begun: earlier, body: "old news" }))).toBe("outdated");
    expect(server.comments(pull)).toEqual([{ id: 1001, body: `${body}\n\n${marker.replace(begun, later)}` }]);
    expect(reasonOf(await publish({ begun: later, body: "again" }))).toBe("updated");
  });

  test.each([
    ["was pushed to", { head: { sha: "3b".repeat(20), ref: "edit" } }],
    ["was retargeted", { base: { sha: "0c".repeat(20), ref: "next" } }],
  ])("a pull request that %s meanwhile gets no word of what was judged before", async (_what, state) => {
    server.pullStates.set(pull, state);
    const judged = { head: "2a".repeat(20), baseRef: "main" };
    expect(reasonOf(await publish({ judged }))).toBe("outdated");
    expect(writes()).toEqual([]);
  });

  test.each([
    ["closed", { state: "closed" as const }],
    ["made a draft", { draft: true }],
    ["robbed of its fork", { head: { sha: "2a".repeat(20), ref: "edit", repo: null } }],
  ])("a pull request that was %s meanwhile is told all the same", async (_what, state) => {
    server.pullStates.set(pull, state);
    expect(reasonOf(await publish({ judged: { head: "2a".repeat(20), baseRef: "main" } }))).toBe("created");
  });

  test.each([
    [earlier, "the other run's, which is newer", `other\n\n${marker.replace(begun, begun)}`],
    [later, "its own", `${body}\n\n${marker.replace(begun, later)}`],
  ])("of two that are made at the same moment one is left: begun at %s, it shows %s", async (own, _whose, left) => {
    server.before("issues/create-comment", () => {
      server.addComment(pull, `other\n\n${marker}`);
    });
    expect(reasonOf(await publish({ begun: own }))).toBe("updated");
    expect(server.comments(pull)).toEqual([{ id: 1001, body: left }]);
  });

  test("two runs at once leave one comment", async () => {
    const outcomes = await Promise.all([
      publish({ begun: earlier, body: "one" }),
      publish({ begun: later, body: "two" }),
    ]);
    const [comment] = server.comments(pull);
    expect(server.comments(pull)).toHaveLength(1);
    expect(outcomes.map(reasonOf).every((each) => ["created", "updated", "outdated"].includes(each))).toBe(true);
    expect(comment?.body).toContain("two");
  });

  test("where a comment need not be, one that is there is brought up to date, and none is made", async () => {
    expect(reasonOf(await publish({ body: null, bodyOfUpdate: "gone" }))).toBe("not-needed");
    await publish();
    expect(reasonOf(await publish({ body: null, bodyOfUpdate: "gone" }))).toBe("updated");
    expect(ours()).toEqual([{ id: 1001, body: `gone\n\n${marker}` }]);
  });
});

describe("a key", () => {
  test.each(["a", "Nightly_2.x-b", "--", "x".repeat(64)])("may be %j", (key) => {
    expect(createMarker(key, begun)).toBe(`<!-- prompt-assay:${key} ${begun} -->`);
  });

  test.each(["", "x".repeat(65), "a b", "a-->", "a\n", "\na", "ключ", "a/b", "$(x)", "<!--"])(
    "may not be %j, and nothing is asked of GitHub",
    async (key) => {
      await expect(publish({ key })).rejects.toThrow(UserError);
      expect(server.requests).toEqual([]);
    },
  );
});

describe("what GitHub refuses", () => {
  test("without the permission to write, names the permission", async () => {
    server.writable = false;
    expect(await publish()).toMatchObject({
      status: "failed",
      reason: "forbidden",
      message: expect.stringMatching(/^GitHub answered 403: Resource not accessible by integration/),
      hint: expect.stringContaining("pull-requests: write"),
    });
    expect(slept).toEqual([]);
  });

  test("an update without the permission to write", async () => {
    server.addComment(pull, `old\n\n${marker}`);
    server.writable = false;
    expect(reasonOf(await publish())).toBe("forbidden");
  });

  test("a locked conversation", async () => {
    server.locked.add(pull);
    expect(await publish()).toMatchObject({ reason: "locked", hint: expect.stringContaining("Unlock") });
  });

  test("a body that is too long points to the job summary", async () => {
    expect(await publish({ body: "x".repeat(65_600) })).toMatchObject({
      reason: "too-long",
      message: expect.stringContaining("too long"),
      hint: expect.stringContaining("job summary"),
    });
  });

  test.each([{ repo: "elsewhere" }, { number: 9 }])("what is not there: %j", async (request) => {
    expect(await publish(request)).toMatchObject({ reason: "not-found", message: expect.stringContaining("404") });
  });

  test.each<[string, Fault, string]>([
    ["issues/create-comment", { status: 410, message: "Issues are disabled for this repo" }, "not-found"],
    ["issues/list-comments", { status: 401, message: "Bad credentials" }, "forbidden"],
    ["issues/create-comment", { status: 422, message: "Validation Failed: spammed" }, "rejected"],
    ["issues/list-comments", { status: 429 }, "rate-limit"],
    ["issues/list-comments", { status: 429, headers: { "retry-after": "31" } }, "rate-limit"],
    [
      "issues/list-comments",
      { status: 429, headers: { "retry-after": "Wed, 21 Oct 2026 07:28:00 GMT" } },
      "rate-limit",
    ],
    ["issues/create-comment", { status: 403, message: "You have exceeded a secondary rate limit" }, "rate-limit"],
    ["issues/create-comment", { status: 403, headers: { "x-ratelimit-remaining": "0" } }, "rate-limit"],
    ["issues/list-comments", { status: 503, headers: { "retry-after": "120" } }, "server"],
  ])("%s answering %j is told at once", async (operation, fault, reason) => {
    server.fail(operation, fault);
    expect(reasonOf(await publish())).toBe(reason);
    expect(slept).toEqual([]);
  });

  test("hostile words of an answer stay on one line and form no command", async () => {
    server.fail("issues/create-comment", { status: 403, message: "no\n::error::\u001b[2J##[add-mask]" });
    const outcome = await publish();
    expect(outcome).toMatchObject({
      message: expect.stringContaining("no\\n\\u{3a}:error\\u{3a}:\\u{1b}[2J#\\u{23}["),
    });
  });
});

describe("trouble that passes", () => {
  test.each<[string, Fault[], number[]]>([
    ["issues/list-comments", [{ status: 502 }, { status: 503 }, { status: 500 }], [1000, 2000, 4000]],
    ["issues/create-comment", [{ status: 502 }], [1000]],
    ["issues/list-comments", [{ status: 429, headers: { "retry-after": "30" } }], [30_000]],
    [
      "issues/create-comment",
      [{ status: 403, message: "secondary rate limit", headers: { "retry-after": "3" } }],
      [3000],
    ],
    ["issues/create-comment", [{ status: 503, headers: { "retry-after": "0" } }], [0]],
    ["issues/list-comments", [{ connection: "reset" }], [1000]],
    ["issues/list-comments", [{ connection: "cut" }], [1000]],
  ])("%s: %j", async (operation, faults, expected) => {
    server.fail(operation, ...faults);
    expect(reasonOf(await publish())).toBe("created");
    expect(slept).toEqual(expected);
    expect(ours()).toHaveLength(1);
  });

  test.each<Fault>([{ status: 502, applied: true }, { connection: "cut" }])(
    "a comment that was made although the answer was lost (%j) is not made twice",
    async (fault) => {
      server.fail("issues/create-comment", fault);
      expect(reasonOf(await publish())).toBe("unchanged");
      expect(ours()).toHaveLength(1);
    },
  );

  test("a list that breaks off on its second page is read again", async () => {
    addChatter(150);
    server.addComment(pull, `old\n\n${marker}`);
    server.fail("issues/list-comments", null, { connection: "cut" }, null, { status: 200 });
    expect(reasonOf(await publish())).toBe("updated");
    expect(slept).toEqual([1000, 2000]);
    expect(ours()).toHaveLength(1);
  });

  test("a burst that does not end is given up", async () => {
    server.fail("issues/list-comments", ...Array<Fault>(9).fill({ status: 502, message: "Bad Gateway" }));
    expect(await publish()).toMatchObject({
      reason: "server",
      message: expect.stringMatching(/^GitHub answered 502: Bad/),
    });
    expect(slept).toEqual([1000, 2000, 4000]);
    expect(server.requests.filter(({ operation }) => operation !== "graphql")).toHaveLength(4);
  });

  test("nobody listens", async () => {
    await server.close();
    expect(await publish()).toMatchObject({
      status: "failed",
      reason: "connection",
      message: expect.stringContaining("ECONNREFUSED"),
      hint: expect.stringContaining("HTTPS_PROXY"),
    });
    expect(slept).toEqual([1000, 2000, 4000]);
  });
});
