import type { Case, Problem, Row } from "../model.js";
import type { RowResult } from "./golden-format.js";
/** Whether a key means something to a case, so that it is no variable in a row without `vars`. */
export declare function isReserved(key: string): boolean;
/** Cases, and the mistakes of the rows that became none. */
export interface ReadCases {
    readonly cases: readonly Case[];
    readonly problems: readonly Problem[];
    /** Cases that nobody has confirmed yet: they are not among the cases. */
    readonly drafts: number;
}
/** Cases from rows such as the test data of a prompt file. */
export declare function casesFromRows(rows: readonly Row[]): ReadCases;
/** Puts a case away as soon as it is read: what it returns stands for it. */
export type HoldCase = (testCase: Case) => Case;
/** Reads the rows of a golden file as cases. */
export declare function readCases(results: Iterable<RowResult>, hold?: HoldCase): ReadCases;
/** Gathers cases row by row. */
export interface CaseReader {
    /** Returns whether there is a point in reading on. */
    take(result: RowResult): boolean;
    finish(): ReadCases;
}
export declare function createCaseReader(hold?: HoldCase): CaseReader;
