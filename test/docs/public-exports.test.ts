import { expect, it } from "vitest";
import { compileExamples, PACKAGES, type PublicExport, publicExports } from "./public-exports.js";

/*
 * Everything that a package exports has a docblock. What can be called, constructed or read (a function, a class, a
 * constant) has an `@example` too, and so has a type that a caller writes: its name ends in Options or Input. Other
 * types only describe what the package returns. The types of generated/types.ts, which openapi-typescript writes, are
 * documented by the descriptions of the contract; what another package declares is documented there.
 */

const exports = publicExports().filter(({ place }) => !/^(generated\/types\.ts:|node_modules\/)/.test(place));

const named = (found: readonly PublicExport[]) => found.map(({ place, name }) => `${place} ${name}`);

it.each(PACKAGES)("%s documents every export", (folder) => {
  const undocumented = exports.filter((each) => each.package === folder && !each.documented);
  expect(named(undocumented)).toEqual([]);
});

it.each(PACKAGES)("%s shows how to use every value, and every type that a caller writes", (folder) => {
  const missing = exports.filter(
    (each) => each.package === folder && each.needsExample && each.examples.length === 0,
  );
  expect(named(missing)).toEqual([]);
});

it("every example compiles, and they are TypeScript", async () => {
  const all = exports.flatMap((each) => each.examples.map((example) => ({ ...each, example })));
  expect(all.filter(({ example }) => !["ts", "tsx"].includes(example.language))).toEqual([]);
  expect(await compileExamples(all)).toEqual([]);
});

it("finds an example that does not compile", async () => {
  const [some] = exports as [PublicExport];
  const example = {
    language: "ts",
    text: 'import { createClient } from "@ittybit/client";\ncreateClient(7);',
  };
  expect(await compileExamples([{ ...some, example }])).toEqual([
    expect.stringContaining("is not assignable"),
  ]);
});
