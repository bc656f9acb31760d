import type { Place, Problem, Row } from "../model.js";
/** A row that may know the places of its keys. */
export interface GoldenRow extends Row {
    placeOf?(key: string): Place;
}
/** What came of reading the next row: a mistake in one row does not hide the others. */
export type RowResult = {
    readonly row: GoldenRow;
} | {
    readonly problem: Problem;
};
/** A kind of golden file. */
export interface GoldenFormat {
    readonly endings: readonly string[];
    /** For help and documentation. */
    readonly description: string;
    /** In bytes: what reads in seconds and a small part of the memory. */
    readonly sizeLimit: number;
    /** The rows of a text, in its order. Throws a UserError where the text as a whole cannot be read. */
    read(path: string, text: string): Iterable<RowResult>;
}
/** Bytes in a megabyte. */
export declare const megabyte = 1000000;
