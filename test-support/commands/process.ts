import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:net";
import { fileURLToPath } from "node:url";
import { FROM_SOURCE } from "../../scripts/step.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A command of this repository that was started as a real process. */
export class Running {
  /** All of standard output so far. */
  out = "";
  /** All of standard error so far. */
  err = "";
  readonly #child: ChildProcess;

  /**
   * @param args what Node runs, and its arguments
   * @param env what its environment has besides
   * @param folder where it runs; the root of the repository
   */
  constructor(args: readonly string[], folder = root, env: Readonly<Record<string, string>> = {}) {
    const flags = args[0]?.endsWith(".ts") ? FROM_SOURCE : [];
    this.#child = spawn(process.execPath, [...flags, ...args], {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child.stdout?.on("data", (chunk) => {
      this.out += chunk;
    });
    this.#child.stderr?.on("data", (chunk) => {
      this.err += chunk;
    });
  }

  /** Waits until standard output matches. @throws where the process ends first. */
  says(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(this.out);
        if (match) resolve(match);
      };
      look();
      this.#child.stdout?.on("data", look);
      this.#child.once("close", (code) => reject(new Error(`ended with ${code}: ${this.err}`)));
    });
  }

  /** The exit code, once the process has ended. */
  async ended(): Promise<number | null> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await once(this.#child, "close");
    return this.#child.exitCode;
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  end(signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> {
    this.signal(signal);
    return this.ended();
  }
}

/** A port of 127.0.0.1 that is taken until `close`. */
export async function takenPort(): Promise<{ port: number; close(): void }> {
  const server: Server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}
