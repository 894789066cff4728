import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A mock in a process of its own, which can be killed at any moment. */
export interface MockProcess {
  readonly url: string;
  /** Lines that it printed. */
  readonly lines: readonly string[];
  /** Ends the process without a chance to tidy up. */
  kill(): Promise<void>;
}

/** Starts the built command. @throws what it printed if it does not listen */
export async function startMockProcess(scripts: string, args: readonly string[]): Promise<MockProcess> {
  const child = spawn(process.execPath, [join(scripts, "bin.js"), "--port", "0", ...args]);
  const lines: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on("line", (line) => {
        lines.push(line);
        const [found] = /http:\/\/\S+$/.exec(line) ?? [];
        if (found !== undefined) resolve(found);
      });
    }
    child.once("exit", () => reject(new Error(lines.join("\n"))));
  });
  return { url, lines, kill: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
}
