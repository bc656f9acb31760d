import { compare, type Report, type RunOptions } from "../../src/index.ts";
import type { Json } from "../../src/model.ts";
import { createProject, messagesOf, promptFile, promptPath } from "../end-to-end/support.ts";
import type { ModelServer, ServedAnswer, ServedRequest } from "../support/model-server.ts";
import { gitEnvironment } from "../support/repository.ts";

/** What a judge was asked, read as a model that knows only the rule about blocks would read it. */
export interface JudgeQuestionSeen {
  readonly model: string;
  readonly rules: string;
  /** By name, as they stand between their first and their last line. */
  readonly blocks: Readonly<Record<string, string>>;
  /** Everything that stands in no block: a model may take it for instructions. */
  readonly outside: string;
  /** How often the very same question came before. */
  readonly earlier: number;
}

export type JudgeHandler = (question: JudgeQuestionSeen) => ServedAnswer;

/** Takes the blocks out of a question: each from its first line to the next last line of its own. */
export function readQuestion(messages: readonly { readonly role: string; readonly content: string }[]) {
  const rules = messages.find(({ role }) => role === "system")?.content ?? "";
  const marker = /A block begins with a line <<<NAME (\S+) and ends/.exec(rules)?.[1] ?? "";
  const blocks: Record<string, string> = {};
  let outside = rules;
  let rest = messages
    .filter(({ role }) => role !== "system")
    .map(({ content }) => content)
    .join("\n");
  for (;;) {
    const start = new RegExp(`^<<<(.*) ${marker}$`, "m").exec(rest);
    if (start === null) return { rules, blocks, outside: outside + rest };
    outside += rest.slice(0, start.index);
    const [line, name = ""] = start;
    const end = `\n${marker} ${name}>>>`;
    const inside = rest.slice(start.index + line.length);
    const stop = inside.indexOf(end);
    blocks[name] = inside.slice(1, Math.max(1, stop));
    rest = inside.slice(stop + end.length);
  }
}

/** A judge's answer as it should be. */
export function choose(choice: string, reason = "because"): ServedAnswer {
  return { text: JSON.stringify({ reason, choice }) };
}

/** Passes what says `answer`. */
export const honestJudge: JudgeHandler = ({ blocks }) =>
  choose(/^answer/.test(blocks["answer"] ?? "") ? "pass" : "fail");

/** Serves a prompt's model, which is right below a number, and the judge `local/judge`. */
export function serveBoth(judge: JudgeHandler, answer?: (request: ServedRequest) => ServedAnswer) {
  const seen = new Map<string, number>();
  const questions: JudgeQuestionSeen[] = [];
  const handler = (request: ServedRequest): ServedAnswer => {
    const { model } = request.body as { readonly model: string };
    if (!model.startsWith("judge")) return answer?.(request) ?? answerAsTold(request);
    const key = JSON.stringify(request.body);
    const earlier = seen.get(key) ?? 0;
    seen.set(key, earlier + 1);
    const question = { model, ...readQuestion(messagesOf(request)), earlier };
    questions.push(question);
    return judge(question);
  };
  return { handler, questions };
}

/** Right on the cases below the number that its instructions name. */
function answerAsTold(request: ServedRequest): ServedAnswer {
  const text = messagesOf(request).map(({ content }) => content);
  const limit = Number(/below (\d+)/.exec(text.join("\n"))?.[1]);
  const number = Number(/\d+$/.exec(text.at(-1) ?? "")?.[0]);
  return { text: number < limit ? `answer ${number}` : `wrong ${number}` };
}

/** Options of the judge that the tests use. */
export const rubric = { name: "good", instructions: "It says answer.", model: "local/judge" };

export interface JudgedProject {
  readonly directory: string;
  readonly server: ModelServer;
  readonly questions: readonly JudgeQuestionSeen[];
  /** Compares the edit with what is committed. */
  run(options?: Partial<RunOptions>): Promise<Report>;
  write(files: Readonly<Record<string, string>>): Promise<unknown>;
}

export interface JudgedOptions {
  readonly judge: JudgeHandler;
  readonly options?: Readonly<Record<string, Json>>;
  readonly cases?: number;
  /** Cases on which the candidate is right. */
  readonly rightBelow?: number;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly answer?: (request: ServedRequest) => ServedAnswer;
}

/** A project with one judge as its scorer, and an edit of its prompt in the working tree. */
export async function createJudgedProject(project: JudgedOptions): Promise<JudgedProject> {
  const { cases = 40, rightBelow = cases, options = rubric, config = {}, files = {} } = project;
  const { handler, questions } = serveBoth(project.judge, project.answer);
  const { repository, directory, server } = await createProject({
    cases,
    handler,
    config: { scorers: [{ judge: options }], ...config },
    files,
  });
  await repository.write({ [promptPath]: edited(rightBelow) });
  return {
    directory,
    server,
    questions,
    run: (more = {}) =>
      compare({ directory, environment: gitEnvironment, concurrency: 32, store: false, base: "HEAD", ...more }),
    write: (written) => repository.write(written),
  };
}

/** The prompt after an edit that leaves it right below a number. */
export function edited(rightBelow: number): string {
  return promptFile(rightBelow).replace("Be right", "Please be right");
}

/** The comparison of a metric over the whole set. */
export function comparisonOf(report: Report, metric = "good") {
  return report.prompts[0]?.comparisons.find((each) => each.metric === metric && each.slice === null);
}

export function notesOf(report: Report): string {
  return (report.prompts[0]?.notes ?? []).join("\n");
}
