import { createRequire } from "node:module";

/**
 * The API of the TypeScript compiler, loaded as CommonJS: for an ES module Node reads its nine megabytes twice more, to
 * find the names that it exports.
 */
export const typescript: typeof import("typescript") = createRequire(import.meta.url)("typescript");
