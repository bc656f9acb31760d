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
import { noSuchPrompt, UserError } from "../../errors.ts";
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
      const kept = id === null ? rest : [...rest, forgetCase(history, (each) => each.startsWith(`${nameId(id)}-`))];
      const changes = new Map<string, string | null>(removeHistory(history));
      for (const each of kept) for (const [path, text] of writeHistory(each)) changes.set(path, text);
      for (const [path, text] of describeHistory(drawLines(kept))) changes.set(path, text);
      return { changes, result: id === null ? name : `${id} of ${name.slice(0, -id.length - 1)}` };
    },
    true,
  );
}

/** `NAME` or `NAME:case`; a name may itself hold a colon. */
function findForgotten(
  histories: readonly PromptHistory[],
  name: string,
): { readonly history: PromptHistory; readonly id: string | null } {
  const namesOf = (history: PromptHistory): readonly string[] => {
    const reference = lastReference(history);
    return [history.folder, ...(reference === null ? [] : [reference.name, reference.path])];
  };
  for (const history of histories) {
    for (const known of namesOf(history)) {
      if (name === known) return { history, id: null };
      if (name.startsWith(`${known}:`)) return { history, id: name.slice(known.length + 1) };
    }
  }
  throw new UserError(noSuchPrompt(name, histories.flatMap(namesOf)));
}
