import type { Message, Place, Problem, VariableUse } from "../model.ts";
import { variableOffsets } from "./template.ts";

/** A stretch of a file: the text as it stands there, and the place of each of its offsets. */
export interface Region {
  readonly text: string;
  placeAt(offset: number): Place;
}

/** A message with the stretch of the file its content was read from. */
export interface WrittenMessage extends Message {
  readonly region: Region;
}

/**
 * Every variable of the messages at the place of its first use. Where the file spells it otherwise than the template
 * reads (escapes in a quoted scalar), the place is where the content begins.
 */
export function variableUses(messages: readonly Pick<WrittenMessage, "content" | "region">[]): readonly VariableUse[] {
  const uses = new Map<string, Place>();
  for (const { content, region } of messages) {
    const written = variableOffsets(region.text);
    for (const name of variableOffsets(content).keys()) {
      if (!uses.has(name)) uses.set(name, region.placeAt(written.get(name) ?? 0));
    }
  }
  return [...uses].map(([name, place]) => ({ name, place }));
}

/** A prompt that is told the answer passes whatever it asks. */
export function leakedAnswers(uses: readonly VariableUse[]): readonly Problem[] {
  return uses
    .filter(({ name }) => name.split(".")[0] === "expected")
    .map(({ name, place }) => ({
      message: `{{${name}}} is what the answer is judged by and cannot stand in the prompt`,
      hint: "Give the input another name than expected.",
      place,
    }));
}
