import type { Failure } from "../model.ts";

/** The way of one call to its provider and model. */
export interface Way {
  /** Waits for whoever goes first; to be released once the first answer is known. */
  enter(): Promise<void>;
  /** Lets the others through, where this call went first. */
  release(): void;
  /**
   * Ends further calls: to the provider for a refused key, to the model where it is not offered, and with the same
   * parameters where the model refuses one.
   */
  note(failure: Failure): void;
  /** Why no further call is to be made. */
  refusal(): Failure | null;
}

/**
 * Finds the way of a call by the names of its provider and model, the version of the prompt that sets parameters, and the
 * version without whose answers its own are of no use.
 */
export type FindWay = (provider: string, model: string, version?: string, counterpart?: string) => Way;

const noCounterpart: Failure = {
  kind: "no-counterpart",
  message: "not called: the model refuses a parameter of the version that it is compared with",
  httpStatus: null,
  retryable: false,
  retryAfterMs: null,
};

/** Set by the first to come; settles once its answer is known. */
interface Door {
  opened: Promise<void> | null;
  refusal: Failure | null;
}

/**
 * Doors to providers, to their models, and to these with the parameters of a version. The first attempt through one of the first two goes alone, for what it is refused for
 * would be refused a thousand times; a refusal at any time shuts the door.
 */
export function createDoors(): FindWay {
  const doors = new Map<string, Door>();
  const find = (name: string): Door => {
    const door = doors.get(name) ?? { opened: null, refusal: null };
    doors.set(name, door);
    return door;
  };
  return (providerName, modelName, versionName, counterpartName) => {
    const provider = find(providerName);
    const model = find(`${providerName}/${modelName}`);
    // A version has its model; what scorers ask has none.
    const version = find(versionName === undefined ? `${providerName}/${modelName}\0` : `\0${versionName}`);
    const counterpart = counterpartName === undefined ? null : find(`\0${counterpartName}`);
    const releases: (() => void)[] = [];
    return {
      async enter() {
        for (const door of [provider, model]) {
          if (door.opened === null) door.opened = new Promise((resolve) => releases.push(resolve));
          else await door.opened;
        }
      },
      release() {
        for (const release of releases) release();
      },
      note(failure) {
        if (failure.kind === "refused-key") provider.refusal ??= failure;
        if (failure.kind === "missing-model") model.refusal ??= failure;
        if (failure.kind === "refused-parameter") version.refusal ??= failure;
      },
      refusal: () =>
        provider.refusal ?? model.refusal ?? version.refusal ?? (counterpart?.refusal ? noCounterpart : null),
    };
  };
}
