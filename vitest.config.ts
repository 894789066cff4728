import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["@ittybit/source"] },
  ssr: { resolve: { conditions: ["@ittybit/source"], externalConditions: ["@ittybit/source"] } },
  test: {
    include: ["{packages,test}/**/*.test.ts"],
    // Most tests wait for processes of their own, so one worker a core leaves none idle.
    maxWorkers: "100%",
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
