import type { Steps } from "./spec-source.js";

/** A fault of an example: where in its value, and what is wrong. */
export interface Disagreement {
  readonly steps: Steps;
  readonly message: string;
}

type Json = Record<string, unknown>;

/** Checks that the counts of a page, its items and its links to other pages agree. `value` is the body of a list. */
export function* pagingDisagreements(value: Json): Generator<Disagreement> {
  const { data, links } = value;
  const { limit, page, pages, total } = object(value.meta);
  if (!Array.isArray(data) || typeof page !== "number" || typeof pages !== "number") return;
  if (pages !== Math.ceil(Number(total) / Number(limit)) && Number(total) > 0)
    yield { steps: ["meta", "pages"], message: `${total} items at ${limit} a page are not ${pages} pages` };
  const remaining = Number(total) - (page - 1) * Number(limit);
  if (data.length !== Math.max(0, Math.min(remaining, Number(limit))))
    yield {
      steps: ["data"],
      message: `${data.length} items on page ${page} of ${total} at ${limit} a page`,
    };
  yield* linkDisagreements(object(links), page, pages);
}

function* linkDisagreements(links: Json, page: number, pages: number): Generator<Disagreement> {
  const expected = {
    self: page,
    first: 1,
    prev: page > 1 ? page - 1 : null,
    next: page < pages ? page + 1 : null,
    last: Math.max(1, pages),
  };
  for (const [link, number] of Object.entries(expected)) {
    const shown = pageOf(links[link]);
    if (shown === undefined || shown === number) continue;
    const message = `links.${link} must ${number === null ? "be null" : `lead to page ${number}`}`;
    yield { steps: ["links", link], message };
  }
}

/** @returns the page that a link leads to, null for no link, undefined for a link that names no page */
function pageOf(link: unknown): number | null | undefined {
  if (typeof link !== "string") return link === null ? null : undefined;
  const page = URL.canParse(link) ? new URL(link).searchParams.get("page") : null;
  return page === null ? undefined : Number(page);
}

const object = (value: unknown): Json =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
