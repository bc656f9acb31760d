import type { JsonObject } from "../../model.ts";
import type { JudgePlan } from "./plan.ts";

/** JSON Schema of an answer: findings and reason before the choice, so that it is chosen for them. */
export function answerSchema({ criteria, menu }: Pick<JudgePlan, "criteria" | "menu">): JsonObject {
  const findings = criteria.map((_, index) => `finding_${index + 1}`);
  const texts = Object.fromEntries([...findings, "reason"].map((name) => [name, { type: "string" }]));
  return {
    type: "object",
    additionalProperties: false,
    properties: { ...texts, choice: { type: "string", enum: menu.map(({ name }) => name) } },
    required: [...findings, "reason", "choice"],
  };
}

/** The same, as it is asked of the provider. */
export function answerFormat(plan: Pick<JudgePlan, "criteria" | "menu">): JsonObject {
  return { type: "json_schema", json_schema: { name: "judgement", strict: true, schema: answerSchema(plan) } };
}
