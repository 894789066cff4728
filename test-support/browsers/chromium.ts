import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";

const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

/** Whether this machine has a Chromium to test with. */
export const hasChromium = existsSync(executablePath);

/** No calls home, no GPU, no sandbox (tests run as root in containers). */
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What pages see of the machine: its fonts, time zone and language are the same everywhere. */
const environment = {
  FONTCONFIG_FILE: fileURLToPath(new URL("fonts.conf", import.meta.url)),
  TZ: "UTC",
  LANG: "C.UTF-8",
  LC_ALL: "C.UTF-8",
};

/** A page that hangs is found in any case; on a machine that is busy with other work, none fails for being slow. */
const TIMEOUT_MS = 90_000;

/** Starts the system's Chromium. */
export async function launchChromium(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...environment } });
  return browser.on("context", (context) => context.setDefaultTimeout(TIMEOUT_MS));
}
