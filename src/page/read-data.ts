/** What the page is about: the JSON that stands in the document before the script. */
export function readData<T>(): T {
  return JSON.parse(document.getElementById("data")?.textContent ?? "null") as T;
}
