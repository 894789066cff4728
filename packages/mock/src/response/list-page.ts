import { asNode, type Node } from "../document/node.js";

/** A response that holds one page of a list. */
export interface ListPage extends Node {
  readonly meta: Node;
  readonly data: readonly Node[];
  readonly links: Node;
}

/** Whether a value is a page of a list: `data` holds items, and `meta` has a `limit`. */
export function isListPage(value: unknown): value is ListPage {
  const { meta, data, links } = asNode(value);
  return Array.isArray(data) && typeof asNode(meta).limit === "number" && typeof links === "object";
}

/** Query parameters of a list. */
export interface PageQuery {
  readonly limit?: unknown;
  readonly page?: unknown;
  readonly orderBy?: unknown;
  readonly order?: unknown;
}

/**
 * Selects a page from the items of all example pages together: sorted, counted and linked as the query asks. A page
 * after the last one is empty, and its `prev` link points to the last one.
 */
export function selectPage(pages: readonly [ListPage, ...ListPage[]], query: PageQuery): ListPage {
  const [first] = pages;
  const items = new Map(pages.flatMap(({ data }) => data).map((item) => [item.id ?? item, item]));
  const { limit, page } = limitAndPage(first, query);
  const direction = query.order === "asc" ? 1 : -1;
  const sorted = [...items.values()].sort(comparator(String(query.orderBy ?? "created"), direction));
  return createPage(first, sorted.slice((page - 1) * limit, page * limit), sorted.length, query);
}

/** A page in the envelope of another page of that list. @param total number of items on all pages */
export function createPage(
  template: ListPage,
  data: readonly Node[],
  total: number,
  query: PageQuery,
): ListPage {
  const { limit, page } = limitAndPage(template, query);
  const pageCount = Math.ceil(total / limit);
  return {
    ...template,
    meta: { ...template.meta, total, limit, page, pages: pageCount },
    data,
    links: createLinks(template.links, query, { limit, page, pageCount }),
  };
}

/** The limit and page that a query asks for. The limit of the example is the default. */
export function limitAndPage({ meta }: ListPage, query: PageQuery): { limit: number; page: number } {
  return {
    limit: typeof query.limit === "number" ? query.limit : Number(meta.limit),
    page: typeof query.page === "number" ? query.page : 1,
  };
}

/** Breaks ties by id, so that no item is on two pages. */
function comparator(property: string, direction: 1 | -1): (a: Node, b: Node) => number {
  return (a, b) => direction * (compare(a[property], b[property]) || compare(a.id, b.id));
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [left, right] = [String(a ?? ""), String(b ?? "")];
  return left < right ? -1 : Number(left > right);
}

function createLinks(
  template: Node,
  { orderBy, order }: PageQuery,
  { limit, page, pageCount }: { limit: number; page: number; pageCount: number },
): Node {
  const base = String(template.self ?? "").split("?")[0];
  const lastPage = Math.max(pageCount, 1);
  const link = (number: number) => {
    const query = new URLSearchParams({ limit: String(limit), page: String(number) });
    if (orderBy !== undefined) query.set("orderBy", String(orderBy));
    if (order !== undefined) query.set("order", String(order));
    return `${base}?${query}`;
  };
  return {
    ...template,
    self: link(page),
    first: link(1),
    prev: page > 1 ? link(Math.min(page - 1, lastPage)) : null,
    next: page < pageCount ? link(page + 1) : null,
    last: link(lastPage),
  };
}
