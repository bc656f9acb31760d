import { diffWordsWithSpace } from "diff";

/** A part of a text, and whether the other text lacks it. */
export interface Piece {
  readonly text: string;
  readonly differs: boolean;
}

/** Beyond so many edits two texts have nothing in common that a reader would look for. */
const mostEdits = 400;

/** Both texts in pieces, the differing words marked. Texts that have too little in common are not marked at all. */
export function markWords(before: string, after: string): { before: readonly Piece[]; after: readonly Piece[] } {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostEdits });
  const shared = changes?.filter(({ added, removed, value }) => !added && !removed && /\p{L}|\p{N}/u.test(value));
  if (changes === undefined || shared === undefined || shared.length === 0) {
    return { before: [{ text: before, differs: false }], after: [{ text: after, differs: false }] };
  }
  return {
    before: changes.filter(({ added }) => !added).map(({ value, removed }) => ({ text: value, differs: removed })),
    after: changes.filter(({ removed }) => !removed).map(({ value, added }) => ({ text: value, differs: added })),
  };
}
