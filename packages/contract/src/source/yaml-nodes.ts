import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type LineCounter,
  type YAMLMap,
} from "yaml";
import { ContractError } from "../contract-error.js";
import { type AliasTargets, isMergeKey, mergeSources } from "./merge-key.js";

/**
 * Reads the nodes of a file once, in its order. The parser would compare each key with every other one, and search the
 * whole file for the target of each alias.
 *
 * @throws ContractError for a key that is there twice, an alias that contains itself, and a merge key without objects
 */
export function readNodes(name: string, parsed: Document, lines: LineCounter): AliasTargets {
  const reader = new NodeReader(name, lines);
  reader.read(parsed.contents);
  return reader.targets;
}

class NodeReader {
  readonly targets = new Map<Alias, unknown>();
  readonly #name: string;
  readonly #lines: LineCounter;
  readonly #anchors = new Map<string, unknown>();
  /** The nodes around the current one. */
  readonly #around = new Set<unknown>();

  constructor(name: string, lines: LineCounter) {
    this.#name = name;
    this.#lines = lines;
  }

  read(node: unknown): void {
    if (isAlias(node)) {
      this.#readAlias(node);
      return;
    }
    const { anchor } = (node ?? {}) as { readonly anchor?: string };
    if (anchor !== undefined) this.#anchors.set(anchor, node);
    if (!isMap(node) && !isSeq(node)) return;
    this.#around.add(node);
    if (isMap(node)) this.#readMap(node);
    else for (const item of node.items) this.read(item);
    this.#around.delete(node);
  }

  #readAlias(alias: Alias): void {
    const target = this.#anchors.get(alias.source);
    this.targets.set(alias, target);
    if (target === undefined || !this.#around.has(target)) return;
    const fix = "Use $ref for a value that contains itself.";
    throw this.#fault(alias, `the alias *${alias.source} contains itself`, fix);
  }

  #readMap(map: YAMLMap): void {
    const keys = new Set<string>();
    for (const { key, value } of map.items) {
      const text = keyText(key);
      if (keys.has(text)) throw this.#fault(key, "Map keys must be unique", "Correct the YAML.");
      keys.add(text);
      this.read(key);
      this.read(value);
    }
    if (mergeSources(map, this.targets).every(isMap)) return;
    const key = map.items.find((pair) => isMergeKey(pair.key))?.key;
    const fix = "Give << an object or a list of objects, or quote it if it is a name.";
    throw this.#fault(key, "the merge key << names no object", fix);
  }

  #fault(node: unknown, problem: string, fix: string): ContractError {
    const { line } = this.#lines.linePos(startOf(node));
    return new ContractError(problem, { pointer: "", file: this.#name, line }, fix);
  }
}

export function keyText(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

/** Where a node begins in the text. */
export function startOf(node: unknown): number {
  return (node as { range?: readonly number[] | null }).range?.[0] ?? 0;
}
