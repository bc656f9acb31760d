// What the job of a pull request has to install: packages and megabytes on the disk, for README.md. It downloads them.
// Usage: node bench/installed.mjs [npm:NAME@VERSION] [pip:NAME==VERSION] …
import { execFileSync } from "node:child_process";
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { here, table } from "./support.mjs";

const others = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "prompt-assay-installed-"));
const run = (command, ...words) => execFileSync(command, words, { cwd: folder, encoding: "utf8", maxBuffer: 1e8 });

/** Packages with all that they need, and bytes of their files. */
const installers = {
  npm(wanted, target) {
    run("npm", "install", "--prefix", target, "--no-audit", "--no-fund", "--loglevel=error", wanted);
    const { packages } = JSON.parse(readFileSync(join(target, "node_modules", ".package-lock.json"), "utf8"));
    return { packages: Object.keys(packages).length, bytes: sizeOf(join(target, "node_modules")) };
  },
  pip(wanted, target) {
    run("python3", "-m", "venv", target);
    const python = join(target, "bin", "python");
    const before = sizeOf(target);
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wanted);
    const list = JSON.parse(run(python, "-m", "pip", "list", "--format=json", "--disable-pip-version-check"));
    return { packages: list.filter(({ name }) => name !== "pip").length, bytes: sizeOf(target) - before };
  },
};

function sizeOf(path) {
  const entry = lstatSync(path);
  if (!entry.isDirectory()) return entry.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

try {
  const packed = run("npm", "pack", "--silent", join(here, "..")).trim().split("\n").at(-1);
  const rows = [`npm:${join(folder, packed)}`, ...others].map((wanted, index) => {
    const [kind, name] = [wanted.slice(0, 3), wanted.slice(4)];
    const { packages, bytes } = installers[kind](name, join(folder, `target-${index}`));
    return [index === 0 ? "prompt-assay" : wanted, packages, Math.round(bytes / 1e6)];
  });
  process.stdout.write(table([["installed", "packages", "MB"], ...rows]));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
