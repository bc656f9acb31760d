import { defineConfig } from "rolldown";
import { thirdPartyLicenses } from "./scripts/third-party-licenses.ts";
import { typeDeclarations } from "./scripts/type-declarations.ts";

/** ESM, split at dynamic imports, not minified: a diff of dist can be reviewed, and `--help` loads no SDK. */
export default defineConfig({
  input: { action: "src/action.ts", cli: "src/cli.ts", index: "src/index.ts" },
  platform: "node",
  plugins: [thirdPartyLicenses("THIRD-PARTY-LICENSES.txt"), typeDeclarations("types")],
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
