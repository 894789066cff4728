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
        inferred: "The reference promises pagination information without naming a parameter; page numbers go with the page and pages fields seen in public samples.",
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
        inferred: "The reference says that such calls fail, and that standard codes are used; 401 is the standard code for it.",
      },
      "422": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference states the rules but no code for breaking them; 422 is the common one for a well-formed request with a wrong value.",
      },
      "429": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version", "Retry-After"],
        inferred: "The reference does not describe rate limits; RFC 6585 defines this answer, and every client should be ready for it.",
      },
      default: {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference promises meta and error for every failure without listing codes; this covers those not named.",
      },
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
        inferred: "The reference promises standard HTTP codes without naming this one; 201 is the standard code for an addition.",
      },
      "400": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference promises standard HTTP codes without listing them; 400 is the one for a message that cannot be read.",
      },
      "401": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says that such calls fail, and that standard codes are used; 401 is the standard code for it.",
      },
      "413": { mediaTypes: ["application/json"], headers: ["Ittybit-Version"], inferred: null },
      "415": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference lists the accepted formats without saying how others are refused; 415 is the standard code.",
      },
      "422": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference states the rules but no code for breaking them; 422 is the common one for a well-formed request with a wrong value.",
      },
      "429": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version", "Retry-After"],
        inferred: "The reference does not describe rate limits; RFC 6585 defines this answer, and every client should be ready for it.",
      },
      default: {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference promises meta and error for every failure without listing codes; this covers those not named.",
      },
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
        inferred: "The reference says that such calls fail, and that standard codes are used; 401 is the standard code for it.",
      },
      "404": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference names no code for an unknown id; 404 is the standard one.",
      },
      "422": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference states the rules but no code for breaking them; 422 is the common one for a well-formed request with a wrong value.",
      },
      "429": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version", "Retry-After"],
        inferred: "The reference does not describe rate limits; RFC 6585 defines this answer, and every client should be ready for it.",
      },
      default: {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference promises meta and error for every failure without listing codes; this covers those not named.",
      },
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
    inferred: "The reference promises that media can be updated without giving a call; a form-encoded PATCH of the resource follows its other conventions.",
    parameters: [
      {
        name: "Ittybit-Version",
        in: "header",
        required: false,
        style: "simple",
        explode: false,
        inferred: "The reference promises that media can be updated without giving a call; a form-encoded PATCH of the resource follows its other conventions.",
        type: "string",
        pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
      },
      {
        name: "id",
        in: "path",
        required: true,
        style: "simple",
        explode: false,
        inferred: "The reference promises that media can be updated without giving a call; a form-encoded PATCH of the resource follows its other conventions.",
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
        inferred: "The reference promises that media can be updated without giving a call; a form-encoded PATCH of the resource follows its other conventions.",
      },
      "400": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference promises standard HTTP codes without listing them; 400 is the one for a message that cannot be read.",
      },
      "401": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says that such calls fail, and that standard codes are used; 401 is the standard code for it.",
      },
      "404": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference names no code for an unknown id; 404 is the standard one.",
      },
      "422": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference states the rules but no code for breaking them; 422 is the common one for a well-formed request with a wrong value.",
      },
      "429": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version", "Retry-After"],
        inferred: "The reference does not describe rate limits; RFC 6585 defines this answer, and every client should be ready for it.",
      },
      default: {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference promises meta and error for every failure without listing codes; this covers those not named.",
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
        inferred: "The reference says that every successful answer has the envelope, not what a deletion answers with; the record that stays is the natural data.",
      },
      "401": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says that such calls fail, and that standard codes are used; 401 is the standard code for it.",
      },
      "404": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference names no code for an unknown id; 404 is the standard one.",
      },
      "422": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference states the rules but no code for breaking them; 422 is the common one for a well-formed request with a wrong value.",
      },
      "429": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version", "Retry-After"],
        inferred: "The reference does not describe rate limits; RFC 6585 defines this answer, and every client should be ready for it.",
      },
      default: {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference promises meta and error for every failure without listing codes; this covers those not named.",
      },
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
    inferred: "The reference describes this list under a heading without giving its path; the path follows the name of the heading.",
    parameters: [
      {
        name: "Ittybit-Version",
        in: "header",
        required: false,
        style: "simple",
        explode: false,
        inferred: "The reference describes this list under a heading without giving its path; the path follows the name of the heading.",
        type: "string",
        pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
      },
      {
        name: "limit",
        in: "query",
        required: false,
        style: "form",
        explode: true,
        inferred: "The reference describes this list under a heading without giving its path; the path follows the name of the heading.",
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
        inferred: "The reference promises pagination information without naming a parameter; page numbers go with the page and pages fields seen in public samples.",
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
        inferred: "The reference describes this list under a heading without giving its path; the path follows the name of the heading.",
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
        inferred: "The reference describes this list under a heading without giving its path; the path follows the name of the heading.",
        type: "string",
        enum: ["asc", "desc"],
        default: "desc",
      },
    ],
    request: null,
    responses: {
      "200": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference describes this list under a heading without giving its path; the path follows the name of the heading.",
      },
      "401": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says that such calls fail, and that standard codes are used; 401 is the standard code for it.",
      },
      "422": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference states the rules but no code for breaking them; 422 is the common one for a well-formed request with a wrong value.",
      },
      "429": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version", "Retry-After"],
        inferred: "The reference does not describe rate limits; RFC 6585 defines this answer, and every client should be ready for it.",
      },
      default: {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference promises meta and error for every failure without listing codes; this covers those not named.",
      },
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
    inferred: "The reference says in prose that videos can be posted here without giving the path; the path follows the name of the heading.",
    parameters: [
      {
        name: "Ittybit-Version",
        in: "header",
        required: false,
        style: "simple",
        explode: false,
        inferred: "The reference says in prose that videos can be posted here without giving the path; the path follows the name of the heading.",
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
        inferred: "The reference promises standard HTTP codes without naming this one; 201 is the standard code for an addition.",
      },
      "400": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference promises standard HTTP codes without listing them; 400 is the one for a message that cannot be read.",
      },
      "401": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says that such calls fail, and that standard codes are used; 401 is the standard code for it.",
      },
      "413": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says in prose that videos can be posted here without giving the path; the path follows the name of the heading.",
      },
      "415": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference lists the accepted formats without saying how others are refused; 415 is the standard code.",
      },
      "422": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference states the rules but no code for breaking them; 422 is the common one for a well-formed request with a wrong value.",
      },
      "429": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version", "Retry-After"],
        inferred: "The reference does not describe rate limits; RFC 6585 defines this answer, and every client should be ready for it.",
      },
      default: {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference promises meta and error for every failure without listing codes; this covers those not named.",
      },
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
    inferred: "The reference describes this list under a heading without giving its path; the path follows the name of the heading.",
    parameters: [
      {
        name: "Ittybit-Version",
        in: "header",
        required: false,
        style: "simple",
        explode: false,
        inferred: "The reference describes this list under a heading without giving its path; the path follows the name of the heading.",
        type: "string",
        pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
      },
      {
        name: "limit",
        in: "query",
        required: false,
        style: "form",
        explode: true,
        inferred: "The reference describes this list under a heading without giving its path; the path follows the name of the heading.",
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
        inferred: "The reference promises pagination information without naming a parameter; page numbers go with the page and pages fields seen in public samples.",
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
        inferred: "The reference describes this list under a heading without giving its path; the path follows the name of the heading.",
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
        inferred: "The reference describes this list under a heading without giving its path; the path follows the name of the heading.",
        type: "string",
        enum: ["asc", "desc"],
        default: "desc",
      },
    ],
    request: null,
    responses: {
      "200": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference describes this list under a heading without giving its path; the path follows the name of the heading.",
      },
      "401": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says that such calls fail, and that standard codes are used; 401 is the standard code for it.",
      },
      "422": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference states the rules but no code for breaking them; 422 is the common one for a well-formed request with a wrong value.",
      },
      "429": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version", "Retry-After"],
        inferred: "The reference does not describe rate limits; RFC 6585 defines this answer, and every client should be ready for it.",
      },
      default: {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference promises meta and error for every failure without listing codes; this covers those not named.",
      },
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
    inferred: "The reference says in prose that images can be posted here without giving the path; the path follows the name of the heading.",
    parameters: [
      {
        name: "Ittybit-Version",
        in: "header",
        required: false,
        style: "simple",
        explode: false,
        inferred: "The reference says in prose that images can be posted here without giving the path; the path follows the name of the heading.",
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
        inferred: "The reference promises standard HTTP codes without naming this one; 201 is the standard code for an addition.",
      },
      "400": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference promises standard HTTP codes without listing them; 400 is the one for a message that cannot be read.",
      },
      "401": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says that such calls fail, and that standard codes are used; 401 is the standard code for it.",
      },
      "413": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says in prose that images can be posted here without giving the path; the path follows the name of the heading.",
      },
      "415": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference lists the accepted formats without saying how others are refused; 415 is the standard code.",
      },
      "422": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference states the rules but no code for breaking them; 422 is the common one for a well-formed request with a wrong value.",
      },
      "429": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version", "Retry-After"],
        inferred: "The reference does not describe rate limits; RFC 6585 defines this answer, and every client should be ready for it.",
      },
      default: {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference promises meta and error for every failure without listing codes; this covers those not named.",
      },
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
    inferred: "The reference describes this list under a heading without giving its path; the path follows the name of the heading.",
    parameters: [
      {
        name: "Ittybit-Version",
        in: "header",
        required: false,
        style: "simple",
        explode: false,
        inferred: "The reference describes this list under a heading without giving its path; the path follows the name of the heading.",
        type: "string",
        pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
      },
      {
        name: "limit",
        in: "query",
        required: false,
        style: "form",
        explode: true,
        inferred: "The reference describes this list under a heading without giving its path; the path follows the name of the heading.",
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
        inferred: "The reference promises pagination information without naming a parameter; page numbers go with the page and pages fields seen in public samples.",
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
        inferred: "The reference describes this list under a heading without giving its path; the path follows the name of the heading.",
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
        inferred: "The reference describes this list under a heading without giving its path; the path follows the name of the heading.",
        type: "string",
        enum: ["asc", "desc"],
        default: "desc",
      },
    ],
    request: null,
    responses: {
      "200": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference describes this list under a heading without giving its path; the path follows the name of the heading.",
      },
      "401": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says that such calls fail, and that standard codes are used; 401 is the standard code for it.",
      },
      "403": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says that audio is a closed beta, not how others are turned away; 403 is the standard code for it.",
      },
      "422": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference states the rules but no code for breaking them; 422 is the common one for a well-formed request with a wrong value.",
      },
      "429": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version", "Retry-After"],
        inferred: "The reference does not describe rate limits; RFC 6585 defines this answer, and every client should be ready for it.",
      },
      default: {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference promises meta and error for every failure without listing codes; this covers those not named.",
      },
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
    inferred: "The reference says in prose that audio can be posted here without giving the path; the path follows the name of the heading.",
    parameters: [
      {
        name: "Ittybit-Version",
        in: "header",
        required: false,
        style: "simple",
        explode: false,
        inferred: "The reference says in prose that audio can be posted here without giving the path; the path follows the name of the heading.",
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
        inferred: "The reference promises standard HTTP codes without naming this one; 201 is the standard code for an addition.",
      },
      "400": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference promises standard HTTP codes without listing them; 400 is the one for a message that cannot be read.",
      },
      "401": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says that such calls fail, and that standard codes are used; 401 is the standard code for it.",
      },
      "403": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says that audio is a closed beta, not how others are turned away; 403 is the standard code for it.",
      },
      "413": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference says in prose that audio can be posted here without giving the path; the path follows the name of the heading.",
      },
      "415": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference lists the accepted formats without saying how others are refused; 415 is the standard code.",
      },
      "422": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference states the rules but no code for breaking them; 422 is the common one for a well-formed request with a wrong value.",
      },
      "429": {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version", "Retry-After"],
        inferred: "The reference does not describe rate limits; RFC 6585 defines this answer, and every client should be ready for it.",
      },
      default: {
        mediaTypes: ["application/json"],
        headers: ["Ittybit-Version"],
        inferred: "The reference promises meta and error for every failure without listing codes; this covers those not named.",
      },
    },
    paging: null,
  },
} as const satisfies Record<string, Operation>;

