import { expect, it } from "vitest";
import { promptFile, promptPath } from "../end-to-end/support.ts";
import { expectNoCall, openAttack, readable, timeout } from "./support.ts";

/**
 * A tool that runs at the provider (an MCP server, a search, a connector) sends what it is told to whom the head names.
 * Line of defence: `hostedTools` in src/pipeline/plan/fork-limits.ts.
 *
 * @defence src/pipeline/plan/fork-limits.ts
 * - return tools.flatMap((tool: Json) => (isObject(tool) && tool["type"] !== "function" ? [String(tool["type"])] : []));
 * + return tools.flatMap((tool: Json) => (isObject(tool) && tool["type"] === "" ? [String(tool["type"])] : []));
 */
it("an MCP server of the head's is refused by name before any call", { timeout }, async () => {
  const attack = await openAttack(({ evil }) => ({
    [promptPath]: promptFile(2, { tools: [{ type: "mcp", server_label: "x", server_url: evil }] }),
  }));
  const step = await attack.approved();
  expectNoCall(step, attack);
  expect(readable(step)).toContain("A fork cannot bring tools that run at the provider: mcp.");
});
