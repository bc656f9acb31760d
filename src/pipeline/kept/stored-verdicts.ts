import type { Attempt } from "../../gate/attempts.ts";
import type { Config, Json, Report } from "../../model.ts";
import { verdictKey } from "../../run/store/verdicts.ts";
import { canonicalHash, isObject } from "../../source/json.ts";
import { version } from "../../version.ts";
import type { PromptRun } from "../calls/prompt-run.ts";
import type { PromptPlan } from "../plan/plan-run.ts";
import type { RunStore } from "./run-store.ts";

/** A report above this size is not kept: judging again from stored answers costs no call. */
const largestReport = 900_000;

/** Where the versions of one prompt are tried: its pull request or branch. */
function attemptScope(scope: string, plan: PromptPlan): string {
  // Trying a variant is no attempt to get the prompt through.
  const variant = plan.variant === undefined ? "" : `#variant:${plan.variant.name}`;
  return `${scope}#${plan.change.path}${variant}`;
}

/** The versions of a prompt judged before in this scope, oldest first; null where there is no store. */
export function findAttempts(scope: string, plan: PromptPlan, store: RunStore | null): readonly Attempt[] | null {
  if (store === null) return null;
  return store.store.verdicts.history(attemptScope(scope, plan)).flatMap(({ verdict, summary }) => {
    const fingerprint = isObject(summary) ? summary["candidate"] : undefined;
    return typeof fingerprint === "string" ? [{ fingerprint, verdict }] : [];
  });
}

/**
 * What the verdict of a run rests on: goalposts, both fingerprints and the golden set of every prompt, and our major
 * version. A merge group or a rebase leaves all of it as it was, and gets the verdict again without another draw.
 */
export function runKey(plans: readonly PromptPlan[], config: Config, attributes = false): string {
  const { gate, run, baseline, providers, content = "full", redact = [] } = config;
  const over = (value: (plan: PromptPlan) => Json): string => canonicalHash(plans.map(value));
  return verdictKey({
    goalposts: canonicalHash({
      gate: gate as unknown as Json,
      scorers: plans.map((plan) => plan.scorersHash),
      // The same name elsewhere is another model.
      providers: Object.entries(providers).map(([name, { type, baseUrl }]) => [name, type, baseUrl]),
      advisory: plans.map((plan) => plan.advisory),
      // A verdict that was given without them has no shares.
      ...(attributes && { attributes }),
      // Texts that are held back now are not there any more when they are wanted.
      ...(content === "full" && redact.length === 0
        ? {}
        : { told: [content, ...redact.map(({ pattern }) => pattern)] }),
      // Differences are corrected by what labels say of a judge.
      standings: plans.map((plan) => [...(plan.standings ?? [])] as unknown as Json),
    }),
    baseline: over((plan) => plan.baseline?.fingerprint ?? null),
    candidate: over((plan) => [
      plan.change.path,
      plan.candidate?.fingerprint ?? null,
      ...(plan.variant === undefined ? [] : [plan.variant.name]),
    ]),
    goldenHash: over((plan) => [plan.goldenHash, plan.added.map(({ testCase }) => testCase.id)]),
    trials: { trials: run.trials, maxTrials: run.maxTrials, baseline: baseline.trials },
    major: Number(version.split(".")[0]),
  });
}

/** The verdict given before on the very same things. What could not be judged is no verdict. */
export function findVerdict(key: string, store: RunStore): { readonly report: Report; readonly at: string } | null {
  const found = store.store.verdicts.find(key);
  if (found === null || !isObject(found.summary)) return null;
  return { report: found.summary as unknown as Report, at: found.at };
}

/** Keeps the verdict of the run, and of each prompt the version that was tried. */
export function keepVerdict(
  key: string,
  report: Report,
  runs: readonly PromptRun[],
  scope: string,
  { store, clock }: RunStore,
): void {
  const at = clock().toISOString();
  // Variants stand between the prompts, and a report tells of them apart.
  for (const [index, { plan }] of runs.filter(({ plan }) => plan.variant === undefined).entries()) {
    const prompt = report.prompts[index];
    if (plan.candidate === null || prompt === undefined) continue;
    const candidate = plan.candidate.fingerprint;
    const identity = canonicalHash({ key, path: plan.change.path });
    const own = { scope: attemptScope(scope, plan), verdict: prompt.verdict, comparisons: [], at };
    store.verdicts.append({ key: identity, ...own, summary: { candidate } });
  }
  if (report.verdict === "error" || report.verdict === "skipped") return;
  const summary = report as unknown as Json;
  if (JSON.stringify(summary).length > largestReport) return;
  store.verdicts.append({ key, scope, verdict: report.verdict, comparisons: [], summary, at });
}
