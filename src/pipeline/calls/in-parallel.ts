/** More at once only fill memory: calls have limits of their own. */
const mostAtOnce = 256;

/** Runs a task for every item, several at once, started in their order. Rejects with what the first task throws. */
export async function inParallel<Item>(
  items: readonly Item[],
  task: (item: Item, index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      await task(items[index] as Item, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(mostAtOnce, items.length) }, work));
}
