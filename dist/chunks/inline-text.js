import { _ as formatPlace } from "./errors.js";
import { d as visible } from "./escape2.js";
import { o as formatCounted } from "./numbers.js";

// src/report/inline-text.ts
/** Lines of a list; all of it stands in the JSON. */
const listed = 200;
const levels = [
	"0 of 3: no prompt was found",
	"1 of 3: prompts are strings in the code",
	"2 of 3: prompts are files under version control",
	"3 of 3: prompt files have golden sets, versions and a gate"
];
/** What `check --inline` prints. */
function renderInline({ inline, files, sources, maturity }) {
	const lines = inline.slice(0, listed).map(({ place, sdk, call, firstWords }) => `${visible(formatPlace(place))}  ${sdk} ${call}: ${visible(firstWords)}`);
	const more = inline.length - lines.length;
	return [
		`Prompts in the code: ${inline.length} in ${formatCounted(sources, "source")}. Prompts in files: ${files}.`,
		...lines.length === 0 ? [] : ["", ...lines],
		...more > 0 ? [`… and ${more} more; --json writes all of them.`] : [],
		"",
		`Level ${levels[maturity.level]}.`,
		...maturity.nextSteps.map((step, index) => `${index === 0 ? "Next: " : "Then: "}${visible(step)}`),
		""
	].join("\n");
}

export { renderInline };