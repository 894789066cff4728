import { parsePointer } from "@ittybit/contract/json-pointer";

/** What is done to a document, by JSON pointer (RFC 6901). */
export type Patch = { set?: Record<string, unknown>; remove?: string[] };

type Node = Record<string, unknown>;

/** @returns a copy of the document, changed; throws when a pointer leads nowhere, so that no patch is idle */
export function patched(document: unknown, { set = {}, remove = [] }: Patch): unknown {
  const copy = structuredClone(document);
  for (const [pointer, value] of Object.entries(set)) {
    const { parent, key } = locate(copy, pointer);
    parent[key] = structuredClone(value);
  }
  for (const pointer of remove) {
    const { parent, key } = locate(copy, pointer);
    if (!(key in parent)) throw new Error(`nothing to remove at ${pointer}`);
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  }
  return copy;
}

function locate(document: unknown, pointer: string): { parent: Node; key: string } {
  const keys = parsePointer(pointer);
  const key = keys.pop() ?? "";
  let parent = document as Node;
  for (const step of keys) {
    if (!(step in parent)) throw new Error(`no ${step} on the way to ${pointer}`);
    parent = parent[step] as Node;
  }
  return { parent, key };
}
