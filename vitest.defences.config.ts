import { defineConfig } from "vitest/config";

/** `npm run defences`: takes out the line that each attack's test rests on, and sees it fail. Takes some minutes. */
export default defineConfig({
  test: { include: ["__tests__/defences.run.ts"], testTimeout: 600_000, hookTimeout: 120_000 },
});
