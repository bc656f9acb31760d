import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import type { Plugin } from "rolldown";

/** Emits the library's type declarations: those that the public face leads to, and no others. */
export function typeDeclarations(folder: string): Plugin {
  return {
    name: "type-declarations",
    generateBundle() {
      const emitted = mkdtempSync(join(tmpdir(), "prompt-assay-types-"));
      try {
        const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
        execFileSync(process.execPath, [compiler, "-p", "tsconfig.types.json", "--outDir", emitted], {
          stdio: "inherit",
        });
        for (const [path, source] of collect(emitted, "index.d.ts")) {
          this.emitFile({ type: "asset", fileName: posix.join(folder, path), source });
        }
      } finally {
        rmSync(emitted, { recursive: true, force: true });
      }
    },
  };
}

const specifier = /(?<=(?:\bfrom |\bimport\()")([^"]+)(?=")/g;

/** A file and all that it imports, by their paths; specifiers name the JavaScript beside them, as they have to. */
function collect(root: string, path: string, found = new Map<string, string>()): ReadonlyMap<string, string> {
  if (found.has(path)) return found;
  const targets: string[] = [];
  const source = readFileSync(join(root, path), "utf8").replace(specifier, (target) => {
    if (!target.startsWith(".")) throw new Error(`${path} names ${target}, which whoever installs the package lacks`);
    targets.push(posix.join(posix.dirname(path), target.replace(/\.ts$/, ".d.ts")));
    return target.replace(/\.ts$/, ".js");
  });
  found.set(path, source);
  for (const target of targets) collect(root, target, found);
  return found;
}
