import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { type Plugin, rolldown } from "rolldown";
import { describePackages } from "./third-party-licenses.ts";

const prefix = "virtual:page-";
const folder = resolve(import.meta.dirname, "..", "src", "page");

/**
 * Builds the pages of src/page into the bundle: `import("virtual:page-NAME")` gives the page of src/page/NAME as a `PageTemplate`,
 * made of its `main.tsx`, bundled and minified, and its `style.css` after that of all pages. Each page is a chunk of its
 * own, loaded where it is imported. `onModule` is told every module whose code is in a page.
 */
export function pages(onModule: (id: string) => void = () => {}): Plugin {
  return {
    name: "pages",
    // The chunk is named by the last part of the path, where no file is.
    resolveId: (id) => (id.startsWith(prefix) ? join(folder, `page-${id.slice(prefix.length)}`) : null),
    async load(id) {
      const [, name] = /^page-(\w+)$/.exec(relative(folder, id)) ?? [];
      if (name === undefined) return null;
      const { template, modules } = await buildPage(name);
      for (const module of modules) onModule(module);
      return { code: `export const template = ${JSON.stringify(template)};`, moduleType: "js" };
    },
  };
}

async function buildPage(name: string) {
  const [{ script, modules }, common, own] = await Promise.all([
    bundleScript(join(folder, name, "main.tsx")),
    readFile(join(folder, "style.css"), "utf8"),
    readFile(join(folder, name, "style.css"), "utf8"),
  ]);
  const style = shrinkStyle(`${common}\n${own}`);
  // Where data goes between the two, the script finds it when it runs, and nothing after it has to be read first.
  const start = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Prompt Assay</title>
<style>${style}</style>
</head>
<body>
<div id="page"><noscript>This page is drawn by a script of its own, which your browser does not run.</noscript></div>
`;
  const licences = `Contains code of:\n\n${describePackages(modules)}`.replaceAll("-->", "-- >");
  return {
    template: { start, script: `<script>${script}</script>\n`, end: `</body>\n<!--\n${licences}-->\n</html>\n` },
    modules,
  };
}

/** It loads nothing, sends nothing, and runs nothing but its own script. */
function policyOf(script: string, style: string): string {
  const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  return [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

async function bundleScript(input: string) {
  const bundle = await rolldown({ input, platform: "browser" });
  try {
    const { output } = await bundle.generate({ format: "iife", minify: true });
    const [chunk] = output;
    const script = chunk.code.trim();
    // Such a text would end the element that it stands in.
    if (/<\/script|<!--/i.test(script)) throw new Error(`the script of ${input} holds a tag of HTML`);
    return { script, modules: Object.keys(chunk.modules) };
  } finally {
    await bundle.close();
  }
}

function shrinkStyle(style: string): string {
  return style
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}
