import type { CommentPolicy, InconclusivePolicy, Json, JsonObject, ReportContent, Scope, Trust } from "../model.ts";

/**
 * assay.yml as it may be written. What the schema refused is gone (in a list: null),
 * so that the rules can still look at the rest and all mistakes are told at once.
 */
export interface WrittenConfig {
  readonly prompts?: WrittenGlobs;
  readonly golden?: string;
  readonly model?: string;
  readonly parameters?: JsonObject;
  readonly dependsOn?: WrittenGlobs;
  readonly providers?: Readonly<Record<string, WrittenProvider>>;
  readonly prices?: Readonly<Record<string, WrittenPrice>>;
  readonly priceAs?: Readonly<Record<string, string>>;
  readonly cache?: string;
  readonly scorers?: readonly Json[];
  readonly run?: {
    readonly trials?: number | "auto";
    readonly maxTrials?: number;
    readonly concurrency?: number | "auto";
    readonly timeout?: string;
    readonly retries?: number;
    readonly maxCost?: number;
    readonly maxCalls?: number;
    readonly maxDuration?: string;
    readonly confirmAbove?: number;
  };
  readonly baseline?: {
    readonly trials?: number | "auto";
    readonly maxAge?: string;
  };
  readonly gate?: {
    readonly margin?: WrittenMargin;
    readonly alpha?: number;
    readonly scope?: Scope;
    readonly inconclusive?: InconclusivePolicy;
    readonly exact?: boolean;
    readonly slices?: readonly (string | null)[];
    readonly stopEarly?: boolean;
    readonly giveUp?: boolean;
    readonly maxUnscored?: WrittenMargin;
    readonly minKappa?: number;
    readonly metrics?: Readonly<Record<string, WrittenMetric>>;
  };
  readonly watch?: boolean;
  readonly overrides?: readonly (WrittenOverride | null)[];
  readonly variants?: Readonly<Record<string, WrittenVariant>>;
  readonly comment?: CommentPolicy;
  readonly trust?: Trust;
  readonly report?: { readonly content?: ReportContent };
  readonly redact?: readonly (string | null)[];
  readonly forks?: {
    readonly maxCost?: number;
    readonly models?: readonly (string | null)[];
    readonly branches?: readonly (string | null)[];
  };
  readonly accepted?: readonly (WrittenAccepted | null)[];
  readonly drift?: {
    readonly sample?: number;
    readonly keepAnswers?: number;
    readonly maxCost?: { readonly night?: number; readonly month?: number };
    readonly fail?: boolean;
  };
}

export interface WrittenVariant {
  readonly model?: string;
  readonly parameters?: JsonObject;
}

/** What the schema refused of an entry is gone. */
export interface WrittenAccepted {
  readonly fingerprint?: string;
  readonly reason?: string;
  readonly until?: string;
}

/** One glob, or several. */
export type WrittenGlobs = string | readonly (string | null)[];

/** `0.05`, or `5%`. */
export type WrittenMargin = number | string;

export interface WrittenProvider {
  readonly type?: string;
  readonly baseUrl?: string;
  readonly keyEnv?: string | null;
  readonly file?: string;
  readonly requestsPerMinute?: number;
  readonly tokensPerMinute?: number;
  /** What the provider's type alone reads. */
  readonly [setting: string]: Json | undefined;
}

export interface WrittenPrice {
  readonly input?: number;
  readonly output?: number;
  readonly cachedInput?: number;
  readonly cacheWrite?: number;
}

export interface WrittenMetric {
  readonly gate?: boolean;
  readonly atLeast?: number;
  readonly margin?: WrittenMargin;
}

export interface WrittenOverride {
  readonly prompts?: WrittenGlobs;
  readonly scorers?: readonly Json[];
  readonly golden?: string;
  readonly model?: string;
  readonly dependsOn?: WrittenGlobs;
}
