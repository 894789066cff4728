/** What the Ittybit media API offers, as data. Written by `npm run generate` from spec/; do not edit. */

/** One operation, as plain data. Statuses, media types and names are spelled as in the contract. */
export interface Operation {
  readonly operationId: string;
  readonly method: "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE";
  /** Path template: `/media/{id}`. */
  readonly path: string;
  /** Short name of the server, a key of `servers`. */
  readonly server: string;
  /** Literal segments of the path in camel case, joined by dots: `media.sources`. */
  readonly resource: string;
  /** First word of the operationId. With `resource` it names the operation in a client: `media.sources.list`. */
  readonly verb: string;
  /** The resource of the item that the path names before this resource: `media` for `/media/{id}/sources`. */
  readonly parent: string | null;
  /** operationId of the list of this resource, or null. */
  readonly list: string | null;
  /** operationId that gets one item of this resource, or null: `getMedia` for `videos`, whose items are media. */
  readonly item: string | null;
  readonly tag: string | null;
  readonly beta: boolean;
  /** Why something about the operation is inferred, or null when all of it is documented. */
  readonly inferred: string | null;
  readonly parameters: readonly Parameter[];
  readonly request: Request | null;
  /** By status: three digits, `4XX` or `default`. */
  readonly responses: Readonly<Record<string, Response>>;
  /** How a list is paged; null for what is not a list. */
  readonly paging: Paging | null;
}

/** What can be checked of a primitive value without a schema validator. */
export interface Constraints {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  /** In characters. */
  readonly minLength?: number;
  /** In characters. */
  readonly maxLength?: number;
  readonly pattern?: string;
}

/** A parameter of an operation. */
export interface Parameter extends Constraints {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required: boolean;
  readonly style: string;
  readonly explode: boolean;
  readonly inferred: string | null;
}

/** The request body of an operation. */
export interface Request {
  readonly required: boolean;
  /** By media type. */
  readonly content: Readonly<Record<string, RequestContent>>;
}

/** What a request body of one media type holds. */
export interface RequestContent {
  /** The properties of the body, in order; empty for a body that is not an object. */
  readonly fields: readonly Field[];
  /** The names required together, one list for each way to fill the body; empty when there is one way. */
  readonly alternatives: readonly (readonly string[])[];
}

/** A property of a request body. */
export interface Field extends Constraints {
  readonly name: string;
  /** Whether every way to fill the body needs it. */
  readonly required: boolean;
  readonly readOnly: boolean;
  /** Media types that a part may have; empty when the contract names none. */
  readonly contentTypes: readonly string[];
  readonly style?: string;
  readonly explode?: boolean;
}

/** One response of an operation. */
export interface Response {
  readonly mediaTypes: readonly string[];
  /** Names of the documented headers. */
  readonly headers: readonly string[];
  readonly inferred: string | null;
}

/** How a list is paged. */
export interface Paging {
  /** Query parameters that choose a page and its size. */
  readonly parameters: readonly string[];
  /** JSON pointer, in the response, to the URL of the next page; null there at the end. */
  readonly next: string;
}

/**
 * Base URL of each server, by short name.
 *
 * @example
 * ```ts
 * import { servers } from "@ittybit/openapi";
 *
 * console.log(servers);
 * ```
 */
export const servers = { api: "https://api.ittybit.com", uploads: "https://uploads.ittybit.com" } as const;

/**
 * Name of the request header that chooses a version of the API.
 *
 * @example
 * ```ts
 * import { versionHeader } from "@ittybit/openapi";
 *
 * console.log(versionHeader);
 * ```
 */
export const versionHeader = "Ittybit-Version" as const;

/**
 * How a request carries its API key: `<prefix><key>` in `header`.
 *
 * @example
 * ```ts
 * import { authentication } from "@ittybit/openapi";
 *
 * console.log(authentication);
 * ```
 */
export const authentication = { scheme: "apiKey", type: "http", header: "Authorization", prefix: "Bearer " } as const;

/**
 * Media types of the files that may be uploaded.
 *
 * @example
 * ```ts
 * import { uploadMediaTypes } from "@ittybit/openapi";
 *
 * console.log(uploadMediaTypes);
 * ```
 */
export const uploadMediaTypes = [
  "video/mp4",
  "video/quicktime",
  "video/x-matroska",
  "video/matroska",
  "video/hevc",
  "video/webm",
  "video/x-m4v",
  "image/jpeg",
  "image/png",
  "image/gif",
  "image/heic",
  "image/webp",
  "image/jpg",
  "image/heif",
  "audio/*",
] as const;

/**
 * Statuses whose response says in Retry-After how long to wait.
 *
 * @example
 * ```ts
 * import { retryAfterStatuses } from "@ittybit/openapi";
 *
 * console.log(retryAfterStatuses);
 * ```
 */
export const retryAfterStatuses = [429] as const;

/**
 * The known values of each named set that may grow.
 *
 * @example
 * ```ts
 * import { knownValues } from "@ittybit/openapi";
 *
 * console.log(knownValues);
 * ```
 */
