import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { attributionInParts, batchWithoutStore, shardedVariants, throwProblems, UserError } from "../errors.ts";
import type { Config, GoalpostsSource, Problem, ProviderConfig, Report, Tree } from "../model.ts";
import { openSampleLog } from "../run/sample-log.ts";
import { attributeRegressions } from "./calls/attribute.ts";
import { checkBatches, openBatches } from "./calls/batch-answers.ts";
import { createExecutor, type Executor } from "./calls/executor.ts";
import { logSpan, nextSlots, type PromptRun } from "./calls/prompt-run.ts";
import { runLooks } from "./calls/run-looks.ts";
import { plannedOfAll, shareBaseline } from "./calls/share-baseline.ts";
import { startRuns } from "./calls/start-runs.ts";
import { examineSets, withOutcomes } from "./health/run-health.ts";
import { addStandings, refuseJudges } from "./kept/calibrations.ts";
import { keptBaselines } from "./kept/kept-baselines.ts";
import { openRunStore, type RunStore, storeFolder, storePlace, storeWarnings } from "./kept/run-store.ts";
import { findStoredBaseline, useStoredBaseline } from "./kept/stored-baseline.ts";
import { findVerdict, keepVerdict, runKey } from "./kept/stored-verdicts.ts";
import type { RunOptions } from "./options.ts";
import { connectProviders, prepareProviders } from "./plan/connect-providers.ts";
import { holdFork, limitFork } from "./plan/hold-fork.ts";
import { modelsWithMixes, planAttributions } from "./plan/plan-attribution.ts";
import type { PromptPlan } from "./plan/plan-run.ts";
import { callSettings, leftOutWarnings, tellPlan } from "./plan/spending.ts";
import { findUnsentChanges } from "./plan/unsent-changes.ts";
import type { Project } from "./project/load-project.ts";
import { createWorkspaces } from "./project/workspaces.ts";
import { buildReport, namesOf } from "./reports/build-report.ts";
import { createShield } from "./reports/shield.ts";
import { withoutVersionNotes, withVersionsOf } from "./reports/version-notes.ts";
import { takeShard } from "./shards/take-shard.ts";

export interface JudgeInput {
  readonly command: "compare" | "run";
  readonly plans: readonly PromptPlan[];
  readonly problems: readonly Problem[];
  readonly baseline: Tree | null;
  readonly head: Tree;
  readonly goalposts: Project;
  readonly goalpostsSource: GoalpostsSource;
  readonly warnings: readonly string[];
  /** Absolute path of the repository, against which paths of assay.yml are resolved. */
  readonly root: string;
  /** Puts the files of a commit into an empty folder. */
  readonly checkOut: (commit: string, folder: string) => Promise<void>;
  /** Pull request or branch in which versions are tried. */
  readonly scope: string;
  readonly options: RunOptions;
}

/** The provider that needs no entry in assay.yml: its key signs the store, too. */
export const builtInProvider: ProviderConfig = {
  type: "openai",
  baseUrl: null,
  file: null,
  place: { path: "assay.yml" },
};

