import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";
import { ContractError } from "../contract-error.js";
import { joinPointer } from "../json-pointer.js";

/** One file of a document. */
export interface SourceFile {
  /** As people know it. */
  readonly name: string;
  readonly value: unknown;
  /** `$ref`s to other files: where each stands, and the path it names. */
  readonly references: readonly { readonly pointer: string; readonly file: string }[];
  /** Line, from 1, of the node at a pointer, or of the nearest node above it. */
  line(steps: readonly string[]): number;
}

/** Most nodes that aliases of one file may stand for: a few lines of YAML can name billions. */
const mostAliased = 100;

/**
 * Parses YAML or JSON, keeping the line of each node.
 *
 * @throws ContractError for text that is neither, for cyclic aliases and for alias bombs
 */
export function parseSource(name: string, text: string): SourceFile {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines, logLevel: "silent", uniqueKeys: true });
  const [error] = parsed.errors;
  if (error) {
    const problem =
      error.message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? "this is not YAML";
    throw new ContractError(
      problem,
      { pointer: "", file: name, line: error.linePos?.[0].line ?? 1 },
      "Correct the YAML.",
    );
  }
  requireNoCycle(name, parsed, lines);
  const value = toValue(name, parsed);
  return { name, value, references: fileReferences(value), line: (steps) => lineOf(parsed, lines, steps) };
}

function toValue(name: string, parsed: Document): unknown {
  try {
    return parsed.toJS({ maxAliasCount: mostAliased });
  } catch (error) {
    const fix = "Write the parts out, or use $ref.";
    throw new ContractError(
      "the aliases of this file cannot be resolved",
      { pointer: "", file: name, line: 1 },
      fix,
      error,
    );
  }
}

/** An alias inside the node that it names: a value without end. */
function requireNoCycle(name: string, parsed: Document, lines: LineCounter): void {
  visit(parsed, {
    Alias(_, alias, path) {
      const target = alias.resolve(parsed);
      if (target === undefined || !path.includes(target)) return;
      const line = lines.linePos(alias.range?.[0] ?? 0).line;
      const fix = "Use $ref for what contains itself.";
      throw new ContractError(
        `the alias *${alias.source} contains itself`,
        { pointer: "", file: name, line },
        fix,
      );
    },
  });
}

function fileReferences(value: unknown, pointer = ""): { pointer: string; file: string }[] {
  if (typeof value !== "object" || value === null || hasOwnBase(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const at = joinPointer(pointer, key);
    const file = key === "$ref" && typeof member === "string" ? fileOf(member) : null;
    return file === null ? fileReferences(member, at) : [{ pointer: at, file }];
  });
}

/** Below an `$id`, references are relative to it, and not to the file. */
export function hasOwnBase(value: object): boolean {
  return "$id" in value && typeof value.$id === "string";
}

/** The path that a `$ref` names; null for one inside the file, and for a URI. */
export function fileOf(reference: string): string | null {
  const [path = ""] = reference.split("#");
  if (path === "" || /^[a-z][a-z0-9+.-]*:/i.test(path)) return null;
  return decodeURIComponent(path);
}

function lineOf(parsed: Document, lines: LineCounter, steps: readonly string[]): number {
  let node: unknown = parsed.contents;
  let offset = 0;
  for (const step of steps) {
    if (isAlias(node)) node = node.resolve(parsed);
    const found = childOf(node, step);
    if (found === null) break;
    offset = found.offset;
    node = found.node;
  }
  return lines.linePos(offset).line;
}

function childOf(node: unknown, step: string): { node: unknown; offset: number } | null {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === step);
    return pair ? { node: pair.value, offset: startOf(pair.key) } : null;
  }
  const item = isSeq(node) ? node.items[Number(step)] : undefined;
  return item === undefined ? null : { node: item, offset: startOf(item) };
}

function startOf(node: unknown): number {
  return (node as { range?: readonly number[] | null }).range?.[0] ?? 0;
}