export const knownValues = {
  ErrorCode: [
    "bad_request",
    "unauthorized",
    "forbidden",
    "not_found",
    "content_too_large",
    "unsupported_media_type",
    "unprocessable_content",
    "too_many_requests",
    "internal_error",
  ],
  MediaKind: ["video", "image", "audio"],
  MediaStatus: ["uploading", "pending", "complete", "failed"],
} as const;

/**
 * What it takes to send each GET request, and no more.
 *
 * @example
 * ```ts
 * import { readRoutes } from "@ittybit/openapi";
 *
 * console.log(readRoutes);
 * ```
 */
export const readRoutes = {
  listMedia: {
    method: "GET",
    path: "/media",
    server: "api",
    resource: "media",
    verb: "list",
    mediaType: null,
    params: {
      path: {},
      query: {
        limit: { type: "integer", minimum: 1, maximum: 250 },
        page: { type: "integer", minimum: 1, maximum: 2147483647 },
        orderBy: { type: "string", enum: ["created", "updated", "filesize"] },
        order: { type: "string", enum: ["asc", "desc"] },
      },
    },
  },
  getMedia: {
    method: "GET",
    path: "/media/{id}",
    server: "api",
    resource: "media",
    verb: "get",
    mediaType: null,
    params: {
      path: { id: { required: true, type: "string", minLength: 1, maxLength: 255, pattern: "^[^/?#.][^/?#]*$" } },
      query: {},
    },
  },
  listVideos: {
    method: "GET",
    path: "/videos",
    server: "api",
    resource: "videos",
    verb: "list",
    mediaType: null,
    params: {
      path: {},
      query: {
        limit: { type: "integer", minimum: 1, maximum: 250 },
        page: { type: "integer", minimum: 1, maximum: 2147483647 },
        orderBy: { type: "string", enum: ["created", "updated", "filesize"] },
        order: { type: "string", enum: ["asc", "desc"] },
      },
    },
  },
  listImages: {
    method: "GET",
    path: "/images",
    server: "api",
    resource: "images",
    verb: "list",
    mediaType: null,
    params: {
      path: {},
      query: {
        limit: { type: "integer", minimum: 1, maximum: 250 },
        page: { type: "integer", minimum: 1, maximum: 2147483647 },
        orderBy: { type: "string", enum: ["created", "updated", "filesize"] },
        order: { type: "string", enum: ["asc", "desc"] },
      },
    },
  },
  listAudio: {
    method: "GET",
    path: "/audio",
    server: "api",
    resource: "audio",
    verb: "list",
    mediaType: null,
    params: {
      path: {},
      query: {
        limit: { type: "integer", minimum: 1, maximum: 250 },
        page: { type: "integer", minimum: 1, maximum: 2147483647 },
        orderBy: { type: "string", enum: ["created", "updated", "filesize"] },
        order: { type: "string", enum: ["asc", "desc"] },
      },
    },
  },
} as const;

/**
 * What it takes to send each other request, and no more.
 *
 * @example
 * ```ts
 * import { writeRoutes } from "@ittybit/openapi";
 *
 * console.log(writeRoutes);
 * ```
 */
export const writeRoutes = {
  createMedia: {
    method: "POST",
    path: "/media",
    server: "uploads",
    resource: "media",
    verb: "create",
    mediaType: "multipart/form-data",
    params: { path: {}, query: {} },
    fields: {
      file: {
        contentTypes: [
          "video/mp4",
          "video/quicktime",
          "video/x-matroska",
          "video/matroska",
          "video/hevc",
          "video/webm",
          "video/x-m4v",
          "image/jpeg",
          "image/png",
          "image/gif",
          "image/heic",
          "image/webp",
          "image/jpg",
          "image/heif",
        ],
      },
      url: { type: "string", pattern: "^[Hh][Tt][Tt][Pp][Ss]?://" },
      title: { type: "string" },
      metadata: { type: "object" },
    },
    alternatives: [["file"], ["url"]],
  },
  updateMedia: {
    method: "PATCH",
    path: "/media/{id}",
    server: "api",
    resource: "media",
    verb: "update",
    mediaType: "application/x-www-form-urlencoded",
    params: {
      path: { id: { required: true, type: "string", minLength: 1, maxLength: 255, pattern: "^[^/?#.][^/?#]*$" } },
      query: {},
    },
    fields: { title: { type: "string" }, metadata: { type: "object" } },
    minFields: 1,
  },
  deleteMedia: {
    method: "DELETE",
    path: "/media/{id}",
    server: "api",
    resource: "media",
    verb: "delete",
    mediaType: null,
    params: {
      path: { id: { required: true, type: "string", minLength: 1, maxLength: 255, pattern: "^[^/?#.][^/?#]*$" } },
      query: {},
    },
  },
  createVideo: {
    method: "POST",
    path: "/videos",
    server: "uploads",
    resource: "videos",
    verb: "create",
    mediaType: "multipart/form-data",
    params: { path: {}, query: {} },
    fields: {
      file: {
        contentTypes: [
          "video/mp4",
          "video/quicktime",
          "video/x-matroska",
          "video/matroska",
          "video/hevc",
          "video/webm",
          "video/x-m4v",
        ],
      },
      url: { type: "string", pattern: "^[Hh][Tt][Tt][Pp][Ss]?://" },
      title: { type: "string" },
      metadata: { type: "object" },
    },
    alternatives: [["file"], ["url"]],
  },
  createImage: {
    method: "POST",
    path: "/images",
    server: "uploads",
    resource: "images",
    verb: "create",
    mediaType: "multipart/form-data",
    params: { path: {}, query: {} },
    fields: {
      file: {
        contentTypes: ["image/jpeg", "image/png", "image/gif", "image/heic", "image/webp", "image/jpg", "image/heif"],
      },
      url: { type: "string", pattern: "^[Hh][Tt][Tt][Pp][Ss]?://" },
      title: { type: "string" },
      metadata: { type: "object" },
    },
    alternatives: [["file"], ["url"]],
  },
  createAudio: {
    method: "POST",
    path: "/audio",
    server: "uploads",
    resource: "audio",
    verb: "create",
    mediaType: "multipart/form-data",
    params: { path: {}, query: {} },
    fields: {
      file: { contentTypes: ["audio/*"] },
      url: { type: "string", pattern: "^[Hh][Tt][Tt][Pp][Ss]?://" },
      title: { type: "string" },
      metadata: { type: "object" },
    },
    alternatives: [["file"], ["url"]],
  },
} as const;

