import type { CallConfiguration, JsonObject, RequestMessage } from "../model.ts";
import { renderMessages } from "./template.ts";
import { expandPartials } from "./templates/expand-partials.ts";
import { MessageWriter } from "./templates/message-writer.ts";
import { bodyLanguages, templateEngines } from "./templates/registry.ts";

/** The messages as they are sent, and the variables that had no value. */
export interface RenderedMessages {
  readonly messages: readonly RequestMessage[];
  readonly missing: readonly string[];
}

/** Renders the messages of a configuration in their language. Throws a UserError where that takes too much. */
export function renderConfiguration(
  { messages, template, defaults, partials }: CallConfiguration,
  caseValues: JsonObject,
): RenderedMessages {
  const values = defaults === undefined ? caseValues : { ...defaults, ...caseValues };
  if (template === undefined) {
    const whole =
      partials === undefined
        ? messages
        : messages.map(({ role, content }) => ({ role, content: expandPartials(content, partials) }));
    return renderMessages(whole, values);
  }
  const engine = templateEngines[template];
  const missing = new Set<string>();
  const texts = new Map(Object.entries(partials ?? {}));
  const rendered = messages.flatMap(({ role, content }): readonly RequestMessage[] => {
    const writer = new MessageWriter(role);
    engine.render(content, values, writer, texts);
    for (const name of writer.missing) missing.add(name);
    return bodyLanguages.has(template) ? writer.finish() : [{ role, content: writer.text }];
  });
  return { messages: rendered, missing: [...missing] };
}
