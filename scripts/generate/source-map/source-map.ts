/**
 * Where each node of a bundled document stands in the files it was written in; `locateIn` of the contract reads it.
 *
 * `root` is a tree in the shape of the document. A node that is a number is its line (from 1), in the file of the
 * node above; another one is `[line, index in files, children]`. The children of `required` are its items, by their
 * texts. Descriptions and the insides of examples are left out: they stand where the nearest node above them stands.
 */
export interface SourceMap {
  readonly files: readonly string[];
  readonly root: SourceNode;
}

/** See {@link SourceMap}. */
export type SourceNode = number | readonly [line: number, file: number, children: Children];

/** The nodes below one, by their keys. */
export type Children = Readonly<Record<string, SourceNode>>;
