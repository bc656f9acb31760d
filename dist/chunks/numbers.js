import { s as inline } from "./escape2.js";

// src/report/numbers.ts
/** How numbers are written, in every report alike. The minus is U+2212; an unknown value is a dash, never 0. */
const unknown = "–";
/** `1,240`. */
function formatCount(count) {
	return String(Math.round(count)).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}
/** What follows "about": rounded up to two digits, which is as much as the word can promise. */
function formatAbout(count) {
	const step = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1);
	return formatCount(Math.ceil(count / step) * step);
}
/** `1 case`, `1,240 cases`. */
function formatCounted(count, noun) {
	return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}
/** A mean: `82 %` for a pass rate, `0.82` for a score, `820 ms` for what has a unit. */
function formatValue(measured, value) {
	if (value === null || !Number.isFinite(value)) return "–";
	const sign = value < 0 ? "−" : "";
	const size = Math.abs(value);
	if (measured.kind === "binary") return `${sign}${formatSize(size * 100)} %`;
	if (measured.kind === "bounded") return sign + size.toFixed(2);
	return `${sign}${formatMeasure(size)}${measured.unit === null ? "" : ` ${inline(measured.unit, 12)}`}`;
}
/** A difference without its sign: `10 points`, `12 %`. */
function formatAmount(measured, difference) {
	if (difference === null || !Number.isFinite(difference)) return "an unknown amount";
	const size = formatSize(Math.abs(difference) * 100);
	return `${size} ${unitOf(measured, size)}`;
}
/** A difference as the reader sees the metric move: `−10 points`, and `+12 %` for a latency that got worse. */
function formatChange(measured, difference) {
	if (difference === null || !Number.isFinite(difference)) return "–";
	const number = formatSigned(measured, difference);
	return `${number} ${unitOf(measured, number)}`;
}
/** The same for a table, where points need no unit: `−10`, `+12 %`. */
function formatNarrowChange(measured, difference) {
	return formatChange(measured, difference).replace(/ points?$/, "");
}
/** The interval of a difference, smaller number first: `−16.4 to −3.6 points`. */
function formatInterval(measured, interval) {
	if (interval === null) return "–";
	const [from, to] = formatEnds(measured, interval);
	return `${from} to ${to} ${unitOf(measured, to)}`;
}
/** The same, short enough for a table: `−16.4 … −3.6`. */
function formatNarrowInterval(measured, interval) {
	if (interval === null) return "–";
	return formatEnds(measured, interval).join(" … ") + (measured.kind === "ratio" ? " %" : "");
}
/** `p = 0.010`; a p-value at its floor is `p < 1e-300`. */
function formatP(value) {
	if (value === null || !Number.isFinite(value)) return "p unknown";
	if (value <= 1e-300) return "p < 1e-300";
	if (value < 9995e-7) return `p = ${Number(value.toPrecision(1))}`;
	if (value < .0995) return `p = ${value.toFixed(3)}`;
	return `p = ${value.toFixed(2)}`;
}
/** `90 %`. */
function formatShare(share) {
	return `${formatSize(share * 100)} %`;
}
/** US dollars: `$0.12`. */
function formatCost(cost) {
	return `$${cost > 0 && cost < .01 ? String(Number(cost.toPrecision(2))) : cost.toFixed(2)}`;
}
/** `420 ms`, `34 s`, `2 min 5 s`. */
function formatDuration(milliseconds) {
	if (milliseconds < 1e3) return `${Math.round(milliseconds)} ms`;
	const seconds = Math.round(milliseconds / 1e3);
	if (seconds < 60) return `${seconds} s`;
	return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** A positive number in its natural unit, to about three digits. */
function formatMeasure(value) {
	if (value >= 100) return formatCount(value);
	if (Number.isInteger(value)) return String(value);
	if (value >= 10) return value.toFixed(1);
	if (value >= 1) return value.toFixed(2);
	return String(Number(value.toPrecision(2)));
}
function unitOf(measured, number) {
	if (measured.kind === "ratio") return "%";
	return /^[+−]?1$/.test(number) ? "point" : "points";
}
/** Differences are oriented (positive is better); a reader sees latency go up, so the sign is turned back. */
function formatSigned(measured, difference) {
	const shown = measured.direction === "lower" ? -difference : difference;
	const size = formatSize(Math.abs(shown) * 100);
	if (size === "0") return size;
	return (shown < 0 ? "−" : "+") + size;
}
function formatEnds(measured, [low, high]) {
	const ends = [formatSigned(measured, low), formatSigned(measured, high)];
	return measured.direction === "lower" ? [ends[1], ends[0]] : ends;
}
/** Hundredths to one digit after the point; two where less than a tenth would vanish. */
function formatSize(size) {
	if (size >= 1e3) return formatCount(size);
	return String(Number(size.toFixed(size < .095 ? 2 : 1)));
}

export { formatCount as a, formatInterval as c, formatNarrowInterval as d, formatP as f, formatCost as i, formatMeasure as l, formatValue as m, formatAmount as n, formatCounted as o, formatShare as p, formatChange as r, formatDuration as s, formatAbout as t, formatNarrowChange as u };