import { PageError } from "./errors.js";
import type { CallArguments, Execute } from "./request/prepare.js";
import type { UrlParams } from "./request/url.js";
import { type OperationId, type Result, type Success, toResult, unwrap } from "./result.js";

type Item<Id extends OperationId> =
  Success<Id> extends { readonly data: readonly (infer Each)[] } ? Each : never;

/**
 * A list. It sends nothing until it is awaited, which requests the first page once, or iterated, which yields every item
 * and requests each page when it is needed.
 */
export interface Listing<Id extends OperationId>
  extends Pick<Promise<Result<Id>>, "then" | "catch" | "finally">,
    AsyncIterable<Item<Id>> {
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
  request: (call: CallArguments) => ReturnType<Execute>,
  params: UrlParams,
  from: string | undefined,
): Listing<"listMedia"> {
  const read = (link?: unknown, page?: string) => request({ params, link, page });
  let firstPage: Promise<Result<"listMedia">> | undefined;
  const first = () => {
    firstPage ??= read(from).then(toResult<"listMedia">);
    return firstPage;
  };

  async function* pages() {
    const seen = new Set<unknown>();
    for (let link: unknown = from, url: string | undefined; ; ) {
      const outcome = await read(link, url);
      const page = unwrap(toResult<"listMedia">(outcome));
      if (!Array.isArray(page.data)) throw new PageError(operation, "has no list");
      seen.add(link ?? page.links.self).add(outcome.url);
      yield page;
      link = page.links.next;
      url = outcome.url;
      if (!link) return;
      if (seen.has(link)) throw new PageError(operation, `leads back to a page already read: ${link}`);
    }
  }

  async function* items() {
    for await (const page of pages()) yield* page.data;
  }

  return {
    // biome-ignore lint/suspicious/noThenProperty: a list is awaited for its first page
    then: (onResult, onError) => first().then(onResult, onError),
    catch: (handler) => first().catch(handler),
    finally: (handler) => first().finally(handler),
    orThrow: () => first().then(unwrap),
    pages,
    [Symbol.asyncIterator]: items,
  };
}
