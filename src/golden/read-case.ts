import { unknownKey } from "../errors.ts";
import type { Case, Json, JsonObject, Problem, Row } from "../model.ts";
import { canonicalHash, isObject, isPlainData } from "../source/json.ts";
import {
  type Fields,
  readDraft,
  readField,
  readNameField,
  readScorers,
  readTags,
  readVars,
  readWeight,
} from "./case-fields.ts";
import type { GoldenRow, RowResult } from "./golden-format.ts";
import { readConversation } from "./read-conversation.ts";
import { tellFirst } from "./tell-first.ts";

/** What a case has beside its variables. */
const reservedKeys = [
  "id",
  "expected",
  "context",
  "tags",
  "weight",
  "cluster",
  "scorers",
  "messages",
  "toolResults",
  "maxTurns",
  "draft",
];
const structuredKeys = ["vars", ...reservedKeys];

/** Whether a key means something to a case, so that it is no variable in a row without `vars`. */
export function isReserved(key: string): boolean {
  return reservedKeys.includes(key);
}

/** A file with as many mistakes is no golden set: the rest of it is not read. */
const mistakeLimit = 1000;

/** Cases, and the mistakes of the rows that became none. */
export interface ReadCases {
  readonly cases: readonly Case[];
  readonly problems: readonly Problem[];
  /** Cases that nobody has confirmed yet: they are not among the cases. */
  readonly drafts: number;
}

/** Cases from rows such as the test data of a prompt file. */
export function casesFromRows(rows: readonly Row[]): ReadCases {
  return readCases(rows.map((row) => ({ row })));
}

/** Puts a case away as soon as it is read: what it returns stands for it. */
export type HoldCase = (testCase: Case) => Case;

/** Reads the rows of a golden file as cases. */
export function readCases(results: Iterable<RowResult>, hold?: HoldCase): ReadCases {
  const reader = createCaseReader(hold);
  for (const result of results) if (!reader.take(result)) break;
  return reader.finish();
}

/** Gathers cases row by row. */
export interface CaseReader {
  /** Returns whether there is a point in reading on. */
  take(result: RowResult): boolean;
  finish(): ReadCases;
}

export function createCaseReader(hold: HoldCase = (testCase) => testCase): CaseReader {
  const cases: Case[] = [];
  const problems: Problem[] = [];
  let drafts = 0;
  return {
    take(result) {
      const before = problems.length;
      if ("problem" in result) problems.push(result.problem);
      else {
        const testCase = readCase(result.row, problems);
        const isSound = testCase !== null && problems.length === before;
        if (isSound && isDraft(result.row)) drafts++;
        else if (isSound) cases.push(hold(testCase));
      }
      return problems.length < mistakeLimit;
    },
    finish: () => ({ cases, problems: tellFirst(problems, (problem) => problem, problems.at(-1)?.place), drafts }),
  };
}

/** With a key `vars` the variables stand in it; else every key that means nothing to a case is a variable. */
function readCase(row: GoldenRow, problems: Problem[]): Case | null {
  const { value, place } = row;
  if (!isObject(value)) {
    problems.push({ message: "the case is no map", hint: 'For example: {"id": "greeting", "text": "Hello"}', place });
    return null;
  }
  if (!isPlainData(value)) {
    problems.push({ message: "the case is nested too deeply, or holds .nan or .inf", place });
    return null;
  }
  const fields: Fields = { value, problems, placeOf: (key) => row.placeOf?.(key) ?? place };
  const structured = Object.hasOwn(value, "vars");
  if (structured) tellUnknownKeys(fields);
  const vars = structured ? readVars(fields) : withoutReserved(value);
  const id = readNameField(fields, "id");
  const conversation = readConversation(fields);
  readDraft(fields);
  // Cases that open differently are different cases, also where they have no variables.
  const identity = conversation === null ? vars : { vars, conversation: conversation as unknown as Json };
  return {
    id: id ?? `case-${canonicalHash(identity).slice(0, 12)}`,
    named: id !== null,
    vars,
    expected: readField(fields, "expected"),
    context: readField(fields, "context"),
    tags: readTags(fields),
    weight: readWeight(fields),
    cluster: readNameField(fields, "cluster"),
    scorers: readScorers(fields),
    ...(conversation === null ? {} : { conversation }),
    place,
  };
}

/** Whether a person has yet to confirm the case. */
function isDraft({ value }: GoldenRow): boolean {
  return isObject(value) && value["draft"] === true;
}

function tellUnknownKeys({ value, problems, placeOf }: Fields): void {
  const unknown = Object.keys(value).filter((key) => !structuredKeys.includes(key));
  problems.push(...unknown.slice(0, mistakeLimit).map((key) => unknownKey(key, structuredKeys, placeOf(key))));
}

function withoutReserved(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !isReserved(key)));
}
