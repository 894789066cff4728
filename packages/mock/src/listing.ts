import { asNode, type Node } from "./document.js";

/** An answer that holds one page of a list. */
export interface Page extends Node {
  readonly meta: Node;
  readonly data: readonly Node[];
  readonly links: Node;
}

/** Whether a value is one page of a list: `data` with items, and `meta` that counts them. */
export function isPage(value: unknown): value is Page {
  const { meta, data, links } = asNode(value);
  return Array.isArray(data) && typeof asNode(meta).limit === "number" && typeof links === "object";
}

/** What of a list is asked for. */
export interface PageQuery {
  readonly limit?: unknown;
  readonly page?: unknown;
  readonly orderBy?: unknown;
  readonly order?: unknown;
}

/**
 * The page that a query asks for, cut from the items of all example pages together: sorted, counted and linked
 * as the caller asked. A page after the last one is empty, and its `prev` leads back to the last.
 */
export function turnTo(pages: readonly Page[], query: PageQuery): Page {
  const [first] = pages as readonly [Page, ...Page[]];
  const items = [
    ...new Map(pages.flatMap(({ data }) => data).map((item) => [item.id ?? item, item])).values(),
  ];
  const limit = typeof query.limit === "number" ? query.limit : Number(first.meta.limit);
  const page = typeof query.page === "number" ? query.page : 1;
  const pageCount = Math.ceil(items.length / limit);
  const sorted = items.sort(comparator(query.orderBy ?? "created", query.order === "asc" ? 1 : -1));
  return {
    ...first,
    meta: { ...first.meta, total: items.length, limit, page, pages: pageCount },
    data: sorted.slice((page - 1) * limit, page * limit),
    links: linksOf(first.links, query, { limit, page, pageCount }),
  };
}

/** Items without the property keep their place; equal ones go by id, so that no page repeats an item. */
function comparator(property: unknown, direction: 1 | -1): (a: Node, b: Node) => number {
  const key = String(property);
  return (a, b) => direction * (compare(a[key], b[key]) || compare(a.id, b.id));
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [left, right] = [String(a ?? ""), String(b ?? "")];
  return left < right ? -1 : Number(left > right);
}

function linksOf(
  example: Node,
  { orderBy, order }: PageQuery,
  { limit, page, pageCount }: { limit: number; page: number; pageCount: number },
): Node {
  const base = String(example.self ?? "").split("?")[0];
  const last = Math.max(pageCount, 1);
  const link = (number: number) => {
    const query = new URLSearchParams({ limit: String(limit), page: String(number) });
    if (orderBy !== undefined) query.set("orderBy", String(orderBy));
    if (order !== undefined) query.set("order", String(order));
    return `${base}?${query}`;
  };
  return {
    ...example,
    self: link(page),
    first: link(1),
    prev: page > 1 ? link(Math.min(page - 1, last)) : null,
    next: page < pageCount ? link(page + 1) : null,
    last: link(last),
  };
}
