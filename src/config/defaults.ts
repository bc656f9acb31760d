/** What holds where assay.yml says nothing; the schema's `default`s and the normalised `Config` both come from here. */
export const defaults = {
  provider: { type: "openai" },
  run: { trials: "auto", maxTrials: 5, concurrency: "auto", timeout: "60s", retries: 3 },
  baseline: { trials: "auto", maxAge: "7d" },
  gate: {
    margin: 0.05,
    alpha: 0.05,
    scope: "suite",
    inconclusive: "warn",
    exact: false,
    slices: [],
    stopEarly: true,
    giveUp: false,
    maxUnscored: 0.1,
  },
  watch: false,
  comment: "on-change",
  drift: { keepAnswers: 30, fail: false },
  trust: "base",
  report: { content: "full" },
  forks: { maxCost: 1 },
} as const;
