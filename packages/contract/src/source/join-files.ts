import { dirname, relative, resolve } from "node:path";
import { joinPointer } from "../json-pointer.js";
import { isObject } from "../schema/link/keywords.js";
import { fileOf, hasOwnBase, type SourceFile } from "./source-file.js";

/** Where the other files stand in the joined document. */
export const filesField = "x-files";

/** What a file is called there: its path from the first file, the same on every machine. */
export function fileKey(path: string, entry: string): string {
  return relative(dirname(entry), path).replaceAll("\\", "/");
}

/** One document of many files: the others stand under `x-files`, and every `$ref` to a file leads there. */
export function joinFiles(files: ReadonlyMap<string, SourceFile>, entry: string): Record<string, unknown> {
  const rewrite = (path: string) =>
    withReferences(files.get(path)?.value, (reference) => target(reference, path, entry));
  const root = rewrite(entry);
  if (!isObject(root)) return { value: root };
  const others = [...files.keys()].filter((path) => path !== entry);
  if (others.length === 0) return root;
  return {
    ...root,
    [filesField]: Object.fromEntries(others.map((path) => [fileKey(path, entry), rewrite(path)])),
  };
}

/** A copy of a value with every `$ref` replaced. */
function withReferences(value: unknown, replace: (reference: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => withReferences(item, replace));
  if (!isObject(value) || hasOwnBase(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      key === "$ref" && typeof member === "string" ? replace(member) : withReferences(member, replace),
    ]),
  );
}

function target(reference: string, from: string, entry: string): string {
  const file = fileOf(reference);
  const fragment = reference.includes("#") ? reference.slice(reference.indexOf("#") + 1) : "";
  const isLocal = file === null && reference.startsWith("#");
  if (file === null && (!isLocal || from === entry)) return reference;
  const path = file === null ? from : resolve(dirname(from), file);
  if (path === entry) return `#${fragment}`;
  // an anchor belongs to the whole joined document, wherever it is written
  return fragment === "" || fragment.startsWith("/")
    ? `#${encodeURI(joinPointer("", filesField, fileKey(path, entry)))}${fragment}`
    : `#${fragment}`;
}
