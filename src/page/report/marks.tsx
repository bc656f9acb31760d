import type { ComponentChildren } from "preact";
import type { CaseChange, Verdict } from "../../model.ts";
import { changeNames, changeTones, type Tone, tones, verdictNames } from "./words.ts";

/** Shapes tell tones apart where colours do not. */
const shapes: Readonly<Record<Tone, string>> = { bad: "▼", good: "▲", open: "◆", calm: "●" };

export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  return <Mark tone={tones[verdict]} name={verdictNames[verdict]} />;
}

export function ChangeMark({ change }: { readonly change: CaseChange }) {
  return <Mark tone={changeTones[change]} name={changeNames[change]} />;
}

/** Words with the shape and colour of what they mean. */
export function Mark({ tone, name }: { readonly tone: Tone; readonly name: ComponentChildren }) {
  return (
    <span class={`mark ${tone}`}>
      <span aria-hidden="true">{shapes[tone]}</span> {name}
    </span>
  );
}
