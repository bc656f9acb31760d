/** More at once only fill memory: calls have limits of their own. */
const mostAtOnce = 256;

/** Runs a task for every item, several at once, started in their order. Rejects with what the first task throws. */
export async function inParallel<Item>(
  items: Iterable<Item>,
  task: (item: Item, index: number) => Promise<void>,
): Promise<void> {
  const left = items[Symbol.iterator]();
  let index = 0;
  const work = async (): Promise<void> => {
    for (let next = left.next(); !next.done; next = left.next()) await task(next.value, index++);
  };
  await Promise.all(Array.from({ length: mostAtOnce }, work));
}
