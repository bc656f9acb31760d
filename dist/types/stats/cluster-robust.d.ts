/** What one cluster contributes; a case without a cluster is a cluster of its own. */
export interface ClusterSum {
    /** W_c = Σ wᵢ over its cases; over all clusters 1. */
    readonly weight: number;
    /** D_c = Σ wᵢdᵢ over its cases. */
    readonly difference: number;
}
export interface ClusterRobustResult {
    /** Δ = Σ D_c. */
    readonly mean: number;
    /** Null with fewer than two clusters. */
    readonly se: number | null;
    /** G − 1, at least 0. */
    readonly df: number;
    /** One-sided P(T ≤ t), small where the mean is below 0; null where the clusters do not differ. */
    readonly pLower: number | null;
}
/**
 * Mean difference with the cluster-robust standard error, SE² = G/(G−1) Σ(D_c − W_cΔ)² (Liang & Zeger 1986; Miller 2024,
 * arXiv 2411.00640, with the correction for few clusters). With one case per cluster it is the paired t.
 */
export declare function clusterRobust(clusters: readonly ClusterSum[]): ClusterRobustResult;
