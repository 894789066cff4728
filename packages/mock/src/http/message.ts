import type { HeaderPair } from "@ittybit/contract";
import type { PaddedBytes } from "../files/padded-bytes.js";

/** One header field; the name keeps its case. */
export type Header = HeaderPair;

/** A request as plain data. Holds what a `Request` refuses, such as a GET with a body or repeated headers. */
export interface MockRequest {
  readonly method: string;
  /** As sent: an absolute URL, or a path with its query. Never decoded. */
  readonly url: string;
  readonly headers: readonly Header[];
  /** Chunks of the body as they arrive; null if the request has none. */
  readonly body: AsyncIterable<Uint8Array> | null;
  /** Short name of the server that the port stands for; absent if the host of the request selects it. */
  readonly server?: string;
  /** How the request arrived; absent in process. */
  readonly connection?: Connection;
  /** Asks the caller to send the body (`Expect: 100-continue`, RFC 9110, section 10.1.1). */
  readonly sendContinue?: () => void;
}

/** The connection of a request. */
interface Connection {
  /** Address that the server is bound to. */
  readonly listenHost: string;
  /** `1.0` or `1.1`. */
  readonly httpVersion: string;
}

/** How to send a response: whole, or with a fault that the caller asked for. */
export type Delivery = "whole" | "slow" | "truncate" | "reset" | "timeout";

/** Bytes of a file. */
export interface FileBody {
  /** Its path on the disk, or its bytes. */
  readonly source: string | PaddedBytes;
  readonly start: number;
  /** Inclusive. */
  readonly end: number;
}

/** A response as plain data. */
export interface MockResponse {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: Uint8Array;
  /** A file to send in place of `body`. */
  readonly file?: FileBody;
  /** @default "whole" */
  readonly delivery?: Delivery;
}
