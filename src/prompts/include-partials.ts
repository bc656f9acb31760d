import { createHash } from "node:crypto";
import type { Place, Problem, TemplateLanguage, VariableUse } from "../model.ts";
import { decodePrompt } from "./decode-prompt.ts";
import { inspectTexts, type PartialUse } from "./inspect-messages.ts";
import type { Includes } from "./prompt-format.ts";
import { regionOf } from "./region.ts";

/** Files that a prompt may include in all. */
const fileLimit = 100;

/** What the files that a prompt includes bring. */
export interface Included {
  /** Name → text. */
  readonly partials: Readonly<Record<string, string>>;
  /** Path → SHA-256 of the content. */
  readonly included: Readonly<Record<string, string>>;
  /** Path → the files through which it is reached. */
  readonly inclusions: Readonly<Record<string, readonly string[]>>;
  readonly variables: readonly VariableUse[];
  readonly problems: readonly Problem[];
}

/** Where a partial of this name may lie, the nearest first; none: no file has that name here. */
export type FindPartial = (name: string) => readonly string[];

/**
 * Reads the partials of a prompt, and those that they include. A partial that includes itself, or is not there, is told
 * at the place where it is named.
 */
export function includePartials(
  path: string,
  uses: readonly PartialUse[],
  includes: Includes,
  settings: {
    readonly language: TemplateLanguage | undefined;
    readonly find: FindPartial;
    /** The text of a partial's file without what stands before it. */
    readonly strip: (text: string) => { readonly text: string; readonly offset: number };
  },
): Included {
  const partials = new Map<string, string>();
  const included = new Map<string, string>();
  const inclusions = new Map<string, readonly string[]>();
  const variables: VariableUse[] = [];
  const problems: Problem[] = [];

  const include = ({ name, place }: PartialUse, through: readonly string[], names: readonly string[]): void => {
    if (names.includes(name)) {
      problems.push({ message: `the partial ${name} includes itself: ${[...names, name].join(" → ")}`, place });
      return;
    }
    if (partials.has(name)) return;
    const candidates = settings.find(name);
    const found = candidates.find((candidate) => includes.read(candidate) !== null);
    const bytes = found === undefined ? null : includes.read(found);
    if (found === undefined || bytes === null) {
      problems.push(missingPartial(name, candidates, place));
      return;
    }
    if (included.size >= fileLimit) {
      problems.push({ message: `the prompt includes more than ${fileLimit} files`, place });
      return;
    }
    const whole = decodePrompt(found, bytes);
    const { text, offset } = settings.strip(whole);
    partials.set(name, text);
    included.set(found, createHash("sha256").update(bytes).digest("hex"));
    inclusions.set(found, [...through, found]);
    const region = regionOf(found, whole, offset, offset + text.length);
    const inspected = inspectTexts([{ content: text, region }], settings.language);
    variables.push(...inspected.variables);
    problems.push(...inspected.problems);
    for (const use of inspected.partials) include(use, [...through, found], [...names, name]);
  };

  for (const use of uses) include(use, [path], []);
  return {
    partials: Object.fromEntries(partials),
    included: Object.fromEntries(included),
    inclusions: Object.fromEntries(inclusions),
    variables,
    problems,
  };
}

function missingPartial(name: string, candidates: readonly string[], place: Place): Problem {
  if (candidates.length === 0) {
    return { message: `there is no partial ${name}`, hint: "Name its file under partials.", place };
  }
  return {
    message: `the partial ${name} is not in the repository`,
    hint: `Looked for at ${candidates.join(", ")}.`,
    place,
  };
}
