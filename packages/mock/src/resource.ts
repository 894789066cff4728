import type { PlanOperation } from "@ittybit/contract";
import { type Catalogue, examplesOf } from "./catalogue.js";
import { asNode, type Node } from "./document.js";
import { isPage } from "./listing.js";

/** An answer that holds one resource with an id. */
export interface Resource extends Node {
  readonly data: Node & { readonly id: string };
}

/** Whether a value is the answer about one resource. */
export function isResource(value: unknown): value is Resource {
  const { data } = asNode(value);
  return typeof asNode(data).id === "string";
}

/** What the examples of a document say about each id: items of its lists, by id. */
export type Items = ReadonlyMap<string, Node>;

/** Collects the items of every list example. */
export function collectItems(operations: readonly PlanOperation[], catalogue: Catalogue): Items {
  const values = operations.flatMap((operation) => catalogue(operation)).flatMap(examplesOf);
  const items = values.flatMap(({ value }) => (isPage(value) ? value.data : []));
  return new Map(items.flatMap((item) => (typeof item.id === "string" ? [[item.id, item]] : [])));
}

/**
 * The answer about the resource of an id: its own example where there is one, else an example of the same kind
 * that says what a list says of it; null for an id that no example has.
 */
export function findResource(examples: readonly Resource[], items: Items, id: string): Resource | null {
  const own = examples.find(({ data }) => data.id === id);
  if (own) return own;
  const item = items.get(id);
  if (item === undefined) return null;
  const template = examples.find(({ data }) => data.kind === item.kind) ?? examples[0];
  return template === undefined ? null : about(template, id, item);
}

/** An example told of another resource: its data replaced where something is known, its id everywhere. */
function about(template: Resource, id: string, known: Node): Resource {
  const text = JSON.stringify(template).replaceAll(JSON.stringify(template.data.id).slice(1, -1), id);
  const renamed = JSON.parse(text) as Resource;
  const data = asNode(renamed.data);
  const shared = Object.entries(known).filter(([name]) => name in data);
  return { ...renamed, data: { ...data, ...Object.fromEntries(shared), id } };
}

/**
 * The answer to a deletion: the example of a deleted resource, told of this one. What the example shows to be
 * gone stays gone: null and empty values, and the times of the change.
 */
export function tombstoneOf(template: Resource, resource: Resource): Resource {
  if (template.data.id === resource.data.id) return template;
  const kept = Object.entries(resource.data).filter(([name]) => {
    const value = template.data[name];
    const isGone = Array.isArray(value)
      ? value.length === 0
      : Object.values(asNode(value)).some((one) => one === null);
    return !isGone && name !== "updated" && name !== "deleted";
  });
  return about(template, resource.data.id, Object.fromEntries(kept));
}
