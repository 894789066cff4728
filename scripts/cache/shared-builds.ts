import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildScripts, stageClient } from "../build-client.js";
import { buildMock, stageMock } from "../build-mock.js";
import { buildQa, stageQa } from "../build-qa.js";
import { buildOnce } from "./build-once.js";
import { contentKey } from "./content-key.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Writes a package's JavaScript into a folder. */
const scripts = { client: buildScripts, mock: buildMock, qa: buildQa };

/** Lays out a package in a folder as it is published. */
const stages = { client: stageClient, mock: stageMock, qa: stageQa };

type PackageName = keyof typeof scripts;

const sources = [
  ...["client", "contract", "mock", "qa"].flatMap((name) =>
    ["src", "schemas", "package.json", "README.md"].map((part) => `packages/${name}/${part}`),
  ),
  ...["client", "contract", "mock", "qa"].map((name) => `scripts/build-${name}.ts`),
  "scripts/package",
  "generated",
  "LICENSE",
  "package-lock.json",
  "tsconfig.json",
];

/** The JavaScript of a package, built once for all tests: a folder with its entries, which is not to be changed. */
export async function builtScripts(name: PackageName): Promise<string> {
  const write = async (folder: string) => scripts[name](join(folder, "dist"));
  const folder = await buildOnce({ name: `${name}-scripts`, key: await contentKey(root, sources), write });
  return join(folder, "dist");
}

/** A package as it is published, laid out once for all tests: a folder to pack or to copy, which is not to be changed. */
export async function stagedPackage(name: PackageName): Promise<string> {
  const write = async (folder: string) => {
    const staged = join(folder, "package");
    await mkdir(staged);
    await stages[name](staged);
  };
  const folder = await buildOnce({ name: `${name}-package`, key: await contentKey(root, sources), write });
  return join(folder, "package");
}
