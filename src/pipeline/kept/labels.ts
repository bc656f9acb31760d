import { quote } from "../../errors.ts";
import type { Case, Json, JsonObject, Place, Problem } from "../../model.ts";
import { isObject } from "../../source/json.ts";

/** What a person said of an output, or of two. */
export interface Label {
  /** Path or name of the prompt; null where the file does not say. */
  readonly prompt: string | null;
  /** The judge that it is for; null: every one of its kind. */
  readonly scorer: string | null;
  readonly id: string;
  readonly shown: { readonly output: string } | { readonly baseline: string; readonly candidate: string };
  /** A grade, a choice, `pass` or `fail`; of a pair `baseline`, `candidate` or `tie`. */
  readonly label: string;
  /** What the row itself says of its case; else the golden set does. */
  readonly own: Partial<Pick<Case, "vars" | "expected" | "context">>;
  readonly place: Place;
}

/** More mistakes than this are not told. */
const mistakeLimit = 20;

/** Reads labels, one JSON object a line, with every mistake. */
export function readLabels(
  path: string,
  text: string,
): { readonly labels: readonly Label[]; readonly problems: readonly Problem[] } {
  const labels: Label[] = [];
  const problems: Problem[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "" || problems.length >= mistakeLimit) continue;
    const place = { path, line: index + 1 };
    const read = readLabel(line, place);
    if ("message" in read) problems.push({ ...read, place });
    else labels.push(read);
  }
  return { labels, problems };
}

function readLabel(line: string, place: Place): Label | Pick<Problem, "message" | "hint"> {
  const value = parse(line);
  if (!isObject(value)) return { message: "not a JSON object", hint: example };
  const { output, baseline, candidate, label, id, vars, expected, context } = value;
  const name = typeof label === "boolean" ? (label ? "pass" : "fail") : String(label ?? "");
  if (!["string", "boolean", "number"].includes(typeof label) || name === "") {
    return { message: "the label is missing", hint: example };
  }
  if (typeof id !== "string" && typeof id !== "number") return { message: "the case's id is missing", hint: example };
  const shown =
    typeof output === "string"
      ? { output }
      : typeof baseline === "string" && typeof candidate === "string"
        ? { baseline, candidate }
        : null;
  if (shown === null) return { message: "there is no output, nor a baseline and a candidate", hint: example };
  if ("baseline" in shown && !["baseline", "candidate", "tie"].includes(name)) {
    return { message: `the label of a pair is ${quote(name)}`, hint: "It is baseline, candidate or tie." };
  }
  return {
    prompt: textOf(value["prompt"]),
    scorer: textOf(value["scorer"]),
    id: String(id),
    shown,
    label: name,
    own: {
      ...(isObject(vars) ? { vars } : {}),
      ...(expected === undefined ? {} : { expected }),
      ...(context === undefined ? {} : { context }),
    },
    place,
  };
}

const example = 'For example: {"prompt": "prompts/a.prompt.yml", "id": "greeting", "output": "Hello", "label": "pass"}';

function textOf(value: Json | undefined): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function parse(line: string): Json | JsonObject {
  try {
    return JSON.parse(line) as Json;
  } catch {
    return null;
  }
}
