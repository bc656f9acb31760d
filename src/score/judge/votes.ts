import type { Arm, Opinions, Vote } from "../../model.ts";
import type { Opinion } from "./ask-judge.ts";

/** A judge is told to write three sentences. */
const longestWhy = 600;

/** An opinion as it is told: by which model, and of a pair in which order it was asked. */
export function voteOf(opinion: Opinion, model: string, first?: Arm): Vote {
  const { reason } = opinion;
  const choice = opinion.status === "none" ? null : opinion.choice.name;
  return {
    model,
    choice: choice === null || first === undefined ? choice : chosenArm(choice, first),
    why: reason.length <= longestWhy ? reason.toWellFormed() : `${reason.slice(0, longestWhy).toWellFormed()}…`,
    ...(first !== undefined && { first }),
  };
}

/** What a pairwise judge calls A is the version that it was shown first. */
function chosenArm(choice: string, first: Arm): string {
  const second: Arm = first === "baseline" ? "candidate" : "baseline";
  return { A: first, B: second }[choice] ?? choice;
}

/** Opinions of several scores as one; undefined where there are none. `mark` says of a vote where it comes from. */
export function joinOpinions(
  all: readonly (Opinions | undefined)[],
  mark: (vote: Vote, index: number) => Vote,
): Opinions | undefined {
  const asked = all.reduce((sum, each) => sum + (each?.asked ?? 0), 0);
  if (asked === 0) return undefined;
  const agreeing = all.reduce((sum, each) => sum + (each?.agreeing ?? 0), 0);
  const votes = all.flatMap((each, index) => (each?.votes ?? []).map((vote) => mark(vote, index)));
  return { asked, agreeing, ...(votes.length > 0 && { votes }) };
}

/** Without the votes: what is held in memory of each outcome. */
export function countsOf({ asked, agreeing }: Opinions): Opinions {
  return { asked, agreeing };
}
