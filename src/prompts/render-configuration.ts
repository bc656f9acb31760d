import type { CallConfiguration, JsonObject, RequestMessage } from "../model.ts";
import { renderMessages } from "./template.ts";
import { expandPartials } from "./templates/expand-partials.ts";
import { MessageWriter } from "./templates/message-writer.ts";
import { bodyLanguages, templateEngines } from "./templates/registry.ts";

/** The messages as they are sent, and the variables that had no value. */
export interface RenderedMessages {
  readonly messages: readonly RequestMessage[];
  readonly missing: readonly string[];
  /** Whether the template itself said where the earlier turns go. */
  readonly placedHistory: boolean;
}

/**
 * Renders the messages of a configuration in their language; `history` are the earlier turns of the case. Throws a
 * UserError where that takes too much.
 */
export function renderConfiguration(
  { messages, template, defaults, partials }: CallConfiguration,
  caseValues: JsonObject,
  history: readonly RequestMessage[] = [],
): RenderedMessages {
  const values = defaults === undefined ? caseValues : { ...defaults, ...caseValues };
  if (template === undefined) {
    const whole =
      partials === undefined
        ? messages
        : messages.map(({ role, content }) => ({ role, content: expandPartials(content, partials) }));
    return { ...renderMessages(whole, values), placedHistory: false };
  }
  const engine = templateEngines[template];
  const missing = new Set<string>();
  let placedHistory = false;
  const texts = new Map(Object.entries(partials ?? {}));
  const rendered = messages.flatMap(({ role, content }): readonly RequestMessage[] => {
    const writer = new MessageWriter(role, history);
    engine.render(content, values, writer, texts);
    for (const name of writer.missing) missing.add(name);
    placedHistory ||= writer.placedHistory;
    return bodyLanguages.has(template) ? writer.finish() : [{ role, content: writer.text }];
  });
  return { messages: rendered, missing: [...missing], placedHistory };
}
