import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stagedPackage } from "../../../scripts/cache/shared-builds.js";
import { type Editor, openEditor } from "./language-service.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ittybit-editor-"));
  await cp(await stagedPackage("client"), join(folder, "node_modules/@ittybit/client"), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const IMPORT = `import { createClient } from "@ittybit/client";
const ittybit = createClient({ apiKey: "key", timeout: 9 });
`;

/** Opens a program that has the client; a `|` in it marks the place to look at. */
function opened(program: string): Editor & { readonly at: number } {
  const text = IMPORT + program;
  return { ...openEditor(folder, join(folder, "app.ts"), text.replace("|", "")), at: text.indexOf("|") };
}

describe("an editor shows what the contract says of", () => {
  test.each([
    ["a resource", "ittybit.|videos.create({ url: 'https://a.test/' });", "Media of kind `video`."],
    ["a call", "ittybit.media.|list();", "List Media"],
    ["a parameter", "ittybit.media.list({ |limit: 3 });", "The maximum number of items"],
    [
      "a field",
      "const { data } = await ittybit.media.list().orThrow(); data.map((item) => item.|duration);",
      "seconds",
    ],
    ["a field of a new Media", "ittybit.media.create({ file: new Blob(), |title: 't' });", "A display name"],
    ["an option", "createClient({ apiKey: 'key', |timeout: 9 });", "@default"],
  ])("%s", (_case, program, said) => {
    const editor = opened(program);
    expect(editor.hover(editor.at).documentation).toContain(said);
  });
});

describe("a call that creates a Media", () => {
  test("has a type that can be read", () => {
    const editor = opened("ittybit.videos.|create({ url: 'https://a.test/' });");
    expect(editor.hover(editor.at).type).toBe(
      `(property) create: Create
(body: CreateFromFile | CreateFromUrl, options?: UploadOptions) => Call<"createVideo"> (+1 overload)`,
    );
  });

  test.each([
    ["ittybit.media.create({ | });", ["file", "metadata", "title", "url"]],
    ["ittybit.media.create({ url: 'https://a.test/', | });", ["file", "metadata", "title"]],
    ["ittybit.media.create({ file: { | } });", ["path", "stream", "filename", "size", "type"]],
    [
      "ittybit.media.create({ file: { | } }, { wait: true });",
      ["path", "stream", "filename", "size", "type"],
    ],
  ])("%s is completed with its fields", (program, fields) => {
    const editor = opened(program);
    expect(editor.completions(editor.at)).toEqual(fields);
  });

  test.each([
    [
      "{ file: new Blob(), url: 'https://a.test/' }",
      `Type 'string' is not assignable to type 'NotAllowed<"send either file or url, not both">'.`,
    ],
    ["{ file: 'a.mp4' }", "Type 'string' is not assignable to type 'FileInput | undefined'."],
    ["{ file: new Blob(), titel: 't' }", "'titel' does not exist in type 'CreateFromFile'."],
    ["{ title: 't' }", "Property 'url' is missing in type '{ title: string; }'"],
  ])("%s is refused for a reason", (body, reason) => {
    expect(opened(`ittybit.media.create(${body});`).errors().join("\n")).toContain(reason);
  });

  test.each(["new Blob()", "new Uint8Array(3)", "new ArrayBuffer(3)", "new Response('').body!"])(
    "takes %s for a file",
    (file) => {
      expect(opened(`ittybit.media.create({ file: ${file} });`).errors()).toEqual([]);
    },
  );
});
