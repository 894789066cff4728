import { isObject } from "../../is-object.js";
import { joinPointer, pointerOfReference, resolvePointer } from "../../json-pointer.js";
import { type ObjectKind, objectFields } from "./object-fields.js";

/** An object of a document. */
export interface DocumentObject {
  readonly kind: ObjectKind;
  readonly pointer: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** Whether only a `$ref` leads here: the place itself says nothing of the kind. */
  readonly isReferenced: boolean;
}

/** Visits every OpenAPI object of a document once: those that are written in place, then those that `$ref`s lead to. */
export function walkObjects(document: unknown, visit: (object: DocumentObject) => void): void {
  const seen = new Set<string>();
  const references: { readonly kind: ObjectKind; readonly pointer: string }[] = [];
  const open: Place[] = [{ kind: "openapi", pointer: "", value: document, isReferenced: false }];
  for (;;) {
    const next = open.pop() ?? takeReference();
    if (next === undefined) return;
    const { value } = next;
    if (!isObject(value) || seen.has(next.pointer)) continue;
    seen.add(next.pointer);
    const target = typeof value.$ref === "string" ? pointerOfReference(value.$ref) : null;
    if (target !== null) references.push({ kind: next.kind, pointer: target });
    if (target !== null && next.kind !== "pathItem") continue;
    visit({ ...next, value });
    for (const { kind, steps, value: held } of childrenOf(next.kind, value)) {
      open.push({ kind, pointer: joinPointer(next.pointer, ...steps), value: held, isReferenced: false });
    }
  }

  function takeReference() {
    const reference = references.pop();
    return (
      reference && { ...reference, value: resolvePointer(document, reference.pointer), isReferenced: true }
    );
  }
}

/** A place where an object is expected. */
type Place = Omit<DocumentObject, "value"> & { readonly value: unknown };

interface Child {
  readonly kind: ObjectKind;
  readonly steps: readonly (string | number)[];
  readonly value: unknown;
}

function childrenOf(kind: ObjectKind, value: Readonly<Record<string, unknown>>): Child[] {
  const { single = {}, lists = {}, maps = {}, every } = objectFields[kind];
  const children: Child[] = [];
  for (const [field, held] of Object.entries(single)) {
    if (value[field] !== undefined) children.push({ kind: held, steps: [field], value: value[field] });
  }
  for (const [field, held] of Object.entries(lists)) {
    const list: unknown = value[field];
    if (!Array.isArray(list)) continue;
    for (const [index, item] of list.entries())
      children.push({ kind: held, steps: [field, index], value: item });
  }
  for (const [field, held] of Object.entries(maps)) {
    for (const [name, one] of entriesOf(value[field]))
      children.push({ kind: held, steps: [field, name], value: one });
  }
  if (every)
    for (const [name, one] of entriesOf(value)) children.push({ kind: every, steps: [name], value: one });
  return children;
}

function entriesOf(map: unknown): [string, unknown][] {
  return isObject(map) ? Object.entries(map).filter(([name]) => !name.startsWith("x-")) : [];
}
