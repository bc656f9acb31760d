import { join } from "node:path";
import { UserError } from "../errors.ts";
import type { CompletedSample, PromptVersion, ProviderConfig, Sample } from "../model.ts";
import type { BaselineTrial } from "../run/store/baselines.ts";
import { openStore, type Store } from "../run/store/open-store.ts";
import { type StoredSample, sampleKey } from "../run/store/samples.ts";
import { deriveSecret, readKeyFile } from "../run/store/secret.ts";
import { canonicalHash } from "../source/json.ts";
import type { Journal } from "./executor.ts";
import type { RunOptions } from "./options.ts";
import type { CaseRun, Slot } from "./prompt-run.ts";

/** The store of a run, and what a confirmation drew anew of the baseline. */
export interface RunStore {
  readonly store: Store;
  readonly journal: Journal;
  /** Fresh answers of the baseline, by the fingerprint of its version. */
  readonly confirmed: ReadonlyMap<string, readonly BaselineTrial[]>;
  /** What this run compares: names its answers, should it be ended before its verdict. */
  readonly comparison: string;
  readonly clock: () => Date;
}

/**
 * Opens `.assay/` at the repository's root, or the folder that was named here or in assay.yml. Null where there is none to be had: the run
 * goes on without, and the reason is told; only a folder that the user named must be usable.
 */
export function openRunStore(
  { root, cache }: { readonly root: string; readonly cache: string | null },
  providers: readonly ProviderConfig[],
  options: RunOptions,
  comparison: string,
  warn: (warning: string) => void,
): RunStore | null {
  // Recordings answer for free, and what they answer is no news.
  if (options.store === false || options.replay !== undefined) return null;
  const directory = options.store ?? join(root, cache ?? ".assay");
  try {
    const secret = deriveSecret(keysOf(providers, options)) ?? readKeyFile(directory);
    const now = options.now ?? (() => new Date());
    return wrapStore(openStore(directory, { now, secret }), comparison, now);
  } catch (error) {
    if (!(error instanceof UserError) || options.store !== undefined) throw error;
    warn(`nothing is kept for the next run: ${error.message}`);
    return null;
  }
}

/** The keys of all providers that assay.yml knows: what is signed with them is not anybody's to forge. */
function keysOf(providers: readonly ProviderConfig[], { environment }: RunOptions): readonly string[] {
  const names = providers.map(({ keyEnv }) => (keyEnv === undefined ? "OPENAI_API_KEY" : keyEnv));
  return names.flatMap((name) => (name === null ? [] : (environment[name]?.trim() ?? [])));
}

function wrapStore(store: Store, comparison: string, clock: () => Date): RunStore {
  const confirmed = new Map<string, BaselineTrial[]>();
  const journal: Journal = {
    // A baseline is found by its version and case before there is any request; fresh draws are never looked for.
    find(_provider, request, slot) {
      if (slot.arm === "baseline" || slot.draw !== "compare" || store.samples.wasEmpty) return null;
      const found = store.samples.find(sampleKey(modelOf(slot.version), request(), identityOf(slot)));
      return found === null ? null : toSample(slot, found);
    },
    append(_provider, request, slot, sample) {
      if (sample.status !== "completed") return;
      const entry = storedAnswer(slot, sample, clock());
      if (slot.arm === "candidate") {
        const model = modelOf(slot.version);
        store.samples.append({ ...entry, key: sampleKey(model, request(), identityOf(slot)), model, draw: slot.draw });
        return;
      }
      const trial = { ...entry, caseHash: caseHash(slot.caseRun) };
      if (slot.draw === "compare") {
        store.baselines.append({ ...trial, comparison, draw: `baseline:${entry.at.slice(0, 10)}` });
        return;
      }
      const fresh = confirmed.get(slot.version.fingerprint) ?? [];
      // Fresh draws are numbered behind the comparison's; as a baseline they are its first ones.
      const number = fresh.filter((each) => each.caseHash === trial.caseHash).length;
      fresh.push({ ...trial, trial: number, draw: slot.draw });
      confirmed.set(slot.version.fingerprint, fresh);
    },
  };
  return { store, journal, confirmed, comparison, clock };
}

/** Over everything of a case that reaches the baseline's model, and its id. */
export function caseHash({ planCase }: CaseRun): string {
  return canonicalHash({ id: planCase.testCase.id, values: planCase.baseline });
}

function modelOf(version: PromptVersion): string {
  return version.configuration.model ?? "";
}

function identityOf({ caseRun, trial, draw }: Slot): { caseId: string; trial: number; draw: string } {
  return { caseId: caseRun.planCase.testCase.id, trial, draw };
}

function storedAnswer(slot: Slot, sample: CompletedSample, now: Date) {
  return {
    fingerprint: slot.version.fingerprint,
    case: sample.caseId,
    trial: slot.trial,
    at: now.toISOString(),
    latencyMs: sample.latencyMs,
    reply: sample.reply,
  };
}

function toSample(slot: Slot, { latencyMs, reply }: StoredSample): Sample {
  return {
    prompt: slot.plan.change.path,
    arm: slot.arm,
    caseId: slot.caseRun.planCase.testCase.id,
    trial: slot.trial,
    fingerprint: slot.version.fingerprint,
    attempts: 0,
    status: "completed",
    reply,
    latencyMs,
  };
}

/** What the store could not keep, or found damaged: worth knowing, and no reason to stop. Torn lines are a run that was ended. */
export function storeWarnings({ store }: RunStore): readonly string[] {
  const { garbled, unverified, unreadable } = store.dropped;
  const dropped = garbled + unverified + unreadable;
  const problem = store.problem();
  return [
    ...(problem === null ? [] : [problem.message]),
    ...(dropped === 0 ? [] : [`${dropped} stored lines were left out: damaged, edited, or signed with other keys`]),
  ];
}
