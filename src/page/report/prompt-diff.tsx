import type { CallConfiguration, Json, PromptReport } from "../../model.ts";
import { showName, showText } from "../show-text.ts";
import { TextDiff } from "./text-diff.tsx";

/** What changed in the prompt itself, each part named; or the whole of it where there is one version alone. */
export function PromptDiff({ prompt, whole }: { readonly prompt: PromptReport; readonly whole: boolean }) {
  const { asks } = prompt;
  if (asks === undefined) return null;
  const parts = partsOf(asks.baseline, asks.candidate);
  const changed = parts.filter(({ before, after }) => before !== after);
  const both = asks.baseline !== null && asks.candidate !== null;
  const shown = both ? changed : parts;
  return (
    <details class="figure" open={whole || (both && changed.length > 0)}>
      <summary>
        <h3>{both ? "The prompt, before and after" : "The prompt"}</h3>
      </summary>
      {shown.length === 0 && <p class="muted">Both versions ask for the same.</p>}
      {shown.map(({ name, before, after, data }) => (
        <section key={name} class="part">
          <h4>{showName(name)}</h4>
          <pre>{both ? <TextDiff before={before} after={after} lines={data} /> : showText(after || before)}</pre>
        </section>
      ))}
      {both && changed.length < parts.length && (
        <p class="caption">
          Unchanged:{" "}
          {parts
            .filter(({ before, after }) => before === after)
            .map(({ name }) => showName(name))
            .join(", ")}
          .
        </p>
      )}
    </details>
  );
}

interface NamedPart {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** Whether it is JSON. */
  readonly data: boolean;
}

function partsOf(baseline: CallConfiguration | null, candidate: CallConfiguration | null): readonly NamedPart[] {
  const count = Math.max(baseline?.messages.length ?? 0, candidate?.messages.length ?? 0);
  const messages = Array.from({ length: count }, (_, index): NamedPart => {
    const [before, after] = [baseline?.messages[index], candidate?.messages[index]];
    const role = after?.role ?? before?.role ?? "message";
    const written = (message: typeof before): string =>
      message === undefined
        ? ""
        : before !== undefined && after !== undefined && before.role !== after.role
          ? `[${message.role}]\n${message.content}`
          : message.content;
    return {
      name: `Text, message ${index + 1} (${role})`,
      before: written(before),
      after: written(after),
      data: false,
    };
  });
  const other = (name: string, read: (configuration: CallConfiguration) => Json | undefined): readonly NamedPart[] => {
    const [before, after] = [baseline, candidate].map((each) => (each === null ? "" : writeJson(read(each) ?? null)));
    return before === "" && after === "" ? [] : [{ name, before: before ?? "", after: after ?? "", data: true }];
  };
  return [
    ...messages,
    ...other("Model", ({ model }) => model),
    ...other("Parameters", ({ parameters }) => parameters),
    ...other("Format of the answer", ({ format }) => format),
    ...other("Tools", ({ tools }) => tools),
    ...other("Included files", ({ included }) => included),
    ...other("Language of the template", ({ template }) => template),
    ...other("Values where a case gives none", ({ defaults }) => defaults),
    ...other("Texts that messages include", ({ partials }) => partials),
  ];
}

/** Empty for what says nothing. */
function writeJson(value: Json): string {
  if (value === null || (typeof value === "object" && Object.keys(value).length === 0)) return "";
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}
