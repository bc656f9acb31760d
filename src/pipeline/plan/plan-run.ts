import { UserError } from "../../errors.ts";
import { caseValues } from "../../golden/case-values.ts";
import { compareGolden } from "../../golden/compare-golden.ts";
import { missingVariables } from "../../golden/missing-variables.ts";
import type {
  Case,
  Change,
  CodeRunner,
  Json,
  JsonObject,
  Problem,
  PromptAtRevision,
  PromptVersion,
  Reason,
  Scorer,
  ScorerSpec,
  Turn,
} from "../../model.ts";
import { usesMessages } from "../../prompts/prompt-version.ts";
import { renderTemplate } from "../../prompts/template.ts";
import { checkScorer, createScorer, filesOf, type ScorerFactories } from "../../score/registry.ts";
import { fileOfPrompt } from "../../source/repository-path.ts";
import type { Standings } from "../kept/calibrations.ts";
import type { PromptProblem } from "../options.ts";
import { type CaseFile, lacksFile, lacksFiles } from "../project/case-files.ts";
import { inclusionNotes } from "../project/inclusion-notes.ts";
import { findPrompt, type Project } from "../project/load-project.ts";
import { createShield } from "../reports/shield.ts";
import { problemText } from "../warnings.ts";
import { callGates } from "./call-gates.ts";
import { modelsOfBase, refuseOfFork } from "./fork-limits.ts";

/** A case with the values that each arm's template gets. */
export interface PlanCase {
  readonly testCase: Case;
  readonly baseline: JsonObject;
  readonly candidate: JsonObject;
  /** The earlier turns that each arm gets; absent where the case brings none. */
  readonly turns?: { readonly baseline: readonly Turn[] | null; readonly candidate: readonly Turn[] | null };
}

/** What happens to one prompt: which arms run over which cases, and who scores. */
export interface PromptPlan {
  readonly change: Change;
  /** Null where that arm is not run. */
  readonly baseline: PromptVersion | null;
  readonly candidate: PromptVersion | null;
  readonly cases: readonly PlanCase[];
  /** Of the golden set that judges. */
  readonly goldenHash: string;
  readonly scorersHash: string;
  /** Added or edited cases that are not part of the comparison: the candidate runs over them once. */
  readonly added: readonly PlanCase[];
  /** Files that the cases send, by the SHA-256 of their content. */
  readonly files: ReadonlyMap<string, CaseFile>;
  readonly scorersFor: (testCase: Case) => readonly Scorer[];
  /** Set where a metric that gates measures the call: answers from the store do not serve. */
  readonly drawsAnew?: true;
  readonly advisory: boolean;
  /** Why it is judged by nobody, on purpose; null where it is judged. */
  readonly skipped: Reason | null;
  readonly notes: readonly string[];
  /** Set for a variant: its name, and the prompt that it is one of. */
  readonly variant?: { readonly name: string; readonly prompt: string };
  /** Plans with the same key take their cases in the same order and share the answers of their baseline. */
  readonly baselineKey?: string;
  /** How far its judges agree with people, by metric; unset: it has none. */
  readonly standings?: Standings;
}

export interface PlanInput {
  readonly changes: readonly Change[];
  readonly baseline: Project | null;
  readonly head: Project;
  readonly goalposts: Project;
  /** Whether the goalposts are another revision's than the head. */
  readonly fromBase: boolean;
  readonly fork: boolean;
  readonly factories: ScorerFactories;
  /** Runs the code of custom scorers; absent where nothing is scored. */
  readonly code?: CodeRunner;
}

/** What is run, and what must be mended first: `later` are those mistakes that do not stand in the way of a `check`. */
export interface RunPlans {
  readonly plans: readonly PromptPlan[];
  readonly problems: readonly Problem[];
  readonly later: readonly Problem[];
  /** Path of a prompt that nothing but `later` stands in the way of → why it cannot be run yet. */
  readonly waiting: ReadonlyMap<string, Problem>;
}

/** Plans every changed prompt. Mistakes are collected, so that all are told at once. */
export function planRun(input: PlanInput): RunPlans {
  const problems: PromptProblem[] = input.goalposts.problems.filter((entry) => entry.prompt === null);
  const plans = input.changes
    .filter((change) => change.kind !== "unchanged" && change.kind !== "renamed")
    .map((change) => planPrompt(change, input, problems));
  const deferred = problems.filter(({ mayWait }) => mayWait);
  const waiting = new Map(
    deferred.flatMap(({ prompt, problem }) => (prompt === null ? [] : [[prompt, problem] as const])),
  );
  const later = deferred.map(({ problem }) => problem);
  return { plans, problems: problems.map((entry) => entry.problem), later, waiting };
}

