import { openRepository, type Repository } from "../../src/changes/repository.ts";
import { UserError } from "../../src/errors.ts";
import type { Problem, Tree } from "../../src/model.ts";
import { gitEnvironment, type TestRepository } from "../support/repository.ts";

/** Opens a test repository for as long as `use` takes. */
export async function withRepository<Result>(
  { directory }: Pick<TestRepository, "directory">,
  use: (repository: Repository) => Promise<Result>,
): Promise<Result> {
  const repository = await openRepository(directory, gitEnvironment);
  try {
    return await use(repository);
  } finally {
    await repository.close();
  }
}

/** The one problem of the UserError that an action ends in. */
export async function problemOf(action: Promise<unknown>): Promise<Problem> {
  const outcome = await action.then(
    (value) => new Error(`no error, but ${JSON.stringify(value)}`),
    (error: unknown) => error,
  );
  if (!(outcome instanceof UserError)) throw outcome;
  const [problem, ...others] = outcome.problems;
  if (problem === undefined || others.length > 0) throw new Error(`${outcome.problems.length} problems`);
  return problem;
}

/** A file of a tree as text; null where there is none. */
export async function readText(tree: Tree, path: string): Promise<string | null> {
  const bytes = await tree.read(path);
  return bytes === null ? null : Buffer.from(bytes).toString();
}

/** All entries as `kind path`. */
export async function listEntries(tree: Tree): Promise<readonly string[]> {
  return (await tree.entries()).map(({ kind, path }) => `${kind} ${path}`);
}
