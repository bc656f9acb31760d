import { scaleLinear } from "d3-scale";
import { area, curveStepAfter } from "d3-shape";
import type { Distribution, PromptPage, PromptReport, ValueSummary } from "../../model.ts";
import { formatCost, formatCount, formatCounted, formatMeasure, unknown } from "../../report/numbers.ts";
import { showName } from "../show-text.ts";
import { differenceOf } from "./choose-cases.ts";
import { listScores, type ScoreKind } from "./score-list.ts";
import { formatAmount } from "./words.ts";

const titles: Readonly<Record<Distribution["name"], string>> = {
  latency: "Latency",
  tokens: "Tokens of a call",
  cost: "Cost of a call",
};

/** Scores whose changes are drawn. */
const shownScores = 6;

/** How scores moved case by case, and what calls took. */
export function Distributions({ prompt, page }: { readonly prompt: PromptReport; readonly page: PromptPage }) {
  return (
    <div class="small-figures">
      {chosenScores(prompt, page).map((score) => (
        <Differences key={score.name} prompt={prompt} score={score} />
      ))}
      {page.distributions
        .filter(({ name }) => name !== "cost")
        .map((each) => (
          <Spread key={each.name} distribution={each} />
        ))}
      <Costs prompt={prompt} page={page} />
    </div>
  );
}

/** Of each score that counts; where none does, of the one that the cases are listed by. */
function chosenScores(prompt: PromptReport, { metric }: PromptPage): readonly ScoreKind[] {
  const scores = listScores(prompt);
  const gated = scores.filter((each) => each.gated).slice(0, shownScores);
  return gated.length > 0 ? gated : scores.filter(({ name }) => name === metric);
}

function Differences({ prompt, score }: { readonly prompt: PromptReport; readonly score: ScoreKind }) {
  const differences = prompt.cases.flatMap((entry) => differenceOf(entry, score) ?? []);
  if (differences.length === 0) return null;
  // What has a unit of its own moves by more than 1.
  const widest = differences.reduce((most, each) => Math.max(most, Math.abs(each)), 1);
  // What passes or fails moves by a whole or not at all.
  const differenceBins = widest === 1 && differences.every(Number.isInteger) ? 3 : 21;
  const width = 210 / differenceBins;
  const bins = new Array<number>(differenceBins).fill(0);
  for (const each of differences) {
    const bin = Math.round(((each / widest + 1) / 2) * (differenceBins - 1));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  const zero = (differenceBins - 1) / 2;
  const moved = Math.max(0, ...bins.filter((_, index) => index !== zero));
  const top = moved === 0 ? Math.max(...bins) : Math.min(Math.max(...bins), 4 * moved);
  const height = scaleLinear().domain([0, top]).range([0, 56]).clamp(true);
  const [worse, better] = [differences.filter((each) => each < 0), differences.filter((each) => each > 0)];
  const same = differences.length - worse.length - better.length;
  const told = `${formatCount(worse.length)} worse, ${formatCount(same)} the same, ${formatCount(better.length)} better`;
  return (
    <section class="figure">
      <h3>
        Change of <bdi>{showName(score.name)}</bdi>, case by case
      </h3>
      <svg class="bars" viewBox="0 0 210 64" preserveAspectRatio="none" role="img" aria-label={`Cases: ${told}`}>
        {bins.map((count, index) =>
          count === 0 ? null : (
            <rect
              key={index}
              class={index < zero ? "worse" : index > zero ? "better" : "same"}
              x={index * width + 0.1 * width}
              width={0.8 * width}
              y={64 - height(count)}
              height={height(count)}
            />
          ),
        )}
        <line class="base" x1="0" x2="210" y1="64" y2="64" />
      </svg>
      <p class="ends" aria-hidden="true">
        <span>{formatMeasure(widest)} worse</span>
        <span>no change</span>
        <span>{formatMeasure(widest)} better</span>
      </p>
      <p class="caption">
        {told}. {(bins[zero] ?? 0) > top && "The bar of no change is cut. "}
        {prompt.cases.length < prompt.goldenSize &&
          `Of ${formatCounted(prompt.goldenSize, "case")}, the ${formatCount(prompt.cases.length)} that the report lists.`}
      </p>
    </section>
  );
}

function Spread({ distribution }: { readonly distribution: Distribution }) {
  const { name, unit, edges, bins, summary } = distribution;
  const most = Math.max(1, ...(bins.baseline ?? []), ...(bins.candidate ?? []));
  const height = scaleLinear().domain([0, most]).range([60, 2]);
  const width = scaleLinear()
    .domain([0, edges.length - 1])
    .range([0, 200]);
  const draw = area<number>()
    .x((_, index) => width(index))
    .y0(60)
    .y1((count) => height(count))
    .curve(curveStepAfter);
  const pathOf = (counts: readonly number[] | null): string => (counts === null ? "" : (draw([...counts, 0]) ?? ""));
  return (
    <section class="figure">
      <h3>{titles[name]}</h3>
      {edges.length > 0 && (
        <>
          <svg class="spread" viewBox="0 0 200 60" preserveAspectRatio="none" role="presentation" aria-hidden="true">
            <path class="baseline" d={pathOf(bins.baseline)} />
            <path class="candidate" d={pathOf(bins.candidate)} />
          </svg>
          <p class="ends" aria-hidden="true">
            <span>{formatAmount(unit, edges[0])}</span>
            <span>{formatAmount(unit, edges.at(-1))}</span>
          </p>
        </>
      )}
      <Numbers
        rows={[
          ["median", (values) => formatAmount(unit, values?.median)],
          ["95 in 100 below", (values) => formatAmount(unit, values?.high)],
          ["calls", (values) => (values === null ? unknown : formatCount(values.count))],
        ]}
        summary={summary}
      />
    </section>
  );
}

/** What was paid now, and what a thousand calls would cost: by the mean, which is what is billed. */
function Costs({ prompt, page }: { readonly prompt: PromptReport; readonly page: PromptPage }) {
  if (page.distributions.length === 0) return null;
  const summary = page.distributions.find(({ name }) => name === "cost")?.summary ?? null;
  const scorers = prompt.scorersCost ?? null;
  return (
    <section class="figure">
      <h3>Cost</h3>
      {summary === null ? (
        <p class="caption">Unknown: no price is known of the model. State one in assay.yml: prices, or priceAs.</p>
      ) : (
        <Numbers
          rows={[
            ["1,000 calls", (values) => (values === null ? unknown : formatCost(values.mean * 1000))],
            ["a call", (values) => formatAmount("USD", values?.mean)],
            ["calls", (values) => (values === null ? unknown : formatCount(values.count))],
          ]}
          summary={summary}
        />
      )}
      <p class="caption">
        {summary !== null &&
          `Paid in this run for answers: ${prompt.cost === null ? unknown : formatCost(prompt.cost)}; what came from the store was paid before. `}
        {scorers !== null && scorers > 0 && `What scorers asked of models: ${formatCost(scorers)}.`}
      </p>
    </section>
  );
}

function Numbers({
  rows,
  summary,
}: {
  readonly rows: readonly (readonly [string, (values: ValueSummary | null) => string])[];
  readonly summary: Distribution["summary"];
}) {
  return (
    <table class="numbers">
      <thead>
        <tr>
          <td />
          <th scope="col">
            <span class="key baseline" aria-hidden="true" /> Baseline
          </th>
          <th scope="col">
            <span class="key candidate" aria-hidden="true" /> Candidate
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, tell]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{tell(summary.baseline)}</td>
            <td>{tell(summary.candidate)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
