import { describe, expect, it } from "vitest";
import { goldenFile, promptFile, promptPath } from "../end-to-end/support.ts";
import { baseFile, openAttack, readable, timeout } from "./support.ts";

const named = (rightBelow: number): string => promptFile(rightBelow, { name: "answers" });
const narrow = { config: { prompts: ["prompts/**/*.prompt.yml"] } };

/**
 * A prompt that is judged no more fails no more: it is moved to where nobody looks.
 * Defences: the globs of both revisions find it; what neither finds is looked for among all files that the head adds; and
 * what was moved is paired with what it was, and judged by that.
 *
 * @defence src/pipeline/project/find-changes.ts
 * - const { paths, warnings } = await findMovedPrompts(changes, revisions, environment);
 * + const { paths, warnings } = { paths: [], warnings: [] };
 * @defence src/pipeline/project/find-changes.ts
 * - : await loadProject(revisions.head, { ...shared, furtherGlobs: globs, furtherPaths: paths });
 * + : found;
 * @defence src/changes/pair-prompts.ts
 * - for (const [headPath, basePath] of similar) pair(headPath, basePath);
 * + for (const [headPath, basePath] of similar) if (false) pair(headPath, basePath);
 */
describe.concurrent("a prompt that would get away", { timeout }, () => {
  it("out of the head's globs is judged: the base's still name it", async () => {
    const attack = await openAttack({}, narrow);
    await attack.repository.git("mv", promptPath, "prompts/elsewhere.prompt.yml");
    await attack.push({
      "prompts/elsewhere.prompt.yml": named(2),
      "assay.yml": baseFile(attack.url, { prompts: ["nothing/*.prompt.yml"] }),
    });
    expect(await attack.approved()).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
  });

  it("out of the globs of both sides is judged, and said to be judged no more", async () => {
    const attack = await openAttack({}, narrow);
    await attack.push({ "README.md": "x" });
    await attack.repository.git("mv", promptPath, "answers.prompt.yml");
    await attack.push({ "answers.prompt.yml": promptFile(2) });
    const step = await attack.approved();
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
    expect(readable(step)).toContain(`${promptPath} was moved to answers.prompt.yml, where no glob of prompts looks`);
  });

  it("into a file that is read as no prompt is not told as merely deleted", async () => {
    const attack = await openAttack({}, narrow);
    await attack.repository.git("mv", promptPath, "src-of-the-app.rb");
    await attack.push({ "README.md": "x" });
    const step = await attack.approved();
    expect(readable(step)).toContain(`${promptPath} was moved to src-of-the-app.rb, which is read as no prompt`);
  });

  it("within the globs is judged by the golden set of what it was", async () => {
    const attack = await openAttack({});
    await attack.repository.git("mv", promptPath, "prompts/new-place.prompt.yml");
    await attack.push({ "prompts/new-place.prompt.yml": named(2), "golden/new-place.jsonl": goldenFile(1) });
    expect(await attack.approved()).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
  });
});