/**
 * Every operation in full, but for its prose.
 *
 * @example
 * ```ts
 * import { operations } from "@ittybit/openapi";
 *
 * console.log(operations);
 * ```
 */
export const operations = {
  listMedia: {
    operationId: "listMedia",
    method: "GET",
    path: "/media",
    server: "api",
    resource: "media",
    verb: "list",
    parent: null,
    list: "listMedia",
    item: "getMedia",
    tag: "Media",
    beta: false,
    inferred: null,
    parameters: [
      {
        name: "Ittybit-Version",
        in: "header",
        required: false,
        style: "simple",
        explode: false,
        inferred: null,
        type: "string",
        pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
      },
      {
        name: "limit",
        in: "query",
        required: false,
        style: "form",
        explode: true,
        inferred: null,
        type: "integer",
        format: "int32",
        default: 10,
        minimum: 1,
        maximum: 250,
      },
      {
        name: "page",
        in: "query",
        required: false,
        style: "form",
        explode: true,
        inferred: "The reference mentions pagination information but names no parameter; page numbers match the page and pages fields of public samples.",
        type: "integer",
        format: "int32",
        default: 1,
        minimum: 1,
        maximum: 2147483647,
      },
      {
        name: "orderBy",
        in: "query",
        required: false,
        style: "form",
        explode: true,
        inferred: null,
        type: "string",
        enum: ["created", "updated", "filesize"],
        default: "created",
      },
      {
        name: "order",
        in: "query",
        required: false,
        style: "form",
        explode: true,
        inferred: null,
        type: "string",
        enum: ["asc", "desc"],
        default: "desc",
      },
    ],
    request: null,
    responses: {
      "200": { mediaTypes: ["application/json"], headers: ["Ittybit-Version"], inferred: null },
      "401": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says that such requests fail and that standard codes are used; 401 is the standard one.",
      },
      "422": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference states which values are valid but no status code for invalid ones; 422 is the common code for a readable request with invalid values.",
      },
      "429": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version", "Retry-After"],
        inferred: "The reference does not describe rate limits; this is the standard response, and every client should handle it.",
      },
      default: { mediaTypes: ["application/json"], headers: ["Ittybit-Version"], inferred: null },
    },
    paging: { parameters: ["limit", "page"], next: "/links/next" },
  },
  createMedia: {
    operationId: "createMedia",
    method: "POST",
    path: "/media",
    server: "uploads",
    resource: "media",
    verb: "create",
    parent: null,
    list: "listMedia",
    item: "getMedia",
    tag: "Media",
    beta: false,
    inferred: null,
    parameters: [
      {
        name: "Ittybit-Version",
        in: "header",
        required: false,
        style: "simple",
        explode: false,
        inferred: null,
        type: "string",
        pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
      },
    ],
    request: {
      required: true,
      content: {
        "multipart/form-data": {
          fields: [
            {
              name: "file",
              required: false,
              readOnly: false,
              contentTypes: [
                "video/mp4",
                "video/quicktime",
                "video/x-matroska",
                "video/matroska",
                "video/hevc",
                "video/webm",
                "video/x-m4v",
                "image/jpeg",
                "image/png",
                "image/gif",
                "image/heic",
                "image/webp",
                "image/jpg",
                "image/heif",
              ],
              type: "string",
              format: "binary",
            },
            {
              name: "url",
              required: false,
              readOnly: false,
              contentTypes: [],
              type: "string",
              format: "uri",
              pattern: "^[Hh][Tt][Tt][Pp][Ss]?://",
            },
            { name: "title", required: false, readOnly: false, contentTypes: [], type: "string" },
            {
              name: "metadata",
              required: false,
              readOnly: false,
              contentTypes: [],
              style: "deepObject",
              explode: true,
              type: "object",
            },
          ],
          alternatives: [["file"], ["url"]],
        },
      },
    },
    responses: {
      "201": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference documents standard HTTP status codes but does not list them; 201 is the standard code when a resource is created.",
      },
      "400": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference documents standard HTTP status codes but does not list them; 400 is the code for a malformed request.",
      },
      "401": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says that such requests fail and that standard codes are used; 401 is the standard one.",
      },
      "413": { mediaTypes: ["application/json"], headers: ["Ittybit-Version"], inferred: null },
      "415": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference lists the accepted formats but does not say how others are rejected; 415 is the standard code.",
      },
      "422": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference states which values are valid but no status code for invalid ones; 422 is the common code for a readable request with invalid values.",
      },
      "429": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version", "Retry-After"],
        inferred: "The reference does not describe rate limits; this is the standard response, and every client should handle it.",
      },
      default: { mediaTypes: ["application/json"], headers: ["Ittybit-Version"], inferred: null },
    },
    paging: null,
  },
  getMedia: {
    operationId: "getMedia",
    method: "GET",
    path: "/media/{id}",
    server: "api",
    resource: "media",
    verb: "get",
    parent: null,
    list: "listMedia",
    item: "getMedia",
    tag: "Media",
    beta: false,
    inferred: null,
    parameters: [
      {
        name: "Ittybit-Version",
        in: "header",
        required: false,
        style: "simple",
        explode: false,
        inferred: null,
        type: "string",
        pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
      },
      {
        name: "id",
        in: "path",
        required: true,
        style: "simple",
        explode: false,
        inferred: null,
        type: "string",
        minLength: 1,
        maxLength: 255,
        pattern: "^[^/?#.][^/?#]*$",
      },
    ],
    request: null,
    responses: {
      "200": { mediaTypes: ["application/json"], headers: ["Ittybit-Version"], inferred: null },
      "401": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says that such requests fail and that standard codes are used; 401 is the standard one.",
      },
      "404": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference names no status code for an unknown id or for an update of a deleted Media; 404 is the standard one.",
      },
      "422": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference states which values are valid but no status code for invalid ones; 422 is the common code for a readable request with invalid values.",
      },
      "429": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version", "Retry-After"],
        inferred: "The reference does not describe rate limits; this is the standard response, and every client should handle it.",
      },
      default: { mediaTypes: ["application/json"], headers: ["Ittybit-Version"], inferred: null },
    },
    paging: null,
  },
  updateMedia: {
    operationId: "updateMedia",
    method: "PATCH",
    path: "/media/{id}",
    server: "api",
    resource: "media",
    verb: "update",
    parent: null,
    list: "listMedia",
    item: "getMedia",
    tag: "Media",
    beta: false,
    inferred: "The reference says that media can be updated but names no endpoint, and that a deletion cannot be undone; a form-encoded PATCH follows its other conventions, and an update of a deleted Media returns 404.",
    parameters: [
      {
        name: "Ittybit-Version",
        in: "header",
        required: false,
        style: "simple",
        explode: false,
        inferred: "The reference says that media can be updated but names no endpoint, and that a deletion cannot be undone; a form-encoded PATCH follows its other conventions, and an update of a deleted Media returns 404.",
        type: "string",
        pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
      },
      {
        name: "id",
        in: "path",
        required: true,
        style: "simple",
        explode: false,
        inferred: "The reference says that media can be updated but names no endpoint, and that a deletion cannot be undone; a form-encoded PATCH follows its other conventions, and an update of a deleted Media returns 404.",
        type: "string",
        minLength: 1,
        maxLength: 255,
        pattern: "^[^/?#.][^/?#]*$",
      },
    ],
    request: {
      required: true,
      content: {
        "application/x-www-form-urlencoded": {
          fields: [
            { name: "title", required: false, readOnly: false, contentTypes: [], type: "string" },
            {
              name: "metadata",
              required: false,
              readOnly: false,
              contentTypes: [],
              style: "deepObject",
              explode: true,
              type: "object",
            },
          ],
          alternatives: [],
        },
      },
    },
    responses: {
      "200": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says that media can be updated but names no endpoint, and that a deletion cannot be undone; a form-encoded PATCH follows its other conventions, and an update of a deleted Media returns 404.",
      },
      "400": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference documents standard HTTP status codes but does not list them; 400 is the code for a malformed request.",
      },
      "401": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says that such requests fail and that standard codes are used; 401 is the standard one.",
      },
      "404": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference names no status code for an unknown id or for an update of a deleted Media; 404 is the standard one.",
      },
      "422": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference states which values are valid but no status code for invalid ones; 422 is the common code for a readable request with invalid values.",
      },
      "429": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version", "Retry-After"],
        inferred: "The reference does not describe rate limits; this is the standard response, and every client should handle it.",
      },
      default: {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says that media can be updated but names no endpoint, and that a deletion cannot be undone; a form-encoded PATCH follows its other conventions, and an update of a deleted Media returns 404.",
      },
    },
    paging: null,
  },
  deleteMedia: {
    operationId: "deleteMedia",
    method: "DELETE",
    path: "/media/{id}",
    server: "api",
    resource: "media",
    verb: "delete",
    parent: null,
    list: "listMedia",
    item: "getMedia",
    tag: "Media",
    beta: false,
    inferred: null,
    parameters: [
      {
        name: "Ittybit-Version",
        in: "header",
        required: false,
        style: "simple",
        explode: false,
        inferred: null,
        type: "string",
        pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
      },
      {
        name: "id",
        in: "path",
        required: true,
        style: "simple",
        explode: false,
        inferred: null,
        type: "string",
        minLength: 1,
        maxLength: 255,
        pattern: "^[^/?#.][^/?#]*$",
      },
    ],
    request: null,
    responses: {
      "200": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says that every successful response has the same envelope but not what a deletion returns; the deleted Media, which stays readable, is the most likely data.",
      },
      "401": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says that such requests fail and that standard codes are used; 401 is the standard one.",
      },
      "404": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference names no status code for an unknown id or for an update of a deleted Media; 404 is the standard one.",
      },
      "422": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference states which values are valid but no status code for invalid ones; 422 is the common code for a readable request with invalid values.",
      },
      "429": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version", "Retry-After"],
        inferred: "The reference does not describe rate limits; this is the standard response, and every client should handle it.",
      },
      default: { mediaTypes: ["application/json"], headers: ["Ittybit-Version"], inferred: null },
    },
    paging: null,
  },
  listVideos: {
    operationId: "listVideos",
    method: "GET",
    path: "/videos",
    server: "api",
    resource: "videos",
    verb: "list",
    parent: null,
    list: "listVideos",
    item: "getMedia",
    tag: "Videos",
    beta: false,
    inferred: "The reference describes this list but does not state its path; the path matches the heading of its section.",
    parameters: [
      {
        name: "Ittybit-Version",
        in: "header",
        required: false,
        style: "simple",
        explode: false,
        inferred: null,
        type: "string",
        pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
      },
      {
        name: "limit",
        in: "query",
        required: false,
        style: "form",
        explode: true,
        inferred: null,
        type: "integer",
        format: "int32",
        default: 10,
        minimum: 1,
        maximum: 250,
      },
      {
        name: "page",
        in: "query",
        required: false,
        style: "form",
        explode: true,
        inferred: "The reference mentions pagination information but names no parameter; page numbers match the page and pages fields of public samples.",
        type: "integer",
        format: "int32",
        default: 1,
        minimum: 1,
        maximum: 2147483647,
      },
      {
        name: "orderBy",
        in: "query",
        required: false,
        style: "form",
        explode: true,
        inferred: null,
        type: "string",
        enum: ["created", "updated", "filesize"],
        default: "created",
      },
      {
        name: "order",
        in: "query",
        required: false,
        style: "form",
        explode: true,
        inferred: null,
        type: "string",
        enum: ["asc", "desc"],
        default: "desc",
      },
    ],
    request: null,
    responses: {
      "200": { mediaTypes: ["application/json"], headers: ["Ittybit-Version"], inferred: null },
      "401": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says that such requests fail and that standard codes are used; 401 is the standard one.",
      },
      "422": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference states which values are valid but no status code for invalid ones; 422 is the common code for a readable request with invalid values.",
      },
      "429": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version", "Retry-After"],
        inferred: "The reference does not describe rate limits; this is the standard response, and every client should handle it.",
      },
      default: { mediaTypes: ["application/json"], headers: ["Ittybit-Version"], inferred: null },
    },
    paging: { parameters: ["limit", "page"], next: "/links/next" },
  },
  createVideo: {
    operationId: "createVideo",
    method: "POST",
    path: "/videos",
    server: "uploads",
    resource: "videos",
    verb: "create",
    parent: null,
    list: "listVideos",
    item: "getMedia",
    tag: "Videos",
    beta: false,
    inferred: "The reference says that videos can be posted here but does not state the path; the path matches the heading of its section.",
    parameters: [
      {
        name: "Ittybit-Version",
        in: "header",
        required: false,
        style: "simple",
        explode: false,
        inferred: null,
        type: "string",
        pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
      },
    ],
    request: {
      required: true,
      content: {
        "multipart/form-data": {
          fields: [
            {
              name: "file",
              required: false,
              readOnly: false,
              contentTypes: [
                "video/mp4",
                "video/quicktime",
                "video/x-matroska",
                "video/matroska",
                "video/hevc",
                "video/webm",
                "video/x-m4v",
              ],
              type: "string",
              format: "binary",
            },
            {
              name: "url",
              required: false,
              readOnly: false,
              contentTypes: [],
              type: "string",
              format: "uri",
              pattern: "^[Hh][Tt][Tt][Pp][Ss]?://",
            },
            { name: "title", required: false, readOnly: false, contentTypes: [], type: "string" },
            {
              name: "metadata",
              required: false,
              readOnly: false,
              contentTypes: [],
              style: "deepObject",
              explode: true,
              type: "object",
            },
          ],
          alternatives: [["file"], ["url"]],
        },
      },
    },
    responses: {
      "201": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference documents standard HTTP status codes but does not list them; 201 is the standard code when a resource is created.",
      },
      "400": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference documents standard HTTP status codes but does not list them; 400 is the code for a malformed request.",
      },
      "401": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says that such requests fail and that standard codes are used; 401 is the standard one.",
      },
      "413": { mediaTypes: ["application/json"], headers: ["Ittybit-Version"], inferred: null },
      "415": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference lists the accepted formats but does not say how others are rejected; 415 is the standard code.",
      },
      "422": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference states which values are valid but no status code for invalid ones; 422 is the common code for a readable request with invalid values.",
      },
      "429": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version", "Retry-After"],
        inferred: "The reference does not describe rate limits; this is the standard response, and every client should handle it.",
      },
      default: { mediaTypes: ["application/json"], headers: ["Ittybit-Version"], inferred: null },
    },
    paging: null,
  },
  listImages: {
    operationId: "listImages",
    method: "GET",
    path: "/images",
    server: "api",
    resource: "images",
    verb: "list",
    parent: null,
    list: "listImages",
    item: "getMedia",
    tag: "Images",
    beta: false,
    inferred: "The reference describes this list but does not state its path; the path matches the heading of its section.",
    parameters: [
      {
        name: "Ittybit-Version",
        in: "header",
        required: false,
        style: "simple",
        explode: false,
        inferred: null,
        type: "string",
        pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
      },
      {
        name: "limit",
        in: "query",
        required: false,
        style: "form",
        explode: true,
        inferred: null,
        type: "integer",
        format: "int32",
        default: 10,
        minimum: 1,
        maximum: 250,
      },
      {
        name: "page",
        in: "query",
        required: false,
        style: "form",
        explode: true,
        inferred: "The reference mentions pagination information but names no parameter; page numbers match the page and pages fields of public samples.",
        type: "integer",
        format: "int32",
        default: 1,
        minimum: 1,
        maximum: 2147483647,
      },
      {
        name: "orderBy",
        in: "query",
        required: false,
        style: "form",
        explode: true,
        inferred: null,
        type: "string",
        enum: ["created", "updated", "filesize"],
        default: "created",
      },
      {
        name: "order",
        in: "query",
        required: false,
        style: "form",
        explode: true,
        inferred: null,
        type: "string",
        enum: ["asc", "desc"],
        default: "desc",
      },
    ],
    request: null,
    responses: {
      "200": { mediaTypes: ["application/json"], headers: ["Ittybit-Version"], inferred: null },
      "401": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says that such requests fail and that standard codes are used; 401 is the standard one.",
      },
      "422": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference states which values are valid but no status code for invalid ones; 422 is the common code for a readable request with invalid values.",
      },
      "429": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version", "Retry-After"],
        inferred: "The reference does not describe rate limits; this is the standard response, and every client should handle it.",
      },
      default: { mediaTypes: ["application/json"], headers: ["Ittybit-Version"], inferred: null },
    },
    paging: { parameters: ["limit", "page"], next: "/links/next" },
  },
  createImage: {
    operationId: "createImage",
    method: "POST",
    path: "/images",
    server: "uploads",
    resource: "images",
    verb: "create",
    parent: null,
    list: "listImages",
    item: "getMedia",
    tag: "Images",
    beta: false,
    inferred: "The reference says that images can be posted here but does not state the path; the path matches the heading of its section.",
    parameters: [
      {
        name: "Ittybit-Version",
        in: "header",
        required: false,
        style: "simple",
        explode: false,
        inferred: null,
        type: "string",
        pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
      },
    ],
    request: {
      required: true,
      content: {
        "multipart/form-data": {
          fields: [
            {
              name: "file",
              required: false,
              readOnly: false,
              contentTypes: ["image/jpeg", "image/png", "image/gif", "image/heic", "image/webp", "image/jpg", "image/heif"],
              type: "string",
              format: "binary",
            },
            {
              name: "url",
              required: false,
              readOnly: false,
              contentTypes: [],
              type: "string",
              format: "uri",
              pattern: "^[Hh][Tt][Tt][Pp][Ss]?://",
            },
            { name: "title", required: false, readOnly: false, contentTypes: [], type: "string" },
            {
              name: "metadata",
              required: false,
              readOnly: false,
              contentTypes: [],
              style: "deepObject",
              explode: true,
              type: "object",
            },
          ],
          alternatives: [["file"], ["url"]],
        },
      },
    },
    responses: {
      "201": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference documents standard HTTP status codes but does not list them; 201 is the standard code when a resource is created.",
      },
      "400": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference documents standard HTTP status codes but does not list them; 400 is the code for a malformed request.",
      },
      "401": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says that such requests fail and that standard codes are used; 401 is the standard one.",
      },
      "413": { mediaTypes: ["application/json"], headers: ["Ittybit-Version"], inferred: null },
      "415": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference lists the accepted formats but does not say how others are rejected; 415 is the standard code.",
      },
      "422": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference states which values are valid but no status code for invalid ones; 422 is the common code for a readable request with invalid values.",
      },
      "429": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version", "Retry-After"],
        inferred: "The reference does not describe rate limits; this is the standard response, and every client should handle it.",
      },
      default: { mediaTypes: ["application/json"], headers: ["Ittybit-Version"], inferred: null },
    },
    paging: null,
  },
  listAudio: {
    operationId: "listAudio",
    method: "GET",
    path: "/audio",
    server: "api",
    resource: "audio",
    verb: "list",
    parent: null,
    list: "listAudio",
    item: "getMedia",
    tag: "Audio",
    beta: true,
    inferred: "The reference describes this list but does not state its path; the path matches the heading of its section.",
    parameters: [
      {
        name: "Ittybit-Version",
        in: "header",
        required: false,
        style: "simple",
        explode: false,
        inferred: null,
        type: "string",
        pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
      },
      {
        name: "limit",
        in: "query",
        required: false,
        style: "form",
        explode: true,
        inferred: null,
        type: "integer",
        format: "int32",
        default: 10,
        minimum: 1,
        maximum: 250,
      },
      {
        name: "page",
        in: "query",
        required: false,
        style: "form",
        explode: true,
        inferred: "The reference mentions pagination information but names no parameter; page numbers match the page and pages fields of public samples.",
        type: "integer",
        format: "int32",
        default: 1,
        minimum: 1,
        maximum: 2147483647,
      },
      {
        name: "orderBy",
        in: "query",
        required: false,
        style: "form",
        explode: true,
        inferred: null,
        type: "string",
        enum: ["created", "updated", "filesize"],
        default: "created",
      },
      {
        name: "order",
        in: "query",
        required: false,
        style: "form",
        explode: true,
        inferred: null,
        type: "string",
        enum: ["asc", "desc"],
        default: "desc",
      },
    ],
    request: null,
    responses: {
      "200": { mediaTypes: ["application/json"], headers: ["Ittybit-Version"], inferred: null },
      "401": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says that such requests fail and that standard codes are used; 401 is the standard one.",
      },
      "403": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says that audio is a closed beta but not how requests of other accounts are rejected; 403 is the standard code.",
      },
      "422": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference states which values are valid but no status code for invalid ones; 422 is the common code for a readable request with invalid values.",
      },
      "429": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version", "Retry-After"],
        inferred: "The reference does not describe rate limits; this is the standard response, and every client should handle it.",
      },
      default: { mediaTypes: ["application/json"], headers: ["Ittybit-Version"], inferred: null },
    },
    paging: { parameters: ["limit", "page"], next: "/links/next" },
  },
  createAudio: {
    operationId: "createAudio",
    method: "POST",
    path: "/audio",
    server: "uploads",
    resource: "audio",
    verb: "create",
    parent: null,
    list: "listAudio",
    item: "getMedia",
    tag: "Audio",
    beta: true,
    inferred: "The reference says that audio can be posted here but does not state the path; the path matches the heading of its section.",
    parameters: [
      {
        name: "Ittybit-Version",
        in: "header",
        required: false,
        style: "simple",
        explode: false,
        inferred: null,
        type: "string",
        pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
      },
    ],
    request: {
      required: true,
      content: {
        "multipart/form-data": {
          fields: [
            {
              name: "file",
              required: false,
              readOnly: false,
              contentTypes: ["audio/*"],
              type: "string",
              format: "binary",
            },
            {
              name: "url",
              required: false,
              readOnly: false,
              contentTypes: [],
              type: "string",
              format: "uri",
              pattern: "^[Hh][Tt][Tt][Pp][Ss]?://",
            },
            { name: "title", required: false, readOnly: false, contentTypes: [], type: "string" },
            {
              name: "metadata",
              required: false,
              readOnly: false,
              contentTypes: [],
              style: "deepObject",
              explode: true,
              type: "object",
            },
          ],
          alternatives: [["file"], ["url"]],
        },
      },
    },
    responses: {
      "201": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference documents standard HTTP status codes but does not list them; 201 is the standard code when a resource is created.",
      },
      "400": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference documents standard HTTP status codes but does not list them; 400 is the code for a malformed request.",
      },
      "401": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says that such requests fail and that standard codes are used; 401 is the standard one.",
      },
      "403": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says that audio is a closed beta but not how requests of other accounts are rejected; 403 is the standard code.",
      },
      "413": { mediaTypes: ["application/json"], headers: ["Ittybit-Version"], inferred: null },
      "415": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference lists the accepted formats but does not say how others are rejected; 415 is the standard code.",
      },
      "422": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference states which values are valid but no status code for invalid ones; 422 is the common code for a readable request with invalid values.",
      },
      "429": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version", "Retry-After"],
        inferred: "The reference does not describe rate limits; this is the standard response, and every client should handle it.",
      },
      default: { mediaTypes: ["application/json"], headers: ["Ittybit-Version"], inferred: null },
    },
    paging: null,
  },
} as const satisfies Record<string, Operation>;

