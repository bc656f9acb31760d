/** Numbers the cases of both files in one sequence, so that they pair by number and every id is kept once. */
export interface CaseIds {
  /** In the order of their first appearance. */
  readonly names: readonly string[];
  /** The number of an id, new where it was not seen before. */
  numberOf(id: string): number;
}

/** No case yet. */
export function createCaseIds(): CaseIds {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  return {
    names,
    numberOf(id) {
      const known = numbers.get(id);
      if (known !== undefined) return known;
      numbers.set(id, names.length);
      names.push(id);
      return names.length - 1;
    },
  };
}
