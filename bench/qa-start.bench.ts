import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { buildQa } from "../scripts/build-qa.js";
import { medians, type Row } from "./bench.js";

const execute = promisify(execFile);

export const title =
  "ittybit-qa: how long a person waits for it to say something (whole processes, as published)";

export async function* run(): AsyncGenerator<Row> {
  const folder = await mkdtemp(join(tmpdir(), "qa-start-"));
  try {
    await buildQa(folder);
    const node = (...args: string[]) => execute(process.execPath, args);
    const bin = join(folder, "bin.js");
    const works = {
      bare: () => node("--eval", "0"),
      help: () => node(bin, "--help"),
      checkHelp: () => node(bin, "check", "--help"),
    };
    const times = await medians(works, 1, 15);
    yield { name: "node --eval 0, for comparison", value: times.bare / 1000, unit: "ms", limit: null };
    yield { name: "ittybit-qa --help", value: times.help / 1000, unit: "ms", limit: 100 };
    yield { name: "ittybit-qa check --help", value: times.checkHelp / 1000, unit: "ms", limit: null };
  } finally {
    await rm(folder, { recursive: true });
  }
}
