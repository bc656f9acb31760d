import { markdownTable } from "markdown-table";
import { parse } from "yaml";

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

/** The README's tables of the Action's inputs and outputs, from the text of action.yml, in its order. */
export function renderActionTables(actionYmlText: string): { readonly inputs: string; readonly outputs: string } {
  const { inputs, outputs } = parse(actionYmlText) as ActionFile;
  return {
    inputs: markdownTable([
      ["Input", "Default", "Meaning"],
      ...Object.entries(inputs).map(([name, input]) => [
        code(name),
        input.default === undefined ? "" : code(String(input.default)),
        cell(input.description),
      ]),
    ]),
    outputs: markdownTable([
      ["Output", "Meaning"],
      ...Object.entries(outputs).map(([name, output]) => [code(name), cell(output.description)]),
    ]),
  };
}

function code(text: string): string {
  return `\`${cell(text)}\``;
}

function cell(text: string): string {
  return text.trim().replace(/\s+/g, " ").replaceAll("|", "\\|");
}
