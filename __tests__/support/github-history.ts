import { createHash } from "node:crypto";

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A tree as it is sent: content of a file, or null where one is removed. */
interface TreeEntry {
  readonly path: string;
  readonly sha?: string | null;
  readonly content?: string;
}

interface Commit {
  readonly message: string;
  readonly tree: string;
  readonly parents: readonly string[];
}

/** Branches that are written through the API, with all their objects in memory. */
export interface WrittenBranches {
  /** Branch → its tip. */
  readonly refs: Map<string, string>;
  readonly commits: Map<string, Commit>;
  /** The files of a branch; null where there is none. */
  files(branch: string): ReadonlyMap<string, string> | null;
  /** Messages from the tip back. */
  log(branch: string): readonly string[];
  readonly operations: Readonly<
    Record<
      string,
      (call: {
        readonly values: Readonly<Record<string, number | string>>;
        readonly body: Readonly<Record<string, unknown>>;
      }) => Answer | null
    >
  >;
}

export function createWrittenBranches(): WrittenBranches {
  const blobs = new Map<string, string>();
  const trees = new Map<string, ReadonlyMap<string, string>>();
  const commits = new Map<string, Commit>();
  const refs = new Map<string, string>();

  const nameOf = (value: unknown): string => createHash("sha1").update(JSON.stringify(value)).digest("hex");
  const isBehind = (tip: string, commit: string): boolean => {
    if (tip === commit) return true;
    return (commits.get(commit)?.parents ?? []).some((parent) => isBehind(tip, parent));
  };
  const refuse = (status: number, message: string): Answer => ({ status, body: { message } });
  const refAnswer = (branch: string, status: number): Answer => {
    const sha = refs.get(branch) ?? "";
    return { status, body: { ref: `refs/heads/${branch}`, object: { type: "commit", sha } } };
  };

  return {
    refs,
    commits,
    files(branch) {
      const tip = refs.get(branch);
      const tree = tip === undefined ? undefined : trees.get(commits.get(tip)?.tree ?? "");
      return tree === undefined ? null : new Map([...tree].map(([path, sha]) => [path, blobs.get(sha) ?? ""]));
    },
    log(branch) {
      const messages: string[] = [];
      for (let tip = refs.get(branch); tip !== undefined; tip = commits.get(tip)?.parents[0]) {
        messages.push(commits.get(tip)?.message ?? "");
      }
      return messages;
    },
    // Null: it is not one of ours.
    operations: {
      "git/get-ref": ({ values }) => {
        const branch = String(values["ref"]).replace(/^heads\//, "");
        return refs.has(branch) ? refAnswer(branch, 200) : refuse(404, "Not Found");
      },
      "git/get-commit": ({ values }) => {
        const commit = commits.get(String(values["commit_sha"]));
        return commit === undefined
          ? null
          : { status: 200, body: { sha: values["commit_sha"], message: commit.message, tree: { sha: commit.tree } } };
      },
      "git/get-tree": ({ values }) => {
        const tree = trees.get(String(values["tree_sha"]));
        if (tree === undefined) return null;
        const entries = [...tree].map(([path, sha]) => ({ path, mode: "100644", type: "blob", sha }));
        return { status: 200, body: { sha: values["tree_sha"], truncated: false, tree: entries } };
      },
      "git/get-blob": ({ values }) => {
        const content = blobs.get(String(values["file_sha"]));
        if (content === undefined) return null;
        const encoded = Buffer.from(content).toString("base64");
        return { status: 200, body: { sha: values["file_sha"], encoding: "base64", content: encoded } };
      },
      "git/create-blob": ({ body }) => {
        const text = Buffer.from(String(body["content"]), body["encoding"] as "base64").toString("utf8");
        const sha = nameOf(["blob", text]);
        blobs.set(sha, text);
        return { status: 201, body: { sha, url: "https://github.example" } };
      },
      "git/create-tree": ({ body }) => {
        const base = trees.get(String(body["base_tree"]));
        if (body["base_tree"] !== undefined && base === undefined) return refuse(422, "base_tree is not a tree");
        const files = new Map(base);
        for (const { path, sha: named, content } of body["tree"] as readonly TreeEntry[]) {
          const sha = content === undefined ? named : nameOf(["blob", content]);
          if (content !== undefined) blobs.set(String(sha), content);
          if (sha === null && !files.has(path)) return refuse(422, "GitRPC::BadObjectState");
          if (typeof sha === "string" && !blobs.has(sha)) return refuse(422, `${path} has no such blob`);
          if (typeof sha === "string") files.set(path, sha);
          else files.delete(path);
        }
        const sha = nameOf(["tree", [...files].sort()]);
        trees.set(sha, files);
        return { status: 201, body: { sha } };
      },
      "git/create-commit": ({ body }) => {
        const { message, tree, parents } = body as unknown as Commit;
        const sha = nameOf(["commit", message, tree, parents, commits.size]);
        commits.set(sha, { message, tree, parents: parents ?? [] });
        return { status: 201, body: { sha } };
      },
      "git/create-ref": ({ body }) => {
        const branch = String(body["ref"]).replace(/^refs\/heads\//, "");
        if (refs.has(branch)) return refuse(422, "Reference already exists");
        refs.set(branch, String(body["sha"]));
        return refAnswer(branch, 201);
      },
      "git/update-ref": ({ values, body }) => {
        const branch = String(values["ref"]).replace(/^heads\//, "");
        const tip = refs.get(branch);
        if (tip === undefined) return refuse(422, "Reference does not exist");
        if (body["force"] !== true && !isBehind(tip, String(body["sha"]))) {
          return refuse(422, "Update is not a fast forward");
        }
        refs.set(branch, String(body["sha"]));
        return refAnswer(branch, 200);
      },
    },
  };
}
