import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { LONG_TIME_LIMITS } from "@ittybit/test-support/commands/long-time-limits";

/** `ittybit-qa` as a process of its own, which a busy machine does not stop before its work is done. */
export class QaProcess {
  /** All of standard error so far. */
  err = "";
  /** All of standard output so far. */
  out = "";
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #closed: Promise<unknown>;

  /** @param bin file of the command */
  constructor(bin: string, args: readonly string[]) {
    const flags = [...LONG_TIME_LIMITS, bin, ...args];
    this.child = spawn(process.execPath, flags, { stdio: ["pipe", "pipe", "pipe"] });
    this.child.stdout.on("data", (chunk) => {
      this.out += chunk;
    });
    this.child.stderr.on("data", (chunk) => {
      this.err += chunk;
    });
    // a process that ends early closes its input
    this.child.stdin.on("error", () => {});
    this.#closed = once(this.child, "close");
  }

  /** The exit code, or the signal that ended it. */
  async ended(): Promise<number | string> {
    await this.#closed;
    return this.child.exitCode ?? (this.child.signalCode as string);
  }
}
