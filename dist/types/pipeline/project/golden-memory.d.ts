import type { ReadCases } from "../../golden/read-case.js";
/** Golden sets as a run holds them: a file that is the same at two revisions once, and what cases say on disk. */
export interface GoldenMemory {
    parse(path: string, source: Uint8Array): ReadCases;
    close(): void;
}
export declare function createGoldenMemory(): GoldenMemory;