function planPrompt(change: Change, input: PlanInput, problems: PromptProblem[]): PromptPlan {
  const idle = {
    change,
    baseline: null,
    candidate: null,
    cases: [],
    added: [],
    files: new Map<string, CaseFile>(),
    goldenHash: "",
    scorersHash: "",
    scorersFor: () => [],
    skipped: null,
  };
  const candidate = change.candidate;
  if (candidate === null) return { ...idle, advisory: false, notes: [] };
  const judged = chooseGoalposts(change, candidate, input);
  if (judged === null) {
    return {
      ...idle,
      advisory: false,
      skipped: "fork",
      notes: ["A fork cannot bring the golden set it is judged by."],
    };
  }
  const refused = input.fork
    ? refuseOfFork(candidate.version, judged.prompt.version, modelsOfBase(input.goalposts))
    : [];
  if (refused.length > 0) return { ...idle, advisory: false, skipped: "fork", notes: refused };
  const { project, prompt } = judged;
  problems.push(...project.problems.filter((entry) => entry.prompt === prompt.version.path));
  const notes = [...judged.notes, ...repairNotes(change, input), ...inclusionNotes(change), ...notesOf(prompt)];
  const versions = {
    baseline: change.kind === "changed" ? (change.baseline?.version ?? null) : null,
    candidate: candidate.version,
  };
  const brought = addedCases(change, candidate, prompt, input.fromBase && project !== input.head);
  const added = brought.filter((testCase) => !lacksFiles(testCase));
  const main = change.kind === "judging" ? [] : prompt.golden.cases;
  if (prompt.scorers.length === 0 && main.every((testCase) => testCase.scorers.length === 0)) {
    problems.push({ prompt: prompt.version.path, problem: noScorer(prompt.version) });
  }
  const everyScorer = [...prompt.scorers, ...main.flatMap((testCase) => testCase.scorers)];
  const fill = new ValueFiller(change, prompt, versions);
  const cases = main.map((testCase) => fill.values(testCase));
  const extra = added.map((testCase) => fill.values(testCase));
  const missing = [
    ...fill.missing(versions.baseline, cases, "baseline"),
    ...fill.missing(versions.candidate, [...cases, ...extra], "candidate"),
    ...fill.withoutFiles(input),
  ];
  problems.push(...missing.map((problem) => ({ prompt: prompt.version.path, problem })));
  return {
    change,
    ...versions,
    cases,
    goldenHash: prompt.goldenHash,
    scorersHash: prompt.scorersHash,
    added: extra,
    files: filesOfProjects(input),
    scorersFor: scorersByCase(prompt, project, input, (problem) =>
      problems.push({ prompt: prompt.version.path, problem }),
    ),
    ...(callGates(everyScorer, project.config.gate, input.factories) && { drawsAnew: true }),
    advisory: judged.advisory,
    skipped: null,
    notes: [...notes, ...leftOutNotes(brought.length - added.length), ...fill.notes(input)],
  };
}

/** The same prompt, not judged: a fork's run may not or cannot call the model, or would run the fork's code. */
export function skipPlan(
  plan: PromptPlan,
  skipped: "no-key" | "fork-code" | "approval",
  notes: readonly string[],
): PromptPlan {
  if (plan.candidate === null) return plan;
  return {
    ...plan,
    baseline: null,
    candidate: null,
    cases: [],
    added: [],
    skipped,
    notes: [...plan.notes, ...notes],
  };
}

interface Judged {
  readonly project: Project;
  readonly prompt: PromptAtRevision;
  readonly advisory: boolean;
  readonly notes: readonly string[];
}

/** Who judges: the goalposts' own entry for this prompt; where they have none, the head's, which then never fails. */
function chooseGoalposts(change: Change, candidate: PromptAtRevision, input: PlanInput): Judged | null {
  if (!input.fromBase) return { project: input.head, prompt: candidate, advisory: false, notes: [] };
  const paths = [change.previousPath, change.baseline?.version.path ?? null, change.path];
  const prompt = findPrompt(input.goalposts, paths, candidate.version);
  const usable = prompt !== null && prompt.golden.cases.length > 0 && hasScorer(prompt);
  if (input.goalposts.config.path !== null && usable) {
    return { project: input.goalposts, prompt, advisory: false, notes: [] };
  }
  // The base's prompt file may hold everything that judges without an assay.yml; a fork must be judged by that alone.
  if (usable && input.fork) return { project: input.goalposts, prompt, advisory: false, notes: [] };
  if (input.fork) return null;
  const what = input.goalposts.config.path === null ? "no valid assay.yml" : "no golden set for this prompt";
  return {
    project: input.head,
    prompt: candidate,
    advisory: true,
    notes: [
      `First run: the base has ${what}, so this one is judged by its own and cannot fail; it starts to hold once merged.`,
    ],
  };
}

