import { parsePointer } from "../json-pointer.js";

/**
 * The source file and line of each node of a document: a tree in the shape of the document. A number is a line,
 * counted from 1, in the file of the node above; a list is `[line, index of the file, children]`. Below `required`, the
 * children are its items, by their texts.
 *
 * @example
 * ```ts
 * import type { SourceMap } from "@ittybit/contract/source";
 *
 * export const map: SourceMap = { files: ["openapi.yaml"], root: [1, 0, { info: 2, paths: 5 }] };
 * ```
 */
export interface SourceMap {
  readonly files: readonly string[];
  readonly root: unknown;
}

type SourceNode = number | readonly [line: number, file: number, children: Readonly<Record<string, unknown>>];

/**
 * Returns a function that looks up pointers in a source map. A pointer that the map does not know gets the line of
 * the nearest node above it.
 *
 * @example
 * ```ts
 * import { locateIn } from "@ittybit/contract/source";
 *
 * const locate = locateIn({ files: ["openapi.yaml"], root: [1, 0, { info: 2 }] });
 * locate("/info/title"); // { file: "openapi.yaml", line: 2 }
 * ```
 */
export function locateIn({
  files,
  root,
}: SourceMap): (pointer: string, item?: string) => { file: string; line: number } {
  return (pointer, item) => {
    let node = root as SourceNode;
    let [line, file] = lineAndFile(node, 0);
    const tokens = parsePointer(pointer);
    for (const token of item === undefined ? tokens : [...tokens, item]) {
      if (typeof node === "number" || !Object.hasOwn(node[2], token)) break;
      node = node[2][token] as SourceNode;
      [line, file] = lineAndFile(node, file);
    }
    return { file: files[file] ?? "", line };
  };
}

function lineAndFile(node: SourceNode, file: number): readonly [line: number, file: number] {
  return typeof node === "number" ? [node, file] : [node[0], node[1]];
}
