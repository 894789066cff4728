import { createRequire } from "node:module";

/** The generator of types. Loaded as CommonJS, it loads the compiler that prints them as CommonJS too. */
export const openapiTypeScript: typeof import("openapi-typescript") = createRequire(import.meta.url)(
  "openapi-typescript",
);
