import { _ as formatPlace } from "./errors.js";
import { d as visible } from "./escape.js";

// src/report/init-text.ts
/** What `init` found, wrote and leaves to do, for a terminal. */
function renderInit(result) {
	const { prompts, files, kept, leftOut, keyVariables, asked, watch, withoutEqual } = result;
	if (prompts.length === 0) return [
		"No prompt file found.",
		"",
		"A prompt is a file of its own: prompts/NAME.prompt.yml, for example",
		"  model: openai/gpt-6-luna",
		"  messages:",
		"    - { role: user, content: \"Summarise: {{text}}\" }",
		"Move a prompt there, and run prompt-assay init again.",
		""
	].join("\n");
	const lines = [`Found ${count(prompts.length, "prompt")}:`];
	for (const { name, path, reasons, cases } of prompts) {
		const held = reasons.length === 0 ? "" : `; its answer ${reasons.join(", ")}`;
		lines.push(`  ${visible(name)} (${visible(path)})`, `    ${cases === 0 ? "no case yet" : count(cases, "case")}${held}`);
	}
	lines.push("", files.size === 0 ? "Nothing to write: everything is there." : "Wrote:");
	for (const [path, text] of files) lines.push(`  ${visible(path)} (${count(text.split("\n").length - 1, "line")})`);
	for (const path of kept) lines.push(`Left as it is: ${visible(path)}.`);
	for (const { prompt, lines: written, unusable, failure } of asked) {
		const without = unusable === 0 ? "" : `; ${count(unusable, "answer")} of the model could not be used`;
		const broken = failure === null ? "" : `; then the model could not be asked: ${visible(failure.message)}`;
		lines.push(`${count(written.length, "draft")} of cases for ${visible(prompt.version.name)}${without}${broken}.`);
	}
	if (watch) lines.push("The other gate stays as it is. Prompt Assay reads the same files, and only watches.");
	if (withoutEqual.length > 0) lines.push("", "Not taken over:");
	for (const { message, place } of withoutEqual) lines.push(`  ${place === void 0 ? "" : `${visible(formatPlace(place))}: `}${visible(message)}`);
	if (leftOut.length > 0) lines.push(`Give scorers of their own, under overrides: ${leftOut.map(visible).join(", ")}.`);
	return `${[
		...lines,
		"",
		"Next:",
		...nextSteps(prompts, keyVariables, asked.some(({ lines: written }) => written.length > 0)),
		...watch ? ["  After two weeks, run prompt-assay watch --report: it says where the two agreed."] : []
	].join("\n")}\n`;
}
function nextSteps(prompts, keyVariables, generated) {
	const starters = prompts.flatMap(({ starter }) => starter === null ? [] : [starter]);
	const [first] = starters;
	const others = starters.length < 2 ? "" : ` and ${starters.length - 1} more`;
	return [
		...first === void 0 ? [] : [generated ? `Read the cases in ${visible(first)}${others}, add what is expected, and delete "draft": true from the good ones.` : `Write the inputs that must work into ${visible(first)}${others}, one a line, without "draft".`],
		"Run prompt-assay check: it tells what would be run, and what it would cost.",
		...keyVariables.length === 0 ? [] : [`Set ${keyVariables.join(", ")} here, and as ${keyVariables.length === 1 ? "a secret" : "secrets"} of the repository.`],
		"Edit a prompt and run prompt-assay compare; or commit, and open a pull request."
	].map((step, index) => `  ${index + 1}. ${step}`);
}
function count(number, noun) {
	return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

export { renderInit };