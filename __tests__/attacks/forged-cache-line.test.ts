import { describe, expect, it } from "vitest";
import { openPullRequest } from "../end-to-end/pull-request.ts";
import { answerAsTold, promptFile, promptPath } from "../end-to-end/support.ts";
import { baseFile, editStore, keyCanary, timeout } from "./support.ts";

const real = { environment: { MODEL_KEY: keyCanary } };

/**
 * A cache that others can write to holds a line of theirs: an answer, or a verdict that is better than it was.
 * Defence: every line is signed with a secret that is made of the provider's key, and none is parsed before.
 *
 * @defence src/run/store/seal.ts
 * - return timingSafeEqual(written, Buffer.from(macOf(line.subarray(sealedFrom)))) ? "verified" : "unverified";
 * + return written.length > 0 ? "verified" : "unverified";
 */
describe.concurrent("a forged cache line", { timeout }, () => {
  it("of answers that another key signed is not believed", async () => {
    let forging = true;
    const pull = await openPullRequest(
      { [promptPath]: promptFile(2) },
      {
        cases: 12,
        files: (url) => ({ "assay.yml": baseFile(url) }),
        handler: (request) => {
          const answer = answerAsTold(request);
          return forging ? { text: String(answer.text).replace("wrong", "answer") } : answer;
        },
      },
    );
    const forged = await pull.run({ environment: { MODEL_KEY: "the-attackers-own-key" } });
    expect(forged.outputs["verdict"]).not.toBe("regression");
    forging = false;
    const step = await pull.run(real);
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: "regression", calls: "24" } });
    expect(step.summary).toContain("stored lines were left out");
  });

  it("with a verdict that was edited is not believed", async () => {
    const pull = await openPullRequest(
      { [promptPath]: promptFile(2) },
      { cases: 12, files: (url) => ({ "assay.yml": baseFile(url) }) },
    );
    expect(await pull.run(real)).toMatchObject({ exitCode: 1 });
    await editStore(pull.repository.directory, "verdicts", (text) =>
      text.replaceAll('"regression"', '"improvement"').replaceAll('"passed":false', '"passed":true'),
    );
    expect(await pull.run(real)).toMatchObject({ exitCode: 1, outputs: { verdict: "regression", passed: "false" } });
  });
});
