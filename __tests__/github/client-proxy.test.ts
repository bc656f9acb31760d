import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, expect, test } from "vitest";
import { startGitHubServer } from "../support/github-server.ts";

// A file of its own: the proxy is read from the environment once, when the HTTP client is first loaded.
const server = await startGitHubServer({ basePath: "/api/v3" });
const asked: string[] = [];
const proxy = createServer().on("connect", (request, socket) => {
  asked.push(request.url ?? "");
  const upstream = connect(Number(new URL(server.url).port), "127.0.0.1", () => {
    socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    upstream.pipe(socket).pipe(upstream);
  });
});
await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));

afterAll(async () => {
  await server.close();
  proxy.close();
});

test("a proxy is honoured", async () => {
  const apiUrl = "http://github.example.test/api/v3";
  process.env["GITHUB_API_URL"] = apiUrl;
  process.env["http_proxy"] = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  process.env["no_proxy"] = "";
  const { createClient } = await import("../../src/github/client.ts");
  const { publishComment } = await import("../../src/github/comment.ts");
  const client = await createClient({ token: "secret", apiUrl, userAgent: "test" });
  const request = {
    owner: "octo-org",
    repo: "prompts",
    issueNumber: 7,
    key: "default",
    begun: "2026-11-01T12:00:00.000Z",
    judged: null,
    body: "text",
  };
  expect(await publishComment(client, request, () => Promise.reject())).toMatchObject({ status: "created" });
  expect(asked).toContain("github.example.test:80");
  expect(server.violations).toEqual([]);
});
