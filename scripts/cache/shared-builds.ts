import { execFile } from "node:child_process";
import { copyFile, cp, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { buildScripts, stageClient } from "../build-client.js";
import { stageContract } from "../build-contract.js";
import { buildMock, stageMock } from "../build-mock.js";
import { buildQa, stageQa } from "../build-qa.js";
import { buildOnce } from "./build-once.js";
import { contentKeyOnce } from "./content-key.js";
import { PACKAGE_SOURCES } from "./package-sources.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Writes a package's JavaScript into a folder. */
const scripts = { client: buildScripts, mock: buildMock, qa: buildQa };

/** Lays out a package in a folder as it is published, with the JavaScript that has been built already. */
const stages = {
  client: (folder: string) => stageClient(folder, copyScripts("client")),
  contract: stageContract,
  mock: (folder: string) => stageMock(folder, copyScripts("mock")),
  qa: (folder: string) => stageQa(folder, copyScripts("qa")),
};

const copyScripts = (name: keyof typeof scripts) => async (dist: string) =>
  cp(await builtScripts(name), dist, { recursive: true });

/** A package that is released. */
export type PackageName = keyof typeof stages;

const sourceKey = contentKeyOnce(root, [
  ...PACKAGE_SOURCES,
  ...["client", "contract", "mock", "qa"].map((name) => `scripts/build-${name}.ts`),
  "scripts/package",
  "generated",
  "LICENSE",
  "package-lock.json",
  "tsconfig.json",
]);

/** The JavaScript of a package, built once for all tests: a folder with its entries, which is not to be changed. */
export async function builtScripts(name: keyof typeof scripts): Promise<string> {
  const folder = await built(`${name}-scripts`, (folder) => scripts[name](join(folder, "dist")));
  return join(folder, "dist");
}

/** A package as it is published, laid out once for all tests: a folder to pack or to copy, which is not to be changed. */
export async function stagedPackage(name: PackageName): Promise<string> {
  const folder = await built(`${name}-package`, async (folder) => {
    const staged = join(folder, "package");
    await mkdir(staged);
    await stages[name](staged);
  });
  return join(folder, "package");
}

/** The tarball of a package as it is published, packed once for the tests and the release: a file, which is not to be changed. */
export async function packedPackage(name: PackageName): Promise<string> {
  const folder = await built(`${name}-tarball`, async (folder) => pack([await stagedPackage(name)], folder));
  const [file = ""] = await readdir(folder);
  return join(folder, file);
}

/** The tarballs of all packages, at a third of the time: npm starts once. */
export async function packedPackages(): Promise<string[]> {
  const names = Object.keys(stages) as PackageName[];
  const folder = await mkdtemp(join(tmpdir(), "tarballs-"));
  try {
    let packed: Promise<void> | undefined;
    const packAll = async () => pack(await Promise.all(names.map(stagedPackage)), folder);
    for (const name of names)
      await built(`${name}-tarball`, async (to) => {
        packed ??= packAll();
        await packed;
        const [file = ""] = (await readdir(folder)).filter((file) => file.startsWith(`ittybit-${name}-`));
        await copyFile(join(folder, file), join(to, file));
      });
    return await Promise.all(names.map(packedPackage));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function pack(packages: readonly string[], folder: string): Promise<void> {
  const args = ["pack", "--silent", "--pack-destination", folder, ...packages];
  await promisify(execFile)("npm", args);
}

/** The folder of a build that is made from the sources of the packages. */
async function built(name: string, write: (folder: string) => Promise<unknown>): Promise<string> {
  return buildOnce({ name, key: await sourceKey(), write });
}
