import { readFile } from "node:fs/promises";
import { checkPackage, createPackageFromTarballData, type ResolutionKind } from "@arethetypeswrong/core";
import { expect, it } from "vitest";
import { type PackageName, packedPackage } from "../../scripts/cache/shared-builds.js";

/** Ways to resolve types that cannot load an ES module, or not its entries. */
const BEFORE_ES_MODULES: readonly ResolutionKind[] = ["node10", "node16-cjs"];

// In one file, so that the compiler that resolves is loaded once.
it.each<[PackageName, readonly ResolutionKind[]]>([
  ["client", []],
  ["qa", BEFORE_ES_MODULES],
])("the types of %s are right for every way to resolve them (left out: %j)", async (name, ignored) => {
  const tarball = new Uint8Array(await readFile(await packedPackage(name)));
  const checked = await checkPackage(createPackageFromTarballData(tarball));
  if (checked.types === false) return expect.fail("no types");
  expect(
    checked.problems.filter(
      (problem) => !("resolutionKind" in problem && ignored.includes(problem.resolutionKind)),
    ),
  ).toEqual([]);
});
