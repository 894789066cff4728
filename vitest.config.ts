import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["@ittybit/source"] },
  ssr: { resolve: { conditions: ["@ittybit/source"], externalConditions: ["@ittybit/source"] } },
  test: {
    include: ["{packages,test}/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
