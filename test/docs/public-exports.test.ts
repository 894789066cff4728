import { beforeAll, expect, it } from "vitest";
import { compileExamples, PACKAGES, type PublicExport, publicExports } from "./public-exports.js";

/*
 * Everything that a package exports has a docblock. What can be called, constructed or read (a function, a class, a
 * constant) has an `@example` too, and so has a type that a caller writes: its name ends in Options or Input. Other
 * types only describe what the package returns. The types of generated/types.ts, which openapi-typescript writes, are
 * documented by the descriptions of the contract; what another package declares is documented there.
 */

const exports = publicExports().filter(({ place }) => !place.startsWith("generated/types.ts:"));

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

const examples = exports.flatMap((each) => each.examples.map((example) => ({ ...each, example })));

/** Does not compile, and so shows that the errors of the others would be found. */
const wrong = {
  ...(exports[0] as PublicExport),
  name: "wrong",
  example: { language: "ts", text: 'import { createClient } from "@ittybit/client";\ncreateClient(7);' },
};

let errors: string[];
beforeAll(async () => {
  errors = await compileExamples([...examples, wrong]);
});

const isOfWrong = (error: string) => error.startsWith(`${wrong.place} ${wrong.name}: `);

it("every example compiles, and they are TypeScript", () => {
  expect(examples.filter(({ example }) => !["ts", "tsx"].includes(example.language))).toEqual([]);
  expect(errors.filter((error) => !isOfWrong(error))).toEqual([]);
});

it("finds an example that does not compile", () => {
  expect(errors.filter(isOfWrong)).toEqual([expect.stringContaining("is not assignable")]);
});
