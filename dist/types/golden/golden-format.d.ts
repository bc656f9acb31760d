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
export type GoldenFormat = {
    readonly endings: readonly string[];
    /** For help and documentation. */
    readonly description: string;
} & (WholeFormat | LineFormat);
/** Read as a whole. */
export interface WholeFormat {
    /** In bytes: what reads in seconds and a small part of the memory. */
    readonly sizeLimit: number;
    /** The rows of a text, in its order. Throws a UserError where the text as a whole cannot be read. */
    read(path: string, text: string): Iterable<RowResult>;
}
/** Read line by line, however many there are. */
export interface LineFormat {
    /** In bytes: of one line. */
    readonly lineLimit: number;
    /** The row of a line. */
    readLine(text: string, place: Place): RowResult;
}
/** Bytes in a megabyte. */
export declare const megabyte = 1000000;
