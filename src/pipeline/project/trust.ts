import { defaultConfig } from "../../config/config.ts";
import type { Tree } from "../../model.ts";
import type { RunOptions } from "../options.ts";
import { loadOptions } from "./find-changes.ts";
import { loadConfig } from "./load-config.ts";
import type { Revisions } from "./revisions.ts";

/** The revisions with goalposts at the head, where the base says that all authors are trusted. */
export async function applyTrust(revisions: Revisions, options: RunOptions): Promise<Revisions> {
  const { goalpostsSource, goalposts, head, repository } = revisions;
  if (goalpostsSource !== "base" || !(await trustsHead(goalposts, repository.prefix, options))) return revisions;
  return { ...revisions, goalposts: head, goalpostsSource: "head" };
}

/** Whether assay.yml of this tree, the base's, lets the head judge itself in the Action. A fork's head is never trusted. */
export async function trustsHead(goalposts: Tree, prefix: string, options: RunOptions): Promise<boolean> {
  if (options.fork || options.restricted !== true) return false;
  // A file that does not hold trusts nobody; its mistakes are told where it judges.
  const load = { ...loadOptions(prefix, options), optional: true, fallbackConfig: defaultConfig() };
  const { config } = await loadConfig(goalposts, load);
  return config.trust === "head";
}
