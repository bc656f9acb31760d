import { n as UserError } from "./errors.js";
import { mkdir, open, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

// src/drift/folder-history.ts
/** A lock older than this belongs to a run that was ended. */
const staleMs = 12e4;
/** Waits for the other night this often, a tenth of a second each. */
const attempts = 300;
/** A history in a folder: several nights may write it at once, one after the other. */
function openFolderHistory(folder, sleep) {
	return {
		label: folder,
		read: () => readFiles(folder),
		async update(_message, edit) {
			await mkdir(folder, { recursive: true }).catch((error) => refuse(folder, error));
			const release = await lock(join(folder, ".lock"), sleep);
			try {
				const { changes, result } = edit(await readFiles(folder));
				await writeFiles(folder, changes).catch((error) => refuse(folder, error));
				return result;
			} finally {
				await release();
			}
		}
	};
}
async function readFiles(folder) {
	const paths = (await readdir(folder, { recursive: true }).catch((error) => {
		if (error.code === "ENOENT") return [];
		return refuse(folder, error);
	})).map((name) => name.replaceAll("\\", "/")).filter((name) => name.endsWith(".jsonl"));
	const files = await Promise.all(paths.sort().map(async (path) => [path, await readFile(join(folder, path), "utf8")]));
	return new Map(files);
}
/** A file is there as it was or as it is to be, never half of it. */
async function writeFiles(folder, changes) {
	for (const [path, text] of changes) {
		const file = join(folder, path);
		if (text === null) {
			await rm(file, { force: true });
			continue;
		}
		await mkdir(dirname(file), { recursive: true });
		await writeFile(`${file}.new`, text);
		await rename(`${file}.new`, file);
	}
}
async function lock(file, sleep) {
	for (let attempt = 0; attempt < attempts; attempt++) try {
		await (await open(file, "wx")).close();
		return () => rm(file, { force: true });
	} catch (error) {
		if (error.code !== "EEXIST") return refuse(dirname(file), error);
		const made = await stat(file).catch(() => null);
		if (made !== null && Date.now() - made.mtimeMs > staleMs) await rm(file, { force: true });
		else await sleep(100);
	}
	throw new UserError({
		message: `another run is writing the history in ${dirname(file)}`,
		hint: `If there is none, remove ${file}.`
	});
}
function refuse(folder, error) {
	throw new UserError({
		message: `cannot keep the history in ${folder}: ${error.message}`,
		hint: "Name a folder you may write to: --history DIR."
	});
}

export { openFolderHistory as t };