import type { Settings } from "../merge-options.js";
import type { HeaderRecord } from "../request/headers.js";

/** A body: form-encoded text, or an upload, which knows how it is sent. */
export type Body = URLSearchParams | Upload;

/** A multipart body. */
export interface Upload {
  /** Whether it can be sent more than once. */
  readonly replayable: boolean;
  /** Sends it. Whatever is still open when the signal aborts is closed. */
  send(request: BodilessRequest, settings: UploadSettings): Promise<Response>;
}

/** The options that decide how a body is sent. `fetch` is the caller's own, if there is one. */
type UploadSettings = Pick<Settings, "fetch" | "onProgress" | "idleTimeout">;

/** A request as `fetch` takes it, without its body. */
export interface BodilessRequest extends Omit<RequestInit, "body" | "headers" | "method" | "signal"> {
  readonly url: string;
  readonly method: string;
  readonly headers: HeaderRecord;
  readonly signal: AbortSignal;
}

/** A part of a form: its name and its text or file. */
export type Part = readonly [name: string, value: string | FileSource];

/** A file that is ready to be sent. */
export interface FileSource extends OpenableFile {
  /** The field of the body that holds it. */
  readonly field: string;
  readonly filename: string;
  readonly type: string;
}

/** A file before its name and type are settled. */
export interface OpenableFile {
  readonly filename?: string | undefined;
  readonly type?: string | undefined;
  /** In bytes; undefined when it is unknown until the end. */
  readonly size: number | undefined;
  /** Whether `open` can be called more than once. */
  readonly replayable: boolean;
  open(): Content;
}

/** The bytes of a file, or a stream of them. */
export type Content = Blob | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** Whether a body of these parts can be sent more than once. */
export const isReplayable = (parts: readonly Part[]): boolean =>
  parts.every(([, value]) => typeof value === "string" || value.replayable);

/** Whether a value is a Blob of any realm: a test environment has classes of its own beside those of Node. */
export const isBlob = (value: unknown): value is Blob =>
  typeof value === "object" && value !== null && "size" in value && "slice" in value;
