import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Json } from "../../src/model.ts";
import { choose, type JudgeHandler, readQuestion } from "../judge/support.ts";
import type { ServedAnswer, ServedRequest } from "./model-server.ts";

/** A golden set's case, as far as the stand-ins look at it. */
interface ExampleCase {
  readonly id: string;
  readonly vars: Readonly<Record<string, string>>;
  readonly expected?: Json;
}

interface Asked {
  readonly instructions: string;
  readonly question: string;
}

/** Stand-ins for the models of an example: one that answers the prompt, and one that judges the answers. */
interface ExampleModels {
  answer(asked: Asked, cases: readonly ExampleCase[]): string;
  readonly judge?: JudgeHandler;
}

const models: Readonly<Record<string, ExampleModels>> = {
  // Without the rule it takes for urgent what sounds like it.
  classification: {
    answer({ instructions, question }, cases) {
      const { expected } = findCase(cases, (vars) => vars["message"] === question);
      const told = instructions.includes("harms health");
      const urgent = told ? (expected as { urgent: boolean }).urgent : /burst|gas|help/.test(question);
      return JSON.stringify({ ...(expected as object), urgent });
    },
  },
  // Told to use what it knows, it answers what the manual does not say.
  retrieval: {
    answer({ instructions, question }) {
      const page = /\[2\] (.*)/.exec(question)?.[1] ?? "";
      const asked = /Question: (.*)/.exec(question)?.[1] ?? "";
      if (answers(page, asked)) return `${page} [2]`;
      return instructions.includes("what you know")
        ? "Yes, like most machines of this kind. [1]"
        : "The manual does not say. [none]";
    },
    judge: ({ blocks }) => {
      const answer = (blocks["answer"] ?? "").replace(/ \[\w+\]$/, "");
      const grounded = answer === "The manual does not say." || (blocks["context"] ?? "").includes(answer);
      return grounded
        ? choose("5", "The pages say so.")
        : choose("1", "No page says that machines of this kind do this.");
    },
  },
  // Without the hint it reads a point as the decimal point.
  extraction: {
    answer({ instructions, question }, cases) {
      const { expected } = findCase(cases, (vars) => question.includes(vars["invoice"] ?? "-"));
      const { number, total, currency } = expected as { number: string; total: number; currency: string };
      const read = question.includes("German way") || instructions.includes("German way") || total < 1000;
      return JSON.stringify({ number, total: read ? total : Math.round(total * 100) / 100_000, currency });
    },
  },
  // Told to be efficient, it forgets to be warm.
  assistant: {
    answer({ instructions, question }) {
      const warm = instructions.includes("warm") || /ill|lost|lift|print any more/.test(question);
      return warm
        ? "Thank you for asking, I am glad to help. I will look for you and tell you what I find."
        : "See the web site of the library.";
    },
    judge: ({ blocks }) =>
      /thank|glad/i.test(blocks["answer"] ?? "")
        ? choose("pass", "It thanks the person.")
        : choose("fail", "It sends the person away without a word for them."),
  },
};

/** Which page answers which question: the examples' manual in short. */
function answers(page: string, question: string): boolean {
  const topics: readonly (readonly [string, RegExp])[] = [
    ["Descale", /descale/],
    ["litres", /tank/],
    ["beans", /beans/],
    ["tray", /red/],
    ["warranty", /warranty/],
    ["filter", /filter/],
    ["foams", /oat milk/],
    ["steam", /steam/],
    ["grinder", /grinder/],
    ["hums", /hums/],
    ["14 cm", /high a cup/],
    ["30 minutes", /turn itself off/],
  ];
  return topics.some(([word, asked]) => page.includes(word) && asked.test(question));
}

function findCase(cases: readonly ExampleCase[], matches: (vars: ExampleCase["vars"]) => boolean): ExampleCase {
  const found = cases.find(({ vars }) => matches(vars));
  if (found === undefined) throw new Error("no case asks that");
  return found;
}

/** The names of the examples that stand-ins answer. */
export const modelledExamples = Object.keys(models);

/** Answers as the models of an example would. */
export function answerExample(name: string, folder: string): (request: ServedRequest) => ServedAnswer {
  const { answer, judge } = models[name] as ExampleModels;
  const golden = readFileSync(join(folder, "golden", goldenOf[name] ?? ""), "utf8");
  const cases = golden
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as ExampleCase);
  return ({ body }) => {
    const { model, messages } = body as unknown as {
      readonly model: string;
      readonly messages: readonly { readonly role: string; readonly content: string }[];
    };
    if (model === "gpt-6-sol" && judge !== undefined) return judge({ model, earlier: 0, ...readQuestion(messages) });
    const instructions = messages.find(({ role }) => role === "system")?.content ?? "";
    return { text: answer({ instructions, question: messages.at(-1)?.content ?? "" }, cases) };
  };
}

const goldenOf: Readonly<Record<string, string>> = {
  classification: "route.jsonl",
  retrieval: "manual.jsonl",
  extraction: "invoice.jsonl",
  assistant: "desk.jsonl",
};
