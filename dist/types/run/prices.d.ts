import type { Tokens, WrittenPrice } from "../model.js";
/** What tokens cost, in US dollars; null where their number is unknown. */
export interface ModelPrice {
    /** The most that one call costs, where that is said: tokens tell nothing of what an application asks itself. */
    readonly atMost?: number;
    costOf(tokens: Tokens): number | null;
}
/** Prices by provider and by the model's name there; null where one is unknown. */
export type FindPrice = (provider: string, model: string) => ModelPrice | null;
/** What answers on this machine, or without a key, costs nothing. */
export declare const free: ModelPrice;
/** What a call costs is told by its answer alone; before, no more is known than this. */
export declare function cappedPrice(atMost: number): ModelPrice;
/** A price as assay.yml states it. */
export declare function writtenPrice({ input, output, cachedInput, cacheWrite }: WrittenPrice): ModelPrice;
/** Where the list looks for a model: at the provider of this name, or at the one with this address. */
export type ListedAt = {
    readonly name: string;
} | {
    readonly address: string;
};
/** The price list's entry, as it holds at that time; null where it has none. Throws nothing for what it is asked. */
export declare function listedPrice(model: string, at: ListedAt, time: Date): Promise<ModelPrice | null>;
