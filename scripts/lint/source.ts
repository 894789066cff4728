import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";

/** The steps from the top of a file to a value in it: map keys and list indices. */
export type Steps = readonly (string | number)[];

/** A place in a file. */
export type Site = { file: string; steps: Steps };

/** The parsed files of a contract, by path relative to the root of the repository. */
export type Sources = ReadonlyMap<string, Source>;

type Source = { value: unknown; document: Document; lines: LineCounter };

/** The contract cannot be read: `message` says where, what is wrong, and what to do. */
export class SpecError extends Error {
  override name = "SpecError";

  /** @param line counts from 1 */
  constructor(file: string, line: number, message: string) {
    super(`${file}:${line}: ${message}`);
  }
}

/**
 * Parses every file.
 *
 * @param texts YAML or JSON by path
 * @throws SpecError for text that is not YAML, a key that stands twice included
 */
export function parseSources(texts: ReadonlyMap<string, string>): Sources {
  return new Map([...texts].map(([file, text]) => [file, parseSource(file, text)]));
}

function parseSource(file: string, text: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line } = lines.linePos(error.pos[0]);
    throw new SpecError(file, line, `not valid YAML: ${error.message.split("\n")[0]}. Fix this line.`);
  }
  return { value: document.toJS(), document, lines };
}

/** The value at a site; undefined when the steps lead nowhere. */
export function valueAt(sources: Sources, { file, steps }: Site): unknown {
  let value = sources.get(file)?.value;
  for (const step of steps) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** The line of a site, or of the nearest place above it that exists. For a map entry it is the line of its key. */
export function lineOf(sources: Sources, { file, steps }: Site): number {
  const source = sources.get(file);
  if (source === undefined) return 1;
  let node: unknown = source.document.contents;
  let offset = 0;
  for (const step of steps) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) break;
      offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(step)];
      offset = (item as { range?: [number, number, number] } | undefined)?.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return source.lines.linePos(offset).line;
}
