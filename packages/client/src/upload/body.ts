import type { UploadOptions } from "../options.js";
import type { HeaderRecord } from "../request/headers.js";

/** A body: form-encoded text, or an upload, which knows how it is sent. */
export type Body = URLSearchParams | Upload;

/** A multipart body. */
export interface Upload {
  /** Whether it can be sent more than once. */
  readonly replayable: boolean;
  /** Sends it, by the caller's `fetch` if there is one. */
  send(
    request: BodilessRequest,
    fetch: typeof globalThis.fetch | undefined,
    onProgress: UploadOptions["onProgress"],
  ): Promise<Response>;
}

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
export interface FileSource {
  readonly filename: string;
  readonly type: string;
  /** In bytes; undefined when it is unknown until the end. */
  readonly size: number | undefined;
  /** Whether `open` can be called more than once. */
  readonly replayable: boolean;
  open(): Blob | Uint8Array<ArrayBuffer> | AsyncIterable<Uint8Array>;
}

/** A file before its name and type are settled. */
export interface OpenableFile extends Pick<FileSource, "size" | "replayable" | "open"> {
  readonly filename?: string | undefined;
  readonly type?: string | undefined;
  readonly path?: string | undefined;
}

/** Whether a body of these parts can be sent more than once. */
export const isReplayable = (parts: readonly Part[]): boolean =>
  parts.every(([, value]) => typeof value === "string" || value.replayable);
