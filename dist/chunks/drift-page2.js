import { n as openEvents } from "./drift-history.js";
import { n as describeDrift, r as describeUnchecked } from "./drift-words.js";
import { t as fillPage } from "./page.js";

// src/report/drift-page.ts
/** A page of all nights, in one file that needs no network. */
async function renderDriftPage(lines) {
	const { template } = await import("./page-drift.js");
	return fillPage(template, describeNights(lines));
}
/** What stands on it: drifting prompts first. */
function describeNights(lines) {
	const drifting = lines.filter((line) => line.drifting).length;
	const ordered = lines.toSorted((one, other) => Number(other.drifting) - Number(one.drifting));
	return {
		headline: headlineOf(drifting, lines.length),
		prompts: ordered.map((line) => {
			const open = openEvents(line);
			return {
				name: line.name,
				path: line.path,
				drifting: line.drifting,
				note: describeUnchecked(line),
				rows: orderRows(line),
				steps: line.steps.map(({ reason: _reason, ...step }) => step),
				marks: line.events.map((event) => ({
					row: event.row,
					event: event.event,
					direction: event.direction,
					at: event.at,
					change: event.change,
					words: describeDrift(event),
					open: open.includes(event)
				}))
			};
		})
	};
}
/** What is tested first, and each judge's check after what that judge scores. */
function orderRows({ steps, watched }) {
	const known = [...new Set(steps.flatMap(({ metrics }) => Object.keys(metrics)))];
	const rows = known.filter((row) => !row.startsWith("judge:")).flatMap((row) => [row, ...known.filter((other) => other === `judge:${row}`)]).map((row) => ({
		row,
		watched: watched.length === 0 || watched.includes(row)
	}));
	return [...rows.filter((each) => each.watched), ...rows.filter((each) => !each.watched)];
}
function headlineOf(drifting, of) {
	if (of === 0) return "no nights yet";
	if (drifting === 0) return of === 1 ? "1 prompt, and it is steady" : `${of} prompts, all of them steady`;
	return of === 1 ? "1 prompt, and it drifts" : `${drifting} of ${of} prompts drifting`;
}

export { renderDriftPage as t };