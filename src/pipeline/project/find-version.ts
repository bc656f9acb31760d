import semver from "semver";
import { quote, UserError } from "../../errors.ts";
import type { PastVersion, PromptHistory } from "../prompt-history.ts";

/** `NAME@1.4.0`, `NAME@a1b2c3d` (a commit or a fingerprint): the name, and what stands behind the last @. */
export function splitReference(reference: string): { readonly name: string; readonly version: string } {
  const at = reference.lastIndexOf("@");
  if (at > 0 && at < reference.length - 1) return { name: reference.slice(0, at), version: reference.slice(at + 1) };
  throw new UserError({
    message: `${quote(reference)} names no version`,
    hint: "Write NAME@1.4.0, or NAME@ and the first digits of a commit or a fingerprint; prompt-assay log NAME lists them.",
  });
}

/** The version that a semantic version, a commit or a fingerprint names; of one that asks for the same, the newest. */
export function findVersion({ prompt, versions }: PromptHistory, wanted: string): PastVersion {
  const exact = semver.valid(wanted);
  const named = versions.filter(({ commit, version }) =>
    exact === null
      ? /^[0-9a-f]{4,64}$/.test(wanted) && (commit.startsWith(wanted) || version.fingerprint.startsWith(wanted))
      : version.semanticVersion === exact,
  );
  const fingerprints = new Set(named.map(({ version }) => version.fingerprint));
  const [found] = named;
  const name = prompt.version.name;
  if (found === undefined) {
    const known = [...new Set(versions.flatMap(({ version }) => version.semanticVersion ?? []))];
    const listed =
      known.length === 0 ? "It states no version anywhere: name a commit" : `Versions: ${known.join(", ")}`;
    throw new UserError({
      message: `${name} has no version ${quote(wanted)} in this history`,
      hint: `${listed}; prompt-assay log ${name} lists all.`,
    });
  }
  if (fingerprints.size > 1) {
    const commits = named.map(({ commit }) => commit.slice(0, 7)).join(", ");
    throw new UserError({
      message: `${quote(wanted)} stands for ${fingerprints.size} different versions of ${name}`,
      hint: `Name one by its commit: ${commits}.`,
    });
  }
  return found;
}
