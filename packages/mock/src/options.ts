import type { OpenApiDocument } from "./document.js";
import type { MockRequest } from "./message.js";

/** What a mock may be told. */
export interface MockOptions {
  /**
   * The OpenAPI 3.1 document to answer from, bundled into one.
   * @default the Ittybit contract
   */
  readonly document?: OpenApiDocument;
  /** Called once for each answer. `milliseconds` is the time from the request's head to the answer. */
  readonly onAnswer?: (request: MockRequest, status: number, milliseconds: number) => void;
}

/** Where a mock listens. */
export interface ListenOptions {
  /**
   * TCP port; 0 takes a free one.
   * @default 4010
   */
  readonly port?: number;
  /**
   * The address to bind.
   * @default "127.0.0.1"
   */
  readonly host?: string;
}
