import { uploadedFile } from "../files/file-path.js";
import type { Files, ReceivedFile } from "../files/file-store.js";
import type { ProcessedFile } from "../library/media-lifecycle.js";
import { measureFile } from "../measure/measure-file.js";
import { formatsOf } from "../request/file-format.js";
import { openDownload } from "./download.js";

/** A file that takes longer is not fetched. */
const TIMEOUT_MS = 60_000;

/** Bytes that are enough to tell the format of a file. */
const HEAD_BYTES = 4096;

/** Where a file goes, and from where it may come. */
export interface FetchTarget {
  readonly files: Files;
  /** null if there is one store for all API keys. */
  readonly store: string | null;
  readonly options: { readonly allowPrivateUrls: boolean };
}

/** What to fetch. */
export interface FetchTask {
  readonly id: string;
  readonly url: string;
  readonly filename: string | null;
  /** The only kind that is accepted; null for every kind. */
  readonly kind: string | null;
}

/** A file that was fetched. */
export interface FetchedFile {
  readonly kind: string;
  readonly file: ProcessedFile;
  /** Keeps the file under the id of the task. */
  keep(): void;
}

/**
 * Fetches the file of a Media into the store. The caller keeps or discards it.
 *
 * @throws Error with the reason
 */
export async function fetchFile(
  { files, store, options }: FetchTarget,
  task: FetchTask,
  received: ReceivedFile,
  signal: AbortSignal,
): Promise<FetchedFile> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  const response = await openDownload(task.url, { allowPrivate: options.allowPrivateUrls, signal: limit });
  const head: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response) {
    if (size < HEAD_BYTES) head.push(chunk);
    size += chunk.length;
    received.write(chunk);
    if (received.isTooLarge()) throw new Error(`the file is larger than ${files.maxBytes} bytes`);
  }
  if (!response.complete) throw new Error("the file broke off");
  const formats = formatsOf(Buffer.concat(head));
  const mediaType = formats.find((format) => task.kind === null || format.startsWith(`${task.kind}/`));
  if (mediaType === undefined) throw new Error(`the file is not ${task.kind ?? "media"}`);
  const kind = mediaType.replace(/\/.*/, "");
  const measures = await measureFile(received.path, kind);
  await received.sync();
  const facts = { kind, filename: task.filename ?? "file", mediaType, size, ...measures };
  return { kind, file: uploadedFile(store, task.id, facts), keep: () => received.keep(task.id) };
}
