import { defineConfig } from "rolldown";
import { pages } from "./scripts/pages.ts";
import { thirdPartyLicenses } from "./scripts/third-party-licenses.ts";

const inPages = new Set<string>();

/** ESM, split at dynamic imports, not minified but for pages: a diff of dist can be reviewed, and `--help` loads no SDK. */
export default defineConfig({
  input: { action: "src/action.ts", cli: "src/cli.ts", index: "src/index.ts" },
  platform: "node",
  plugins: [pages((id) => inPages.add(id)), thirdPartyLicenses("THIRD-PARTY-LICENSES.txt", inPages)],
  output: {
    dir: "dist",
    format: "esm",
    cleanDir: true,
    entryFileNames: "[name].js",
    chunkFileNames: "chunks/[name].js",
    minify: false,
    sourcemap: false,
  },
});
