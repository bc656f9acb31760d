import { getHeapStatistics, setFlagsFromString } from "node:v8";

// src/commands/limit-garbage.ts
/** Bytes in use below which garbage costs less room than collecting it costs time: a run of 1,000 cases hardly gets there. */
const freely = 41943040;
const lookEveryMs = 100;
/**
* Left to itself the runtime lets garbage pile up to several times what lives: with 100,000 cases, 735 MB of which 135
* lived. Collected after each growth by a fifth the peak was half as high. A small run would pay for that with a fortieth
* of its time, so it begins once the heap is large. For the process as a whole: only its entries may call this.
*/
function limitGarbage() {
	const looking = setInterval(() => {
		if (getHeapStatistics().used_heap_size < freely) return;
		setFlagsFromString("--heap-growing-percent=20");
		clearInterval(looking);
	}, lookEveryMs);
	looking.unref();
}

export { limitGarbage as t };