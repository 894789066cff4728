import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Something that runs JavaScript on a server. */
export interface Runtime {
  readonly name: string;
  /** The program and what stands before the file to run; null where it cannot be had. */
  readonly command: readonly [program: string, ...args: string[]] | null;
}

interface Kind {
  readonly name: string;
  /** The npm package that has its binary. */
  readonly package: string;
  /** Prints where the binary is. */
  readonly whereabouts: readonly string[];
  readonly args: readonly string[];
}

const where = "process.stdout.write(process.execPath)";
const node = (major: number): Kind => ({
  name: `Node ${major}`,
  package: `node@${major}`,
  whereabouts: ["node", "-e", where],
  args: [],
});

const NODES = [20, 22, 24, 26].map(node);
const OTHERS: readonly Kind[] = [
  { name: "Bun", package: "bun@1.4.5", whereabouts: ["bun", "-e", where], args: [] },
  { name: "Deno", package: "deno@2.9.6", whereabouts: ["deno", "eval", where], args: ["run", "-A"] },
];

/** Each Node that is supported, this one or as npx fetches it; and Bun and Deno. */
export async function* runtimes(all = true): AsyncGenerator<Runtime> {
  for (const kind of all ? [...NODES, ...OTHERS] : NODES) {
    yield { name: kind.name, command: await found(kind) };
  }
}

async function found(kind: Kind): Promise<Runtime["command"]> {
  if (kind.name === `Node ${process.versions.node.split(".")[0]}`) return [process.execPath];
  try {
    const { stdout } = await run("npx", ["-y", "-p", kind.package, ...kind.whereabouts]);
    return [stdout.trim(), ...kind.args];
  } catch {
    return null;
  }
}

/**
 * Runs a program of this folder, and reads the JSON that it prints.
 *
 * @returns null where the runtime cannot be had
 */
export async function printed<Value>(
  { command }: Runtime,
  file: string,
  ...args: readonly string[]
): Promise<Value | null> {
  if (command === null) return null;
  const [program, ...before] = command;
  const path = new URL(file, import.meta.url).pathname;
  const { stdout } = await run(program, [...before, path, ...args]);
  return JSON.parse(stdout) as Value;
}
