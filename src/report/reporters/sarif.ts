import type { Json } from "../../model.ts";
import { visible } from "../escape.ts";
import { encodePath, type Finding, findingId, listFindings, type Outcome } from "../findings.ts";
import type { Reporter } from "../reporter.ts";

/** GitHub shows so many alerts of a file, and refuses one with five times as many. */
const mostResults = 5000;

type Reported = Exclude<Outcome, "passed" | "skipped">;

/** One rule a kind of finding: GitHub takes an alert for the same only while its rule keeps its name. */
const rules = {
  regression: {
    name: "PromptRegression",
    shortDescription: "The prompt got worse",
    help: "The changed prompt does worse than its baseline on a metric that gates, by more than the tolerance, and it is not noise. Read the cases that got worse, and mend the prompt; or have the loss accepted.",
  },
  "below-threshold": {
    name: "PromptBelowThreshold",
    shortDescription: "The prompt misses a threshold",
    help: "The prompt was judged alone and misses the absolute threshold of assay.yml (`atLeast`).",
  },
  inconclusive: {
    name: "PromptInconclusive",
    shortDescription: "The prompt could have got worse",
    help: "The golden set cannot tell whether the prompt got worse by more than the tolerance. More cases or more trials would settle it.",
  },
  error: {
    name: "PromptNotJudged",
    shortDescription: "The prompt could not be judged",
    help: "Calls failed or answers could not be scored, so there is no verdict. This says nothing about the prompt. Run again.",
  },
} as const;

type RuleId = keyof typeof rules;

const levels: Readonly<Record<Reported, "error" | "warning" | "note">> = {
  failed: "error",
  "not-judged": "warning",
  open: "warning",
  known: "note",
};

/** For code scanning: what fails the gate, what is open and what could not be judged, at the prompts' files. */
export const sarif: Reporter = {
  description: "for code scanning: SARIF 2.1.0, a result for each comparison that fails or is open",
  render(report, { lines }) {
    const results = listFindings(report)
      .filter(isReported)
      .toSorted((one, other) => rank(one) - rank(other))
      .slice(0, mostResults)
      .map((finding) => toResult(finding, lines?.get(finding.prompt.path) ?? null));
    const log: Json = {
      $schema: "https://json.schemastore.org/sarif-2.1.0.json",
      version: "2.1.0",
      runs: [
        {
          tool: { driver: { name: "Prompt Assay", rules: ruleIds.map(toRule) } },
          columnKind: "utf16CodeUnits",
          // What an earlier run found, and this one does not, is closed: the run says that it went through.
          invocations: [{ executionSuccessful: report.exitCode !== 3 }],
          results,
        },
      ],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
  },
};

const ruleIds = Object.keys(rules) as readonly RuleId[];

interface ReportedFinding extends Finding {
  readonly outcome: Reported;
  readonly verdict: RuleId;
}

function isReported(finding: Finding): finding is ReportedFinding {
  return finding.outcome !== "passed" && finding.outcome !== "skipped";
}

function rank({ outcome }: ReportedFinding): number {
  return Object.keys(levels).indexOf(outcome);
}

function toRule(id: RuleId): Json {
  const { name, shortDescription, help } = rules[id];
  return { id, name, shortDescription: { text: shortDescription }, help: { text: help, markdown: help } };
}

function toResult(
  finding: ReportedFinding,
  lines: { readonly startLine: number; readonly endLine: number } | null,
): Json {
  const { prompt, verdict, outcome, message, evidence } = finding;
  const { accepted } = prompt;
  return {
    ruleId: verdict,
    ruleIndex: ruleIds.indexOf(verdict),
    level: levels[outcome],
    message: { text: visible(evidence === null ? message : `${message} ${evidence}`) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodePath(prompt.path), uriBaseId: "%SRCROOT%" },
          region: lines === null ? { startLine: 1 } : { ...lines },
        },
      },
    ],
    // The only one that GitHub reads; without it every edit above the line would make a new alert.
    partialFingerprints: { primaryLocationLineHash: findingId(finding) },
    ...(outcome === "known" && accepted !== null
      ? { suppressions: [{ kind: "external", status: "accepted", justification: visible(accepted.reason ?? "") }] }
      : {}),
  };
}
