import { parse } from "yaml";
import type { Tree } from "../../model.ts";

/** Names of the jobs, as their check runs are called, of workflows that name promptfoo; a file that does not parse has none. */
export async function findOtherJobs(tree: Tree): Promise<readonly string[]> {
  const names: string[] = [];
  for (const { path, kind } of await tree.entries()) {
    if (kind !== "file" || !/^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) continue;
    const text = Buffer.from((await tree.read(path)) ?? []).toString();
    if (/promptfoo/i.test(text)) names.push(...jobsOf(text));
  }
  return names;
}

function jobsOf(text: string): readonly string[] {
  try {
    const { jobs } = Object(parse(text)) as { readonly jobs?: unknown };
    return Object.entries(Object(jobs) as object).map(([id, job]) => {
      const { name } = Object(job) as { readonly name?: unknown };
      return typeof name === "string" ? name : id;
    });
  } catch {
    return [];
  }
}
