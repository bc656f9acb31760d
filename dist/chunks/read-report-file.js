import { i as __toESM } from "./rolldown-runtime.js";
import { F as noJson, R as noReport, Tt as wrongReport, j as newerReport, vt as unreadableFile } from "./errors.js";
import { r as isObject } from "./json.js";
import { t as reportSchema } from "./report-schema.js";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

// src/report/compile-schema.ts
/** Compiles a schema when it is first asked for: who reads no file does not pay for it. */
function compileLater(schema) {
	let compiled;
	const compile = async () => {
		const { Ajv } = await import("./ajv.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
		return new Ajv({
			strict: true,
			allowUnionTypes: true,
			allErrors: true
		}).compile(schema);
	};
	return () => {
		compiled ??= compile();
		return compiled;
	};
}
/** What the schema refuses, one line each. */
function describeErrors({ errors }) {
	return (errors ?? []).filter(({ keyword }) => keyword !== "anyOf").map(({ instancePath, message, params }) => {
		const key = params.additionalProperty;
		return `${instancePath || "/"} ${message ?? "is wrong"}${key === void 0 ? "" : ` (${JSON.stringify(key)})`}`;
	});
}

// src/report/read-report.ts
/** What is told of a file that is no report. */
const toldErrors = 3;
const schema = compileLater(reportSchema);
/** Reads the text of a report.json; where it is none, tells what it is instead and what to do. */
async function readReport(text, path) {
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		return { problem: noJson(path, isJsonLines(text)) };
	}
	if (!isObject(value) || value["schemaVersion"] === void 0) return { problem: noReport(path, null) };
	const { schemaVersion } = value;
	if (typeof schemaVersion === "number" && schemaVersion > 1) return { problem: newerReport(path, schemaVersion) };
	const command = otherCommand(Object.keys(value));
	if (command !== null) return { problem: noReport(path, command) };
	const validate = await schema();
	if (validate(value)) return { report: value };
	const errors = describeErrors(validate);
	return { problem: wrongReport(path, errors.slice(0, toldErrors), errors.length) };
}
/** Which other command wrote it, by a key that only its JSON has. */
function otherCommand(keys) {
	if (keys.includes("verdict")) return null;
	if (keys.includes("sets")) return "power";
	if (keys.includes("controls")) return "backtest";
	return keys.includes("prompts") ? "changes" : null;
}
function isJsonLines(text) {
	const [first = "", second = ""] = text.split("\n", 2);
	try {
		return second !== "" && isObject(JSON.parse(first));
	} catch {
		return false;
	}
}

// src/pipeline/read-report-file.ts
/** Reads one report.json; what is no report is told. */
async function readReportFile(path, directory) {
	try {
		return await readReport(await readFile(resolve(directory, path), "utf8"), path);
	} catch (error) {
		const { code } = error;
		if (code === void 0) throw error;
		return { problem: unreadableFile(path, code) };
	}
}

export { describeErrors as i, readReport as n, compileLater as r, readReportFile as t };