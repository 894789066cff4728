import { PageError } from "./errors.js";
import type { ListOptions } from "./options.js";
import type { Execute, Init } from "./request/prepare.js";
import type { UrlParams } from "./request/url.js";
import { type OperationId, type Result, type Success, toResult, unwrap } from "./result.js";

type Item<Id extends OperationId> =
  Success<Id> extends { readonly data: readonly (infer Each)[] } ? Each : never;

/**
 * A list. It sends nothing until it is awaited, which requests the first page, or iterated, which yields every item
 * and requests each page when it is needed.
 */
export interface Listing<Id extends OperationId> extends PromiseLike<Result<Id>>, AsyncIterable<Item<Id>> {
  /** The first page alone; rejects with the error of a failure. */
  orThrow(): Promise<Success<Id>>;
  /**
   * Yields page after page, by `links.next` alone. It throws the error of a page that fails, and a PageError for a
   * link to another origin or back to a page already read.
   */
  pages(): AsyncGenerator<Success<Id>, void, undefined>;
}

/** Creates a list from `request`, which sends one request: with the parameters, or to a link. */
export function createList(
  operation: string,
  request: (init: Init) => ReturnType<Execute>,
  params: UrlParams,
  { from, ...options }: ListOptions,
): Listing<"listMedia"> {
  const read = (link: string | undefined) =>
    request(Object.assign(link === undefined ? { params } : { link }, options)).then(toResult<"listMedia">);
  const first = () => read(from);
  const orThrow = () => first().then(unwrap);

  async function* pages() {
    const seen = new Set<string>();
    for (let link = from as string | null | undefined; ; ) {
      const page = unwrap(await read(link ?? undefined));
      seen.add(link ?? page.links.self);
      yield page;
      link = page.links.next;
      if (!link) return;
      if (seen.has(link)) throw new PageError(operation, `leads back to a page already read: ${link}`);
    }
  }

  async function* items() {
    for await (const page of pages()) yield* page.data;
  }

  // biome-ignore lint/suspicious/noThenProperty: a list is awaited for its first page
  return { then: (...handlers) => first().then(...handlers), orThrow, pages, [Symbol.asyncIterator]: items };
}