function hasScorer(prompt: PromptAtRevision): boolean {
  return prompt.scorers.length > 0 || prompt.golden.cases.some((testCase) => testCase.scorers.length > 0);
}

/** Cases run in a row of their own: those new or edited at the head, where they are not part of the comparison. */
function addedCases(
  change: Change,
  candidate: PromptAtRevision,
  judged: PromptAtRevision,
  otherGoalposts: boolean,
): readonly Case[] {
  const before = otherGoalposts ? judged.golden : change.kind === "judging" ? change.baseline?.golden : undefined;
  if (before === undefined) return [];
  const { added, edited } = compareGolden(before.cases, candidate.golden.cases);
  return [...added, ...edited];
}

/** The head's own mistakes, in cases that decide nothing. */
function leftOutNotes(count: number): readonly string[] {
  if (count === 0) return [];
  if (count === 1) return ["1 case that the head adds was not run: it names a file that is not there."];
  return [`${count} cases that the head adds were not run: they name files that are not there.`];
}

/** Gives each arm the values of a case; what the judging case lacks comes from the arm's own matching case. */
class ValueFiller {
  private readonly own: { readonly baseline: ReadonlyMap<string, Case>; readonly candidate: ReadonlyMap<string, Case> };
  private readonly filled = { baseline: new Set<string>(), candidate: new Set<string>() };
  private readonly lackFiles = { baseline: new Set<Case>(), candidate: new Set<Case>() };

  private readonly versions: Pick<PromptPlan, "baseline" | "candidate">;

  constructor(change: Change, judged: PromptAtRevision, versions: Pick<PromptPlan, "baseline" | "candidate">) {
    this.versions = versions;
    const matched = (own: PromptAtRevision | null): ReadonlyMap<string, Case> =>
      own === null || isSameSet(own.golden.cases, judged.golden.cases)
        ? new Map()
        : compareGolden(own.golden.cases, judged.golden.cases).matched;
    this.own = { baseline: matched(change.baseline), candidate: matched(change.candidate) };
  }

  values(testCase: Case): PlanCase {
    const turns = { baseline: this.turnsOf(testCase, "baseline"), candidate: this.turnsOf(testCase, "candidate") };
    if (turns.baseline === null && turns.candidate === null) return new FilledCase(testCase, this);
    const [baseline, candidate] = [this.valuesOf(testCase, "baseline"), this.valuesOf(testCase, "candidate")];
    return { testCase, baseline, candidate, turns };
  }

  /** The judging case's turns; where it has none and the prompt needs some, those of the arm's own case. */
  private turnsOf(testCase: Case, arm: "baseline" | "candidate"): readonly Turn[] | null {
    const version = this.versions[arm];
    const own = version !== null && usesMessages(version) ? this.own[arm].get(testCase.id) : undefined;
    if (testCase.conversation?.messages) return testCase.conversation.messages;
    if (own !== undefined && lacksFiles(own)) this.lackFiles[arm].add(own);
    return own?.conversation?.messages ?? null;
  }

  valuesOf(testCase: Case, arm: "baseline" | "candidate"): JsonObject {
    const values = caseValues(testCase);
    const own = this.own[arm].get(testCase.id);
    if (own === undefined) return values;
    const lacking = Object.entries(this.fillable(own, arm)).filter(([name]) => !Object.hasOwn(values, name));
    for (const [name, value] of lacking) {
      this.filled[arm].add(name);
      if (lacksFile(value)) this.lackFiles[arm].add(own);
    }
    return { ...Object.fromEntries(lacking), ...values };
  }

  private fillable(own: Case, arm: "baseline" | "candidate"): JsonObject {
    const { messages = null } = own.conversation ?? {};
    const version = this.versions[arm];
    if (messages === null || version === null || !usesMessages(version)) return own.vars;
    return { messages: messages as unknown as Json, ...own.vars };
  }

  missing(
    version: PromptVersion | null,
    cases: readonly PlanCase[],
    arm: "baseline" | "candidate",
  ): readonly Problem[] {
    if (version === null) return [];
    return missingVariables(
      lazily(cases, ({ testCase, [arm]: vars }) => ({
        id: testCase.id,
        context: testCase.context,
        ...(testCase.conversation && { conversation: testCase.conversation }),
        place: testCase.place,
        vars,
      })),
      version.variables,
    );
  }

