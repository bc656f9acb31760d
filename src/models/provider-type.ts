import type { ModelRequest, Part, Place, Problem, Provider, ProviderConfig } from "../model.ts";

/** What a provider may know of the world outside its configuration. */
export interface ProviderContext {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** How long one call may take. */
  readonly timeoutMs: number;
  /** Whether answers are to be streamed where the provider's own settings do not say. */
  readonly stream?: boolean;
  /** Of an arm, for a provider that runs code; absent where there is none to be had. */
  readonly workspace?: Workspace;
  /** Told of what `setup` writes, and whose it is, as it comes: foreign text that is not escaped yet. */
  readonly onSetupText?: (whose: string, text: string) => void;
  /** Takes out of what a program writes what must not be told; unset: nothing. */
  readonly tell?: (text: string) => string;
}

/** The files of one arm's revision on disk. */
export interface Workspace {
  /** How a person would name the revision. */
  readonly label: string;
  /** Absolute path of the folder that stands for the one of assay.yml; made when it is first asked for. */
  folder(): Promise<string>;
}

/** A kind of provider, as the registry lists it. */
export interface ProviderType {
  readonly description: string;
  /** The variable that customarily holds its key; null where none is sent unless assay.yml names one. */
  readonly keyEnv: string | null;
  /** The keys of assay.yml that it reads beside those of every provider. */
  readonly settings: readonly string[];
  /** Whether its requests carry the case's values, and not the rendered messages alone. */
  readonly takesValues?: true;
  /** Whether it runs code of the repository: one for each arm, never for a fork, and nothing of it is kept. */
  readonly runsCode?: true;
  /** What is wrong with its settings, whatever the environment: told wherever assay.yml is checked. */
  inspect?(name: string, config: ProviderConfig): readonly Problem[];
  /** What the user must mend before any call: a missing key, a missing file. */
  check(name: string, config: ProviderConfig, context: ProviderContext): readonly Problem[];
  /**
   * What of a request it has no way to send, in words that complete "cannot send …": `an image of type image/tiff`.
   * Asked before the first call; absent where everything can be sent.
   */
  refuses?(request: ModelRequest, config: ProviderConfig): readonly string[];
  /** Parts of a prompt that no request of it holds, as it is configured; absent where requests hold all of them. */
  leavesOut?(config: ProviderConfig): readonly Part[];
  /** Makes a provider that `check` has found nothing against. */
  create(name: string, config: ProviderConfig, context: ProviderContext): Promise<Provider>;
}

/** Where a setting of a provider stands; the provider itself where it has none. */
export function placeOf({ place, places = {} }: ProviderConfig, setting: string): Place {
  return (Object.hasOwn(places, setting) ? places[setting] : undefined) ?? place;
}
