import type { JsonObject } from "../../model.ts";
import { canonicalHash } from "../../source/json.ts";
import { type Choice, findKind, type JudgeKind, type JudgeKindName } from "./kinds.ts";
import { type JudgeOptions, scaleNames } from "./options.ts";

/** Raised where the words around a rubric change what a judge is asked: then the judge is another one. */
const wordingVersion = 1;

/** A judge, ready to be asked: everything that makes it the judge it is. */
export interface JudgePlan {
  readonly kind: JudgeKind;
  readonly models: readonly string[];
  readonly panel: "majority" | "mean";
  /** How many opinions in all are taken where the arms differ. */
  readonly votes: number;
  /** The rubric; empty where there is none. */
  readonly text: string;
  readonly criteria: readonly string[];
  /** Names are unique; for a scale from the worst to the best. */
  readonly menu: readonly Choice[];
  readonly parameters: JsonObject;
  /** Templates over the case; null: the usual. */
  readonly input: string | null;
  readonly context: string | null;
  /** SHA-256 over all of it but the votes: another one is another judge. */
  readonly fingerprint: string;
}

/** Makes the plan from options that hold and the text of the rubric. */
export function planJudge(options: JudgeOptions, text: string): JudgePlan {
  const kind = findKind(kindOf(options));
  const models = modelsOf(options);
  const menu = menuOf(options);
  const { criteria = [], panel = "majority", parameters = {}, input = null, context = null } = options;
  const own = { models, panel, text, criteria, menu, parameters, input, context };
  const identity = { wordingVersion, kind: kindOf(options), ...own } as unknown as JsonObject;
  return { kind, ...own, votes: votesOf(options), fingerprint: canonicalHash(identity) };
}

/** What is written, else `rubric`. */
export function kindOf({ kind }: Pick<JudgeOptions, "kind">): JudgeKindName {
  return kind ?? "rubric";
}

export function modelsOf({ model, models }: JudgeOptions): readonly string[] {
  return models ?? (model === undefined ? [] : [model]);
}

/** A panel is its own second opinion. */
export function votesOf(options: JudgeOptions): number {
  return options.votes ?? (modelsOf(options).length > 1 ? 1 : 3);
}

/** What the judge chooses from. From `passAt` on a grade passes, and what is below fails. */
export function menuOf(options: JudgeOptions): readonly Choice[] {
  const { menu } = findKind(kindOf(options));
  if (menu === "choices") {
    return (options.choices ?? []).map(({ choice, score }) => ({ name: choice, value: score, meaning: null }));
  }
  if (menu !== "scale" && options.scale === undefined) return menu;
  const names = scaleNames(options);
  const passing = options.passAt === undefined ? null : names.indexOf(String(options.passAt));
  return names.map((name, index) => ({
    name,
    value: passing === null ? index / (names.length - 1) : Number(index >= passing),
    meaning: index === 0 ? "the worst" : index === names.length - 1 ? "the best" : null,
  }));
}

/** Whether a score is one of just two. */
export function isBinary(menu: readonly Choice[]): boolean {
  return menu.every(({ value }) => value === 0 || value === 1);
}

/** The smallest difference between two values of the menu. */
export function stepOf(menu: readonly Choice[]): number {
  const values = [...new Set(menu.map(({ value }) => value))].sort((left, right) => left - right);
  const gaps = values.slice(1).map((value, index) => value - (values[index] ?? 0));
  return Math.min(1, ...gaps);
}
