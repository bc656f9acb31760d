import semver from "semver";
import { quote } from "../../errors.ts";
import type { ScorerSpec } from "../../model.ts";
import { resolveWithin } from "../../source/repository-path.ts";
import { readScorerSpec } from "../../source/scorer-spec.ts";
import type { Entry } from "./entry.ts";

/** `version: 1.4.0`; null where the file states none. */
export function readSemanticVersion(entry: Entry): string | null {
  if (!entry.exists) return null;
  // 1.4 is a number in YAML, and no version in quotes either.
  const written = typeof entry.value === "number" ? String(entry.value) : entry.text();
  const version = written === null ? null : semver.valid(written);
  if (written !== null && version === null) {
    entry.complain(`the version ${quote(written)} is no semantic version`, "Write X.Y.Z, for example 1.4.0.");
  }
  return version;
}

/** `partials: { tone: ../shared/tone.md }`: names and the files they stand for, relative to the root; null: none named. */
export function readPartialPaths(entry: Entry, from: string): Readonly<Record<string, string>> | null {
  if (!entry.exists) return null;
  const paths = entry.entries().flatMap(([name, file]) => {
    const path = readPath(file, from);
    return path === null ? [] : [[name, path] as const];
  });
  return Object.fromEntries(paths);
}

/** `golden: ../golden/triage.jsonl`, relative to the root; null where the file names none. */
export function readGoldenPath(entry: Entry, from: string): string | null {
  return entry.exists ? readPath(entry, from) : null;
}

/** `scorers:` as in assay.yml. */
export function readScorers(entry: Entry): readonly ScorerSpec[] {
  if (!entry.exists) return [];
  return entry.items().flatMap((item) => {
    const read = readScorerSpec(item.value ?? null, item.place);
    if ("spec" in read) return [read.spec];
    item.complain(read.problem.message, read.problem.hint);
    return [];
  });
}

function readPath(entry: Entry, from: string): string | null {
  const written = entry.text();
  const path = written === null ? null : resolveWithin(from, written);
  if (written !== null && path === null) {
    entry.complain(`${entry.name} leaves the repository`, "Paths are relative to the folder of the prompt file.");
  }
  return path;
}
