import { execFile } from "node:child_process";
import { copyFile, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { stageClient } from "../scripts/build-client.js";
import type { Row } from "./bench.js";

export const title = "client: errors that each TypeScript finds in an app and in the meaning of the types";

const command = promisify(execFile);
const MODULES = fileURLToPath(new URL("../node_modules/", import.meta.url));
const CONSUMER = new URL("../packages/client/test/fixtures/consumer/", import.meta.url);
/** An app, and the meaning of the generated types. */
const PROGRAMS = ["consumer.ts", "golden.ts"];

const VERSIONS = ["5.4", "5.5", "5.6", "5.7", "5.8", "5.9", "6", "7"];
const WAYS = [
  { module: "node16", moduleResolution: "node16" },
  { module: "esnext", moduleResolution: "bundler" },
];
const PEERS = ["openapi-typescript-helpers", "openapi-react-query", "@tanstack", "react", "@types"];

const OPTIONS = {
  ...{ strict: "true", skipLibCheck: "true", types: "node" },
  ...{ target: "es2022", lib: "es2022,dom,dom.iterable" },
};

export async function* run(): AsyncGenerator<Row> {
  const folder = await mkdtemp(join(tmpdir(), "ittybit-typescript-"));
  try {
    await stageClient(join(folder, "node_modules/@ittybit/client"));
    for (const name of ["openapi-fetch", ...PEERS])
      await symlink(join(MODULES, name), join(folder, "node_modules", name));
    for (const program of PROGRAMS) await copyFile(new URL(program, CONSUMER), join(folder, program));
    for (const version of VERSIONS) for (const way of WAYS) yield await checked(folder, version, way);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function checked(folder: string, version: string, way: (typeof WAYS)[number]): Promise<Row> {
  const options = Object.entries({ ...OPTIONS, ...way }).flatMap(([name, value]) => [`--${name}`, value]);
  const args = ["-y", "-p", `typescript@${version}`, "tsc", "--noEmit", ...options, ...PROGRAMS];
  const { stdout } = await command("npx", args, { cwd: folder }).catch((error) => error);
  const errors = stdout.split("\n").filter((line: string) => / error /.test(line));
  const name = `TypeScript ${version}, ${way.moduleResolution}`;
  return { name, value: errors.length, unit: "errors", limit: 0, ...(errors[0] && { note: errors[0] }) };
}
