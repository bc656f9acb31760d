import {
  forgetCase,
  type HistoryStore,
  lastReference,
  type PromptHistory,
  readHistory,
  removeHistory,
  writeHistory,
} from "../../drift/history.ts";
import { drawLines } from "../../drift/prompt-line.ts";
import { noSuchCase, noSuchPrompt, severalPrompts, UserError } from "../../errors.ts";
import { describeHistory } from "../../report/drift-history.ts";
import { nameId } from "./case-name.ts";

/** Removes a prompt, or one case of it, from the history, and from what stands behind it. */
export async function forget(store: HistoryStore, name: string): Promise<string> {
  return store.update(
    "Forget what was asked to be forgotten",
    (files) => {
      const { prompts } = readHistory(files);
      const { history, id } = findForgotten(prompts, name);
      const rest = prompts.filter((each) => each !== history);
      const kept = id === null ? rest : [...rest, forgetNamed(history, id)];
      const changes = new Map<string, string | null>(removeHistory(history));
      for (const each of kept) for (const [path, text] of writeHistory(each)) changes.set(path, text);
      for (const [path, text] of describeHistory(drawLines(kept))) changes.set(path, text);
      return { changes, result: id === null ? name : `${id} of ${name.slice(0, -id.length - 1)}` };
    },
    true,
  );
}

function forgetNamed(history: PromptHistory, id: string): PromptHistory {
  const kept = forgetCase(history, (each) => each.startsWith(`${nameId(id)}-`));
  if (JSON.stringify(kept) === JSON.stringify(history)) throw new UserError(noSuchCase(id));
  return kept;
}

/** `NAME` or `NAME:case`; a name may itself hold a colon. What fits several prompts is a mistake, and forgets none. */
function findForgotten(
  histories: readonly PromptHistory[],
  name: string,
): { readonly history: PromptHistory; readonly id: string | null } {
  const namesOf = (history: PromptHistory): readonly string[] => {
    const reference = lastReference(history);
    return [history.folder, ...(reference === null ? [] : [reference.name, reference.path])];
  };
  const found = histories.flatMap((history) => {
    const own = namesOf(history).filter((known) => name === known || name.startsWith(`${known}:`));
    return own.slice(0, 1).map((known) => ({ history, id: name === known ? null : name.slice(known.length + 1) }));
  });
  const exact = found.filter(({ id }) => id === null);
  const [first, ...others] = exact.length > 0 ? exact : found;
  if (first === undefined) throw new UserError(noSuchPrompt(name, histories.flatMap(namesOf)));
  if (others.length > 0) {
    const paths = [first, ...others].map(({ history }) => lastReference(history)?.path ?? history.folder);
    throw new UserError(severalPrompts(name, paths));
  }
  return first;
}
