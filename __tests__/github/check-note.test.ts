import { describe, expect, it } from "vitest";
import { type CheckNote, readCheckNote, writeCheckNote } from "../../src/github/check-note.ts";

const note: CheckNote = { verdict: "regression", failed: true, calls: 80, cost: null };

describe("the note of a check run", () => {
  it.each([note, { ...note, cost: 0.25 }, { ...note, failed: false, calls: 0, cost: 0 }])(
    "is read back: %j",
    (each) => {
      expect(readCheckNote(`# Above\n${writeCheckNote(each)}\nbelow`)).toEqual(each);
    },
  );

  it.each([
    ["nothing", null],
    ["no note", "text"],
    ["no JSON", "<!-- prompt-assay:watch {x} -->"],
    ["a later version", writeCheckNote(note).replace('"v":1', '"v":2')],
    ["a verdict that is none", writeCheckNote({ ...note, verdict: "--> <b>" })],
    ["calls below 0", writeCheckNote({ ...note, calls: -1 })],
    ["a cost below 0", writeCheckNote({ ...note, cost: -1 })],
    ["a text without end", writeCheckNote({ ...note, verdict: "a".repeat(400) })],
  ])("is refused: %s", (_, text) => {
    expect(readCheckNote(text)).toBeNull();
  });
});
