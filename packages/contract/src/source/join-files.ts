import { dirname, relative, resolve } from "node:path";
import { isObject } from "../is-object.js";
import { joinPointer } from "../json-pointer.js";
import { fileOf, hasOwnBase, isData, isNamesOf, rootParent, type SourceFile } from "./source-file.js";

/** Field of the joined document that holds the other files. */
export const FILES_FIELD = "x-files";

/** Key of a file in that field: its path relative to the first file, the same on every machine. */
export function fileKey(path: string, entry: string): string {
  return relative(dirname(entry), path).replaceAll("\\", "/");
}

/** Joins files into one document: the others go below `x-files`, and every `$ref` to a file points there. */
export function joinFiles(files: ReadonlyMap<string, SourceFile>, entry: string): Record<string, unknown> {
  const { value, references } = files.get(entry) as SourceFile;
  if (files.size === 1 && references.length === 0 && isObject(value)) return value;
  const rewrite = (path: string) =>
    withReferences(files.get(path)?.value, (reference) => target(reference, path, entry));
  const root = rewrite(entry);
  if (!isObject(root)) return { value: root };
  const others = [...files.keys()].filter((path) => path !== entry);
  if (others.length === 0) return root;
  return {
    ...root,
    [FILES_FIELD]: Object.fromEntries(others.map((path) => [fileKey(path, entry), rewrite(path)])),
  };
}

/** A copy of a value with every `$ref` replaced. */
function withReferences(
  value: unknown,
  replace: (reference: string) => string,
  parent = rootParent(value),
): unknown {
  if (Array.isArray(value)) return value.map((item) => withReferences(item, replace, ""));
  if (!isObject(value) || hasOwnBase(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      if (isData(key, member, parent)) return [key, member];
      if (key === "$ref" && typeof member === "string") return [key, replace(member)];
      return [key, withReferences(member, replace, isNamesOf(parent) ? "" : key)];
    }),
  );
}

function target(reference: string, from: string, entry: string): string {
  const file = fileOf(reference);
  const fragment = reference.includes("#") ? reference.slice(reference.indexOf("#") + 1) : "";
  const isLocal = file === null && reference.startsWith("#");
  if (file === null && (!isLocal || from === entry)) return reference;
  const path = file === null ? from : resolve(dirname(from), file);
  if (path === entry) return `#${fragment}`;
  // an anchor names a place in the whole joined document, whichever file it is in
  return fragment === "" || fragment.startsWith("/")
    ? `#${encodeURI(joinPointer("", FILES_FIELD, fileKey(path, entry)))}${fragment}`
    : `#${fragment}`;
}
