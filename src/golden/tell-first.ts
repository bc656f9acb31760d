import type { Place, Problem } from "../model.ts";

/** As many as a person mends in one go: a file with a wrong column is wrong in every row. */
const listed = 20;

/** Words the first mistakes; the others are counted in one last line. */
export function tellFirst<Mistake>(
  mistakes: Iterable<Mistake>,
  tell: (mistake: Mistake) => Problem,
  place?: Place,
): readonly Problem[] {
  const problems: Problem[] = [];
  let count = 0;
  for (const mistake of mistakes) {
    if (count < listed) problems.push(tell(mistake));
    count += 1;
  }
  if (count > listed) problems.push({ message: `and ${count - listed} more`, ...(place && { place }) });
  return problems;
}
