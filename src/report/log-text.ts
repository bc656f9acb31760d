import type { Part, Verdict } from "../model.ts";
import { visible } from "./escape.ts";

/** A version as the log lists it. */
export interface LoggedVersion {
  readonly commit: string;
  readonly date: string;
  readonly author: string;
  readonly subject: string;
  readonly parts: readonly Part[];
  readonly version: { readonly semanticVersion: string | null; readonly fingerprint: string };
  readonly verdict: { readonly verdict: Verdict; readonly at: string } | null;
}

/** The versions of a prompt for a terminal, the newest first: one line each, and what the commit says below it. */
export function renderLog(name: string, path: string, versions: readonly LoggedVersion[]): string {
  const lines = [
    `${visible(name)} (${visible(path)}): ${versions.length} ${versions.length === 1 ? "version" : "versions"}`,
  ];
  if (versions.length === 0) lines.push("No commit of this branch has it.");
  const widest = Math.max(1, ...versions.map(({ version }) => (version.semanticVersion ?? "").length));
  for (const { commit, date, author, subject, parts, version, verdict } of versions) {
    const number = (version.semanticVersion ?? "-").padEnd(widest);
    const what = parts.length === 0 ? "first" : parts.join(", ");
    const judged = verdict === null ? "" : `  ${verdict.verdict}`;
    lines.push(
      `  ${number}  ${date.slice(0, 10)}  ${commit.slice(0, 7)}  ${version.fingerprint.slice(0, 8)}  ${what}${judged}`,
      `  ${" ".repeat(widest)}  ${visible(author)}: ${visible(subject)}`,
    );
  }
  return `${lines.join("\n")}\n`;
}
