import { escapeLogLine } from "./log.ts";

/** Why GitHub did not do what was asked. */
export type FailureReason =
  | "forbidden"
  | "too-long"
  | "locked"
  | "not-found"
  | "rate-limit"
  | "rejected"
  | "server"
  | "connection";

/** A request that came to nothing: what happened, in one line fit for a log, and what to do about it. */
export interface GitHubFailure {
  readonly status: "failed";
  readonly reason: FailureReason;
  readonly message: string;
  readonly hint: string;
  /** `Retry-After`; null where GitHub names no time. */
  readonly retryAfterSeconds: number | null;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly message: string;
}

const summaryHolds = "The whole report is in the job summary.";

const hints: Readonly<Record<FailureReason, string>> = {
  forbidden: `Give the job \`permissions: { contents: read, pull-requests: write }\`; a pull request from a fork never gets it. ${summaryHolds}`,
  "too-long": summaryHolds,
  locked: `Unlock the conversation to have the comment. ${summaryHolds}`,
  "not-found": `Check that github-token may read this repository: \`permissions: pull-requests: write\`. ${summaryHolds}`,
  "rate-limit": `Run the job again later to have the comment. ${summaryHolds}`,
  rejected: summaryHolds,
  server: `Run the job again to have the comment. ${summaryHolds}`,
  connection: `Check that the runner reaches GitHub's API (GITHUB_API_URL, HTTPS_PROXY, NO_PROXY). ${summaryHolds}`,
};

/** An answer with a good status whose body is not what the description of the API promises: cut off, or not GitHub's. */
export class UnreadableAnswer extends Error {}

/** Turns what the HTTP client threw into data; what is not about a request is our bug and thrown on. */
export function describeFailure(error: unknown): GitHubFailure {
  if (error instanceof UnreadableAnswer) return failure("server", error.message, null);
  if (!isRequestError(error)) throw error;
  if (error.name === "GraphqlResponseError") return failure("rejected", `GitHub refused: ${error.message}`, null);
  const answer = readAnswer(error);
  if (answer === null) return failure("connection", `GitHub could not be reached: ${error.message}`, null);
  const message = `GitHub answered ${answer.status}${answer.message === "" ? "" : `: ${answer.message}`}`;
  return failure(classify(answer), message, readRetryAfter(answer));
}

function classify({ status, headers, message }: Answer): FailureReason {
  if (status >= 500) return "server";
  const limited = "retry-after" in headers || String(headers["x-ratelimit-remaining"]) === "0";
  if (status === 429 || (status === 403 && (limited || /rate limit/i.test(message)))) return "rate-limit";
  if (status === 403 && /locked/i.test(message)) return "locked";
  if (status === 401 || status === 403) return "forbidden";
  if (status === 404 || status === 410) return "not-found";
  if (status === 422 && /too long/i.test(message)) return "too-long";
  return "rejected";
}

function failure(reason: FailureReason, message: string, retryAfterSeconds: number | null): GitHubFailure {
  const line = escapeLogLine(message.slice(0, 300));
  return { status: "failed", reason, message: line, hint: hints[reason], retryAfterSeconds };
}

/** GraphQL answers 200 also where it refuses; its library throws an error of its own then. */
function isRequestError(error: unknown): error is Error & { readonly response?: unknown } {
  return error instanceof Error && (error.name === "HttpError" || error.name === "GraphqlResponseError");
}

/** The answer that an error came with; null where there was none. */
function readAnswer(error: Error & { readonly response?: unknown }): Answer | null {
  const response = error.response as { status: number; headers: Answer["headers"]; data: unknown } | undefined;
  if (response === undefined) return null;
  const { status, headers, data } = response;
  // A proxy's page of HTML is no message; GitHub's JSON comes with one, and with details for a 422.
  const isJson = typeof data === "object" && data !== null && "message" in data;
  return { status, headers, message: isJson ? error.message : "" };
}

function readRetryAfter({ headers }: Answer): number | null {
  const written = String(headers["retry-after"] ?? "");
  return /^\d{1,9}$/.test(written) ? Number(written) : null;
}
