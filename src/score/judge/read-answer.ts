import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { Json, JsonObject } from "../../model.ts";
import { readOutput } from "../schema/read-output.ts";
import { answerSchema } from "./answer-format.ts";
import type { Choice } from "./kinds.ts";
import type { JudgePlan } from "./plan.ts";

/** What a judge said, read: a choice of the menu with its reason, or what is wrong with it. */
export type ReadAnswer =
  | { readonly status: "read"; readonly choice: Choice; readonly reason: string }
  | { readonly status: "invalid"; readonly mistake: string };

/** Reads answers to one kind of question; the schema is compiled at the first. */
export function createReader(plan: JudgePlan): (text: string) => ReadAnswer {
  let validate: ValidateFunction | null = null;
  return (text) => {
    if (text.trim() === "") return { status: "invalid", mistake: "it is empty" };
    const output = readOutput(text.trim(), true);
    if (output.status !== "read") return { status: "invalid", mistake: "it is no JSON object" };
    validate ??= new Ajv2020({ strict: false }).compile(answerSchema(plan));
    if (!validate(output.value)) return { status: "invalid", mistake: describe(validate, output.value, plan) };
    const { reason, choice } = output.value as unknown as { readonly reason: string; readonly choice: string };
    const chosen = plan.menu.find(({ name }) => name === choice);
    return chosen === undefined
      ? { status: "invalid", mistake: offMenu(plan) }
      : { status: "read", choice: chosen, reason };
  };
}

/** Our own words alone: what the judge wrote may quote what it judged. */
function describe({ errors }: ValidateFunction, value: Json, plan: JudgePlan): string {
  const [error] = errors ?? [];
  if (error?.keyword === "required") return `it has no "${String(error.params["missingProperty"])}"`;
  if (error?.keyword === "additionalProperties") return "it has keys that were not asked for";
  const chosen = (value as JsonObject | null)?.["choice"];
  return error?.keyword === "enum" || (chosen !== undefined && typeof chosen !== "string")
    ? offMenu(plan)
    : "it has not the form that was asked for";
}

function offMenu({ menu }: JudgePlan): string {
  return `its choice is none of ${menu.map(({ name }) => name).join(", ")}`;
}
