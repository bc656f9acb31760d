import { d as readHistory, f as removeHistory, l as forgetCase, m as writeHistory, u as lastReference } from "./epoch.js";
import { n as nameId, r as drawLines } from "./case-name.js";
import { V as noSuchPrompt, n as UserError } from "./errors.js";
import { t as describeHistory } from "./drift-history.js";

// src/pipeline/drift/forget.ts
/** Removes a prompt, or one case of it, from the history, and from what stands behind it. */
async function forget(store, name) {
	return store.update("Forget what was asked to be forgotten", (files) => {
		const { prompts } = readHistory(files);
		const { history, id } = findForgotten(prompts, name);
		const rest = prompts.filter((each) => each !== history);
		const kept = id === null ? rest : [...rest, forgetCase(history, (each) => each.startsWith(`${nameId(id)}-`))];
		const changes = new Map(removeHistory(history));
		for (const each of kept) for (const [path, text] of writeHistory(each)) changes.set(path, text);
		for (const [path, text] of describeHistory(drawLines(kept))) changes.set(path, text);
		return {
			changes,
			result: id === null ? name : `${id} of ${name.slice(0, -id.length - 1)}`
		};
	}, true);
}
/** `NAME` or `NAME:case`; a name may itself hold a colon. */
function findForgotten(histories, name) {
	const namesOf = (history) => {
		const reference = lastReference(history);
		return [history.folder, ...reference === null ? [] : [reference.name, reference.path]];
	};
	for (const history of histories) for (const known of namesOf(history)) {
		if (name === known) return {
			history,
			id: null
		};
		if (name.startsWith(`${known}:`)) return {
			history,
			id: name.slice(known.length + 1)
		};
	}
	throw new UserError(noSuchPrompt(name, histories.flatMap(namesOf)));
}

export { forget };