/** A request that a page can send. */
export interface PageRequest {
  readonly url: string;
  readonly init: {
    readonly method: string;
    readonly headers: Headers;
    readonly body?: FormData | URLSearchParams;
  };
}
