import { defineConfig } from "vitest/config";
import { pages } from "./scripts/pages.ts";

export default defineConfig({
  plugins: [pages()],
  test: {
    include: ["__tests__/**/*.test.ts"],
    globalSetup: ["__tests__/support/temporary-folder.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
