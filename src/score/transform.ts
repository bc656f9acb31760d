import { quote, UserError } from "../errors.ts";
import type { Json, JsonObject } from "../model.ts";
import { isObject } from "../source/json.ts";
import type { Finding } from "./factory.ts";
import { compileRegex, maximumWork } from "./linear-regex.ts";
import { pointerKeys, valueAt } from "./schema/pointer.ts";
import { readOutput } from "./schema/read-output.ts";

/** What becomes of an output before it is scored; a reason where it has not the part that is asked for. */
export type Transform = (text: string) => { readonly text: string } | { readonly reason: string };

const example = 'For example: transform: [strip-fence, { pointer: "/answer" }].';
const maximumSteps = 10;

/** The option `transform` of every scorer, as a JSON Schema; `checkTransform` tells what is wrong in words. */
export const transformOption: JsonObject = {
  description:
    "What is done with the output first, one step or a list: `trim`, `strip-fence` (the text of the first code fence, if there is one), `{ pointer: /a/b }` (a part of the JSON), `{ regex: 'Answer: (.*)' }` (the first group, else the match). An output that has no such part fails.",
};

/** Every mistake in a written transform. */
export function checkTransform(written: Json): readonly Finding[] {
  const steps = stepsOf(written);
  if (steps.length > maximumSteps) return [{ message: `transform has more than ${maximumSteps} steps` }];
  return steps.flatMap((step) => {
    const made = makeStep(step);
    return typeof made === "function" ? [] : [made];
  });
}

/** Makes a transform that `checkTransform` has found nothing against. */
export function createTransform(written: Json): Transform {
  const steps = stepsOf(written).map((step) => {
    const made = makeStep(step);
    if (typeof made !== "function") throw new UserError(made);
    return made;
  });
  return (text) => {
    let now = text;
    for (const step of steps) {
      const result = step(now);
      if ("reason" in result) return result;
      now = result.text;
    }
    return { text: now };
  };
}

function stepsOf(written: Json): readonly Json[] {
  return Array.isArray(written) ? written : [written];
}

function makeStep(step: Json): Transform | Finding {
  if (step === "trim") return (text) => ({ text: text.trim() });
  if (step === "strip-fence") return (text) => ({ text: insideFence(text) });
  const [[key, value] = [], ...others] = isObject(step) ? Object.entries(step) : [];
  if (others.length === 0 && key === "pointer" && typeof value === "string") return pointerStep(value);
  if (others.length === 0 && key === "regex" && typeof value === "string") return regexStep(value);
  return {
    message: `transform has no step ${quote(typeof step === "string" ? step : JSON.stringify(step))}`,
    hint: example,
  };
}

function pointerStep(pointer: string): Transform | Finding {
  const keys = pointerKeys(pointer);
  if (keys === null)
    return { message: `${quote(pointer)} is no JSON pointer`, hint: 'It begins with a slash: "/a/b".' };
  return (text) => {
    const output = readOutput(text, true);
    if (output.status === "unreadable") return output;
    if (output.status === "invalid") return { reason: `not JSON: ${quote(text)}` };
    const value = valueAt(output.value, keys);
    if (value === undefined) return { reason: `the output has no ${quote(pointer)}` };
    return { text: typeof value === "string" ? value : JSON.stringify(value) };
  };
}

function regexStep(pattern: string): Transform | Finding {
  const compiled = compileRegex(pattern);
  if ("message" in compiled) return compiled;
  return (text) => {
    if (compiled.work(text) > maximumWork) return { reason: "the output is too long for the pattern of transform" };
    const match = compiled.find(text, 0);
    if (match === null) return { reason: `no match of ${quote(pattern)}` };
    return { text: match.group ?? match.text };
  };
}

/** The text between the first line that begins with ``` and the next; the whole text where there are no such lines. */
function insideFence(text: string): string {
  const opening = /^[ \t]*```[^\n`]*\n/m.exec(text);
  if (opening === null) return text;
  const start = opening.index + opening[0].length;
  const closing = /^[ \t]*```[ \t]*$/m.exec(text.slice(start));
  return closing === null ? text : text.slice(start, start + closing.index).replace(/\n$/, "");
}
