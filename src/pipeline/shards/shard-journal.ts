import type { CallIdentity, ModelRequest, Sample, ShardFacts } from "../../model.ts";
import { sampleKey } from "../../run/store/samples.ts";
import type { Journal } from "../calls/executor.ts";
import type { Slot } from "../calls/prompt-run.ts";
import type { RunStore } from "../kept/run-store.ts";
import type { RunOptions } from "../options.ts";

/**
 * The answers of one sharded run, so that a shard that is started again makes no call twice. Both arms are kept and
 * found, but only within the run: a baseline that one shard has from before and another has not would be no comparison.
 * A run is the same one in the same run of a workflow; elsewhere, on the same day.
 */
export function shardJournal(
  { store, clock }: RunStore,
  { run }: Pick<ShardFacts, "run">,
  options: RunOptions,
): Journal {
  const draw = `shard:${options.environment["GITHUB_RUN_ID"] ?? clock().toISOString().slice(0, 10)}:${run}`;
  const modelOf = ({ version }: Slot): string => version.configuration.model ?? "";
  const keyOf = (request: ModelRequest, slot: Slot): string => {
    // The arms draw apart, also where they ask for the same.
    const identity = { caseId: slot.caseRun.planCase.testCase.id, trial: slot.trial, draw: `${draw}:${slot.arm}` };
    return sampleKey(modelOf(slot), request, identity);
  };
  const answerKey = (model: string, request: ModelRequest, identity: CallIdentity): string =>
    sampleKey(model, request, { ...identity, draw: `${draw}:${identity.draw}` });
  return {
    // What judges were asked about the answers.
    answers: {
      find: (model, request, identity) => store.samples.find(answerKey(model, request, identity))?.reply ?? null,
      append(model, request, identity, { reply, latencyMs }) {
        store.samples.append({
          key: answerKey(model, request, identity),
          case: identity.caseId,
          trial: identity.trial,
          draw,
          model,
          fingerprint: "",
          at: clock().toISOString(),
          latencyMs,
          reply,
        });
      },
    },
    find(_provider, request, slot): Sample | null {
      const found = store.samples.find(keyOf(request(), slot));
      if (found === null) return null;
      return {
        prompt: slot.plan.change.path,
        arm: slot.arm,
        caseId: slot.caseRun.planCase.testCase.id,
        trial: slot.trial,
        fingerprint: slot.version.fingerprint,
        attempts: 0,
        status: "completed",
        reply: found.reply,
        latencyMs: found.latencyMs,
      };
    },
    append(_provider, request, slot, sample) {
      if (sample.status !== "completed") return;
      store.samples.append({
        key: keyOf(request(), slot),
        case: sample.caseId,
        trial: slot.trial,
        draw,
        model: modelOf(slot),
        fingerprint: slot.version.fingerprint,
        at: clock().toISOString(),
        latencyMs: sample.latencyMs,
        reply: sample.reply,
      });
    },
  };
}
