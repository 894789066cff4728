import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { LaunchOptions } from "playwright-core";

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

/**
 * Saves work that pays off only in pages that run for minutes: a compiler for hot code, and collecting garbage often
 * and in several threads.
 */
const SHORT_LIVED = "--js-flags=--no-turbofan --single-threaded-gc --min-semi-space-size=32";

/** What pages see of the machine: its fonts, time zone and language are the same everywhere. */
const environment = {
  FONTCONFIG_FILE: fileURLToPath(new URL("fonts.conf", import.meta.url)),
  TZ: "UTC",
  LANG: "C.UTF-8",
  LC_ALL: "C.UTF-8",
};

/** How the system's Chromium is started. */
export const options = (): LaunchOptions => ({
  executablePath,
  args,
  env: { ...process.env, ...environment },
});

/** How it is started for tests, whose pages are short-lived. */
export const testOptions = (): LaunchOptions => ({ ...options(), args: [...args, SHORT_LIVED] });
