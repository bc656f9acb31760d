/** An issue as tests look at it. */
export interface StoredIssue {
  readonly number: number;
  title: string;
  body: string;
  state: "open" | "closed";
  readonly by: string;
  readonly labels: string[];
  readonly comments: string[];
}

interface Call {
  readonly values: Readonly<Record<string, number | string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Issues in memory, beside the pull requests of the fake. */
export function createStoredIssues(repository: string, login: () => string) {
  const issues: StoredIssue[] = [];
  const render = (issue: StoredIssue) => ({
    number: issue.number,
    html_url: `https://github.example/${repository}/issues/${issue.number}`,
    state: issue.state,
    title: issue.title,
    body: issue.body,
    user: { login: issue.by, type: issue.by.endsWith("[bot]") ? "Bot" : "User" },
    labels: issue.labels.map((name) => ({ name })),
  });
  const find = (number: unknown): StoredIssue | undefined => issues.find((issue) => issue.number === number);
  const operations: Readonly<Record<string, (call: Call) => Answer | null>> = {
    "issues/list-for-repo": ({ query }) => {
      const wanted = (query.get("labels") ?? "").split(",").filter((label) => label !== "");
      const creator = query.get("creator");
      const shown = issues.filter(
        ({ labels, by }) => wanted.every((label) => labels.includes(label)) && (creator === null || creator === by),
      );
      return { status: 200, body: shown.map(render) };
    },
    "issues/create": ({ body }) => {
      const issue: StoredIssue = {
        number: 100 + issues.length,
        title: String(body["title"]),
        body: String(body["body"]),
        state: "open",
        by: login(),
        labels: [...((body["labels"] as readonly string[] | undefined) ?? [])],
        comments: [],
      };
      issues.push(issue);
      return { status: 201, body: render(issue) };
    },
    "issues/update": ({ values, body }) => {
      const issue = find(values["issue_number"]);
      if (issue === undefined) return null;
      Object.assign(issue, body);
      return { status: 200, body: render(issue) };
    },
    "issues/create-comment": ({ values, body }) => {
      const issue = find(values["issue_number"]);
      if (issue === undefined) return null;
      issue.comments.push(String(body["body"]));
      // Nobody reads it.
      return { status: 201, body: undefined };
    },
  };
  return { issues, operations };
}
