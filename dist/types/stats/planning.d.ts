/** What a plan for the within-case permutation test starts from. */
export interface DetectableDropInput {
    readonly cases: number;
    /** Mean within-case variance σ² of the scores: from history, else mean·(1 − mean)/2. */
    readonly meanVariance: number;
    readonly trialsBaseline: number;
    readonly trialsCandidate: number;
    /** One-sided. */
    readonly alpha: number;
    readonly power: number;
}
/**
 * The drop that the within-case permutation test finds with the given power, in score points; also the smallest margin
 * that an unchanged prompt can be certified against with that power. Above 1 no drop can be found; ∞ without cases.
 *
 * ½(aq + √(a²q² + 4aV₀)), a = (z_{1−α} + z_power)²/n, V₀ = σ²(1/K_B + 1/K_C), q = (1/K_B + 1/K_C)/4: Miller 2024 (arXiv
 * 2411.00640) plus the variance that a drop itself adds. At least λ/(nK_C), where λ is the mean of a Poisson count of
 * failures that reaches m with the given power, m the fewest failures on one side with ½(K_C/(K_B + K_C))^m ≤ α.
 */
export declare function minimumDetectableDrop(input: DetectableDropInput): number;
/** The fewest cases whose minimum detectable drop is at most `drop`, which is above 0: the same formula solved for n. */
export declare function casesForDrop(drop: number, input: Omit<DetectableDropInput, "cases">): number;
/**
 * The plain formula for pass/fail with one trial, (z_{1−α} + z_power)·√(discordance/n), in score points. Too hopeful below
 * some hundred cases: it knows neither the variance that a drop adds nor the fewest losses that can be significant.
 *
 * @param discordance expected share of cases on which the arms differ
 */
export declare function mdePairedBinary(n: number, discordance: number, alpha: number, power: number): number;
/** What a plan for cases that are a sample of their kind starts from. */
export interface RequiredCasesInput {
    /** Difference to be found, in score points. */
    readonly effect: number;
    /** ω², variance over cases of the true difference. */
    readonly effectVariance: number;
    /** σ² within a case, per arm. */
    readonly varianceBaseline: number;
    readonly varianceCandidate: number;
    readonly trialsBaseline: number;
    readonly trialsCandidate: number;
    /** One-sided. */
    readonly alpha: number;
    readonly power: number;
}
/** Cases needed, (z_{1−α} + z_power)²(ω² + σ²_B/K_B + σ²_C/K_C)/effect², rounded up (Miller 2024, arXiv 2411.00640). */
export declare function requiredCases(input: RequiredCasesInput): number;
/**
 * Cases in all that would settle an inconclusive comparison with 80 % chance if it goes on as it did:
 * n·max(((z_{1−α} + z_{.8})√V/margin)², 1), rounded up. Never fewer than the cases there are.
 */
export declare function casesToSettle(input: {
    readonly cases: number;
    /** V, permutation variance of the difference. */
    readonly variance: number;
    /** Tolerated loss, above 0. */
    readonly margin: number;
    /** One-sided. */
    readonly alpha: number;
}): number;
