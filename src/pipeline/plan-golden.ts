import { defaults } from "../config/defaults.ts";
import type { Config, PowerReport } from "../model.ts";
import { tellPower, usualPassRate } from "./golden-power.ts";
import type { PowerWishes } from "./power.ts";

/** What a golden set of so many cases could tell: without a project, by the settings that hold where none says otherwise. */
export function planGolden(cases: number, { passRate, trials, margin }: Omit<PowerWishes, "prompt">): PowerReport {
  const settings = defaultSettings();
  const gate = { ...settings.gate, margin: margin ?? settings.gate.margin };
  const set = tellPower({
    name: null,
    path: null,
    cases,
    effectiveCases: cases,
    passRate: passRate ?? usualPassRate,
    margin: gate.margin,
    settings: { ...settings, gate, run: { ...settings.run, trials: trials ?? settings.run.trials } },
    notes: [],
  });
  return { schemaVersion: 1, sets: [set], warnings: [] };
}
