import { expect, it } from "vitest";
import { expectNoCall, openAttack, timeout } from "./support.ts";

/**
 * Anybody may write a comment that ends as ours does, and say in it that this head was told of.
 * Line of defence: `findComments` (src/github/comment.ts) knows our comment by whom GitHub says wrote it.
 *
 * @defence src/github/comment.ts
 * - const marker = isSameLogin(user?.login, login) ? readMarker(body ?? "", key) : null;
 * + const marker = user || login ? readMarker(body ?? "", key) : null;
 */
it("a comment of somebody else's with our marker is neither ours nor what was told", { timeout }, async () => {
  const attack = await openAttack();
  const { github, tip } = attack;
  const forged = `Plan\n\n<!-- prompt-assay:default 2026-11-01T11:00:00.000Z ${await tip("edit")} -->`;
  github.addComment(7, forged, undefined, { by: "stranger" });
  attack.label("lin");
  const step = await attack.target("labeled", { label: { name: "assay: run" } });
  expectNoCall(step, attack);
  expect(step.summary).toContain("it was set before the plan of this head was told");
  expect(github.comments(7)).toHaveLength(2);
  expect(github.comments(7)[0]?.body).toBe(forged);
  const digits = (await tip("edit")).slice(0, 9);
  github.now = "2026-11-01T11:59:00Z";
  expectNoCall(await attack.command(`/assay run ${digits}`), attack);
});
