import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openPullRequest } from "../end-to-end/pull-request.ts";
import { promptFile, promptPath } from "../end-to-end/support.ts";
import { baseFile, editStore, keyCanary, openAttack, timeout } from "./support.ts";

const real = { environment: { MODEL_KEY: keyCanary } };

/**
 * The journal by which a run goes on where another ended is edited, comes with the head, or is left behind by a fork.
 * Defences: its lines are signed; what is committed is no journal; a fork's run without approval opens none.
 *
 * @defence src/run/store/seal.ts
 * - return timingSafeEqual(written, Buffer.from(macOf(line.subarray(sealedFrom)))) ? "verified" : "unverified";
 * + return written.length > 0 ? "verified" : "unverified";
 * @defence src/pipeline/compare.ts
 * - const committed = revisions.head.commit !== null && (await holdsStore(revisions.head, folder));
 * + const committed = revisions.head.commit === "" && (await holdsStore(revisions.head, folder));
 * @defence src/pipeline/plan/hold-fork.ts
 * - if (options.privileged === undefined) return { ...options, store: false };
 * + if (options.privileged === undefined) return options;
 */
describe.concurrent("a poisoned journal", { timeout }, () => {
  it("with answers that were edited is not gone on with", async () => {
    const pull = await openPullRequest(
      { [promptPath]: promptFile(2) },
      { cases: 12, files: (url) => ({ "assay.yml": baseFile(url) }) },
    );
    await pull.run(real);
    await editStore(pull.repository.directory, "samples", (text) => text.replaceAll('"wrong ', '"answer '));
    await editStore(pull.repository.directory, "verdicts", () => "");
    expect(await pull.run(real)).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
  });

  it("that the head commits is left alone", async () => {
    const attack = await openAttack();
    await attack.push({ ".assay/samples/0.jsonl": '{"mac":"x"}\n' });
    const step = await attack.approved();
    expect(step).toMatchObject({ exitCode: 1, outputs: { calls: "24" } });
    expect(step.summary).toContain("is committed, so it is not used as the store");
  });

  it("is not what a fork's run leaves behind: with a key in reach by mistake, too, it opens none", async () => {
    const attack = await openAttack();
    const { directory } = attack.repository;
    await attack.run({ source: "stranger/prompts", environment: { MODEL_KEY: keyCanary } });
    await expect(readdir(join(directory, ".assay"))).rejects.toThrow("ENOENT");
  });
});
