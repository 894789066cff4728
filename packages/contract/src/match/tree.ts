import { decodeSegment, fitSegment, parseTemplate, type Segment } from "./template.js";

/** A set of paths, found by walking segment by segment: cost grows with the path's length, not with their number. */
export interface PathTree<Leaf> {
  readonly fixed: Map<string, PathTree<Leaf>>;
  readonly templated: { readonly segment: Segment; readonly tree: PathTree<Leaf> }[];
  leaf: Leaf | null;
}

export interface PathFit<Leaf> {
  readonly leaf: Leaf;
  /** Values of the variables, still percent-encoded. */
  readonly values: Readonly<Record<string, string>>;
}

export function createTree<Leaf>(): PathTree<Leaf> {
  return { fixed: new Map(), templated: [], leaf: null };
}

/** The tree for one path template, made where it is not there yet. */
export function growTree<Leaf>(tree: PathTree<Leaf>, path: string): PathTree<Leaf> {
  return parseTemplate(path).reduce((at, segment) => grow(at, segment), tree);
}

function grow<Leaf>(tree: PathTree<Leaf>, segment: Segment): PathTree<Leaf> {
  if (segment.kind === "text") {
    const known = tree.fixed.get(segment.text) ?? createTree<Leaf>();
    tree.fixed.set(segment.text, known);
    return known;
  }
  const known = tree.templated.find((branch) => sameSegment(branch.segment, segment));
  if (known) return known.tree;
  const branch = { segment, tree: createTree<Leaf>() };
  tree.templated.push(branch);
  // a mixture says more than a bare variable, so it is tried first
  tree.templated.sort(
    (a, b) => Number(a.segment.kind === "variable") - Number(b.segment.kind === "variable"),
  );
  return branch.tree;
}

function sameSegment(a: Segment, b: Segment): boolean {
  if (a.kind === "variable" && b.kind === "variable") return a.name === b.name;
  return (
    a.kind === "mixed" &&
    b.kind === "mixed" &&
    a.pattern.source === b.pattern.source &&
    `${a.names}` === `${b.names}`
  );
}

/** All leaves that a path fits, the most concrete first. At most a few: templates rarely overlap. */
export function* findInTree<Leaf>(tree: PathTree<Leaf>, path: string): Generator<PathFit<Leaf>> {
  yield* walk(tree, path.split("/").slice(1), 0, []);
}

function* walk<Leaf>(
  tree: PathTree<Leaf>,
  segments: readonly string[],
  index: number,
  values: readonly (readonly [string, string])[],
): Generator<PathFit<Leaf>> {
  const given = segments[index];
  if (given === undefined) {
    if (tree.leaf !== null) yield { leaf: tree.leaf, values: Object.fromEntries(values) };
    return;
  }
  const fixed = tree.fixed.get(decodeSegment(given));
  if (fixed) yield* walk(fixed, segments, index + 1, values);
  for (const { segment, tree: below } of tree.templated) {
    const fit = fitSegment(segment, given);
    if (fit) yield* walk(below, segments, index + 1, [...values, ...fit]);
  }
}
