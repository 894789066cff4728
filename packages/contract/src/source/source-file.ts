import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type YAMLMap,
} from "yaml";
import { ContractError } from "../contract-error.js";
import { joinPointer } from "../json-pointer.js";
import { isMergeKey, mergeSources } from "./merge-key.js";

/**
 * A parsed YAML or JSON file that knows the line of each of its nodes.
 *
 * @example
 * ```ts
 * import { parseSource, type SourceFile } from "@ittybit/contract/source";
 *
 * const file: SourceFile = parseSource("openapi.yaml", "openapi: 3.1.1\ninfo:\n  title: Media\n");
 * file.line(["info", "title"]); // 3
 * ```
 */
export interface SourceFile {
  /** Name for messages. */
  readonly name: string;
  readonly value: unknown;
  /** `$ref`s to other files: the pointer of each, and the path it names. */
  readonly references: readonly { readonly pointer: string; readonly file: string }[];
  /** Line, counted from 1, of the node at these pointer tokens, or of the nearest node above it. */
  line(tokens: readonly string[]): number;
}

/**
 * A file whose aliases expand to more values than this, and to more than so many times what is written, is refused: a
 * few lines of YAML can name billions.
 */
const MAX_EXPANDED_VALUES = 10_000;
const MAX_EXPANSION = 10;

/**
 * Parses YAML or JSON and keeps the line of each node.
 *
 * @param name of the file, for messages
 * @throws ContractError for text that is neither, for cyclic aliases and for alias bombs
 *
 * @example
 * ```ts
 * import { parseSource } from "@ittybit/contract/source";
 *
 * const { value } = parseSource("openapi.yaml", "openapi: 3.1.1"); // { openapi: "3.1.1" }
 * ```
 */
