import { type Document, isAlias, isMap, isSeq, LineCounter, parseDocument, type YAMLMap } from "yaml";
import { repeatedNames } from "../body/repeated-names.js";
import { ContractError } from "../contract-error.js";
import { isObject } from "../is-object.js";
import { joinPointer } from "../json-pointer.js";
import { jsonPositions } from "./json-positions.js";
import { type AliasTargets, isMergeKey, mergeSources } from "./merge-key.js";
import { type PlacedNode, startOfMember } from "./placed-node.js";
import { MAX_EXPANDED_VALUES, readPlainYaml } from "./plain-yaml.js";
import { keyText, readNodes, startOf } from "./yaml-nodes.js";
import { yamlPositions } from "./yaml-positions.js";

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

/** A file whose aliases expand to too many values is refused only if they are also more than so many times what is written. */
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
  return parseJsonFile(name, text) ?? parsePlainYaml(name, text) ?? parseYaml(name, text);
}

function parseJsonFile(name: string, text: string): SourceFile | null {
  const value = parseJson(text);
  if (value === undefined) return null;
  const line = lazyLines(text, jsonPositions);
  return { name, value, references: fileReferences(value), line };
}

function parsePlainYaml(name: string, text: string): SourceFile | null {
  const value = readPlainYaml(text);
  if (value === undefined) return null;
  const line = lazyLines(text, yamlPositions);
  return { name, value, references: fileReferences(value), line };
}

/** Finds lines in a text. The lines of a file without faults are not asked for, so its nodes are read when they are. */
function lazyLines(text: string, read: (text: string) => PlacedNode): SourceFile["line"] {
  let root: PlacedNode | null = null;
  let newlines: readonly number[] = [];
  return (tokens) => {
    if (root === null) newlines = [...text.matchAll(/\n/g)].map(({ index }) => index);
    root ??= read(text);
    return 1 + countBelow(newlines, startOfMember(root, tokens));
  };
}

/** How many of ascending numbers are below a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The value of a JSON text; undefined for YAML, and for what has faults that YAML has a line for. */
function parseJson(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return repeatedNames(text, value).length === 0 ? value : undefined;
  } catch {
    return undefined;
  }
}

function parseYaml(name: string, text: string): SourceFile {
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
  const targets = readNodes(name, parsed, lines);
  const value = toValue(name, parsed, targets);
  const line = (tokens: readonly string[]) => lines.linePos(offsetOf(parsed.contents, targets, tokens)).line;
  return { name, value, references: fileReferences(value), line };
}

function atLine(file: string, line: number, problem: string, fix: string, cause?: unknown): ContractError {
  return new ContractError(problem, { pointer: "", file, line }, fix, cause);
}

function toValue(name: string, parsed: Document, targets: AliasTargets): unknown {
  const sizes = new Map<unknown, number>();
  const expanded = expandedSize(parsed.contents, targets, sizes);
  if (expanded > MAX_EXPANDED_VALUES && expanded > sizes.size * MAX_EXPANSION) {
    const fix = "Write the parts out, or use $ref.";
    throw atLine(name, 1, `the aliases of this file expand to ${expanded} values`, fix);
  }
  // the size is bounded, whatever the number of aliases
  return parsed.toJS({ maxAliasCount: -1 });
}

/** Number of values of a node with its aliases expanded. */
function expandedSize(node: unknown, targets: AliasTargets, known: Map<unknown, number>): number {
  const counted = known.get(node);
  if (counted !== undefined) return counted;
  let size = 1;
  if (isAlias(node)) size = expandedSize(targets.get(node), targets, known);
  else if (isMap(node)) for (const { value } of node.items) size += expandedSize(value, targets, known);
  else if (isSeq(node)) for (const item of node.items) size += expandedSize(item, targets, known);
  known.set(node, size);
  return size;
}

type FileReferences = { readonly pointer: string; readonly file: string }[];

function fileReferences(document: unknown): FileReferences {
  const found: FileReferences = [];
  collectReferences(document, rootParent(document), [], found);
  return found;
}

/** @param steps from the root to the value */
function collectReferences(value: unknown, parent: string, steps: string[], found: FileReferences): void {
  if (typeof value !== "object" || value === null || hasOwnBase(value)) return;
  for (const [key, member] of Object.entries(value)) {
    if (isData(key, member, parent)) continue;
    steps.push(key);
    const file = key === "$ref" && typeof member === "string" ? fileOf(member) : null;
    if (file !== null) found.push({ pointer: joinPointer("", ...steps), file });
    else collectReferences(member, isNamesOf(parent) ? "" : key, steps, found);
    steps.pop();
  }
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
const FILE_ROOT = "(root)";

/** The parent of the fields of a file: those of an OpenAPI document are its own, with extensions among them. */
export function rootParent(value: unknown): string {
  return isObject(value) && "openapi" in value ? "" : FILE_ROOT;
}

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

function offsetOf(root: unknown, targets: AliasTargets, tokens: readonly string[]): number {
  let node = root;
  let offset = 0;
  for (const token of tokens) {
    if (isAlias(node)) node = targets.get(node);
    const found = childOf(node, token, targets);
    if (found === null) break;
    offset = found.offset;
    node = found.node;
  }
  return offset;
}

interface Child {
  readonly node: unknown;
  readonly offset: number;
}

function childOf(node: unknown, token: string, targets: AliasTargets): Child | null {
  if (isMap(node)) return childrenOf(node, targets).get(token) ?? null;
  const item = isSeq(node) ? node.items[Number(token)] : undefined;
  return item === undefined ? null : { node: item, offset: startOf(item) };
}

const childrenByMap = new WeakMap<YAMLMap, ReadonlyMap<string, Child>>();

/** The members of a map by key. Built on the first lookup: findings may ask for each of thousands. */
function childrenOf(map: YAMLMap, targets: AliasTargets): ReadonlyMap<string, Child> {
  const known = childrenByMap.get(map);
  if (known) return known;
  const own = map.items
    .filter(({ key }) => !isMergeKey(key))
    .map(({ key, value }): [string, Child] => [keyText(key), { node: value, offset: startOf(key) }]);
  // of several maps that are merged, the first one wins
  const merged = mergeSources(map, targets).reverse();
  const children = new Map([
    ...merged.flatMap((node) => (isMap(node) ? [...childrenOf(node, targets)] : [])),
    ...own,
  ]);
  childrenByMap.set(map, children);
  return children;
}
