import { createHash } from "node:crypto";

// src/source/shard.ts
/** More jobs than a workflow can start are a slip of the pen. */
const mostShards = 1e3;
/** Reads `3/8`. Returns a sentence that says what is wrong where it makes no sense. */
function readShard(written) {
	const [, index = "", of = ""] = /^(\d{1,9})\/(\d{1,9})$/.exec(written.trim()) ?? [];
	if (index === "") return "Give a shard as i/n, for example 3/8: the third of eight.";
	const shard = {
		index: Number(index),
		of: Number(of)
	};
	if (shard.of < 1 || shard.of > mostShards) return `There can be 1 to ${mostShards} shards.`;
	if (shard.index >= 1 && shard.index <= shard.of) return shard;
	return `There is no shard ${shard.index} of ${shard.of}: they are 1/${shard.of} to ${shard.of}/${shard.of}.`;
}
/**
* Which of `of` shards takes a case: from 1. A hash of the id alone, so that any number of shards covers a set once,
* whatever its order.
*/
function shardOf(caseId, of) {
	return createHash("sha256").update(caseId.toWellFormed()).digest().readUIntBE(0, 6) % of + 1;
}
/** A shard's part of a limit on the whole run; parts of a count are whole numbers that add up to it. */
function shareOfLimit(limit, shard, unit) {
	if (shard === void 0) return limit;
	if (unit === "amount") return limit / shard.of;
	return Math.floor(limit / shard.of) + (shard.index <= limit % shard.of ? 1 : 0);
}

export { shardOf as n, shareOfLimit as r, readShard as t };