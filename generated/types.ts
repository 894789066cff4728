/** Types of the Ittybit media API. Written by `npm run generate` from spec/; do not edit. */

export interface paths {
    "/media": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * The API version of this request, a date (`YYYY-MM-DD`). Without it, the most recent stable version is used, which can
                 * change at any time: set it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List Media
         *
         * Returns the media of all kinds in your account, page by page, the newest first by default. Get a Media by its id for
         * its URLs and sources. Deleted media are not listed. Query parameters sort and limit the results.
         */
        get: operations["listMedia"];
        put?: never;
        /**
         * Create Media
         *
         * Creates a Media from an uploaded file or a URL. Use `/videos`, `/images` or `/audio` to accept only that kind.
         *
         * This operation uses the uploads host. There is no idempotency key, so a retried upload may create a duplicate: after a
         * failed connection, list the newest media first.
         */
        post: operations["createMedia"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media/{id}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * The API version of this request, a date (`YYYY-MM-DD`). Without it, the most recent stable version is used, which can
                 * change at any time: set it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path: {
                /**
                 * The ID of a Media: `data.id` of the response that created it, or of a list item. IDs are globally unique random
                 * strings; store and compare them unchanged.
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Get Media
         *
         * Returns one Media of any kind with its URLs and sources. After a create request, use it to follow `status` until it is
         * `complete` or `failed`, and before you show the Media.
         *
         * A deleted Media is still returned, with 200, the time in `deleted`, no sources and no URLs.
         */
        get: operations["getMedia"];
        put?: never;
        post?: never;
        /**
         * Delete Media
         *
         * Permanently removes a Media with all its files and sources. It cannot be undone. Playback URLs stop working, and you are
         * no longer billed for storage and delivery.
         *
         * The Media is no longer listed, but you can still get it by its id: it has the time in `deleted`. Historical usage data
         * is retained.
         */
        delete: operations["deleteMedia"];
        options?: never;
        head?: never;
        /**
         * Update Media
         *
         * Updates the title and the metadata of a Media. Fields that you leave out stay as they are. To replace the file, create
         * a new Media. A deleted Media cannot be updated: it returns a 404.
         *
         * Inferred. The reference says that media can be updated but names no endpoint, and that a deletion cannot be undone; a form-encoded PATCH follows its other conventions, and an update of a deleted Media returns 404.
         */
        patch: operations["updateMedia"];
        trace?: never;
    };
    "/videos": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * The API version of this request, a date (`YYYY-MM-DD`). Without it, the most recent stable version is used, which can
                 * change at any time: set it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List Videos
         *
         * Returns every Media of kind `video`, with the same parameters, order and pagination as `/media`.
         *
         * Inferred: name. The reference describes this list but does not state its path; the path matches the heading of its section.
         */
        get: operations["listVideos"];
        put?: never;
        /**
         * Create Video
         *
         * Creates a video from an uploaded file or a URL. Like `POST /media`, but a file of another kind is rejected with 415.
         *
         * This operation uses the uploads host.
         *
         * Inferred: name. The reference says that videos can be posted here but does not state the path; the path matches the heading of its section.
         */
        post: operations["createVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/images": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * The API version of this request, a date (`YYYY-MM-DD`). Without it, the most recent stable version is used, which can
                 * change at any time: set it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List Images
         *
         * Returns every Media of kind `image`, with the same parameters, order and pagination as `/media`.
         *
         * Inferred: name. The reference describes this list but does not state its path; the path matches the heading of its section.
         */
        get: operations["listImages"];
        put?: never;
        /**
         * Create Image
         *
         * Creates an image from an uploaded file or a URL. Like `POST /media`, but a file of another kind is rejected with 415.
         *
         * This operation uses the uploads host.
         *
         * Inferred: name. The reference says that images can be posted here but does not state the path; the path matches the heading of its section.
         */
        post: operations["createImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audio": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * The API version of this request, a date (`YYYY-MM-DD`). Without it, the most recent stable version is used, which can
                 * change at any time: set it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List Audio
         *
         * Returns every Media of kind `audio`, with the same parameters, order and pagination as `/media`.
         *
         * Closed beta: for other accounts it returns 403.
         *
         * Inferred: name. The reference describes this list but does not state its path; the path matches the heading of its section.
         */
        get: operations["listAudio"];
        put?: never;
        /**
         * Create Audio
         *
         * Creates an audio file from an uploaded file or a URL. Like `POST /media`, but a file of another kind is rejected with 415.
         *
         * This operation uses the uploads host. Closed beta: for other accounts it returns 403.
         *
         * Inferred: name. The reference says that audio can be posted here but does not state the path; the path matches the heading of its section.
         */
        post: operations["createAudio"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** What went wrong, for programs and for developers. */
        ApiError: {
            /**
             * The category of the failure, for programs. Branch on it instead of the message. More codes may be added; treat an
             * unknown code like its status code.
             *
             * Inferred. The reference documents error but not its fields; message appears in public samples, and programs need code and details. Source: https://ittybit.com/docs/api, as of August 2024.
             */
            code: components["schemas"]["ErrorCode"];
            /**
             * The failure in one sentence, for developers. Do not parse it: the wording can change.
             *
             * Inferred. The reference documents error but not its fields; message appears in public samples, and programs need code and details. Source: https://ittybit.com/docs/api, as of August 2024.
             */
            message: string;
            /**
             * One entry per problem. Empty if there is nothing to add to the message.
             *
             * Inferred. The reference documents error but not its fields; message appears in public samples, and programs need code and details. Source: https://ittybit.com/docs/api, as of August 2024.
             */
            details: components["schemas"]["ErrorDetail"][];
        };
        /** An audio file with its URLs and sources, as `POST /audio` returns it. */
        Audio: {
            /** The globally unique random ID of this Media. */
            id: string;
            /**
             * Always `audio`.
             * @constant
             */
            kind: "audio";
            /** When this Media was created. Lists are sorted by it by default. */
            created: components["schemas"]["Timestamp"];
            /** When this Media was last updated. */
            updated: components["schemas"]["Timestamp"];
            /**
             * Size of the uploaded file in bytes. Each source has its own size.
             *
             * Inferred: behaviour. The reference sorts by filesize but does not say which file it measures; every Media has an uploaded file.
             * Format: int64
             */
            filesize: number;
            /**
             * The display name, free text. Null if there is none.
             *
             * Inferred. The reference mentions no title; public samples of the following year show one. Source: https://ittybit.com/docs/media, as of 2025.
             */
            title: string | null;
            /**
             * The name of the uploaded file, without folders. Null if it had none.
             *
             * Inferred. The reference mentions no file name; an upload has one, and public samples of the following year return it. Source: https://ittybit.com/docs/media, as of 2025.
             */
            filename: string | null;
            /**
             * The progress of processing. `uploading`: the file is being received or fetched. `pending`: its sources are being created.
             * `complete`: all sources are ready. `failed`: the file cannot be read or converted; create the Media again. Treat an
             * unknown status as not finished.
             *
             * Inferred. The reference names no status; processing takes time, and callers must be able to follow it. Source: https://ittybit.com/docs/media, as of 2025.
             */
            status: components["schemas"]["MediaStatus"];
            /**
             * Width of the picture in pixels, after rotation. Null for audio, and until it is known.
             *
             * Inferred. The reference names no dimensions; public samples of the following year show them in pixels. Source: https://ittybit.com/docs/media, as of 2025.
             * Format: int32
             */
            width: number | null;
            /**
             * Height of the picture in pixels, after rotation. Null for audio, and until it is known.
             *
             * Inferred. The reference names no dimensions; public samples of the following year show them in pixels. Source: https://ittybit.com/docs/media, as of 2025.
             * Format: int32
             */
            height: number | null;
            /**
             * Duration in seconds, with fractions. Null for images, and until it is known.
             *
             * Inferred. The reference names no duration; public samples of the following year show it in seconds. Source: https://ittybit.com/docs/media, as of 2025.
             * Format: double
             */
            duration: number | null;
            /**
             * Your own key-value pairs, such as a customer number, an album or a language. Ittybit stores and returns them
             * unchanged. Do not put secrets here.
             *
             * Inferred. The reference does not mention metadata; public samples of the following year have it. Source: https://ittybit.com/docs/media, as of 2025.
             */
            metadata: components["schemas"]["Metadata"];
            /**
             * When this Media was deleted. Null if it is not deleted, so always null in lists.
             *
             * Inferred. The reference says that deleted media stay readable; the time of deletion distinguishes them from other media.
             * Format: date-time
             */
            deleted: string | null;
            /**
             * URLs to show this Media. Each selects the best source for the device and connection of the viewer. A URL is null while
             * there is nothing to show: until processing has created it, for a kind that does not have it, and after deletion.
             *
             * Inferred: name, type, required. The reference documents URLs for preview, poster and playback; grouping them in one object is inferred.
             */
            urls: components["schemas"]["MediaUrls"];
            /**
             * All playable sources of this Media, including the original. Empty until processing has created the first one,
             * and after deletion.
             */
            sources: components["schemas"]["Source"][];
        };
        /** A successful response with one page of audio files. */
        AudioListResponse: {
            /** Information about the request, the response, and the position of this page in the list. */
            meta: components["schemas"]["ListMeta"];
            /**
             * The audio files on this page, in the requested order.
             *
             * Inferred: behaviour. The reference calls the response for a single Media the full object but does not say what a list omits; here it omits the URLs and the sources.
             */
            data: components["schemas"]["AudioSummary"][];
            /**
             * Related pages, as absolute URLs on the API host. They keep your `limit`, `orderBy` and `order`; request them
             * unchanged.
             */
            links: components["schemas"]["ListLinks"];
        };
        /** A successful response with one audio file. */
        AudioResponse: {
            /** Information about the request and the response. */
            meta: components["schemas"]["ObjectMeta"];
            /** An audio file with its URLs and sources, as `POST /audio` returns it. */
            data: components["schemas"]["Audio"];
            /** Related URLs, absolute and on the API host. */
            links: components["schemas"]["ObjectLinks"];
        };
        /** An audio file as `GET /audio` lists it. */
        AudioSummary: {
            /** The globally unique random ID of this Media. */
            id: string;
            /**
             * Always `audio`.
             * @constant
             */
            kind: "audio";
            /** When this Media was created. Lists are sorted by it by default. */
            created: components["schemas"]["Timestamp"];
            /** When this Media was last updated. */
            updated: components["schemas"]["Timestamp"];
            /**
             * Size of the uploaded file in bytes. Each source has its own size.
             *
             * Inferred: behaviour. The reference sorts by filesize but does not say which file it measures; every Media has an uploaded file.
             * Format: int64
             */
            filesize: number;
            /**
             * The display name, free text. Null if there is none.
             *
             * Inferred. The reference mentions no title; public samples of the following year show one. Source: https://ittybit.com/docs/media, as of 2025.
             */
            title: string | null;
            /**
             * The name of the uploaded file, without folders. Null if it had none.
             *
             * Inferred. The reference mentions no file name; an upload has one, and public samples of the following year return it. Source: https://ittybit.com/docs/media, as of 2025.
             */
            filename: string | null;
            /**
             * The progress of processing. `uploading`: the file is being received or fetched. `pending`: its sources are being created.
             * `complete`: all sources are ready. `failed`: the file cannot be read or converted; create the Media again. Treat an
             * unknown status as not finished.
             *
             * Inferred. The reference names no status; processing takes time, and callers must be able to follow it. Source: https://ittybit.com/docs/media, as of 2025.
             */
            status: components["schemas"]["MediaStatus"];
            /**
             * Width of the picture in pixels, after rotation. Null for audio, and until it is known.
             *
             * Inferred. The reference names no dimensions; public samples of the following year show them in pixels. Source: https://ittybit.com/docs/media, as of 2025.
             * Format: int32
             */
            width: number | null;
            /**
             * Height of the picture in pixels, after rotation. Null for audio, and until it is known.
             *
             * Inferred. The reference names no dimensions; public samples of the following year show them in pixels. Source: https://ittybit.com/docs/media, as of 2025.
             * Format: int32
             */
            height: number | null;
            /**
             * Duration in seconds, with fractions. Null for images, and until it is known.
             *
             * Inferred. The reference names no duration; public samples of the following year show it in seconds. Source: https://ittybit.com/docs/media, as of 2025.
             * Format: double
             */
            duration: number | null;
            /**
             * Your own key-value pairs, such as a customer number, an album or a language. Ittybit stores and returns them
             * unchanged. Do not put secrets here.
             *
             * Inferred. The reference does not mention metadata; public samples of the following year have it. Source: https://ittybit.com/docs/media, as of 2025.
             */
            metadata: components["schemas"]["Metadata"];
            /**
             * When this Media was deleted. Null if it is not deleted, so always null in lists.
             *
             * Inferred. The reference says that deleted media stay readable; the time of deletion distinguishes them from other media.
             * Format: date-time
             */
            deleted: string | null;
        };
        /**
         * The category of the failure, for programs. Branch on it instead of the message. More codes may be added; treat an
         * unknown code like its status code.
         *
         * Inferred. The reference names no codes; callers need at least one for each documented status, so these are named after RFC 9110. Source: RFC 9110, June 2022.
         */
        ErrorCode: "bad_request" | "unauthorized" | "forbidden" | "not_found" | "content_too_large" | "unsupported_media_type" | "unprocessable_content" | "too_many_requests" | "internal_error" | (string & {});
        /**
         * One problem in the request, and its location.
         *
         * Inferred. The reference does not say how an error identifies an invalid field; a form needs a location, a name and a sentence to show it.
         */
        ErrorDetail: {
            /** The part of the request that is invalid. More values may be added. */
            location: "path" | "query" | "header" | "body" | (string & {});
            /**
             * The name of the invalid parameter, header or body field, as you sent it. Null if the whole part is invalid, such
             * as an unreadable body.
             */
            field: string | null;
            /** What is wrong and how to fix it, in one sentence. */
            message: string;
        };
        /** Information about the request and its failure. */
        ErrorMeta: {
            /**
             * Identifies this request. Include it when you contact Ittybit about a response.
             *
             * Inferred. The reference documents meta but not its fields; these names appear in public samples. Source: https://ittybit.com/docs/api, as of August 2024.
             */
            id: string;
            /**
             * The HTTP status code of this response.
             *
             * Inferred. The reference documents meta but not its fields; these names appear in public samples. Source: https://ittybit.com/docs/api, as of August 2024.
             * Format: int32
             */
            status: number;
            /**
             * The API version of this response.
             *
             * Inferred. The reference documents meta but not its fields; these names appear in public samples. Source: https://ittybit.com/docs/api, as of August 2024.
             * Format: date
             */
            version: string;
            /**
             * Always `error`: the response has `error` instead of `data`.
             *
             * Inferred. The reference documents meta but not its fields; these names appear in public samples. Source: https://ittybit.com/docs/api, as of August 2024.
             * @constant
             */
            type: "error";
        };
        /** The body of a failed response. */
        ErrorResponse: {
            /** Information about the request and its failure. */
            meta: components["schemas"]["ErrorMeta"];
            /** What went wrong, for programs and for developers. */
            error: components["schemas"]["ApiError"];
        };
        /** An image with its URLs and sources, as `POST /images` returns it. */
        Image: {
            /** The globally unique random ID of this Media. */
            id: string;
            /**
             * Always `image`.
             * @constant
             */
            kind: "image";
            /** When this Media was created. Lists are sorted by it by default. */
            created: components["schemas"]["Timestamp"];
            /** When this Media was last updated. */
            updated: components["schemas"]["Timestamp"];
            /**
             * Size of the uploaded file in bytes. Each source has its own size.
             *
             * Inferred: behaviour. The reference sorts by filesize but does not say which file it measures; every Media has an uploaded file.
             * Format: int64
             */
            filesize: number;
            /**
             * The display name, free text. Null if there is none.
             *
             * Inferred. The reference mentions no title; public samples of the following year show one. Source: https://ittybit.com/docs/media, as of 2025.
             */
            title: string | null;
            /**
             * The name of the uploaded file, without folders. Null if it had none.
             *
             * Inferred. The reference mentions no file name; an upload has one, and public samples of the following year return it. Source: https://ittybit.com/docs/media, as of 2025.
             */
            filename: string | null;
            /**
             * The progress of processing. `uploading`: the file is being received or fetched. `pending`: its sources are being created.
             * `complete`: all sources are ready. `failed`: the file cannot be read or converted; create the Media again. Treat an
             * unknown status as not finished.
             *
             * Inferred. The reference names no status; processing takes time, and callers must be able to follow it. Source: https://ittybit.com/docs/media, as of 2025.
             */
            status: components["schemas"]["MediaStatus"];
            /**
             * Width of the picture in pixels, after rotation. Null for audio, and until it is known.
             *
             * Inferred. The reference names no dimensions; public samples of the following year show them in pixels. Source: https://ittybit.com/docs/media, as of 2025.
             * Format: int32
             */
            width: number | null;
            /**
             * Height of the picture in pixels, after rotation. Null for audio, and until it is known.
             *
             * Inferred. The reference names no dimensions; public samples of the following year show them in pixels. Source: https://ittybit.com/docs/media, as of 2025.
             * Format: int32
             */
            height: number | null;
            /**
             * Duration in seconds, with fractions. Null for images, and until it is known.
             *
             * Inferred. The reference names no duration; public samples of the following year show it in seconds. Source: https://ittybit.com/docs/media, as of 2025.
             * Format: double
             */
            duration: number | null;
            /**
             * Your own key-value pairs, such as a customer number, an album or a language. Ittybit stores and returns them
             * unchanged. Do not put secrets here.
             *
             * Inferred. The reference does not mention metadata; public samples of the following year have it. Source: https://ittybit.com/docs/media, as of 2025.
             */
            metadata: components["schemas"]["Metadata"];
            /**
             * When this Media was deleted. Null if it is not deleted, so always null in lists.
             *
             * Inferred. The reference says that deleted media stay readable; the time of deletion distinguishes them from other media.
             * Format: date-time
             */
            deleted: string | null;
            /**
             * URLs to show this Media. Each selects the best source for the device and connection of the viewer. A URL is null while
             * there is nothing to show: until processing has created it, for a kind that does not have it, and after deletion.
             *
             * Inferred: name, type, required. The reference documents URLs for preview, poster and playback; grouping them in one object is inferred.
             */
            urls: components["schemas"]["MediaUrls"];
            /**
             * All playable sources of this Media, including the original. Empty until processing has created the first one,
             * and after deletion.
             */
            sources: components["schemas"]["Source"][];
        };
        /** A successful response with one page of images. */
        ImageListResponse: {
            /** Information about the request, the response, and the position of this page in the list. */
            meta: components["schemas"]["ListMeta"];
            /**
             * The images on this page, in the requested order.
             *
             * Inferred: behaviour. The reference calls the response for a single Media the full object but does not say what a list omits; here it omits the URLs and the sources.
             */
            data: components["schemas"]["ImageSummary"][];
            /**
             * Related pages, as absolute URLs on the API host. They keep your `limit`, `orderBy` and `order`; request them
             * unchanged.
             */
            links: components["schemas"]["ListLinks"];
        };
        /** A successful response with one image. */
        ImageResponse: {
            /** Information about the request and the response. */
            meta: components["schemas"]["ObjectMeta"];
            /** An image with its URLs and sources, as `POST /images` returns it. */
            data: components["schemas"]["Image"];
            /** Related URLs, absolute and on the API host. */
            links: components["schemas"]["ObjectLinks"];
        };
        /** An image as `GET /images` lists it. */
        ImageSummary: {
            /** The globally unique random ID of this Media. */
            id: string;
            /**
             * Always `image`.
             * @constant
             */
            kind: "image";
            /** When this Media was created. Lists are sorted by it by default. */
            created: components["schemas"]["Timestamp"];
            /** When this Media was last updated. */
            updated: components["schemas"]["Timestamp"];
            /**
             * Size of the uploaded file in bytes. Each source has its own size.
             *
             * Inferred: behaviour. The reference sorts by filesize but does not say which file it measures; every Media has an uploaded file.
             * Format: int64
             */
            filesize: number;
            /**
             * The display name, free text. Null if there is none.
             *
             * Inferred. The reference mentions no title; public samples of the following year show one. Source: https://ittybit.com/docs/media, as of 2025.
             */
            title: string | null;
            /**
             * The name of the uploaded file, without folders. Null if it had none.
             *
             * Inferred. The reference mentions no file name; an upload has one, and public samples of the following year return it. Source: https://ittybit.com/docs/media, as of 2025.
             */
            filename: string | null;
            /**
             * The progress of processing. `uploading`: the file is being received or fetched. `pending`: its sources are being created.
             * `complete`: all sources are ready. `failed`: the file cannot be read or converted; create the Media again. Treat an
             * unknown status as not finished.
             *
             * Inferred. The reference names no status; processing takes time, and callers must be able to follow it. Source: https://ittybit.com/docs/media, as of 2025.
             */
            status: components["schemas"]["MediaStatus"];
            /**
             * Width of the picture in pixels, after rotation. Null for audio, and until it is known.
             *
             * Inferred. The reference names no dimensions; public samples of the following year show them in pixels. Source: https://ittybit.com/docs/media, as of 2025.
             * Format: int32
             */
            width: number | null;
            /**
             * Height of the picture in pixels, after rotation. Null for audio, and until it is known.
             *
             * Inferred. The reference names no dimensions; public samples of the following year show them in pixels. Source: https://ittybit.com/docs/media, as of 2025.
             * Format: int32
             */
            height: number | null;
            /**
             * Duration in seconds, with fractions. Null for images, and until it is known.
             *
             * Inferred. The reference names no duration; public samples of the following year show it in seconds. Source: https://ittybit.com/docs/media, as of 2025.
             * Format: double
             */
            duration: number | null;
            /**
             * Your own key-value pairs, such as a customer number, an album or a language. Ittybit stores and returns them
             * unchanged. Do not put secrets here.
             *
             * Inferred. The reference does not mention metadata; public samples of the following year have it. Source: https://ittybit.com/docs/media, as of 2025.
             */
            metadata: components["schemas"]["Metadata"];
            /**
             * When this Media was deleted. Null if it is not deleted, so always null in lists.
             *
             * Inferred. The reference says that deleted media stay readable; the time of deletion distinguishes them from other media.
             * Format: date-time
             */
            deleted: string | null;
        };
        /**
         * Related pages, as absolute URLs on the API host. They keep your `limit`, `orderBy` and `order`; request them
         * unchanged.
         */
        ListLinks: {
            /**
             * The URL of this page.
             *
             * Inferred. The reference mentions information for fetching the next batch but names no fields; these are common link relations. Source: RFC 8288, October 2017.
             * Format: uri
             */
            self: string;
            /**
             * The URL of the first page.
             *
             * Inferred. The reference mentions information for fetching the next batch but names no fields; these are common link relations. Source: RFC 8288, October 2017.
             * Format: uri
             */
            first: string;
            /**
             * The URL of the previous page, or null on the first.
             *
             * Inferred. The reference mentions information for fetching the next batch but names no fields; these are common link relations. Source: RFC 8288, October 2017.
             * Format: uri
             */
            prev: string | null;
            /**
             * The URL of the next page, or null on the last. Follow it until it is null.
             *
             * Inferred. The reference mentions information for fetching the next batch but names no fields; these are common link relations. Source: RFC 8288, October 2017.
             * Format: uri
             */
            next: string | null;
            /**
             * The URL of the last page, as counted for this response.
             *
             * Inferred. The reference mentions information for fetching the next batch but names no fields; these are common link relations. Source: RFC 8288, October 2017.
             * Format: uri
             */
            last: string;
        };
        /** Information about the request, the response, and the position of this page in the list. */
        ListMeta: {
            /**
             * Identifies this request. Include it when you contact Ittybit about a response.
             *
             * Inferred. The reference documents meta but not its fields; these names appear in public samples. Source: https://ittybit.com/docs/api, as of August 2024.
             */
            id: string;
            /**
             * The HTTP status code of this response.
             *
             * Inferred. The reference documents meta but not its fields; these names appear in public samples. Source: https://ittybit.com/docs/api, as of August 2024.
             * Format: int32
             */
            status: number;
            /**
             * The API version of this response.
             *
             * Inferred. The reference documents meta but not its fields; these names appear in public samples. Source: https://ittybit.com/docs/api, as of August 2024.
             * Format: date
             */
            version: string;
            /**
             * Always `list`: `data` is a list. Single objects have `object`, errors have `error`.
             *
             * Inferred. The reference documents meta but not its fields; these names appear in public samples. Source: https://ittybit.com/docs/api, as of August 2024.
             * @constant
             */
            type: "list";
            /**
             * The number of items on all pages.
             *
             * Inferred. The reference documents meta but not its fields; these names appear in public samples. Source: https://ittybit.com/docs/api, as of August 2024.
             * Format: int64
             */
            total: number;
            /**
             * The maximum number of items per page, as requested or by default.
             *
             * Inferred. The reference documents meta but not its fields; these names appear in public samples. Source: https://ittybit.com/docs/api, as of August 2024.
             * Format: int32
             */
            limit: number;
            /**
             * The number of this page, starting at 1.
             *
             * Inferred. The reference documents meta but not its fields; these names appear in public samples. Source: https://ittybit.com/docs/api, as of August 2024.
             * Format: int32
             */
            page: number;
            /**
             * The number of pages at this `limit`. 0 for an empty list.
             *
             * Inferred. The reference documents meta but not its fields; these names appear in public samples. Source: https://ittybit.com/docs/api, as of August 2024.
             * Format: int32
             */
            pages: number;
        };
        /** A Media with its URLs and sources, as the responses to get, create, update and delete return it. */
        Media: {
            /** The globally unique random ID of this Media. */
            id: string;
            /** The kind of media. More kinds may be added, so handle unknown kinds. */
            kind: components["schemas"]["MediaKind"];
            /** When this Media was created. Lists are sorted by it by default. */
            created: components["schemas"]["Timestamp"];
            /** When this Media was last updated. */
            updated: components["schemas"]["Timestamp"];
            /**
             * Size of the uploaded file in bytes. Each source has its own size.
             *
             * Inferred: behaviour. The reference sorts by filesize but does not say which file it measures; every Media has an uploaded file.
             * Format: int64
             */
            filesize: number;
            /**
             * The display name, free text. Null if there is none.
             *
             * Inferred. The reference mentions no title; public samples of the following year show one. Source: https://ittybit.com/docs/media, as of 2025.
             */
            title: string | null;
            /**
             * The name of the uploaded file, without folders. Null if it had none.
             *
             * Inferred. The reference mentions no file name; an upload has one, and public samples of the following year return it. Source: https://ittybit.com/docs/media, as of 2025.
             */
            filename: string | null;
            /**
             * The progress of processing. `uploading`: the file is being received or fetched. `pending`: its sources are being created.
             * `complete`: all sources are ready. `failed`: the file cannot be read or converted; create the Media again. Treat an
             * unknown status as not finished.
             *
             * Inferred. The reference names no status; processing takes time, and callers must be able to follow it. Source: https://ittybit.com/docs/media, as of 2025.
             */
            status: components["schemas"]["MediaStatus"];
            /**
             * Width of the picture in pixels, after rotation. Null for audio, and until it is known.
             *
             * Inferred. The reference names no dimensions; public samples of the following year show them in pixels. Source: https://ittybit.com/docs/media, as of 2025.
             * Format: int32
             */
            width: number | null;
            /**
             * Height of the picture in pixels, after rotation. Null for audio, and until it is known.
             *
             * Inferred. The reference names no dimensions; public samples of the following year show them in pixels. Source: https://ittybit.com/docs/media, as of 2025.
             * Format: int32
             */
            height: number | null;
            /**
             * Duration in seconds, with fractions. Null for images, and until it is known.
             *
             * Inferred. The reference names no duration; public samples of the following year show it in seconds. Source: https://ittybit.com/docs/media, as of 2025.
             * Format: double
             */
            duration: number | null;
            /**
             * Your own key-value pairs, such as a customer number, an album or a language. Ittybit stores and returns them
             * unchanged. Do not put secrets here.
             *
             * Inferred. The reference does not mention metadata; public samples of the following year have it. Source: https://ittybit.com/docs/media, as of 2025.
             */
            metadata: components["schemas"]["Metadata"];
            /**
             * When this Media was deleted. Null if it is not deleted, so always null in lists.
             *
             * Inferred. The reference says that deleted media stay readable; the time of deletion distinguishes them from other media.
             * Format: date-time
             */
            deleted: string | null;
            /**
             * URLs to show this Media. Each selects the best source for the device and connection of the viewer. A URL is null while
             * there is nothing to show: until processing has created it, for a kind that does not have it, and after deletion.
             *
             * Inferred: name, type, required. The reference documents URLs for preview, poster and playback; grouping them in one object is inferred.
             */
            urls: components["schemas"]["MediaUrls"];
            /**
             * All playable sources of this Media, including the original. Empty until processing has created the first one,
             * and after deletion.
             */
            sources: components["schemas"]["Source"][];
        };
        /**
         * A new Media. Send exactly one of `file` and `url`.
         *
         * Inferred: required, behaviour. The reference lists file and url but does not say that they are mutually exclusive or that unknown fields are rejected; a request that breaks either rule is most likely a mistake.
         */
        MediaCreate: {
            /**
             * The file, with a file name and a media type, as a browser's `<input type="file">` sends it. One file per
             * request. Each account has a soft limit for its size.
             * Format: binary
             */
            file: Blob;
            /**
             * A display name, free text. Without one, the Media has no title until you set it.
             *
             * Inferred. The reference names file and url only; public samples of the following year take a title. Source: https://ittybit.com/docs/media, as of 2025.
             */
            title?: string;
            /**
             * Your own metadata, one part per key, named `metadata[key]`. Every response that contains the Media returns it.
             *
             * Inferred. The reference names file and url only; public samples of the following year take metadata. Source: https://ittybit.com/docs/media, as of 2025.
             */
            metadata?: components["schemas"]["Metadata"];
            /** Excluded by `file`. */
            url?: never;
        } | {
            /**
             * The URL of a file for Ittybit to fetch, an absolute `https` or `http` URL: a publicly accessible one, or a signed
             * URL of your storage bucket that stays valid until the file has been fetched.
             *
             * Inferred: format. The reference asks for a publicly accessible URL of type string; absolute http and https URLs can be fetched.
             * Format: uri
             */
            url: string;
            /**
             * A display name, free text. Without one, the Media has no title until you set it.
             *
             * Inferred. The reference names file and url only; public samples of the following year take a title. Source: https://ittybit.com/docs/media, as of 2025.
             */
            title?: string;
            /**
             * Your own metadata, one part per key, named `metadata[key]`. Every response that contains the Media returns it.
             *
             * Inferred. The reference names file and url only; public samples of the following year take metadata. Source: https://ittybit.com/docs/media, as of 2025.
             */
            metadata?: components["schemas"]["Metadata"];
            /** Excluded by `url`. */
            file?: never;
        };
        /** The kind of media. More kinds may be added, so handle unknown kinds. */
        MediaKind: "video" | "image" | "audio" | (string & {});
        /** A successful response with one page of media. */
        MediaListResponse: {
            /** Information about the request, the response, and the position of this page in the list. */
            meta: components["schemas"]["ListMeta"];
            /**
             * The media on this page, in the requested order. Deleted media are not listed.
             *
             * Inferred: behaviour. The reference calls the response for a single Media the full object but does not say what a list omits; here it omits the URLs and the sources.
             */
            data: components["schemas"]["MediaSummary"][];
            /**
             * Related pages, as absolute URLs on the API host. They keep your `limit`, `orderBy` and `order`; request them
             * unchanged.
             */
            links: components["schemas"]["ListLinks"];
        };
        /** A successful response with one Media. */
        MediaResponse: {
            /** Information about the request and the response. */
            meta: components["schemas"]["ObjectMeta"];
            /** A Media with its URLs and sources, as the responses to get, create, update and delete return it. */
            data: components["schemas"]["Media"];
            /** Related URLs, absolute and on the API host. */
            links: components["schemas"]["ObjectLinks"];
        };
        /**
         * The progress of processing. `uploading`: the file is being received or fetched. `pending`: its sources are being created.
         * `complete`: all sources are ready. `failed`: the file cannot be read or converted; create the Media again. Treat an
         * unknown status as not finished.
         *
         * Inferred. The reference names no states; these appear in public samples of the following year. Source: https://ittybit.com/docs/media, as of 2025.
         */
        MediaStatus: "uploading" | "pending" | "complete" | "failed" | (string & {});
        /** A Media as a list returns it, without its URLs and sources. Get it by `id` for those. */
        MediaSummary: {
            /** The globally unique random ID of this Media. */
            id: string;
            /** The kind of media. More kinds may be added, so handle unknown kinds. */
            kind: components["schemas"]["MediaKind"];
            /** When this Media was created. Lists are sorted by it by default. */
            created: components["schemas"]["Timestamp"];
            /** When this Media was last updated. */
            updated: components["schemas"]["Timestamp"];
            /**
             * Size of the uploaded file in bytes. Each source has its own size.
             *
             * Inferred: behaviour. The reference sorts by filesize but does not say which file it measures; every Media has an uploaded file.
             * Format: int64
             */
            filesize: number;
            /**
             * The display name, free text. Null if there is none.
             *
             * Inferred. The reference mentions no title; public samples of the following year show one. Source: https://ittybit.com/docs/media, as of 2025.
             */
            title: string | null;
            /**
             * The name of the uploaded file, without folders. Null if it had none.
             *
             * Inferred. The reference mentions no file name; an upload has one, and public samples of the following year return it. Source: https://ittybit.com/docs/media, as of 2025.
             */
            filename: string | null;
            /**
             * The progress of processing. `uploading`: the file is being received or fetched. `pending`: its sources are being created.
             * `complete`: all sources are ready. `failed`: the file cannot be read or converted; create the Media again. Treat an
             * unknown status as not finished.
             *
             * Inferred. The reference names no status; processing takes time, and callers must be able to follow it. Source: https://ittybit.com/docs/media, as of 2025.
             */
            status: components["schemas"]["MediaStatus"];
            /**
             * Width of the picture in pixels, after rotation. Null for audio, and until it is known.
             *
             * Inferred. The reference names no dimensions; public samples of the following year show them in pixels. Source: https://ittybit.com/docs/media, as of 2025.
             * Format: int32
             */
            width: number | null;
            /**
             * Height of the picture in pixels, after rotation. Null for audio, and until it is known.
             *
             * Inferred. The reference names no dimensions; public samples of the following year show them in pixels. Source: https://ittybit.com/docs/media, as of 2025.
             * Format: int32
             */
            height: number | null;
            /**
             * Duration in seconds, with fractions. Null for images, and until it is known.
             *
             * Inferred. The reference names no duration; public samples of the following year show it in seconds. Source: https://ittybit.com/docs/media, as of 2025.
             * Format: double
             */
            duration: number | null;
            /**
             * Your own key-value pairs, such as a customer number, an album or a language. Ittybit stores and returns them
             * unchanged. Do not put secrets here.
             *
             * Inferred. The reference does not mention metadata; public samples of the following year have it. Source: https://ittybit.com/docs/media, as of 2025.
             */
            metadata: components["schemas"]["Metadata"];
            /**
             * When this Media was deleted. Null if it is not deleted, so always null in lists.
             *
             * Inferred. The reference says that deleted media stay readable; the time of deletion distinguishes them from other media.
             * Format: date-time
             */
            deleted: string | null;
        };
        /**
         * The fields to update. Fields that you leave out stay as they are; at least one is required.
         *
         * Inferred. The reference says that media can be updated but names no field; title and metadata are the fields that processing does not set.
         */
        MediaUpdate: {
            /** The new display name. An empty string removes it. */
            title?: string;
            /**
             * The metadata to set, one field per key, named `metadata[key]`. Keys that you leave out stay as they are; an empty
             * string removes a key.
             */
            metadata?: components["schemas"]["MetadataUpdate"];
        };
        /**
         * URLs to show this Media. Each selects the best source for the device and connection of the viewer. A URL is null while
         * there is nothing to show: until processing has created it, for a kind that does not have it, and after deletion.
         *
         * Inferred: name, type, format, required. The reference documents URLs for preview, poster and playback, but not their names or their format.
         */
        MediaUrls: {
            /**
             * A short, silent moving preview of a video, or a small version of an image. Null for audio.
             * Format: uri
             */
            preview: string | null;
            /**
             * A still image to show before playback starts. For an image, the image itself. Null for audio.
             * Format: uri
             */
            poster: string | null;
            /**
             * The URL for a player or an `img` element. It adapts to the viewer during playback.
             * Format: uri
             */
            playback: string | null;
        };
        /**
         * Your own key-value pairs, such as a customer number, an album or a language. Ittybit stores and returns them
         * unchanged. Do not put secrets here.
         *
         * Inferred. The reference does not mention metadata; public samples of the following year have it. Source: https://ittybit.com/docs/media, as of 2025.
         */
        Metadata: {
            [key: string]: string;
        };
        /**
         * The metadata to set, one field per key, named `metadata[key]`. Keys that you leave out stay as they are; an empty
         * string removes a key.
         *
         * Inferred. The reference does not mention metadata; public samples of the following year update it key by key. Source: https://ittybit.com/docs/media, as of 2025.
         */
        MetadataUpdate: {
            [key: string]: string;
        };
        /** Related URLs, absolute and on the API host. */
        ObjectLinks: {
            /**
             * The URL of this object. GET it for the current state.
             *
             * Inferred. The reference mentions links to related resources but does not name them; these two make sense for a single object.
             * Format: uri
             */
            self: string;
            /**
             * The URL of the list that this object belongs to.
             *
             * Inferred. The reference mentions links to related resources but does not name them; these two make sense for a single object.
             * Format: uri
             */
            parent: string;
        };
        /** Information about the request and the response. */
        ObjectMeta: {
            /**
             * Identifies this request. Include it when you contact Ittybit about a response.
             *
             * Inferred. The reference documents meta but not its fields; these names appear in public samples. Source: https://ittybit.com/docs/api, as of August 2024.
             */
            id: string;
            /**
             * The HTTP status code of this response.
             *
             * Inferred. The reference documents meta but not its fields; these names appear in public samples. Source: https://ittybit.com/docs/api, as of August 2024.
             * Format: int32
             */
            status: number;
            /**
             * The API version of this response.
             *
             * Inferred. The reference documents meta but not its fields; these names appear in public samples. Source: https://ittybit.com/docs/api, as of August 2024.
             * Format: date
             */
            version: string;
            /**
             * Always `object`: `data` is a single object. Lists have `list`, errors have `error`.
             *
             * Inferred. The reference documents meta but not its fields; these names appear in public samples. Source: https://ittybit.com/docs/api, as of August 2024.
             * @constant
             */
            type: "object";
        };
        /**
         * One playable file of a Media: the original, or a version in another format or size. `urls.playback` selects between them;
         * use a source directly when you need that file.
         *
         * Inferred: type. The reference documents an array of playable sources but not the type of its items; an object can hold what a player needs.
         */
        Source: {
            /**
             * Identifies this source within the account. It is not the ID of a Media.
             *
             * Inferred. The reference documents playable sources but not their fields; these fields appear in public samples of the following year. Source: https://ittybit.com/docs/sources, as of 2025.
             */
            id: string;
            /**
             * The kind of this file. A video can have sources of kind `image` or `audio`.
             *
             * Inferred. The reference documents playable sources but not their fields; these fields appear in public samples of the following year. Source: https://ittybit.com/docs/sources, as of 2025.
             */
            kind: components["schemas"]["MediaKind"];
            /**
             * The file format, a short lower-case name such as `mp4`, `hls`, `webp` or `mp3`.
             *
             * Inferred. The reference documents playable sources but not their fields; these fields appear in public samples of the following year. Source: https://ittybit.com/docs/sources, as of 2025.
             */
            format: string;
            /**
             * The media type, such as `video/mp4`. Use it to test for playback support.
             *
             * Inferred. The reference documents playable sources but not their fields; these fields appear in public samples of the following year. Source: https://ittybit.com/docs/sources, as of 2025.
             */
            type: string;
            /**
             * Size of this file in bytes. For a streaming playlist, the size of all its segments.
             *
             * Inferred. The reference documents playable sources but not their fields; these fields appear in public samples of the following year. Source: https://ittybit.com/docs/sources, as of 2025.
             * Format: int64
             */
            filesize: number;
            /**
             * The URL of this file. It stops working when the Media is deleted.
             *
             * Inferred. The reference documents playable sources but not their fields; these fields appear in public samples of the following year. Source: https://ittybit.com/docs/sources, as of 2025.
             * Format: uri
             */
            src: string;
            /**
             * Width of the picture in pixels, after rotation. Null if there is no picture.
             *
             * Inferred. The reference documents playable sources but not their fields; these fields appear in public samples of the following year. Source: https://ittybit.com/docs/sources, as of 2025.
             * Format: int32
             */
            width: number | null;
            /**
             * Height of the picture in pixels, after rotation. Null if there is no picture.
             *
             * Inferred. The reference documents playable sources but not their fields; these fields appear in public samples of the following year. Source: https://ittybit.com/docs/sources, as of 2025.
             * Format: int32
             */
            height: number | null;
            /**
             * Duration in seconds, with fractions. Null for a still image.
             *
             * Inferred. The reference documents playable sources but not their fields; these fields appear in public samples of the following year. Source: https://ittybit.com/docs/sources, as of 2025.
             * Format: double
             */
            duration: number | null;
            /**
             * Average bit rate in bits per second. Null for a still image.
             *
             * Inferred. The reference documents playable sources but not their fields; these fields appear in public samples of the following year. Source: https://ittybit.com/docs/sources, as of 2025.
             * Format: int64
             */
            bitrate: number | null;
            /**
             * The codecs as RFC 6381 names them, such as `avc1.640028, mp4a.40.2`. Null if there is none.
             *
             * Inferred. The reference documents playable sources but not their fields; these fields appear in public samples of the following year. Source: https://ittybit.com/docs/sources, as of 2025.
             */
            codec: string | null;
            /**
             * Whether this is the uploaded file itself. At most one source of a Media is.
             *
             * Inferred. The reference documents playable sources but not their fields; these fields appear in public samples of the following year. Source: https://ittybit.com/docs/sources, as of 2025.
             */
            original: boolean;
            /**
             * When this source became ready to play.
             *
             * Inferred. The reference documents playable sources but not their fields; these fields appear in public samples of the following year. Source: https://ittybit.com/docs/sources, as of 2025.
             */
            created: components["schemas"]["Timestamp"];
            /**
             * When this source was last changed.
             *
             * Inferred. The reference documents playable sources but not their fields; these fields appear in public samples of the following year. Source: https://ittybit.com/docs/sources, as of 2025.
             */
            updated: components["schemas"]["Timestamp"];
        };
        /**
         * A time in UTC in the format of RFC 3339, such as `2024-03-20T09:15:30Z`.
         *
         * Inferred: type, format. The reference sorts by time but shows no time; JSON APIs commonly use RFC 3339. Source: RFC 3339, July 2002.
         * Format: date-time
         */
        Timestamp: string;
        /** A video with its URLs and sources, as `POST /videos` returns it. */
        Video: {
            /** The globally unique random ID of this Media. */
            id: string;
            /**
             * Always `video`.
             * @constant
             */
            kind: "video";
            /** When this Media was created. Lists are sorted by it by default. */
            created: components["schemas"]["Timestamp"];
            /** When this Media was last updated. */
            updated: components["schemas"]["Timestamp"];
            /**
             * Size of the uploaded file in bytes. Each source has its own size.
             *
             * Inferred: behaviour. The reference sorts by filesize but does not say which file it measures; every Media has an uploaded file.
             * Format: int64
             */
            filesize: number;
            /**
             * The display name, free text. Null if there is none.
             *
             * Inferred. The reference mentions no title; public samples of the following year show one. Source: https://ittybit.com/docs/media, as of 2025.
             */
            title: string | null;
            /**
             * The name of the uploaded file, without folders. Null if it had none.
             *
             * Inferred. The reference mentions no file name; an upload has one, and public samples of the following year return it. Source: https://ittybit.com/docs/media, as of 2025.
             */
            filename: string | null;
            /**
             * The progress of processing. `uploading`: the file is being received or fetched. `pending`: its sources are being created.
             * `complete`: all sources are ready. `failed`: the file cannot be read or converted; create the Media again. Treat an
             * unknown status as not finished.
             *
             * Inferred. The reference names no status; processing takes time, and callers must be able to follow it. Source: https://ittybit.com/docs/media, as of 2025.
             */
            status: components["schemas"]["MediaStatus"];
            /**
             * Width of the picture in pixels, after rotation. Null for audio, and until it is known.
             *
             * Inferred. The reference names no dimensions; public samples of the following year show them in pixels. Source: https://ittybit.com/docs/media, as of 2025.
             * Format: int32
             */
            width: number | null;
            /**
             * Height of the picture in pixels, after rotation. Null for audio, and until it is known.
             *
             * Inferred. The reference names no dimensions; public samples of the following year show them in pixels. Source: https://ittybit.com/docs/media, as of 2025.
             * Format: int32
             */
            height: number | null;
            /**
             * Duration in seconds, with fractions. Null for images, and until it is known.
             *
             * Inferred. The reference names no duration; public samples of the following year show it in seconds. Source: https://ittybit.com/docs/media, as of 2025.
             * Format: double
             */
            duration: number | null;
            /**
             * Your own key-value pairs, such as a customer number, an album or a language. Ittybit stores and returns them
             * unchanged. Do not put secrets here.
             *
             * Inferred. The reference does not mention metadata; public samples of the following year have it. Source: https://ittybit.com/docs/media, as of 2025.
             */
            metadata: components["schemas"]["Metadata"];
            /**
             * When this Media was deleted. Null if it is not deleted, so always null in lists.
             *
             * Inferred. The reference says that deleted media stay readable; the time of deletion distinguishes them from other media.
             * Format: date-time
             */
            deleted: string | null;
            /**
             * URLs to show this Media. Each selects the best source for the device and connection of the viewer. A URL is null while
             * there is nothing to show: until processing has created it, for a kind that does not have it, and after deletion.
             *
             * Inferred: name, type, required. The reference documents URLs for preview, poster and playback; grouping them in one object is inferred.
             */
            urls: components["schemas"]["MediaUrls"];
            /**
             * All playable sources of this Media, including the original. Empty until processing has created the first one,
             * and after deletion.
             */
            sources: components["schemas"]["Source"][];
        };
        /** A successful response with one page of videos. */
        VideoListResponse: {
            /** Information about the request, the response, and the position of this page in the list. */
            meta: components["schemas"]["ListMeta"];
            /**
             * The videos on this page, in the requested order.
             *
             * Inferred: behaviour. The reference calls the response for a single Media the full object but does not say what a list omits; here it omits the URLs and the sources.
             */
            data: components["schemas"]["VideoSummary"][];
            /**
             * Related pages, as absolute URLs on the API host. They keep your `limit`, `orderBy` and `order`; request them
             * unchanged.
             */
            links: components["schemas"]["ListLinks"];
        };
        /** A successful response with one video. */
        VideoResponse: {
            /** Information about the request and the response. */
            meta: components["schemas"]["ObjectMeta"];
            /** A video with its URLs and sources, as `POST /videos` returns it. */
            data: components["schemas"]["Video"];
            /** Related URLs, absolute and on the API host. */
            links: components["schemas"]["ObjectLinks"];
        };
        /** A video as `GET /videos` lists it. */
        VideoSummary: {
            /** The globally unique random ID of this Media. */
            id: string;
            /**
             * Always `video`.
             * @constant
             */
            kind: "video";
            /** When this Media was created. Lists are sorted by it by default. */
            created: components["schemas"]["Timestamp"];
            /** When this Media was last updated. */
            updated: components["schemas"]["Timestamp"];
            /**
             * Size of the uploaded file in bytes. Each source has its own size.
             *
             * Inferred: behaviour. The reference sorts by filesize but does not say which file it measures; every Media has an uploaded file.
             * Format: int64
             */
            filesize: number;
            /**
             * The display name, free text. Null if there is none.
             *
             * Inferred. The reference mentions no title; public samples of the following year show one. Source: https://ittybit.com/docs/media, as of 2025.
             */
            title: string | null;
            /**
             * The name of the uploaded file, without folders. Null if it had none.
             *
             * Inferred. The reference mentions no file name; an upload has one, and public samples of the following year return it. Source: https://ittybit.com/docs/media, as of 2025.
             */
            filename: string | null;
            /**
             * The progress of processing. `uploading`: the file is being received or fetched. `pending`: its sources are being created.
             * `complete`: all sources are ready. `failed`: the file cannot be read or converted; create the Media again. Treat an
             * unknown status as not finished.
             *
             * Inferred. The reference names no status; processing takes time, and callers must be able to follow it. Source: https://ittybit.com/docs/media, as of 2025.
             */
            status: components["schemas"]["MediaStatus"];
            /**
             * Width of the picture in pixels, after rotation. Null for audio, and until it is known.
             *
             * Inferred. The reference names no dimensions; public samples of the following year show them in pixels. Source: https://ittybit.com/docs/media, as of 2025.
             * Format: int32
             */
            width: number | null;
            /**
             * Height of the picture in pixels, after rotation. Null for audio, and until it is known.
             *
             * Inferred. The reference names no dimensions; public samples of the following year show them in pixels. Source: https://ittybit.com/docs/media, as of 2025.
             * Format: int32
             */
            height: number | null;
            /**
             * Duration in seconds, with fractions. Null for images, and until it is known.
             *
             * Inferred. The reference names no duration; public samples of the following year show it in seconds. Source: https://ittybit.com/docs/media, as of 2025.
             * Format: double
             */
            duration: number | null;
            /**
             * Your own key-value pairs, such as a customer number, an album or a language. Ittybit stores and returns them
             * unchanged. Do not put secrets here.
             *
             * Inferred. The reference does not mention metadata; public samples of the following year have it. Source: https://ittybit.com/docs/media, as of 2025.
             */
            metadata: components["schemas"]["Metadata"];
            /**
             * When this Media was deleted. Null if it is not deleted, so always null in lists.
             *
             * Inferred. The reference says that deleted media stay readable; the time of deletion distinguishes them from other media.
             * Format: date-time
             */
            deleted: string | null;
        };
    };
    responses: {
        /**
         * The body cannot be read: malformed multipart or form data, or an incomplete body. Nothing was changed. Fix the
         * request before you retry it.
         *
         * Inferred: values. The reference documents standard HTTP status codes but does not list them; 400 is the code for a malformed request. Source: RFC 9110, June 2022.
         */
        BadRequest: {
            headers: {
                /** The API version of this response, a date. If the request named no version, this is the most recent stable one. */
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** The file exceeds the soft size limit of your account. Upload a smaller file, or contact Ittybit to raise the limit. */
        ContentTooLarge: {
            headers: {
                /** The API version of this response, a date. If the request named no version, this is the most recent stable one. */
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * The key is valid, but the account has no access to this operation: audio is a closed beta. Contact Ittybit to join it.
         *
         * Inferred: values. The reference says that audio is a closed beta but not how requests of other accounts are rejected; 403 is the standard code. Source: RFC 9110, June 2022.
         */
        Forbidden: {
            headers: {
                /** The API version of this response, a date. If the request named no version, this is the most recent stable one. */
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * The id in the path cannot be the ID of a Media, for example because it is empty or contains a slash. Check how you
         * build the URL.
         *
         * Inferred: values. The reference states which values are valid but no status code for invalid ones; 422 is the common code for a readable request with invalid values. Source: RFC 9110, June 2022.
         */
        InvalidId: {
            headers: {
                /** The API version of this response, a date. If the request named no version, this is the most recent stable one. */
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * A query parameter is unknown or out of range. `error.details` names each one.
         *
         * Inferred: values. The reference states which values are valid but no status code for invalid ones; 422 is the common code for a readable request with invalid values. Source: RFC 9110, June 2022.
         */
        InvalidQuery: {
            headers: {
                /** The API version of this response, a date. If the request named no version, this is the most recent stable one. */
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * No field was sent, or one that cannot be updated. `error.details` names each one. Nothing was changed.
         *
         * Inferred: values. The reference states which values are valid but no status code for invalid ones; 422 is the common code for a readable request with invalid values. Source: RFC 9110, June 2022.
         */
        InvalidUpdate: {
            headers: {
                /** The API version of this response, a date. If the request named no version, this is the most recent stable one. */
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * The fields do not describe one Media: both `file` and `url`, neither of them, a `url` that cannot be fetched, or an
         * unknown field. `error.details` names each one. Nothing was created.
         *
         * Inferred: values. The reference states which values are valid but no status code for invalid ones; 422 is the common code for a readable request with invalid values. Source: RFC 9110, June 2022.
         */
        InvalidUpload: {
            headers: {
                /** The API version of this response, a date. If the request named no version, this is the most recent stable one. */
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * Your account has no Media with this id, or the Media was deleted and cannot be updated. Getting or deleting a deleted
         * Media still returns 200.
         *
         * Inferred: values. The reference names no status code for an unknown id or for an update of a deleted Media; 404 is the standard one. Source: RFC 9110, June 2022.
         */
        NotFound: {
            headers: {
                /** The API version of this response, a date. If the request named no version, this is the most recent stable one. */
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * This key has sent too many requests. Wait for the number of seconds in `Retry-After`, then retry.
         *
         * Inferred. The reference does not describe rate limits; this is the standard response, and every client should handle it. Source: RFC 6585, April 2012.
         */
        TooManyRequests: {
            headers: {
                /** The API version of this response, a date. If the request named no version, this is the most recent stable one. */
                "Ittybit-Version": components["headers"]["ServedVersion"];
                /** How long to wait before the next request, in whole seconds. An earlier request returns 429 again. */
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * The API key is missing, unknown or revoked. Nothing was done. Check the `Authorization` header; a retry with the same
         * key fails again.
         *
         * Inferred: values. The reference says that such requests fail and that standard codes are used; 401 is the standard one. Source: RFC 9110, June 2022.
         */
        Unauthorized: {
            headers: {
                /** The API version of this response, a date. If the request named no version, this is the most recent stable one. */
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * Any other failure, in the same format: usually a server error (5xx). It is safe to retry a GET. Before
         * you retry a create request, list the newest media: the first request may have succeeded.
         */
        UnexpectedError: {
            headers: {
                /** The API version of this response, a date. If the request named no version, this is the most recent stable one. */
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * The format of the file is not accepted, or the body is not `multipart/form-data`. The message lists what is
         * accepted.
         *
         * Inferred: values. The reference lists the accepted formats but does not say how others are rejected; 415 is the standard code. Source: RFC 9110, June 2022.
         */
        UnsupportedMediaType: {
            headers: {
                /** The API version of this response, a date. If the request named no version, this is the most recent stable one. */
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
    };
    parameters: {
        /**
         * The ID of a Media: `data.id` of the response that created it, or of a list item. IDs are globally unique random
         * strings; store and compare them unchanged.
         */
        Id: string;
        /**
         * The maximum number of items per page, from 1 to 250. The last page usually has fewer.
         * @example 25
         */
        Limit: number;
        /**
         * The sort direction. `desc` lists the newest or largest items first, `asc` the oldest or smallest.
         * @example asc
         */
        Order: "asc" | "desc";
        /**
         * The property to sort by: the time of creation, the time of the last update, or the file size in bytes.
         * @example updated
         */
        OrderBy: "created" | "updated" | "filesize";
        /**
         * The page to return, starting at 1. The URLs in `links` contain it: request those URLs instead of counting
         * pages. A page past the last one returns an empty list.
         *
         * Inferred. The reference mentions pagination information but names no parameter; page numbers match the page and pages fields of public samples. Source: https://ittybit.com/docs/api, as of August 2024.
         * @example 2
         */
        Page: number;
        /**
         * The API version of this request, a date (`YYYY-MM-DD`). Without it, the most recent stable version is used, which can
         * change at any time: set it in production.
         * @example 2024-03-21
         */
        RequestedVersion: string;
    };
    requestBodies: never;
    headers: {
        /**
         * How long to wait before the next request, in whole seconds. An earlier request returns 429 again.
         *
         * Inferred. The reference does not describe rate limits; this is the standard header for how long to wait before a retry. Source: RFC 9110, section 10.2.3, June 2022.
         * @example 30
         */
        RetryAfter: number;
        /**
         * The API version of this response, a date. If the request named no version, this is the most recent stable one.
         *
         * Inferred. The reference describes the request header only; a response header of the same name is its usual counterpart.
         * @example 2024-03-21
         */
        ServedVersion: string;
    };
    pathItems: never;
}
export type ApiError = components['schemas']['ApiError'];
export type Audio = components['schemas']['Audio'];
export type AudioListResponse = components['schemas']['AudioListResponse'];
export type AudioResponse = components['schemas']['AudioResponse'];
export type AudioSummary = components['schemas']['AudioSummary'];
export type ErrorCode = components['schemas']['ErrorCode'];
export type ErrorDetail = components['schemas']['ErrorDetail'];
export type ErrorMeta = components['schemas']['ErrorMeta'];
export type ErrorResponse = components['schemas']['ErrorResponse'];
export type Image = components['schemas']['Image'];
export type ImageListResponse = components['schemas']['ImageListResponse'];
export type ImageResponse = components['schemas']['ImageResponse'];
export type ImageSummary = components['schemas']['ImageSummary'];
export type ListLinks = components['schemas']['ListLinks'];
export type ListMeta = components['schemas']['ListMeta'];
export type Media = components['schemas']['Media'];
export type MediaCreate = components['schemas']['MediaCreate'];
export type MediaKind = components['schemas']['MediaKind'];
export type MediaListResponse = components['schemas']['MediaListResponse'];
export type MediaResponse = components['schemas']['MediaResponse'];
export type MediaStatus = components['schemas']['MediaStatus'];
export type MediaSummary = components['schemas']['MediaSummary'];
export type MediaUpdate = components['schemas']['MediaUpdate'];
export type MediaUrls = components['schemas']['MediaUrls'];
export type Metadata = components['schemas']['Metadata'];
export type MetadataUpdate = components['schemas']['MetadataUpdate'];
export type ObjectLinks = components['schemas']['ObjectLinks'];
export type ObjectMeta = components['schemas']['ObjectMeta'];
export type Source = components['schemas']['Source'];
export type Timestamp = components['schemas']['Timestamp'];
export type Video = components['schemas']['Video'];
export type VideoListResponse = components['schemas']['VideoListResponse'];
export type VideoResponse = components['schemas']['VideoResponse'];
export type VideoSummary = components['schemas']['VideoSummary'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseContentTooLarge = components['responses']['ContentTooLarge'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseInvalidId = components['responses']['InvalidId'];
export type ResponseInvalidQuery = components['responses']['InvalidQuery'];
export type ResponseInvalidUpdate = components['responses']['InvalidUpdate'];
export type ResponseInvalidUpload = components['responses']['InvalidUpload'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseTooManyRequests = components['responses']['TooManyRequests'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseUnexpectedError = components['responses']['UnexpectedError'];
export type ResponseUnsupportedMediaType = components['responses']['UnsupportedMediaType'];
export type ParameterId = components['parameters']['Id'];
export type ParameterLimit = components['parameters']['Limit'];
export type ParameterOrder = components['parameters']['Order'];
export type ParameterOrderBy = components['parameters']['OrderBy'];
export type ParameterPage = components['parameters']['Page'];
export type ParameterRequestedVersion = components['parameters']['RequestedVersion'];
export type HeaderRetryAfter = components['headers']['RetryAfter'];
export type HeaderServedVersion = components['headers']['ServedVersion'];
export type $defs = Record<string, never>;
export interface operations {
    listMedia: {
        parameters: {
            query?: {
                /**
                 * The maximum number of items per page, from 1 to 250. The last page usually has fewer.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * The page to return, starting at 1. The URLs in `links` contain it: request those URLs instead of counting
                 * pages. A page past the last one returns an empty list.
                 *
                 * Inferred. The reference mentions pagination information but names no parameter; page numbers match the page and pages fields of public samples. Source: https://ittybit.com/docs/api, as of August 2024.
                 * @example 2
                 */
                page?: components["parameters"]["Page"];
                /**
                 * The property to sort by: the time of creation, the time of the last update, or the file size in bytes.
                 * @example updated
                 */
                orderBy?: components["parameters"]["OrderBy"];
                /**
                 * The sort direction. `desc` lists the newest or largest items first, `asc` the oldest or smallest.
                 * @example asc
                 */
                order?: components["parameters"]["Order"];
            };
            header?: {
                /**
                 * The API version of this request, a date (`YYYY-MM-DD`). Without it, the most recent stable version is used, which can
                 * change at any time: set it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page of the list, which may be empty. */
            200: {
                headers: {
                    /** The API version of this response, a date. If the request named no version, this is the most recent stable one. */
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaListResponse"];
                };
            };
            /**
             * The API key is missing, unknown or revoked. Nothing was done. Check the `Authorization` header; a retry with the same
             * key fails again.
             */
            401: components["responses"]["Unauthorized"];
            /** A query parameter is unknown or out of range. `error.details` names each one. */
            422: components["responses"]["InvalidQuery"];
            /** This key has sent too many requests. Wait for the number of seconds in `Retry-After`, then retry. */
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    createMedia: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * The API version of this request, a date (`YYYY-MM-DD`). Without it, the most recent stable version is used, which can
                 * change at any time: set it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        /** The file, or the URL to fetch it from, as multipart form data. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["MediaCreate"];
            };
        };
        responses: {
            /**
             * The new Media. Its sources are created after this response: get the Media again until `status` is `complete`.
             *
             * Inferred: values. The reference documents standard HTTP status codes but does not list them; 201 is the standard code when a resource is created. Source: RFC 9110, June 2022.
             */
            201: {
                headers: {
                    /** The API version of this response, a date. If the request named no version, this is the most recent stable one. */
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaResponse"];
                };
            };
            /**
             * The body cannot be read: malformed multipart or form data, or an incomplete body. Nothing was changed. Fix the
             * request before you retry it.
             */
            400: components["responses"]["BadRequest"];
            /**
             * The API key is missing, unknown or revoked. Nothing was done. Check the `Authorization` header; a retry with the same
             * key fails again.
             */
            401: components["responses"]["Unauthorized"];
            /** The file exceeds the soft size limit of your account. Upload a smaller file, or contact Ittybit to raise the limit. */
            413: components["responses"]["ContentTooLarge"];
            /**
             * The format of the file is not accepted, or the body is not `multipart/form-data`. The message lists what is
             * accepted.
             */
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * The fields do not describe one Media: both `file` and `url`, neither of them, a `url` that cannot be fetched, or an
             * unknown field. `error.details` names each one. Nothing was created.
             */
            422: components["responses"]["InvalidUpload"];
            /** This key has sent too many requests. Wait for the number of seconds in `Retry-After`, then retry. */
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    getMedia: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * The API version of this request, a date (`YYYY-MM-DD`). Without it, the most recent stable version is used, which can
                 * change at any time: set it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path: {
                /**
                 * The ID of a Media: `data.id` of the response that created it, or of a list item. IDs are globally unique random
                 * strings; store and compare them unchanged.
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The Media in its current state. */
            200: {
                headers: {
                    /** The API version of this response, a date. If the request named no version, this is the most recent stable one. */
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaResponse"];
                };
            };
            /**
             * The API key is missing, unknown or revoked. Nothing was done. Check the `Authorization` header; a retry with the same
             * key fails again.
             */
            401: components["responses"]["Unauthorized"];
            /**
             * Your account has no Media with this id, or the Media was deleted and cannot be updated. Getting or deleting a deleted
             * Media still returns 200.
             */
            404: components["responses"]["NotFound"];
            /**
             * The id in the path cannot be the ID of a Media, for example because it is empty or contains a slash. Check how you
             * build the URL.
             */
            422: components["responses"]["InvalidId"];
            /** This key has sent too many requests. Wait for the number of seconds in `Retry-After`, then retry. */
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    deleteMedia: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * The API version of this request, a date (`YYYY-MM-DD`). Without it, the most recent stable version is used, which can
                 * change at any time: set it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path: {
                /**
                 * The ID of a Media: `data.id` of the response that created it, or of a list item. IDs are globally unique random
                 * strings; store and compare them unchanged.
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The deleted Media, with `deleted` set, no sources, and null for every URL. Deleting it again returns the same.
             *
             * Inferred: values, behaviour. The reference says that every successful response has the same envelope but not what a deletion returns; the deleted Media, which stays readable, is the most likely data.
             */
            200: {
                headers: {
                    /** The API version of this response, a date. If the request named no version, this is the most recent stable one. */
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaResponse"];
                };
            };
            /**
             * The API key is missing, unknown or revoked. Nothing was done. Check the `Authorization` header; a retry with the same
             * key fails again.
             */
            401: components["responses"]["Unauthorized"];
            /**
             * Your account has no Media with this id, or the Media was deleted and cannot be updated. Getting or deleting a deleted
             * Media still returns 200.
             */
            404: components["responses"]["NotFound"];
            /**
             * The id in the path cannot be the ID of a Media, for example because it is empty or contains a slash. Check how you
             * build the URL.
             */
            422: components["responses"]["InvalidId"];
            /** This key has sent too many requests. Wait for the number of seconds in `Retry-After`, then retry. */
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    updateMedia: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * The API version of this request, a date (`YYYY-MM-DD`). Without it, the most recent stable version is used, which can
                 * change at any time: set it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path: {
                /**
                 * The ID of a Media: `data.id` of the response that created it, or of a list item. IDs are globally unique random
                 * strings; store and compare them unchanged.
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** The fields to update, form-encoded. At least one is required. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["MediaUpdate"];
            };
        };
        responses: {
            /** The updated Media. */
            200: {
                headers: {
                    /** The API version of this response, a date. If the request named no version, this is the most recent stable one. */
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaResponse"];
                };
            };
            /**
             * The body cannot be read: malformed multipart or form data, or an incomplete body. Nothing was changed. Fix the
             * request before you retry it.
             */
            400: components["responses"]["BadRequest"];
            /**
             * The API key is missing, unknown or revoked. Nothing was done. Check the `Authorization` header; a retry with the same
             * key fails again.
             */
            401: components["responses"]["Unauthorized"];
            /**
             * Your account has no Media with this id, or the Media was deleted and cannot be updated. Getting or deleting a deleted
             * Media still returns 200.
             */
            404: components["responses"]["NotFound"];
            /** No field was sent, or one that cannot be updated. `error.details` names each one. Nothing was changed. */
            422: components["responses"]["InvalidUpdate"];
            /** This key has sent too many requests. Wait for the number of seconds in `Retry-After`, then retry. */
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    listVideos: {
        parameters: {
            query?: {
                /**
                 * The maximum number of items per page, from 1 to 250. The last page usually has fewer.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * The page to return, starting at 1. The URLs in `links` contain it: request those URLs instead of counting
                 * pages. A page past the last one returns an empty list.
                 *
                 * Inferred. The reference mentions pagination information but names no parameter; page numbers match the page and pages fields of public samples. Source: https://ittybit.com/docs/api, as of August 2024.
                 * @example 2
                 */
                page?: components["parameters"]["Page"];
                /**
                 * The property to sort by: the time of creation, the time of the last update, or the file size in bytes.
                 * @example updated
                 */
                orderBy?: components["parameters"]["OrderBy"];
                /**
                 * The sort direction. `desc` lists the newest or largest items first, `asc` the oldest or smallest.
                 * @example asc
                 */
                order?: components["parameters"]["Order"];
            };
            header?: {
                /**
                 * The API version of this request, a date (`YYYY-MM-DD`). Without it, the most recent stable version is used, which can
                 * change at any time: set it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page of the list, which may be empty. */
            200: {
                headers: {
                    /** The API version of this response, a date. If the request named no version, this is the most recent stable one. */
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VideoListResponse"];
                };
            };
            /**
             * The API key is missing, unknown or revoked. Nothing was done. Check the `Authorization` header; a retry with the same
             * key fails again.
             */
            401: components["responses"]["Unauthorized"];
            /** A query parameter is unknown or out of range. `error.details` names each one. */
            422: components["responses"]["InvalidQuery"];
            /** This key has sent too many requests. Wait for the number of seconds in `Retry-After`, then retry. */
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    createVideo: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * The API version of this request, a date (`YYYY-MM-DD`). Without it, the most recent stable version is used, which can
                 * change at any time: set it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        /** The file, or the URL to fetch it from, as multipart form data. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["MediaCreate"];
            };
        };
        responses: {
            /**
             * The new Media. Its sources are created after this response: get the Media again until `status` is `complete`.
             *
             * Inferred: values. The reference documents standard HTTP status codes but does not list them; 201 is the standard code when a resource is created. Source: RFC 9110, June 2022.
             */
            201: {
                headers: {
                    /** The API version of this response, a date. If the request named no version, this is the most recent stable one. */
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VideoResponse"];
                };
            };
            /**
             * The body cannot be read: malformed multipart or form data, or an incomplete body. Nothing was changed. Fix the
             * request before you retry it.
             */
            400: components["responses"]["BadRequest"];
            /**
             * The API key is missing, unknown or revoked. Nothing was done. Check the `Authorization` header; a retry with the same
             * key fails again.
             */
            401: components["responses"]["Unauthorized"];
            /** The file exceeds the soft size limit of your account. Upload a smaller file, or contact Ittybit to raise the limit. */
            413: components["responses"]["ContentTooLarge"];
            /**
             * The format of the file is not accepted, or the body is not `multipart/form-data`. The message lists what is
             * accepted.
             */
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * The fields do not describe one Media: both `file` and `url`, neither of them, a `url` that cannot be fetched, or an
             * unknown field. `error.details` names each one. Nothing was created.
             */
            422: components["responses"]["InvalidUpload"];
            /** This key has sent too many requests. Wait for the number of seconds in `Retry-After`, then retry. */
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    listImages: {
        parameters: {
            query?: {
                /**
                 * The maximum number of items per page, from 1 to 250. The last page usually has fewer.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * The page to return, starting at 1. The URLs in `links` contain it: request those URLs instead of counting
                 * pages. A page past the last one returns an empty list.
                 *
                 * Inferred. The reference mentions pagination information but names no parameter; page numbers match the page and pages fields of public samples. Source: https://ittybit.com/docs/api, as of August 2024.
                 * @example 2
                 */
                page?: components["parameters"]["Page"];
                /**
                 * The property to sort by: the time of creation, the time of the last update, or the file size in bytes.
                 * @example updated
                 */
                orderBy?: components["parameters"]["OrderBy"];
                /**
                 * The sort direction. `desc` lists the newest or largest items first, `asc` the oldest or smallest.
                 * @example asc
                 */
                order?: components["parameters"]["Order"];
            };
            header?: {
                /**
                 * The API version of this request, a date (`YYYY-MM-DD`). Without it, the most recent stable version is used, which can
                 * change at any time: set it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page of the list, which may be empty. */
            200: {
                headers: {
                    /** The API version of this response, a date. If the request named no version, this is the most recent stable one. */
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageListResponse"];
                };
            };
            /**
             * The API key is missing, unknown or revoked. Nothing was done. Check the `Authorization` header; a retry with the same
             * key fails again.
             */
            401: components["responses"]["Unauthorized"];
            /** A query parameter is unknown or out of range. `error.details` names each one. */
            422: components["responses"]["InvalidQuery"];
            /** This key has sent too many requests. Wait for the number of seconds in `Retry-After`, then retry. */
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    createImage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * The API version of this request, a date (`YYYY-MM-DD`). Without it, the most recent stable version is used, which can
                 * change at any time: set it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        /** The file, or the URL to fetch it from, as multipart form data. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["MediaCreate"];
            };
        };
        responses: {
            /**
             * The new Media. Its sources are created after this response: get the Media again until `status` is `complete`.
             *
             * Inferred: values. The reference documents standard HTTP status codes but does not list them; 201 is the standard code when a resource is created. Source: RFC 9110, June 2022.
             */
            201: {
                headers: {
                    /** The API version of this response, a date. If the request named no version, this is the most recent stable one. */
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageResponse"];
                };
            };
            /**
             * The body cannot be read: malformed multipart or form data, or an incomplete body. Nothing was changed. Fix the
             * request before you retry it.
             */
            400: components["responses"]["BadRequest"];
            /**
             * The API key is missing, unknown or revoked. Nothing was done. Check the `Authorization` header; a retry with the same
             * key fails again.
             */
            401: components["responses"]["Unauthorized"];
            /** The file exceeds the soft size limit of your account. Upload a smaller file, or contact Ittybit to raise the limit. */
            413: components["responses"]["ContentTooLarge"];
            /**
             * The format of the file is not accepted, or the body is not `multipart/form-data`. The message lists what is
             * accepted.
             */
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * The fields do not describe one Media: both `file` and `url`, neither of them, a `url` that cannot be fetched, or an
             * unknown field. `error.details` names each one. Nothing was created.
             */
            422: components["responses"]["InvalidUpload"];
            /** This key has sent too many requests. Wait for the number of seconds in `Retry-After`, then retry. */
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    listAudio: {
        parameters: {
            query?: {
                /**
                 * The maximum number of items per page, from 1 to 250. The last page usually has fewer.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * The page to return, starting at 1. The URLs in `links` contain it: request those URLs instead of counting
                 * pages. A page past the last one returns an empty list.
                 *
                 * Inferred. The reference mentions pagination information but names no parameter; page numbers match the page and pages fields of public samples. Source: https://ittybit.com/docs/api, as of August 2024.
                 * @example 2
                 */
                page?: components["parameters"]["Page"];
                /**
                 * The property to sort by: the time of creation, the time of the last update, or the file size in bytes.
                 * @example updated
                 */
                orderBy?: components["parameters"]["OrderBy"];
                /**
                 * The sort direction. `desc` lists the newest or largest items first, `asc` the oldest or smallest.
                 * @example asc
                 */
                order?: components["parameters"]["Order"];
            };
            header?: {
                /**
                 * The API version of this request, a date (`YYYY-MM-DD`). Without it, the most recent stable version is used, which can
                 * change at any time: set it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page of the list, which may be empty. */
            200: {
                headers: {
                    /** The API version of this response, a date. If the request named no version, this is the most recent stable one. */
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AudioListResponse"];
                };
            };
            /**
             * The API key is missing, unknown or revoked. Nothing was done. Check the `Authorization` header; a retry with the same
             * key fails again.
             */
            401: components["responses"]["Unauthorized"];
            /** The key is valid, but the account has no access to this operation: audio is a closed beta. Contact Ittybit to join it. */
            403: components["responses"]["Forbidden"];
            /** A query parameter is unknown or out of range. `error.details` names each one. */
            422: components["responses"]["InvalidQuery"];
            /** This key has sent too many requests. Wait for the number of seconds in `Retry-After`, then retry. */
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    createAudio: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * The API version of this request, a date (`YYYY-MM-DD`). Without it, the most recent stable version is used, which can
                 * change at any time: set it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        /** The file, or the URL to fetch it from, as multipart form data. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["MediaCreate"];
            };
        };
        responses: {
            /**
             * The new Media. Its sources are created after this response: get the Media again until `status` is `complete`.
             *
             * Inferred: values. The reference documents standard HTTP status codes but does not list them; 201 is the standard code when a resource is created. Source: RFC 9110, June 2022.
             */
            201: {
                headers: {
                    /** The API version of this response, a date. If the request named no version, this is the most recent stable one. */
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AudioResponse"];
                };
            };
            /**
             * The body cannot be read: malformed multipart or form data, or an incomplete body. Nothing was changed. Fix the
             * request before you retry it.
             */
            400: components["responses"]["BadRequest"];
            /**
             * The API key is missing, unknown or revoked. Nothing was done. Check the `Authorization` header; a retry with the same
             * key fails again.
             */
            401: components["responses"]["Unauthorized"];
            /** The key is valid, but the account has no access to this operation: audio is a closed beta. Contact Ittybit to join it. */
            403: components["responses"]["Forbidden"];
            /** The file exceeds the soft size limit of your account. Upload a smaller file, or contact Ittybit to raise the limit. */
            413: components["responses"]["ContentTooLarge"];
            /**
             * The format of the file is not accepted, or the body is not `multipart/form-data`. The message lists what is
             * accepted.
             */
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * The fields do not describe one Media: both `file` and `url`, neither of them, a `url` that cannot be fetched, or an
             * unknown field. `error.details` names each one. Nothing was created.
             */
            422: components["responses"]["InvalidUpload"];
            /** This key has sent too many requests. Wait for the number of seconds in `Retry-After`, then retry. */
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
}
