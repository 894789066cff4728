import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { buildOnce } from "../../cache/build-once.js";
import { contentKey } from "../../cache/content-key.js";
import type { Document } from "../../generate/document/document.js";
import { languages } from "../samples/sample.js";
import { annotate } from "./annotate.js";
import { browserScript } from "./browser-script.js";
import { withCodeSamples } from "./code-samples.js";
import { selfContained } from "./embed-logo.js";
import { finishReference } from "./finish-reference.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const redocly = join(
  dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")),
  "bin/cli.js",
);

const PAGE = "index.html";

/** What the page depends on besides the document. */
const SOURCES = [
  "docs/reference",
  "docs/.vitepress",
  "scripts/docs",
  "node_modules/@redocly/cli/package.json",
];

/**
 * Renders the reference from a bundle, as one page that loads nothing else. The same document is rendered once, and
 * copied after that.
 *
 * @param signal stops Redocly
 * @throws where the bundle cannot be read or rendered, naming the file and what to do.
 */
export async function renderReference(bundle: string, output: string, signal?: AbortSignal): Promise<void> {
  const document = annotate(withCodeSamples((await readBundle(bundle)) as Document)) as object;
  const key = await contentKey(root, SOURCES, JSON.stringify(document));
  const write = (folder: string) => render(document, join(folder, PAGE), signal);
  const built = await buildOnce({ name: "reference", key, write });
  await mkdir(dirname(output), { recursive: true });
  await cp(join(built, PAGE), output);
}

async function render(document: object, output: string, signal: AbortSignal | undefined): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "reference-"));
  try {
    const source = join(folder, "openapi.json");
    const page = join(folder, PAGE);
    await writeFile(source, JSON.stringify(document));
    await buildDocs(source, page, signal);
    const built = selfContained(await readFile(page, "utf8"));
    await writeFile(output, finishReference(built, await browserScript("reference.ts")));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Reads the bundled contract.
 * @throws where it is missing or is no JSON, naming the file.
 */
export async function readBundle(bundle: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(bundle, "utf8"));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? "there is no such file" : message;
    throw new Error(`${relative(process.cwd(), bundle)}: ${reason}. Run npm run generate.`);
  }
}

async function buildDocs(source: string, page: string, signal: AbortSignal | undefined): Promise<void> {
  const template = join(root, "docs/reference/template.hbs");
  const options = JSON.stringify({
    hideDownloadButtons: true,
    jsonSamplesExpandLevel: 4,
    // Redoc drops samples whose label is not configured.
    codeSamples: { languages: languages.map(({ highlight, label }) => ({ lang: highlight, label })) },
  });
  const args = ["build-docs", source, "--inlineBundle", "--output", page, "--template", template];
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const run = promisify(execFile)(process.execPath, [redocly, ...args, "--openapi", options], {
    env,
    signal,
  });
  await run.catch((error: Error & { stderr?: string }) => {
    const notice = /^\s*[╔║╚].*$/gm;
    throw new Error(`Redocly: ${(error.stderr || error.message).replace(notice, "").trim()}. `);
  });
}
