import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { buildMock } from "../scripts/build-mock.js";
import { freePort } from "../scripts/start/free-port.js";

const root = fileURLToPath(new URL("../", import.meta.url));

const prismCli = "node_modules/@stoplight/prism-cli/dist/index.js";

/** A server under measurement. */
export interface Server {
  readonly port: number;
  /** Milliseconds from its start to its first response. */
  readonly firstResponse: number;
  /** @param signal how it is asked to end. @default "SIGKILL" */
  close(signal?: NodeJS.Signals): Promise<void>;
}

/** Builds the mock as it is published and starts it. */
export async function startMock(): Promise<Server> {
  const dist = `${root}packages/mock/dist/`;
  await buildMock(dist);
  return startServer((port) => [`${dist}bin.js`, "--port", port]);
}

/** Starts the Prism that a person would start. */
export function startPrism(): Promise<Server> {
  return startServer((port) => [
    prismCli,
    "mock",
    "generated/openapi.yaml",
    "--host",
    "127.0.0.1",
    "--port",
    port,
  ]);
}

/** Starts Prism between a caller and a server that is there already. */
export function startPrismProxy(upstream: number): Promise<Server> {
  const api = ["generated/openapi.yaml", `http://127.0.0.1:${upstream}`];
  return startServer((port) => [prismCli, "proxy", ...api, "--host", "127.0.0.1", "--port", port]);
}

/** Milliseconds between two attempts to connect: often enough to measure, too seldom to slow the start. */
const pause = 25;

/** Starts a script of Node on a free port, and waits for its first response. @param args its file and arguments */
export async function startServer(args: (port: string) => string[]): Promise<Server> {
  const port = await freePort();
  const begin = performance.now();
  const child = spawn(process.execPath, args(String(port)), { cwd: root, stdio: "ignore" });
  while (!(await responds(port))) await new Promise((resolve) => setTimeout(resolve, pause));
  return {
    port,
    firstResponse: performance.now() - begin,
    close: (signal = "SIGKILL") => end(child, signal),
  };
}

async function responds(port: number): Promise<boolean> {
  const headers = { Authorization: "Bearer key" };
  return fetch(`http://127.0.0.1:${port}/media`, { headers }).then(
    (response) => response.ok,
    () => false,
  );
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  if (child.exitCode === null && child.signalCode === null) await once(child, "close");
}
