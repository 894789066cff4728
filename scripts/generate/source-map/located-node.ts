import { posix } from "node:path";
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from "yaml";
import { pointerTokens } from "../document/document.js";

/** A node of a YAML or JSON file, and the line (from 1) where it begins: that of its key, if it has one. */
export interface LocatedNode {
  readonly file: string;
  readonly line: number;
  readonly node: unknown;
  readonly lines: LineCounter;
  readonly resolveAlias: (node: unknown) => unknown;
}

/** Opens files by path; each is parsed once. A path that is not in `files` gives nothing. */
export function openFiles(files: ReadonlyMap<string, string>): (file: string) => LocatedNode | undefined {
  const opened = new Map<string, LocatedNode>();
  return (file) => {
    const text = files.get(file);
    if (text === undefined) return undefined;
    const place = opened.get(file) ?? open(file, text);
    opened.set(file, place);
    return place;
  };
}

function open(file: string, text: string): LocatedNode {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: "silent" });
  const resolveAlias = (node: unknown) => (isAlias(node) ? node.resolve(document) : node);
  return { file, line: 1, node: document.contents, lines, resolveAlias };
}

/** The member `token` of a mapping, or the item at that index of a sequence. */
export function childNode(place: LocatedNode, token: string): LocatedNode | undefined {
  if (isMap(place.node)) {
    const pair = place.node.items.find(({ key }) => keyText(key) === token);
    return pair && moved(place, pair.value, pair.key);
  }
  if (!isSeq(place.node)) return undefined;
  const item = place.node.items[Number(token)];
  return item === undefined ? undefined : moved(place, item, item);
}

/** The items of a sequence; none for anything else. */
export const itemNodes = (place: LocatedNode | undefined): LocatedNode[] =>
  place && isSeq(place.node) ? place.node.items.map((item) => moved(place, item, item)) : [];

const keyText = (key: unknown): string => String(isScalar(key) ? key.value : key);

function moved(from: LocatedNode, value: Pair["value"] | unknown, mark: unknown): LocatedNode {
  const start = (mark as Node | null)?.range?.[0];
  return {
    ...from,
    line: start === undefined ? from.line : from.lines.linePos(start).line,
    node: from.resolveAlias(value),
  };
}

/** Where the `$ref` at `place` leads, through every further `$ref`; nothing when there is none. */
export function followReference(
  place: LocatedNode,
  open: (file: string) => LocatedNode | undefined,
): LocatedNode | undefined {
  const seen = new Set<unknown>();
  let target: LocatedNode | undefined;
  for (let ref = refAt(place); ref !== undefined; ref = target && refAt(target)) {
    const from: LocatedNode = target ?? place;
    if (seen.has(from.node)) return undefined;
    seen.add(from.node);
    target = follow(from, ref, open);
  }
  return target;
}

function refAt(place: LocatedNode): string | undefined {
  const ref = isMap(place.node) ? place.node.get("$ref") : undefined;
  return typeof ref === "string" ? ref : undefined;
}

function follow(
  from: LocatedNode,
  ref: string,
  open: (file: string) => LocatedNode | undefined,
): LocatedNode | undefined {
  const [path = "", pointer = ""] = ref.split("#");
  const file = path === "" ? from.file : posix.join(posix.dirname(from.file), decodeURIComponent(path));
  let place = open(file);
  for (const token of pointerTokens(`#${pointer}`)) place = place && childNode(place, token);
  return place;
}
