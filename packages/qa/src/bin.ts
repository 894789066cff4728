#!/usr/bin/env node
import { availableParallelism } from "node:os";
import { run } from "./cli/run.js";

const end = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end.abort());

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
  today: new Date().toISOString().slice(0, 10),
});

// a pipe that nobody closes or reads would keep the process
if (end.signal.aborted) process.exit();
