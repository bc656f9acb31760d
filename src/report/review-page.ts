import { reviewScript } from "./review-script.ts";

/** What a person is asked about each item; keys 1, 2, … choose a category. */
export interface ReviewTask {
  readonly name: string;
  /** As the page's list shows it. */
  readonly title: string;
  /** The judge whose labels these are; null: of none. */
  readonly scorer: string | null;
  /** Whether two outputs are held against each other: then the categories are left, tie, right. */
  readonly pair: boolean;
  readonly categories: readonly string[];
}

/** One output, or two of the same case, of which nobody sees whose they are. */
export interface ReviewItem {
  readonly number: number;
  readonly prompt: string;
  readonly promptName: string;
  readonly id: string;
  /** What is known of the case; null where it is not. */
  readonly input: string | null;
  readonly context: string | null;
  readonly expected: string | null;
  readonly left: string;
  readonly right?: string;
  /** Whether the candidate stands on the left. */
  readonly swapped?: boolean;
}

export interface ReviewData {
  /** Tells one review from another where the browser keeps what was labelled. */
  readonly id: string;
  readonly tasks: readonly ReviewTask[];
  readonly items: readonly ReviewItem[];
}

/**
 * A page that holds all it needs: it loads nothing, sends nothing, and runs nothing but its own script. What models wrote
 * stands in it as data and gets into the document as text alone.
 *
 * @param hash SHA-256 in Base64, for the policy
 */
export function renderReviewPage(data: ReviewData, hash: (text: string) => string): string {
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash(reviewScript)}'`,
    `style-src 'sha256-${hash(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  // Nothing in a string of JSON needs these characters as they are; without them no text can end the element.
  const json = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Prompt Assay: review</title>
<style>${style}</style>
</head>
<body>
<header>
<label>Label <select id="task"></select></label>
<span id="count" aria-live="polite"></span>
<button id="save">Save labels.jsonl</button>
</header>
<p class="help">Keys: a number chooses and goes on, ← and → move, s saves. Which version an output is from is not shown, and their order is drawn by lot.</p>
<main id="work">
<h1 id="case"></h1>
<section id="input-part"><h2>Input</h2><pre id="input"></pre></section>
<section id="context-part"><h2>Context</h2><pre id="context"></pre></section>
<section id="expected-part"><h2>Expected</h2><pre id="expected"></pre></section>
<div class="outputs">
<section id="left-part"><h2>Output</h2><pre id="left"></pre></section>
<section id="right-part"><h2>Other output</h2><pre id="right"></pre></section>
</div>
<div id="choices" role="group" aria-label="Label"></div>
</main>
<script type="application/json" id="data">${json}</script>
<script>${reviewScript}</script>
</body>
</html>
`;
}

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 80rem; padding: 1rem; }
header { display: flex; gap: 1rem; align-items: center; flex-wrap: wrap; }
h1 { font-size: 1.2rem; }
h2 { font-size: 0.9rem; margin: 0.5rem 0 0.2rem; opacity: 0.7; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; padding: 0.7rem; border: 1px solid #8886; border-radius: 6px; max-height: 30rem; overflow: auto; }
.outputs { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1rem; }
.help { opacity: 0.7; }
#choices { display: flex; gap: 0.5rem; flex-wrap: wrap; margin: 1rem 0; position: sticky; bottom: 0; }
button { font: inherit; padding: 0.4rem 0.9rem; white-space: pre; }
button[aria-pressed="true"] { outline: 3px solid #2a7; }
`;
