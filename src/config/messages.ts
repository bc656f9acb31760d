import { quote } from "../errors.ts";
import type { Json, Problem } from "../model.ts";
import { describeValue } from "./words.ts";

/** What is told of a mistake, without its place. `path` is the path of a key: `gate.margin`. */
type Wording = Omit<Problem, "place">;

/** The most that assay.yml may hold: many times what a large repository needs, and read in no time. */
export const sizeLimit = 64 * 1024;

/** How many mistakes of one file are told; the rest is counted. */
export const problemLimit = 50;

/** What this room has to say of assay.yml, beside what errors.ts words for all rooms. */
export const messages = {
  tooLarge: (): Wording => ({
    message: `larger than ${sizeLimit / 1024} KiB`,
    hint: "Cases, rubrics and schemas belong into files of their own.",
  }),
  noMap: (value: Json): Wording => ({
    message: `assay.yml must be a map of settings, not ${describeValue(value)}`,
    hint: "For example: model: openai/gpt-6-luna",
  }),
  unknownKey: (path: string, meant: string | null, known: readonly string[]): Wording => ({
    // A path with an odd name in it stands in quotes already.
    message: `unknown key ${path.includes('"') ? path : quote(path)}`,
    hint: meant === null ? `Known keys: ${known.join(", ")}.` : `Did you mean ${quote(meant)}?`,
  }),
  missingKey: (path: string, example: string): Wording => ({
    message: `${path} is missing`,
    hint: `For example: ${example}`,
  }),
  refusedName: (path: string, expected: string, example: string): Wording => ({
    message: `${path} must be ${expected}`,
    hint: `For example: ${example}`,
  }),
  emptyKey: (path: string, expected: string, example: string): Wording => ({
    message: `${path} has no value; it must be ${expected}`,
    hint: `Remove the key or give it a value, for example: ${example}`,
  }),
  wrongValue: (path: string, expected: string, value: Json, example: string): Wording => ({
    message: `${path} must be ${expected}, not ${describeValue(value)}`,
    hint: `For example: ${example}`,
  }),
  wrongName: (path: string, expected: string, value: Json, meant: string): Wording => ({
    message: `${path} must be ${expected}, not ${describeValue(value)}`,
    hint: `Did you mean ${quote(meant)}?`,
  }),
  more: (count: number): Wording => ({
    message: `${count} more ${count === 1 ? "mistake" : "mistakes"} in this file`,
    hint: "Mend those above first.",
  }),
  sameMetric: (name: string, type: string): Wording => ({
    message: `two scorers are called ${quote(name)}`,
    hint: `Give one a name of its own: - ${type}: { name: my-${type} }`,
  }),
  // The next five never repeat what was written: it may be a secret.
  keyInFile: (path: string): Wording => ({
    message: `${path} looks like a key itself, not like the name of an environment variable`,
    hint: "Write the variable's name, keyEnv: OPENAI_API_KEY, and revoke the key if others could see it.",
  }),
  secretInHeader: (path: string): Wording => ({
    message: `${path} carries a secret, which belongs into an environment variable`,
    hint: 'Name the variable and put it where it goes: keyEnv: APP_KEY, headers: { x-api-key: "{{key}}" }',
  }),
  noVariableName: (path: string): Wording => ({
    message: `${path} must be the name of an environment variable, or null`,
    hint: "Capital letters, digits and _ alone, without $: keyEnv: OPENAI_API_KEY",
  }),
  noHttpAddress: (path: string): Wording => ({
    message: `${path} must be an http or https address`,
    hint: 'For example: baseUrl: "http://localhost:11434/v1"',
  }),
  placeholderInHost: (path: string): Wording => ({
    message: `${path} has a placeholder before its path: scheme and host must stand as they are`,
    hint: 'For example: url: "https://app.example.com/answer/{{model}}"',
  }),
  credentialsInAddress: (path: string): Wording => ({
    message: `${path} holds a user name or a password`,
    hint: "Put the key into an environment variable and name that: keyEnv: OPENAI_API_KEY",
  }),
  unknownPlaceholder: (path: string, placeholder: string): Wording => ({
    message: `unknown placeholder ${quote(placeholder)} in ${path}`,
    hint: 'Only {name}, the name of the prompt, is filled in: golden: "golden/{name}.jsonl"',
  }),
  negatedGlob: (path: string): Wording => ({
    message: `${path} begins with "!", but a glob says which prompts are meant, not which are left out`,
    hint: 'For example: prompts: ["prompts/**/*.prompt.yml"]',
  }),
  groupInGlob: (path: string): Wording => ({
    message: `${path} has parentheses, which a glob here cannot have`,
    hint: 'Write alternatives in braces: prompts: "prompts/{mail,chat}/*.md"',
  }),
  costlyGlob: (path: string): Wording => ({
    message: `${path} has more than three wildcards between two slashes, or ** more than three times`,
    hint: "Write several globs instead.",
  }),
  noNumber: (path: string): Wording => ({
    message: `${path} is no finite number`,
    hint: "Write a number such as 0.7.",
  }),
  takenName: (path: string): Wording => ({
    message: `${path} has the name of another version`,
    hint: "Give the variant a name of its own.",
  }),
  emptyVariant: (path: string): Wording => ({
    message: `${path} changes nothing`,
    hint: "A variant has another model or other parameters: small: { model: openai/gpt-6-luna }",
  }),
  reservedKey: (path: string): Wording => ({
    message: `${path} is a key that no setting can have`,
    hint: "Remove it.",
  }),
  noFile: (path: string, label: string, meant: string | null): Wording => ({
    message: `no configuration ${quote(path)} (${label})`,
    hint:
      meant === null
        ? "The repository has no assay.yml; without --config the defaults hold."
        : `Did you mean ${quote(meant)}?`,
  }),
  isLink: (): Wording => ({
    message: "a symbolic link, which is not followed",
    hint: "Put the file itself here, or name it with --config.",
  }),
  twoFiles: (other: string): Wording => ({
    message: `stands beside ${other}, but only one of them can hold`,
    hint: "Remove one of the two.",
  }),
};
