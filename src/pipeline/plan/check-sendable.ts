import { quote } from "../../errors.ts";
import { tellFirst } from "../../golden/tell-first.ts";
import type { Arm, ModelRequest, Problem, RequestMessage } from "../../model.ts";
import { buildRequest } from "../../prompts/prompt-version.ts";
import type { PlanCase, PromptPlan } from "./plan-run.ts";

/** What a provider has no way to send of a request, in words that complete "cannot send …". */
export type Refuse = (request: ModelRequest) => readonly string[];

/** The one arm of one prompt, and who would have to send it. */
export interface Sending {
  readonly plan: PromptPlan;
  readonly arm: Arm;
  readonly provider: string;
  readonly model: string;
  readonly refuse: Refuse;
}

/** Everything that prompts and cases need sent and that their provider cannot send, before any call is made. */
export function checkSendable(sendings: readonly Sending[]): readonly Problem[] {
  const problems = new Map<string, Problem>();
  for (const problem of sendings.flatMap(checkArm)) {
    problems.set(`${problem.message}\n${problem.place?.path}:${problem.place?.line}`, problem);
  }
  return tellFirst(problems.values(), (problem) => problem);
}

function checkArm(sending: Sending): readonly Problem[] {
  const { plan, arm, model, provider, refuse } = sending;
  const version = plan[arm];
  if (version === null) return [];
  const { parameters, format, tools } = version.configuration;
  const anyway = refuse({ model, messages: [], parameters, format, tools });
  const ofPrompt = anyway.map((what) => ({
    message: `the provider ${quote(provider)} cannot send ${what}, which the prompt ${plan.change.name} asks for`,
    hint: "Name another model, or change the prompt.",
    place: version.modelPlace,
  }));
  const ofCases = casesToAsk(plan, arm).flatMap((planCase) => {
    const { testCase, turns } = planCase;
    const { request } = buildRequest(version, model, planCase[arm], turns?.[arm] ?? null);
    const answered = (testCase.conversation?.toolResults.length ?? 0) > 0;
    const asked = answered ? { ...request, messages: [...request.messages, ...answeredTool] } : request;
    const refused = refuse(asked).filter((what) => !anyway.includes(what));
    return refused.map((what) => ({
      message: `the provider ${quote(provider)} cannot send ${what}, which the case ${quote(testCase.id)} of the prompt ${plan.change.name} needs`,
      hint: "Name another model, or change the case or what assay.yml says of the provider.",
      place: testCase.place,
    }));
  });
  return [...ofPrompt, ...ofCases];
}

/** The first case stands for all that are texts: they differ in nothing that a provider could refuse. */
function casesToAsk(plan: PromptPlan, arm: Arm): readonly PlanCase[] {
  const cases = arm === "candidate" ? [...plan.cases, ...plan.added] : plan.cases;
  const hasFiles = plan.files.size > 0;
  return cases.filter(({ testCase }, index) => index === 0 || hasFiles || testCase.conversation !== undefined);
}

/** What a second turn would add, where tools are answered. */
const answeredTool: readonly RequestMessage[] = [
  { role: "assistant", content: "", toolCalls: [{ id: "call_1", name: "tool", arguments: "{}" }] },
  { role: "tool", content: "", toolCallId: "call_1" },
];
