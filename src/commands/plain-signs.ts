/** The signs that we draw and write with, for a terminal that knows ASCII alone. */
const signs: Readonly<Record<string, string>> = {
  "─": "-",
  "├": "|",
  "┤": "|",
  "●": "*",
  "┊": ":",
  "│": "|",
  "−": "-",
  "–": "-",
  "…": "~",
  "“": '"',
  "”": '"',
  "’": "'",
  "·": ".",
  "⏎": "/",
  "→": ">",
  κ: "k",
};
const written = new RegExp(`[${Object.keys(signs).join("")}]`, "g");

/** Our own signs in ASCII, each in one column as before; what is foreign stays as it is. */
export function writePlainSigns(text: string): string {
  return text.replace(written, (sign) => signs[sign] ?? sign);
}

/**
 * Whether a terminal draws more than ASCII: not the console of Linux, not one whose locale names another encoding than UTF-8,
 * and on Windows those that are known to. Where nothing is set, as in most containers, it does.
 */
export function drawsUnicode(environment: Readonly<Record<string, string | undefined>>, platform: string): boolean {
  const { TERM, LC_ALL, LC_CTYPE, LANG, WT_SESSION, TERM_PROGRAM, ConEmuANSI } = environment;
  if (TERM === "linux") return false;
  if (platform === "win32") {
    return [WT_SESSION, TERM_PROGRAM, ConEmuANSI].some(Boolean) || /^(?:xterm|alacritty|cygwin)/.test(TERM ?? "");
  }
  const locale = LC_ALL || LC_CTYPE || LANG || "";
  return locale === "" || /utf-?8/i.test(locale);
}
