type Environment = Readonly<Record<string, string | undefined>>;

/** What a program needs to find its tools and its folders; nothing that is secret. */
const basics = ["PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR"];
const windowsBasics = ["SystemRoot", "ComSpec", "PATHEXT", "TEMP", "TMP", "USERPROFILE", "APPDATA", "LOCALAPPDATA"];

/** The basics and the variables that assay.yml names, and no others. */
export function programEnvironment(environment: Environment, named: readonly string[]): Record<string, string> {
  const windows = process.platform === "win32";
  const wanted = [...basics, ...(windows ? windowsBasics : []), ...named];
  const find = (name: string): string | undefined => {
    // On Windows names are written as anybody likes.
    const written = windows ? Object.keys(environment).find((key) => key.toUpperCase() === name.toUpperCase()) : name;
    return written === undefined ? undefined : environment[written];
  };
  return Object.fromEntries(
    wanted.flatMap((name) => {
      const value = find(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
