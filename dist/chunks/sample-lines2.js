import { X as pageWithoutSamples, Y as pageWithOtherSamples } from "./errors.js";
import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

// src/pipeline/sample-lines.ts
/** The lines of the samples file that a report just written names; nothing where it names none. `file`: the report's path. */
function samplesBeside({ samples }, file) {
	return samples === null ? {} : { samples: readLines(join(dirname(file), samples.path)) };
}
/** The same for a report that was read: the file may be gone, or be another run's by now. */
async function findSamples(report, file) {
	const { samples } = report;
	if (samples === null) return {};
	const path = join(dirname(file), samples.path);
	if (!(await stat(path).catch(() => null))?.isFile()) return { problem: pageWithoutSamples(samples.path) };
	if (await hashOf(path) !== samples.sha256) return { problem: pageWithOtherSamples(samples.path) };
	return samplesBeside(report, file);
}
function readLines(path) {
	return async function* () {
		const input = createReadStream(path, "utf8");
		yield* createInterface({
			input,
			crlfDelay: Number.POSITIVE_INFINITY
		});
	};
}
async function hashOf(path) {
	const hash = createHash("sha256");
	for await (const chunk of createReadStream(path)) hash.update(chunk);
	return hash.digest("hex");
}

export { samplesBeside as n, findSamples as t };