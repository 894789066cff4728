import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { builtScripts } from "../../scripts/cache/shared-builds.js";
import { LONG_TIME_LIMITS } from "../commands/long-time-limits.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** An `ittybit-qa proxy` as a process of its own, which waits for what is under way on a busy machine too. */
export class ProxyProcess {
  readonly #child: ChildProcess;
  readonly #closed: Promise<unknown>;
  out = "";
  err = "";

  private constructor(bin: string, args: readonly string[], env: NodeJS.ProcessEnv) {
    const command = [bin, "proxy", "--listen", "127.0.0.1:0", ...args];
    this.#child = spawn(process.execPath, [...LONG_TIME_LIMITS, ...command], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
    });
    this.#closed = once(this.#child, "close");
    this.#child.stdout?.on("data", (chunk) => {
      this.out += chunk;
    });
    this.#child.stderr?.on("data", (chunk) => {
      this.err += chunk;
    });
  }

  static async start(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<ProxyProcess> {
    const started = new ProxyProcess(join(await builtScripts("qa"), "bin.js"), args, env);
    await started.waitForLog(/Listening on/);
    return started;
  }

  get port(): number {
    return Number(/Listening on \S+:(\d+)\./.exec(this.err)?.[1]);
  }

  /** Waits until standard error matches. @throws where the process ends first */
  waitForLog(pattern: RegExp): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => pattern.test(this.err) && resolve();
      this.#child.stderr?.on("data", look);
      void this.#closed.then(() => reject(new Error(`ended: ${this.err}`)));
      look();
    });
  }

  /** Most memory that it ever took, in bytes. */
  get peakMemory(): number {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, "utf8");
    return Number(/VmHWM:\s*(\d+) kB/.exec(status)?.[1]) * 1024;
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Exit code, or the signal that ended it. */
  async ended(): Promise<number | NodeJS.Signals | null> {
    await this.#closed;
    return this.#child.exitCode ?? this.#child.signalCode;
  }
}
