import type { Locate } from "../findings/finding-collector.js";
import { parsePointer } from "../json-pointer.js";
import { fileKey, filesField } from "./join-files.js";
import type { SourceFile } from "./source-file.js";

/** Looks up pointers of a document that was joined from files. */
export function locateIn(files: ReadonlyMap<string, SourceFile>, entry: string): Locate {
  const byKey = new Map([...files].map(([path, file]) => [fileKey(path, entry), file]));
  return (pointer) => {
    const steps = parsePointer(pointer);
    const isOther = steps[0] === filesField && steps.length > 1;
    const file = isOther ? byKey.get(steps[1] as string) : files.get(entry);
    return file === undefined ? null : { file: file.name, line: file.line(isOther ? steps.slice(2) : steps) };
  };
}
