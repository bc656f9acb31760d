// Pictures of comments: the demo's for README.md, those under fixtures/reports for docs/github.md. npm run pictures
// It takes a Chromium: the one in CHROMIUM, or `chromium` in PATH.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

const browser = process.env.CHROMIUM ?? "chromium";
const width = 880;
/** Longer comments are shown as far as a reader sees them without scrolling much. */
const tallest = 1100;

const comments = [
  "regression",
  "improvement",
  "no-regression",
  "inconclusive-worse",
  "error",
  "first-run",
  "nothing-changed",
  "forty-prompts",
];

const style = `
  body { margin: 0; padding: 12px; background: #fff; }
  main { margin: 0; border: 1px solid #d0d7de; border-radius: 6px; padding: 4px 16px; overflow: hidden;
    font: 14px/1.5 "DejaVu Sans", Helvetica, Arial, sans-serif; color: #1f2328; }
  h2 { font-size: 19px; border-bottom: 1px solid #d1d9e0; padding-bottom: 6px; }
  code, pre { font: 12px "DejaVu Sans Mono", Consolas, monospace; background: #eff1f3; border-radius: 4px; }
  code { padding: 2px 4px; white-space: break-spaces; } pre { padding: 10px; overflow: auto; }
  table { border-collapse: collapse; font-size: 12px; } td, th { border: 1px solid #d1d9e0; padding: 5px 8px; }
  td code { white-space: nowrap; } summary { cursor: pointer; margin: 6px 0; } sub { color: #59636e; }
`;

const folder = mkdtempSync(join(tmpdir(), "comment-pictures-"));
const output = new URL("../docs/pictures/", import.meta.url).pathname;
mkdirSync(output, { recursive: true });

/** Runs the browser without a window, a profile of its own each time. */
function browse(...words) {
  const profile = mkdtempSync(join(folder, "profile-"));
  const flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", `--user-data-dir=${profile}`];
  return execFileSync(browser, [...flags, ...words], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

/** The comment that the demo's pull request would get. */
function commentOfDemo() {
  const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
  const demos = join(folder, "demos");
  mkdirSync(demos);
  execFileSync(process.execPath, [cli, "demo"], { env: { ...process.env, TMPDIR: demos }, stdio: "ignore" });
  return readFileSync(join(demos, readdirSync(demos)[0], "reports", "comment.md"), "utf8");
}

function draw(name, markdown) {
  const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
  const script = "<script>document.documentElement.dataset.height = document.documentElement.scrollHeight</script>";
  const page = join(folder, `${name}.html`);
  writeFileSync(page, `<!doctype html><meta charset="utf-8"><style>${style}</style><main>${html}</main>${script}`);
  const size = `--window-size=${width},400`;
  const height = Number(/data-height="(\d+)"/.exec(browse(size, "--dump-dom", `file://${page}`))?.[1] ?? tallest);
  const shown = `--window-size=${width},${Math.min(height, tallest)}`;
  browse(shown, `--screenshot=${join(output, `${name}.png`)}`, `file://${page}`);
}

try {
  draw("comment", commentOfDemo());
  for (const name of comments) {
    draw(name, readFileSync(new URL(`../fixtures/reports/${name}.md`, import.meta.url), "utf8"));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
