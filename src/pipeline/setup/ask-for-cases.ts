import { notAModel, throwProblems } from "../../errors.ts";
import type { Failure, PromptAtRevision } from "../../model.ts";
import { varyVersion } from "../../prompts/prompt-version.ts";
import { createCaller } from "../../run/caller.ts";
import type { RunOptions } from "../options.ts";
import { connectProviders } from "../plan/connect-providers.ts";
import type { PromptPlan } from "../plan/plan-run.ts";
import type { Project } from "../project/load-project.ts";
import { asNew } from "../run.ts";
import { type GeneratedCases, generateCases } from "./generate-cases.ts";

/** What a model wrote for one prompt; `failure` where it could not be asked to the end. */
export interface AskedCases extends GeneratedCases {
  readonly prompt: PromptAtRevision;
  readonly failure: Failure | null;
}

export interface AskOptions
  extends Pick<RunOptions, "environment" | "directory" | "maxCost" | "concurrency" | "signal"> {
  /** Cases for each prompt. */
  readonly count: number;
  /** Who writes them; null: the model of each prompt. */
  readonly model: string | null;
  /** Told before the first call of a prompt. */
  readonly onPrompt: (name: string) => void;
}

/**
 * Has models write drafts of cases for these prompts, one prompt after the other, within `maxCost`. Throws a UserError
 * for what must be mended before any call.
 */
export async function askForCases(
  prompts: readonly PromptAtRevision[],
  project: Project,
  root: string,
  options: AskOptions,
): Promise<readonly AskedCases[]> {
  const plans = prompts.map((prompt) => planFor(prompt, options.model));
  const connection = await connectProviders(plans, project, root, options);
  const asked = plans.map(({ candidate }) => candidate && connection.models.get(candidate));
  throwProblems([
    ...connection.problems,
    ...plans.flatMap(({ candidate }, index) =>
      candidate !== null && asked[index]?.takesValues ? [notAModel(candidate.name, candidate.modelPlace)] : [],
    ),
  ]);
  const caller = createCaller({
    concurrency: options.concurrency ?? "auto",
    timeoutMs: project.config.run.timeoutMs,
    limits: { maxCost: options.maxCost ?? null, maxCalls: null, maxDurationMs: null },
    priceOf: connection.priceOf,
    ...(options.signal ? { signal: options.signal } : {}),
  });
  try {
    const all: AskedCases[] = [];
    for (const [index, prompt] of prompts.entries()) {
      const resolved = asked[index];
      if (!resolved) continue;
      options.onPrompt(prompt.version.name);
      let failure: Failure | null = null;
      const made = await generateCases(prompt.version, options.count, prompt.golden.cases, async (messages, step) => {
        // Without the rules there is nothing to go by.
        if (failure !== null) return null;
        const { result } = await caller.call({
          provider: resolved.provider,
          identity: { caseId: prompt.version.name, trial: 0, draw: "compare", purpose: `init:${step}` },
          model: resolved.model,
          request: () => ({ model: resolved.model, messages, parameters: {}, format: null, tools: null }),
        });
        if (result.status === "completed") return result.reply.text;
        failure = result.failure;
        return null;
      });
      all.push({ prompt, ...made, failure });
    }
    return all;
  } finally {
    caller.close();
  }
}

/** The prompt as if it were run without a case: enough to find its provider. */
function planFor(prompt: PromptAtRevision, model: string | null): PromptPlan {
  return {
    change: asNew(prompt),
    baseline: null,
    candidate: varyVersion(prompt.version, { model, parameters: {} }),
    cases: [],
    added: [],
    files: new Map(),
    goldenHash: "",
    scorersHash: "",
    scorersFor: () => [],
    skipped: null,
    advisory: false,
    notes: [],
  };
}
