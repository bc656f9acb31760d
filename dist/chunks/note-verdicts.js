import { i as firstComplaint, o as noteNotWritten, r as createGit, t as openRepository } from "./repository.js";
import { J as notedEditsElsewhere, n as UserError, q as noteOfShard, ut as throwProblems } from "./errors.js";
import { n as notesRef } from "./note-text2.js";
import { i as verdictsOf, n as readNoteOf, t as addToNote } from "./verdict-notes.js";
import { c as loadProject, i as loadOptions } from "./find-changes.js";
import { t as readReportFile } from "./read-report-file.js";

// src/changes/write-note.ts
/** Who writes a note, where the configuration does not say it. */
const identity = [
	"GIT_AUTHOR_NAME",
	"GIT_AUTHOR_EMAIL",
	"GIT_COMMITTER_NAME",
	"GIT_COMMITTER_EMAIL"
];
/** Makes `text` the note of a commit, in this repository alone: nothing is pushed. */
async function writeNote(root, environment, ref, commit, text) {
	const own = Object.fromEntries(identity.flatMap((name) => environment[name] ? [[name, environment[name]]] : []));
	const child = createGit(root, environment, own).start("notes", `--ref=${ref}`, "add", "--force", "--file=-", commit);
	let complaint = "";
	child.stderr.on("data", (chunk) => {
		complaint += chunk.toString();
	});
	child.stdin.on("error", () => {});
	child.stdin.end(text);
	if (await new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("close", resolve);
	}) !== 0) throw new UserError(noteNotWritten(firstComplaint(complaint)));
}

// src/pipeline/note-verdicts.ts
/**
* Writes the verdicts of a report into git's note of the commit that was judged. A report on edits that have been committed
* since is noted on HEAD, if its versions are those that were judged. Nothing is pushed.
*/
async function noteVerdicts(file, options) {
	const read = await readReportFile(file, options.directory);
	if ("problem" in read) throw new UserError(read.problem);
	const { report } = read;
	if (report.shard !== void 0) throw new UserError(noteOfShard(file));
	const verdicts = verdictsOf(report, (options.now ?? (() => /* @__PURE__ */ new Date()))().toISOString());
	if (verdicts.length === 0) return {
		commit: null,
		verdicts,
		added: []
	};
	const environment = { ...options.environment };
	const repository = await openRepository(options.directory, environment);
	try {
		const commit = await repository.resolve(report.head.commit ?? "HEAD");
		if (report.head.commit === null) await checkCommitted(report, repository, options);
		const notes = await repository.tree(notesRef).catch(() => null);
		const before = notes === null ? "" : await readNoteOf(notes, commit);
		const { text, added } = addToNote(before, verdicts);
		if (added.length > 0) await writeNote(repository.root, environment, notesRef, commit, text);
		return {
			commit,
			verdicts,
			added
		};
	} finally {
		await repository.close();
	}
}
/** Edits that were judged before they were committed: HEAD must have the very versions. */
async function checkCommitted({ prompts }, repository, options) {
	const { prompts: committed } = await loadProject(await repository.tree("HEAD"), {
		...loadOptions(repository.prefix, options),
		callsOnly: true,
		optional: true
	});
	const isThere = (path, { fingerprint }) => committed.some(({ version }) => version.path === path && version.fingerprint === fingerprint);
	throwProblems(prompts.flatMap(({ path, candidate }) => candidate === null || isThere(path, candidate) ? [] : [notedEditsElsewhere(path)]));
}

export { noteVerdicts };