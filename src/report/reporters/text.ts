import type { Comparison, PromptReport, Report } from "../../model.ts";
import { describeAttribution } from "../attribution-words.ts";
import { defuse, inline, quoteName } from "../escape.ts";
import { describeBriefly } from "../evidence.ts";
import {
  describeAccepted,
  describeAdded,
  describeCalls,
  describeChange,
  describeFailures,
  describePrompt,
  describeSetting,
} from "../facts.ts";
import { headline } from "../headline.ts";
import { describeGolden } from "../health-words.ts";
import { drawInterval, intervalLegend } from "../interval-line.ts";
import { columns, pad, shorten, wrap } from "../layout.ts";
import { nextSteps } from "../next-steps.ts";
import { formatCount, formatCounted } from "../numbers.ts";
import type { Reporter } from "../reporter.ts";
import { gatedComparisons, groupPrompts, troubled, watchedComparisons } from "../selection.ts";
import { describeComparison } from "../words.ts";
import { createPainter, type Painter } from "./paint.ts";
import { layWorseCases } from "./text-cases.ts";
import { layTable, type RowGroup } from "./text-table.ts";
import { layVersions } from "./text-versions.ts";

/** With more prompts than this, those that need no look get one line each. */
const fullPrompts = 6;
const mostFullPrompts = 50;
const mostBriefPrompts = 500;
const longList = 20;
const shownWatched = 3;
/** Comparisons that are told in sentences, where fewer ask for a look, and at most. */
const fewestTold = 3;
const mostTold = 6;
/** Columns below which a line says no more than a name and a verdict. */
const shortestRest = 12;

/** For the terminal: the verdict first, then what it rests on. */
export const text: Reporter = {
  description: "for the terminal: the verdict, a table for each prompt, the cases that got worse",
  render(report, options) {
    const width = Math.max(40, Math.min(options.width, 120));
    const painter = createPainter(options.color);
    const { judged } = groupPrompts(report);
    const full = judged
      .filter(({ verdict }) => judged.length <= fullPrompts || troubled.includes(verdict))
      .slice(0, mostFullPrompts);
    // The worst come first, so what is told in full is the beginning of the list.
    const brief = judged.slice(full.length);
    const sections = [
      wrap(headline(report), width).map((line) => painter.bold(painter.verdict(report.verdict, line))),
      describeSetting(report).flatMap((line) => hang(line, width, 0)),
      ...full.map((prompt) => layPrompt(prompt, report, width, painter)),
      full.some(({ comparisons }) => comparisons.some(({ difference }) => difference !== null))
        ? wrap(intervalLegend, width).map(painter.dim)
        : [],
      ...(report.variants ?? []).slice(0, mostFullPrompts).map((versions) => layVersions(versions, width, painter)),
      brief.length === 0 ? [] : [painter.bold("Others"), ...layBrief(brief, width, painter)],
      layList("Warnings", report.warnings, width, painter),
      layCalls(report, width),
      layList("What to do next", nextSteps(report), width, painter),
    ];
    const lines = sections.filter((section) => section.length > 0).map((section) => section.join("\n"));
    return defuse(`${lines.join("\n\n")}\n`);
  },
};

function layPrompt(prompt: PromptReport, report: Report, width: number, painter: Painter): string[] {
  const inner = width - 2;
  const gated = gatedComparisons(prompt);
  const watched = watchedComparisons(prompt);
  const added = describeAdded(prompt);
  const accepted = describeAccepted(prompt);
  const sentences = describePrompt(prompt, report);
  // The worst come first.
  const trouble = gated.filter(({ verdict }) => troubled.includes(verdict)).length;
  const told = Math.max(fewestTold, Math.min(mostTold, trouble));
  const drawn = gated.map((comparison) => drawInterval(comparison, inner));
  const parts: string[][] = [
    prompt.comparisons.length === 0 ? [] : layTable(groupRows(gated, watched), inner, painter),
    ...sentences
      .slice(0, told)
      .map(({ verdict, evidence }, index) => [
        ...wrap(verdict, inner),
        ...(drawn[index] ? [drawn[index]] : []),
        ...(evidence === null ? [] : wrap(evidence, inner).map(painter.dim)),
      ]),
    sentences.length > told
      ? wrap(`… and ${formatCounted(sentences.length - told, "more comparison")}, in the table above.`, inner)
      : [],
    describeAttribution(prompt).flatMap((sentence) => wrap(sentence, inner)),
    layMovedWatched(prompt, report, inner),
    added === null ? [] : wrap(added, inner),
    accepted === null ? [] : wrap(accepted, inner),
    layWorseCases(prompt, inner, painter),
    layList("Golden set", describeGolden(prompt), inner, painter),
    layList("Notes", prompt.notes, inner, painter),
  ];
  const body = parts.filter((part) => part.length > 0).flatMap((part) => ["", ...part]);
  return [...layTitle(prompt, width, painter), ...body.map((line) => (line === "" ? "" : `  ${line}`))];
}

