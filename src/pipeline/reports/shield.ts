import { posix } from "node:path";
import { UserError } from "../../errors.ts";
import type {
  CaseReport,
  Config,
  Failure,
  FailureCount,
  Json,
  Problem,
  PromptReport,
  Reply,
  Report,
  ReportContent,
} from "../../model.ts";
import { compileRegex, type LinearRegex } from "../../score/linear-regex.ts";
import { isObject } from "../../source/json.ts";

/**
 * Keeps in a run what assay.yml says must not leave it (`report.content`, `redact`). A report and its samples pass it once,
 * before anything is written: every reporter, the comment, annotations and the log read what it lets through.
 */
export interface Shield {
  /** Whether anything is held back at all. */
  readonly holds: boolean;
  report(report: Report): Report;
  /** What else is told as data: a backtest, a night, what a check found. */
  told<Value extends object>(value: Value): Value;
  /** A line of the samples file. */
  line(line: Json): Json;
  text(text: string): string;
  /** A text of a case whose answers may be told; null where none may. */
  caseText(text: string | null): string | null;
  /** What is said about a text, and may quote it: what was cut before it came here is no longer known for what it was. */
  remark(text: string): string;
  /** Mistakes, which may quote what they are about. */
  mistakes(error: UserError): UserError;
  /** A line of a file, to be shown with a mistake; null where nobody may see it. */
  source(path: string, line: string): string | null;
  /** What a provider says of a failure, which may repeat what it was sent. */
  failure(failure: Pick<Failure, "kind" | "message">): string;
  /** Whether an answer may be kept for later runs. */
  keeps(reply: Reply): boolean;
}

/** The settings that a shield is made of. */
export type ShieldSettings = Pick<Config, "content" | "redact">;

/** What stands in the place of a match. */
const mark = "[redacted]";

/**
 * Keys whose values are no one's words: what a report is about, and the addresses by which a person finds a case again.
 * All other texts are looked at, so that a key that is added later is redacted without anybody thinking of it.
 */
const names = new Set(
  `arm at baseCommit change cluster command commit confirmation costMetric direction draw fingerprint golden goalposts how
  id inconclusive kind metric model models name pair parts path previousPath prompt providers reason revision role run
  scope seed sha256 slice slices status tags unit until verdict version worse`.split(/\s+/),
);

/** Keys under which something is said of texts, which may be quoted there and cut. */
const remarks = new Set(["warnings", "notes", "reasons"]);

/** The shield of these settings; patterns that do not hold are told by `checkRedactions`. */
export function createShield({ content = "full", redact = [] }: ShieldSettings): Shield {
  const patterns = redact.flatMap(({ pattern }) => {
    const compiled = compileRegex(pattern);
    return "message" in compiled ? [] : [compiled];
  });
  const text = (written: string): string => redactText(written, patterns);
  const remark = (written: string): string => redactRemark(written, patterns, text);
  const walk = <Value>(value: Value): Value =>
    patterns.length === 0 ? value : (redactAll(value as Json, text, remark) as Value);
  const failure: Shield["failure"] = ({ kind, message }) => (content === "full" ? text(message) : kind);
  return {
    holds: content !== "full" || patterns.length > 0,
    report: (report) => walk(withholdTexts(report, content)),
    told: (value) => walk(withholdFailures(value, content)),
    line: (line) => walk(content === "full" ? line : withoutAnswer(line)),
    text,
    caseText: (written) => (written === null || content === "none" ? null : text(written)),
    remark,
    mistakes: ({ problems }) => new UserError(problems.map((problem) => redactProblem(problem, remark))),
    source: (path, line) => (content === "full" || isConfig(path) ? text(line) : null),
    failure,
    keeps: (reply) => content !== "none" && holdsNone(reply as unknown as Json, patterns),
  };
}

/** What is wrong with the patterns of `redact`. */
export function checkRedactions({ redact = [] }: ShieldSettings): readonly Problem[] {
  return redact.flatMap(({ pattern, place }): readonly Problem[] => {
    const compiled = compileRegex(pattern);
    if ("message" in compiled) return [{ message: `redact: ${compiled.message}`, hint: compiled.hint ?? "", place }];
    if (!compiled.test("")) return [];
    return [{ message: "redact: the pattern matches where there is nothing", hint: "Use + in the place of *.", place }];
  });
}

