import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/**
 * The generator of types, with the compiler that prints them. Both are loaded as CommonJS: for an ES module Node reads
 * the nine megabytes of the compiler twice more, to find the names that it exports.
 */
export const openapiTypeScript: typeof import("openapi-typescript") = require("openapi-typescript");

/** The API of the TypeScript compiler. */
export const typescript: typeof import("typescript") = require("typescript");
