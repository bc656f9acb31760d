import { posix } from "node:path";
import { worstVerdict } from "../gate/combine-verdicts.ts";
import type { InconclusivePolicy, PromptReport, Report } from "../model.ts";

/**
 * The reports of several folders of one repository, each judged by an assay.yml of its own, as one. A failed gate wins
 * over what could not be judged, as within one report.
 */
export function mergeReports(reports: readonly [Report, ...Report[]]): Report {
  const [first, ...others] = reports;
  if (others.length === 0) return first;
  const exitCodes = reports.map(({ exitCode }) => exitCode);
  const exitCode = ([1, 3, 2] as const).find((code) => exitCodes.includes(code)) ?? 0;
  const variants = reports.flatMap((report) => report.variants ?? []);
  return {
    ...first,
    ...(variants.length === 0 ? {} : { variants }),
    verdict: worstVerdict(reports.map(({ verdict }) => verdict)),
    passed: mergePassed(reports),
    exitCode,
    gate: {
      ...first.gate,
      inconclusive: strictest(reports),
      gatingComparisons: sum(reports, ({ gate }) => gate.gatingComparisons),
    },
    prompts: nameApart(reports.flatMap(({ prompts }) => prompts)),
    calls: {
      planned: sum(reports, ({ calls }) => calls.planned),
      made: sum(reports, ({ calls }) => calls.made),
      cached: sum(reports, ({ calls }) => calls.cached),
      saved: sum(reports, ({ calls }) => calls.saved),
      failed: sum(reports, ({ calls }) => calls.failed),
    },
    failures: reports.flatMap(({ failures }) => failures),
    cost: reports.some(({ cost }) => cost === null) ? null : sum(reports, ({ cost }) => cost ?? 0),
    durationMs: sum(reports, ({ durationMs }) => durationMs),
    warnings: [...new Set([...gateWarnings(reports), ...reports.flatMap(({ warnings }) => warnings)])],
    samples: null,
  };
}

function strictest(reports: readonly Report[]): InconclusivePolicy {
  const policies = reports.map(({ gate }) => gate.inconclusive);
  return (["fail", "warn"] as const).find((policy) => policies.includes(policy)) ?? "pass";
}

function mergePassed(reports: readonly Report[]): boolean | null {
  if (reports.some(({ passed }) => passed === false)) return false;
  return reports.some(({ passed }) => passed === null) ? null : true;
}

/** Prompts of the same name in two folders get their folder before it. */
function nameApart(prompts: readonly PromptReport[]): readonly PromptReport[] {
  const paths = new Map<string, Set<string>>();
  for (const { name, path } of prompts) paths.set(name, (paths.get(name) ?? new Set()).add(path));
  return prompts.map((prompt) => {
    if ((paths.get(prompt.name)?.size ?? 0) < 2) return prompt;
    return { ...prompt, name: posix.join(posix.dirname(prompt.path), prompt.name) };
  });
}

/** The report names one gate: that another folder's is another must be said. */
function gateWarnings(reports: readonly Report[]): readonly string[] {
  const gates = new Set(reports.map(({ gate: { gatingComparisons, ...gate } }) => JSON.stringify(gate)));
  return gates.size === 1 ? [] : ["The folders have different gates; each prompt is judged by its own folder's."];
}

function sum(reports: readonly Report[], value: (report: Report) => number): number {
  return reports.reduce((total, report) => total + value(report), 0);
}