/** What gates, then what is only watched: of each the whole set, and each tag for itself. */
function groupRows(gated: readonly Comparison[], watched: readonly Comparison[]): RowGroup[] {
  const ofWhole = (comparisons: readonly Comparison[]): readonly Comparison[] =>
    comparisons.filter(({ slice }) => slice === null);
  const byTag = (comparisons: readonly Comparison[], before: string): RowGroup[] =>
    [...new Set(comparisons.flatMap(({ slice }) => slice ?? []))].map((tag) => ({
      title: `${before}cases tagged ${quoteName(tag, 40)}:`,
      comparisons: comparisons.filter(({ slice }) => slice === tag),
    }));
  return [
    { title: null, comparisons: ofWhole(gated) },
    ...byTag(gated, ""),
    { title: "watched, does not count:", comparisons: ofWhole(watched) },
    ...byTag(watched, "watched, "),
  ];
}

function layTitle(prompt: PromptReport, width: number, painter: Painter): string[] {
  const name = quoteName(prompt.name, Math.min(40, width - prompt.verdict.length - 4));
  const path = inline(prompt.path, width - 2);
  return [
    `${painter.bold(name)}  ${painter.verdict(prompt.verdict, prompt.verdict)}`,
    ...wrap(`${path}; ${describeChange(prompt)}`, width - 2).map((line) => painter.dim(`  ${line}`)),
  ];
}

/** What is only watched, but moved: worth a line, though it does not count. */
function layMovedWatched(prompt: PromptReport, report: Report, width: number): string[] {
  const moved = watchedComparisons(prompt).filter(({ verdict }) => verdict === "regression");
  return moved
    .slice(0, shownWatched)
    .flatMap((comparison) => wrap(`Watched, does not count: ${describeComparison(comparison, report)}`, width));
}

/** Prompts told of in one line each. */
function layBrief(prompts: readonly PromptReport[], width: number, painter: Painter): string[] {
  const nameWidth = Math.min(
    Math.min(30, width - 20),
    prompts.reduce((widest, { name }) => Math.max(widest, columns(inline(name, 30))), 0),
  );
  const more = prompts.length - mostBriefPrompts;
  const lines = prompts.slice(0, mostBriefPrompts).map((prompt) => {
    const [first] = gatedComparisons(prompt);
    const start = `  ${pad(inline(prompt.name, nameWidth), nameWidth, "left")}  ${pad(prompt.verdict, 15, "left")}`;
    const room = width - columns(start) - 2;
    const rest = first === undefined || room < shortestRest ? "" : describeBriefly(first);
    return `${start}  ${painter.dim(shorten(rest, room))}`.trimEnd();
  });
  return more > 0 ? [...lines, `  … and ${formatCounted(more, "more prompt")}`] : lines;
}

function layCalls(report: Report, width: number): string[] {
  const failures = describeFailures(report);
  const more = failures.length > longList ? [`and ${formatCount(failures.length - longList)} other failures`] : [];
  const samples = report.samples === null ? [] : [`Samples: ${inline(report.samples.path, width - 9)}`];
  return [
    ...wrap(describeCalls(report), width),
    ...[...failures.slice(0, longList), ...more].flatMap((line) => hang(line, width, 2)),
    ...samples,
  ];
}

function layList(title: string, sentences: readonly string[], width: number, painter: Painter): string[] {
  if (sentences.length === 0) return [];
  const more = sentences.length > longList ? [`and ${formatCount(sentences.length - longList)} more`] : [];
  const shown = [...sentences.slice(0, longList).map((sentence) => inline(sentence, 600)), ...more];
  return [painter.bold(title), ...shown.flatMap((sentence) => layItem(sentence, width))];
}

function layItem(sentence: string, width: number): string[] {
  return wrap(sentence, width - 4).map((line, index) => `  ${index === 0 ? "-" : " "} ${line}`);
}

/** Lines after the first stand two columns further in. */
function hang(sentence: string, width: number, indent: number): string[] {
  const margin = " ".repeat(indent);
  return wrap(sentence, width - indent - 2).map((line, index) => `${margin}${index === 0 ? "" : "  "}${line}`);
}
