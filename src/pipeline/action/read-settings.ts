import { openRepository } from "../../changes/repository.ts";
import { findConfig } from "../../config/config.ts";
import { UserError } from "../../errors.ts";
import type { CommentPolicy, Config, Json, JsonObject, Tree } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import { decodeText } from "../../source/text.ts";
import { readYaml } from "../../source/yaml.ts";
import type { RunOptions } from "../options.ts";
import { loadOptions } from "../project/find-changes.ts";
import { loadConfig } from "../project/load-config.ts";
import type { LoadOptions } from "../project/load-project.ts";
import { createShield, type Shield, type ShieldSettings } from "../reports/shield.ts";
import { findFolders } from "./find-folders.ts";

/** From the one that speaks most to the one that never does: with several folders, one comment tells of all. */
const policies: readonly CommentPolicy[] = ["always", "on-change", "on-problem", "never"];

/** When assay.yml, as it stands among the goalposts, wants a comment. Where it cannot be read, as by default. */
export async function readCommentPolicy(options: RunOptions, listed: readonly string[]): Promise<CommentPolicy> {
  const wanted = (await readConfigs(options, listed)).map(({ comment }) => comment);
  return policies.find((policy) => wanted.includes(policy)) ?? "on-change";
}

/** What assay.yml, as it stands among the goalposts, holds back: with several folders, all that any of them does. */
export async function readShield(options: RunOptions, listed: readonly string[]): Promise<Shield> {
  const settings = await readAll(options, listed, async (tree, own) =>
    loadConfig(tree, own).then(
      ({ config }) => config,
      (error: unknown) => readHeld(tree, own, error),
    ),
  );
  const contents = settings.map(({ content = "full" }) => content);
  return createShield({
    content: (["none", "worst"] as const).find((content) => contents.includes(content)) ?? "full",
    redact: settings.flatMap(({ redact = [] }) => redact),
  });
}

/** The branches beside the default branch for which forks are judged: with several folders, those that all of them list. */
export async function listForkBranches(options: RunOptions, listed: readonly string[]): Promise<readonly string[]> {
  const [first = [], ...others] = (await readConfigs(options, listed)).map(({ forks }) => forks?.branches ?? []);
  return first.filter((branch) => others.every((branches) => branches.includes(branch)));
}

/** What an assay.yml with mistakes holds back all the same: its mistakes are told, and those of golden sets beside them. */
async function readHeld(tree: Tree, { directory, configPath }: LoadOptions, error: unknown): Promise<ShieldSettings> {
  if (!(error instanceof UserError)) throw error;
  const found = await findConfig(tree, { path: configPath, directory });
  const written = found === null ? null : readYaml(found.path, decodeText(found.path, found.source)).value;
  if (!isObject(written)) return {};
  const { report, redact } = written;
  const content = isObject(report ?? null) ? (report as JsonObject)["content"] : undefined;
  return {
    ...((content === "none" || content === "worst") && { content }),
    redact: [redact ?? []]
      .flat()
      .flatMap((pattern: Json) => (typeof pattern === "string" ? [{ pattern, place: { path: "" } }] : [])),
  };
}

/** assay.yml of every folder at the goalposts; none where one cannot be read: the run itself tells of it. */
function readConfigs(options: RunOptions, listed: readonly string[]): Promise<readonly Config[]> {
  return readAll(options, listed, async (tree, own) => (await loadConfig(tree, own)).config);
}

async function readAll<Settings>(
  options: RunOptions,
  listed: readonly string[],
  read: (tree: Tree, own: LoadOptions) => Promise<Settings>,
): Promise<readonly Settings[]> {
  try {
    const folders = await findFolders(options, listed);
    const repository = await openRepository(options.directory, { ...options.environment }, options.remote ?? null);
    try {
      const revision = options.goalpostsRevision ?? options.head;
      const tree = revision === undefined ? await repository.workingTree() : await repository.tree(revision);
      const all: Settings[] = [];
      for (const folder of folders) {
        all.push(await read(tree, { ...loadOptions(repository.prefix, { ...options, ...folder }), optional: true }));
      }
      return all;
    } finally {
      await repository.close();
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [];
  }
}
