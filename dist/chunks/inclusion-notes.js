// src/pipeline/project/inclusion-notes.ts
/** For each included file that changed, appeared or went: through which files the prompt reaches it. */
function inclusionNotes({ baseline, candidate }) {
	if (baseline === null || candidate === null) return [];
	const [before, after] = [baseline, candidate].map(({ version }) => ({
		...version.shared,
		...version.configuration.included
	}));
	return [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((path) => {
		if (before[path] === after[path]) return [];
		const chain = candidate.version.inclusions[path] ?? baseline.version.inclusions[path];
		const what = before[path] === void 0 ? "is new" : after[path] === void 0 ? "is gone" : "changed";
		if (chain === void 0) return [`The file ${path} ${what}; the prompt depends on it by dependsOn.`];
		return [`The included file ${path} ${what}; it is reached through ${chain.join(" → ")}.`];
	});
}

export { inclusionNotes as t };