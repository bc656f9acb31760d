import { type ConfigFile, defaultConfig, findConfig, readConfig } from "../../config/config.ts";
import { throwProblems, UserError } from "../../errors.ts";
import type { Config, Problem, Tree } from "../../model.ts";
import { providerTypes } from "../../models/registry.ts";
import { checkRedactions } from "../reports/shield.ts";
import type { LoadOptions } from "./load-project.ts";

/**
 * assay.yml of one revision; the defaults where it has none. Of the other revision of a comparison the file may be
 * missing or broken: `path` is null then, and the revision at hand fills in.
 */
export async function loadConfig(tree: Tree, options: LoadOptions): Promise<{ config: Config; warnings: Problem[] }> {
  const { directory, fallbackConfig } = options;
  try {
    const found = await find(tree, options);
    if (found !== null) {
      const config = await readConfig(found.path, found.source, Object.keys(providerTypes));
      throwProblems(checkRedactions(config));
      return { config, warnings: [] };
    }
    const config = { ...defaultConfig(), directory };
    return { config: fallbackConfig === undefined ? config : askAlike(config, fallbackConfig), warnings: [] };
  } catch (error) {
    if (!(error instanceof UserError) || fallbackConfig === undefined) throw error;
    const [first] = error.problems;
    const warning: Problem = {
      message: `assay.yml does not hold at ${tree.label} (${first?.message ?? "unreadable"}); the other revision's settings are used there`,
      ...(first?.place ? { place: first.place } : {}),
    };
    return { config: { ...fallbackConfig, path: null }, warnings: [warning] };
  }
}

async function find(tree: Tree, { configPath, directory, optional }: LoadOptions): Promise<ConfigFile | null> {
  const lacks = async (path: string): Promise<boolean> => (await tree.entries()).every((entry) => entry.path !== path);
  if (optional && configPath !== null && (await lacks(configPath))) return null;
  return findConfig(tree, { path: configPath, directory });
}

/** Without assay.yml a revision says nothing of models: with the other's, both can be asked and compared. */
function askAlike(config: Config, { directory, model, parameters, overrides }: Config): Config {
  const models = overrides.map((override) => ({ ...override, scorers: null, golden: null }));
  return { ...config, directory, model, parameters, overrides: models };
}
