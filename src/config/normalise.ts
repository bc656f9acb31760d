import { posix } from "node:path";
import type {
  AcceptedEntry,
  Config,
  ForkLimits,
  JsonObject,
  WrittenPrice as KnownPrice,
  MetricGate,
  Override,
  ProviderConfig,
  Redaction,
  Variant,
} from "../model.ts";
import type { YamlSource } from "../source/yaml.ts";
import { defaults } from "./defaults.ts";
import { readScorers } from "./read-scorers.ts";
import type {
  WrittenAccepted,
  WrittenConfig,
  WrittenGlobs,
  WrittenMargin,
  WrittenMetric,
  WrittenOverride,
  WrittenPrice,
  WrittenProvider,
  WrittenVariant,
} from "./written.ts";

/** Fills in the defaults of a file that has passed the schema and the rules. */
export function normalise(written: WrittenConfig, path: string | null, source: YamlSource): Config {
  const { run, baseline, gate } = written;
  return {
    path,
    directory: path === null ? "" : folderOf(path),
    prompts: written.prompts === undefined ? null : readGlobs(written.prompts),
    golden: written.golden ?? null,
    model: written.model ?? null,
    parameters: written.parameters ?? {},
    ...(written.dependsOn !== undefined && { dependsOn: readGlobs(written.dependsOn) }),
    providers: mapValues(written.providers ?? {}, (provider, name) => readProvider(provider, name, source)),
    prices: mapValues(written.prices ?? {}, readPrice),
    priceAs: written.priceAs ?? {},
    cache: written.cache ?? null,
    scorers: readScorers(written.scorers ?? [], ["scorers"], source).specs,
    run: {
      trials: run?.trials ?? defaults.run.trials,
      maxTrials: run?.maxTrials ?? defaults.run.maxTrials,
      concurrency: run?.concurrency ?? defaults.run.concurrency,
      timeoutMs: readDuration(run?.timeout ?? defaults.run.timeout),
      retries: run?.retries ?? defaults.run.retries,
      maxCost: run?.maxCost ?? null,
      maxCalls: run?.maxCalls ?? null,
      maxDurationMs: run?.maxDuration === undefined ? null : readDuration(run.maxDuration),
      confirmAbove: run?.confirmAbove ?? null,
    },
    baseline: {
      trials: baseline?.trials ?? defaults.baseline.trials,
      maxAgeMs: readDuration(baseline?.maxAge ?? defaults.baseline.maxAge),
    },
    gate: {
      margin: readMargin(gate?.margin ?? defaults.gate.margin),
      alpha: gate?.alpha ?? defaults.gate.alpha,
      scope: gate?.scope ?? defaults.gate.scope,
      inconclusive: gate?.inconclusive ?? defaults.gate.inconclusive,
      exact: gate?.exact ?? defaults.gate.exact,
      slices: [...new Set(gate?.slices ?? defaults.gate.slices)].filter((tag) => tag !== null),
      stopEarly: gate?.stopEarly ?? defaults.gate.stopEarly,
      giveUp: gate?.giveUp ?? defaults.gate.giveUp,
      maxUnscored: readMargin(gate?.maxUnscored ?? defaults.gate.maxUnscored),
      minKappa: gate?.minKappa ?? null,
      metrics: gate?.metrics === undefined ? null : mapValues(gate.metrics, readMetric),
    },
    ...(gate?.metrics !== undefined && {
      metricPlaces: mapValues(gate.metrics, (_metric, name) => source.keyPlace(["gate", "metrics", name])),
    }),
    watch: written.watch ?? defaults.watch,
    overrides: (written.overrides ?? []).flatMap((entry, i) => (entry ? [readOverride(entry, i, source)] : [])),
    ...(written.variants && { variants: readVariants(written.variants, source) }),
    comment: written.comment ?? defaults.comment,
    ...(written.trust !== undefined && { trust: written.trust }),
    ...(written.report?.content !== undefined && { content: written.report.content }),
    ...(written.redact !== undefined && { redact: readRedactions(written.redact, source) }),
    ...(written.forks !== undefined && { forks: readForks(written.forks) }),
    accepted: (written.accepted ?? []).flatMap((entry, i) => (entry ? [readAccepted(entry, i, source)] : [])),
    drift: {
      sample: written.drift?.sample ?? null,
      keepAnswers: written.drift?.keepAnswers ?? defaults.drift.keepAnswers,
      maxCost: { night: written.drift?.maxCost?.night ?? null, month: written.drift?.maxCost?.month ?? null },
      fail: written.drift?.fail ?? defaults.drift.fail,
    },
  };
}