/** From plans to the report: every mistake first, then the calls, then the verdicts. */
export async function judgePlans(input: JudgeInput): Promise<Report> {
  const begun = performance.now();
  const { goalposts } = input;
  const options = limitFork(input.options, goalposts.config);
  let plans = await addStandings(input.plans, goalposts.tree, goalposts.config.directory);
  const workspaces = createWorkspaces({ ...input, directory: goalposts.config.directory });
  const connection = await connectProviders(plans, goalposts, input.root, options, {
    baseline: input.baseline && workspaces.of(input.baseline),
    candidate: workspaces.of(input.head),
  });
  const held = await holdFork(plans, { ...input, options, connection });
  if (held === null) {
    throwProblems([
      ...input.problems,
      ...connection.problems,
      ...refuseJudges(plans, goalposts.config.gate.minKappa),
      ...checkBatches(connection.models, options),
      ...checkAttribution(options),
    ]);
  } else plans = held;
  const shield = createShield(goalposts.config);
  await options.beforeCalls?.();
  const warnings = [...input.warnings, ...findUnsentChanges(plans, goalposts, options)];
  const providers = [...Object.values(goalposts.config.providers), builtInProvider];
  // `run` asks what holds today: stored answers would be yesterday's.
  // What code answered holds for that code alone, and nobody knows all that it depends on.
  const runsCode = [...connection.models.values()].some((model) => model.runsCode);
  const asked = input.command === "compare" || options.recordBaseline === true;
  const keeps = asked && !runsCode && plans.some((plan) => plan.candidate !== null);
  const config = withSettings(goalposts.config, options);
  const place = storePlace(input.root, goalposts.config);
  const store = keeps
    ? openRunStore(place, providers, options, runKey(plans, config), (warning) => warnings.push(warning))
    : null;
  if (options.batch !== undefined && keeps && store === null) throw new UserError(batchWithoutStore());
  if (options.shard !== undefined) {
    if (plans.some(({ variant }) => variant !== undefined)) throw new UserError(shardedVariants());
    const taken = takeShard({
      ...input,
      options,
      shard: options.shard,
      plans,
      config,
      connection,
      warnings,
      store,
      place,
      shield,
      begun,
    });
    return taken.finally(workspaces.close);
  }
  if (options.recordBaseline === true) {
    const kept = keptBaselines(plans, config, store);
    if (kept.length > 0) warnings.push(`kept already, and young enough: ${kept.map(nameOf).join(", ")}`);
    plans = plans.filter((plan) => !kept.includes(plan));
  }
  const key = runKey(plans, config, options.attribute);
  const given = store === null || options.recordBaseline === true ? null : findVerdict(key, store);
  if (store !== null && given !== null) {
    store.store.close();
    return shield.report(again(given.report, given.at, { ...input, plans, warnings }));
  }
  const settings = { ...config.run, ...callSettings(connection, config) };
  const kept = store?.journal ?? null;
  const batches = openBatches(connection.models, kept, storeFolder(place, options), options);
  const { models } = connection;
  const attributions = options.attribute
    ? planAttributions(plans, { goalposts, options, models })
    : new Map<PromptPlan, never>();
  const ways = { ...connection, models: modelsWithMixes(models, attributions) };
  // Behind all that a user may have to mend: nothing is left in the temporary folder by it.
  const folder = await mkdtemp(join(tmpdir(), "prompt-assay-"));
  const log = openSampleLog(join(folder, "samples.jsonl"));
  const executor = shareBaseline(createExecutor(ways, settings, log, batches?.journal ?? kept, options));
  try {
    await prepareProviders(connection, options.signal);
    const started = await startRuns(plans, {
      config,
      seed: options.seed,
      store,
      scope: input.scope,
      recordsBaseline: options.recordBaseline === true,
    });
    const runs = started.map(({ run }) => run);
    executor.counts.planned = plannedOfAll(runs);
    const estimate = tellPlan(started, { ...ways, attributions }, config, options);
    for (const { run, stored } of started) if (stored !== null) await useStoredBaseline(run, stored, executor);
    warnings.push(
      ...((await batches?.fill(
        runs.flatMap((run) => [...nextSlots(run)]),
        executor,
        estimate,
        settings,
      )) ?? []),
    );
    // The first call goes alone. While its answer is awaited, the golden sets are looked at.
    const [sets] = await Promise.all([
      setImmediate().then(() => examineSets(runs, config)),
      runLooks(runs, executor, config.gate, (run) => standIn(run, goalposts, executor, store)),
    ]);
    const offset = runs.reduce((sum, run) => sum + logSpan(run), 0);
    const attributed = await attributeRegressions(runs, attributions, executor, { gate: config.gate, offset });
    executor.finish();
    const samples =
      options.samplesFile === undefined
        ? null
        : { path: basename(options.samplesFile), sha256: log.writeInOrder(options.samplesFile, shield.line) };
    if (store !== null) warnings.push(...storeWarnings(store));
    warnings.push(...leftOutWarnings(executor, executor.counts.planned));
    const built = buildReport({
      command: input.command,
      baseline: input.baseline,
      head: input.head,
      goalposts: input.goalpostsSource,
      gate: config.gate,
      started,
      attributed,
      health: new Map([...sets].map(([run, health]) => [run, withOutcomes(run, health, config.gate)])),
      executor,
      log,
      samples,
      warnings,
      durationMs: Math.round(performance.now() - begun),
      tell: shield.text,
    });
    const report = shield.report(built);
    // What was cut short is no verdict to give again.
    const settled = executor.counts.leftOut === 0 && options.recordBaseline !== true;
    if (store !== null && settled) keep(report, key, runs, input.scope, store);
    return report;
  } finally {
    executor.close();
    batches?.close();
    store?.store.close();
    log.close();
    await workspaces.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Mixes are run once a verdict is known. */
function checkAttribution({ attribute, batch, shard }: RunOptions): readonly Problem[] {
  if (!attribute) return [];
  return [
    ...(batch === undefined ? [] : [attributionInParts("--batch")]),
    ...(shard === undefined ? [] : [attributionInParts("--shard")]),
  ];
}

/** The settings with what the caller wants otherwise. What comes in batches comes at once: there is nothing to stop. */
function withSettings(config: Config, { trials, batch }: RunOptions): Config {
  const settings = withTrials(config, trials);
  return batch === undefined ? settings : { ...settings, gate: { ...settings.gate, stopEarly: false } };
}

/** The settings with as many trials as the caller wants; unset: their own. */
export function withTrials(config: Config, trials: RunOptions["trials"]): Config {
  return trials === undefined ? config : { ...config, run: { ...config.run, trials } };
}

function nameOf({ change }: PromptPlan): string {
  return change.name;
}

/** A baseline whose model is gone: its stored answers stand in at any age. */
async function standIn(
  run: PromptRun,
  { config }: Project,
  executor: Executor,
  store: RunStore | null,
): Promise<boolean> {
  const stored = store && findStoredBaseline(run, store, { baseline: config.baseline, maxAgeMs: null });
  if (stored === null) return false;
  await useStoredBaseline(run, stored, executor);
  return true;
}

/** Keeps the verdict; a baseline that fresh answers did not bear out is replaced by them. */
function keep(report: Report, key: string, runs: readonly PromptRun[], scope: string, store: RunStore): void {
  for (const { plan, confirmation } of runs) {
    const fingerprint = plan.baseline?.fingerprint ?? "";
    if (confirmation === "not-confirmed")
      store.store.baselines.replace(fingerprint, store.confirmed.get(fingerprint) ?? []);
  }
  const changes = runs.map(({ plan }) => plan.change);
  keepVerdict(key, withoutVersionNotes(report, changes), runs, scope, store);
}

/** The verdict given before, for the revisions at hand: nothing is drawn again, and nothing was called. */
function again(report: Report, at: string, { plans, baseline, head, warnings }: JudgeInput): Report {
  const told = `This verdict was given on ${at.slice(0, 16).replace("T", " at ")} UTC for the same prompts, golden sets and gate; nothing was called again.`;
  const { planned } = report.calls;
  const changes = plans.map(({ change }) => change);
  return {
    ...withVersionsOf(report, changes, { baseline, head }),
    ...namesOf(baseline, head),
    calls: { planned, made: 0, cached: planned, saved: 0, failed: 0 },
    failures: [],
    durationMs: 0,
    warnings: [told, ...warnings],
    samples: null,
  };
}
