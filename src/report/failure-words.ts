import type { Comparison, FailureCount, Reason } from "../model.ts";
import { inline } from "./escape.ts";
import { isAlone, nameMetricInside } from "./metric-words.ts";
import { formatCount, formatCounted } from "./numbers.ts";

/** Why something could not be judged: worded so that nobody takes it for a regression. */

/** The failure that was met most often: `503 Service Unavailable`, shortened. */
export function nameFailure(failures: readonly FailureCount[]): string | null {
  const [most] = [...failures].sort((one, other) => other.calls - one.calls);
  return most === undefined ? null : inline(most.message, 80);
}

/** How a provider's answer names the request, at the end of a message: what its support asks for. */
const requestNumber = / \(request [^()]{1,100}\)$/;

/** What a call failed of, shortened; the number of the request stays. */
export function shortenFailure(message: string): string {
  const [number = ""] = requestNumber.exec(message) ?? [];
  const told = inline(message.slice(0, message.length - number.length), 200);
  return number === "" ? told : `${told} ${inline(number, 120)}`;
}

/** `: the provider refused the key`, to go on with; nothing where there is no reason. */
export function describeReason(reason: Reason | null): string {
  return reason === null ? "" : `: ${reasonWords[reason]}`;
}

const reasonWords: Readonly<Record<Reason, string>> = {
  "no-pairs": "no case has a result in both versions",
  missing: "too many cases are missing",
  failed: "calls failed; run again",
  unscored: "answers could not be scored",
  "addresses-judge": "more outputs of the candidate than of the baseline speak to whoever grades them",
  "too-few-clusters": "there are fewer than 5 groups of cases",
  "too-few-cases": "there are too few cases",
  "gave-up": "a verdict had become unlikely",
  "not-confirmed": "fresh answers did not confirm it",
  "refused-key": "the provider refused the key; check the key, then run again",
  "missing-model": "the provider does not offer the model",
  "refused-parameter": "the model refuses a parameter of the prompt",
  "missing-recording": "calls have no recording; record them again with --record",
  "nothing-gates": "no metric gates it",
  budget: "the budget ended the run; raise it, or let fewer cases be run",
  interrupted: "the run was interrupted; run again",
  fork: "a pull request from a fork or by Dependabot cannot bring what it is judged by",
  "no-key": "a pull request from a fork or by Dependabot has no key to call the model with",
  approval: "nobody with write permission has started its paid run yet",
  "fork-code": "code of a pull request from a fork or by Dependabot is never run",
  shard: "this is one shard of the run; the verdict comes when all are merged",
};

/** The sentence for a comparison that is an error. */
export function describeError(comparison: Comparison, failures: readonly FailureCount[]): string {
  const name = nameMetricInside(comparison);
  const failure = nameFailure(failures);
  const because = failure === null ? "" : ` (${failure})`;
  switch (comparison.reason === "failed" ? finalCause(failures) : comparison.reason) {
    case "refused-key":
      return `Could not judge the ${name}: the provider refused the key${because}. Check the key, then run again.`;
    case "missing-model":
      return `Could not judge the ${name}: the provider does not offer the model${because}. Check its name and what the key may use.`;
    case "refused-parameter":
      return `Could not judge the ${name}${because === "" ? ": the model refuses a parameter" : because}. Take the parameter out of the prompt.`;
    case "missing-recording":
      return `Could not judge the ${name}: calls have no recording. Record them again with --record.`;
    case "budget":
    case "interrupted":
    case "no-pairs":
      return `Could not judge the ${name}${describeReason(comparison.reason)}.`;
    case "too-few-cases":
      return `Could not judge the ${name}: only ${formatCounted(comparison.pairs, "case")} with a result in both versions.`;
    case "unscored":
      return `Could not judge the ${name}: ${formatCounted(comparison.unscored, "case")} could not be scored.`;
    default:
      return `Could not judge the ${name}: ${describeFailed(comparison)}${because}. Run again.`;
  }
}

/** Why most calls failed, where calling again would not help. */
function finalCause(failures: readonly FailureCount[]): Reason {
  const [most] = [...failures].sort((one, other) => other.calls - one.calls);
  const causes: readonly Reason[] = ["refused-key", "missing-model", "refused-parameter"];
  return causes.find((cause) => cause === most?.kind) ?? "failed";
}

function describeFailed(comparison: Comparison): string {
  const { baseline, candidate } = comparison.failed;
  if (isAlone(comparison)) return `${formatCounted(candidate, "case")} failed`;
  return `${formatCounted(baseline, "case")} failed in the baseline and ${formatCount(candidate)} in the candidate`;
}
