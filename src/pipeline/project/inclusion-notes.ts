import type { Change } from "../../model.ts";

/** For each included file that changed, appeared or went: through which files the prompt reaches it. */
export function inclusionNotes({ baseline, candidate }: Change): readonly string[] {
  if (baseline === null || candidate === null) return [];
  const [before, after] = [baseline, candidate].map(({ version }) => ({
    ...version.shared,
    ...version.configuration.included,
  })) as [Files, Files];
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return paths.flatMap((path) => {
    if (before[path] === after[path]) return [];
    const chain = candidate.version.inclusions[path] ?? baseline.version.inclusions[path];
    const what = before[path] === undefined ? "is new" : after[path] === undefined ? "is gone" : "changed";
    // What no file of the prompt includes is there because assay.yml says that the prompt depends on it.
    if (chain === undefined) return [`The file ${path} ${what}; the prompt depends on it by dependsOn.`];
    return [`The included file ${path} ${what}; it is reached through ${chain.join(" → ")}.`];
  });
}

type Files = Readonly<Record<string, string>>;
