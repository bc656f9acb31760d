import { openRepository } from "../changes/repository.ts";
import { UserError } from "../errors.ts";
import type { InlineReport, Tree } from "../model.ts";
import { findInlinePrompts, isSource, type SourceText } from "../prompts/inline/find-inline-prompts.ts";
import { rateMaturity } from "../prompts/inline/rate-maturity.ts";
import type { RunOptions } from "./options.ts";
import { loadOptions } from "./project/find-changes.ts";
import { loadProject } from "./project/load-project.ts";

/** Sources that are looked at, and characters of all of them. */
const sourceLimit = 50_000;
const characterLimit = 500_000_000;

/** Lists prompts that are strings in programs, and says how far the repository has come. Runs nothing, asks nobody. */
export async function listInline(options: RunOptions): Promise<InlineReport> {
  const repository = await openRepository(options.directory, { ...options.environment });
  try {
    const tree = options.head === undefined ? await repository.workingTree() : await repository.tree(options.head);
    const project = await loadProject(tree, loadOptions(repository.prefix, options));
    const { sources, warnings } = await readSources(tree, repository.prefix);
    const inline = findInlinePrompts(sources);
    const files = [
      ...project.prompts.map(({ version, golden, scorers }) => ({
        name: version.name,
        path: version.path,
        cases: golden.cases.length,
        judged: scorers.length > 0 || golden.cases.some((testCase) => testCase.scorers.length > 0),
        versioned: version.semanticVersion !== null,
      })),
      ...project.broken.map(({ path }) => ({ name: path, path, cases: 0, judged: false, versioned: false })),
    ];
    return {
      schemaVersion: 1,
      inline,
      files: files.length,
      sources: sources.length,
      maturity: rateMaturity(inline, files, await isGated(tree)),
      warnings,
    };
  } finally {
    await repository.close();
  }
}

/** The sources of a folder, within limits. */
export async function readSources(
  tree: Tree,
  folder: string,
): Promise<{ readonly sources: readonly SourceText[]; readonly warnings: readonly string[] }> {
  const entries = (await tree.entries()).filter(
    ({ path, kind }) => kind === "file" && isSource(path) && (folder === "" || path.startsWith(`${folder}/`)),
  );
  const sources: SourceText[] = [];
  let characters = 0;
  for (const { path } of entries.slice(0, sourceLimit)) {
    const text = await readText(tree, path);
    if (text === null) continue;
    sources.push({ path, text });
    characters += text.length;
    if (characters > characterLimit) break;
  }
  const isWhole = entries.length <= sourceLimit && characters <= characterLimit;
  return { sources, warnings: isWhole ? [] : [`only the first ${sources.length} sources were looked at`] };
}

async function readText(tree: Tree, path: string): Promise<string | null> {
  try {
    const bytes = await tree.read(path);
    return bytes === null ? null : new TextDecoder().decode(bytes);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** Whether a workflow of the repository runs the comparison. */
async function isGated(tree: Tree): Promise<boolean> {
  for (const { path, kind } of await tree.entries()) {
    if (kind !== "file" || !/^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) continue;
    if (/prompt-assay/.test((await readText(tree, path)) ?? "")) return true;
  }
  return false;
}
