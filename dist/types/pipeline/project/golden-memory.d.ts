import type { EvalClass } from "../../golden/evals/classes.js";
import type { ReadCases } from "../../golden/read-case.js";
import type { Case } from "../../model.js";
/** Golden sets as a run holds them: a file that is the same at two revisions once, and what cases say on disk. */
export interface GoldenMemory {
    /**
     * Null where there is no file. What is read at two revisions is scanned twice: to know it, and to read it. `evalClass`: how
     * samples of OpenAI Evals are judged; unset: as usual.
     */
    read(path: string, scan: ScanFile, evalClass?: EvalClass): Promise<ReadCases | null>;
    /** `goldenHash`, found once for the same cases. */
    hash(cases: readonly Case[]): string;
    close(): void;
}
/** Hands the bytes of a file on as they come; false where there is none. */
export type ScanFile = (onPiece: (piece: Uint8Array) => void) => Promise<boolean>;
export declare function createGoldenMemory(): GoldenMemory;
