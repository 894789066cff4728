#!/usr/bin/env node
import { batchLines } from "./cli/batch-lines.js";
import { run } from "./cli/run.js";

const controller = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort());

process.exitCode = await run(process.argv.slice(2), {
  out: batchLines((text) => process.stdout.write(text)),
  err: (line) => process.stderr.write(`${line}\n`),
  signal: controller.signal,
});
