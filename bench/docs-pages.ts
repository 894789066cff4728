import { execFile } from "node:child_process";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { FROM_SOURCE } from "../scripts/step.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../", import.meta.url));

/** A way to show the same operation of the same contract. */
export interface DocsPage {
  readonly name: string;
  /** Path in the served folder. */
  readonly path: string;
}

/** Others that render the bundle; their packages are fetched for the run and never installed. */
const others = { scalar: "@scalar/api-reference@1.72.1", swagger: "swagger-ui-dist@5.35.0" };

/** Builds our site and the same contract in Redoc, Scalar and Swagger UI below one folder. */
export async function buildPages(folder: string): Promise<DocsPage[]> {
  const docs = [...FROM_SOURCE, "scripts/docs.ts", "--output", join(folder, "ours")];
  await run(process.execPath, docs, { cwd: root });
  for (const [name, pack] of Object.entries(others)) await unpack(folder, name, pack);
  const contract = await readFile(join(root, "generated/openapi.json"), "utf8");
  await cp(join(folder, "scalar/dist/browser/standalone.js"), join(folder, "scalar.js"));
  await writeFile(join(folder, "scalar.html"), scalarPage(contract));
  await cp(join(folder, "swagger/swagger-ui-bundle.js"), join(folder, "swagger.js"));
  await cp(join(folder, "swagger/swagger-ui.css"), join(folder, "swagger.css"));
  await writeFile(join(folder, "swagger.html"), swaggerPage(contract));
  return [
    { name: "ours", path: "ours/operations/createMedia.html" },
    { name: "Redoc", path: "ours/reference/index.html#/media/createmedia" },
    { name: "Scalar", path: "scalar.html" },
    { name: "Swagger UI", path: "swagger.html#/Media/createMedia" },
  ];
}

async function unpack(folder: string, name: string, pack: string): Promise<void> {
  await mkdir(join(folder, name));
  const { stdout } = await run("npm", ["pack", pack, "--silent", "--pack-destination", folder], {
    cwd: folder,
  });
  const file = stdout.trim().split("\n").at(-1) ?? "";
  await run("tar", ["-xzf", join(folder, file), "--strip-components=1", "-C", join(folder, name)]);
}

const inScript = (json: string): string => json.replaceAll("<", "\\u003c");

const scalarPage = (contract: string): string => `<!doctype html><meta charset="utf-8"><title>Scalar</title>
<div id="app"></div><script src="scalar.js"></script>
<script>Scalar.createApiReference("#app", { content: ${inScript(contract)}, withDefaultFonts: false });</script>`;

const swaggerPage = (
  contract: string,
): string => `<!doctype html><meta charset="utf-8"><title>Swagger UI</title>
<link rel="stylesheet" href="swagger.css"><div id="app"></div><script src="swagger.js"></script>
<script>SwaggerUIBundle({ spec: ${inScript(contract)}, dom_id: "#app", deepLinking: true });</script>`;
