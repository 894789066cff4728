#!/usr/bin/env node
import { availableParallelism } from "node:os";
import { run } from "./command/run.js";

const end = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end.abort());

let isOpen = true;
process.stdout.on("error", () => {
  isOpen = false;
});

process.exitCode = await run({
  args: process.argv.slice(2),
  stdin: process.stdin,
  out: (text) =>
    new Promise((resolve) => {
      if (isOpen) process.stdout.write(text, (error) => resolve(!error));
      else resolve(false);
    }),
  err: (line) => process.stderr.write(`${line}\n`),
  isTerminal: process.stderr.isTTY === true,
  hasColours: process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb",
  cores: availableParallelism(),
  ended: end.signal,
  today: new Date().toISOString().slice(0, 10),
});

// a pipe that nobody closes would keep the process
if (end.signal.aborted) process.stdin.destroy();
