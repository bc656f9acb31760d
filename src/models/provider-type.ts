import type { ModelRequest, Problem, Provider, ProviderConfig } from "../model.ts";

/** What a provider may know of the world outside its configuration. */
export interface ProviderContext {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** How long one call may take. */
  readonly timeoutMs: number;
}

/** A kind of provider, as the registry lists it. */
export interface ProviderType {
  readonly description: string;
  /** The variable that customarily holds its key; null where none is sent unless assay.yml names one. */
  readonly keyEnv: string | null;
  /** The keys of assay.yml that it reads beside those of every provider. */
  readonly settings: readonly string[];
  /** What the user must mend before any call: a missing key, a missing file. */
  check(name: string, config: ProviderConfig, context: ProviderContext): readonly Problem[];
  /**
   * What of a request it has no way to send, in words that complete "cannot send …": `an image of type image/tiff`.
   * Asked before the first call; absent where everything can be sent.
   */
  refuses?(request: ModelRequest, config: ProviderConfig): readonly string[];
  /** Makes a provider that `check` has found nothing against. */
  create(name: string, config: ProviderConfig, context: ProviderContext): Promise<Provider>;
}
