import { d as visible } from "./escape2.js";

// src/report/calibration-text.ts
/** Disagreements that are listed; the file of labels has them all. */
const listed = 20;
/** What `calibrate` prints, for a terminal. */
function renderCalibration({ judges, calls }, width) {
	return `${[...judges.map(({ calibration, path, disagreements, reasons }) => [
		visible(`${calibration.judge}  ${calibration.kind} by ${calibration.models.join(", ")}`),
		`  ${describeAgreement(calibration)}`,
		...describeRates(calibration).map((line) => `  ${line}`),
		...tableLines(calibration, width - 2).map((line) => `  ${line}`),
		...disagreements.length === 0 ? [] : ["  Where they differ:"],
		...disagreements.slice(0, listed).map(({ place, id, people, judge, reason }) => visible(`    line ${place.line ?? 0}  ${id}: people ${people}, judge ${judge}${reason === null ? "" : ` (${reason})`}`)),
		...disagreements.length > listed ? [`    … and ${disagreements.length - listed} more`] : [],
		...reasons.slice(0, 3).map(({ reason, count }) => visible(`  No opinion on ${count}: ${reason}`)),
		calibration.labels === 0 ? "  Nothing is kept: the judge had no opinion." : visible(`  Kept in ${path}: commit it.`)
	].join("\n")), `${calls.made} calls made, ${calls.cached} answered from the store, ${calls.failed} failed.`].join("\n\n")}\n`;
}
function describeAgreement({ accuracy, kappa, labels, unscored }) {
	return `agrees with people on ${accuracy === null ? "nothing" : formatRate(accuracy)}, ${kappa === null ? "κ unknown: one category alone" : `κ ${kappa.value.toFixed(2)} (${kappa.low.toFixed(2)} … ${kappa.high.toFixed(2)})`}, n = ${labels}${unscored === 0 ? "" : `; ${unscored} without an opinion`}`;
}
function describeRates({ truePositiveRate, falsePositiveRate, orderAgreement }) {
	return [
		...truePositiveRate === null ? [] : [`passes ${formatRate(truePositiveRate)} of what people pass`],
		...falsePositiveRate === null ? [] : [`passes ${formatRate(falsePositiveRate)} of what people fail`],
		...orderAgreement === null ? [] : [`both orders agree in ${formatRate(orderAgreement)}`]
	];
}
/** Rows are people's, columns the judge's; where they do not fit side by side, a line for each pair that is there. */
function tableLines({ confusion: { categories, table } }, room) {
	const names = categories.map((name) => visible(name.length > 12 ? `${name.slice(0, 11)}…` : name));
	const longest = Math.max(...names.map((name) => name.length), ...table.flat().map((count) => String(count).length));
	const width = longest + 7 + names.length * (Math.max(6, longest) + 2) <= room ? Math.max(6, longest) : longest;
	if (width + 7 + names.length * (width + 2) > room) return table.flatMap((counts, people) => counts.flatMap((count, judge) => count === 0 ? [] : [`people ${names[people] ?? ""}, judge ${names[judge] ?? ""}: ${count}`]));
	const row = (label, cells) => [label.padEnd(width + 7), ...cells.map((cell) => cell.padStart(width))].join("  ");
	return [row("", names).replace(/^ {5}/, "judge"), ...table.map((counts, index) => row(`people ${names[index] ?? ""}`, counts.map(String)))];
}
function formatRate({ value, low, high, of }) {
	const percent = (share) => `${Math.round(share * 100)} %`;
	return `${percent(value)} (${percent(low)} … ${percent(high)}, n = ${of})`;
}

export { renderCalibration };