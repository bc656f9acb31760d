import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { renderActionTables } from "../scripts/action-table.ts";
import { renderJudgeKinds } from "../scripts/judge-kinds.ts";
import { renderProviderTypes, renderServices } from "../scripts/provider-table.ts";
import { renderCommands, renderDemo, renderWorkflow } from "../scripts/readme-sections.ts";
import { renderScorerReference } from "../scripts/scorer-reference.ts";
import { renderConfigReference, renderConfigSchema } from "../src/config/render-schema.ts";
import { writeDriftSchema } from "../src/report/drift-schema.ts";
import { writeReportSchema } from "../src/report/report-schema.ts";
import { writeSamplesSchema } from "../src/report/samples-schema.ts";

/** `npm run generate` writes what this test compares. */
const writes = process.env["npm_lifecycle_event"] === "generate";

const { inputs, outputs } = renderActionTables(readFileSync("action.yml", "utf8"));
const readme = "README.md";
const providers = "docs/providers.md";
const sections: readonly (readonly [file: string, name: string, render: () => string | Promise<string>])[] = [
  [readme, "demo", renderDemo],
  [readme, "commands", renderCommands],
  [readme, "matrix", () => renderWorkflow(readFileSync("docs/matrix.md", "utf8"))],
  [readme, "action", () => `Inputs:\n\n${inputs}\n\nOutputs:\n\n${outputs}`],
  ["docs/assay-yml.md", "config", renderConfigReference],
  [providers, "services", renderServices],
  [providers, "types", renderProviderTypes],
  ["docs/scorers.md", "scorers", renderScorerReference],
  ["docs/judge.md", "judge-kinds", renderJudgeKinds],
];

it.each(sections)("%s: %s", async (file, name, render) => {
  const marker = new RegExp(`(?<=<!-- generated: ${name} -->\\n)[\\s\\S]*?(?=<!-- end -->)`);
  const page = readFileSync(file, "utf8");
  expect(page).toMatch(marker);
  const section = `\n${(await render()).trim()}\n\n`;
  if (writes)
    writeFileSync(
      file,
      page.replace(marker, () => section),
    );
  else expect(marker.exec(page)?.[0]).toBe(section);
});

it.each([
  ["schemas/assay.v1.json", renderConfigSchema],
  ["schemas/drift.v1.json", writeDriftSchema],
  ["schemas/report.v1.json", writeReportSchema],
  ["schemas/samples.v1.json", writeSamplesSchema],
])("%s", (path, render) => {
  if (writes) writeFileSync(path, render());
  else expect(readFileSync(path, "utf8")).toBe(render());
});