/** The operationId of an operation. */
export type OperationId = keyof typeof operations;

/** The operationId of each verb of each resource. */
export interface OperationNames {
  /**
   * Media of any kind: one file and everything made from it. These five operations are all you need to build a media
   * library.
   */
  readonly media: {
    /**
     * List Media
     *
     * Returns the media of all kinds in your account, page by page, the newest first by default. Get a Media by its id for
     * its URLs and sources. Deleted media are not listed. Query parameters sort and limit the results.
     */
    readonly list: "listMedia";
    /**
     * Create Media
     *
     * Creates a Media from an uploaded file or a URL. Use `/videos`, `/images` or `/audio` to accept only that kind.
     *
     * This operation uses the uploads host. There is no idempotency key, so a retried upload may create a duplicate: after a
     * failed connection, list the newest media first.
     */
    readonly create: "createMedia";
    /**
     * Get Media
     *
     * Returns one Media of any kind with its URLs and sources. After a create request, use it to follow `status` until it is
     * `complete` or `failed`, and before you show the Media.
     *
     * A deleted Media is still returned, with 200, the time in `deleted`, no sources and no URLs.
     */
    readonly get: "getMedia";
    /**
     * Update Media
     *
     * Updates the title and the metadata of a Media. Fields that you leave out stay as they are. To replace the file, create
     * a new Media. A deleted Media cannot be updated: it returns a 404.
     */
    readonly update: "updateMedia";
    /**
     * Delete Media
     *
     * Permanently removes a Media with all its files and sources. It cannot be undone. Playback URLs stop working, and you are
     * no longer billed for storage and delivery.
     *
     * The Media is no longer listed, but you can still get it by its id: it has the time in `deleted`. Historical usage data
     * is retained.
     */
    readonly delete: "deleteMedia";
  };
  /**
   * Media of kind `video`. Everything created here is also listed under `/media`, where you get, update and delete it.
   */
  readonly videos: {
    /**
     * List Videos
     *
     * Returns every Media of kind `video`, with the same parameters, order and pagination as `/media`.
     */
    readonly list: "listVideos";
    /**
     * Create Video
     *
     * Creates a video from an uploaded file or a URL. Like `POST /media`, but a file of another kind is rejected with 415.
     *
     * This operation uses the uploads host.
     */
    readonly create: "createVideo";
  };
  /**
   * Media of kind `image`. Everything created here is also listed under `/media`, where you get, update and delete it.
   */
  readonly images: {
    /**
     * List Images
     *
     * Returns every Media of kind `image`, with the same parameters, order and pagination as `/media`.
     */
    readonly list: "listImages";
    /**
     * Create Image
     *
     * Creates an image from an uploaded file or a URL. Like `POST /media`, but a file of another kind is rejected with 415.
     *
     * This operation uses the uploads host.
     */
    readonly create: "createImage";
  };
  /**
   * Media of kind `audio`, coming soon as a closed beta. Contact Ittybit to join it; until then these operations
   * return 403.
   */
  readonly audio: {
    /**
     * List Audio
     *
     * Returns every Media of kind `audio`, with the same parameters, order and pagination as `/media`.
     *
     * Closed beta: for other accounts it returns 403.
     */
    readonly list: "listAudio";
    /**
     * Create Audio
     *
     * Creates an audio file from an uploaded file or a URL. Like `POST /media`, but a file of another kind is rejected with 415.
     *
     * This operation uses the uploads host. Closed beta: for other accounts it returns 403.
     */
    readonly create: "createAudio";
  };
}

/**
 * One line on each operation.
 *
 * @example
 * ```ts
 * import { summaries } from "@ittybit/openapi";
 *
 * console.log(summaries);
 * ```
 */
export const summaries = {
  listMedia: "List Media",
  createMedia: "Create Media",
  getMedia: "Get Media",
  updateMedia: "Update Media",
  deleteMedia: "Delete Media",
  listVideos: "List Videos",
  createVideo: "Create Video",
  listImages: "List Images",
  createImage: "Create Image",
  listAudio: "List Audio",
  createAudio: "Create Audio",
} as const satisfies Record<OperationId, string>;
