import { UserError } from "../../../src/errors.ts";
import type { JsonObject, TemplateLanguage } from "../../../src/model.ts";
import { MessageWriter } from "../../../src/prompts/templates/message-writer.ts";
import { templateEngines } from "../../../src/prompts/templates/registry.ts";

/** The text that a template of one message gives. */
export function render(language: TemplateLanguage, template: string, values: JsonObject = {}): string {
  const writer = new MessageWriter("user");
  templateEngines[language].render(template, values, writer, new Map());
  return writer.text;
}

/** The messages that a template gives, as `role: text`. */
export function messagesOf(language: TemplateLanguage, template: string, values: JsonObject = {}): readonly string[] {
  const writer = new MessageWriter("user");
  templateEngines[language].render(template, values, writer, new Map());
  return writer.finish().map(({ role, content }) => `${role}: ${content}`);
}

/** What is told of a template: `offset message (hint)`. */
export function mistakesOf(language: TemplateLanguage, template: string): readonly string[] {
  return templateEngines[language]
    .inspect(template)
    .mistakes.map(({ offset, message, hint }) => `${offset} ${message}${hint === undefined ? "" : ` (${hint})`}`);
}

/** Names of variables; optional ones with a question mark. */
export function variablesOf(language: TemplateLanguage, template: string): readonly string[] {
  return templateEngines[language]
    .inspect(template)
    .variables.map(({ name, optional }) => `${name}${optional ? "?" : ""}`);
}

/** The message of the UserError that rendering ends with, and how long it took in milliseconds. */
export function refusal(run: () => void): { readonly message: string; readonly took: number } {
  const attempts = [0, 1, 2].map(() => {
    const start = performance.now();
    try {
      run();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { message: error.message, took: performance.now() - start };
    }
    throw new Error("nothing was refused");
  });
  const [first] = attempts;
  // A busy machine is not the code's fault.
  return { message: first?.message ?? "", took: Math.min(...attempts.map(({ took }) => took)) };
}