function readProvider(written: WrittenProvider, name: string, source: YamlSource): ProviderConfig {
  const { type, baseUrl, keyEnv, file, requestsPerMinute, tokensPerMinute, ...settings } = written;
  return {
    type: type ?? defaults.provider.type,
    baseUrl: baseUrl ?? null,
    // Null (send no key) and undefined (the provider's own variable) differ.
    ...(keyEnv !== undefined && { keyEnv }),
    file: file ?? null,
    ...(requestsPerMinute !== undefined && { requestsPerMinute }),
    ...(tokensPerMinute !== undefined && { tokensPerMinute }),
    ...(Object.keys(settings).length > 0 && { settings: settings as JsonObject }),
    place: source.keyPlace(["providers", name]),
    places: mapValues(written, (_value, key) => source.keyPlace(["providers", name, key])),
  };
}

function readPrice({ input, output, cachedInput, cacheWrite }: WrittenPrice): KnownPrice {
  return { input: input ?? 0, output: output ?? 0, cachedInput: cachedInput ?? null, cacheWrite: cacheWrite ?? null };
}

function readMetric({ gate, atLeast, margin }: WrittenMetric): MetricGate {
  return {
    gate: gate ?? (atLeast !== undefined || margin !== undefined),
    atLeast: atLeast ?? null,
    margin: margin === undefined ? null : readMargin(margin),
  };
}

function readOverride(written: WrittenOverride, index: number, source: YamlSource): Override {
  const keys = ["overrides", index, "scorers"];
  return {
    prompts: readGlobs(written.prompts ?? []),
    scorers: written.scorers === undefined ? null : readScorers(written.scorers, keys, source).specs,
    golden: written.golden ?? null,
    model: written.model ?? null,
    ...(written.dependsOn !== undefined && { dependsOn: readGlobs(written.dependsOn) }),
  };
}

function readVariants(written: Readonly<Record<string, WrittenVariant>>, source: YamlSource): readonly Variant[] {
  return Object.entries(written).map(([name, { model, parameters }]) => ({
    name,
    model: model ?? null,
    parameters: parameters ?? {},
    place: source.keyPlace(["variants", name]),
  }));
}

function readAccepted(written: WrittenAccepted, index: number, source: YamlSource): AcceptedEntry {
  const { fingerprint = "", reason = "", until = "" } = written;
  return { fingerprint, reason, until, place: source.place(["accepted", index]) };
}

function readRedactions(written: readonly (string | null)[], source: YamlSource): readonly Redaction[] {
  return written.flatMap((pattern, i) => (pattern === null ? [] : [{ pattern, place: source.place(["redact", i]) }]));
}

function readForks({
  maxCost = defaults.forks.maxCost,
  models = [],
  branches = [],
}: NonNullable<WrittenConfig["forks"]>): ForkLimits {
  const texts = (list: readonly (string | null)[]): readonly string[] => list.filter((each) => each !== null);
  return { maxCost, models: texts(models), branches: texts(branches) };
}

function readGlobs(written: WrittenGlobs): readonly string[] {
  return typeof written === "string" ? [written] : written.filter((glob) => glob !== null);
}

/** `20%` is 0.2, the double that a reader of 0.2 gets, too. */
function readMargin(written: WrittenMargin): number {
  return typeof written === "number" ? written : Number.parseFloat(written) / 100;
}

const unitMs: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

function readDuration(written: string): number {
  const unit = written.replace(/^[0-9]+/, "");
  return Number.parseInt(written, 10) * (unitMs[unit] ?? Number.NaN);
}

function folderOf(path: string): string {
  const folder = posix.dirname(path);
  return folder === "." ? "" : folder;
}

function mapValues<In, Out>(
  record: Readonly<Record<string, In>>,
  change: (value: In, name: string) => Out,
): Readonly<Record<string, Out>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));
}
