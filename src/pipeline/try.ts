import { fetchPullRequest } from "../changes/fetch-pull-request.ts";
import { openRepository, type Repository } from "../changes/repository.ts";
import { UserError } from "../errors.ts";
import type { Report } from "../model.ts";
import { compare } from "./compare.ts";
import type { RunOptions } from "./options.ts";
import { proposeSetup } from "./setup/propose-setup.ts";

/** What the Action would have said, and how it was judged. */
export interface Trial {
  readonly report: Report;
  /** The assay.yml that was made up; null where the repository has one. */
  readonly proposed: string | null;
}

/**
 * Compares a pull request (its number), a branch or, with null, the working tree with the default branch as the Action
 * would: judged by the base. Where there is no assay.yml, by what `init` would write; nothing is written.
 */
export async function tryPullRequest(target: string | null, options: RunOptions): Promise<Trial> {
  const repository = await openRepository(options.directory, { ...options.environment });
  try {
    const head = target === null ? null : await findHead(repository, target, options);
    const tree = head === null ? await repository.workingTree() : await repository.tree(head);
    const { files } = await proposeSetup(tree, repository.prefix);
    const proposed = [...files].find(([path]) => /(?:^|\/)assay\.yml$/.test(path))?.[1] ?? null;
    // A draft is no case, and to say that one is missing says more.
    const judging = new Map([...files].filter(([path]) => !/(?:^|\/)golden\/|^\.github\//.test(path)));
    const report = await compare({
      ...options,
      ...(head === null ? {} : { head }),
      goalposts: "base",
      ...(proposed === null ? {} : { underlay: judging }),
    });
    return { report, proposed };
  } finally {
    await repository.close();
  }
}

async function findHead(repository: Repository, target: string, options: RunOptions): Promise<string> {
  const number = /^#?([1-9]\d{0,8})$/.exec(target)?.[1];
  if (number !== undefined) return fetchPullRequest(repository.root, { ...options.environment }, Number(number));
  const local = await repository.resolve(target).catch((error: unknown) => error);
  if (typeof local === "string") return target;
  if (!(local instanceof UserError)) throw local;
  return repository.resolve(`origin/${target}`).catch(() => {
    throw local;
  });
}
