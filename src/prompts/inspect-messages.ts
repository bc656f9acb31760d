import type { Place, Problem, TemplateLanguage, VariableUse } from "../model.ts";
import { findGadgets } from "./find-gadgets.ts";
import { partialUses } from "./templates/expand-partials.ts";
import { templateEngines } from "./templates/registry.ts";
import type { Region } from "./variable-uses.ts";
import { variableUses } from "./variable-uses.ts";

/** A text of a prompt: as it is rendered, and the stretch of the file it was read from. */
export interface WrittenText {
  readonly content: string;
  readonly region: Region;
}

/** A partial as a text includes it. */
export interface PartialUse {
  readonly name: string;
  readonly place: Place;
}

export interface InspectedTexts {
  readonly variables: readonly VariableUse[];
  readonly partials: readonly PartialUse[];
  readonly problems: readonly Problem[];
}

/** What texts read of the case, which partials they include, and what is wrong with them, each at its place in the file. */
export function inspectTexts(texts: readonly WrittenText[], language: TemplateLanguage | undefined): InspectedTexts {
  if (language === undefined) {
    return {
      variables: variableUses(texts),
      partials: texts.flatMap(plainPartials),
      problems: texts.flatMap(({ content, region }) => findGadgets(content, placeIn(content, region))),
    };
  }
  const variables = new Map<string, VariableUse>();
  const partials: PartialUse[] = [];
  const problems: Problem[] = [];
  for (const { content, region } of texts) {
    const inspection = templateEngines[language].inspect(content);
    const placeAt = placeIn(content, region);
    for (const { name, offset, optional } of inspection.variables) {
      const known = variables.get(name);
      const use = { name, place: known?.place ?? placeAt(offset) };
      variables.set(name, optional || known?.optional ? { ...use, optional: true } : use);
    }
    partials.push(...inspection.partials.map(({ name, offset }) => ({ name, place: placeAt(offset) })));
    problems.push(...inspection.mistakes.map(({ offset, ...mistake }) => ({ ...mistake, place: placeAt(offset) })));
  }
  return { variables: [...variables.values()], partials, problems };
}

/** Escapes of a quoted scalar move offsets: then the place is where the text begins. */
function placeIn(content: string, region: Region): (offset: number) => Place {
  return (offset) => region.placeAt(region.text === content ? offset : 0);
}

function plainPartials({ content, region }: WrittenText): readonly PartialUse[] {
  const written = partialUses(region.text);
  return [...partialUses(content).keys()].map((name) => ({ name, place: region.placeAt(written.get(name) ?? 0) }));
}
