import type { TemplateEngine, TemplateMistake, TemplateVariable } from "./template-engine.ts";
import { toText, valueAt } from "./values.ts";

/** `{{` and `}}` are braces, `{name}` is a value; a brace alone is a mistake. */
const token = /\{\{|\}\}|\{([^{}]*)\}|[{}]/g;
const name = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** Python's format strings as LangChain takes them: names alone, no attributes, no conversions. */
export const fString: TemplateEngine = {
  description: "Python's format strings: {name}, and {{ for a brace",
  inspect(template) {
    const variables = new Map<string, TemplateVariable>();
    const mistakes: TemplateMistake[] = [];
    for (const { 0: written, 1: inner, index } of template.matchAll(token)) {
      if (written === "{{" || written === "}}") continue;
      if (inner === undefined) {
        mistakes.push({
          message: `a single ${written}`,
          hint: `Write ${written}${written} for a brace.`,
          offset: index,
        });
      } else if (!name.test(inner)) {
        mistakes.push({ message: `{${inner}} is no name`, hint: "Only plain names stand in braces.", offset: index });
      } else if (!variables.has(inner)) variables.set(inner, { name: inner, offset: index, optional: false });
    }
    return { variables: [...variables.values()], partials: [], mistakes };
  },
  render(template, values, writer) {
    let end = 0;
    for (const { 0: written, 1: inner, index } of template.matchAll(token)) {
      writer.step();
      writer.write(template.slice(end, index));
      end = index + written.length;
      const value = inner === undefined ? undefined : valueAt(values, inner);
      if (inner === undefined) writer.write(written.slice(0, 1));
      else if (value === undefined) {
        writer.missing.add(inner);
        writer.write(written);
      } else writer.write(toText(value));
    }
    writer.write(template.slice(end));
  },
};
