import { _ as formatPlace } from "./errors.js";
import { d as visible } from "./escape2.js";
import { c as wrap } from "./layout2.js";
import { o as formatCounted } from "./numbers.js";

// src/report/init-text.ts
/** Prompts in the code that are listed; `check --inline` lists all. */
const listed = 5;
/** What `init` found, wrote and leaves to do, for a terminal of 80 columns. */
function renderInit(result) {
	const { prompts, files, kept, leftOut, keyVariables, asked, watch, withoutEqual, inline } = result;
	if (prompts.length === 0) return renderNothing(inline);
	const lines = [`Found ${formatCounted(prompts.length, "prompt")}:`];
	for (const { name, path, reasons, cases } of prompts) {
		const held = reasons.length === 0 ? "" : `; its answer ${reasons.join(", ")}`;
		lines.push(`  ${visible(name)} (${visible(path)})`, ...hang(`${cases === 0 ? "no case yet" : formatCounted(cases, "case")}${held}`, "    "));
	}
	if (inline.length > 0) lines.push("", ...renderInline(inline, "Also in the code, where no change of them is judged"));
	lines.push("", files.size === 0 ? "Nothing to write: everything is there." : "Wrote:");
	for (const [path, text] of files) lines.push(`  ${visible(path)} (${formatCounted(text.split("\n").length - 1, "line")})`);
	for (const path of kept) lines.push(`Left as it is: ${visible(path)}.`);
	for (const { prompt, lines: written, unusable, failure } of asked) {
		const without = unusable === 0 ? "" : `; ${formatCounted(unusable, "answer")} of the model could not be used`;
		const broken = failure === null ? "" : `; then the model could not be asked: ${visible(failure.message)}`;
		const drafts = `${formatCounted(written.length, "draft")} of cases for ${visible(prompt.version.name)}`;
		lines.push(...wrap(`${drafts}${without}${broken}.`, 80));
	}
	if (watch) lines.push(...wrap("The other gate stays as it is. Prompt Assay reads the same files, and only watches.", 80));
	if (withoutEqual.length > 0) lines.push("", "Not taken over:");
	for (const { message, place } of withoutEqual) lines.push(...hang(`${place === void 0 ? "" : `${visible(formatPlace(place))}: `}${visible(message)}`, "  "));
	if (leftOut.length > 0) lines.push(...wrap(`Give scorers of their own, under overrides: ${leftOut.map(visible).join(", ")}.`, 80));
	const generated = asked.some(({ lines: written }) => written.length > 0);
	return `${[
		...lines,
		"",
		"Next:",
		...nextSteps(prompts, keyVariables, generated, watch)
	].join("\n")}\n`;
}
function renderNothing(inline) {
	return `${[
		"No prompt file found.",
		"",
		...inline.length === 0 ? [] : [...renderInline(inline, "Found in the code, where no change of them is judged"), ""],
		"A prompt is a file of its own: prompts/NAME.prompt.yml, for example",
		"  model: openai/gpt-6-luna",
		"  messages:",
		"    - { role: user, content: \"Summarise: {{text}}\" }",
		inline.length === 0 ? "Move a prompt there, and run prompt-assay init again." : "Move one there, let the code read it, and run prompt-assay init again."
	].join("\n")}\n`;
}
function renderInline(inline, title) {
	const more = inline.length - listed;
	return [
		`${title}:`,
		...inline.slice(0, listed).flatMap(({ place, sdk, firstWords }) => hang(`${visible(formatPlace(place))} (${sdk}): ${visible(firstWords)}`, "  ")),
		...more > 0 ? [`  and ${more} more: prompt-assay check --inline`] : []
	];
}
function nextSteps(prompts, keyVariables, generated, watch) {
	const starters = prompts.flatMap(({ starter }) => starter === null ? [] : [starter]);
	const [first] = starters;
	const others = starters.length < 2 ? "" : ` and ${starters.length - 1} more`;
	return [
		...first === void 0 ? [] : [generated ? `Read the cases in ${visible(first)}${others}, add what is expected, and delete "draft": true from the good ones.` : `Write the inputs that must work into ${visible(first)}${others}, one a line, without "draft"; or have drafts written: prompt-assay init --generate 20.`],
		"Run prompt-assay check: it tells what would be run, and what it would cost.",
		...keyVariables.length === 0 ? [] : [`Set ${keyVariables.join(", ")} here, and as ${keyVariables.length === 1 ? "a secret" : "secrets"} of the repository.`],
		"Edit a prompt and run prompt-assay compare; or commit, and open a pull request.",
		...watch ? ["After two weeks, run prompt-assay watch --report: it says where the two agreed."] : []
	].flatMap((step, index) => {
		const [line = "", ...rest] = wrap(step, 75);
		return [`  ${index + 1}. ${line}`, ...rest.map((each) => `     ${each}`)];
	});
}
/** Wrapped, what follows the first line two columns further in. */
function hang(text, indent) {
	return wrap(text, 80 - indent.length - 2).map((line, index) => `${indent}${index === 0 ? "" : "  "}${line}`);
}

export { renderInit };