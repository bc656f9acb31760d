import { markdownTable } from "markdown-table";
import { type Choice, type JudgeKind, judgeKinds } from "../src/score/judge/kinds.ts";

/** One row a kind of judge: what it is asked, what it is shown, and what it chooses from. */
export function renderJudgeKinds(): string {
  const rows = Object.entries(judgeKinds as Readonly<Record<string, JudgeKind>>).map(([name, kind]) => [
    `\`${name}\``,
    kind.description,
    kind.shows.map((block) => (block === "answer" && kind.pairwise ? "both answers" : block)).join(", "),
    describeMenu(kind.menu),
  ]);
  return markdownTable([["`kind`", "Judges", "Is shown", "Chooses"], ...rows]);
}

function describeMenu(menu: JudgeKind["menu"]): string {
  if (menu === "scale") return "a grade of the scale";
  if (menu === "choices") return "one of `choices`";
  return (menu as readonly Choice[]).map(({ name, value }) => `${name} (${value})`).join(", ");
}
