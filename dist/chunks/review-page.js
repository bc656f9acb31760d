// src/report/review-script.ts
/**
* What runs in the page for review. Plain JavaScript of every browser, without a build: it stands in the page as it is, and
* the page's policy allows it by its hash and nothing else. Foreign texts are only ever set as text.
*/
const reviewScript = `"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  const data = JSON.parse(find("data").textContent);
  const key = "prompt-assay-review-" + data.id;
  const labels = new Map();
  let task = data.tasks[0];
  let position = 0;

  const itemsOf = (each) => data.items.filter((item) => (item.right !== undefined) === each.pair);
  const nameOf = (each, item) => each.name + " " + item.number;

  const save = () => {
    try { localStorage.setItem(key, JSON.stringify([...labels])); } catch {}
  };
  try {
    for (const [name, label] of JSON.parse(localStorage.getItem(key) ?? "[]")) labels.set(name, label);
  } catch {}

  const firstOpen = () => {
    const open = itemsOf(task).findIndex((item) => !labels.has(nameOf(task, item)));
    return open < 0 ? 0 : open;
  };

  const show = (id, text) => {
    find(id).textContent = text ?? "";
    find(id + "-part").hidden = text === null || text === undefined || text === "";
  };

  const draw = () => {
    const items = itemsOf(task);
    const item = items[position];
    const done = items.filter((each) => labels.has(nameOf(task, each))).length;
    find("count").textContent = done + " of " + items.length + " labelled";
    find("work").hidden = item === undefined;
    find("save").disabled = labels.size === 0;
    if (item === undefined) return;
    find("case").textContent = (position + 1) + ". " + item.promptName + ", case " + item.id;
    show("input", item.input);
    show("context", item.context);
    show("expected", item.expected);
    show("left", item.left);
    show("right", item.right);
    find("left-part").hidden = false;
    find("right-part").hidden = item.right === undefined;
    const chosen = labels.get(nameOf(task, item));
    const buttons = task.categories.map((category, index) => {
      const button = document.createElement("button");
      button.textContent = (index + 1) + "  " + category;
      button.setAttribute("aria-pressed", String(chosen === index));
      button.addEventListener("click", () => choose(index));
      return button;
    });
    find("choices").replaceChildren(...buttons);
  };

  const move = (step) => {
    const last = itemsOf(task).length - 1;
    position = Math.max(0, Math.min(last, position + step));
    draw();
  };

  const choose = (index) => {
    const item = itemsOf(task)[position];
    if (item === undefined || task.categories[index] === undefined) return;
    labels.set(nameOf(task, item), index);
    save();
    move(1);
  };

  /** Left and right are drawn by lot: only here it is told again which is which. */
  const toLine = (each, item, index) => {
    const base = { prompt: item.prompt, ...(each.scorer === null ? {} : { scorer: each.scorer }), id: item.id };
    if (!each.pair) return { ...base, output: item.left, label: each.categories[index] };
    const [baseline, candidate] = item.swapped ? [item.right, item.left] : [item.left, item.right];
    const sides = item.swapped ? ["candidate", "tie", "baseline"] : ["baseline", "tie", "candidate"];
    return { ...base, baseline, candidate, label: sides[index] };
  };

  const download = () => {
    const lines = data.tasks.flatMap((each) => itemsOf(each).flatMap((item) => {
      const index = labels.get(nameOf(each, item));
      return index === undefined ? [] : [JSON.stringify(toLine(each, item, index)) + "\\n"];
    }));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(lines, { type: "application/jsonl" }));
    link.download = "labels.jsonl";
    link.click();
  };

  const select = find("task");
  select.replaceChildren(...data.tasks.map((each, index) => {
    const option = document.createElement("option");
    option.value = String(index);
    option.textContent = each.title;
    return option;
  }));
  select.addEventListener("change", () => {
    task = data.tasks[Number(select.value)];
    position = firstOpen();
    select.blur();
    draw();
  });
  find("save").addEventListener("click", download);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^[1-9]$/.test(event.key)) choose(Number(event.key) - 1);
    else if (event.key === "ArrowLeft") move(-1);
    else if (event.key === "ArrowRight") move(1);
    else if (event.key === "s") download();
    else return;
    event.preventDefault();
  });
  position = firstOpen();
  draw();
})();
`;

// src/report/review-page.ts
/**
* A page that holds all it needs: it loads nothing, sends nothing, and runs nothing but its own script. What models wrote
* stands in it as data and gets into the document as text alone.
*
* @param hash SHA-256 in Base64, for the policy
*/
function renderReviewPage(data, hash) {
	const policy = [
		"default-src 'none'",
		`script-src 'sha256-${hash(reviewScript)}'`,
		`style-src 'sha256-${hash(style)}'`,
		"base-uri 'none'",
		"form-action 'none'"
	].join("; ");
	const json = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`);
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
<script type="application/json" id="data">${json}<\/script>
<script>${reviewScript}<\/script>
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

export { renderReviewPage };