import type { BatchOptions } from "../pipeline/options.ts";
import type { CommandContext } from "./command.ts";

/** Tells on standard error how many calls of all batches are answered, whenever that changed. */
export function batchWriter(context: CommandContext): NonNullable<BatchOptions["onLook"]> {
  let last = -1;
  return ({ answered, total }) => {
    if (answered === last) return;
    last = answered;
    context.writeError(`batch: ${answered} of ${total} calls answered\n`);
  };
}
