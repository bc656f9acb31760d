import { posix } from "node:path";
import type { Tree } from "../../model.ts";
import { formatOf } from "../../prompts/registry.ts";

/** Folders whose files are somebody else's. */
const foreign =
  /(?:^|\/)(?:node_modules|vendor|third_party|\.venv|venv|site-packages|dist|build|fixtures|test|tests|__tests__|\.[^/]+)\//;

/** Files that describe a folder instead of being a prompt in it. */
const about = /^(?:readme|changelog|contributing|license|index)\b/i;

/** A folder that says what its files are. */
const promptFolder = /^(?:.*\/)?prompts?(?=\/)/i;

/**
 * Globs, relative to `directory`, for prompt files whose names alone do not say that they are prompts: plain Markdown and
 * text, and LangChain's YAML and JSON, in folders named `prompts`. A glob where it matches nothing else, else the files.
 */
export async function findPromptGlobs(tree: Tree, directory: string): Promise<readonly string[]> {
  const prefix = directory === "" ? "" : `${directory}/`;
  const files = (await tree.entries())
    .filter(({ path, kind }) => kind === "file" && path.startsWith(prefix))
    .map(({ path }) => path.slice(prefix.length))
    .filter((path) => promptFolder.test(path) && !foreign.test(path));
  const found = new Map<string, string[]>();
  const others = new Set<string>();
  for (const path of files) {
    const glob = `${promptFolder.exec(path)?.[0]}/**/*${posix.extname(path)}`;
    if (await isPlainPrompt(tree, prefix, path)) found.set(glob, [...(found.get(glob) ?? []), path]);
    else others.add(glob);
  }
  return [...found].flatMap(([glob, paths]) => (others.has(glob) ? paths : [glob])).sort();
}

async function isPlainPrompt(tree: Tree, prefix: string, path: string): Promise<boolean> {
  const name = posix.basename(path);
  // What is named `.prompt.…` is found without being told.
  if (about.test(name) || name.startsWith("_") || /\.prompt(?:y|\.[a-z]+)?$/.test(name)) return false;
  const named = formatOf(path);
  if (named === null || named.recognises === undefined) return named !== null;
  const source = await tree.read(`${prefix}${path}`);
  return source !== null && formatOf(path, new TextDecoder().decode(source)) !== null;
}
