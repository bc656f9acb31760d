import type { Judge, PromptAtRevision } from "../../model.ts";
import { renderTemplate } from "../../prompts/template.ts";
import { createScorer, type ScorerFactories } from "../../score/registry.ts";
import { canonicalHash } from "../../source/json.ts";
import type { Project } from "./load-project.ts";

/** Two revisions of what judges. */
export interface JudgeRevisions {
  readonly before: Project;
  readonly after: Project;
  /** What follows from the change: ends the sentence. */
  readonly consequence: string;
}

/**
 * Judges that are not the same at both revisions, one sentence each: another model, rubric or scale is another judge, and
 * scores by both cannot be held against each other.
 */
export function describeJudgeChanges(
  { before, after, consequence }: JudgeRevisions,
  factories: ScorerFactories,
): readonly string[] {
  const earlier = new Map(before.prompts.map((prompt) => [prompt.version.path, prompt]));
  const told = after.prompts.flatMap((prompt) => {
    const old = earlier.get(prompt.version.path);
    if (old === undefined) return [];
    const judges = findJudges(old, before, factories);
    return [...findJudges(prompt, after, factories)].flatMap(([name, judge]) => {
      const previous = judges.get(name);
      if (previous === undefined || previous.fingerprint === judge.fingerprint) return [];
      return [`The judge ${name} changed (${listChanges(previous, judge)}): ${consequence}.`];
    });
  });
  return [...new Set(told)];
}

function findJudges(
  { scorers }: PromptAtRevision,
  { scorerFiles }: Project,
  factories: ScorerFactories,
): ReadonlyMap<string, Judge> {
  const context = { files: scorerFiles, render: renderTemplate };
  return new Map(
    scorers.flatMap((spec) => {
      try {
        const scorer = createScorer(spec, context, factories);
        return [scorer, ...(scorer.within ?? [])].flatMap(({ metric, judge }) =>
          judge === undefined ? [] : [[metric.name, judge] as const],
        );
      } catch {
        // Its mistakes are told where it judges.
        return [];
      }
    }),
  );
}

function listChanges(before: Judge, after: Judge): string {
  const changes = [
    ...(before.kind === after.kind ? [] : [`kind ${before.kind} → ${after.kind}`]),
    ...(before.models.join() === after.models.join()
      ? []
      : [`model ${before.models.join(", ")} → ${after.models.join(", ")}`]),
    ...(before.rubric === after.rubric ? [] : ["its rubric"]),
    ...(canonicalHash(before.scale) === canonicalHash(after.scale) ? [] : ["its scale"]),
  ];
  return changes.length === 0 ? "how it is asked" : changes.join(", ");
}
