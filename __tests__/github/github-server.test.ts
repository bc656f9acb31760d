import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type GitHubServer, startGitHubServer } from "../support/github-server.ts";

// The other tests rest on the fake finding mistakes: here it is shown that it does.

let server: GitHubServer;
beforeEach(async () => {
  server = await startGitHubServer();
});
afterEach(() => server.close());

const good = { authorization: "token secret", "user-agent": "test" };
const comments = "/repos/octo-org/prompts/issues/7/comments";

function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = good) {
  const text = body === undefined ? null : JSON.stringify(body);
  return fetch(server.url + path, { method, headers, body: text });
}

describe("the fake GitHub", () => {
  test("serves what GitHub describes", async () => {
    expect((await ask("POST", comments, { body: "hello" })).status).toBe(201);
    expect((await ask("PATCH", "/repos/octo-org/prompts/issues/comments/1001", { body: "bye" })).status).toBe(200);
    expect(await (await ask("GET", comments)).json()).toMatchObject([{ id: 1001, body: "bye" }]);
    expect(await (await ask("GET", "/repos/octo-org/prompts/pulls/7")).json()).toMatchObject({
      number: 7,
      state: "open",
    });
    expect(server.violations).toEqual([]);
  });

  test("links its pages as GitHub does", async () => {
    for (let index = 0; index < 65; index++) server.addComment(7, "x");
    const links = await Promise.all(
      [1, 2, 3].map(async (page) => (await ask("GET", `${comments}?page=${page}`)).headers.get("link")),
    );
    const relations = links.map((link) =>
      [...(link ?? "").matchAll(/page=(\d+)>; rel="(\w+)"/g)].map(([, page, name]) => `${name} ${page}`),
    );
    expect(relations).toEqual([
      ["next 2", "last 3"],
      ["prev 1", "next 3", "last 3", "first 1"],
      ["prev 2", "first 1"],
    ]);
  });

  test.each<[string, string, unknown, number, string]>([
    ["GET", "/repos/octo-org/prompts/nowhere/7", undefined, 404, "GitHub has no such operation"],
    ["PUT", comments, { body: "x" }, 404, "GitHub has no such operation"],
    ["GET", "/repos/octo-org/prompts/issues/seven/comments", undefined, 400, "path value issue_number must be integer"],
    ["GET", `${comments}?per_page=101`, undefined, 400, "query per_page is above 100"],
    ["GET", `${comments}?page=first`, undefined, 400, "query page must be integer"],
    ["GET", `${comments}?pages=1`, undefined, 400, "query pages is unknown"],
    ["POST", comments, undefined, 400, "the body is missing"],
    ["POST", comments, {}, 400, "body must have required property 'body'"],
    ["POST", comments, { body: 3 }, 400, "body/body must be string"],
    ["POST", comments, { body: "x", draft: true }, 400, "body draft is unknown"],
    ["GET", "/repos/octo-org/prompts/issues/7", undefined, 404, "the fake does not serve issues/get"],
  ])("%s %s with %j: %i", async (method, path, body, status, violation) => {
    expect((await ask(method, path, body)).status).toBe(status);
    expect(server.violations).toEqual([`${method} ${path}: ${violation}`]);
    expect(server.comments(7)).toEqual([]);
  });

  test("refuses who does not say who asks", async () => {
    const response = await ask("GET", comments, undefined, { "user-agent": "test" });
    expect(response.status).toBe(401);
    expect(server.violations).toEqual([`GET ${comments}: no authorization`]);
  });
});
