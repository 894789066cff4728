import type { MediaCreate } from "@ittybit/openapi/types";
import type { FileInput } from "./upload/file.js";

/** The two ways to create a Media, each with the fields of the contract. */
type FileFields = Extract<MediaCreate, { file: Blob }>;
type UrlFields = Exclude<MediaCreate, FileFields>;

/**
 * A Media to create from a file.
 *
 * @example
 * ```ts
 * import { type CreateFromFile, createClient } from "@ittybit/client";
 *
 * const ittybit = createClient({ apiKey: "key" });
 * const body: CreateFromFile = { file: { path: "harbour.mp4" }, title: "Harbour at dawn" };
 * const result = await ittybit.media.create(body);
 * ```
 */
export interface CreateFromFile extends Loose<Omit<FileFields, "file" | "url">> {
  /** A `File`, `Blob`, stream or bytes, `{ path }`, or `{ stream, filename }`. */
  file: FileInput;
  /** Excluded by `file`. */
  url?: NotAllowed<"send either file or url, not both"> | undefined;
}

/**
 * A Media to create from a URL, which Ittybit fetches.
 *
 * @example
 * ```ts
 * import { type CreateFromUrl, createClient } from "@ittybit/client";
 *
 * const ittybit = createClient({ apiKey: "key" });
 * const body: CreateFromUrl = { url: "https://example.com/harbour.mp4" };
 * const result = await ittybit.media.create(body);
 * ```
 */
export interface CreateFromUrl extends Loose<Omit<UrlFields, "file">> {
  /** Excluded by `url`. */
  file?: undefined;
}

/** A body with every accepted kind of file instead of a Blob. */
export type WithFile<Body> = Body extends FileFields
  ? CreateFromFile
  : Body extends UrlFields
    ? CreateFromUrl
    : Loose<Body>;

/** Lets an optional property be undefined, which counts as not given. */
type Loose<Body> = {
  [Name in keyof Body]: object extends Pick<Body, Name> ? Body[Name] | undefined : Body[Name];
};

/** A type that no value has. A compiler reports the reason. */
interface NotAllowed<Reason extends string> {
  readonly [reason]: Reason;
}
declare const reason: unique symbol;
