import { backtestCommand } from "./backtest.ts";
import { calibrateCommand } from "./calibrate.ts";
import { changesCommand } from "./changes.ts";
import { checkCommand } from "./check.ts";
import type { Command } from "./command.ts";
import { compareCommand } from "./compare.ts";
import { createCompletionCommand } from "./completion.ts";
import { demoCommand } from "./demo.ts";
import { driftCommand } from "./drift.ts";
import { gateCommand } from "./gate.ts";
import { initCommand } from "./init.ts";
import { logCommand } from "./log.ts";
import { mergeCommand } from "./merge.ts";
import { noteCommand } from "./note.ts";
import { powerCommand } from "./power.ts";
import { renderCommand } from "./render.ts";
import { restoreCommand } from "./restore.ts";
import { reviewCommand } from "./review.ts";
import { runCommand } from "./run.ts";
import { showCommand } from "./show.ts";
import { tryCommand } from "./try.ts";
import { watchCommand } from "./watch.ts";

/** Every command, in the order in which help lists them. Each loads what it needs when it runs. */
export const commands: Readonly<Record<string, Command>> = {
  compare: compareCommand,
  run: runCommand,
  gate: gateCommand,
  merge: mergeCommand,
  render: renderCommand,
  changes: changesCommand,
  check: checkCommand,
  power: powerCommand,
  backtest: backtestCommand,
  drift: driftCommand,
  log: logCommand,
  note: noteCommand,
  show: showCommand,
  restore: restoreCommand,
  init: initCommand,
  try: tryCommand,
  watch: watchCommand,
  calibrate: calibrateCommand,
  review: reviewCommand,
  demo: demoCommand,
  completion: createCompletionCommand(() => commands),
};
