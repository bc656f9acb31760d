import type { Tree } from "../model.ts";

/** A tree with files laid beneath it: what it has itself stays as it is. */
export function underlay(tree: Tree, files: ReadonlyMap<string, string>): Tree {
  const entries = tree.entries().then((own) => {
    const present = new Set(own.map(({ path }) => path));
    const added = [...files.keys()].filter((path) => !present.has(path));
    const all = [...own, ...added.map((path) => ({ path, kind: "file" as const }))];
    return { present, all: all.sort((one, other) => (one.path < other.path ? -1 : 1)) };
  });
  return {
    label: tree.label,
    commit: tree.commit,
    entries: async () => (await entries).all,
    async read(path) {
      const text = files.get(path);
      return text === undefined || (await entries).present.has(path) ? tree.read(path) : Buffer.from(text);
    },
  };
}
