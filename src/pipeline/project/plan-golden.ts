import { defaultConfig } from "../../config/config.ts";
import type { PowerReport } from "../../model.ts";
import { usualPassRate } from "../plan/plan-trials.ts";
import { type PowerWishes, tellPower } from "./golden-power.ts";

/** What a golden set of so many cases could tell. Reads no project: the default settings hold but for the wishes. */
export function planGolden(cases: number, { passRate = usualPassRate, trials, margin }: PowerWishes): PowerReport {
  const { run, gate, baseline } = defaultConfig();
  const settings = {
    run: { ...run, trials: trials ?? run.trials },
    gate: { ...gate, margin: margin ?? gate.margin },
    baseline,
  };
  const size = { cases, effectiveCases: cases };
  const set = tellPower({
    ...size,
    name: null,
    path: null,
    passRate,
    margin: settings.gate.margin,
    settings,
    notes: [],
  });
  return { schemaVersion: 1, sets: [set], warnings: [] };
}
