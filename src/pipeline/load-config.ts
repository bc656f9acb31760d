import { defaultConfig, findConfig, readConfig } from "../config/config.ts";
import { UserError } from "../errors.ts";
import type { Config, Problem, Tree } from "../model.ts";
import { providerTypes } from "../models/registry.ts";
import type { LoadOptions } from "./load-project.ts";

/** assay.yml of one revision; the defaults where it has none, the fallback where it does not parse. */
export async function loadConfig(tree: Tree, options: LoadOptions): Promise<{ config: Config; warnings: Problem[] }> {
  try {
    const found = await findConfig(tree, { path: options.configPath, directory: options.directory });
    if (found === null) return { config: { ...defaultConfig(), directory: options.directory }, warnings: [] };
    return { config: await readConfig(found.path, found.source, Object.keys(providerTypes)), warnings: [] };
  } catch (error) {
    if (!(error instanceof UserError) || options.fallbackConfig === undefined) throw error;
    const [first] = error.problems;
    const warning: Problem = {
      message: `assay.yml does not hold at ${tree.label} (${first?.message ?? "unreadable"}); the other revision's settings are used there`,
      ...(first?.place ? { place: first.place } : {}),
    };
    return { config: options.fallbackConfig, warnings: [warning] };
  }
}
