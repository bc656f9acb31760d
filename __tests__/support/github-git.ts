import { execFileSync } from "node:child_process";
import { gitEnvironment } from "./repository.ts";

/** What GitHub answers about the objects of a repository; null where it has no such object. */
export interface GitObjects {
  tree(commit: string): { readonly status: number; readonly body: unknown } | null;
  blob(id: string): { readonly status: number; readonly body: unknown } | null;
  branch(name: string): { readonly status: number; readonly body: unknown } | null;
  compare(basehead: string): { readonly status: number; readonly body: unknown } | null;
}

/** Answers from a real repository. */
export function serveGitObjects(directory: string): GitObjects {
  const git = (...words: readonly string[]): Buffer =>
    execFileSync("git", ["-C", directory, ...words], { env: gitEnvironment, stdio: ["ignore", "pipe", "ignore"] });
  const orNull = <T>(read: () => T): T | null => {
    try {
      return read();
    } catch {
      return null;
    }
  };
  return {
    tree: (commit) =>
      orNull(() => {
        const lines = git("ls-tree", "-r", "-t", "-z", "--full-tree", commit).toString().split("\0").slice(0, -1);
        const tree = lines.map((line) => {
          const [mode, type, sha] = line.slice(0, line.indexOf("\t")).split(" ");
          return { path: line.slice(line.indexOf("\t") + 1), mode, type, sha };
        });
        return { status: 200, body: { sha: commit, truncated: false, tree } };
      }),
    blob: (id) =>
      orNull(() => {
        const content = git("cat-file", "blob", id).toString("base64");
        return { status: 200, body: { sha: id, encoding: "base64", content } };
      }),
    branch: (name) =>
      orNull(() => {
        const sha = git("rev-parse", "--verify", `refs/heads/${name}`).toString().trim();
        return { status: 200, body: { name, commit: { sha } } };
      }),
    compare: (basehead) =>
      orNull(() => {
        const [base = "", head = ""] = basehead.split("...");
        return { status: 200, body: { merge_base_commit: { sha: git("merge-base", base, head).toString().trim() } } };
      }),
  };
}
