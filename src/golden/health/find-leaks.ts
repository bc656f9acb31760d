import type { Case } from "../../model.ts";
import { allWordsOf, inputWords, wordsOf } from "./input-words.ts";

/** A case that the prompt gives away. */
export interface Leak {
  readonly testCase: Case;
  /** Whether its answer stands in the prompt, or its question. */
  readonly what: "answer" | "question";
}

/** Fewer words stand in a prompt by themselves: labels to choose from, for example. */
const fewestWords = 5;
/** An answer that more cases expect is one that the prompt prescribes. */
const mostSharing = 2;

/** Cases whose expected answer or whose input is one of the prompt's own examples: `texts` are all that it says. */
export function findLeaks(cases: readonly Case[], texts: readonly string[]): readonly Leak[] {
  const prompt = ` ${texts.flatMap(allWordsOf).join(" ")} `;
  const holds = (words: readonly string[]): boolean =>
    words.length >= fewestWords && prompt.includes(` ${words.join(" ")} `);
  const sharing = new Map<string, number>();
  const answers = cases.map(({ expected }) => (typeof expected === "string" ? wordsOf(expected) : []));
  for (const answer of answers) sharing.set(answer.join(" "), (sharing.get(answer.join(" ")) ?? 0) + 1);
  return cases.flatMap((testCase, index): readonly Leak[] => {
    const answer = answers[index] ?? [];
    if (holds(answer) && (sharing.get(answer.join(" ")) ?? 0) <= mostSharing) return [{ testCase, what: "answer" }];
    return [...inputWords(testCase).values()].some(holds) ? [{ testCase, what: "question" }] : [];
  });
}
