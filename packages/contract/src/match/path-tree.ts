import { decodeSegment, fitSegment, parseTemplate, type Segment } from "./path-template.js";

/** A set of paths, searched segment by segment: the cost grows with the length of a path, not with their number. */
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

/** The subtree of a path template. Creates it if needed. */
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
  // a mixture is more specific than a variable, so it is tried first
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

/**
 * Finds the most specific leaf that matches a path, whether or not it has the method (OpenAPI 3.1, 4.8.8.2).
 *
 * @param segments of the path, still percent-encoded
 * @param accepts whether values of the variables will do; else the next leaf is tried
 */
export function firstInTree<Leaf>(
  tree: PathTree<Leaf>,
  segments: readonly string[],
  accepts: (values: PathFit<Leaf>["values"]) => boolean,
): PathFit<Leaf> | null {
  return walk({ segments, accepts }, tree, 0, []);
}

interface Search<Leaf> {
  readonly segments: readonly string[];
  readonly accepts: (values: PathFit<Leaf>["values"]) => boolean;
}

function walk<Leaf>(
  search: Search<Leaf>,
  tree: PathTree<Leaf>,
  index: number,
  found: readonly (readonly [string, string])[],
): PathFit<Leaf> | null {
  const given = search.segments[index];
  if (given === undefined) return leafOf(search, tree, found);
  const fixed = tree.fixed.get(decodeSegment(given));
  const fit = fixed ? walk(search, fixed, index + 1, found) : null;
  if (fit !== null) return fit;
  for (const { segment, tree: below } of tree.templated) {
    const own = fitSegment(segment, given);
    const next = own && walk(search, below, index + 1, [...found, ...own]);
    if (next) return next;
  }
  return null;
}

function leafOf<Leaf>(
  { accepts }: Search<Leaf>,
  { leaf }: PathTree<Leaf>,
  found: readonly (readonly [string, string])[],
): PathFit<Leaf> | null {
  if (leaf === null) return null;
  const values = Object.fromEntries(found);
  return accepts(values) ? { leaf, values } : null;
}
