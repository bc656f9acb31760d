/** What can be put before a judge; each in a block of its own. */
export type BlockName = "input" | "context" | "expected" | "answer";

/** One entry of the menu that a judge chooses from. */
export interface Choice {
  readonly name: string;
  /** 0…1. */
  readonly value: number;
  /** What it means, where the name does not say. */
  readonly meaning: string | null;
}

/** A kind of judge, as data. `{{text}}` in a task stands for the rubric. */
export interface JudgeKind {
  /** One sentence, for the documentation. */
  readonly description: string;
  /** What the judge is to do, in the words that it gets. */
  readonly task: string;
  /** What it is shown; what the case lacks leaves the sample unscored, but for `input`. */
  readonly shows: readonly BlockName[];
  /** Whether it needs a rubric: `must`, `may` or `no`. */
  readonly text: "must" | "may" | "no";
  /** The menu: given, or a scale whose names the options may replace, or the options' own choices. */
  readonly menu: readonly Choice[] | "scale" | "choices";
  /** Whether it writes a finding on each criterion before it chooses. */
  readonly criteria?: true;
  /** Whether it chooses between two answers. */
  readonly pairwise?: true;
}

const passFail: readonly Choice[] = [
  { name: "pass", value: 1, meaning: "the answer meets what is asked for" },
  { name: "fail", value: 0, meaning: "it does not" },
];

const yesNo: readonly Choice[] = [
  { name: "yes", value: 1, meaning: null },
  { name: "no", value: 0, meaning: null },
];

/** All kinds there are. Options, documentation and messages are made from this list. */
export const judgeKinds = {
  rubric: {
    description: "Passes where the answer meets the rubric; with a scale, the grade by the rubric.",
    task: "Decide how far the answer meets this rubric, and nothing else:\n\n{{text}}",
    shows: ["input", "answer"],
    text: "must",
    menu: passFail,
  },
  criteria: {
    description: "A grade after a finding on each criterion.",
    task: "Look at the answer under one criterion after the other and write what you find on each. Then grade the answer as a whole by these findings.\n\n{{text}}",
    shows: ["input", "answer"],
    text: "may",
    menu: "scale",
    criteria: true,
  },
  "closed-question": {
    description: "Passes where the answer to a question about the output is yes.",
    task: "Answer this question about the answer with yes or no:\n\n{{text}}",
    shows: ["input", "answer"],
    text: "must",
    menu: yesNo,
  },
  factuality: {
    description: "Whether the answer says the same as `expected`, less, more, or contradicts it.",
    task: "Compare what the answer states as fact with the block `expected`, which is right. Style, wording and order do not matter.",
    shows: ["input", "expected", "answer"],
    text: "no",
    menu: [
      { name: "same", value: 1, meaning: "both state the same facts" },
      { name: "immaterial", value: 1, meaning: "they differ in nothing that matters for the question" },
      { name: "more", value: 1, meaning: "the answer states all of it and further facts that do not contradict it" },
      { name: "less", value: 0.5, meaning: "the answer leaves facts out and contradicts none" },
      { name: "contradicts", value: 0, meaning: "the answer contradicts it in at least one fact" },
    ],
  },
  groundedness: {
    description: "How far the block `context` bears out what the answer states.",
    task: "Grade how far the answer rests on the block `context`: every statement must follow from it. What is true but does not stand there counts against the answer.",
    shows: ["input", "context", "answer"],
    text: "no",
    menu: "scale",
  },
  relevance: {
    description: "How well the answer uses the case's `context` for the main points of the question.",
    task: "Grade how well the answer takes up the main points of what is asked in the block `input`, given what the block `context` offers. What does not belong to the question counts against it.",
    shows: ["input", "context", "answer"],
    text: "no",
    menu: "scale",
  },
  "answer-relevance": {
    description: "How directly the answer addresses the question.",
    task: "Grade how directly and completely the answer addresses what is asked in the block `input`, whether or not it is right. Evasion, padding and other subjects count against it.",
    shows: ["input", "answer"],
    text: "no",
    menu: "scale",
  },
  similarity: {
    description: "How close the answer is in meaning to `expected`.",
    task: "Grade how close the answer is in meaning to the block `expected`, which is right. Wording does not matter; what is missing and what is added does.",
    shows: ["input", "expected", "answer"],
    text: "no",
    menu: "scale",
  },
  coherence: {
    description: "How well the answer hangs together as a whole.",
    task: "Grade how well the sentences of the answer fit together into one whole that is easy to follow. Whether it is right does not matter.",
    shows: ["input", "answer"],
    text: "no",
    menu: "scale",
  },
  fluency: {
    description: "How well the sentences of the answer are written.",
    task: "Grade the language of the answer sentence by sentence: grammar, choice of words, ease of reading. Whether it is right does not matter.",
    shows: ["answer"],
    text: "no",
    menu: "scale",
  },
  tone: {
    description: "Passes where the answer keeps a tone or stays in a persona.",
    task: "Decide whether the answer keeps this tone or stays in this role throughout. Whether it is right does not matter.\n\n{{text}}",
    shows: ["input", "answer"],
    text: "must",
    menu: passFail,
  },
  choices: {
    description: "A choice from a menu of one's own, each with a score.",
    task: "{{text}}",
    shows: ["answer"],
    text: "must",
    menu: "choices",
  },
  pairwise: {
    description:
      "Which of baseline and candidate is better, asked in both orders; a choice that flips with the order is a tie.",
    task: "Decide which of two answers is better, or that neither is. Length and position say nothing about quality.\n\n{{text}}",
    shows: ["input", "answer"],
    text: "may",
    menu: [
      { name: "A", value: 1, meaning: "the answer in the block `answer A` is better" },
      { name: "tie", value: 0.5, meaning: "neither is better" },
      { name: "B", value: 0, meaning: "the answer in the block `answer B` is better" },
    ],
    pairwise: true,
  },
} as const satisfies Readonly<Record<string, JudgeKind>>;

export type JudgeKindName = keyof typeof judgeKinds;

/** The kind of this name. */
export function findKind(name: JudgeKindName): JudgeKind {
  return judgeKinds[name];
}
