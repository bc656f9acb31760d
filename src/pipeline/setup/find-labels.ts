/** Words after which a prompt lists the answers that it allows. */
const announcement =
  /\b(?:one of|either|labels?|categor(?:y|ies)|class(?:es|ify|ification)?|options?|choose from|choose between|answer (?:only )?with|respond (?:only )?with|reply (?:only )?with|sentiments?|only)\b[^\n:]{0,80}:/gi;

const most = 20;

/**
 * The labels of which a prompt wants exactly one, as it lists them behind a colon or as bullets: `Answer with one label
 * only: billing, bug, other.` → `["billing", "bug", "other"]`. Empty where it promises no such thing.
 */
export function findLabels(text: string): readonly string[] {
  for (const match of text.matchAll(announcement)) {
    const rest = text.slice(match.index + match[0].length);
    const labels = listedInLine(rest) ?? listedInBullets(rest);
    if (labels !== null) return labels;
  }
  return [];
}

/** `billing, bug or other.`; `"yes" | "no"`. */
function listedInLine(rest: string): readonly string[] | null {
  const line = rest.split("\n", 1)[0] ?? "";
  const sentence = line.split(/[.;!?](?:\s|$)/, 1)[0] ?? "";
  return asLabels(sentence.split(/\s*(?:,\s*(?:or|and)\s+|,|\||\/|\s+or\s+)\s*/));
}

/** One label a line, each behind a dash, a star or a number; what explains a label stands behind a colon or a dash. */
function listedInBullets(rest: string): readonly string[] | null {
  const labels: string[] = [];
  for (const line of rest.replace(/^[^\n]*\n/, "").split("\n")) {
    const bullet = /^\s*(?:[-*•]|\d{1,2}[.)])\s+(.{1,200})$/.exec(line)?.[1];
    if (bullet !== undefined) labels.push(bullet.split(/\s*(?::|\s[-–—]\s|\()/, 1)[0] ?? "");
    else if (line.trim() !== "" || labels.length > 0) break;
  }
  return asLabels(labels);
}

/** Null where these are no labels: too few, too many, sentences, or places to fill in. */
function asLabels(written: readonly string[]): readonly string[] | null {
  const labels = written.map((label) => label.trim().replace(/^["'`*]+|["'`*.]+$/g, ""));
  const plain = labels.every((label) => /^[\p{L}\p{N}][\p{L}\p{N} _+-]{0,29}$/u.test(label) && words(label) <= 3);
  const distinct = new Set(labels);
  return plain && distinct.size === labels.length && labels.length >= 2 && labels.length <= most ? labels : null;
}

function words(text: string): number {
  return text.split(/\s+/).length;
}
