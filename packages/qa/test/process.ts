import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";

const source = ["--conditions=@ittybit/source", "--import", "tsx"];
const bin = fileURLToPath(new URL("../src/bin.ts", import.meta.url));

/** `ittybit-qa` as a process of its own. */
export class QaProcess {
  /** All of standard error so far. */
  err = "";
  /** All of standard output so far. */
  out = "";
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #closed: Promise<unknown>;

  constructor(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    this.child = spawn(process.execPath, [...source, bin, ...args], {
      stdio: ["pipe", "pipe", "pipe"],
      env: { ...process.env, ...env },
    });
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

/** Runs `ittybit-qa` to its end. */
export async function runProcess(args: readonly string[], stdin = "") {
  const qa = new QaProcess(args);
  qa.child.stdin.end(stdin);
  return { code: await qa.ended(), out: qa.out, err: qa.err };
}
