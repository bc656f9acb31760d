import { r as createGit } from "./repository.js";

// src/changes/origin.ts
/** `owner/name` as the remote `origin` names it; null where there is none. */
async function readOrigin(root, environment) {
	const { exitCode, output } = await createGit(root, environment).run("config", "--get", "remote.origin.url");
	return (exitCode === 0 ? /[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?\s*$/.exec(output) : null)?.[1] ?? null;
}

export { readOrigin as t };