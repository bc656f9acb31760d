import type { JsonObject } from "../../model.js";
/** How samples of OpenAI Evals are judged: by their ideal answers, or by models. */
export type EvalClass = {
    readonly kind: IdealKind;
    readonly ignoreCase: boolean;
} | {
    readonly kind: "graded";
    /** Judges as a case writes them. */
    readonly judges: readonly JsonObject[];
    /** What a sample must have beside its input, for they are told it. */
    readonly needs: readonly string[];
};
/** What is looked at: the ideal answers, or with `json` the form of the answer alone. */
type IdealKind = "match" | "includes" | "fuzzy-match" | "json-match" | "json";
/** What holds for samples without a registry: the commonest class. */
export declare const usualClass: EvalClass;
export declare const knownClasses: readonly string[];
/** The class that a registry names, with its arguments; `graded` where a specification says how, null where it has no equal here. */
export declare function findClass(written: string, args: JsonObject): EvalClass | "graded" | null;
/** Whether a sample has no ideal answer where the class needs none. */
export declare function needsIdeal({ kind }: EvalClass): boolean;
/**
 * The scorers of a sample with so many ideal answers, as a case writes them. They refer to the case's `expected`, so that an
 * ideal answer is never a template.
 */
export declare function scorersOf(evalClass: EvalClass, ideals: readonly string[]): readonly JsonObject[];
export {};
