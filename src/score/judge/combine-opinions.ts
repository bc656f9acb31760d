import type { Score } from "../../model.ts";
import { scored, unscored } from "../scores.ts";
import type { Opinion } from "./ask-judge.ts";
import { isBinary, type JudgePlan, stepOf } from "./plan.ts";
import { voteOf } from "./votes.ts";

/**
 * What stands of several opinions: the value that more than half of those given hold; on a scale the middle one (of an even
 * number the lower), or where a panel asks for it the mean. Fewer than half of them given, or a split, is no score.
 */
export function combineOpinions(
  opinions: readonly Opinion[],
  { menu, panel, models }: Pick<JudgePlan, "menu" | "panel" | "models">,
): Score {
  const given = opinions.filter((opinion) => opinion.status === "given");
  const missing = opinions.find((opinion) => opinion.status === "none");
  if (given.length === 0 || 2 * given.length <= opinions.length) {
    return unscored(missing?.reason ?? "nobody was asked");
  }
  const values = given.map(({ choice }) => choice.value).sort((left, right) => left - right);
  const value = panel === "mean" ? meanOf(values) : isBinary(menu) ? majorityOf(values) : middleOf(values);
  if (value === null) return unscored(`the opinions are split: ${given.map(({ choice }) => choice.name).join(", ")}`);
  const near = panel === "mean" ? stepOf(menu) / 2 : 1e-9;
  const agreeing = given.filter(({ choice }) => Math.abs(choice.value - value) <= near);
  const told = agreeing[0] ?? given[0];
  const name = told === undefined ? "" : `${told.choice.name}: `;
  const score = scored(value, `${name}${told?.reason ?? ""}`.trim());
  if (score.status === "unscored") return score;
  if (opinions.length === 1) return score;
  // Every model gave as many, one model's behind another's.
  const each = opinions.length / models.length;
  const votes = opinions.map((opinion, index) => voteOf(opinion, models[Math.floor(index / each)] ?? ""));
  return { ...score, opinions: { asked: opinions.length, agreeing: agreeing.length, votes } };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function majorityOf(values: readonly number[]): number | null {
  const passes = values.filter((value) => value === 1).length;
  if (2 * passes === values.length) return null;
  return 2 * passes > values.length ? 1 : 0;
}

function middleOf(values: readonly number[]): number | null {
  return values[Math.floor((values.length - 1) / 2)] ?? null;
}
