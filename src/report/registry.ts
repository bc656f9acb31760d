import type { LateReporter, Reporter } from "./reporter.ts";
import type { ReporterName } from "./reporter-names.ts";
import { csv } from "./reporters/csv.ts";
import { html } from "./reporters/html.ts";
import { json } from "./reporters/json.ts";
import { junit } from "./reporters/junit.ts";
import { markdown } from "./reporters/markdown.ts";
import { sarif } from "./reporters/sarif.ts";
import { svg } from "./reporters/svg.ts";
import { text } from "./reporters/text.ts";

/** Every way to write a report. Help, options and error messages are derived from these names. */
export const reporters = { text, markdown, json, html, junit, sarif, csv, svg } as const satisfies Readonly<
  Record<ReporterName, Reporter | LateReporter>
>;