export function parseSource(name: string, text: string): SourceFile {
  try {
    return parse(name, text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw atLine(
      name,
      1,
      "this file is nested too deeply",
      "Move the inner parts into files of their own.",
      error,
    );
  }
}

function parse(name: string, text: string): SourceFile {
  const lines = new LineCounter();
  const parsed = parseDocument(text, {
    lineCounter: lines,
    logLevel: "silent",
    uniqueKeys: false,
    merge: true,
  });
  const [error] = parsed.errors;
  if (error) {
    const problem =
      error.message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? "this is not YAML";
    throw atLine(name, error.linePos?.[0].line ?? 1, problem, "Correct the YAML.");
  }
  assertUniqueKeys(name, parsed, lines);
  assertNoAliasCycle(name, parsed, lines);
  assertMergesOfMaps(name, parsed, lines);
  const value = toValue(name, parsed);
  const line = (tokens: readonly string[]) => lineOf(parsed, lines, tokens);
  return { name, value, references: fileReferences(value), line };
}

function atLine(file: string, line: number, problem: string, fix: string, cause?: unknown): ContractError {
  return new ContractError(problem, { pointer: "", file, line }, fix, cause);
}

function toValue(name: string, parsed: Document): unknown {
  const sizes = new Map<unknown, number>();
  const expanded = expandedSize(parsed, parsed.contents, sizes);
  if (expanded > MAX_EXPANDED_VALUES && expanded > sizes.size * MAX_EXPANSION) {
    const fix = "Write the parts out, or use $ref.";
    throw atLine(name, 1, `the aliases of this file expand to ${expanded} values`, fix);
  }
  // the size is bounded, whatever the number of aliases
  return parsed.toJS({ maxAliasCount: -1 });
}

/** Number of values of a node with its aliases expanded. */
function expandedSize(parsed: Document, node: unknown, known: Map<unknown, number>): number {
  const counted = known.get(node);
  if (counted !== undefined) return counted;
  let size = 1;
  if (isAlias(node)) size = expandedSize(parsed, node.resolve(parsed), known);
  else if (isMap(node)) for (const { value } of node.items) size += expandedSize(parsed, value, known);
  else if (isSeq(node)) for (const item of node.items) size += expandedSize(parsed, item, known);
  known.set(node, size);
  return size;
}

/** The parser would compare each key with every other one. */
function assertUniqueKeys(name: string, parsed: Document, lines: LineCounter): void {
  visit(parsed, {
    Map(_, map) {
      const keys = new Set<string>();
      for (const { key } of map.items) {
        const text = keyText(key);
        if (keys.has(text)) {
          const { line } = lines.linePos(startOf(key));
          throw atLine(name, line, "Map keys must be unique", "Correct the YAML.");
        }
        keys.add(text);
      }
    },
  });
}

function keyText(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

/** Rejects an alias inside the node that it names: its value would never end. */
function assertNoAliasCycle(name: string, parsed: Document, lines: LineCounter): void {
  visit(parsed, {
    Alias(_, alias, path) {
      const target = alias.resolve(parsed);
      if (target === undefined || !path.includes(target)) return;
      const { line } = lines.linePos(alias.range?.[0] ?? 0);
      const fix = "Use $ref for a value that contains itself.";
      throw atLine(name, line, `the alias *${alias.source} contains itself`, fix);
    },
  });
}

function assertMergesOfMaps(name: string, parsed: Document, lines: LineCounter): void {
  visit(parsed, {
    Map(_, map) {
      if (mergeSources(map, parsed).every(isMap)) return;
      const key = map.items.find((pair) => isMergeKey(pair.key))?.key;
      const fix = "Give << an object or a list of objects, or quote it if it is a name.";
      throw atLine(name, lines.linePos(startOf(key)).line, "the merge key << names no object", fix);
    },
  });
}

function fileReferences(
  value: unknown,
  pointer = "",
  parent = FILE_ROOT,
): { pointer: string; file: string }[] {
  if (typeof value !== "object" || value === null || hasOwnBase(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    if (isData(key, member, parent)) return [];
    const at = joinPointer(pointer, key);
    const file = key === "$ref" && typeof member === "string" ? fileOf(member) : null;
    return file === null ? fileReferences(member, at, isNamesOf(parent) ? "" : key) : [{ pointer: at, file }];
  });
}

/** Fields whose members have names of the author's choice, which may look like keywords. */
const NAME_MAPS: ReadonlySet<string> = new Set(
  `callbacks content definitions dependentSchemas encoding examples headers links parameters pathItems paths
  patternProperties properties requestBodies responses schemas securitySchemes variables webhooks $defs`.split(
    /\s+/,
  ),
);

/** Whether the members below this field have names, so that the next level has keywords again. */
export function isNamesOf(parent: string): boolean {
  return NAME_MAPS.has(parent);
}

/**
 * Whether a member is data of the API, in which a `$ref` is no reference: examples, defaults, constants, and
 * extensions.
 *
 * @param parent field that the object around the member is the value of; "" for one with a name
 */
export function isData(key: string, member: unknown, parent: string): boolean {
  if (isNamesOf(parent)) return false;
  if (key === "examples") return Array.isArray(member);
  return DATA_FIELDS.has(key) || (parent !== FILE_ROOT && (key === "value" || key.startsWith("x-")));
}

const DATA_FIELDS: ReadonlySet<string> = new Set(["example", "default", "const", "enum"]);

/** Parent of the fields of a file, which may be names. */
export const FILE_ROOT = "(root)";

/** Whether references below a value resolve against its `$id` instead of its file. */
export function hasOwnBase(value: object): boolean {
  return "$id" in value && typeof value.$id === "string";
}

/** The path that a `$ref` names; null when it points into its own file, or to a URI. */
export function fileOf(reference: string): string | null {
  const [path = ""] = reference.split("#");
  if (path === "" || /^[a-z][a-z0-9+.-]*:/i.test(path)) return null;
  return decodeURIComponent(path);
}

function lineOf(parsed: Document, lines: LineCounter, tokens: readonly string[]): number {
  let node: unknown = parsed.contents;
  let offset = 0;
  for (const token of tokens) {
    if (isAlias(node)) node = node.resolve(parsed);
    const found = childOf(node, token, parsed);
    if (found === null) break;
    offset = found.offset;
    node = found.node;
  }
  return lines.linePos(offset).line;
}

interface Child {
  readonly node: unknown;
  readonly offset: number;
}

function childOf(node: unknown, token: string, parsed: Document): Child | null {
  if (isMap(node)) return childrenOf(node, parsed).get(token) ?? null;
  const item = isSeq(node) ? node.items[Number(token)] : undefined;
  return item === undefined ? null : { node: item, offset: startOf(item) };
}

const childrenByMap = new WeakMap<YAMLMap, ReadonlyMap<string, Child>>();

/** The members of a map by key. Built on the first lookup: findings may ask for each of thousands. */
function childrenOf(map: YAMLMap, parsed: Document): ReadonlyMap<string, Child> {
  const known = childrenByMap.get(map);
  if (known) return known;
  const own = map.items
    .filter(({ key }) => !isMergeKey(key))
    .map(({ key, value }): [string, Child] => [keyText(key), { node: value, offset: startOf(key) }]);
  // of several maps that are merged, the first one wins
  const merged = mergeSources(map, parsed).reverse();
  const children = new Map([
    ...merged.flatMap((node) => (isMap(node) ? [...childrenOf(node, parsed)] : [])),
    ...own,
  ]);
  childrenByMap.set(map, children);
  return children;
}

function startOf(node: unknown): number {
  return (node as { range?: readonly number[] | null }).range?.[0] ?? 0;
}
