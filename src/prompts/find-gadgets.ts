import type { Place, Problem } from "../model.ts";
import { templateVariables } from "./template.ts";

/** What JavaScript keeps behind every value, which no name of a case needs. */
const behindValues = /(?:^|[^\p{L}\p{N}_])(?:constructor|__proto__|prototype)(?![\p{L}\p{N}_])/u;
/** Characters of a placeholder; longer ones are no placeholder of anybody's. */
const longest = 1_000;

/**
 * Placeholders that would run code in a language that is more than `{{name}}`. Here they would be sent as they are, but
 * whoever wrote one meant it for something that runs it.
 */
export function findGadgets(text: string, placeAt: (offset: number) => Place): readonly Problem[] {
  const problems: Problem[] = [];
  let open: number | null = null;
  for (const { 0: mark, index } of text.matchAll(/\{\{|\}\}/g)) {
    if (mark === "{{") open = index;
    else if (open !== null) {
      const written = text.slice(open, index + 2);
      const isGadget = written.length <= longest && behindValues.test(written);
      if (isGadget && templateVariables(written).length === 0) {
        problems.push({
          message: `${JSON.stringify(written.slice(0, 80))} reaches behind the values of a case: nothing in a prompt is run`,
          hint: "Here {{name}} is all that is put in. To show such a text to the model, put it into a variable of the case.",
          place: placeAt(open),
        });
      }
      open = null;
    }
  }
  return problems;
}
