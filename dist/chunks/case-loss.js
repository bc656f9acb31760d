// src/report/case-loss.ts
/**
* How much a case lost on what got worse: of each metric the share of its larger value, at most 1, so that milliseconds do not
* outweigh scores; the most of them, and behind it their sum. 0 where nothing got worse.
*/
function lossOf({ scores, worse }) {
	const losses = worse.map((metric) => {
		const { baseline = null, candidate = null } = Object.hasOwn(scores, metric) ? scores[metric] ?? {} : {};
		if (baseline === null || candidate === null) return 0;
		return Math.abs(baseline - candidate) / Math.max(1, Math.abs(baseline), Math.abs(candidate));
	});
	return Math.max(0, ...losses) + losses.reduce((sum, loss) => sum + loss, 0) / 1e3;
}

export { lossOf as t };