/** Results kept at most: a run renders a handful of templates, each for thousands of cases. */
const most = 100;

/** The same function, which works on a text once. */
export function remember<Result>(work: (text: string) => Result): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = work(text);
    if (results.size >= most) results.clear();
    results.set(text, result);
    return result;
  };
}
