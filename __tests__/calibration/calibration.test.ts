import {
  breakagePasses,
  copyAlarms,
  firmPasses,
  metricAlarms,
  passFailAlarms,
  policies,
  rubricAlarms,
  similarityAlarms,
  sliceAlarms,
  uniformPasses,
} from "./claims.ts";
import { calmYears, foundInTime } from "./drift.ts";
import { proveCells } from "./proof.ts";

// A tenth of the replications on a part of the grid; `npm run simulate` runs all of it.
const share = 0.1;
const unequal = { trials: [[5, 1]], share } as const;

proveCells(passFailAlarms({ sizes: [20, 100], share }));
proveCells(rubricAlarms({ sizes: [50], rates: [0.8], share }));
proveCells(similarityAlarms({ sizes: [50], rates: [0.8], ...unequal }));
proveCells(metricAlarms({ sizes: [50], rates: [0.8], ...unequal }));
proveCells(sliceAlarms({ sizes: [50], rates: [0.8], ...unequal }));
proveCells(copyAlarms({ sizes: [50], rates: [0.8], ...unequal }));
proveCells(breakagePasses({ sizes: [20, 100], ...unequal }));
proveCells(uniformPasses({ sizes: [100], ...unequal }));
proveCells(firmPasses({ sizes: [20, 100], ...unequal }));
proveCells(policies({ sizes: [100], share }));
proveCells(calmYears({ rates: [0.8], share: 0.025 }));
proveCells(foundInTime({ rates: [0.8], share: 0.02 }));
