import { join } from "node:path";
import { UserError } from "../../errors.ts";
import type {
  Arm,
  CompletedSample,
  Config,
  Json,
  ModelRequest,
  PromptVersion,
  ProviderConfig,
  Reply,
  Sample,
} from "../../model.ts";
import { keyVariableOf } from "../../models/registry.ts";
import type { BaselineTrial } from "../../run/store/baselines.ts";
import { openStore, type Store } from "../../run/store/open-store.ts";
import { type StoredSample, sampleKey } from "../../run/store/samples.ts";
import { deriveSecret, readKeyFile } from "../../run/store/secret.ts";
import { canonicalHash } from "../../source/json.ts";
import type { Journal } from "../calls/executor.ts";
import type { CaseRun, Slot } from "../calls/prompt-run.ts";
import type { RunOptions } from "../options.ts";
import type { PlanCase } from "../plan/plan-run.ts";
import { createShield } from "../reports/shield.ts";

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

/** The repository's root, the folder there that assay.yml names, and which answers it lets be kept. */
export interface StorePlace {
  readonly root: string;
  readonly cache: string | null;
  readonly keeps: (reply: Reply) => boolean;
}

/** Where and what this assay.yml has kept. */
export function storePlace(root: string, config: Config): StorePlace {
  return { root, cache: cacheOf(config), keeps: createShield(config).keeps };
}

/** The folder of the store, absolute: the one that was named here or in assay.yml, else `.assay` at the root. */
export function storeFolder(
  { root, cache }: Pick<StorePlace, "root" | "cache">,
  { store }: Pick<RunOptions, "store">,
): string {
  return store || join(root, cache ?? ".assay");
}

/**
 * Opens the store. Null where there is none to be had: the run goes on without, and the reason is told; only a folder
 * that the user named must be usable.
 */
export function openRunStore(
  place: StorePlace,
  providers: readonly ProviderConfig[],
  options: RunOptions,
  comparison: string,
  warn: (warning: string) => void,
): RunStore | null {
  // Recordings answer for free, and what they answer is no news.
  if (options.store === false || options.replay !== undefined) return null;
  const directory = storeFolder(place, options);
  try {
    const secret = deriveSecret(keysOf(providers, options)) ?? readKeyFile(directory);
    const now = options.now ?? (() => new Date());
    const store = openStore(directory, { now, secret });
    return wrapStore(store, { comparison, clock: now, recordsBaseline: options.recordBaseline === true, ...place });
  } catch (error) {
    if (!(error instanceof UserError) || options.store !== undefined) throw error;
    warn(`nothing is kept for the next run: ${error.message}`);
    return null;
  }
}

/** The folder that assay.yml names for the store, from the repository's root. */
export function cacheOf({ cache, directory }: Config): string | null {
  return cache === null ? null : join(directory, cache);
}

/** The keys of all providers that assay.yml knows: what is signed with them is not anybody's to forge. */
function keysOf(providers: readonly ProviderConfig[], { environment }: RunOptions): readonly string[] {
  const names = providers.map(keyVariableOf);
  return names.flatMap((name) => (name === null ? [] : (environment[name]?.trim() ?? [])));
}

interface Keeping extends Pick<RunStore, "comparison" | "clock">, Pick<StorePlace, "keeps"> {
  readonly recordsBaseline: boolean;
}

function wrapStore(store: Store, { comparison, clock, recordsBaseline, keeps }: Keeping): RunStore {
  const confirmed = new Map<string, BaselineTrial[]>();
  const journal: Journal = {
    // A baseline is found by its version and case before there is any request; fresh draws are never looked for.
    find(_provider, request, slot) {
      if (slot.arm === "baseline" || slot.draw !== "compare" || recordsBaseline || store.samples.wasEmpty) return null;
      const found = store.samples.find(keyOf(slot, request()));
      return found === null ? null : toSample(slot, found);
    },
    append(_provider, request, slot, sample) {
      if (sample.status !== "completed" || !keeps(sample.reply)) return;
      const entry = storedAnswer(slot, sample, clock());
      if (recordsBaseline) {
        // What is the present version today is the baseline of what comes.
        const draw = `baseline:${entry.at.slice(0, 10)}`;
        store.baselines.append({ ...entry, caseHash: caseHash(slot.caseRun), draw });
        return;
      }
      if (slot.arm === "candidate") {
        const model = modelOf(slot.version);
        store.samples.append({ ...entry, key: keyOf(slot, request()), model, draw: slot.draw });
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
    answers: {
      find: (model, request, identity) =>
        ["compare", "calibrate"].includes(identity.draw)
          ? (store.samples.find(sampleKey(model, request, identity))?.reply ?? null)
          : null,
      append(model, request, identity, { reply, latencyMs }) {
        if (!keeps(reply)) return;
        const { caseId, trial, draw } = identity;
        const key = sampleKey(model, request, identity);
        // What was judged stands in the request, so the answer belongs to no version.
        const entry = { key, case: caseId, trial, draw, model, fingerprint: "", latencyMs, reply };
        store.samples.append({ ...entry, at: clock().toISOString() });
      },
    },
  };
  return { store, journal, confirmed, comparison, clock };
}

/** Over everything of a case that reaches the arm's model, and its id. */
export function caseHash({ planCase }: CaseRun, arm: Arm = "baseline"): string {
  const { testCase, turns } = planCase;
  const asked = turns === undefined ? {} : { turns: turns[arm] as unknown as Json };
  return canonicalHash({ id: testCase.id, values: planCase[arm], ...asked, ...toolsOf(planCase) });
}

/** What a sample of several turns rests on beside its first request: the recorded answers of tools, and how many turns. */
function toolsOf({ testCase: { conversation } }: PlanCase): { readonly tools?: Json } {
  if (conversation === undefined) return {};
  const { toolResults, maxTurns } = conversation;
  return { tools: { toolResults, maxTurns } as unknown as Json };
}

/** The key of a whole sample, all of its turns: it is found again by how it began and what it was answered. */
function keyOf(slot: Slot, request: ModelRequest): string {
  const key = sampleKey(modelOf(slot.version), request, identityOf(slot));
  const { tools } = toolsOf(slot.caseRun.planCase);
  return tools === undefined ? key : canonicalHash({ key, tools });
}

/** As the prompt names it, with its publisher. */
export function modelOf(version: PromptVersion): string {
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

/** A stored answer as the sample of a slot. */
export function toSample(slot: Slot, { latencyMs, reply }: Pick<StoredSample, "latencyMs" | "reply">): Sample {
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
