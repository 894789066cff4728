import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Where the imports of compiled validators begin. */
const schemaFolder = fileURLToPath(new URL("../../packages/contract/src/schema", import.meta.url));

/** Makes one module without imports of the source that the contract's compiler emits. */
export async function bundleValidators(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: schemaFolder },
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    logLevel: "silent",
    legalComments: "none",
  });
  return outputFiles[0]?.text ?? "";
}
