import type { JsonObject } from "../../model.js";
/** How samples of OpenAI Evals are judged. */
export interface EvalClass {
    readonly kind: "match" | "includes" | "fuzzy-match" | "json-match" | "closedqa" | "fact";
    readonly ignoreCase: boolean;
}
/** What holds for samples without a registry: the commonest class. */
export declare const usualClass: EvalClass;
export declare const knownClasses: readonly string[];
/** The class that a registry names, with its arguments; null where it has no equal here. */
export declare function findClass(written: string, args: JsonObject): EvalClass | null;
/**
 * The scorer of a sample with so many ideal answers, as a case writes it. It refers to the case's `expected`, so that an
 * ideal answer is never a template.
 */
export declare function scorersOf({ kind, ignoreCase }: EvalClass, ideals: readonly string[]): readonly JsonObject[];
