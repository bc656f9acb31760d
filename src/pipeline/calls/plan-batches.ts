import type { Batches, Json, ModelRequest, PromptVersion } from "../../model.ts";
import type { Batch } from "../../run/await-batch.ts";
import { canonicalHash } from "../../source/json.ts";
import type { ResolvedModel } from "../options.ts";
import { providerOf, requestOf } from "./executor.ts";
import type { Slot } from "./prompt-run.ts";

/** A file of calls at most, in calls and in characters: what its answers take must fit into memory. */
const mostCalls = 10_000;
const mostCharacters = 30_000_000;
/** Calls of one file, and the samples that they are for. */
export interface PlannedBatch extends Batch {
  /** In the order of the ids. */
  readonly slots: readonly Slot[];
}

/** Deals calls to files of one model each, none too large. The same calls are dealt the same way. */
export function planBatches(
  slots: readonly Slot[],
  models: ReadonlyMap<PromptVersion, ResolvedModel>,
): readonly PlannedBatch[] {
  const files = new Map<string, { ids: string[]; slots: Slot[]; characters: number }>();
  const full: { ids: string[]; slots: Slot[] }[] = [];
  for (const slot of slots) {
    const request = requestOf(models, slot);
    const name = JSON.stringify([providerOf(models, slot).name, request.model]);
    const characters = JSON.stringify(request).length;
    let file = files.get(name);
    if (file === undefined || file.ids.length >= mostCalls || file.characters + characters > mostCharacters) {
      file = { ids: [], slots: [], characters: 0 };
      files.set(name, file);
      full.push(file);
    }
    file.ids.push(nameCall(slot, request));
    file.slots.push(slot);
    file.characters += characters;
  }
  return full.map(({ ids, slots: own }) => ({
    key: canonicalHash(ids),
    batches: providerOf(models, own[0] as Slot).batches as Batches,
    ids,
    slots: own,
    calls: () => own.map((slot, index) => ({ id: ids[index] as string, request: requestOf(models, slot) })),
  }));
}

/** Which call it is: the same in a run that is started again, and no other in the same file. */
function nameCall({ arm, trial, draw, index, caseRun }: Slot, request: ModelRequest): string {
  const caseId = caseRun.planCase.testCase.id;
  return canonicalHash({ request: request as unknown as Json, caseId, arm, trial, draw, index });
}
