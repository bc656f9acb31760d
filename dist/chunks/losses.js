// src/report/losses.ts
/**
* Whether a prompt lost something that a person can take on record: a regression, or a missed threshold where there was a
* baseline, but nobody offers its model any more.
*/
function isLoss({ verdict, pair }) {
	return verdict === "regression" || verdict === "below-threshold" && pair !== null;
}
/** A loss that fails the gate, for nobody took it on record. */
function isOpenLoss(prompt) {
	return isLoss(prompt) && !prompt.advisory && prompt.accepted === null;
}

export { isOpenLoss as n, isLoss as t };