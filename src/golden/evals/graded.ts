import { quote, throwProblems, UserError } from "../../errors.ts";
import type { Json, JsonObject, Place, Problem } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import type { EvalClass } from "./classes.ts";
import {
  type Argument,
  argumentsOf,
  type Complain,
  choicesOf,
  fieldsOf,
  findSpecification,
  promptOf,
  type Specification,
  type SpecificationFile,
  toRubric,
} from "./specification.ts";

/** An eval that models grade: by which specification, with which arguments. */
export interface GradedEval {
  readonly specification: string;
  readonly args: JsonObject;
  readonly place: Place;
}

/** The model that grades; Evals is told it at each run. */
const model = "openai/gpt-6-sol";
/** Arguments of the eval that change nothing of what is judged here. */
const harmless = [
  ...["samples_jsonl", "modelgraded_spec", "modelgraded_spec_file", "modelgraded_spec_args", "eval_type"],
  ...["max_tokens", "sample_kwargs", "eval_kwargs", "match_fn", "multicomp_temperature", "eval_model", "format_type"],
];

/** Evals' own specifications that put several answers before the judge. */
const comparing = ["battle", "best", "diversity"];
const oneAnswer =
  "A judge here sees one answer to a sample. To have two versions compared, write a judge of the kind pairwise into assay.yml.";

/** The judges that an eval stands for, by a file of the repository, else by what the name stands for everywhere. Throws a UserError. */
export function readGraded(graded: GradedEval, files: readonly SpecificationFile[]): EvalClass {
  tellUnread(graded);
  const found = findSpecification(graded.specification, files);
  if (found !== null && found.spec["choice_scores"] !== undefined) return judgesOf(graded, found);
  const known = knownJudges(graded);
  if (known !== null) return known;
  const name = `the specification ${quote(graded.specification)}`;
  if (comparing.includes(graded.specification)) {
    throw new UserError({ message: `${name} compares several answers`, hint: oneAnswer, place: graded.place });
  }
  throw new UserError(
    found === null
      ? {
          message: `${name} is not in the repository`,
          hint: "Put its file into modelgraded/ beside the folder of the registry's evals. Only fact and closedqa are known without one.",
          place: graded.place,
        }
      : {
          message: `${name} has no choice_scores, so that nothing says which choice is better`,
          hint: "Add them: choice_scores: { A: 1, B: 0 }.",
          place: found.place([]),
        },
  );
}

/** Specifications that have a kind of judge of their own. */
function knownJudges(graded: GradedEval): EvalClass | null {
  const { specification } = graded;
  if (specification === "fact") return asJudges(specification, [only], () => ({ kind: "factuality" }), ["ideal"]);
  if (specification !== "closedqa") return null;
  const { criteria } = textsOf(graded);
  const ask = (instructions: string): JsonObject => ({ kind: "closed-question", instructions });
  return criteria === undefined
    ? asJudges(specification, [only], () => ask("{{criteria}}"), ["criteria"])
    : asJudges(specification, criteria, ({ text }) => ask(text), []);
}

/** What would be another eval, were it left out. */
function tellUnread({ args, place }: GradedEval): void {
  const unread = Object.keys(args).filter(
    (key) => !harmless.includes(key) && !(key === "multicomp_n" && args[key] === 1) && args[key] !== false,
  );
  if (unread.length === 0) return;
  throw new UserError({
    message: `${unread.slice(0, 5).map(quote).join(", ")} of the eval has no equal here`,
    hint: "An eval here asks for one answer to each sample, and judges it.",
    place,
  });
}

/** The judges of a specification that says what each choice is worth. */
function judgesOf(graded: GradedEval, { spec, place }: Specification): EvalClass {
  const problems: Problem[] = [];
  const complain: Complain = (key, message, hint) => {
    problems.push({
      message: `the specification ${quote(graded.specification)} ${message}`,
      hint,
      place: place([key]),
    });
  };
  const prompt = promptOf(spec["prompt"]);
  if (prompt === "") complain("prompt", "has no prompt", "It is a text, or a list of messages.");
  const outputs = isObject(spec["input_outputs"]) ? Object.entries(spec["input_outputs"]) : [];
  const [[input, output] = []] = outputs;
  if (outputs.length !== 1 || input !== "input" || typeof output !== "string") {
    complain(
      "input_outputs",
      outputs.length > 1 ? "compares several answers" : "does not say what the answer is called",
      outputs.length > 1 ? oneAnswer : "For example: input_outputs: { input: completion }.",
    );
  }
  const choices = choicesOf(spec, complain);
  throwProblems(problems);
  const texts = { ...argumentsOf(spec["args"]), ...textsOf(graded, spec["args"]) };
  const several = Object.entries(texts).filter(([, values]) => values.length > 1);
  const [[varied, values] = []] = several;
  if (several.length > 1) {
    throw new UserError({
      message: `the specification ${quote(graded.specification)} has several values of ${several.map(([key]) => quote(key)).join(" and ")}`,
      hint: "At most one argument may have several: each becomes a judge.",
      place: place(["args"]),
    });
  }
  const fixed = Object.fromEntries(Object.entries(texts).map(([key, [first]]) => [key, first?.text ?? ""]));
  const rubric = ({ text }: Argument): string =>
    toRubric(prompt, varied === undefined ? fixed : { ...fixed, [varied]: text }, output as string);
  return asJudges(
    graded.specification,
    values ?? [only],
    (value) => ({ kind: "choices", instructions: rubric(value), choices }),
    fieldsOf(prompt).filter((field) => field !== output && !Object.hasOwn(texts, field)),
  );
}

const only: Argument = { name: null, text: "" };

/** A judge for each value; `needs`: what they are told of a sample. */
function asJudges(
  name: string,
  values: readonly Argument[],
  optionsOf: (value: Argument) => JsonObject,
  needs: readonly string[],
): EvalClass {
  const nameOf = (own: string | null): string => (own === null || values.length === 1 ? name : `${name}-${own}`);
  return {
    kind: "graded",
    judges: values.map((value) => ({ judge: { name: nameOf(value.name), model, ...optionsOf(value) } })),
    needs: needs.filter((field) => field !== "input"),
  };
}

/** What the eval itself says of the specification's arguments: a text, or the name of one of its values. */
function textsOf({ args }: GradedEval, known?: Json): Readonly<Record<string, readonly Argument[]>> {
  const values = argumentsOf(known);
  return Object.fromEntries(
    Object.entries(argumentsOf(args["modelgraded_spec_args"])).map(([key, given]) => [
      key,
      given.map(({ name, text }) => values[key]?.find((value) => value.name === text) ?? { name, text }),
    ]),
  );
}
