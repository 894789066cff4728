import type { Document } from "./document/document.js";
import { semanticVersion } from "./emit-version.js";
import type { EmitContext, Output } from "./output.js";

/** The manifest of @ittybit/openapi, in the version of the contract: one entry for each file of generated/. */
export function emitPackage(document: Document, { outputs }: EmitContext): string {
  const manifest = {
    name: "@ittybit/openapi",
    version: semanticVersion(document),
    private: true,
    description: "The Ittybit media API: OpenAPI document, types, operation table and Postman collection.",
    license: "MIT",
    type: "module",
    sideEffects: false,
    engines: { node: ">=20.19.0" },
    exports: Object.fromEntries(
      outputs.flatMap(({ entry, file }) => (entry === undefined ? [] : [[entry, target(file, outputs)]])),
    ),
    files: ["dist", ...outputs.map(({ file }) => file).filter((file) => file !== "package.json")],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/**
 * TypeScript is opened as source inside this repository, and as compiled JavaScript outside it. JavaScript that
 * has a `.d.ts` beside it is opened with that.
 */
function target(file: string, outputs: readonly Output[]): unknown {
  const [, name, extension] = file.match(/^(.+)\.(ts|js)$/) ?? [];
  const types = `./${name}.d.ts`;
  if (extension === "ts") {
    return { "@ittybit/source": `./${file}`, types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` };
  }
  return outputs.some((output) => `./${output.file}` === types)
    ? { types, default: `./${file}` }
    : `./${file}`;
}
