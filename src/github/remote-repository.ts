import type { EntryKind, RemoteRepository } from "../model.ts";
import { attempt, isFailure, type Sleep } from "./attempt.ts";
import type { GitHubClient } from "./client.ts";
import type { Repository } from "./event.ts";
import { type GitHubFailure, UnreadableAnswer } from "./failure.ts";

interface Options {
  /** Connects when something is first asked: a whole clone asks nothing. */
  readonly connect: () => Promise<GitHubClient>;
  readonly repository: Repository;
  readonly sleep: Sleep;
  /** Told where GitHub did not give what was asked. */
  readonly onFailure: (failure: GitHubFailure) => void;
}

/** What a clone lacks, through GitHub's API: git itself is not made to fetch, so no token is handed to it. */
export function openRemoteRepository({ connect, repository, sleep, onFailure }: Options): RemoteRepository {
  const { owner, name: repo } = repository;
  const ask = async <T>(question: (client: GitHubClient) => Promise<T>): Promise<T | null> => {
    const client = await connect();
    const answer = await attempt(() => question(client), sleep);
    if (!isFailure(answer)) return answer;
    onFailure(answer);
    return null;
  };
  return {
    entries: remember((commit) =>
      ask(async (client) => {
        const { data } = await client.rest.git.getTree({ owner, repo, tree_sha: commit, recursive: "1" });
        if (!Array.isArray(data?.tree)) throw new UnreadableAnswer("GitHub's list of files cannot be read");
        // Above 100,000 entries GitHub leaves some out; a prompt that is left out would pass for deleted.
        if (data.truncated) return null;
        return data.tree.flatMap(({ path, mode, sha }) => {
          const kind = kindOf(mode);
          return kind === null ? [] : [{ path, kind, object: sha }];
        });
      }),
    ),
    blob: remember((object) =>
      ask(async (client) => {
        const { data } = await client.rest.git.getBlob({ owner, repo, file_sha: object });
        if (data?.encoding !== "base64") throw new UnreadableAnswer("GitHub's answer with a file cannot be read");
        return new Uint8Array(Buffer.from(data.content, "base64"));
      }),
    ),
    mergeBase: (one, other) =>
      ask(async (client) => {
        const basehead = `${one}...${other}`;
        const { data } = await client.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead, per_page: 1 });
        const sha = data?.merge_base_commit?.sha;
        if (typeof sha !== "string") throw new UnreadableAnswer("GitHub's comparison cannot be read");
        return sha;
      }),
  };
}

/** Objects never change: each is asked for once, also where several trees have it. */
function remember<T>(ask: (id: string) => Promise<T>): (id: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (id) => {
    const answer = answers.get(id) ?? ask(id);
    answers.set(id, answer);
    return answer;
  };
}

/** What a mode stands for; null for a folder. */
function kindOf(mode: string): EntryKind | null {
  if (mode === "040000") return null;
  if (mode === "120000") return "link";
  return mode === "160000" ? "submodule" : "file";
}
