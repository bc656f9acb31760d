import type { Verdict } from "../../model.ts";

type Paint = (text: string) => string;

/** The few styles of the terminal; all of them do nothing without colour. */
export interface Painter {
  readonly bold: Paint;
  readonly dim: Paint;
  /** A word that only the baseline said, and one that only the candidate said. */
  readonly removed: Paint;
  readonly added: Paint;
  readonly verdict: (verdict: Verdict, text: string) => string;
}

const introducer = "\u001b[";

/** Styles by ANSI codes, each closed by its own reset. */
export function createPainter(color: boolean): Painter {
  const style = (code: number): Paint =>
    color ? (text) => `${introducer}${code}m${text}${introducer}0m` : (text) => text;
  const red = style(31);
  const green = style(32);
  const yellow = style(33);
  const dim = style(2);
  const byVerdict: Readonly<Record<Verdict, Paint>> = {
    regression: red,
    "below-threshold": red,
    error: yellow,
    skipped: yellow,
    inconclusive: yellow,
    "no-regression": green,
    "above-threshold": green,
    improvement: green,
    new: yellow,
    unchanged: dim,
    deleted: dim,
  };
  return { bold: style(1), dim, removed: red, added: green, verdict: (verdict, text) => byVerdict[verdict](text) };
}