/** The operationId of an operation. */
export type OperationId = keyof typeof operations;

/** The operationId of each verb of each resource. */
export interface OperationNames {
  /**
   * One file of any kind and all that was made from it. Start here: these five operations are enough for a
   * whole media library. The kind-specific ones below are shortcuts for products that handle one kind.
   */
  readonly media: {
    /**
     * List the media of the account
     *
     * Answers the media of every kind in your account, page by page, newest first unless told otherwise. Items are
     * summaries; read one by its id for its URLs and sources. Deleted media are left out.
     *
     * There is no filter by kind here: `/videos`, `/images` and `/audio` are that filter.
     */
    readonly list: "listMedia";
    /**
     * Add a file, or have one fetched
     *
     * Adds one Media of any accepted kind, from bytes that you send (`file`) or from a place that Ittybit fetches
     * (`url`). Use `/videos`, `/images` or `/audio` to let one kind through only.
     *
     * This call goes to the uploads host. The reference knows no way to tell that two calls are the same one, so
     * sending a file again can add it a second time: after a broken connection, list the newest media first.
     */
    readonly create: "createMedia";
    /**
     * Read one Media in full
     *
     * Answers one Media of any kind with its URLs and sources. Use it after adding one, to follow `status` until it is
     * `complete` or `failed`, and whenever you are about to show it.
     *
     * A deleted Media still answers here, with 200, the time in `deleted`, no sources and no URLs.
     */
    readonly get: "getMedia";
    /**
     * Change the title or the labels
     *
     * Changes what you may say about a Media: its title and your own labels. Fields that you leave out stay as they
     * are. The file itself cannot be exchanged; add a new Media for that.
     *
     * Answers the Media in full, as it is after the change.
     */
    readonly update: "updateMedia";
    /**
     * Remove a Media for good
     *
     * Removes the file and every source made from it, at once and for good: nobody can bring them back. Playback links
     * stop working, and storage and delivery are no longer billed.
     *
     * What stays is the record. The Media leaves all lists, but reading it by its id still answers, with the time in
     * `deleted`, so that past usage can be told.
     */
    readonly delete: "deleteMedia";
  };
  /**
   * Media of kind `video` only. What is added here shows up under `/media` too, and is read, changed and
   * deleted there.
   */
  readonly videos: {
    /**
     * List the videos of the account
     *
     * Answers every Media of kind `video`, with the same parameters, order and paging as `/media`.
     */
    readonly list: "listVideos";
    /**
     * Add a video
     *
     * Adds one video, from bytes or from a URL. It is `createMedia` with the kind fixed beforehand: a file that is not
     * a video is refused with 415 rather than taken as something else.
     *
     * This call goes to the uploads host.
     */
    readonly create: "createVideo";
  };
  /**
   * Media of kind `image` only. What is added here shows up under `/media` too, and is read, changed and
   * deleted there.
   */
  readonly images: {
    /**
     * List the images of the account
     *
     * Answers every Media of kind `image`, with the same parameters, order and paging as `/media`.
     */
    readonly list: "listImages";
    /**
     * Add an image
     *
     * Adds one image, from bytes or from a URL. It is `createMedia` with the kind fixed beforehand: a file that is not
     * an image is refused with 415 rather than taken as something else.
     *
     * This call goes to the uploads host.
     */
    readonly create: "createImage";
  };
  /**
   * Media of kind `audio` only: a closed beta. Ask Ittybit to let your account in; until then these
   * operations answer 403.
   */
  readonly audio: {
    /**
     * List the audio files of the account
     *
     * Answers every Media of kind `audio`, with the same parameters, order and paging as `/media`.
     *
     * Closed beta: an account that is not part of it is answered with 403.
     */
    readonly list: "listAudio";
    /**
     * Add an audio file
     *
     * Adds one audio file, from bytes or from a URL. It is `createMedia` with the kind fixed beforehand: a file that
     * is not audio is refused with 415 rather than taken as something else.
     *
     * This call goes to the uploads host. Closed beta: an account that is not part of it is answered with 403.
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
  listMedia: "List the media of the account",
  createMedia: "Add a file, or have one fetched",
  getMedia: "Read one Media in full",
  updateMedia: "Change the title or the labels",
  deleteMedia: "Remove a Media for good",
  listVideos: "List the videos of the account",
  createVideo: "Add a video",
  listImages: "List the images of the account",
  createImage: "Add an image",
  listAudio: "List the audio files of the account",
  createAudio: "Add an audio file",
} as const satisfies Record<OperationId, string>;
