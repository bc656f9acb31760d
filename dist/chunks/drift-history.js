import { t as markdownTable } from "./markdown-table.js";
import { a as escapeXml, l as prose, n as codeSpan } from "./escape2.js";
import { n as describeDrift, r as describeUnchecked, s as meanWithInterval } from "./drift-words.js";

// src/report/drift-chart.ts
const width = 240;
const height = 48;
const edge = 4;
/** Colours that can be read on light and on dark ground. */
const colors = {
	line: "#4078c0",
	band: "#4078c033",
	change: "#d73a49",
	reference: "#8b949e",
	gap: "#8b949e66"
};
/** The metric that a prompt is shown by: one that drifts, else the first that is a score. */
function mainRow(line) {
	const last = line.steps.findLast(({ kind }) => kind !== "gap");
	const known = Object.keys(last?.metrics ?? {});
	const drifting = line.drifting ? line.events.filter(({ event, row }) => event !== "recovered" && known.includes(row)).map(({ row }) => row) : [];
	return drifting.findLast((row) => !row.startsWith("judge:")) ?? drifting.at(-1) ?? known[0] ?? null;
}
/** A small picture of a metric over the last nights: its interval, its line, the reference as dashes, changes in red. */
function drawSparkline(line, row) {
	const steps = line.steps.slice(-60);
	const means = steps.flatMap(({ metrics }) => metrics[row] ?? []);
	const isShare = means.every(({ unit }) => unit === void 0);
	const bottom = isShare ? 0 : Math.min(...means.map(({ low }) => low));
	const top = isShare ? 1 : Math.max(...means.map(({ high }) => high));
	const x = (index) => edge + 232 * index / Math.max(1, steps.length - 1);
	const y = (value) => round(44 - 40 * (value - bottom) / Math.max(1e-9, top - bottom));
	const points = steps.flatMap((step, index) => {
		const mean = step.metrics[row];
		return mean === void 0 ? [] : [{
			...mean,
			index,
			x: round(x(index))
		}];
	});
	const stretches = [];
	for (const point of points) {
		const last = stretches.at(-1);
		if (last?.at(-1)?.index === point.index - 1) last.push(point);
		else stretches.push([point]);
	}
	const draw = (corners) => `M${corners.map(([at, value]) => `${at} ${y(value)}`).join("L")}`;
	const reference = steps.findLast(({ kind }) => kind === "reference")?.metrics[row];
	const band = stretches.map((stretch) => {
		const highs = stretch.map(({ x: at, high }) => [at, high]);
		return `${draw([...highs, ...stretch.toReversed().map(({ x: at, low }) => [at, low])])}Z`;
	});
	const last = points.at(-1);
	const parts = [
		`<title>${escapeXml(`${line.name}: ${row}, ${steps.length} runs`)}</title>`,
		...gapsOf(steps).map((index) => `<rect x="${round(x(index)) - 1}" y="0" width="2" height="${height}" fill="${colors.gap}"/>`),
		reference === void 0 ? "" : `<path d="M${edge} ${y(reference.mean)}H236" stroke="${colors.reference}" stroke-dasharray="3 3"/>`,
		`<path d="${band.join("")}" fill="${colors.band}"/>`,
		...changesOf(line.events, steps, row).map((index) => `<path d="M${round(x(index))} 0V${height}" stroke="${colors.change}"/>`),
		`<path d="${stretches.map((stretch) => draw(stretch.map(({ x: at, mean }) => [at, mean]))).join("")}" fill="none" stroke="${colors.line}" stroke-width="1.5"/>`,
		last === void 0 ? "" : `<circle cx="${last.x}" cy="${y(last.mean)}" r="2.5" fill="${colors.line}"/>`
	];
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">${parts.join("")}</svg>\n`;
}
function gapsOf(steps) {
	return steps.flatMap(({ kind }, index) => kind === "gap" ? [index] : []);
}
function changesOf(events, steps, row) {
	const firsts = new Set(events.filter((event) => event.row === row).map(({ change }) => change.first));
	return steps.flatMap(({ at }, index) => firsts.has(at) ? [index] : []);
}
/** A badge for a README: how many prompts drift. */
function drawBadge(lines) {
	const drifting = lines.filter((line) => line.drifting).length;
	const text = lines.length === 0 ? "no nights yet" : drifting === 0 ? "steady" : `${drifting} drifting`;
	const color = lines.length === 0 ? "#6e7681" : drifting === 0 ? "#2da44e" : "#d73a49";
	const [left, right] = [78, 10 + text.length * 7];
	const label = (at, words) => `<text x="${at}" y="14" text-anchor="middle" fill="#fff" font-family="Verdana,sans-serif" font-size="11">${words}</text>`;
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="prompt drift: ${text}"><title>prompt drift: ${text}</title><rect width="${left + right}" height="20" rx="3" fill="#444c56"/><rect x="${left}" width="${right}" height="20" rx="3" fill="${color}"/>${label(left / 2, "prompt drift")}${label(left + right / 2, text)}</svg>\n`;
}
function round(value) {
	return Math.round(value * 10) / 10;
}

// src/report/drift-history.ts
/** The files of a history that people look at: a page, a badge, and a picture of each prompt. */
function describeHistory(lines) {
	const files = /* @__PURE__ */ new Map([["README.md", writePage(lines)], ["badge.svg", drawBadge(lines)]]);
	for (const line of lines) {
		const row = mainRow(line);
		if (row !== null) files.set(pictureOf(line), drawSparkline(line, row));
	}
	return files;
}
function pictureOf({ folder }) {
	return `prompts/${folder}/line.svg`;
}
function writePage(lines) {
	const rows = lines.map((line) => {
		const row = mainRow(line);
		const last = line.steps.findLast(({ kind }) => kind === "night") ?? null;
		const reference = line.steps.findLast(({ kind }) => kind === "reference") ?? null;
		return [
			codeSpan(line.name),
			line.drifting ? "drifting" : "steady",
			row === null ? "–" : codeSpan(row),
			meanWithInterval(row !== null && reference?.metrics[row] || null),
			meanWithInterval(row !== null && last?.metrics[row] || null),
			(last ?? reference)?.at.slice(0, 10) ?? "–",
			row === null ? "" : `![](${pictureOf(line)})`
		];
	});
	const events = lines.filter((line) => line.drifting).flatMap((line) => openEvents(line).map((event) => `- ${codeSpan(line.name)}: ${prose(describeDrift(event))}`));
	const notes = lines.flatMap((line) => {
		const note = describeUnchecked(line);
		return note === null ? [] : [`- ${codeSpan(line.name)}: ${prose(note)}`];
	});
	return [
		"# Prompt drift",
		"",
		"![](badge.svg)",
		"",
		"Written by Prompt Assay after every night; what is edited here is written over. Scores and hashes, one folder a prompt.",
		"",
		markdownTable([[
			"prompt",
			"state",
			"metric",
			"reference",
			"last night",
			"on",
			"the last 60 runs"
		], ...rows]),
		...events.length === 0 ? [] : [
			"",
			"## Drifting now",
			"",
			...events
		],
		...notes.length === 0 ? [] : [
			"",
			"## What cannot be told",
			"",
			...notes
		],
		""
	].join("\n");
}
/** The last event of every row that drifts. */
function openEvents({ events, steps }) {
	const since = steps.findLast(({ kind }) => kind === "reference")?.at ?? "";
	const last = /* @__PURE__ */ new Map();
	for (const event of events) if (event.at > since) last.set(event.row, event);
	return [...last.values()].filter(({ event }) => event !== "recovered");
}

export { openEvents as n, mainRow as r, describeHistory as t };