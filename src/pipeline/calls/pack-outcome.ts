import type { TrialScore } from "../../model.ts";
import type { Outcome } from "./outcome.ts";

const none: ReadonlyMap<string, string> = new Map();

/**
 * Makes outcomes small: they are what grows with a run. Names of metrics are held once for all outcomes that have the
 * same, a model's name once for all of its answers, and reasons stand in the log, where nobody asks for them here.
 */
export function createPacker(): (outcome: Outcome, keep: { readonly reasons: boolean }) => Outcome {
  const shapes = new Map<string, readonly string[]>();
  const models = new Map<string, string>();
  return (outcome, keep) => {
    const names = [...outcome.scores].map(([name]) => name);
    const shape = names.join("\n");
    const shared = shapes.get(shape) ?? names;
    shapes.set(shape, shared);
    const model = outcome.model === null ? null : (models.get(outcome.model) ?? outcome.model);
    if (model !== null) models.set(model, model);
    const values = new Array<TrialScore>(shared.length);
    for (const [position, name] of shared.entries()) values[position] = outcome.scores.get(name) as TrialScore;
    const scores = new ScoreRow(shared, values);
    return { ...outcome, scores, model, reasons: keep.reasons ? outcome.reasons : none };
  };
}

/** The scores of one outcome, in a sixth of the memory of a map of its own. */
class ScoreRow {
  private readonly names: readonly string[];
  private readonly values: readonly TrialScore[];

  constructor(names: readonly string[], values: readonly TrialScore[]) {
    this.names = names;
    this.values = values;
  }

  get(name: string): TrialScore | undefined {
    const position = this.names.indexOf(name);
    return position < 0 ? undefined : this.values[position];
  }

  *[Symbol.iterator](): MapIterator<[string, TrialScore]> {
    for (const [position, name] of this.names.entries()) yield [name, this.values[position] as TrialScore];
  }
}
