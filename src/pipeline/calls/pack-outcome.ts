import type { TrialScore } from "../../model.ts";
import { createNumberList, type NumberList } from "../../source/number-list.ts";
import { noOpinions, type Outcome, withChanges, withoutVotes } from "./outcome.ts";

const none: ReadonlyMap<string, string> = new Map();

/** What outcomes have in common: held once for all of them. */
interface Kind extends Pick<Outcome, "addressesJudge" | "conferred" | "model" | "cached"> {
  /** Of the metrics, in the order of the values. */
  readonly names: readonly string[];
  /** The values of one outcome behind those of another, and behind each its digest in two numbers. */
  readonly table: NumberList;
}

/** Bytes of a digest, and of each of the two numbers that hold it. */
const digestBytes = 12;
const halfBytes = digestBytes / 2;

/**
 * Makes outcomes small: they are what grows with a run. What many have in common is held once, numbers stand in a table,
 * and reasons stand in the log, where nobody asks for them here. The few that failed, or have opinions, stay as they are.
 */
export function createPacker(): (outcome: Outcome, keep: { readonly reasons: boolean }) => Outcome {
  const table = createNumberList("float64");
  const kinds = new Map<string, Kind>();
  return (outcome, keep) => {
    const { failure, opinions, digest, addressesJudge, conferred, model, cached, index } = outcome;
    if (failure !== null || digest === null || opinions.size > 0) {
      const counted = withoutVotes(outcome);
      return keep.reasons ? counted : withChanges(counted, { reasons: none });
    }
    const names = [...outcome.scores].map(([name]) => name);
    const key = JSON.stringify([addressesJudge, conferred, model, cached, names]);
    const kind = kinds.get(key) ?? { addressesJudge, conferred, model, cached, names, table };
    kinds.set(key, kind);
    const row = table.length;
    for (const [position, [, value]] of [...outcome.scores].entries()) table.set(row + position, toNumber(value));
    const bytes = Buffer.from(digest, "base64url");
    table.set(row + names.length, bytes.readUIntBE(0, halfBytes));
    table.set(row + names.length + 1, bytes.readUIntBE(halfBytes, halfBytes));
    return keep.reasons && outcome.reasons.size > 0
      ? new ReasonedOutcome(kind, row, index, outcome.reasons)
      : new PackedOutcome(kind, row, index);
  };
}

/** Scores are finite, so these two are none. */
function toNumber(score: TrialScore): number {
  return typeof score === "number" ? score : score === "failed" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

function toScore(value: number): TrialScore {
  return Number.isFinite(value) ? value : value < 0 ? "failed" : "unscored";
}

/** An outcome in an eighth of the memory that its parts would take as objects: they are made when they are asked for. */
class PackedOutcome implements Outcome {
  readonly index: number;
  private readonly kind: Kind;
  private readonly row: number;

  constructor(kind: Kind, row: number, index: number) {
    this.kind = kind;
    this.row = row;
    this.index = index;
  }

  get failure(): null {
    return null;
  }

  get scores(): Outcome["scores"] {
    return new ScoreRow(this.kind, this.row);
  }

  get reasons(): Outcome["reasons"] {
    return none;
  }

  get opinions(): Outcome["opinions"] {
    return noOpinions;
  }

  get addressesJudge(): boolean {
    return this.kind.addressesJudge;
  }

  get conferred(): boolean {
    return this.kind.conferred;
  }

  get model(): string | null {
    return this.kind.model;
  }

  get cached(): boolean {
    return this.kind.cached;
  }

  get digest(): string {
    const { names, table } = this.kind;
    const bytes = Buffer.allocUnsafe(digestBytes);
    bytes.writeUIntBE(table.get(this.row + names.length), 0, halfBytes);
    bytes.writeUIntBE(table.get(this.row + names.length + 1), halfBytes, halfBytes);
    return bytes.toString("base64url");
  }
}

/** What a model gave as its reasons is told, and scored anew. */
class ReasonedOutcome extends PackedOutcome {
  private readonly own: Outcome["reasons"];

  constructor(kind: Kind, row: number, index: number, reasons: Outcome["reasons"]) {
    super(kind, row, index);
    this.own = reasons;
  }

  override get reasons(): Outcome["reasons"] {
    return this.own;
  }
}

/** The scores of one outcome. */
class ScoreRow {
  private readonly kind: Kind;
  private readonly row: number;

  constructor(kind: Kind, row: number) {
    this.kind = kind;
    this.row = row;
  }

  get(name: string): TrialScore | undefined {
    const { names, table } = this.kind;
    const position = names.indexOf(name);
    return position < 0 ? undefined : toScore(table.get(this.row + position));
  }

  *[Symbol.iterator](): MapIterator<[string, TrialScore]> {
    const { names, table } = this.kind;
    for (const [position, name] of names.entries()) yield [name, toScore(table.get(this.row + position))];
  }
}
