import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { DEFAULT_PORTS } from "@ittybit/contract/tool-ports";
import { createMock } from "@ittybit/mock";
import { servers } from "@ittybit/openapi";
import { TYPE_CHECKER } from "../../scripts/step.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));

/** The files that samples upload, and the fixture that stands for each. */
const files = {
  "test/fixtures/media/video.mp4": "video.mp4",
  "harbour.mp4": "video.mp4",
  "lighthouse.jpg": "image.jpg",
  "gulls.mp3": "audio.m4a",
};

/** How a TypeScript program ended. */
export interface Ran {
  readonly file: string;
  readonly problem: string | null;
  /** `POST https://uploads.ittybit.com/media 201`, one for each call. */
  readonly calls: readonly string[];
  /** How many lines it printed. */
  readonly lines: number;
}

/** A folder inside the repository, where samples find packages, the files that they upload, and a mock. */
export interface Sandbox {
  readonly folder: string;
  /** Base URL of the mock. */
  readonly url: string;
  /** The mock's responses so far, as `GET /media 200`. */
  readonly responses: string[];
  write(file: string, text: string): Promise<string>;
  /** Runs a command there; the hosts of the API in its arguments are the mock's. */
  run(command: string, ...args: string[]): Promise<string>;
  /** Checks the types of everything that was written. Returns the output of the compiler. */
  compile(): Promise<string>;
  runPrograms(files: readonly string[]): Promise<Ran[]>;
  close(): Promise<void>;
}

export async function openSandbox(): Promise<Sandbox> {
  await mkdir(join(root, "dist"), { recursive: true });
  const folder = await mkdtemp(join(root, "dist/.samples-"));
  const responses: string[] = [];
  // each sample is independent of what others create or delete
  const mock = await createMock({
    stateless: true,
    onResponse: ({ method, path, status }) => responses.push(`${method} ${path} ${status}`),
  });
  const { url } = await mock.listen({ port: 0 });
  for (const [name, fixture] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await copyFile(join(root, "test/fixtures/media", fixture), join(folder, name));
  }
  await writeFile(join(folder, "tsconfig.json"), tsconfig);
  const env = { ...process.env, ITTYBIT_API_KEY: "test" };
  const moved = (text: string) =>
    [...Object.values(servers), `http://127.0.0.1:${DEFAULT_PORTS.mock}`].reduce(
      (all, host) => all.replaceAll(host, url),
      text,
    );

  return {
    folder,
    url,
    responses,
    write: async (file, text) => {
      await writeFile(join(folder, file), text);
      return join(folder, file);
    },
    run: async (command, ...args) =>
      (await run(command, args.map(moved), { cwd: folder, env, maxBuffer: 2 ** 24 })).stdout,
    compile: () =>
      run(process.execPath, [join(root, TYPE_CHECKER), "-p", folder, "--singleThreaded"]).then(
        () => "",
        ({ stdout }: { stdout: string }) => stdout,
      ),
    runPrograms: async (programs) => {
      const hosts = JSON.stringify([...Object.values(servers), `http://127.0.0.1:${DEFAULT_PORTS.mock}`]);
      const flags = [
        "--conditions=@ittybit/source",
        "--import",
        "tsx",
        join(root, "test/docs/run-programs.ts"),
      ];
      const { stdout } = await run(process.execPath, [...flags, url, hosts, ...programs], {
        cwd: folder,
        env,
      });
      return stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Ran);
    },
    close: async () => {
      await mock.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const tsconfig = JSON.stringify({
  extends: "../../tsconfig.json",
  compilerOptions: { incremental: false, tsBuildInfoFile: null },
  include: ["*.ts"],
});
