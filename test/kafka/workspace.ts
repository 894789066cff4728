import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { codeBlocks } from "@ittybit/test-support/documents/code-block";
import type { Report } from "../../packages/qa/src/report/report.js";
import { builtScripts } from "../../scripts/cache/shared-builds.js";
import { CLASS_PATH } from "./broker.js";

const page = fileURLToPath(new URL("../../docs/qa/scale.md", import.meta.url));

/** What a command came to. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Processes of `consume.sh`: the script, kcat and check. */
export interface Consumer {
  readonly name: string;
  /** Signals the script alone, as a container does. */
  terminate(): Promise<number>;
  /** Ends all of its processes at once, as a machine does. */
  kill(): Promise<void>;
  /** Signals kcat. */
  signalKcat(signal: NodeJS.Signals): Promise<void>;
}

/** A folder with the scripts of the guide, and the commands that they call. */
export class Workspace {
  readonly #folder: string;
  readonly #env: NodeJS.ProcessEnv;
  /** Process groups of consumers. */
  readonly #running = new Set<number>();

  private constructor(folder: string, env: NodeJS.ProcessEnv) {
    this.#folder = folder;
    this.#env = env;
  }

  static async open(home: string, brokers: string): Promise<Workspace> {
    const [folder, bin] = [join(home, "work"), join(home, "bin")];
    await mkdir(join(folder, "parts"), { recursive: true });
    await mkdir(bin);
    const qa = join(await builtScripts("qa"), "bin.js");
    const groups = "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand";
    await command(join(bin, "ittybit-qa"), `exec "${process.execPath}" "${qa}" "$@"`);
    await command(join(bin, "kafka-consumer-groups.sh"), `exec java -cp '${CLASS_PATH}' ${groups} "$@"`);
    const blocks = codeBlocks(await readFile(page, "utf8"));
    for (const name of ["consume", "reset", "window"]) {
      const script = blocks.find(({ text }) => text.includes(`# ${name}.sh: `));
      if (script === undefined) throw new Error(`the guide has no ${name}.sh`);
      await writeFile(join(folder, `${name}.sh`), script.text);
    }
    const PATH = `${bin}${delimiter}${process.env.PATH}`;
    return new Workspace(folder, { ...process.env, PATH, BROKERS: brokers, EVERY: "1s" });
  }

  async write(name: string, text: string): Promise<void> {
    await writeFile(join(this.#folder, name), text);
  }

  async report(name: string): Promise<Report> {
    return JSON.parse(await this.read(name));
  }

  read(name: string): Promise<string> {
    return readFile(join(this.#folder, name), "utf8");
  }

  async parts(prefix: string): Promise<string[]> {
    const names = await readdir(join(this.#folder, "parts"));
    return names.filter((name) => name.startsWith(prefix) && name.endsWith(".json"));
  }

  /** Ends all consumers. */
  close(): void {
    for (const group of this.#running) process.kill(-group, "SIGKILL");
  }

  async bash(script: string, env: NodeJS.ProcessEnv = {}): Promise<Ran> {
    const options = { cwd: this.#folder, env: { ...this.#env, ...env }, maxBuffer: 2 ** 28 };
    const ran = await promisify(execFile)("bash", ["-c", script], options).catch((error) => error);
    return { code: ran.code ?? 0, out: ran.stdout, err: ran.stderr };
  }

  consume(name: string): Consumer {
    const env = { ...this.#env, HOSTNAME: name };
    const script = spawn("bash", ["consume.sh"], {
      cwd: this.#folder,
      env,
      detached: true,
      stdio: ["ignore", "ignore", "inherit"],
    });
    const group = script.pid as number;
    this.#running.add(group);
    const exit = once(script, "exit") as Promise<[number]>;
    void exit.then(() => this.#running.delete(group));
    return {
      name,
      terminate: async () => {
        script.kill("SIGTERM");
        return (await exit)[0];
      },
      kill: async () => {
        process.kill(-group, "SIGKILL");
        await exit;
      },
      signalKcat: async (signal) => {
        await this.bash(`kill -s ${signal.slice(3)} $(pgrep -P ${group} -x kcat)`);
      },
    };
  }
}

async function command(file: string, script: string): Promise<void> {
  await writeFile(file, `#!/usr/bin/env bash\n${script}\n`);
  await chmod(file, 0o755);
}
