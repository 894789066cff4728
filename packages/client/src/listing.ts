import { PageError } from "./errors.js";
import type { ListOptions } from "./options.js";
import type { Init, Perform } from "./perform.js";
import { type OperationId, type Result, resultOf, type Success, unwrapped } from "./result.js";

type Item<Id extends OperationId> =
  Success<Id> extends { readonly data: readonly (infer Each)[] } ? Each : never;

/**
 * A list. Nothing is sent before it is awaited, which reads the first page, or iterated, which reads every item
 * of every page as they are asked for.
 */
export interface Listing<Id extends OperationId> extends PromiseLike<Result<Id>>, AsyncIterable<Item<Id>> {
  /** The first page alone; rejects with the error of a failure. */
  orThrow(): Promise<Success<Id>>;
  /**
   * Page after page, by `links.next` alone. It ends with the error of a page that fails, or with a PageError at a
   * link to another origin or back to a page already read.
   */
  pages(): AsyncGenerator<Success<Id>, void, undefined>;
}

/** Makes a list of `call`, which sends one request: as the query says, or to a link. */
export function listing(
  operation: string,
  call: (init: Init) => ReturnType<Perform>,
  query: object,
  { from, ...options }: ListOptions,
): Listing<"listMedia"> {
  const read = (link: string | undefined) =>
    call(Object.assign(link === undefined ? { params: { query } } : { link }, options)).then(
      resultOf<"listMedia">,
    );
  const first = () => read(from);
  const orThrow = () => first().then(unwrapped);

  async function* pages() {
    const seen = new Set<string>();
    for (let link = from as string | null | undefined; ; ) {
      const page = unwrapped(await read(link ?? undefined));
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
