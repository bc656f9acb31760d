import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { renderActionTables } from "../scripts/action-table.ts";
import { renderCommands, renderDemo, renderScorers } from "../scripts/readme-sections.ts";
import { renderConfigReference, renderConfigSchema } from "../src/config/render-schema.ts";
import { writeReportSchema } from "../src/report/report-schema.ts";
import { writeSamplesSchema } from "../src/report/samples-schema.ts";

/** `npm run generate` writes what this test compares. */
const writes = process.env["npm_lifecycle_event"] === "generate";

const { inputs, outputs } = renderActionTables(readFileSync("action.yml", "utf8"));
const sections: readonly (readonly [name: string, render: () => string | Promise<string>])[] = [
  ["demo", renderDemo],
  ["commands", renderCommands],
  ["action", () => `Inputs:\n\n${inputs}\n\nOutputs:\n\n${outputs}`],
  ["scorers", renderScorers],
  ["config", renderConfigReference],
];

it.each(sections)("README: %s", async (name, render) => {
  const marker = new RegExp(`(?<=<!-- generated: ${name} -->\\n)[\\s\\S]*?(?=<!-- end -->)`);
  const readme = readFileSync("README.md", "utf8");
  expect(readme).toMatch(marker);
  const section = `\n${(await render()).trim()}\n\n`;
  if (writes)
    writeFileSync(
      "README.md",
      readme.replace(marker, () => section),
    );
  else expect(marker.exec(readme)?.[0]).toBe(section);
});

it.each([
  ["schemas/assay.v1.json", renderConfigSchema],
  ["schemas/report.v1.json", writeReportSchema],
  ["schemas/samples.v1.json", writeSamplesSchema],
])("%s", (path, render) => {
  if (writes) writeFileSync(path, render());
  else expect(readFileSync(path, "utf8")).toBe(render());
});
