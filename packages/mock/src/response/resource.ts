import type { Operation } from "@ittybit/contract";
import { type DocumentedResponses, examplesOf } from "../document/documented-responses.js";
import { asNode, type Node } from "../document/node.js";
import { withOwnSources } from "./filled-in-sources.js";
import { isListPage } from "./list-page.js";

/** A response that holds one resource with an id. */
export interface Resource extends Node {
  readonly data: Node & { readonly id: string };
}

/** Whether a value is a response that holds one resource. */
export function isResource(value: unknown): value is Resource {
  const { data } = asNode(value);
  return typeof asNode(data).id === "string";
}

/** Items of the documented lists by id. */
export type ListItems = ReadonlyMap<string, Node>;

/** Collects the items of every list example. */
export function collectListItems(
  operations: readonly Operation[],
  documentedResponses: DocumentedResponses,
): ListItems {
  const values = operations.flatMap((operation) => documentedResponses(operation)).flatMap(examplesOf);
  const items = values.flatMap(({ value }) => (isListPage(value) ? value.data : []));
  return new Map(items.flatMap((item) => (typeof item.id === "string" ? [[item.id, item]] : [])));
}

/**
 * Finds the resource with an id: its own example, else an example of the same kind filled in from a list item. Returns
 * null for an id that no example has.
 */
export function findResource(
  examples: readonly Resource[],
  listItems: ListItems,
  id: string,
): Resource | null {
  const own = examples.find(({ data }) => data.id === id);
  if (own) return own;
  const item = listItems.get(id);
  if (item === undefined) return null;
  const template = examples.find(({ data }) => data.kind === item.kind) ?? examples[0];
  return template === undefined ? null : fillIn(template, id, item);
}

/** An example with another id, in its data and links, and with known values in its data. */
function fillIn(template: Resource, id: string, values: Node): Resource {
  const text = JSON.stringify(template).replaceAll(JSON.stringify(template.data.id).slice(1, -1), id);
  const renamed = JSON.parse(text) as Resource;
  const data = asNode(renamed.data);
  const shared = Object.entries(values).filter(([name]) => name in data);
  const filled = withOwnSources({ ...data, ...Object.fromEntries(shared) });
  return { ...renamed, data: { ...filled, id } };
}

/**
 * The response to a deletion: the example of a deleted resource, filled in from this one. Values that the example shows
 * as removed (null or empty) and the times of the change are kept from the example.
 */
export function tombstoneOf(template: Resource, resource: Resource): Resource {
  if (template.data.id === resource.data.id) return template;
  const kept = Object.entries(resource.data).filter(([name]) => {
    const value = template.data[name];
    const isRemoved = Array.isArray(value)
      ? value.length === 0
      : Object.values(asNode(value)).some((one) => one === null);
    return !isRemoved && name !== "updated" && name !== "deleted";
  });
  return fillIn(template, resource.data.id, Object.fromEntries(kept));
}
