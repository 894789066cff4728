import type { Locate } from "../findings/finding-collector.js";
import { joinPointer, parsePointer, resolvePointer } from "../json-pointer.js";
import { FILES_FIELD, fileKey } from "./join-files.js";
import type { SourceFile } from "./source-file.js";

/** Looks up pointers into a document that was joined from files. */
export function locateInFiles(files: ReadonlyMap<string, SourceFile>, entry: string): Locate {
  const byKey = new Map([...files].map(([path, file]) => [fileKey(path, entry), file]));
  return (pointer, item) => {
    const tokens = parsePointer(pointer);
    const isJoined = tokens[0] === FILES_FIELD && tokens.length > 1;
    const file = isJoined ? byKey.get(tokens[1] as string) : files.get(entry);
    if (file === undefined) return null;
    const inFile = isJoined ? tokens.slice(2) : tokens;
    return { file: file.name, line: file.line([...inFile, ...indexOf(file, inFile, item)]) };
  };
}

/** The token of an item of the list at these tokens; none when it is not there. */
function indexOf({ value }: SourceFile, tokens: readonly string[], item: string | undefined): string[] {
  if (item === undefined) return [];
  const list = resolvePointer(value, joinPointer("", ...tokens));
  const index = Array.isArray(list) ? list.indexOf(item) : -1;
  return index < 0 ? [] : [String(index)];
}
