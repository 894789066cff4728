import { defaultClientConditions, defineConfig } from "vite";

export default defineConfig({
  base: "./",
  // The sources of @ittybit/client, in the repository that it comes from.
  resolve: { conditions: ["@ittybit/source", ...defaultClientConditions] },
});
