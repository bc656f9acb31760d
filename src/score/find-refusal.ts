import type { Reply } from "../model.ts";

/** A refusal comes first: what stands further in is talk of something else. */
const opening = 400;

const cannot =
  "(?:can(?:no|['’])?t|can not|am (?:not able|unable)|['’]m (?:not able|unable)|won['’]t|will not|must decline|have to decline)";
const serve =
  "(?:to )?(?:be able to )?(?:help|assist|comply|provide|answer|fulfil|fulfill|support|engage|create|generate|write|share|give|continue|do (?:that|this|so)|discuss|offer|complete|respond)";

const patterns: readonly RegExp[] = [
  new RegExp(
    String.raw`\bI(?: ${cannot}|['’]m (?:sorry|afraid)[^.\n]{0,40} I ${cannot})\b[^.\n]{0,30}? ${serve}\b`,
    "i",
  ),
  new RegExp(String.raw`\bI(?:['’]m (?:not able|unable)) ${serve}\b`, "i"),
  /\bI(?:['’]m| am) (?:sorry|afraid),? (?:but )?(?:I|that|this|your request)\b[^.\n]{0,40}(?:can(?:no|['’])?t|unable|not able|won['’]t|against|violat)/i,
  /\bI must (?:respectfully )?(?:decline|refuse)\b/i,
  /\b(?:against|violates?) (?:my|our|the) (?:\w{1,20} ){0,2}(?:guidelines|policy|policies|programming)\b/i,
  /\bas an AI(?: language)?(?: model| assistant)?,? I (?:can(?:no|['’])?t|am (?:not able|unable)|do(?: not|n['’]t))\b/i,
  /\b(?:es tut mir leid|tut mir leid)\b[^.\n]{0,30}\b(?:kann|darf) (?:ich )?[^.\n]{0,60}\bnicht\b/i,
  /\bdabei kann ich (?:leider )?nicht helfen\b/i,
  /\bje (?:suis )?désolée?,? (?:mais )?je ne (?:peux|suis)\b[^.\n]{0,20}\bpas\b/i,
  /\bje ne (?:peux|suis) pas (?:en mesure d['’e]|vous aider|répondre)/i,
  /\blo siento,? (?:pero )?no puedo\b/i,
];

/** Why a reply counts as a refusal: the provider says so, or the words it opens with; null where it is an answer. */
export function findRefusal({ text, refusal, finishReason }: Reply): string | null {
  if (refusal !== null) return "the model refused";
  if (finishReason.unified === "content-filter") return "a content filter stopped the answer";
  const start = text.trimStart().slice(0, opening);
  for (const pattern of patterns) {
    const match = pattern.exec(start);
    if (match !== null) return `it says ${JSON.stringify(match[0])}`;
  }
  return null;
}
