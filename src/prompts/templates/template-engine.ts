import type { JsonObject } from "../../model.ts";
import type { MessageWriter } from "./message-writer.ts";

/** A value of the case that a template reads. */
export interface TemplateVariable {
  /** `a` or `a.b`. */
  readonly name: string;
  /** Of its first use. */
  readonly offset: number;
  /** Whether the template itself says what happens where there is no value. */
  readonly optional: boolean;
}

/** Something in a template that must be mended, or that it cannot do here. */
export interface TemplateMistake {
  readonly message: string;
  readonly hint?: string;
  readonly offset: number;
}

/** What a template reads, and what is wrong with it; looked at once, before anything is rendered. */
export interface Inspection {
  readonly variables: readonly TemplateVariable[];
  /** Names of the partials that it includes. */
  readonly partials: readonly { readonly name: string; readonly offset: number }[];
  readonly mistakes: readonly TemplateMistake[];
}

/**
 * A language in which the texts of a prompt are written. Engines interpret: nothing in a template is ever run as code,
 * values are own properties of plain data, and every step and every character counts against the writer's budget.
 */
export interface TemplateEngine {
  readonly description: string;
  inspect(template: string): Inspection;
  /**
   * Writes the template with its values. What the template's author wrote may begin a message; what a value holds
   * never does. Throws a UserError where a budget is used up or an operation cannot be done with these values.
   */
  render(template: string, values: JsonObject, writer: MessageWriter, partials: ReadonlyMap<string, string>): void;
}
