/** Types of the Ittybit media API. Written by `npm run generate` from spec/; do not edit. */

export interface paths {
    "/media": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 * which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List the media of the account
         *
         * Answers the media of every kind in your account, page by page, newest first unless told otherwise. Items are
         * summaries; read one by its id for its URLs and sources. Deleted media are left out.
         *
         * There is no filter by kind here: `/videos`, `/images` and `/audio` are that filter.
         */
        get: operations["listMedia"];
        put?: never;
        /**
         * Add a file, or have one fetched
         *
         * Adds one Media of any accepted kind, from bytes that you send (`file`) or from a place that Ittybit fetches
         * (`url`). Use `/videos`, `/images` or `/audio` to let one kind through only.
         *
         * This call goes to the uploads host. The reference knows no way to tell that two calls are the same one, so
         * sending a file again can add it a second time: after a broken connection, list the newest media first.
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
                 * The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 * which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path: {
                /**
                 * The id of a Media, as `data.id` of the answer that created it or of a list item gave it. Ids are opaque:
                 * store and compare them as they are, and read nothing into their characters.
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Read one Media in full
         *
         * Answers one Media of any kind with its URLs and sources. Use it after adding one, to follow `status` until it is
         * `complete` or `failed`, and whenever you are about to show it.
         *
         * A deleted Media still answers here, with 200, the time in `deleted`, no sources and no URLs.
         */
        get: operations["getMedia"];
        put?: never;
        post?: never;
        /**
         * Remove a Media for good
         *
         * Removes the file and every source made from it, at once and for good: nobody can bring them back. Playback links
         * stop working, and storage and delivery are no longer billed.
         *
         * What stays is the record. The Media leaves all lists, but reading it by its id still answers, with the time in
         * `deleted`, so that past usage can be told.
         */
        delete: operations["deleteMedia"];
        options?: never;
        head?: never;
        /**
         * Change the title or the labels
         *
         * Changes what you may say about a Media: its title and your own labels. Fields that you leave out stay as they
         * are. The file itself cannot be exchanged; add a new Media for that.
         *
         * Answers the Media in full, as it is after the change.
         */
        patch: operations["updateMedia"];
        trace?: never;
    };
    "/videos": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 * which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List the videos of the account
         *
         * Answers every Media of kind `video`, with the same parameters, order and paging as `/media`.
         */
        get: operations["listVideos"];
        put?: never;
        /**
         * Add a video
         *
         * Adds one video, from bytes or from a URL. It is `createMedia` with the kind fixed beforehand: a file that is not
         * a video is refused with 415 rather than taken as something else.
         *
         * This call goes to the uploads host.
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
                 * The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 * which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List the images of the account
         *
         * Answers every Media of kind `image`, with the same parameters, order and paging as `/media`.
         */
        get: operations["listImages"];
        put?: never;
        /**
         * Add an image
         *
         * Adds one image, from bytes or from a URL. It is `createMedia` with the kind fixed beforehand: a file that is not
         * an image is refused with 415 rather than taken as something else.
         *
         * This call goes to the uploads host.
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
                 * The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 * which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List the audio files of the account
         *
         * Answers every Media of kind `audio`, with the same parameters, order and paging as `/media`.
         *
         * Closed beta: an account that is not part of it is answered with 403.
         */
        get: operations["listAudio"];
        put?: never;
        /**
         * Add an audio file
         *
         * Adds one audio file, from bytes or from a URL. It is `createMedia` with the kind fixed beforehand: a file that
         * is not audio is refused with 415 rather than taken as something else.
         *
         * This call goes to the uploads host. Closed beta: an account that is not part of it is answered with 403.
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
        /** What went wrong, for programs and for the people who write them. */
        ApiError: {
            /**
             * The sort of failure, for programs. Decide by it rather than by the message. Codes can be added; one that you
             * do not know means what its status code means.
             */
            code: components["schemas"]["ErrorCode"];
            /**
             * The failure in one sentence of English, for a developer. Not for your own users, and not to be parsed: its
             * wording can change.
             */
            message: string;
            /** Each single fault, one by one. Empty when there is nothing to add to the message. */
            details: components["schemas"]["ErrorDetail"][];
        };
        /** An audio file in full, with its URLs and sources, as adding one through `/audio` answers it. */
        Audio: {
            /** Identifies this Media everywhere and for good. A random text without a meaning of its own. */
            id: string;
            /**
             * Always `audio` here.
             * @constant
             */
            kind: "audio";
            /** When this Media was added. Never changes. Lists sort by it unless told otherwise. */
            created: components["schemas"]["Timestamp"];
            /** When this Media last changed, by a call of yours, by processing or by deletion. */
            updated: components["schemas"]["Timestamp"];
            /**
             * Size in bytes of the file that was added. Its sources have sizes of their own.
             * Format: int64
             */
            filesize: number;
            /** A name for people, free text. Null until one is given. */
            title: string | null;
            /** The name the file had when it was added, without folders. Null when it came without one. */
            filename: string | null;
            /**
             * How far Ittybit has come with the file. `uploading`: bytes are still arriving or being fetched. `pending`: the
             * file is there, its sources are being made. `complete`: all sources are ready. `failed`: the file could not be
             * read or converted; add it again. A status that is not listed means "not finished" until you know better.
             */
            status: components["schemas"]["MediaStatus"];
            /**
             * Width of the picture in pixels, after rotation. Null for audio and until it has been measured.
             * Format: int32
             */
            width: number | null;
            /**
             * Height of the picture in pixels, after rotation. Null for audio and until it has been measured.
             * Format: int32
             */
            height: number | null;
            /** Playing time in seconds, with fractions. Null for images and until it has been measured. */
            duration: number | null;
            /**
             * Your own labels for this Media, text by text: a customer number, an album, a language. Ittybit stores them and
             * gives them back unread. Never put secrets here.
             */
            metadata: components["schemas"]["Metadata"];
            /**
             * When this Media was deleted, or null while it is not. Items of a list always have null here.
             * Format: date-time
             */
            deleted: string | null;
            /**
             * Where to show this Media. Each URL picks a fitting source for the viewer's device and connection by itself. A
             * URL is null while there is nothing to show: before processing has come that far, for a kind that has no such
             * thing, and after deletion.
             */
            urls: components["schemas"]["MediaUrls"];
            /**
             * Every playable file made from this Media, the original among them. Empty until processing has made
             * the first one, and empty again after deletion.
             */
            sources: components["schemas"]["Source"][];
        };
        /** The envelope around one page of audio files. All three members are always there, also when the page is empty. */
        AudioListResponse: {
            /** About this request, its answer, and where in the whole list this page stands. */
            meta: components["schemas"]["ListMeta"];
            /** The audio files of this page, in the order that was asked for. */
            data: components["schemas"]["AudioSummary"][];
            /**
             * Where to go from this page, as absolute URLs on the API host. They keep your `limit`, `orderBy` and `order`.
             * Follow them as they are.
             */
            links: components["schemas"]["ListLinks"];
        };
        /** The envelope around one audio. All three members are always there. */
        AudioResponse: {
            /** About this request and its answer. */
            meta: components["schemas"]["ObjectMeta"];
            /** An audio file in full, with its URLs and sources, as adding one through `/audio` answers it. */
            data: components["schemas"]["Audio"];
            /** Where to go from this object, as absolute URLs on the API host. */
            links: components["schemas"]["ObjectLinks"];
        };
        /** An audio file as `/audio` lists it. The same object as under `/media`, with its kind known beforehand. */
        AudioSummary: {
            /** Identifies this Media everywhere and for good. A random text without a meaning of its own. */
            id: string;
            /**
             * Always `audio` here.
             * @constant
             */
            kind: "audio";
            /** When this Media was added. Never changes. Lists sort by it unless told otherwise. */
            created: components["schemas"]["Timestamp"];
            /** When this Media last changed, by a call of yours, by processing or by deletion. */
            updated: components["schemas"]["Timestamp"];
            /**
             * Size in bytes of the file that was added. Its sources have sizes of their own.
             * Format: int64
             */
            filesize: number;
            /** A name for people, free text. Null until one is given. */
            title: string | null;
            /** The name the file had when it was added, without folders. Null when it came without one. */
            filename: string | null;
            /**
             * How far Ittybit has come with the file. `uploading`: bytes are still arriving or being fetched. `pending`: the
             * file is there, its sources are being made. `complete`: all sources are ready. `failed`: the file could not be
             * read or converted; add it again. A status that is not listed means "not finished" until you know better.
             */
            status: components["schemas"]["MediaStatus"];
            /**
             * Width of the picture in pixels, after rotation. Null for audio and until it has been measured.
             * Format: int32
             */
            width: number | null;
            /**
             * Height of the picture in pixels, after rotation. Null for audio and until it has been measured.
             * Format: int32
             */
            height: number | null;
            /** Playing time in seconds, with fractions. Null for images and until it has been measured. */
            duration: number | null;
            /**
             * Your own labels for this Media, text by text: a customer number, an album, a language. Ittybit stores them and
             * gives them back unread. Never put secrets here.
             */
            metadata: components["schemas"]["Metadata"];
            /**
             * When this Media was deleted, or null while it is not. Items of a list always have null here.
             * Format: date-time
             */
            deleted: string | null;
        };
        /**
         * The sort of failure, for programs. Decide by it rather than by the message. Codes can be added; one that you
         * do not know means what its status code means.
         */
        ErrorCode: "bad_request" | "unauthorized" | "forbidden" | "not_found" | "content_too_large" | "unsupported_media_type" | "unprocessable_content" | "too_many_requests" | "internal_error" | (string & {});
        /** One fault in the request, and where it is. */
        ErrorDetail: {
            /** The part of the request that is at fault. Others than the listed ones can be added. */
            location: "path" | "query" | "header" | "body" | (string & {});
            /**
             * The name of the parameter, header or body field at fault, as you sent it. Null when the fault lies in that
             * part as a whole, as with a body that cannot be read.
             */
            field: string | null;
            /** What is wrong with it and what would be right, in one sentence of English. */
            message: string;
        };
        /** About this request and its failure. */
        ErrorMeta: {
            /** Identifies this request. Quote it when you ask Ittybit about an answer. */
            id: string;
            /**
             * The status code of this answer once more, for those who only keep the body.
             * Format: int32
             */
            status: number;
            /**
             * The API version that produced this answer.
             * Format: date
             */
            version: string;
            /**
             * Says that this answer carries `error` and no `data`.
             * @constant
             */
            type: "error";
        };
        /** The envelope around a failure. It never carries `data` or `links`. */
        ErrorResponse: {
            /** About this request and its failure. */
            meta: components["schemas"]["ErrorMeta"];
            /** What went wrong, for programs and for the people who write them. */
            error: components["schemas"]["ApiError"];
        };
        /**
         * An absolute `https` or `http` URL.
         * Format: uri
         */
        FetchableUrl: string;
        /** An image in full, with its URLs and sources, as adding one through `/images` answers it. */
        Image: {
            /** Identifies this Media everywhere and for good. A random text without a meaning of its own. */
            id: string;
            /**
             * Always `image` here.
             * @constant
             */
            kind: "image";
            /** When this Media was added. Never changes. Lists sort by it unless told otherwise. */
            created: components["schemas"]["Timestamp"];
            /** When this Media last changed, by a call of yours, by processing or by deletion. */
            updated: components["schemas"]["Timestamp"];
            /**
             * Size in bytes of the file that was added. Its sources have sizes of their own.
             * Format: int64
             */
            filesize: number;
            /** A name for people, free text. Null until one is given. */
            title: string | null;
            /** The name the file had when it was added, without folders. Null when it came without one. */
            filename: string | null;
            /**
             * How far Ittybit has come with the file. `uploading`: bytes are still arriving or being fetched. `pending`: the
             * file is there, its sources are being made. `complete`: all sources are ready. `failed`: the file could not be
             * read or converted; add it again. A status that is not listed means "not finished" until you know better.
             */
            status: components["schemas"]["MediaStatus"];
            /**
             * Width of the picture in pixels, after rotation. Null for audio and until it has been measured.
             * Format: int32
             */
            width: number | null;
            /**
             * Height of the picture in pixels, after rotation. Null for audio and until it has been measured.
             * Format: int32
             */
            height: number | null;
            /** Playing time in seconds, with fractions. Null for images and until it has been measured. */
            duration: number | null;
            /**
             * Your own labels for this Media, text by text: a customer number, an album, a language. Ittybit stores them and
             * gives them back unread. Never put secrets here.
             */
            metadata: components["schemas"]["Metadata"];
            /**
             * When this Media was deleted, or null while it is not. Items of a list always have null here.
             * Format: date-time
             */
            deleted: string | null;
            /**
             * Where to show this Media. Each URL picks a fitting source for the viewer's device and connection by itself. A
             * URL is null while there is nothing to show: before processing has come that far, for a kind that has no such
             * thing, and after deletion.
             */
            urls: components["schemas"]["MediaUrls"];
            /**
             * Every playable file made from this Media, the original among them. Empty until processing has made
             * the first one, and empty again after deletion.
             */
            sources: components["schemas"]["Source"][];
        };
        /** The envelope around one page of images. All three members are always there, also when the page is empty. */
        ImageListResponse: {
            /** About this request, its answer, and where in the whole list this page stands. */
            meta: components["schemas"]["ListMeta"];
            /** The images of this page, in the order that was asked for. */
            data: components["schemas"]["ImageSummary"][];
            /**
             * Where to go from this page, as absolute URLs on the API host. They keep your `limit`, `orderBy` and `order`.
             * Follow them as they are.
             */
            links: components["schemas"]["ListLinks"];
        };
        /** The envelope around one image. All three members are always there. */
        ImageResponse: {
            /** About this request and its answer. */
            meta: components["schemas"]["ObjectMeta"];
            /** An image in full, with its URLs and sources, as adding one through `/images` answers it. */
            data: components["schemas"]["Image"];
            /** Where to go from this object, as absolute URLs on the API host. */
            links: components["schemas"]["ObjectLinks"];
        };
        /** An image as `/images` lists it. The same object as under `/media`, with its kind known beforehand. */
        ImageSummary: {
            /** Identifies this Media everywhere and for good. A random text without a meaning of its own. */
            id: string;
            /**
             * Always `image` here.
             * @constant
             */
            kind: "image";
            /** When this Media was added. Never changes. Lists sort by it unless told otherwise. */
            created: components["schemas"]["Timestamp"];
            /** When this Media last changed, by a call of yours, by processing or by deletion. */
            updated: components["schemas"]["Timestamp"];
            /**
             * Size in bytes of the file that was added. Its sources have sizes of their own.
             * Format: int64
             */
            filesize: number;
            /** A name for people, free text. Null until one is given. */
            title: string | null;
            /** The name the file had when it was added, without folders. Null when it came without one. */
            filename: string | null;
            /**
             * How far Ittybit has come with the file. `uploading`: bytes are still arriving or being fetched. `pending`: the
             * file is there, its sources are being made. `complete`: all sources are ready. `failed`: the file could not be
             * read or converted; add it again. A status that is not listed means "not finished" until you know better.
             */
            status: components["schemas"]["MediaStatus"];
            /**
             * Width of the picture in pixels, after rotation. Null for audio and until it has been measured.
             * Format: int32
             */
            width: number | null;
            /**
             * Height of the picture in pixels, after rotation. Null for audio and until it has been measured.
             * Format: int32
             */
            height: number | null;
            /** Playing time in seconds, with fractions. Null for images and until it has been measured. */
            duration: number | null;
            /**
             * Your own labels for this Media, text by text: a customer number, an album, a language. Ittybit stores them and
             * gives them back unread. Never put secrets here.
             */
            metadata: components["schemas"]["Metadata"];
            /**
             * When this Media was deleted, or null while it is not. Items of a list always have null here.
             * Format: date-time
             */
            deleted: string | null;
        };
        /**
         * Where to go from this page, as absolute URLs on the API host. They keep your `limit`, `orderBy` and `order`.
         * Follow them as they are.
         */
        ListLinks: {
            /**
             * This very page, with the parameters it was asked for.
             * Format: uri
             */
            self: string;
            /**
             * The first page of the same list. This one, when there is nothing before it.
             * Format: uri
             */
            first: string;
            /**
             * The page before this one, or null on the first.
             * Format: uri
             */
            prev: string | null;
            /**
             * The page after this one, or null on the last. Read on until it is null.
             * Format: uri
             */
            next: string | null;
            /**
             * The last page of the same list, as it was counted for this answer.
             * Format: uri
             */
            last: string;
        };
        /** About this request, its answer, and where in the whole list this page stands. */
        ListMeta: {
            /** Identifies this request. Quote it when you ask Ittybit about an answer. */
            id: string;
            /**
             * The status code of this answer once more, for those who only keep the body.
             * Format: int32
             */
            status: number;
            /**
             * The API version that produced this answer.
             * Format: date
             */
            version: string;
            /**
             * Says that `data` is a list. Single objects say `object`, failures say `error`.
             * @constant
             */
            type: "list";
            /**
             * How many items there are on all pages together.
             * Format: int64
             */
            total: number;
            /**
             * How many items a page may hold, as asked for or by default.
             * Format: int32
             */
            limit: number;
            /**
             * Which page this is, counted from 1.
             * Format: int32
             */
            page: number;
            /**
             * How many pages there are at this `limit`. 0 when there is no item at all.
             * Format: int32
             */
            pages: number;
        };
        /**
         * One Media in full: the summary that lists carry, the URLs to show it, and all of its sources. Creating,
         * reading, updating and deleting answer with this object.
         */
        Media: {
            /** Identifies this Media everywhere and for good. A random text without a meaning of its own. */
            id: string;
            /**
             * What sort of media this is. The known kinds are listed; others can be added without a new version, so keep a
             * way to show media whose kind you do not know.
             */
            kind: components["schemas"]["MediaKind"];
            /** When this Media was added. Never changes. Lists sort by it unless told otherwise. */
            created: components["schemas"]["Timestamp"];
            /** When this Media last changed, by a call of yours, by processing or by deletion. */
            updated: components["schemas"]["Timestamp"];
            /**
             * Size in bytes of the file that was added. Its sources have sizes of their own.
             * Format: int64
             */
            filesize: number;
            /** A name for people, free text. Null until one is given. */
            title: string | null;
            /** The name the file had when it was added, without folders. Null when it came without one. */
            filename: string | null;
            /**
             * How far Ittybit has come with the file. `uploading`: bytes are still arriving or being fetched. `pending`: the
             * file is there, its sources are being made. `complete`: all sources are ready. `failed`: the file could not be
             * read or converted; add it again. A status that is not listed means "not finished" until you know better.
             */
            status: components["schemas"]["MediaStatus"];
            /**
             * Width of the picture in pixels, after rotation. Null for audio and until it has been measured.
             * Format: int32
             */
            width: number | null;
            /**
             * Height of the picture in pixels, after rotation. Null for audio and until it has been measured.
             * Format: int32
             */
            height: number | null;
            /** Playing time in seconds, with fractions. Null for images and until it has been measured. */
            duration: number | null;
            /**
             * Your own labels for this Media, text by text: a customer number, an album, a language. Ittybit stores them and
             * gives them back unread. Never put secrets here.
             */
            metadata: components["schemas"]["Metadata"];
            /**
             * When this Media was deleted, or null while it is not. Items of a list always have null here.
             * Format: date-time
             */
            deleted: string | null;
            /**
             * Where to show this Media. Each URL picks a fitting source for the viewer's device and connection by itself. A
             * URL is null while there is nothing to show: before processing has come that far, for a kind that has no such
             * thing, and after deletion.
             */
            urls: components["schemas"]["MediaUrls"];
            /**
             * Every playable file made from this Media, the original among them. Empty until processing has made
             * the first one, and empty again after deletion.
             */
            sources: components["schemas"]["Source"][];
        };
        /** A new Media. Send exactly one of `file` and `url`. */
        MediaCreate: {
            /**
             * The file, with a file name and a media type, as a browser's `<input type="file">` sends it. One file per
             * request. The size limit depends on your account.
             * Format: binary
             */
            file: Blob;
            /** A display name, free text. Without one, the Media has no title until you set it. */
            title?: string;
            /** Your own metadata, one part per key, named `metadata[key]`. Every response that holds the Media returns it. */
            metadata?: components["schemas"]["Metadata"];
            /** Excluded by `file`. */
            url?: never;
        } | {
            /**
             * The URL of a file for Ittybit to fetch: a public URL, or a signed URL of your storage bucket that stays valid
             * until the file has been fetched.
             */
            url: components["schemas"]["FetchableUrl"];
            /** A display name, free text. Without one, the Media has no title until you set it. */
            title?: string;
            /** Your own metadata, one part per key, named `metadata[key]`. Every response that holds the Media returns it. */
            metadata?: components["schemas"]["Metadata"];
            /** Excluded by `url`. */
            file?: never;
        };
        /**
         * What sort of media this is. The known kinds are listed; others can be added without a new version, so keep a
         * way to show media whose kind you do not know.
         */
        MediaKind: "video" | "image" | "audio" | (string & {});
        /** The envelope around one page of media. All three members are always there, also when the page is empty. */
        MediaListResponse: {
            /** About this request, its answer, and where in the whole list this page stands. */
            meta: components["schemas"]["ListMeta"];
            /** The media of this page, in the order that was asked for. Deleted media are not among them. */
            data: components["schemas"]["MediaSummary"][];
            /**
             * Where to go from this page, as absolute URLs on the API host. They keep your `limit`, `orderBy` and `order`.
             * Follow them as they are.
             */
            links: components["schemas"]["ListLinks"];
        };
        /** The envelope around one Media. All three members are always there. */
        MediaResponse: {
            /** About this request and its answer. */
            meta: components["schemas"]["ObjectMeta"];
            /**
             * One Media in full: the summary that lists carry, the URLs to show it, and all of its sources. Creating,
             * reading, updating and deleting answer with this object.
             */
            data: components["schemas"]["Media"];
            /** Where to go from this object, as absolute URLs on the API host. */
            links: components["schemas"]["ObjectLinks"];
        };
        /**
         * How far Ittybit has come with the file. `uploading`: bytes are still arriving or being fetched. `pending`: the
         * file is there, its sources are being made. `complete`: all sources are ready. `failed`: the file could not be
         * read or converted; add it again. A status that is not listed means "not finished" until you know better.
         */
        MediaStatus: "uploading" | "pending" | "complete" | "failed" | (string & {});
        /** One Media as a list carries it, without its URLs and sources. Read it by `id` for the full object. */
        MediaSummary: {
            /** Identifies this Media everywhere and for good. A random text without a meaning of its own. */
            id: string;
            /**
             * What sort of media this is. The known kinds are listed; others can be added without a new version, so keep a
             * way to show media whose kind you do not know.
             */
            kind: components["schemas"]["MediaKind"];
            /** When this Media was added. Never changes. Lists sort by it unless told otherwise. */
            created: components["schemas"]["Timestamp"];
            /** When this Media last changed, by a call of yours, by processing or by deletion. */
            updated: components["schemas"]["Timestamp"];
            /**
             * Size in bytes of the file that was added. Its sources have sizes of their own.
             * Format: int64
             */
            filesize: number;
            /** A name for people, free text. Null until one is given. */
            title: string | null;
            /** The name the file had when it was added, without folders. Null when it came without one. */
            filename: string | null;
            /**
             * How far Ittybit has come with the file. `uploading`: bytes are still arriving or being fetched. `pending`: the
             * file is there, its sources are being made. `complete`: all sources are ready. `failed`: the file could not be
             * read or converted; add it again. A status that is not listed means "not finished" until you know better.
             */
            status: components["schemas"]["MediaStatus"];
            /**
             * Width of the picture in pixels, after rotation. Null for audio and until it has been measured.
             * Format: int32
             */
            width: number | null;
            /**
             * Height of the picture in pixels, after rotation. Null for audio and until it has been measured.
             * Format: int32
             */
            height: number | null;
            /** Playing time in seconds, with fractions. Null for images and until it has been measured. */
            duration: number | null;
            /**
             * Your own labels for this Media, text by text: a customer number, an album, a language. Ittybit stores them and
             * gives them back unread. Never put secrets here.
             */
            metadata: components["schemas"]["Metadata"];
            /**
             * When this Media was deleted, or null while it is not. Items of a list always have null here.
             * Format: date-time
             */
            deleted: string | null;
        };
        /** The changes to make. What is left out stays as it is; at least one field must be there. */
        MediaUpdate: {
            /** The new name for people. An empty text takes the name away. */
            title?: string;
            /**
             * Labels to set, one field for each, named `metadata[key]`. Labels that you do not send stay; an empty text
             * takes one away.
             */
            metadata?: components["schemas"]["Metadata"];
        };
        /**
         * Where to show this Media. Each URL picks a fitting source for the viewer's device and connection by itself. A
         * URL is null while there is nothing to show: before processing has come that far, for a kind that has no such
         * thing, and after deletion.
         */
        MediaUrls: {
            /**
             * A short, silent moving preview of a video, or a small version of an image. Null for audio.
             * Format: uri
             */
            preview: string | null;
            /**
             * A still picture to show before playback starts. For an image, the image itself. Null for audio.
             * Format: uri
             */
            poster: string | null;
            /**
             * What a player or an `img` element should load. It adapts to the viewer while playing.
             * Format: uri
             */
            playback: string | null;
        };
        /**
         * Your own labels for this Media, text by text: a customer number, an album, a language. Ittybit stores them and
         * gives them back unread. Never put secrets here.
         */
        Metadata: {
            [key: string]: string;
        };
        /** Where to go from this object, as absolute URLs on the API host. */
        ObjectLinks: {
            /**
             * This very object. Reading it answers the newest state.
             * Format: uri
             */
            self: string;
            /**
             * The list that this object belongs to.
             * Format: uri
             */
            parent: string;
        };
        /** About this request and its answer. */
        ObjectMeta: {
            /** Identifies this request. Quote it when you ask Ittybit about an answer. */
            id: string;
            /**
             * The status code of this answer once more, for those who only keep the body.
             * Format: int32
             */
            status: number;
            /**
             * The API version that produced this answer.
             * Format: date
             */
            version: string;
            /**
             * Says that `data` is one object. Lists say `list`, failures say `error`.
             * @constant
             */
            type: "object";
        };
        /**
         * One playable file made from a Media: the original as you sent it, or a version in another format or size.
         * `urls.playback` chooses between them; use a source directly when you need that one file.
         */
        Source: {
            /** Identifies this source among all sources of the account. It is not the id of a Media. */
            id: string;
            /** What sort of media this file is. A video can have sources of kind `image` or `audio`. */
            kind: components["schemas"]["MediaKind"];
            /** The container or file format in short, lower case, such as `mp4`, `hls`, `webp` or `mp3`. */
            format: string;
            /** The media type to serve and to test for playback support with, such as `video/mp4`. */
            type: string;
            /**
             * Size of this file in bytes. For a streaming playlist, that of all its segments together.
             * Format: int64
             */
            filesize: number;
            /**
             * Where this file is served from. It stops working once the Media is deleted.
             * Format: uri
             */
            src: string;
            /**
             * Width of the picture in pixels, after rotation. Null when there is no picture.
             * Format: int32
             */
            width: number | null;
            /**
             * Height of the picture in pixels, after rotation. Null when there is no picture.
             * Format: int32
             */
            height: number | null;
            /** Length in seconds, with fractions. Null for a still picture. */
            duration: number | null;
            /**
             * Mean rate in bits per second over the whole file. Null for a still picture.
             * Format: int64
             */
            bitrate: number | null;
            /** The codecs as RFC 6381 names them, such as `avc1.640028, mp4a.40.2`. Null when they do not apply. */
            codec: string | null;
            /** Whether this is the very file that was added. At most one source of a Media is. */
            original: boolean;
            /** When this source became ready to play. */
            created: components["schemas"]["Timestamp"];
            /** When this source last changed. Equal to `created` unless it was made anew. */
            updated: components["schemas"]["Timestamp"];
        };
        /**
         * A moment in UTC as RFC 3339 writes it, for example `2024-03-20T09:15:30Z`.
         * Format: date-time
         */
        Timestamp: string;
        /** A video in full, with its URLs and sources, as adding one through `/videos` answers it. */
        Video: {
            /** Identifies this Media everywhere and for good. A random text without a meaning of its own. */
            id: string;
            /**
             * Always `video` here.
             * @constant
             */
            kind: "video";
            /** When this Media was added. Never changes. Lists sort by it unless told otherwise. */
            created: components["schemas"]["Timestamp"];
            /** When this Media last changed, by a call of yours, by processing or by deletion. */
            updated: components["schemas"]["Timestamp"];
            /**
             * Size in bytes of the file that was added. Its sources have sizes of their own.
             * Format: int64
             */
            filesize: number;
            /** A name for people, free text. Null until one is given. */
            title: string | null;
            /** The name the file had when it was added, without folders. Null when it came without one. */
            filename: string | null;
            /**
             * How far Ittybit has come with the file. `uploading`: bytes are still arriving or being fetched. `pending`: the
             * file is there, its sources are being made. `complete`: all sources are ready. `failed`: the file could not be
             * read or converted; add it again. A status that is not listed means "not finished" until you know better.
             */
            status: components["schemas"]["MediaStatus"];
            /**
             * Width of the picture in pixels, after rotation. Null for audio and until it has been measured.
             * Format: int32
             */
            width: number | null;
            /**
             * Height of the picture in pixels, after rotation. Null for audio and until it has been measured.
             * Format: int32
             */
            height: number | null;
            /** Playing time in seconds, with fractions. Null for images and until it has been measured. */
            duration: number | null;
            /**
             * Your own labels for this Media, text by text: a customer number, an album, a language. Ittybit stores them and
             * gives them back unread. Never put secrets here.
             */
            metadata: components["schemas"]["Metadata"];
            /**
             * When this Media was deleted, or null while it is not. Items of a list always have null here.
             * Format: date-time
             */
            deleted: string | null;
            /**
             * Where to show this Media. Each URL picks a fitting source for the viewer's device and connection by itself. A
             * URL is null while there is nothing to show: before processing has come that far, for a kind that has no such
             * thing, and after deletion.
             */
            urls: components["schemas"]["MediaUrls"];
            /**
             * Every playable file made from this Media, the original among them. Empty until processing has made
             * the first one, and empty again after deletion.
             */
            sources: components["schemas"]["Source"][];
        };
        /** The envelope around one page of videos. All three members are always there, also when the page is empty. */
        VideoListResponse: {
            /** About this request, its answer, and where in the whole list this page stands. */
            meta: components["schemas"]["ListMeta"];
            /** The videos of this page, in the order that was asked for. */
            data: components["schemas"]["VideoSummary"][];
            /**
             * Where to go from this page, as absolute URLs on the API host. They keep your `limit`, `orderBy` and `order`.
             * Follow them as they are.
             */
            links: components["schemas"]["ListLinks"];
        };
        /** The envelope around one video. All three members are always there. */
        VideoResponse: {
            /** About this request and its answer. */
            meta: components["schemas"]["ObjectMeta"];
            /** A video in full, with its URLs and sources, as adding one through `/videos` answers it. */
            data: components["schemas"]["Video"];
            /** Where to go from this object, as absolute URLs on the API host. */
            links: components["schemas"]["ObjectLinks"];
        };
        /** A video as `/videos` lists it. The same object as under `/media`, with its kind known beforehand. */
        VideoSummary: {
            /** Identifies this Media everywhere and for good. A random text without a meaning of its own. */
            id: string;
            /**
             * Always `video` here.
             * @constant
             */
            kind: "video";
            /** When this Media was added. Never changes. Lists sort by it unless told otherwise. */
            created: components["schemas"]["Timestamp"];
            /** When this Media last changed, by a call of yours, by processing or by deletion. */
            updated: components["schemas"]["Timestamp"];
            /**
             * Size in bytes of the file that was added. Its sources have sizes of their own.
             * Format: int64
             */
            filesize: number;
            /** A name for people, free text. Null until one is given. */
            title: string | null;
            /** The name the file had when it was added, without folders. Null when it came without one. */
            filename: string | null;
            /**
             * How far Ittybit has come with the file. `uploading`: bytes are still arriving or being fetched. `pending`: the
             * file is there, its sources are being made. `complete`: all sources are ready. `failed`: the file could not be
             * read or converted; add it again. A status that is not listed means "not finished" until you know better.
             */
            status: components["schemas"]["MediaStatus"];
            /**
             * Width of the picture in pixels, after rotation. Null for audio and until it has been measured.
             * Format: int32
             */
            width: number | null;
            /**
             * Height of the picture in pixels, after rotation. Null for audio and until it has been measured.
             * Format: int32
             */
            height: number | null;
            /** Playing time in seconds, with fractions. Null for images and until it has been measured. */
            duration: number | null;
            /**
             * Your own labels for this Media, text by text: a customer number, an album, a language. Ittybit stores them and
             * gives them back unread. Never put secrets here.
             */
            metadata: components["schemas"]["Metadata"];
            /**
             * When this Media was deleted, or null while it is not. Items of a list always have null here.
             * Format: date-time
             */
            deleted: string | null;
        };
    };
    responses: {
        /**
         * The body could not be read: broken multipart or form encoding, or a body that ends too early. Nothing was
         * changed. Mend the request; the same one fails again.
         */
        BadRequest: {
            headers: {
                /**
                 * The API version that produced this answer, a date. Compare it with the one you asked for: when you sent none,
                 * it tells which version "newest stable" was today.
                 */
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** The file is larger than your account allows. Send a smaller one, or ask Ittybit to raise the limit. */
        ContentTooLarge: {
            headers: {
                /**
                 * The API version that produced this answer, a date. Compare it with the one you asked for: when you sent none,
                 * it tells which version "newest stable" was today.
                 */
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * The key is good, but its account may not do this: audio is a closed beta, and the account is not in it.
         * Ask Ittybit for access.
         */
        Forbidden: {
            headers: {
                /**
                 * The API version that produced this answer, a date. Compare it with the one you asked for: when you sent none,
                 * it tells which version "newest stable" was today.
                 */
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * The id in the path cannot be the id of any Media, such as an empty or a dotted one. Check how the URL was
         * put together.
         */
        InvalidId: {
            headers: {
                /**
                 * The API version that produced this answer, a date. Compare it with the one you asked for: when you sent none,
                 * it tells which version "newest stable" was today.
                 */
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** A query parameter is unknown or out of its range. `error.details` names each one. */
        InvalidQuery: {
            headers: {
                /**
                 * The API version that produced this answer, a date. Compare it with the one you asked for: when you sent none,
                 * it tells which version "newest stable" was today.
                 */
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * There is no field to change, or one that cannot be changed. `error.details` names each one. Nothing was
         * changed.
         */
        InvalidUpdate: {
            headers: {
                /**
                 * The API version that produced this answer, a date. Compare it with the one you asked for: when you sent none,
                 * it tells which version "newest stable" was today.
                 */
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * The parts do not add up to one Media: both `file` and `url`, neither of them, a `url` that cannot be
         * fetched, or a part with an unknown name. `error.details` names each one. Nothing was added.
         */
        InvalidUpload: {
            headers: {
                /**
                 * The API version that produced this answer, a date. Compare it with the one you asked for: when you sent none,
                 * it tells which version "newest stable" was today.
                 */
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * No Media has or ever had this id in your account. A deleted Media is not gone in this sense: it still
         * answers 200, with `deleted` set.
         */
        NotFound: {
            headers: {
                /**
                 * The API version that produced this answer, a date. Compare it with the one you asked for: when you sent none,
                 * it tells which version "newest stable" was today.
                 */
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** This key has made too many calls in too short a time. Wait as long as `Retry-After` says, then go on. */
        TooManyRequests: {
            headers: {
                /**
                 * The API version that produced this answer, a date. Compare it with the one you asked for: when you sent none,
                 * it tells which version "newest stable" was today.
                 */
                "Ittybit-Version": components["headers"]["ServedVersion"];
                /** How long to wait before the next attempt, in whole seconds. Trying sooner is refused again. */
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * There is no API key in the request, or one that is unknown or withdrawn. Nothing was done. Check the
         * `Authorization` header; trying again changes nothing.
         */
        Unauthorized: {
            headers: {
                /**
                 * The API version that produced this answer, a date. Compare it with the one you asked for: when you sent none,
                 * it tells which version "newest stable" was today.
                 */
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * Any other failure, in the same envelope: most often a fault on Ittybit's side (5xx). Reading again is
         * safe. Before adding again after a 5xx, list the newest media: the first attempt may have arrived.
         */
        UnexpectedError: {
            headers: {
                /**
                 * The API version that produced this answer, a date. Compare it with the one you asked for: when you sent none,
                 * it tells which version "newest stable" was today.
                 */
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * The file is in a format that is not accepted here, or the body is not `multipart/form-data`. The message
         * lists what is accepted.
         */
        UnsupportedMediaType: {
            headers: {
                /**
                 * The API version that produced this answer, a date. Compare it with the one you asked for: when you sent none,
                 * it tells which version "newest stable" was today.
                 */
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
         * The id of a Media, as `data.id` of the answer that created it or of a list item gave it. Ids are opaque:
         * store and compare them as they are, and read nothing into their characters.
         */
        Id: string;
        /**
         * How many items one page may hold, from 1 to 250. A page can hold fewer: the last one usually does.
         * @example 25
         */
        Limit: number;
        /**
         * The direction of the sort. `desc` puts the newest or the largest first, `asc` the oldest or the smallest.
         * @example asc
         */
        Order: "asc" | "desc";
        /**
         * What to sort by: the time of creation, the time of the last change, or the size of the file in bytes. Every
         * item carries the property of the same name.
         * @example updated
         */
        OrderBy: "created" | "updated" | "filesize";
        /**
         * Which page to answer, counted from 1. It is there so that the URLs under `links` can be described; follow
         * those URLs rather than counting yourself. A page past the last one is an empty list.
         * @example 2
         */
        Page: number;
        /**
         * The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
         * which can change under you. Pin it in production.
         * @example 2024-03-21
         */
        RequestedVersion: string;
    };
    requestBodies: never;
    headers: {
        /**
         * How long to wait before the next attempt, in whole seconds. Trying sooner is refused again.
         * @example 30
         */
        RetryAfter: number;
        /**
         * The API version that produced this answer, a date. Compare it with the one you asked for: when you sent none,
         * it tells which version "newest stable" was today.
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
export type FetchableUrl = components['schemas']['FetchableUrl'];
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
                 * How many items one page may hold, from 1 to 250. A page can hold fewer: the last one usually does.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * Which page to answer, counted from 1. It is there so that the URLs under `links` can be described; follow
                 * those URLs rather than counting yourself. A page past the last one is an empty list.
                 * @example 2
                 */
                page?: components["parameters"]["Page"];
                /**
                 * What to sort by: the time of creation, the time of the last change, or the size of the file in bytes. Every
                 * item carries the property of the same name.
                 * @example updated
                 */
                orderBy?: components["parameters"]["OrderBy"];
                /**
                 * The direction of the sort. `desc` puts the newest or the largest first, `asc` the oldest or the smallest.
                 * @example asc
                 */
                order?: components["parameters"]["Order"];
            };
            header?: {
                /**
                 * The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 * which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page, which can be empty, and the way to the next one. */
            200: {
                headers: {
                    /**
                     * The API version that produced this answer, a date. Compare it with the one you asked for: when you sent none,
                     * it tells which version "newest stable" was today.
                     */
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaListResponse"];
                };
            };
            /**
             * There is no API key in the request, or one that is unknown or withdrawn. Nothing was done. Check the
             * `Authorization` header; trying again changes nothing.
             */
            401: components["responses"]["Unauthorized"];
            /** A query parameter is unknown or out of its range. `error.details` names each one. */
            422: components["responses"]["InvalidQuery"];
            /** This key has made too many calls in too short a time. Wait as long as `Retry-After` says, then go on. */
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    createMedia: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 * which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        /** The file, or where to fetch it, as multipart form data: exactly one of the parts `file` and `url`. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["MediaCreate"];
            };
        };
        responses: {
            /**
             * The new Media. Its file has arrived or is being fetched, and its sources are made after this answer: read
             * it again until `status` is `complete`.
             */
            201: {
                headers: {
                    /**
                     * The API version that produced this answer, a date. Compare it with the one you asked for: when you sent none,
                     * it tells which version "newest stable" was today.
                     */
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaResponse"];
                };
            };
            /**
             * The body could not be read: broken multipart or form encoding, or a body that ends too early. Nothing was
             * changed. Mend the request; the same one fails again.
             */
            400: components["responses"]["BadRequest"];
            /**
             * There is no API key in the request, or one that is unknown or withdrawn. Nothing was done. Check the
             * `Authorization` header; trying again changes nothing.
             */
            401: components["responses"]["Unauthorized"];
            /** The file is larger than your account allows. Send a smaller one, or ask Ittybit to raise the limit. */
            413: components["responses"]["ContentTooLarge"];
            /**
             * The file is in a format that is not accepted here, or the body is not `multipart/form-data`. The message
             * lists what is accepted.
             */
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * The parts do not add up to one Media: both `file` and `url`, neither of them, a `url` that cannot be
             * fetched, or a part with an unknown name. `error.details` names each one. Nothing was added.
             */
            422: components["responses"]["InvalidUpload"];
            /** This key has made too many calls in too short a time. Wait as long as `Retry-After` says, then go on. */
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    getMedia: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 * which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path: {
                /**
                 * The id of a Media, as `data.id` of the answer that created it or of a list item gave it. Ids are opaque:
                 * store and compare them as they are, and read nothing into their characters.
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The Media as it is now. */
            200: {
                headers: {
                    /**
                     * The API version that produced this answer, a date. Compare it with the one you asked for: when you sent none,
                     * it tells which version "newest stable" was today.
                     */
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaResponse"];
                };
            };
            /**
             * There is no API key in the request, or one that is unknown or withdrawn. Nothing was done. Check the
             * `Authorization` header; trying again changes nothing.
             */
            401: components["responses"]["Unauthorized"];
            /**
             * No Media has or ever had this id in your account. A deleted Media is not gone in this sense: it still
             * answers 200, with `deleted` set.
             */
            404: components["responses"]["NotFound"];
            /**
             * The id in the path cannot be the id of any Media, such as an empty or a dotted one. Check how the URL was
             * put together.
             */
            422: components["responses"]["InvalidId"];
            /** This key has made too many calls in too short a time. Wait as long as `Retry-After` says, then go on. */
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    deleteMedia: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 * which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path: {
                /**
                 * The id of a Media, as `data.id` of the answer that created it or of a list item gave it. Ids are opaque:
                 * store and compare them as they are, and read nothing into their characters.
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The record that stays, with `deleted` set, no sources, and null for every URL. Deleting it once more answers
             * the same.
             */
            200: {
                headers: {
                    /**
                     * The API version that produced this answer, a date. Compare it with the one you asked for: when you sent none,
                     * it tells which version "newest stable" was today.
                     */
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaResponse"];
                };
            };
            /**
             * There is no API key in the request, or one that is unknown or withdrawn. Nothing was done. Check the
             * `Authorization` header; trying again changes nothing.
             */
            401: components["responses"]["Unauthorized"];
            /**
             * No Media has or ever had this id in your account. A deleted Media is not gone in this sense: it still
             * answers 200, with `deleted` set.
             */
            404: components["responses"]["NotFound"];
            /**
             * The id in the path cannot be the id of any Media, such as an empty or a dotted one. Check how the URL was
             * put together.
             */
            422: components["responses"]["InvalidId"];
            /** This key has made too many calls in too short a time. Wait as long as `Retry-After` says, then go on. */
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    updateMedia: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 * which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path: {
                /**
                 * The id of a Media, as `data.id` of the answer that created it or of a list item gave it. Ids are opaque:
                 * store and compare them as they are, and read nothing into their characters.
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** The fields to change, form-encoded. At least one. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["MediaUpdate"];
            };
        };
        responses: {
            /** The Media after the change. */
            200: {
                headers: {
                    /**
                     * The API version that produced this answer, a date. Compare it with the one you asked for: when you sent none,
                     * it tells which version "newest stable" was today.
                     */
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaResponse"];
                };
            };
            /**
             * The body could not be read: broken multipart or form encoding, or a body that ends too early. Nothing was
             * changed. Mend the request; the same one fails again.
             */
            400: components["responses"]["BadRequest"];
            /**
             * There is no API key in the request, or one that is unknown or withdrawn. Nothing was done. Check the
             * `Authorization` header; trying again changes nothing.
             */
            401: components["responses"]["Unauthorized"];
            /**
             * No Media has or ever had this id in your account. A deleted Media is not gone in this sense: it still
             * answers 200, with `deleted` set.
             */
            404: components["responses"]["NotFound"];
            /**
             * There is no field to change, or one that cannot be changed. `error.details` names each one. Nothing was
             * changed.
             */
            422: components["responses"]["InvalidUpdate"];
            /** This key has made too many calls in too short a time. Wait as long as `Retry-After` says, then go on. */
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    listVideos: {
        parameters: {
            query?: {
                /**
                 * How many items one page may hold, from 1 to 250. A page can hold fewer: the last one usually does.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * Which page to answer, counted from 1. It is there so that the URLs under `links` can be described; follow
                 * those URLs rather than counting yourself. A page past the last one is an empty list.
                 * @example 2
                 */
                page?: components["parameters"]["Page"];
                /**
                 * What to sort by: the time of creation, the time of the last change, or the size of the file in bytes. Every
                 * item carries the property of the same name.
                 * @example updated
                 */
                orderBy?: components["parameters"]["OrderBy"];
                /**
                 * The direction of the sort. `desc` puts the newest or the largest first, `asc` the oldest or the smallest.
                 * @example asc
                 */
                order?: components["parameters"]["Order"];
            };
            header?: {
                /**
                 * The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 * which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page, which can be empty, and the way to the next one. */
            200: {
                headers: {
                    /**
                     * The API version that produced this answer, a date. Compare it with the one you asked for: when you sent none,
                     * it tells which version "newest stable" was today.
                     */
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VideoListResponse"];
                };
            };
            /**
             * There is no API key in the request, or one that is unknown or withdrawn. Nothing was done. Check the
             * `Authorization` header; trying again changes nothing.
             */
            401: components["responses"]["Unauthorized"];
            /** A query parameter is unknown or out of its range. `error.details` names each one. */
            422: components["responses"]["InvalidQuery"];
            /** This key has made too many calls in too short a time. Wait as long as `Retry-After` says, then go on. */
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    createVideo: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 * which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        /** The file, or where to fetch it, as multipart form data: exactly one of the parts `file` and `url`. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["MediaCreate"];
            };
        };
        responses: {
            /**
             * The new Media. Its file has arrived or is being fetched, and its sources are made after this answer: read
             * it again until `status` is `complete`.
             */
            201: {
                headers: {
                    /**
                     * The API version that produced this answer, a date. Compare it with the one you asked for: when you sent none,
                     * it tells which version "newest stable" was today.
                     */
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VideoResponse"];
                };
            };
            /**
             * The body could not be read: broken multipart or form encoding, or a body that ends too early. Nothing was
             * changed. Mend the request; the same one fails again.
             */
            400: components["responses"]["BadRequest"];
            /**
             * There is no API key in the request, or one that is unknown or withdrawn. Nothing was done. Check the
             * `Authorization` header; trying again changes nothing.
             */
            401: components["responses"]["Unauthorized"];
            /** The file is larger than your account allows. Send a smaller one, or ask Ittybit to raise the limit. */
            413: components["responses"]["ContentTooLarge"];
            /**
             * The file is in a format that is not accepted here, or the body is not `multipart/form-data`. The message
             * lists what is accepted.
             */
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * The parts do not add up to one Media: both `file` and `url`, neither of them, a `url` that cannot be
             * fetched, or a part with an unknown name. `error.details` names each one. Nothing was added.
             */
            422: components["responses"]["InvalidUpload"];
            /** This key has made too many calls in too short a time. Wait as long as `Retry-After` says, then go on. */
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    listImages: {
        parameters: {
            query?: {
                /**
                 * How many items one page may hold, from 1 to 250. A page can hold fewer: the last one usually does.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * Which page to answer, counted from 1. It is there so that the URLs under `links` can be described; follow
                 * those URLs rather than counting yourself. A page past the last one is an empty list.
                 * @example 2
                 */
                page?: components["parameters"]["Page"];
                /**
                 * What to sort by: the time of creation, the time of the last change, or the size of the file in bytes. Every
                 * item carries the property of the same name.
                 * @example updated
                 */
                orderBy?: components["parameters"]["OrderBy"];
                /**
                 * The direction of the sort. `desc` puts the newest or the largest first, `asc` the oldest or the smallest.
                 * @example asc
                 */
                order?: components["parameters"]["Order"];
            };
            header?: {
                /**
                 * The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 * which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page, which can be empty, and the way to the next one. */
            200: {
                headers: {
                    /**
                     * The API version that produced this answer, a date. Compare it with the one you asked for: when you sent none,
                     * it tells which version "newest stable" was today.
                     */
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageListResponse"];
                };
            };
            /**
             * There is no API key in the request, or one that is unknown or withdrawn. Nothing was done. Check the
             * `Authorization` header; trying again changes nothing.
             */
            401: components["responses"]["Unauthorized"];
            /** A query parameter is unknown or out of its range. `error.details` names each one. */
            422: components["responses"]["InvalidQuery"];
            /** This key has made too many calls in too short a time. Wait as long as `Retry-After` says, then go on. */
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    createImage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 * which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        /** The file, or where to fetch it, as multipart form data: exactly one of the parts `file` and `url`. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["MediaCreate"];
            };
        };
        responses: {
            /**
             * The new Media. Its file has arrived or is being fetched, and its sources are made after this answer: read
             * it again until `status` is `complete`.
             */
            201: {
                headers: {
                    /**
                     * The API version that produced this answer, a date. Compare it with the one you asked for: when you sent none,
                     * it tells which version "newest stable" was today.
                     */
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageResponse"];
                };
            };
            /**
             * The body could not be read: broken multipart or form encoding, or a body that ends too early. Nothing was
             * changed. Mend the request; the same one fails again.
             */
            400: components["responses"]["BadRequest"];
            /**
             * There is no API key in the request, or one that is unknown or withdrawn. Nothing was done. Check the
             * `Authorization` header; trying again changes nothing.
             */
            401: components["responses"]["Unauthorized"];
            /** The file is larger than your account allows. Send a smaller one, or ask Ittybit to raise the limit. */
            413: components["responses"]["ContentTooLarge"];
            /**
             * The file is in a format that is not accepted here, or the body is not `multipart/form-data`. The message
             * lists what is accepted.
             */
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * The parts do not add up to one Media: both `file` and `url`, neither of them, a `url` that cannot be
             * fetched, or a part with an unknown name. `error.details` names each one. Nothing was added.
             */
            422: components["responses"]["InvalidUpload"];
            /** This key has made too many calls in too short a time. Wait as long as `Retry-After` says, then go on. */
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    listAudio: {
        parameters: {
            query?: {
                /**
                 * How many items one page may hold, from 1 to 250. A page can hold fewer: the last one usually does.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * Which page to answer, counted from 1. It is there so that the URLs under `links` can be described; follow
                 * those URLs rather than counting yourself. A page past the last one is an empty list.
                 * @example 2
                 */
                page?: components["parameters"]["Page"];
                /**
                 * What to sort by: the time of creation, the time of the last change, or the size of the file in bytes. Every
                 * item carries the property of the same name.
                 * @example updated
                 */
                orderBy?: components["parameters"]["OrderBy"];
                /**
                 * The direction of the sort. `desc` puts the newest or the largest first, `asc` the oldest or the smallest.
                 * @example asc
                 */
                order?: components["parameters"]["Order"];
            };
            header?: {
                /**
                 * The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 * which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page, which can be empty, and the way to the next one. */
            200: {
                headers: {
                    /**
                     * The API version that produced this answer, a date. Compare it with the one you asked for: when you sent none,
                     * it tells which version "newest stable" was today.
                     */
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AudioListResponse"];
                };
            };
            /**
             * There is no API key in the request, or one that is unknown or withdrawn. Nothing was done. Check the
             * `Authorization` header; trying again changes nothing.
             */
            401: components["responses"]["Unauthorized"];
            /**
             * The key is good, but its account may not do this: audio is a closed beta, and the account is not in it.
             * Ask Ittybit for access.
             */
            403: components["responses"]["Forbidden"];
            /** A query parameter is unknown or out of its range. `error.details` names each one. */
            422: components["responses"]["InvalidQuery"];
            /** This key has made too many calls in too short a time. Wait as long as `Retry-After` says, then go on. */
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    createAudio: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 * which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        /** The file, or where to fetch it, as multipart form data: exactly one of the parts `file` and `url`. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["MediaCreate"];
            };
        };
        responses: {
            /**
             * The new Media. Its file has arrived or is being fetched, and its sources are made after this answer: read
             * it again until `status` is `complete`.
             */
            201: {
                headers: {
                    /**
                     * The API version that produced this answer, a date. Compare it with the one you asked for: when you sent none,
                     * it tells which version "newest stable" was today.
                     */
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AudioResponse"];
                };
            };
            /**
             * The body could not be read: broken multipart or form encoding, or a body that ends too early. Nothing was
             * changed. Mend the request; the same one fails again.
             */
            400: components["responses"]["BadRequest"];
            /**
             * There is no API key in the request, or one that is unknown or withdrawn. Nothing was done. Check the
             * `Authorization` header; trying again changes nothing.
             */
            401: components["responses"]["Unauthorized"];
            /**
             * The key is good, but its account may not do this: audio is a closed beta, and the account is not in it.
             * Ask Ittybit for access.
             */
            403: components["responses"]["Forbidden"];
            /** The file is larger than your account allows. Send a smaller one, or ask Ittybit to raise the limit. */
            413: components["responses"]["ContentTooLarge"];
            /**
             * The file is in a format that is not accepted here, or the body is not `multipart/form-data`. The message
             * lists what is accepted.
             */
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * The parts do not add up to one Media: both `file` and `url`, neither of them, a `url` that cannot be
             * fetched, or a part with an unknown name. `error.details` names each one. Nothing was added.
             */
            422: components["responses"]["InvalidUpload"];
            /** This key has made too many calls in too short a time. Wait as long as `Retry-After` says, then go on. */
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
}
