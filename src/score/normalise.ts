import type { JsonObject } from "../model.ts";

/** How two texts are made comparable. */
export interface Normalisation {
  readonly ignoreCase: boolean;
  readonly trim: boolean;
  readonly unicode: "none" | "NFC" | "NFKC";
}

/** The options that make a Normalisation, as properties of a JSON Schema. */
export function normalisationOptions(defaults: { readonly trim: boolean }): JsonObject {
  return {
    ignoreCase: {
      type: "boolean",
      default: false,
      description: "Compare both texts in lower case, by Unicode's rules and independent of language.",
    },
    trim: {
      type: "boolean",
      default: defaults.trim,
      description: "Remove white space from both ends of the output; the value stays as it is.",
    },
    unicode: {
      enum: ["none", "NFC", "NFKC"],
      default: "none",
      description:
        "Bring both texts into a normal form: `NFC` where an accent may be written in two ways, `NFKC` where also ligatures, full-width letters and the like count as what they mean.",
    },
  };
}

/** The output, ready to be compared. */
export function normaliseOutput(text: string, options: Normalisation): string {
  return normaliseValue(options.trim ? text.trim() : text, options);
}

/** What it is compared with, ready, too. */
export function normaliseValue(text: string, { ignoreCase, unicode }: Normalisation): string {
  const normal = unicode === "none" ? text : breakUpMarks(text).normalize(unicode);
  return ignoreCase ? normal.toLowerCase() : normal;
}

/**
 * Sorting a run of marks costs the square of its length. A combining grapheme joiner after every 30 keeps it short, as in
 * the stream-safe text format (UAX #15, section 13).
 */
function breakUpMarks(text: string): string {
  return text.replace(/\p{M}{30}(?=\p{M})/gu, "$&\u034f");
}
