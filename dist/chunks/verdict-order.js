// src/source/verdict-order.ts
/** A map, so that the compiler misses whichever is not there. */
const verdicts = {
	regression: true,
	"below-threshold": true,
	error: true,
	skipped: true,
	inconclusive: true,
	"no-regression": true,
	"above-threshold": true,
	improvement: true,
	new: true,
	unchanged: true,
	deleted: true
};
/** All verdicts, from the worst to the best. */
const verdictOrder = Object.keys(verdicts);

export { verdictOrder as t };