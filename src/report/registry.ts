import type { LateReporter, Reporter } from "./reporter.ts";
import type { ReporterName } from "./reporter-names.ts";
import { html } from "./reporters/html.ts";
import { json } from "./reporters/json.ts";
import { markdown } from "./reporters/markdown.ts";
import { svg } from "./reporters/svg.ts";
import { text } from "./reporters/text.ts";

/** Every way to write a report. Help, options and error messages are derived from these names. */
export const reporters = { text, markdown, json, html, svg } as const satisfies Readonly<
  Record<ReporterName, Reporter | LateReporter>
>;
