import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { hasChromium, launchChromium } from "@ittybit/test-support/browsers/chromium";
import { build } from "esbuild";
import type { Environment, Results, Setup } from "./environment.js";

declare function runAll(api: string, image: string): Promise<Results>;

/** A page in the browser of this machine. */
export const CHROMIUM: Environment = { name: "Chromium", run: inPage };

async function inPage({ folder, api, path }: Setup): Promise<Results | null> {
  if (!hasChromium) return null;
  const server = createServer((_incoming, outgoing) =>
    outgoing.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><title>client</title>"),
  );
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.addScriptTag({ content: await bundled(join(folder, "page.mjs")) });
    const image = await readFile(path, "base64");
    return await page.evaluate(({ api, image }) => runAll(api, image), { api, image });
  } finally {
    await browser.close();
    server.close();
  }
}

async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    ...{ bundle: true, write: false, platform: "browser", format: "iife" },
    define: { "process.env.NODE_ENV": '"production"' },
  });
  return outputFiles[0]?.text ?? "";
}
