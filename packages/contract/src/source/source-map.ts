import { parsePointer } from "../json-pointer.js";

/**
 * Where each node of a document stands in its sources: a tree in the shape of the document. A number is a line,
 * from 1, in the file of the node above; a list is `[line, index of the file, children]`.
 */
export interface SourceMap {
  readonly files: readonly string[];
  readonly root: unknown;
}

type SourceNode = number | readonly [line: number, file: number, children: Readonly<Record<string, unknown>>];

/** Looks pointers up in a source map; a pointer that the map does not know stands where the node above it does. */
export function locateIn({ files, root }: SourceMap): (pointer: string) => { file: string; line: number } {
  return (pointer) => {
    let node = root as SourceNode;
    let [line, file] = placeOf(node, 0);
    for (const step of parsePointer(pointer)) {
      if (typeof node === "number" || !Object.hasOwn(node[2], step)) break;
      node = node[2][step] as SourceNode;
      [line, file] = placeOf(node, file);
    }
    return { file: files[file] ?? "", line };
  };
}

function placeOf(node: SourceNode, file: number): readonly [line: number, file: number] {
  return typeof node === "number" ? [node, file] : [node[0], node[1]];
}
