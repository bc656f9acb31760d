import { wt as unwritableStore } from "./errors.js";
import { join } from "node:path";
import { accessSync, constants, mkdirSync, writeFileSync } from "node:fs";

// src/run/store/folder.ts
/**
* Makes a store's folder, for the user's eyes only. One that is new is kept out of git, for its answers and its key are
* for nobody else; in one that was there, other things may be. Throws a UserError where it cannot.
*/
function makeFolder(directory) {
	if (!makeWritable(directory, directory)) return;
	try {
		writeFileSync(join(directory, ".gitignore"), "*\n", { flag: "wx" });
	} catch {}
}
/** Makes the folders within it; what cannot be written is told before anything is paid for. */
function makeFolders(directory, folders) {
	makeFolder(directory);
	for (const folder of folders) makeWritable(folder, directory);
}
/** Returns whether the folder is new. */
function makeWritable(folder, directory) {
	try {
		const made = mkdirSync(folder, {
			recursive: true,
			mode: 448
		});
		accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
		return made !== void 0;
	} catch (error) {
		throw unwritableStore(directory, error.code);
	}
}

export { makeFolders as n, makeFolder as t };