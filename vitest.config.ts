import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LESS_INLINING } from "./scripts/less-inlining.js";
import { testFiles } from "./scripts/test/kinds.js";
import WorkerOrder from "./scripts/test/worker-order.js";

const { quick, whole } = testFiles(fileURLToPath(new URL(".", import.meta.url)), ["packages", "test"]);

/** A test that hangs is found in any case; on a machine that is busy with other work, none fails for being slow. */
const TIMEOUT_MS = 600_000;

/** A machine may reach the internet through a proxy. What the tests start is on the machine itself. */
const LOOPBACK = "127.0.0.1,localhost";

export default defineConfig(({ mode }) => ({
  resolve: { conditions: ["@ittybit/source"] },
  ssr: { resolve: { conditions: ["@ittybit/source"], externalConditions: ["@ittybit/source"] } },
  test: {
    // Most tests wait for processes of their own, so one worker a core leaves none idle.
    maxWorkers: "100%",
    sequence: { sequencer: WorkerOrder },
    globalSetup: "scripts/test/built-threads.ts",
    setupFiles: ["test-support/environment/plain-output.ts", "test-support/matchers/compare-bytes.ts"],
    env: { NO_PROXY: LOOPBACK, no_proxy: LOOPBACK },
    testTimeout: TIMEOUT_MS,
    hookTimeout: TIMEOUT_MS,
    expect: { poll: { timeout: TIMEOUT_MS / 2 } },
    // `--mode quick` leaves out what needs a process, a build or a browser. All files are one project: a worker, and the
    // packages that it has loaded, serve any file of the same project.
    include: mode === "quick" ? quick : [...quick, ...whole],
    // They leave nothing behind, so that a worker loads the packages once for all of them.
    isolate: false,
    execArgv: [LESS_INLINING],
  },
}));
