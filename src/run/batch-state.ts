import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unwritableStore } from "../errors.ts";
import type { Json } from "../model.ts";
import { isObject } from "../source/json.ts";

/** How far a batch was brought before the process ended. */
export interface BatchState {
  /** The provider's name of the uploaded calls. */
  readonly upload: string;
  /** The provider's name of the batch; null: it was not heard whether it was started. */
  readonly batch: string | null;
}

/** The states of batches under way, a small file each, beside the store: a run that is started again waits on. */
export interface BatchStates {
  read(key: string): BatchState | null;
  write(key: string, state: BatchState): void;
  remove(key: string): void;
}

/** States in a folder of their own. They hold no key, and what they name belongs to the key's account alone. */
export function openBatchStates(directory: string): BatchStates {
  const folder = join(directory, "batches");
  const fileOf = (key: string): string => join(folder, `${key}.json`);
  return {
    read(key) {
      try {
        const value = JSON.parse(readFileSync(fileOf(key), "utf8")) as Json;
        const { upload, batch } = isObject(value) ? value : ({} as Record<string, Json>);
        return typeof upload === "string" ? { upload, batch: typeof batch === "string" ? batch : null } : null;
      } catch {
        // Nothing was begun, or nothing that can be found again.
        return null;
      }
    },
    write(key, state) {
      try {
        mkdirSync(folder, { recursive: true });
        // Whole or not at all, however the process ends.
        writeFileSync(`${fileOf(key)}.new`, `${JSON.stringify(state)}\n`, { mode: 0o600 });
        renameSync(`${fileOf(key)}.new`, fileOf(key));
      } catch (error) {
        throw unwritableStore(directory, (error as NodeJS.ErrnoException).code);
      }
    },
    remove: (key) => rmSync(fileOf(key), { force: true }),
  };
}
