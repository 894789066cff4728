import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { builtScripts } from "../../../scripts/cache/shared-builds.js";

const run = promisify(execFile);

/** What a script came to. */
export interface ScriptResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder in which `ittybit-qa` is a command, as it is where people have installed it. */
export class Sandbox {
  readonly folder: string;
  /** The command, for Node. */
  readonly bin: string;

  private constructor(folder: string, bin: string) {
    this.folder = folder;
    this.bin = bin;
  }

  static async open(): Promise<Sandbox> {
    const home = await mkdtemp(join(tmpdir(), "qa-sandbox-"));
    const bin = join(await builtScripts("qa"), "bin.js");
    await mkdir(join(home, "bin"));
    await mkdir(join(home, "work"));
    const sandbox = new Sandbox(join(home, "work"), bin);
    await sandbox.command("ittybit-qa", `exec "${process.execPath}" "${bin}" "$@"`);
    await sandbox.command("npx", 'exec "$@"');
    return sandbox;
  }

  /** Adds a command, or one in place of another. */
  async command(name: string, script: string): Promise<void> {
    const file = join(this.folder, "../bin", name);
    await writeFile(file, `#!/usr/bin/env bash\n${script}\n`);
    await chmod(file, 0o755);
  }

  async file(name: string, content: string): Promise<string> {
    const file = join(this.folder, name);
    await mkdir(join(file, ".."), { recursive: true });
    await writeFile(file, content);
    return file;
  }

  /** Runs a script as GitHub Actions runs one. */
  async bash(script: string, env: Readonly<Record<string, string>> = {}): Promise<ScriptResult> {
    const path = `${join(this.folder, "../bin")}${delimiter}${process.env.PATH}`;
    const options = { cwd: this.folder, env: { ...process.env, PATH: path, ...env } };
    const flags = ["--noprofile", "--norc", "-eo", "pipefail", "-c"];
    const ran = await run("bash", [...flags, script], options).catch((error) => error);
    return { code: ran.code ?? 0, out: ran.stdout, err: ran.stderr };
  }

  close(): Promise<void> {
    return rm(join(this.folder, ".."), { recursive: true, force: true });
  }
}
