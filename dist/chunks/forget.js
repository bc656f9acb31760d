import { d as lastReference, f as readHistory, g as writeHistory, l as forgetCase, p as removeHistory } from "./epoch.js";
import { n as nameId, r as drawLines } from "./case-name.js";
import { H as noSuchPrompt, V as noSuchCase, n as UserError, nt as severalPrompts } from "./errors.js";
import { t as describeHistory } from "./drift-history.js";

// src/pipeline/drift/forget.ts
/** Removes a prompt, or one case of it, from the history, and from what stands behind it. */
async function forget(store, name) {
	return store.update("Forget what was asked to be forgotten", (files) => {
		const { prompts } = readHistory(files);
		const { history, id } = findForgotten(prompts, name);
		const rest = prompts.filter((each) => each !== history);
		const kept = id === null ? rest : [...rest, forgetNamed(history, id)];
		const changes = new Map(removeHistory(history));
		for (const each of kept) for (const [path, text] of writeHistory(each)) changes.set(path, text);
		for (const [path, text] of describeHistory(drawLines(kept))) changes.set(path, text);
		return {
			changes,
			result: id === null ? name : `${id} of ${name.slice(0, -id.length - 1)}`
		};
	}, true);
}
function forgetNamed(history, id) {
	const kept = forgetCase(history, (each) => each.startsWith(`${nameId(id)}-`));
	if (JSON.stringify(kept) === JSON.stringify(history)) throw new UserError(noSuchCase(id));
	return kept;
}
/** `NAME` or `NAME:case`; a name may itself hold a colon. What fits several prompts is a mistake, and forgets none. */
function findForgotten(histories, name) {
	const namesOf = (history) => {
		const reference = lastReference(history);
		return [history.folder, ...reference === null ? [] : [reference.name, reference.path]];
	};
	const found = histories.flatMap((history) => {
		return namesOf(history).filter((known) => name === known || name.startsWith(`${known}:`)).slice(0, 1).map((known) => ({
			history,
			id: name === known ? null : name.slice(known.length + 1)
		}));
	});
	const exact = found.filter(({ id }) => id === null);
	const [first, ...others] = exact.length > 0 ? exact : found;
	if (first === void 0) throw new UserError(noSuchPrompt(name, histories.flatMap(namesOf)));
	if (others.length > 0) {
		const paths = [first, ...others].map(({ history }) => lastReference(history)?.path ?? history.folder);
		throw new UserError(severalPrompts(name, paths));
	}
	return first;
}

export { forget };