  /** The mistakes of cases whose values were taken, and whose files are not there: their own revision judges nobody else. */
  withoutFiles({ baseline, head }: PlanInput): readonly Problem[] {
    const mistakesOf = (project: Project | null, cases: ReadonlySet<Case>): readonly Problem[] => {
      const places = new Set([...cases].map(({ place }) => `${place.path}:${place.line}`));
      const problems = project?.goldenProblems ?? [];
      const own = problems.filter(({ place }) => place !== undefined && places.has(`${place.path}:${place.line}`));
      const [first] = cases;
      // Of many mistakes in one file only the first are told.
      return first === undefined || own.length > 0
        ? own
        : [{ message: "the case names a file that is not there", place: first.place }];
    };
    return [...mistakesOf(baseline, this.lackFiles.baseline), ...mistakesOf(head, this.lackFiles.candidate)];
  }

  notes(input: PlanInput): readonly string[] {
    const tell = (arm: "baseline" | "candidate", revision: string): readonly string[] => {
      const names = [...this.filled[arm]].sort();
      return names.length === 0
        ? []
        : [
            `The ${arm}'s values of ${names.join(", ")} come from the golden set at ${revision}: the judging set lacks them.`,
          ];
    };
    return [...tell("baseline", input.baseline?.tree.label ?? "the base"), ...tell("candidate", input.head.tree.label)];
  }
}

/** A case whose values are put together when they are asked for, so that texts do not pile up. */
class FilledCase implements PlanCase {
  readonly testCase: Case;
  private readonly fill: ValueFiller;

  constructor(testCase: Case, fill: ValueFiller) {
    this.testCase = testCase;
    this.fill = fill;
  }

  get baseline(): JsonObject {
    return this.fill.valuesOf(this.testCase, "baseline");
  }

  get candidate(): JsonObject {
    return this.fill.valuesOf(this.testCase, "candidate");
  }
}

function isSameSet(own: readonly Case[], judged: readonly Case[]): boolean {
  return own.length === judged.length && own.every((testCase, index) => testCase === judged[index]);
}

function* lazily<In, Out>(values: readonly In[], change: (value: In) => Out): Generator<Out> {
  for (const value of values) yield change(value);
}

/** Makes every scorer once: those of the prompt, and those of single cases. Mistakes in their files are told like all others. */
function scorersByCase(
  prompt: PromptAtRevision,
  project: Project,
  { factories, fork, head, code }: PlanInput,
  tell: (problem: Problem) => void,
): (testCase: Case) => readonly Scorer[] {
  // Code of a fork is never run, whatever else is taken from it.
  const trusted = !(fork && project === head);
  const context = {
    files: project.scorerFiles,
    render: renderTemplate,
    code: trusted ? (code ?? null) : null,
    tell: createShield(project.config).remark,
  };
  const make = (spec: ScorerSpec): readonly Scorer[] => {
    // What the options and missing files show has been told with the project's problems.
    if (checkScorer(spec, factories).length > 0) return [];
    if (filesOf(spec, factories).some((name) => !project.scorerFiles.has(name))) return [];
    try {
      return [createScorer(spec, context, factories)];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      for (const problem of error.problems) tell(problem);
      return [];
    }
  };
  const common = prompt.scorers.flatMap(make);
  const own = new Map(
    prompt.golden.cases
      .filter((testCase) => testCase.scorers.length > 0)
      .map((testCase) => [testCase, [...common, ...testCase.scorers.flatMap(make)]]),
  );
  return (testCase) => own.get(testCase) ?? common;
}

/** Of all revisions: the same content is the same file. */
function filesOfProjects({ baseline, head, goalposts }: PlanInput): ReadonlyMap<string, CaseFile> {
  return new Map([...(baseline?.caseFiles ?? []), ...head.caseFiles, ...goalposts.caseFiles]);
}

/** Why a repaired prompt is judged alone. */
function repairNotes(change: Change, input: PlanInput): readonly string[] {
  const [first] = change.broken?.problems ?? [];
  if (first === undefined) return [];
  const where = input.baseline?.tree.label ?? "the base";
  return [`The file does not parse at ${where} (${problemText(first)}), so the candidate is judged alone.`];
}

function notesOf(prompt: PromptAtRevision): readonly string[] {
  return prompt.version.notRun.map((entry) => `The evaluator ${entry.name} was not run: it ${entry.reason}.`);
}

function noScorer(version: PromptVersion): Problem {
  const foreign = version.notRun.length > 0;
  return {
    message: foreign
      ? `nothing judges the prompt ${version.name}: its evaluators come from elsewhere and are not run`
      : `nothing judges the prompt ${version.name}: there is no scorer`,
    hint: 'Add one to assay.yml, for example: scorers: [{ contains: { value: "{{expected}}" } }].',
    place: { path: fileOfPrompt(version.path), line: 1 },
  };
}
