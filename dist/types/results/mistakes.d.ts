import type { Problem } from "../model.js";
/** Collects mistakes of any number of files in bounded memory. */
export interface Mistakes {
    add(problem: Problem): void;
    readonly count: number;
    /** The first twenty, and how many more there are. */
    problems(): readonly Problem[];
}
/** An empty collection. */
export declare function collectMistakes(): Mistakes;
