/** What the page is about: the JSON that stands in the document before the script. */
export function readData<T>(): T {
  return JSON.parse(document.getElementById("data")?.textContent ?? "null") as T;
}

/** The lines of JSON that stand in the document after the script, as texts; none before the document is read. */
export function readLines(id: string): readonly string[] {
  const text = document.getElementById(id)?.textContent ?? "";
  return text === "" ? [] : text.split("\n");
}
