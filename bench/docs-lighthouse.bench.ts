import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { serveSite } from "../scripts/start/site-server.js";
import { FROM_SOURCE } from "../scripts/step.js";
import type { Row } from "./bench.js";

export const title = "docs: points that Lighthouse takes off on a phone, of 100";

const execute = promisify(execFile);
const root = fileURLToPath(new URL("../", import.meta.url));

/** Fetched for the run and never installed here; the newest that Node 20 runs. */
const LIGHTHOUSE = "lighthouse@12.8.2";

const PAGES = {
  home: "index.html",
  "quick start": "guides/quick-start.html",
  createMedia: "operations/createMedia.html",
  "schema Media": "schemas/Media.html",
  "reference on one page": "reference/index.html",
} as const;

/** Points that a page may lose in speed; in everything else it may lose none. */
const SPEED_LIMIT = 5;
const REFERENCE_SPEED_LIMIT = 20;

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"];

interface Report {
  readonly categories: Readonly<Record<string, { readonly title: string; readonly score: number | null }>>;
}

/** The parts of Lighthouse and of Puppeteer, which it comes with, that are used here. */
interface Lighthouse {
  default(url: string, flags: object, config: undefined, page: Page): Promise<{ readonly lhr: Report }>;
  snapshot(page: Page, options: object): Promise<{ readonly lhr: Report }>;
}
interface Page {
  goto(url: string, options: object): Promise<unknown>;
  click(selector: string): Promise<void>;
  type(selector: string, text: string): Promise<void>;
  waitForSelector(selector: string): Promise<unknown>;
}
interface Puppeteer {
  launch(options: object): Promise<{ newPage(): Promise<Page>; close(): Promise<void> }>;
}

export async function* run(): AsyncGenerator<Row> {
  const folder = await mkdtemp(join(tmpdir(), "lighthouse-"));
  try {
    yield* measure(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* measure(folder: string): AsyncGenerator<Row> {
  await execute("npm", ["install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, LIGHTHOUSE]);
  const { resolve } = createRequire(join(folder, "bench.js"));
  const load = async (name: string) => import(pathToFileURL(resolve(name)).href);
  const lighthouse: Lighthouse = await load("lighthouse");
  const { default: puppeteer }: { default: Puppeteer } = await load("puppeteer-core");
  const site = join(folder, "site");
  const address = ["--output", site, "--site", "https://docs.example.com/"];
  await execute(process.execPath, [...FROM_SOURCE, "scripts/docs.ts", ...address], { cwd: root });
  const server = await serveSite(site, 0);
  const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
  const browser = await puppeteer.launch({ executablePath, args: FLAGS });
  try {
    const page = await browser.newPage();
    for (const [name, path] of Object.entries(PAGES)) {
      const flags = { logLevel: "error" };
      const { lhr } = await lighthouse.default(`${server.url}/${path}`, flags, undefined, page);
      yield* rowsOf(name, lhr);
    }
    await page.goto(`${server.url}/index.html`, { waitUntil: "networkidle0" });
    await page.click(".VPNavBarSearch button");
    await page.waitForSelector("#localsearch-input");
    await page.type("#localsearch-input", "upload");
    await page.waitForSelector("#localsearch-list .result");
    // A snapshot of a page in use has no speed.
    const { lhr } = await lighthouse.snapshot(page, { flags: { logLevel: "error" } });
    yield* rowsOf("search results", lhr).filter(({ name }) => !name.endsWith("Performance"));
  } finally {
    await browser.close();
    await server.close();
  }
}

function rowsOf(name: string, { categories }: Report): Row[] {
  return Object.values(categories).map(({ title: category, score }) => {
    const limit =
      category !== "Performance" ? 0 : name.startsWith("reference") ? REFERENCE_SPEED_LIMIT : SPEED_LIMIT;
    return {
      name: `${name}: ${category}`,
      value: 100 - Math.round((score ?? 0) * 100),
      unit: "points",
      limit,
    };
  });
}
