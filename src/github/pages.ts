import { UnreadableAnswer } from "./failure.ts";

interface Page<T> {
  readonly data: readonly T[];
  readonly headers: { readonly link?: string | undefined };
}

/**
 * All entries of a list, page by page. The pages are counted here because octokit's paginate takes an answer that was
 * cut off for the last page, and what stands behind it would be missed.
 */
export async function readPages<T>(ask: (page: number) => Promise<Page<T>>): Promise<readonly T[]> {
  const entries: T[] = [];
  for (let page = 1, more = true; more; page++) {
    const { data, headers } = await ask(page);
    if (!Array.isArray(data)) throw new UnreadableAnswer("GitHub's list cannot be read");
    entries.push(...data);
    more = /\brel="next"/.test(headers.link ?? "");
  }
  return entries;
}
