import { posix } from "node:path";
import { worstVerdict } from "../../gate/combine-verdicts.ts";
import type { FailureCount, InconclusivePolicy, PromptReport, Report, VariantsReport } from "../../model.ts";

/**
 * The reports of several folders of one repository, each judged by an assay.yml of its own, as one. A failed gate wins
 * over what could not be judged, as within one report.
 */
export function mergeReports(reports: readonly [Report, ...Report[]]): Report {
  const [{ watch, ...first }, ...others] = reports;
  if (others.length === 0) return reports[0];
  const exitCodes = reports.map(({ exitCode }) => exitCode);
  const exitCode = ([1, 3, 2] as const).find((code) => exitCodes.includes(code)) ?? 0;
  const watched = reports.filter((report) => report.watch).length;
  const nameOf = nameApart(reports);
  const variants = reports.flatMap((report) => (report.variants ?? []).map((each) => renameVariants(each, nameOf)));
  return {
    ...first,
    ...(watched === reports.length && { watch: true as const }),
    ...(variants.length === 0 ? {} : { variants }),
    verdict: worstVerdict(reports.map(({ verdict }) => verdict)),
    passed: mergePassed(reports),
    exitCode,
    gate: {
      ...first.gate,
      inconclusive: strictest(reports),
      gatingComparisons: sum(reports, ({ gate }) => gate.gatingComparisons),
    },
    prompts: reports.flatMap((report) =>
      report.prompts.map((prompt) => ({
        ...prompt,
        name: nameOf(prompt),
        ...(report.watch && watched < reports.length && { watch: true as const }),
      })),
    ),
    calls: {
      planned: sum(reports, ({ calls }) => calls.planned),
      made: sum(reports, ({ calls }) => calls.made),
      cached: sum(reports, ({ calls }) => calls.cached),
      saved: sum(reports, ({ calls }) => calls.saved),
      failed: sum(reports, ({ calls }) => calls.failed),
    },
    failures: mergeFailures(reports.flatMap(({ failures }) => failures)),
    cost: reports.some(({ cost }) => cost === null) ? null : sum(reports, ({ cost }) => cost ?? 0),
    durationMs: sum(reports, ({ durationMs }) => durationMs),
    warnings: [
      ...new Set([...gateWarnings(reports), ...watchWarnings(reports), ...reports.flatMap(({ warnings }) => warnings)]),
    ],
    samples: null,
  };
}

/** What the report's verdict is told by: the policies of folders in which something is inconclusive, where there are any. */
function strictest(reports: readonly Report[]): InconclusivePolicy {
  const open = reports.filter(({ prompts }) => prompts.some(({ verdict }) => verdict === "inconclusive"));
  const policies = (open.length > 0 ? open : reports).map(({ gate }) => gate.inconclusive);
  return (["fail", "warn"] as const).find((policy) => policies.includes(policy)) ?? "pass";
}

function mergePassed(reports: readonly Report[]): boolean | null {
  // What only watches has no say, where anything else has.
  const binding = reports.filter(({ watch }) => !watch);
  if (binding.some(({ passed }) => passed === false)) return false;
  return binding.length === 0 || binding.some(({ passed }) => passed === null) ? null : true;
}

/** Where some folders are watched and others are not, the report as a whole is not. */
function watchWarnings(reports: readonly Report[]): readonly string[] {
  const paths = reports.filter(({ watch }) => watch).flatMap(({ prompts }) => prompts.map(({ path }) => path));
  const all = reports.every(({ watch }) => watch);
  return all ? [] : paths.map((path) => `${path} is only watched, as its assay.yml says: it fails nothing.`);
}

type Named = Pick<PromptReport, "name" | "path">;

/** Names prompts of the report: those of the same name in two folders get their folder before it. */
function nameApart(reports: readonly Report[]): (prompt: Named) => string {
  const paths = new Map<string, Set<string>>();
  const tried = reports.flatMap(({ variants = [] }) => variants.map(({ prompt, path }) => ({ name: prompt, path })));
  for (const { name, path } of [...reports.flatMap(({ prompts }) => prompts), ...tried]) {
    paths.set(name, (paths.get(name) ?? new Set()).add(path));
  }
  return ({ name, path }) => ((paths.get(name)?.size ?? 0) < 2 ? name : posix.join(posix.dirname(path), name));
}

function renameVariants(variants: VariantsReport, nameOf: (prompt: Named) => string): VariantsReport {
  return { ...variants, prompt: nameOf({ name: variants.prompt, path: variants.path }) };
}

/** What came back in several folders is told once, the most frequent first. */
function mergeFailures(failures: readonly FailureCount[]): readonly FailureCount[] {
  const counts = new Map<string, FailureCount>();
  for (const failure of failures) {
    const key = `${failure.kind} ${failure.message}`;
    counts.set(key, { ...failure, calls: failure.calls + (counts.get(key)?.calls ?? 0) });
  }
  return [...counts.values()].toSorted((left, right) => right.calls - left.calls);
}

/** The report names one gate: that another folder's is another must be said. */
function gateWarnings(reports: readonly Report[]): readonly string[] {
  const gates = new Set(reports.map(({ gate: { gatingComparisons, ...gate } }) => JSON.stringify(gate)));
  return gates.size === 1 ? [] : ["The folders have different gates; each prompt is judged by its own folder's."];
}

function sum(reports: readonly Report[], value: (report: Report) => number): number {
  return reports.reduce((total, report) => total + value(report), 0);
}
