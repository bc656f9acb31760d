import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "rolldown";

/** Emits the licences of every package whose code is in the bundle, sorted by name; `others` are modules within it. */
export function thirdPartyLicenses(fileName: string, others: ReadonlySet<string>): Plugin {
  return {
    name: "third-party-licenses",
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) =>
        chunk.type === "chunk" ? Object.keys(chunk.modules) : [],
      );
      this.emitFile({ type: "asset", fileName, source: describePackages([...modules, ...others]) });
    },
  };
}

/** Name, version and licence of each package that one of the modules is from, sorted by name. */
export function describePackages(modules: Iterable<string>): string {
  const folders = new Set<string>();
  for (const id of modules) {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replace(/^\0/, "").replaceAll("\\", "/"))?.[0];
    if (folder !== undefined) folders.add(folder);
  }
  const entries = new Map([...folders].map((folder) => describe(folder)));
  const names = [...entries.keys()].sort();
  return names.map((name) => entries.get(name)).join(`\n${"-".repeat(72)}\n\n`);
}

function describe(folder: string): readonly [name: string, text: string] {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Record<string, string>;
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (file === undefined && manifest["license"] === undefined) throw new Error(`no licence found in ${folder}`);
  const text =
    file === undefined ? "" : `\n${readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim()}\n`;
  const name = `${manifest["name"]} ${manifest["version"]}`;
  return [name, `${name}\nLicence: ${manifest["license"]}\n${text}`];
}
