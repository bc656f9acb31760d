/** Characters; a name stands in paths, tables and comments. */
const lengthLimit = 80;

/** Gives prompts of one file different names: what they are called there, brought to what a name may be. */
export function createNames(): (wanted: string | null, index: number) => string {
  const taken = new Set<string>();
  return (wanted, index) => {
    const written = (wanted ?? "")
      .replace(/[/\\\p{Cc}]+/gu, "-")
      .replace(/\s+/g, " ")
      .trim()
      .slice(0, lengthLimit);
    const base = /^\.{0,2}$/.test(written) ? `prompt-${index + 1}` : written;
    let name = base;
    for (let count = 2; taken.has(name); count += 1) name = `${base}-${count}`;
    taken.add(name);
    return name;
  };
}
