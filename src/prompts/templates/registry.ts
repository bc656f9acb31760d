import type { TemplateLanguage } from "../../model.ts";
import { fString } from "./f-string.ts";
import { handlebars } from "./handlebars/handlebars.ts";
import { jinja, nunjucks } from "./jinja/jinja.ts";
import { mustache } from "./mustache.ts";
import type { TemplateEngine } from "./template-engine.ts";

/** Every language of templates beside plain `{{name}}`. */
export const templateEngines = {
  jinja,
  nunjucks,
  handlebars,
  mustache,
  "f-string": fString,
} as const satisfies Record<TemplateLanguage, TemplateEngine>;

/** Languages in which the text of one message may begin further ones. */
export const bodyLanguages: ReadonlySet<TemplateLanguage> = new Set(["jinja", "handlebars"]);
