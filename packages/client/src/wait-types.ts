import type { Media } from "@ittybit/openapi/types";
import type { ProcessingError } from "./errors.js";
import type { CallOptions } from "./options.js";
import type { Result } from "./result.js";

/**
 * Options of a wait for processing.
 *
 * @example
 * ```ts
 * import { createClient, type WaitOptions } from "@ittybit/client";
 *
 * const ittybit = createClient({ apiKey: "key" });
 * const options: WaitOptions = { timeout: 60_000, onStatus: (status) => console.log(status) };
 * const result = await ittybit.media.wait("vJ3kq9ZtWm2d", options);
 * ```
 */
export interface WaitOptions extends Omit<CallOptions, "timeout" | "totalTimeout"> {
  /** @default the status `complete` */
  readonly until?: ((media: Media) => boolean) | undefined;
  /**
   * The time limit of the whole wait, in milliseconds. 0 means no limit.
   *
   * @default 600000
   */
  readonly timeout?: number | undefined;
  /**
   * The first pause between two requests, in milliseconds. Pauses grow to 10 seconds, and are longer where
   * `Retry-After` asks for it.
   *
   * @default 1000
   */
  readonly interval?: number | undefined;
  /** Called with each new status, also with one that this package does not know. */
  readonly onStatus?: ((status: Media["status"], media: Media) => void) | undefined;
}

/** How a wait ended: with the Media, with the failure of a request, or because it will not come true. */
export type WaitResult = Result<"getMedia"> | ProcessingFailure;

/** Processing failed, or the Media was deleted. */
export interface ProcessingFailure {
  readonly ok: false;
  readonly status: 200;
  readonly data?: undefined;
  readonly error: ProcessingError;
  readonly requestId: string | null;
  readonly response: Response;
}

/** Requests one Media. */
export type Get = (id: string, options?: CallOptions) => PromiseLike<Result<"getMedia">>;
