// src/pipeline/reports/version-reference.ts
/** A version as reports name it. */
function versionReference(version, tree) {
	if (version === null || tree === null) return null;
	return {
		revision: tree.commit ?? tree.label,
		fingerprint: version.fingerprint,
		version: version.semanticVersion
	};
}

export { versionReference as t };