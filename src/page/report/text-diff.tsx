import { type Change, diffLines, diffWordsWithSpace } from "diff";
import { showText } from "../show-text.ts";

/** Longer texts are compared line by line, and what takes longer than this, in milliseconds, not at all. */
const longText = 20_000;
const timeout = 300;
/** Of long texts that share less than this everything would be marked, which marks nothing. */
const leastShared = 0.2;
const fewCharacters = 200;

/** What both texts share, and what each has alone; null where they are equal, or too different to tell soon. */
function compareTexts(before: string, after: string, lines = false): readonly Change[] | null {
  if (before === after) return null;
  const compared =
    lines || before.length + after.length > longText
      ? diffLines(before, after, { timeout })
      : diffWordsWithSpace(before, after, { timeout });
  if (compared === undefined) return null;
  const shared = compared.reduce((sum, { value, added, removed }) => sum + (added || removed ? 0 : value.length), 0);
  const longest = Math.max(before.length, after.length);
  return longest > fewCharacters && shared < leastShared * longest ? null : compared;
}

/** One side of two texts: what the other one lacks is marked. */
export function DiffSide({
  before,
  after,
  side,
}: {
  readonly before: string;
  readonly after: string;
  readonly side: "before" | "after";
}) {
  const [old, young] = [showText(before), showText(after)];
  const pieces = compareTexts(old, young);
  if (pieces === null) return <>{side === "before" ? old : young}</>;
  return (
    <>
      {pieces.map(({ value, added, removed }, index) => {
        if (side === "before" ? added : removed) return null;
        if (added) return <ins key={index}>{value}</ins>;
        if (removed) return <del key={index}>{value}</del>;
        return <span key={index}>{value}</span>;
      })}
    </>
  );
}

/** Two texts as one, with what was taken out and what was put in. */
export function TextDiff({
  before,
  after,
  lines = false,
}: {
  readonly before: string;
  readonly after: string;
  /** Whether lines are compared as wholes: what is no prose is unreadable in pieces. */
  readonly lines?: boolean;
}) {
  // A last line ends like the others, so that what follows it stands on its own.
  const end = lines ? "\n" : "";
  const [old, young] = [showText(before) + end, showText(after) + end];
  const pieces = compareTexts(old, young, lines);
  if (pieces === null) return <>{young}</>;
  return (
    <>
      {pieces.map(({ value, added, removed }, index) =>
        added ? (
          <ins key={index}>{value}</ins>
        ) : removed ? (
          <del key={index}>{value}</del>
        ) : (
          <span key={index}>{value}</span>
        ),
      )}
    </>
  );
}
