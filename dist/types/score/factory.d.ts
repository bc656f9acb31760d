import type { CodeRunner, JsonObject, MetricDefinition, ModelUse, Problem, Scorer, ScorerSpec } from "../model.js";
/** What a factory gets from outside: scorers themselves read no file and know no template engine. */
export interface ScorerContext {
    /** Files named in the options, under the name written there, from the revision of the goalposts; null or absent: no such file. */
    readonly files: ReadonlyMap<string, Uint8Array | null>;
    /** Puts values into a template; `missing` names the variables that had none. */
    readonly render: (template: string, values: JsonObject) => {
        readonly text: string;
        readonly missing: readonly string[];
    };
    /** Runs code of the repository; null or absent where that is not trusted. */
    readonly code?: CodeRunner | null;
    /** Takes out of a reason what must not be told; absent: nothing. */
    readonly tell?: (reason: string) => string;
}
/** A mistake in the options; its place is that of the scorer. */
export type Finding = Pick<Problem, "message" | "hint">;
/** More than one score at a time: what a factory makes where a function is not enough. */
export type Scoring = Pick<Scorer, "score" | "review" | "compare" | "judge">;
/** How a kind of scorer is made from its options. Factories are listed in `registry.ts`. */
export interface ScorerFactory {
    /** One sentence, for the documentation. */
    readonly description: string;
    /**
     * JSON Schema of the options, `additionalProperties: false`. Each property has a description; a `default` is what
     * `metric` and `create` receive where the option is not written; `format: "file"` marks the name of a file to read,
     * `format: "scorer"` another scorer, each also as what a list holds. The options `name` and `transform` are everybody's.
     */
    readonly options: JsonObject;
    /** One line of assay.yml. */
    readonly example: string;
    /** Set where it measures the call and not the answer: it says nothing of an answer that comes from the store. */
    readonly measuresCall?: true;
    /** Set where it reads the time to the first token, which only streamed answers have. */
    readonly readsFirstToken?: true;
    /** Set where it runs code of the repository, which is not run for anything but the answers of models. */
    readonly runsCode?: true;
    /** Mistakes that the schema of the options cannot tell, as far as they show without reading files. */
    check?(options: JsonObject, nested: readonly ScorerSpec[]): readonly Finding[];
    /** `nested` are the metrics of the scorers that the options name, in their order. */
    metric(options: JsonObject, nested: readonly MetricDefinition[]): Omit<MetricDefinition, "name">;
    /** The models that it asks while it scores, beside those of the scorers that its options name; absent: none. */
    asks?(options: JsonObject): readonly ModelUse[];
    /** Throws a UserError for a file that is missing or cannot be used. */
    create(options: JsonObject, context: ScorerContext, nested: readonly Scorer[]): Scorer["score"] | Scoring;
}
