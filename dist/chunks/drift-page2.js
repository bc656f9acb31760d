import { n as openEvents } from "./drift-history.js";
import { n as describeDrift } from "./drift-words.js";
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
	const count = lines.length === 1 ? "1 prompt" : `${lines.length} prompts`;
	const ordered = lines.toSorted((one, other) => Number(other.drifting) - Number(one.drifting));
	return {
		headline: drifting === 0 ? `${count}, none of them drifting` : `${drifting} of ${count} drifting`,
		prompts: ordered.map((line) => {
			const open = openEvents(line);
			return {
				name: line.name,
				path: line.path,
				drifting: line.drifting,
				rows: [...new Set(line.steps.flatMap(({ metrics }) => Object.keys(metrics)))],
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

export { renderDriftPage as n, describeNights as t };