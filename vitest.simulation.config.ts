import { defineConfig } from "vitest/config";
import { ProofReporter } from "./__tests__/calibration/proof-reporter.ts";

/** The whole simulation behind `docs/statistics-proof.md`: `npm run simulate`. */
export default defineConfig({
  test: {
    include: ["__tests__/calibration/*.simulation.ts"],
    testTimeout: 600_000,
    maxWorkers: 2,
    reporters: ["default", new ProofReporter("docs/statistics-proof.md")],
  },
});
