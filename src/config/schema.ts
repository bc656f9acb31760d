import type { Json } from "../model.ts";
import { defaults } from "./defaults.ts";
import { providerSettings } from "./provider-settings.ts";

/** The part of JSON Schema (draft 7) that assay.yml needs. */
export interface SchemaNode {
  readonly $schema?: string;
  /** What a value is, in words, where the keywords alone would not read well; told in messages and in the reference. */
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: Json;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly SchemaNode[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly items?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly propertyNames?: SchemaNode;
  readonly additionalProperties?: boolean | SchemaNode;
  readonly required?: readonly string[];
  readonly default?: Json;
  readonly examples?: readonly Json[];
}

const glob: SchemaNode = { title: "a glob", type: "string", minLength: 1, maxLength: 256 };

const globs: SchemaNode = { ...glob, title: "a glob or a list of globs", type: ["string", "array"], items: glob };

const relativePath: SchemaNode = {
  title: "a path relative to the folder of assay.yml",
  type: "string",
  pattern: "^(?!/|[A-Za-z]:)[^\\\\]{1,1024}$",
};

const golden: SchemaNode = { ...relativePath, examples: ["golden/{name}.jsonl"] };

const model: SchemaNode = {
  title: "the name of a model",
  type: "string",
  minLength: 1,
  maxLength: 256,
  examples: ["openai/gpt-6-luna"],
};

const scorers: SchemaNode = {
  title: "a list of scorers",
  type: "array",
  examples: [[{ contains: { value: "{{expected}}" } }]],
};

const margin: SchemaNode = {
  title: "a number above 0 and at most 1, or a percentage up to 100%",
  anyOf: [
    { type: "number", exclusiveMinimum: 0, maximum: 1 },
    { type: "string", pattern: "^(100|[1-9][0-9]?(\\.[0-9]{1,4})?|0\\.[0-9]{0,3}[1-9])%$" },
  ],
};

function autoOr(maximum: number): SchemaNode {
  return { anyOf: [{ const: "auto" }, { type: "integer", minimum: 1, maximum }] };
}

function countOf(maximum: number): SchemaNode {
  return { type: "integer", minimum: 1, maximum };
}

/** US dollars. */
const dollars: SchemaNode = { type: "number", minimum: 0, maximum: 1_000_000 };

/** A map with these keys and no others. */
function map(properties: Readonly<Record<string, SchemaNode>>, rest: Partial<SchemaNode>): SchemaNode {
  return { type: "object", properties, additionalProperties: false, ...rest };
}

const provider = map(
  {
    type: {
      description: "What speaks to it.",
      title: "a type of provider",
      type: "string",
      default: defaults.provider.type,
      examples: ["openai"],
    },
    baseUrl: {
      description: "Where its API begins; else the address that the type knows.",
      title: "an http or https address",
      type: "string",
      examples: ["http://localhost:11434/v1"],
    },
    keyEnv: {
      description:
        "The environment variable that holds the key; null where none is sent, else the one that the type knows.",
      title: "the name of an environment variable, or null",
      type: ["string", "null"],
      examples: ["OPENAI_API_KEY"],
    },
    file: {
      ...relativePath,
      description: "For `replay`: the file with the recordings.",
      examples: ["recordings.jsonl"],
    },
    requestsPerMinute: {
      description: "How many calls it admits a minute; else that is found out from its answers.",
      ...countOf(10_000_000),
      examples: [500],
    },
    tokensPerMinute: {
      description: "How many tokens it admits a minute, those of the answers among them.",
      ...countOf(1_000_000_000_000),
      examples: [200_000],
    },
    ...providerSettings,
  },
  { description: "A provider; prompts reach it by writing `<name>/…` as their model." },
);

const metric = map(
  {
    gate: {
      description: "Whether it can fail the run; true where `atLeast` or `margin` is given, else false.",
      type: "boolean",
      examples: [true],
    },
    atLeast: {
      description: "The lowest value that passes where there is nothing to compare with.",
      type: "number",
      minimum: 0,
      examples: [0.8],
    },
    margin: {
      ...margin,
      description: "The tolerated loss: points of a score (0.05), a share of a latency or of tokens (20%).",
      examples: ["20%"],
    },
  },
  { description: "A metric: a scorer's name, or one that every run has, such as `latency`." },
);

const price = map(
  {
    input: { ...dollars, description: "For input.", examples: [0.25] },
    output: { ...dollars, description: "For output.", examples: [2] },
    cachedInput: {
      ...dollars,
      description: "For input read from the provider's cache; else as other input.",
      examples: [0.025],
    },
    cacheWrite: {
      ...dollars,
      description: "For input written to the provider's cache; else as other input.",
      examples: [0.3],
    },
  },
  {
    title: "a price: input and output, in US dollars for a million tokens",
    description: "US dollars for a million tokens.",
    required: ["input", "output"],
  },
);

const variant = map(
  {
    model: { ...model, description: "Its model; else the prompt's own." },
    parameters: {
      description: "Its call parameters, over those of the prompt; null takes one away.",
      type: "object",
      additionalProperties: true,
      examples: [{ temperature: 0 }],
    },
  },
  { description: "A variant: the prompt with another model or other parameters." },
);

/** The JSON Schema of assay.yml: messages and the reference are derived from it. */
export const configSchema: SchemaNode = map(
  {
    prompts: {
      ...globs,
      description: "Which files are prompts; else every known prompt format in the repository.",
      examples: [["prompts/**/*.prompt.yml"]],
    },
    golden: {
      ...golden,
      description: "Where a prompt's golden set lies, `{name}` standing for its name; else the test data in its file.",
    },
    model: { ...model, description: "The model where the prompt names none." },
    parameters: {
      description: "Call parameters where the prompt sets none.",
      type: "object",
      additionalProperties: true,
      examples: [{ temperature: 0 }],
    },
    dependsOn: {
      ...globs,
      description: "Files whose change is a change of every prompt: the code around it.",
      examples: [["src/rag/**"]],
    },
    providers: {
      description: "Providers that are not built in, by name.",
      type: "object",
      propertyNames: {
        title: "a name of lower-case letters, digits, dots, underscores and hyphens",
        pattern: "^[a-z0-9][a-z0-9._-]*$",
      },
      additionalProperties: provider,
      examples: [{ local: { baseUrl: "http://localhost:11434/v1", keyEnv: null } }],
    },
    prices: {
      description: "What models cost, by the name that prompts give them; goes before the price list that comes along.",
      type: "object",
      additionalProperties: price,
      examples: [{ "local/large": { input: 0.25, output: 2 } }],
    },
    priceAs: {
      description: "For deployments and fine-tunes: the model whose price each has.",
      type: "object",
      additionalProperties: { ...model, description: "The model whose price it has." },
      examples: [{ "azure/my-deployment": "openai/gpt-6-luna" }],
    },
    cache: {
      title: "a path below the folder of assay.yml",
      type: "string",
      pattern: "^(?!/|[A-Za-z]:|(.*/)?\\.\\.(/|$))[^\\\\]{1,1024}$",
      description: "Folder where answers and verdicts are kept between runs; else `.assay` at the repository's root.",
      examples: [".cache/assay"],
    },
    scorers: { ...scorers, description: "How outputs are scored: each entry a scorer with its options." },
    run: map(
      {
        trials: {
          ...autoOr(5),
          description: "How often each case is run in each arm; `auto` leaves it to Prompt Assay.",
          default: defaults.run.trials,
          examples: ["auto"],
        },
        maxTrials: {
          description: "The most trials that `auto` buys.",
          type: "integer",
          minimum: 1,
          maximum: 5,
          default: defaults.run.maxTrials,
          examples: [3],
        },
        concurrency: {
          ...autoOr(1000),
          description: "How many calls to one provider are under way at once; `auto` leaves it to Prompt Assay.",
          default: defaults.run.concurrency,
          examples: [20],
        },
        timeout: {
          description: "How long one call may take.",
          title: "a duration such as 60s, 500ms or 2m",
          type: "string",
          // At most seven digits: a timer of more than 2^31 ms would fire at once.
          pattern: "^([1-9][0-9]{0,6}ms|[1-9][0-9]{0,4}s|[1-9][0-9]{0,2}m)$",
          default: defaults.run.timeout,
          examples: ["60s"],
        },
        retries: {
          description:
            "How often a call is repeated after a fault of the provider; one turned away with 429, while there is hope.",
          type: "integer",
          minimum: 0,
          maximum: 10,
          default: defaults.run.retries,
          examples: [3],
        },
        maxCost: {
          ...dollars,
          description: "What the calls of a run may cost in US dollars: none begins that could go beyond.",
          examples: [2],
        },
        maxCalls: {
          ...countOf(1_000_000_000),
          description: "How many calls a run may make, repeats among them.",
          examples: [5000],
        },
        maxDuration: {
          description: "How long calls may begin; those under way then still finish.",
          title: "a duration such as 30m, 90s or 2h",
          type: "string",
          pattern: "^([1-9][0-9]{0,4}s|[1-9][0-9]{0,3}m|[1-9][0-9]{0,1}h)$",
          examples: ["30m"],
        },
        confirmAbove: {
          ...dollars,
          description: "A run that may cost more US dollars stops before its first call and says how to go on.",
          examples: [5],
        },
      },
      { description: "How the calls are made.", examples: [{ timeout: "60s" }] },
    ),
    baseline: map(
      {
        trials: {
          ...autoOr(10),
          description: "How often each case of the baseline is stored; `auto` leaves it to Prompt Assay.",
          default: defaults.baseline.trials,
          examples: [5],
        },
        maxAge: {
          description: "How old a stored answer of the baseline may be.",
          title: "a duration such as 7d or 12h",
          type: "string",
          pattern: "^([1-9][0-9]{0,3}h|[1-9][0-9]{0,2}d)$",
          default: defaults.baseline.maxAge,
          examples: ["7d"],
        },
      },
      { description: "How the baseline's answers are stored and used again.", examples: [{ maxAge: "7d" }] },
    ),
    gate: map(
      {
        margin: {
          ...margin,
          description: "The tolerated loss: 0.05 is 5 points of pass rate or score.",
          default: defaults.gate.margin,
          examples: [0.05],
        },
        alpha: {
          description: "How often an unchanged prompt may be called a regression.",
          type: "number",
          exclusiveMinimum: 0,
          maximum: 0.2,
          default: defaults.gate.alpha,
          examples: [0.05],
        },
        scope: {
          description:
            "What the verdict speaks about: the cases of the golden set, or cases like these (`population`).",
          type: "string",
          enum: ["suite", "population"],
          default: defaults.gate.scope,
          examples: ["suite"],
        },
        inconclusive: {
          description: "What an inconclusive comparison does.",
          type: "string",
          enum: ["warn", "fail", "pass"],
          default: defaults.gate.inconclusive,
          examples: ["warn"],
        },
        exact: {
          description:
            "Whether the rate of false alarms is guaranteed, at the cost of power; else it holds on average.",
          type: "boolean",
          default: defaults.gate.exact,
          examples: [true],
        },
        slices: {
          description: "Tags whose cases gate by themselves, beside the whole set; all other tags are watched.",
          title: "a list of tags",
          type: "array",
          items: { title: "a tag", type: "string", minLength: 1, maxLength: 256 },
          default: defaults.gate.slices,
          examples: [["edge-case"]],
        },
        stopEarly: {
          description: "Whether calls stop at a planned look as soon as the verdict is known.",
          type: "boolean",
          default: defaults.gate.stopEarly,
          examples: [false],
        },
        giveUp: {
          description: "Whether calls stop, too, where a verdict has become unlikely.",
          type: "boolean",
          default: defaults.gate.giveUp,
          examples: [true],
        },
        maxUnscored: {
          ...margin,
          description:
            "The share of a metric's outputs in either arm that may be without a score; above it the metric is not judged.",
          default: defaults.gate.maxUnscored,
          examples: [0.05],
        },
        minKappa: {
          description:
            "The least agreement with people (Cohen's kappa) that a judge must have shown in `calibrate`; unset: none.",
          type: "number",
          exclusiveMinimum: 0,
          maximum: 1,
          examples: [0.6],
        },
        metrics: {
          description: "Which metrics gate; else every scorer's does, and the others are watched.",
          type: "object",
          additionalProperties: metric,
          examples: [{ latency: { margin: "20%" } }],
        },
      },
      { description: "When a run passes.", examples: [{ margin: 0.05 }] },
    ),
    watch: {
      description: "Whether everything is judged and told, but nothing fails: for a time beside another gate.",
      type: "boolean",
      default: defaults.watch,
      examples: [true],
    },
    overrides: {
      description: "Other settings for some prompts; every entry that matches is applied, in order.",
      title: "a list of overrides",
      type: "array",
      items: map(
        {
          prompts: { ...globs, description: "The prompts it is for.", examples: [["prompts/summarise*"]] },
          scorers: { ...scorers, description: "These scorers in place of those above." },
          golden: { ...golden, description: "Where the golden sets of these prompts lie." },
          model: { ...model, description: "The model where these prompts name none." },
          dependsOn: {
            ...globs,
            description: "Further files whose change is a change of these prompts.",
            examples: [["src/rag/**"]],
          },
        },
        { title: "an override: its prompts and their settings", required: ["prompts"] },
      ),
      examples: [[{ prompts: "prompts/summarise*", golden: "golden/summaries.jsonl" }]],
    },
    variants: {
      description: "Versions of every changed prompt that are run beside it, by name: for choosing, they fail nothing.",
      type: "object",
      propertyNames: {
        title: "a name of at most 64 characters that begins with a letter or a digit",
        pattern: "^[A-Za-z0-9][A-Za-z0-9 ._/:@-]{0,63}$",
      },
      additionalProperties: variant,
      examples: [{ small: { model: "openai/gpt-6-luna" } }],
    },
    comment: {
      description:
        "When a pull request gets a comment; one that is there is brought up to date in any case, but for `never`.",
      type: "string",
      enum: ["always", "on-change", "on-problem", "never"],
      default: defaults.comment,
      examples: ["on-problem"],
    },
    trust: {
      description:
        "Where what judges a pull request comes from, the tip of its base branch or, where all authors are trusted, its head; never holds for a fork.",
      type: "string",
      enum: ["base", "head"],
      default: defaults.trust,
      examples: ["head"],
    },
    report: map(
      {
        content: {
          description:
            "Whose texts are told: of cases that moved or failed (`full`), of those that got worse (`worst`), or none.",
          type: "string",
          enum: ["full", "worst", "none"],
          default: defaults.report.content,
          examples: ["none"],
        },
      },
      { description: "What reports carry, wherever they are written.", examples: [{ content: "worst" }] },
    ),
    redact: {
      description: "Regular expressions (RE2): what they match is told nowhere, and an answer with it is not kept.",
      title: "a list of regular expressions",
      type: "array",
      items: { title: "a regular expression", type: "string", minLength: 1, maxLength: 1000 },
      examples: [["[0-9]{16}"]],
    },
    forks: map(
      {
        maxCost: {
          ...dollars,
          description: "What one run of a fork's pull request may cost in US dollars.",
          default: defaults.forks.maxCost,
          examples: [0.5],
        },
        models: {
          description: "Models that a fork may name beside those that the base branch uses.",
          title: "a list of models",
          type: "array",
          items: model,
          examples: [["openai/gpt-6-luna"]],
        },
        branches: {
          description: "Branches for which forks are judged, beside the default branch, whose own list counts.",
          title: "a list of branches",
          type: "array",
          items: { title: "the name of a branch", type: "string", minLength: 1, maxLength: 256 },
          examples: [["release"]],
        },
      },
      {
        description:
          "How pull requests from forks are judged with a key, once somebody approved it; else they are not.",
        examples: [{ maxCost: 0.5 }],
      },
    ),
    accepted: {
      description: "Regressions that are known: each holds for one pair of versions, and until a day.",
      title: "a list of accepted regressions",
      type: "array",
      items: map(
        {
          fingerprint: {
            description: "The fingerprint of the pair as the report names it, 7 digits or more.",
            title: "a fingerprint in quotes",
            type: "string",
            pattern: "^[0-9a-f]{7,64}$",
            examples: ["3f2a9c1d"],
          },
          reason: {
            description: "Why the loss is taken; every report shows it.",
            title: "a reason",
            type: "string",
            minLength: 1,
            maxLength: 500,
            examples: ["shorter answers are worth it"],
          },
          until: {
            description: "The last day on which it holds.",
            title: "a day such as 2030-12-31",
            type: "string",
            pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
            examples: ["2030-12-31"],
          },
        },
        {
          title: "an accepted regression: fingerprint, reason and until",
          required: ["fingerprint", "reason", "until"],
        },
      ),
      examples: [[{ fingerprint: "3f2a9c1d", reason: "shorter answers are worth it", until: "2030-12-31" }]],
    },
    drift: map(
      {
        sample: {
          description: "Cases of each prompt a night: a part of the set that rotates; else all of it.",
          ...countOf(1_000_000),
          examples: [30],
        },
        keepAnswers: {
          description:
            "Answers of each prompt that the history keeps: judges score them again every night, and issues show them. With 0 a judge's own drift cannot be told.",
          type: "integer",
          minimum: 0,
          maximum: 1000,
          default: defaults.drift.keepAnswers,
          examples: [0],
        },
        maxCost: map(
          {
            night: { ...dollars, description: "What a night may cost in US dollars.", examples: [1] },
            month: { ...dollars, description: "What the nights of a month may cost, in UTC.", examples: [20] },
          },
          { description: "A night that does not fit is a gap, never a drop.", examples: [{ night: 1, month: 20 }] },
        ),
        fail: {
          description: "Whether a prompt that drifts ends the scheduled run with 1; its issue is opened in any case.",
          type: "boolean",
          default: defaults.drift.fail,
          examples: [true],
        },
      },
      {
        description: "How `drift` watches the present versions, night by night.",
        examples: [{ sample: 30, maxCost: { night: 1, month: 20 } }],
      },
    ),
  },
  {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "assay.yml",
    description: "Configuration of Prompt Assay.",
    examples: [{ model: "openai/gpt-6-luna" }],
  },
);
