import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserServer, chromium } from "playwright-core";

const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

/** Whether this machine has a Chromium to test with. */
export const hasChromium = existsSync(executablePath);

/** What Playwright switches off. A second switch replaces the one that it passes, and so repeats it. */
const OFF_IN_PLAYWRIGHT = [
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "TcpPortRandomizationWin",
  "ThirdPartyStoragePartitioning",
  "msEdgeUpdateLaunchServicesPreferredVersion",
  "msForceBrowserSignIn",
];

/** Pages of the address bar, which nobody sees: two for each context, and they take most of its time. */
const ADDRESS_BAR_PAGES = ["WebUIOmniboxAimPopup", "WebUIOmniboxPopup"];

/** No calls home, no GPU, no sandbox (tests run as root in containers). */
const args = [
  `--disable-features=${[...OFF_IN_PLAYWRIGHT, ...ADDRESS_BAR_PAGES].join()}`,
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--force-prefers-reduced-motion",
];

/** What pages see of the machine: its fonts, time zone and language are the same everywhere. */
const environment = {
  FONTCONFIG_FILE: fileURLToPath(new URL("fonts.conf", import.meta.url)),
  TZ: "UTC",
  LANG: "C.UTF-8",
  LC_ALL: "C.UTF-8",
};

/** A page that hangs is found in any case; on a machine that is busy with other work, none fails for being slow. */
const TIMEOUT_MS = 300_000;

const options = () => ({ executablePath, args, env: { ...process.env, ...environment } });

/** Starts the system's Chromium for other processes, which connect to its `wsEndpoint()`. */
export const serveChromium = (): Promise<BrowserServer> => chromium.launchServer(options());

/** Starts the system's Chromium. */
export async function launchChromium(): Promise<Browser> {
  const browser = await chromium.launch(options());
  return browser.on("context", (context) => context.setDefaultTimeout(TIMEOUT_MS));
}
