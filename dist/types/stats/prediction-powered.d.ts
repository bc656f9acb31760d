/** One case that both the judge and people scored: differences candidate − baseline. */
export interface LabelledDifference {
    readonly judge: number;
    readonly human: number;
}
/** Null where there are too few cases to say. */
export interface PredictionPoweredResult {
    readonly estimate: number | null;
    readonly se: number | null;
    /** How far the judge is trusted, 0…1. */
    readonly lambda: number;
}
/**
 * Difference on the human scale from many judged and few labelled cases (PPI++, Angelopoulos, Duchi & Zrnic 2023, arXiv
 * 2311.01453): λ·mean(judge, unlabelled) + mean(human − λ·judge, labelled), SE² = λ²s²_judge/N + s²_rest/m.
 *
 * @param judge differences by the judge on the N cases without label
 * @param labelled the m cases with both
 * @param lambda chosen to make the variance least where not given
 */
export declare function predictionPowered(judge: readonly number[], labelled: readonly LabelledDifference[], lambda?: number): PredictionPoweredResult;
