import { afterEach, describe, expect, test } from "vitest";
import { UserError } from "../../src/errors.ts";
import { createClient } from "../../src/github/client.ts";
import { publishComment } from "../../src/github/comment.ts";
import { type GitHubServer, startGitHubServer } from "../support/github-server.ts";

let server: GitHubServer;
afterEach(() => server?.close());

const request = {
  owner: "octo-org",
  repo: "prompts",
  issueNumber: 7,
  key: "default",
  begun: "2026-11-01T12:00:00.000Z",
  judged: null,
  body: "text",
};

describe("createClient", () => {
  test.each(["", "/"])("speaks to GitHub Enterprise Server, its address ending %j", async (ending) => {
    server = await startGitHubServer({ basePath: "/api/v3" });
    const client = await createClient({
      token: "secret",
      apiUrl: server.url + ending,
      userAgent: "prompt-assay/0.1.0",
    });
    expect(await publishComment(client, request, () => Promise.reject())).toMatchObject({ status: "created" });
    expect(server.violations).toEqual([]);
    for (const { headers } of server.requests) {
      expect(headers.authorization).toBe("token secret");
      expect(headers["user-agent"]).toMatch(/^prompt-assay\/0\.1\.0 /);
    }
  });

  test("gives up on a server that never answers", async () => {
    server = await startGitHubServer();
    server.fail("graphql", { status: 404 });
    server.fail("issues/list-comments", ...Array(4).fill({ connection: "hang" }));
    const client = await createClient({ token: "secret", apiUrl: server.url, userAgent: "test", timeoutMs: 40 });
    expect(await publishComment(client, request, async () => {})).toMatchObject({ reason: "connection" });
    expect(server.requests).toHaveLength(5);
  });

  test.each([
    ["", "github-token is empty"],
    ["ghs_abc\nghs_def", "github-token is not a token"],
    ["ghs_abc ", "github-token is not a token"],
    ["ghs_äbc", "github-token is not a token"],
  ])("refuses the token %j without repeating it", async (token, message) => {
    const error = await createClient({ token, apiUrl: "http://127.0.0.1", userAgent: "test" }).catch(
      (thrown) => thrown,
    );
    expect(error).toBeInstanceOf(UserError);
    expect(error.problems).toEqual([{ message, hint: expect.stringContaining("secrets.NAME") }]);
    expect(JSON.stringify(error.problems)).not.toContain("abc");
  });
});
