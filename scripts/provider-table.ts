import { markdownTable } from "markdown-table";
import { type Preset, presets } from "../src/models/presets.ts";
import { providerTypes } from "../src/models/registry.ts";

/** One row a service that speaks OpenAI's API. */
export function renderServices(): string {
  const rows = Object.entries(presets).map(([name, preset]: [string, Preset]) => [
    `\`${name}/…\``,
    preset.title,
    preset.baseUrl === null ? "your own, under `baseUrl`" : `\`${preset.baseUrl}\``,
    preset.baseUrlEnv === undefined ? "" : `\`${preset.baseUrlEnv}\``,
    preset.keyEnv === null ? "none" : `\`${preset.keyEnv}\``,
    preset.apis.map((api) => `\`${api}\``).join(", "),
    describeDifferences(preset),
  ]);
  const head = ["Model", "Service", "Address", "or from", "Key", "`api`", "Also"];
  return markdownTable([head, ...rows]);
}

function describeDifferences({ takes, renamed = {}, developerRole }: Preset): string {
  const parts = [
    takes.images ? "images" : "text only",
    ...(takes.files === true ? ["PDF files"] : takes.files === "responses" ? ["files with `api: responses`"] : []),
    ...Object.entries(renamed).map(([name, other]) => `\`${name}\` goes as \`${other}\``),
    ...(developerRole ? [] : ["a developer's message goes as a system's"]),
  ];
  return parts.join("; ");
}

/** One row a type of provider that is none of those. */
export function renderProviderTypes(): string {
  const rows = Object.entries(providerTypes)
    .filter(([name]) => !Object.hasOwn(presets, name))
    .map(([name, { description, keyEnv, settings }]) => [
      `\`${name}\``,
      description,
      keyEnv === null ? "" : `\`${keyEnv}\``,
      settings.map((setting) => `\`${setting}\``).join(", "),
    ]);
  return markdownTable([["Type", "Speaks to", "Key", "Settings of its own"], ...rows]);
}
