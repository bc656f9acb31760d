import { et as quote } from "./errors.js";
import { m as missingVariables } from "./trust.js";
import { t as changedParts } from "./changed-parts.js";
import { i as varyVersion } from "./prompt-version.js";

// src/pipeline/plan/plan-variants.ts
/**
* Changes for `planRun`: a prompt that is only tried in variants is planned as if it had changed, so that it has both
* versions and all of its cases.
*/
function changesToPlan({ changes, varied }) {
	const forced = varied.filter(isUnchanged).map((change) => ({
		...change,
		kind: "changed"
	}));
	return [...changes.filter((change) => !(change.kind === "judging" && varied.includes(change))), ...forced];
}
/** The plans of the prompts, and behind each one the plans of its variants; told is which variants are none. */
function planVariants(plans, { varied, variants, fileVariants }) {
	if (variants.length === 0 && fileVariants.size === 0) return {
		plans,
		warnings: []
	};
	const warnings = [];
	return {
		plans: plans.flatMap((plan) => {
			const change = varied.find(({ path }) => path === plan.change.path);
			if (change === void 0 || plan.candidate === null || plan.skipped !== null) return [plan];
			const prompt = plan.baseline === null ? plan : {
				...plan,
				baselineKey: keyOf(plan)
			};
			const files = (fileVariants.get(change.path) ?? []).filter(({ name, version }) => {
				const [missing] = missingVariables(plan.cases.map(withValues), version.variables);
				if (missing !== void 0) warnings.push(`${quote(name)} of ${change.name} is not run: ${missing.message}`);
				return missing === void 0;
			});
			const ready = [...fromSettings(plan.candidate, variants), ...files];
			const own = variantsOf(prompt, plan.candidate, ready);
			const left = ready.filter(({ name }) => !own.some(({ variant }) => variant?.name === name));
			for (const { name } of left) warnings.push(`${change.name} asks for the same with ${quote(name)} as another version does, so it is not run again`);
			return isUnchanged(change) ? own : [prompt, ...own];
		}),
		warnings
	};
}
/** Whether its call is what it was, so that there is nothing to compare but variants. */
function isUnchanged({ kind }) {
	return kind === "unchanged" || kind === "renamed" || kind === "judging";
}
/** One plan for each variant that is neither the baseline nor the candidate nor another variant. */
function variantsOf(prompt, head, variants) {
	const baseline = prompt.baseline ?? { ...head };
	const seen = /* @__PURE__ */ new Set([baseline.fingerprint, head.fingerprint]);
	return variants.flatMap(({ name, version }) => {
		if (seen.has(version.fingerprint)) return [];
		seen.add(version.fingerprint);
		return [planVariant(prompt, baseline, version, name)];
	});
}
/** The prompt with another model or other parameters. */
function fromSettings(head, variants) {
	return variants.map((variant) => {
		const varied = varyVersion(head, variant);
		return {
			name: variant.name,
			version: variant.model === null ? varied : {
				...varied,
				modelPlace: variant.place
			}
		};
	});
}
/** A case with the values that the candidate is asked with. */
function withValues({ testCase, candidate }) {
	return {
		id: testCase.id,
		place: testCase.place,
		context: null,
		vars: candidate
	};
}
function planVariant(prompt, baseline, version, name) {
	const { change } = prompt;
	const candidate = change.candidate && {
		...change.candidate,
		version
	};
	const before = prompt.baseline === null ? change.candidate : change.baseline;
	return {
		...prompt,
		change: {
			...change,
			kind: "changed",
			name: `${change.name} · ${name}`,
			parts: changedParts(baseline.configuration, version.configuration),
			baseline: before,
			candidate,
			broken: null
		},
		baseline,
		candidate: version,
		cases: prompt.baseline === null ? prompt.cases.map(asCandidate) : prompt.cases,
		added: [],
		notes: [],
		variant: {
			name,
			prompt: change.name
		},
		baselineKey: keyOf({
			...prompt,
			baseline
		})
	};
}
function asCandidate(planCase) {
	const { testCase, candidate, turns } = planCase;
	return {
		testCase,
		candidate,
		baseline: candidate,
		...turns && { turns: {
			...turns,
			baseline: turns.candidate
		} }
	};
}
function keyOf({ change, baseline, goldenHash }) {
	return `${change.path}\0${baseline?.fingerprint}\0${goldenHash}`;
}

export { planVariants as n, changesToPlan as t };