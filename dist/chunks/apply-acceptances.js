import { r as combineOutcomes } from "./judge-alone.js";
import { at as onlyWatch } from "./pack-outcome.js";
import { t as isLoss } from "./losses.js";

// src/pipeline/reports/apply-acceptances.ts
/** The entries of assay.yml that hold today, and what is to be told of the others. */
function readAccepted(entries, now) {
	const today = now.toISOString().slice(0, 10);
	return {
		acceptances: entries.filter(({ until }) => until >= today).map(({ fingerprint, reason, until, place }) => {
			return {
				pair: fingerprint,
				by: `${place.path}:${place.line ?? 1}`,
				how: "assay.yml",
				reason,
				until
			};
		}),
		lapsed: entries.filter(({ until }) => until < today)
	};
}
/**
* The report in which every regression that somebody accepted no longer fails the gate. The verdict stays what it is:
* an accepted regression is known, not gone. Pure, and after everything is kept: the store never holds an acceptance.
*/
function applyAcceptances(report, acceptances) {
	const prompts = report.prompts.map((prompt) => accept(prompt, acceptances));
	if (report.shard !== void 0) return {
		...report,
		prompts
	};
	if (prompts.every((prompt) => prompt.accepted === null)) return {
		...report,
		prompts
	};
	const outcomes = prompts.map(({ verdict, reason, advisory, accepted }) => ({
		verdict,
		reason,
		advisory: advisory || accepted !== null
	}));
	const settled = {
		...report,
		prompts,
		...combineOutcomes(outcomes, report.gate)
	};
	return report.watch ? onlyWatch(settled) : settled;
}
/** What the base's assay.yml accepts, as each shard of a run carries it to the merge. */
function carriedAcceptances({ prompts }) {
	return prompts.flatMap(({ pair, accepted }) => pair === null || accepted?.how !== "assay.yml" ? [] : [{
		...accepted,
		pair
	}]);
}
function accept(prompt, acceptances) {
	const { reason: open, advisory, pair } = prompt;
	const before = prompt.accepted ?? null;
	if (!(isLoss(prompt) || open === "shard") || advisory || pair === null || before !== null) return {
		...prompt,
		accepted: before
	};
	const found = acceptances.find((each) => pair.startsWith(each.pair));
	if (found === void 0) return {
		...prompt,
		accepted: null
	};
	const { by, how, reason, until } = found;
	return {
		...prompt,
		accepted: {
			by,
			how,
			reason,
			until
		}
	};
}

export { carriedAcceptances as n, readAccepted as r, applyAcceptances as t };