import type { Locate } from "../findings/finding-collector.js";
import { parsePointer } from "../json-pointer.js";
import { FILES_FIELD, fileKey } from "./join-files.js";
import type { SourceFile } from "./source-file.js";

/** Looks up pointers into a document that was joined from files. */
export function locateInFiles(files: ReadonlyMap<string, SourceFile>, entry: string): Locate {
  const byKey = new Map([...files].map(([path, file]) => [fileKey(path, entry), file]));
  return (pointer) => {
    const tokens = parsePointer(pointer);
    const isJoined = tokens[0] === FILES_FIELD && tokens.length > 1;
    const file = isJoined ? byKey.get(tokens[1] as string) : files.get(entry);
    if (file === undefined) return null;
    return { file: file.name, line: file.line(isJoined ? tokens.slice(2) : tokens) };
  };
}
