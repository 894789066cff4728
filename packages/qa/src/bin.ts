#!/usr/bin/env node
import { fstatSync } from "node:fs";
import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import { run } from "./cli/run.js";

// Each thread compiles for itself. Functions that inline less are compiled in half the time, and run as fast.
setFlagsFromString("--max-inlined-bytecode-size-cumulative=200");

/** Whether standard input is a pipe, and read: shells and Node connect processes by pipes or sockets. */
function readsPipe(): boolean {
  try {
    const stdin = fstatSync(0);
    return process.argv.includes("-") && (stdin.isFIFO() || stdin.isSocket());
  } catch {
    return false;
  }
}

const [end, secondEnd] = [new AbortController(), readsPipe() ? new AbortController() : null];
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  const stop = () => {
    // the next one ends the process
    if (end.signal.aborted || secondEnd === null) process.off(signal, stop);
    (end.signal.aborted ? secondEnd : end)?.abort();
  };
  process.on(signal, stop);
}

// without a listener, an error ends the process; each write handles its own error
process.stdout.on("error", () => {});

/** A reader that closes the pipe early, such as `head`, is not an error. */
const out = (text: string) =>
  new Promise<boolean>((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error && (error as NodeJS.ErrnoException).code !== "EPIPE") reject(error);
      else resolve(!error);
    });
  });

const screen = {
  get columns() {
    return process.stderr.columns || 80;
  },
  draw: (text: string) => process.stderr.write(text),
  clock: () => performance.now() / 1000,
};

process.exitCode = await run({
  args: process.argv.slice(2),
  stdin: process.stdin,
  out,
  err: (line) => process.stderr.write(`${line}\n`),
  screen: process.stderr.isTTY === true && process.env.TERM !== "dumb" ? screen : null,
  hasColours: process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb",
  cores: availableParallelism(),
  signal: end.signal,
  secondSignal: secondEnd?.signal ?? null,
  today: new Date().toISOString().slice(0, 10),
});

// a pipe that nobody closes or reads would keep the process
if (end.signal.aborted) process.exit();
