import { quote } from "../../errors.ts";
import type { JsonObject } from "../../model.ts";
import type { Finding } from "../factory.ts";
import { findKind, type JudgeKindName, judgeKinds } from "./kinds.ts";

/** The options of a judge as written. */
export interface JudgeOptions {
  readonly kind?: JudgeKindName;
  readonly model?: string;
  readonly models?: readonly string[];
  readonly panel?: "majority" | "mean";
  readonly rubric?: string;
  readonly instructions?: string;
  readonly criteria?: readonly string[];
  readonly scale?: readonly (string | number)[];
  readonly choices?: readonly { readonly choice: string; readonly score: number }[];
  readonly passAt?: string | number;
  readonly input?: string;
  readonly context?: string;
  readonly parameters?: JsonObject;
  readonly votes?: number;
}

const kindNames = Object.keys(judgeKinds);

/** JSON Schema of JudgeOptions. */
export const judgeOptions: JsonObject = {
  type: "object",
  additionalProperties: false,
  properties: {
    kind: { enum: kindNames, description: "What the judge is asked, see docs/judge.md; `rubric` where unset." },
    model: { type: "string", minLength: 1, description: "The model that judges, as publisher/model." },
    models: {
      type: "array",
      minItems: 2,
      maxItems: 7,
      uniqueItems: true,
      items: { type: "string", minLength: 1 },
      description: "A panel of several models, instead of one.",
    },
    panel: {
      enum: ["majority", "mean"],
      description: "What stands of a panel: the opinion of its majority (on a scale, the middle one), or the mean.",
    },
    rubric: {
      type: "string",
      minLength: 1,
      format: "file",
      description:
        "A file with what the judge is to look for; `{{name}}` refers to a value of the case, `{{completion}}` to the answer.",
    },
    instructions: { type: "string", minLength: 1, description: "The rubric itself, instead of a file." },
    criteria: {
      type: "array",
      minItems: 1,
      maxItems: 20,
      items: { type: "string", minLength: 1 },
      description: "Of the kind `criteria`: what is looked at one by one before the grade.",
    },
    scale: {
      type: "array",
      minItems: 2,
      maxItems: 20,
      items: { type: ["string", "integer"], minLength: 1 },
      description: "Names of the grades, from the worst to the best; 1 to 5 where a kind grades and none are written.",
    },
    choices: {
      type: "array",
      minItems: 2,
      maxItems: 20,
      items: {
        type: "object",
        additionalProperties: false,
        required: ["choice", "score"],
        properties: {
          choice: { type: "string", minLength: 1 },
          score: { type: "number", minimum: 0, maximum: 1 },
        },
      },
      description: "Of the kind `choices`: what may be chosen, each with its score from 0 to 1.",
    },
    passAt: {
      type: ["string", "integer"],
      description: "The lowest grade that passes; unset: the grade is the score.",
    },
    input: {
      type: "string",
      minLength: 1,
      description:
        "What is shown as the question: a template over the case; unset: all its variables, and the turns that it brings.",
    },
    context: {
      type: "string",
      minLength: 1,
      description: "What is shown as the context: a template over the case; unset: the case's `context`.",
    },
    parameters: { type: "object", description: "Parameters of the judge's calls, such as `temperature`." },
    votes: {
      type: "integer",
      minimum: 1,
      maximum: 9,
      description:
        "How many opinions in all are taken on a case where baseline and candidate differ; unset: 3, and 1 with a panel.",
    },
  },
};

/** The names of the grades, from the worst to the best. */
export function scaleNames({ scale }: JudgeOptions): readonly string[] {
  return scale?.map(String) ?? ["1", "2", "3", "4", "5"];
}

/** Mistakes that the schema cannot tell. */
export function checkJudge(options: JudgeOptions): readonly Finding[] {
  const name = options.kind ?? "rubric";
  const kind = findKind(name);
  const grades = kind.menu === "scale" || options.scale !== undefined;
  const rules: readonly (readonly [mistaken: boolean, message: string, hint: string])[] = [
    [
      options.model === undefined && options.models === undefined,
      "judge names no model",
      "Add one: model: openai/gpt-6-sol.",
    ],
    [options.model !== undefined && options.models !== undefined, "judge has both model and models", keepOne],
    [options.panel !== undefined && options.models === undefined, "judge has a panel of one", "List its models."],
    [
      options.rubric !== undefined && options.instructions !== undefined,
      "judge has both rubric and instructions",
      keepOne,
    ],
    [
      kind.text === "must" && options.rubric === undefined && options.instructions === undefined,
      `a judge of the kind ${name} needs a rubric`,
      "Add rubric: FILE, or instructions with the text itself.",
    ],
    [
      kind.text === "no" && (options.rubric ?? options.instructions) !== undefined,
      `a judge of the kind ${name} takes no rubric`,
      "Leave it out, or take the kind rubric.",
    ],
    [
      (kind.criteria ?? false) !== (options.criteria !== undefined),
      "criteria and the kind criteria go together",
      "Add the other, or leave both out.",
    ],
    [
      (kind.menu === "choices") !== (options.choices !== undefined),
      "choices and the kind choices go together",
      "Add the other, or leave both out.",
    ],
    [
      options.scale !== undefined && kind.menu !== "scale" && !["rubric", "tone"].includes(name),
      `a judge of the kind ${name} has its own choices, and no scale`,
      "Leave the scale out.",
    ],
    [options.passAt !== undefined && !grades, "passAt needs a scale", "Add one: scale: [1, 2, 3, 4, 5]."],
    [
      options.passAt !== undefined && grades && scaleNames(options).indexOf(String(options.passAt)) < 1,
      `passAt is ${quote(String(options.passAt))}, which is no grade above the worst`,
      `Grades here: ${scaleNames(options).join(", ")}.`,
    ],
    [
      new Set(scaleNames(options)).size < scaleNames(options).length,
      "two grades of the scale have the same name",
      "Give each its own.",
    ],
    [
      new Set(options.choices?.map(({ choice }) => choice)).size < (options.choices?.length ?? 0),
      "two choices have the same name",
      "Give each its own.",
    ],
    [
      options.votes !== undefined && options.votes % 2 === 0,
      `${options.votes} votes can be split evenly`,
      "Take an odd number.",
    ],
    [
      kind.pairwise === true && options.votes !== undefined,
      "a pairwise judge has no votes: it is asked in both orders",
      "Leave votes out.",
    ],
    [options.panel === "mean" && kind.pairwise === true, "a pairwise panel decides by majority", "Leave panel out."],
  ];
  return rules.flatMap(([mistaken, message, hint]) => (mistaken ? [{ message, hint }] : []));
}

const keepOne = "Keep one of them.";