/** Matches of every pattern are marked; what is marked already is left, so that doing it twice changes nothing. */
function redactText(written: string, patterns: readonly LinearRegex[]): string {
  return patterns.reduce(
    (text, pattern) =>
      text
        .split(mark)
        .map((part) => pattern.replaceAll(part, mark))
        .join(mark),
    written,
  );
}

/** A quotation that was cut: what is left of it may be the first half of a match. */
const cutQuotation = /"(?:[^"\\…]|\\.)*…"?/g;

function redactRemark(written: string, patterns: readonly LinearRegex[], text: (written: string) => string): string {
  return patterns.length === 0 ? written : text(text(written).replaceAll(cutQuotation, `"${mark}"`));
}

function redactProblem({ message, hint, place }: Problem, remark: (text: string) => string): Problem {
  return { message: remark(message), ...(hint !== undefined && { hint: remark(hint) }), ...(place && { place }) };
}

/** What stands in it is shown with every report. */
function isConfig(path: string): boolean {
  return /^assay\.ya?ml$/.test(posix.basename(path));
}

/** A provider's error may repeat what it was sent. */
function withholdFailures<Value extends object>(value: Value, content: ReportContent): Value {
  const { failures } = value as { readonly failures?: readonly FailureCount[] };
  if (content === "full" || failures === undefined) return value;
  return { ...value, failures: failures.map((failure) => ({ ...failure, message: failure.kind })) };
}

function redactAll(value: Json, text: (written: string) => string, remark: (written: string) => string): Json {
  if (typeof value === "string") return text(value);
  if (Array.isArray(value)) return value.map((entry: Json) => redactAll(entry, text, remark));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      names.has(key) ? entry : redactAll(entry, remarks.has(key) ? remark : text, remark),
    ]),
  );
}

function holdsNone(value: Json, patterns: readonly LinearRegex[]): boolean {
  if (patterns.length === 0) return true;
  if (typeof value === "string") return patterns.every((pattern) => !pattern.test(value));
  const parts = Array.isArray(value) ? (value as readonly Json[]) : isObject(value) ? Object.values(value) : [];
  return parts.every((part) => holdsNone(part, patterns));
}

function withholdTexts(report: Report, content: ReportContent): Report {
  if (content === "full") return report;
  const { prompts, variants } = report;
  const ofPrompt = (prompt: PromptReport): PromptReport => ({
    ...prompt,
    cases: prompt.cases.map((each) => (content === "worst" && each.change === "worse" ? each : withoutTexts(each))),
  });
  return withholdFailures(
    {
      ...report,
      prompts: prompts.map(ofPrompt),
      ...(variants && {
        variants: variants.map((each) => ({
          ...each,
          versions: each.versions.map((version) => ({
            ...version,
            details: version.details && ofPrompt(version.details),
          })),
        })),
      }),
    },
    content,
  );
}

function withoutTexts(testCase: CaseReport): CaseReport {
  return { ...testCase, expected: null, baseline: null, candidate: null, reasons: {} };
}

/** What a model said, was told or was asked for, and why it was scored so, has no place in it. */
function withoutAnswer(line: Json): Json {
  if (!isObject(line)) return line;
  const { refusal: _refusal, exchange: _exchange, toolCalls: _toolCalls, ...kept } = line;
  const {
    repeatedAfter: _repeatedAfter,
    messages: _messages,
    expected: _expected,
    logprobs: _logprobs,
    ...told
  } = kept;
  const { failure, shard, opinions, ...rest } = told;
  const votes = opinions === undefined ? {} : { opinions: withoutReasons(opinions) };
  const why = failure !== undefined && isObject(failure) ? { failure: { ...failure, message: failure["kind"] } } : {};
  const part = shard !== undefined && isObject(shard) ? { shard: { ...shard, expected: null } } : {};
  return { ...rest, ...why, ...part, ...votes, output: null, reasons: {} } as Json;
}

/** What judges chose stays; why they did quotes what they judged. */
function withoutReasons(opinions: Json): Json {
  if (!isObject(opinions)) return opinions;
  return Object.fromEntries(
    Object.entries(opinions).map(([metric, opinion]) => {
      if (!isObject(opinion) || !Array.isArray(opinion["votes"])) return [metric, opinion];
      const votes = opinion["votes"].map((vote: Json) => (isObject(vote) ? { ...vote, why: "" } : vote));
      return [metric, { ...opinion, votes }];
    }),
  );
}
