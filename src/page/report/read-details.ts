import type { CaseDetail, ShownMessage } from "../../model.ts";
import { readLines } from "../read-data.ts";

/** What the page knows of single cases beyond the report. */
export interface Details {
  /** The case on this line. */
  read(line: number): CaseDetail | null;
  /** Whether a text of the case on this line holds these words, written in lower case. */
  holds(line: number, search: string): boolean;
  textOf(message: ShownMessage): string;
}

/** Reads a line when it is asked for: there may be thousands. Nothing is there until the document is read to its end. */
export function openDetails(): Details {
  const lines = readLines("details");
  const texts = readLines("texts").map((line) => JSON.parse(line) as string);
  const lowered: string[] = [];
  const read = (line: number): CaseDetail | null => {
    const text = lines[line];
    return text === undefined ? null : (JSON.parse(text) as CaseDetail);
  };
  return {
    read,
    holds(line, search) {
      // As the words stand in JSON; only a line that has them is worth reading.
      const written = JSON.stringify(search).slice(1, -1).replaceAll("<", "\\u003c");
      lowered[line] ??= lines[line]?.toLowerCase() ?? "";
      if (!lowered[line].includes(written)) return false;
      const detail = read(line);
      if (detail === null) return false;
      const trials = [...detail.baseline, ...detail.candidate];
      const said = trials.flatMap(({ output, failure, toolCalls, reasons, opinions }) => [
        output,
        failure,
        ...toolCalls,
        ...Object.values(reasons),
        ...Object.values(opinions).flatMap(({ votes = [] }) => votes.map(({ why }) => why)),
      ]);
      const sent = Object.values(detail.messages).flatMap((messages) => (messages ?? []).map(({ content }) => content));
      return [detail.expected, ...said, ...sent].some(
        (text) => typeof text === "string" && text.toLowerCase().includes(search),
      );
    },
    textOf: ({ content }) => (typeof content === "number" ? (texts[content] ?? "") : content),
  };
}
