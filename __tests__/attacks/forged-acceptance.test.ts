import { expect, it } from "vitest";
import { promptFile, promptPath } from "../end-to-end/support.ts";
import { baseFile, openAttack, timeout } from "./support.ts";

/**
 * A regression is declared to be known by who gains from it.
 * Lines of defence: `accepted` is the goalposts' (`applyAcceptances` in src/pipeline/compare.ts); `refuse`
 * (src/github/acceptances.ts) counts nothing by the author, by programs, by who cannot write, nor what was edited.
 *
 * @defence src/github/acceptances.ts
 * - if (author === null || isSameLogin(by, author)) return "the author cannot accept their own pull request";
 * + if (author === null) return "the author cannot accept their own pull request";
 * @defence src/github/acceptances.ts
 * - if (byBot) return "a program cannot accept";
 * + if (byBot && by === "") return "a program cannot accept";
 * @defence src/github/acceptances.ts
 * - return may ? null : "it takes write permission to the repository";
 * + return may || by !== "" ? null : "it takes write permission to the repository";
 * @defence src/github/acceptances.ts
 * - if (command?.kind !== "accept" || !user || created_at !== updated_at) return [];
 * + if (command?.kind !== "accept" || !user || created_at > updated_at) return [];
 * @defence src/pipeline/compare.ts
 * - project.goalposts.config.accepted,
 * + project.head.config.accepted,
 */
it("a regression that the stranger, a reader, a program or the head accepts stays red", { timeout }, async () => {
  const attack = await openAttack();
  const { github } = attack;
  const first = await attack.approved();
  expect(first).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
  const [, pair = ""] = /`\/assay accept ([0-9a-f]{12}) REASON`/.exec(github.comments(7)[0]?.body ?? "") ?? [];
  expect(pair).not.toBe("");
  const accepted = [{ fingerprint: pair, reason: "fine", until: "2999-12-31" }];
  await attack.push({ "assay.yml": baseFile(attack.url, { accepted }), [promptPath]: promptFile(2) });
  github.permissions.set("stranger", "write").set("rae", "read").set("lin[bot]", "write");
  github.addComment(7, `/assay accept ${pair} fine`, undefined, { by: "stranger" });
  github.addComment(7, `/assay accept ${pair} fine`, undefined, { by: "rae" });
  github.addComment(7, `/assay accept ${pair} fine`, undefined, { by: "lin[bot]", type: "Bot" });
  github.addComment(7, `/assay accept ${pair} fine`, undefined, { by: "lin", edited: true });
  github.addComment(7, `> /assay accept ${pair} fine`, undefined, { by: "lin" });
  github.events.push({ event: "labeled", label: "assay: accepted", by: "stranger", at: "2026-11-01T13:00:00Z" });
  const step = await attack.approved();
  expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: "regression", passed: "false" } });
  github.addComment(7, `/assay accept ${pair} fine`, undefined, { by: "lin" });
  expect(await attack.approved()).toMatchObject({ exitCode: 0, outputs: { verdict: "regression", passed: "true" } });
});
