import { isScalar } from "yaml";
import { isObject, isReference } from "./document/document.js";
import type { Emit } from "./output.js";
import {
  childNode,
  followReference,
  itemNodes,
  type LocatedNode,
  openFiles,
} from "./source-map/located-node.js";
import type { Children, SourceMap, SourceNode } from "./source-map/source-map.js";

/** The source map of the bundle, on one line. */
export const emitSourceMap: Emit = (_document, { sourceMap }) => `${JSON.stringify(sourceMap())}\n`;

interface Walk {
  readonly open: (file: string) => LocatedNode | undefined;
  readonly index: ReadonlyMap<string, number>;
  /** Where each component was written, by its `$ref`; filled on the way. */
  readonly components: Map<string, LocatedNode>;
}

/**
 * Walks a bundled document and the files it came from, side by side.
 *
 * @param document the bundle: every `$ref` in it begins with `#`
 * @param files text by path, with forward slashes; YAML or JSON
 * @param entry the path in `files` where the document begins; for a document of one file, that file
 */
export function sourceMap(document: unknown, files: ReadonlyMap<string, string>, entry: string): SourceMap {
  const paths = [...files.keys()];
  const open = openFiles(files);
  const walk = { open, index: new Map(paths.map((path, index) => [path, index])), components: new Map() };
  const place = open(entry);
  if (!place || !isObject(document))
    return { files: paths, root: [1, Math.max(0, paths.indexOf(entry)), {}] };
  const { components, ...rest } = document;
  const children = childrenOf(walk, rest, "", [place]);
  if (isObject(components)) children.components = componentsOf(walk, components, place);
  return { files: paths, root: node(walk, place, children) };
}

/** Components that stand in files of their own are known only by the references that lead to them. */
function componentsOf(walk: Walk, components: Record<string, unknown>, root: LocatedNode): SourceNode {
  const written = childNode(root, "components");
  const groups: Record<string, Record<string, SourceNode>> = {};
  const left = new Map(Object.entries(components).flatMap(([group, members]) => refs(group, members)));
  for (let before = Infinity; left.size < before; ) {
    before = left.size;
    for (const [ref, [group, name, value]] of left) {
      const own = written && descend(written, [group, name]);
      const place = walk.components.get(ref) ?? own;
      if (!place) continue;
      left.delete(ref);
      groups[group] = { ...groups[group], [name]: trace(walk, value, name, [place], undefined) };
    }
  }
  const place = written ?? root;
  const nodes = Object.entries(groups).map(([group, children]): [string, SourceNode] => [
    group,
    node(walk, descend(place, [group]) ?? place, children),
  ]);
  return node(walk, place, Object.fromEntries(nodes));
}

type Component = [ref: string, [group: string, name: string, value: unknown]];

const refs = (group: string, members: unknown): Component[] =>
  group === "examples" || !isObject(members)
    ? []
    : Object.entries(members).map(([name, value]) => [`#/components/${group}/${name}`, [group, name, value]]);

const descend = (place: LocatedNode, tokens: readonly string[]): LocatedNode | undefined =>
  tokens.reduce<LocatedNode | undefined>((from, token) => from && childNode(from, token), place);

function trace(
  walk: Walk,
  value: unknown,
  key: string,
  written: readonly [LocatedNode, ...LocatedNode[]],
  above: LocatedNode | undefined,
): SourceNode {
  const [first] = written;
  if (isReference(value)) {
    const target = followReference(first, walk.open);
    if (target && !walk.components.has(value.$ref)) walk.components.set(value.$ref, target);
    const reference = childNode(first, "$ref") ?? first;
    return above?.file === reference.file ? reference.line : node(walk, reference, {});
  }
  const merged = isObject(value) && value.allOf === undefined;
  const places = written.flatMap((place) => spread(walk, place, merged));
  const [here = first] = places;
  const children = key === "required" ? itemsOf(walk, value, written) : childrenOf(walk, value, key, places);
  const leaf = Object.keys(children).length === 0 && above?.file === here.file;
  return leaf ? here.line : node(walk, here, children);
}

/**
 * Where the members of the node written at `place` may stand, the most telling place first: what its `$ref` leads to,
 * the node itself and, where the document has its `allOf` merged, the members of that, of which a later one wins.
 */
function spread(walk: Walk, place: LocatedNode, merged: boolean): LocatedNode[] {
  const target = followReference(place, walk.open);
  const places = target ? [target, place] : [place];
  if (!merged) return places;
  const members = places.flatMap((from) => itemNodes(childNode(from, "allOf"))).reverse();
  return [...places, ...members.flatMap((member) => spread(walk, member, true))];
}

const node = (walk: Walk, place: LocatedNode, children: Children): SourceNode => [
  place.line,
  walk.index.get(place.file) ?? 0,
  children,
];

function childrenOf(walk: Walk, value: unknown, key: string, places: readonly LocatedNode[]) {
  const children: Record<string, SourceNode> = {};
  for (const [token, member] of membersOf(value, key)) {
    const [first, ...others] = places.flatMap((place) => childNode(place, token) ?? []);
    // What stands in `properties` is called by names, which may look like keywords.
    const name = key === "properties" ? "" : token;
    if (first) children[token] = trace(walk, member, name, [first, ...others], places[0]);
  }
  return children;
}

/** The items of a `required`, which may come from each of several schemas that were merged. */
function itemsOf(walk: Walk, value: unknown, written: readonly [LocatedNode, ...LocatedNode[]]): Children {
  const [first] = written;
  const found = written.flatMap(itemNodes).reverse();
  const places = new Map(found.map((place) => [isScalar(place.node) ? place.node.value : undefined, place]));
  const items = Array.isArray(value) ? value : [];
  return Object.fromEntries(
    items.map((name) => {
      const place = places.get(name) ?? first;
      return [name, place.file === first.file ? place.line : node(walk, place, {})];
    }),
  );
}

/** The members worth a line of their own: no prose, and nothing inside example data. */
function membersOf(value: unknown, key: string): [string, unknown][] {
  if (typeof value !== "object" || value === null || DATA.has(key)) return [];
  return Object.entries(value).filter(([name, member]) => !(PROSE.has(name) && typeof member === "string"));
}

const DATA = new Set([
  "x-inferred",
  "example",
  "examples",
  "default",
  "enum",
  "const",
  "required",
  "x-extensible-enum",
]);
const PROSE = new Set(["description", "summary", "title"]);
