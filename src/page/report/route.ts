/** Which prompt the page shows, and which of its cases; as the address says it: `#triage/ticket-7`. */
export interface Route {
  readonly prompt: string | null;
  readonly caseId: string | null;
}

export function parseRoute(hash: string): Route {
  const [prompt = "", ...rest] = hash.replace(/^#/, "").split("/");
  const caseId = rest.join("/");
  return { prompt: decode(prompt), caseId: decode(caseId) };
}

export function formatRoute({ prompt, caseId }: Route): string {
  if (prompt === null) return "#";
  return `#${encode(prompt)}${caseId === null ? "" : `/${encode(caseId)}`}`;
}

/** Whether a name is the one of the address, which knows no halves of characters. */
export function isNamed(name: string, part: string | null): boolean {
  return part !== null && name.toWellFormed() === part;
}

function encode(name: string): string {
  return encodeURIComponent(name.toWellFormed());
}

/** A link that somebody shortened or wrote by hand is no reason to fail. */
function decode(part: string): string | null {
  if (part === "") return null;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
