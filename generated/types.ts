/** Types of the Ittybit media API. Written by `npm run generate` from spec/; do not edit. */

export interface paths {
    "/media": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 *     which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List the media of the account
         * @description Answers the media of every kind in your account, page by page, newest first unless told otherwise. Items are
         *     summaries; read one by its id for its URLs and sources. Deleted media are left out.
         *
         *     There is no filter by kind here: `/videos`, `/images` and `/audio` are that filter.
         */
        get: operations["listMedia"];
        put?: never;
        /**
         * Add a file, or have one fetched
         * @description Adds one Media of any accepted kind, from bytes that you send (`file`) or from a place that Ittybit fetches
         *     (`url`). Use `/videos`, `/images` or `/audio` to let one kind through only.
         *
         *     This call goes to the uploads host. The reference knows no way to tell that two calls are the same one, so
         *     sending a file again can add it a second time: after a broken connection, list the newest media first.
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
                 * @description The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 *     which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path: {
                /**
                 * @description The id of a Media, as `data.id` of the answer that created it or of a list item gave it. Ids are opaque:
                 *     store and compare them as they are, and read nothing into their characters.
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Read one Media in full
         * @description Answers one Media of any kind with its URLs and sources. Use it after adding one, to follow `status` until it is
         *     `complete` or `failed`, and whenever you are about to show it.
         *
         *     A deleted Media still answers here, with 200, the time in `deleted`, no sources and no URLs.
         */
        get: operations["getMedia"];
        put?: never;
        post?: never;
        /**
         * Remove a Media for good
         * @description Removes the file and every source made from it, at once and for good: nobody can bring them back. Playback links
         *     stop working, and storage and delivery are no longer billed.
         *
         *     What stays is the record. The Media leaves all lists, but reading it by its id still answers, with the time in
         *     `deleted`, so that past usage can be told.
         */
        delete: operations["deleteMedia"];
        options?: never;
        head?: never;
        /**
         * Change the title or the labels
         * @description Changes what you may say about a Media: its title and your own labels. Fields that you leave out stay as they
         *     are. The file itself cannot be exchanged; add a new Media for that.
         *
         *     Answers the Media in full, as it is after the change.
         */
        patch: operations["updateMedia"];
        trace?: never;
    };
    "/videos": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 *     which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List the videos of the account
         * @description Answers every Media of kind `video`, with the same parameters, order and paging as `/media`.
         */
        get: operations["listVideos"];
        put?: never;
        /**
         * Add a video
         * @description Adds one video, from bytes or from a URL. It is `createMedia` with the kind fixed beforehand: a file that is not
         *     a video is refused with 415 rather than taken as something else.
         *
         *     This call goes to the uploads host.
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
                 * @description The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 *     which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List the images of the account
         * @description Answers every Media of kind `image`, with the same parameters, order and paging as `/media`.
         */
        get: operations["listImages"];
        put?: never;
        /**
         * Add an image
         * @description Adds one image, from bytes or from a URL. It is `createMedia` with the kind fixed beforehand: a file that is not
         *     an image is refused with 415 rather than taken as something else.
         *
         *     This call goes to the uploads host.
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
                 * @description The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 *     which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List the audio files of the account
         * @description Answers every Media of kind `audio`, with the same parameters, order and paging as `/media`.
         *
         *     Closed beta: an account that is not part of it is answered with 403.
         */
        get: operations["listAudio"];
        put?: never;
        /**
         * Add an audio file
         * @description Adds one audio file, from bytes or from a URL. It is `createMedia` with the kind fixed beforehand: a file that
         *     is not audio is refused with 415 rather than taken as something else.
         *
         *     This call goes to the uploads host. Closed beta: an account that is not part of it is answered with 403.
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
        /** @description What went wrong, for programs and for the people who write them. */
        ApiError: {
            code: components["schemas"]["ErrorCode"];
            /**
             * @description The failure in one sentence of English, for a developer. Not for your own users, and not to be parsed: its
             *     wording can change.
             */
            message: string;
            /** @description Each single fault, one by one. Empty when there is nothing to add to the message. */
            details: components["schemas"]["ErrorDetail"][];
        };
        /** @description An audio file in full, with its URLs and sources, as adding one through `/audio` answers it. */
        Audio: {
            /** @description Identifies this Media everywhere and for good. A random text without a meaning of its own. */
            id: string;
            /**
             * @description Always `audio` here.
             * @constant
             */
            kind: "audio";
            /** @description When this Media was added. Never changes. Lists sort by it unless told otherwise. */
            created: components["schemas"]["Timestamp"];
            /** @description When this Media last changed, by a call of yours, by processing or by deletion. */
            updated: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Size in bytes of the file that was added. Its sources have sizes of their own.
             */
            filesize: number;
            /** @description A name for people, free text. Null until one is given. */
            title: string | null;
            /** @description The name the file had when it was added, without folders. Null when it came without one. */
            filename: string | null;
            status: components["schemas"]["MediaStatus"];
            /**
             * Format: int32
             * @description Width of the picture in pixels, after rotation. Null for audio and until it has been measured.
             */
            width: number | null;
            /**
             * Format: int32
             * @description Height of the picture in pixels, after rotation. Null for audio and until it has been measured.
             */
            height: number | null;
            /** @description Playing time in seconds, with fractions. Null for images and until it has been measured. */
            duration: number | null;
            metadata: components["schemas"]["Metadata"];
            /**
             * Format: date-time
             * @description When this Media was deleted, or null while it is not. Items of a list always have null here.
             */
            deleted: string | null;
            urls: components["schemas"]["MediaUrls"];
            /**
             * @description Every playable file made from this Media, the original among them. Empty until processing has made
             *     the first one, and empty again after deletion.
             */
            sources: components["schemas"]["Source"][];
        };
        /** @description The envelope around one page of audio files. All three members are always there, also when the page is empty. */
        AudioListResponse: {
            meta: components["schemas"]["ListMeta"];
            /** @description The audio files of this page, in the order that was asked for. */
            data: components["schemas"]["AudioSummary"][];
            links: components["schemas"]["ListLinks"];
        };
        /** @description The envelope around one audio. All three members are always there. */
        AudioResponse: {
            meta: components["schemas"]["ObjectMeta"];
            data: components["schemas"]["Audio"];
            links: components["schemas"]["ObjectLinks"];
        };
        /** @description An audio file as `/audio` lists it. The same object as under `/media`, with its kind known beforehand. */
        AudioSummary: {
            /** @description Identifies this Media everywhere and for good. A random text without a meaning of its own. */
            id: string;
            /**
             * @description Always `audio` here.
             * @constant
             */
            kind: "audio";
            /** @description When this Media was added. Never changes. Lists sort by it unless told otherwise. */
            created: components["schemas"]["Timestamp"];
            /** @description When this Media last changed, by a call of yours, by processing or by deletion. */
            updated: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Size in bytes of the file that was added. Its sources have sizes of their own.
             */
            filesize: number;
            /** @description A name for people, free text. Null until one is given. */
            title: string | null;
            /** @description The name the file had when it was added, without folders. Null when it came without one. */
            filename: string | null;
            status: components["schemas"]["MediaStatus"];
            /**
             * Format: int32
             * @description Width of the picture in pixels, after rotation. Null for audio and until it has been measured.
             */
            width: number | null;
            /**
             * Format: int32
             * @description Height of the picture in pixels, after rotation. Null for audio and until it has been measured.
             */
            height: number | null;
            /** @description Playing time in seconds, with fractions. Null for images and until it has been measured. */
            duration: number | null;
            metadata: components["schemas"]["Metadata"];
            /**
             * Format: date-time
             * @description When this Media was deleted, or null while it is not. Items of a list always have null here.
             */
            deleted: string | null;
        };
        /**
         * @description The sort of failure, for programs. Decide by it rather than by the message. Codes can be added; one that you
         *     do not know means what its status code means.
         */
        ErrorCode: "bad_request" | "unauthorized" | "forbidden" | "not_found" | "content_too_large" | "unsupported_media_type" | "unprocessable_content" | "too_many_requests" | "internal_error" | (string & {});
        /** @description One fault in the request, and where it is. */
        ErrorDetail: {
            /** @description The part of the request that is at fault. Others than the listed ones can be added. */
            location: "path" | "query" | "header" | "body" | (string & {});
            /**
             * @description The name of the parameter, header or body field at fault, as you sent it. Null when the fault lies in that
             *     part as a whole, as with a body that cannot be read.
             */
            field: string | null;
            /** @description What is wrong with it and what would be right, in one sentence of English. */
            message: string;
        };
        /** @description About this request and its failure. */
        ErrorMeta: {
            /** @description Identifies this request. Quote it when you ask Ittybit about an answer. */
            id: string;
            /**
             * Format: int32
             * @description The status code of this answer once more, for those who only keep the body.
             */
            status: number;
            /**
             * Format: date
             * @description The API version that produced this answer.
             */
            version: string;
            /**
             * @description Says that this answer carries `error` and no `data`.
             * @constant
             */
            type: "error";
        };
        /** @description The envelope around a failure. It never carries `data` or `links`. */
        ErrorResponse: {
            meta: components["schemas"]["ErrorMeta"];
            error: components["schemas"]["ApiError"];
        };
        /**
         * Format: uri
         * @description An absolute `https` or `http` URL.
         */
        FetchableUrl: string;
        /** @description A new Media from bytes that you send. */
        FileUpload: {
            /**
             * Format: binary
             * @description The bytes of the file, with a file name and a media type, as a browser's `<input type="file">` sends them.
             *     One file a call; up to the size limit of your account.
             */
            file: Blob;
            /** @description A name for people, free text. Left out, the Media has none until you give it one. */
            title?: string;
            /** @description Your own labels, one part for each, named `metadata[key]`. They come back in every answer. */
            metadata?: components["schemas"]["Metadata"];
        };
        /** @description An image in full, with its URLs and sources, as adding one through `/images` answers it. */
        Image: {
            /** @description Identifies this Media everywhere and for good. A random text without a meaning of its own. */
            id: string;
            /**
             * @description Always `image` here.
             * @constant
             */
            kind: "image";
            /** @description When this Media was added. Never changes. Lists sort by it unless told otherwise. */
            created: components["schemas"]["Timestamp"];
            /** @description When this Media last changed, by a call of yours, by processing or by deletion. */
            updated: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Size in bytes of the file that was added. Its sources have sizes of their own.
             */
            filesize: number;
            /** @description A name for people, free text. Null until one is given. */
            title: string | null;
            /** @description The name the file had when it was added, without folders. Null when it came without one. */
            filename: string | null;
            status: components["schemas"]["MediaStatus"];
            /**
             * Format: int32
             * @description Width of the picture in pixels, after rotation. Null for audio and until it has been measured.
             */
            width: number | null;
            /**
             * Format: int32
             * @description Height of the picture in pixels, after rotation. Null for audio and until it has been measured.
             */
            height: number | null;
            /** @description Playing time in seconds, with fractions. Null for images and until it has been measured. */
            duration: number | null;
            metadata: components["schemas"]["Metadata"];
            /**
             * Format: date-time
             * @description When this Media was deleted, or null while it is not. Items of a list always have null here.
             */
            deleted: string | null;
            urls: components["schemas"]["MediaUrls"];
            /**
             * @description Every playable file made from this Media, the original among them. Empty until processing has made
             *     the first one, and empty again after deletion.
             */
            sources: components["schemas"]["Source"][];
        };
        /** @description The envelope around one page of images. All three members are always there, also when the page is empty. */
        ImageListResponse: {
            meta: components["schemas"]["ListMeta"];
            /** @description The images of this page, in the order that was asked for. */
            data: components["schemas"]["ImageSummary"][];
            links: components["schemas"]["ListLinks"];
        };
        /** @description The envelope around one image. All three members are always there. */
        ImageResponse: {
            meta: components["schemas"]["ObjectMeta"];
            data: components["schemas"]["Image"];
            links: components["schemas"]["ObjectLinks"];
        };
        /** @description An image as `/images` lists it. The same object as under `/media`, with its kind known beforehand. */
        ImageSummary: {
            /** @description Identifies this Media everywhere and for good. A random text without a meaning of its own. */
            id: string;
            /**
             * @description Always `image` here.
             * @constant
             */
            kind: "image";
            /** @description When this Media was added. Never changes. Lists sort by it unless told otherwise. */
            created: components["schemas"]["Timestamp"];
            /** @description When this Media last changed, by a call of yours, by processing or by deletion. */
            updated: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Size in bytes of the file that was added. Its sources have sizes of their own.
             */
            filesize: number;
            /** @description A name for people, free text. Null until one is given. */
            title: string | null;
            /** @description The name the file had when it was added, without folders. Null when it came without one. */
            filename: string | null;
            status: components["schemas"]["MediaStatus"];
            /**
             * Format: int32
             * @description Width of the picture in pixels, after rotation. Null for audio and until it has been measured.
             */
            width: number | null;
            /**
             * Format: int32
             * @description Height of the picture in pixels, after rotation. Null for audio and until it has been measured.
             */
            height: number | null;
            /** @description Playing time in seconds, with fractions. Null for images and until it has been measured. */
            duration: number | null;
            metadata: components["schemas"]["Metadata"];
            /**
             * Format: date-time
             * @description When this Media was deleted, or null while it is not. Items of a list always have null here.
             */
            deleted: string | null;
        };
        /**
         * @description Where to go from this page, as absolute URLs on the API host. They keep your `limit`, `orderBy` and `order`.
         *     Follow them as they are.
         */
        ListLinks: {
            /**
             * Format: uri
             * @description This very page, with the parameters it was asked for.
             */
            self: string;
            /**
             * Format: uri
             * @description The first page of the same list. This one, when there is nothing before it.
             */
            first: string;
            /**
             * Format: uri
             * @description The page before this one, or null on the first.
             */
            prev: string | null;
            /**
             * Format: uri
             * @description The page after this one, or null on the last. Read on until it is null.
             */
            next: string | null;
            /**
             * Format: uri
             * @description The last page of the same list, as it was counted for this answer.
             */
            last: string;
        };
        /** @description About this request, its answer, and where in the whole list this page stands. */
        ListMeta: {
            /** @description Identifies this request. Quote it when you ask Ittybit about an answer. */
            id: string;
            /**
             * Format: int32
             * @description The status code of this answer once more, for those who only keep the body.
             */
            status: number;
            /**
             * Format: date
             * @description The API version that produced this answer.
             */
            version: string;
            /**
             * @description Says that `data` is a list. Single objects say `object`, failures say `error`.
             * @constant
             */
            type: "list";
            /**
             * Format: int64
             * @description How many items there are on all pages together.
             */
            total: number;
            /**
             * Format: int32
             * @description How many items a page may hold, as asked for or by default.
             */
            limit: number;
            /**
             * Format: int32
             * @description Which page this is, counted from 1.
             */
            page: number;
            /**
             * Format: int32
             * @description How many pages there are at this `limit`. 0 when there is no item at all.
             */
            pages: number;
        };
        /**
         * @description One Media in full: the summary that lists carry, the URLs to show it, and all of its sources. Creating,
         *     reading, updating and deleting answer with this object.
         */
        Media: {
            /** @description Identifies this Media everywhere and for good. A random text without a meaning of its own. */
            id: string;
            kind: components["schemas"]["MediaKind"];
            /** @description When this Media was added. Never changes. Lists sort by it unless told otherwise. */
            created: components["schemas"]["Timestamp"];
            /** @description When this Media last changed, by a call of yours, by processing or by deletion. */
            updated: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Size in bytes of the file that was added. Its sources have sizes of their own.
             */
            filesize: number;
            /** @description A name for people, free text. Null until one is given. */
            title: string | null;
            /** @description The name the file had when it was added, without folders. Null when it came without one. */
            filename: string | null;
            status: components["schemas"]["MediaStatus"];
            /**
             * Format: int32
             * @description Width of the picture in pixels, after rotation. Null for audio and until it has been measured.
             */
            width: number | null;
            /**
             * Format: int32
             * @description Height of the picture in pixels, after rotation. Null for audio and until it has been measured.
             */
            height: number | null;
            /** @description Playing time in seconds, with fractions. Null for images and until it has been measured. */
            duration: number | null;
            metadata: components["schemas"]["Metadata"];
            /**
             * Format: date-time
             * @description When this Media was deleted, or null while it is not. Items of a list always have null here.
             */
            deleted: string | null;
            urls: components["schemas"]["MediaUrls"];
            /**
             * @description Every playable file made from this Media, the original among them. Empty until processing has made
             *     the first one, and empty again after deletion.
             */
            sources: components["schemas"]["Source"][];
        };
        /**
         * @description What sort of media this is. The known kinds are listed; others can be added without a new version, so keep a
         *     way to show media whose kind you do not know.
         */
        MediaKind: "video" | "image" | "audio" | (string & {});
        /** @description The envelope around one page of media. All three members are always there, also when the page is empty. */
        MediaListResponse: {
            meta: components["schemas"]["ListMeta"];
            /** @description The media of this page, in the order that was asked for. Deleted media are not among them. */
            data: components["schemas"]["MediaSummary"][];
            links: components["schemas"]["ListLinks"];
        };
        /** @description The envelope around one Media. All three members are always there. */
        MediaResponse: {
            meta: components["schemas"]["ObjectMeta"];
            data: components["schemas"]["Media"];
            links: components["schemas"]["ObjectLinks"];
        };
        /**
         * @description How far Ittybit has come with the file. `uploading`: bytes are still arriving or being fetched. `pending`: the
         *     file is there, its sources are being made. `complete`: all sources are ready. `failed`: the file could not be
         *     read or converted; add it again. A status that is not listed means "not finished" until you know better.
         */
        MediaStatus: "uploading" | "pending" | "complete" | "failed" | (string & {});
        /** @description One Media as a list carries it, without its URLs and sources. Read it by `id` for the full object. */
        MediaSummary: {
            /** @description Identifies this Media everywhere and for good. A random text without a meaning of its own. */
            id: string;
            kind: components["schemas"]["MediaKind"];
            /** @description When this Media was added. Never changes. Lists sort by it unless told otherwise. */
            created: components["schemas"]["Timestamp"];
            /** @description When this Media last changed, by a call of yours, by processing or by deletion. */
            updated: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Size in bytes of the file that was added. Its sources have sizes of their own.
             */
            filesize: number;
            /** @description A name for people, free text. Null until one is given. */
            title: string | null;
            /** @description The name the file had when it was added, without folders. Null when it came without one. */
            filename: string | null;
            status: components["schemas"]["MediaStatus"];
            /**
             * Format: int32
             * @description Width of the picture in pixels, after rotation. Null for audio and until it has been measured.
             */
            width: number | null;
            /**
             * Format: int32
             * @description Height of the picture in pixels, after rotation. Null for audio and until it has been measured.
             */
            height: number | null;
            /** @description Playing time in seconds, with fractions. Null for images and until it has been measured. */
            duration: number | null;
            metadata: components["schemas"]["Metadata"];
            /**
             * Format: date-time
             * @description When this Media was deleted, or null while it is not. Items of a list always have null here.
             */
            deleted: string | null;
        };
        /** @description The changes to make. What is left out stays as it is; at least one field must be there. */
        MediaUpdate: {
            /** @description The new name for people. An empty text takes the name away. */
            title?: string;
            /**
             * @description Labels to set, one field for each, named `metadata[key]`. Labels that you do not send stay; an empty text
             *     takes one away.
             */
            metadata?: components["schemas"]["Metadata"];
        };
        /**
         * @description Where to show this Media. Each URL picks a fitting source for the viewer's device and connection by itself. A
         *     URL is null while there is nothing to show: before processing has come that far, for a kind that has no such
         *     thing, and after deletion.
         */
        MediaUrls: {
            /**
             * Format: uri
             * @description A short, silent moving preview of a video, or a small version of an image. Null for audio.
             */
            preview: string | null;
            /**
             * Format: uri
             * @description A still picture to show before playback starts. For an image, the image itself. Null for audio.
             */
            poster: string | null;
            /**
             * Format: uri
             * @description What a player or an `img` element should load. It adapts to the viewer while playing.
             */
            playback: string | null;
        };
        /**
         * @description Your own labels for this Media, text by text: a customer number, an album, a language. Ittybit stores them and
         *     gives them back unread. Never put secrets here.
         */
        Metadata: {
            [key: string]: string;
        };
        /** @description Where to go from this object, as absolute URLs on the API host. */
        ObjectLinks: {
            /**
             * Format: uri
             * @description This very object. Reading it answers the newest state.
             */
            self: string;
            /**
             * Format: uri
             * @description The list that this object belongs to.
             */
            parent: string;
        };
        /** @description About this request and its answer. */
        ObjectMeta: {
            /** @description Identifies this request. Quote it when you ask Ittybit about an answer. */
            id: string;
            /**
             * Format: int32
             * @description The status code of this answer once more, for those who only keep the body.
             */
            status: number;
            /**
             * Format: date
             * @description The API version that produced this answer.
             */
            version: string;
            /**
             * @description Says that `data` is one object. Lists say `list`, failures say `error`.
             * @constant
             */
            type: "object";
        };
        /**
         * @description One playable file made from a Media: the original as you sent it, or a version in another format or size.
         *     `urls.playback` chooses between them; use a source directly when you need that one file.
         */
        Source: {
            /** @description Identifies this source among all sources of the account. It is not the id of a Media. */
            id: string;
            /** @description What sort of media this file is. A video can have sources of kind `image` or `audio`. */
            kind: components["schemas"]["MediaKind"];
            /** @description The container or file format in short, lower case, such as `mp4`, `hls`, `webp` or `mp3`. */
            format: string;
            /** @description The media type to serve and to test for playback support with, such as `video/mp4`. */
            type: string;
            /**
             * Format: int64
             * @description Size of this file in bytes. For a streaming playlist, that of all its segments together.
             */
            filesize: number;
            /**
             * Format: uri
             * @description Where this file is served from. It stops working once the Media is deleted.
             */
            src: string;
            /**
             * Format: int32
             * @description Width of the picture in pixels, after rotation. Null when there is no picture.
             */
            width: number | null;
            /**
             * Format: int32
             * @description Height of the picture in pixels, after rotation. Null when there is no picture.
             */
            height: number | null;
            /** @description Length in seconds, with fractions. Null for a still picture. */
            duration: number | null;
            /**
             * Format: int64
             * @description Mean rate in bits per second over the whole file. Null for a still picture.
             */
            bitrate: number | null;
            /** @description The codecs as RFC 6381 names them, such as `avc1.640028, mp4a.40.2`. Null when they do not apply. */
            codec: string | null;
            /** @description Whether this is the very file that was added. At most one source of a Media is. */
            original: boolean;
            /** @description When this source became ready to play. */
            created: components["schemas"]["Timestamp"];
            /** @description When this source last changed. Equal to `created` unless it was made anew. */
            updated: components["schemas"]["Timestamp"];
        };
        /**
         * Format: date-time
         * @description A moment in UTC as RFC 3339 writes it, for example `2024-03-20T09:15:30Z`.
         */
        Timestamp: string;
        /** @description A new Media from a file that Ittybit fetches for you. */
        UrlIngest: {
            /**
             * @description Where the file can be fetched without further credentials: a public URL, or a signed one of your storage
             *     bucket that stays valid until the file has been read.
             */
            url: components["schemas"]["FetchableUrl"];
            /** @description A name for people, free text. Left out, the Media has none until you give it one. */
            title?: string;
            /** @description Your own labels, one part for each, named `metadata[key]`. They come back in every answer. */
            metadata?: components["schemas"]["Metadata"];
        };
        /** @description A video in full, with its URLs and sources, as adding one through `/videos` answers it. */
        Video: {
            /** @description Identifies this Media everywhere and for good. A random text without a meaning of its own. */
            id: string;
            /**
             * @description Always `video` here.
             * @constant
             */
            kind: "video";
            /** @description When this Media was added. Never changes. Lists sort by it unless told otherwise. */
            created: components["schemas"]["Timestamp"];
            /** @description When this Media last changed, by a call of yours, by processing or by deletion. */
            updated: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Size in bytes of the file that was added. Its sources have sizes of their own.
             */
            filesize: number;
            /** @description A name for people, free text. Null until one is given. */
            title: string | null;
            /** @description The name the file had when it was added, without folders. Null when it came without one. */
            filename: string | null;
            status: components["schemas"]["MediaStatus"];
            /**
             * Format: int32
             * @description Width of the picture in pixels, after rotation. Null for audio and until it has been measured.
             */
            width: number | null;
            /**
             * Format: int32
             * @description Height of the picture in pixels, after rotation. Null for audio and until it has been measured.
             */
            height: number | null;
            /** @description Playing time in seconds, with fractions. Null for images and until it has been measured. */
            duration: number | null;
            metadata: components["schemas"]["Metadata"];
            /**
             * Format: date-time
             * @description When this Media was deleted, or null while it is not. Items of a list always have null here.
             */
            deleted: string | null;
            urls: components["schemas"]["MediaUrls"];
            /**
             * @description Every playable file made from this Media, the original among them. Empty until processing has made
             *     the first one, and empty again after deletion.
             */
            sources: components["schemas"]["Source"][];
        };
        /** @description The envelope around one page of videos. All three members are always there, also when the page is empty. */
        VideoListResponse: {
            meta: components["schemas"]["ListMeta"];
            /** @description The videos of this page, in the order that was asked for. */
            data: components["schemas"]["VideoSummary"][];
            links: components["schemas"]["ListLinks"];
        };
        /** @description The envelope around one video. All three members are always there. */
        VideoResponse: {
            meta: components["schemas"]["ObjectMeta"];
            data: components["schemas"]["Video"];
            links: components["schemas"]["ObjectLinks"];
        };
        /** @description A video as `/videos` lists it. The same object as under `/media`, with its kind known beforehand. */
        VideoSummary: {
            /** @description Identifies this Media everywhere and for good. A random text without a meaning of its own. */
            id: string;
            /**
             * @description Always `video` here.
             * @constant
             */
            kind: "video";
            /** @description When this Media was added. Never changes. Lists sort by it unless told otherwise. */
            created: components["schemas"]["Timestamp"];
            /** @description When this Media last changed, by a call of yours, by processing or by deletion. */
            updated: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Size in bytes of the file that was added. Its sources have sizes of their own.
             */
            filesize: number;
            /** @description A name for people, free text. Null until one is given. */
            title: string | null;
            /** @description The name the file had when it was added, without folders. Null when it came without one. */
            filename: string | null;
            status: components["schemas"]["MediaStatus"];
            /**
             * Format: int32
             * @description Width of the picture in pixels, after rotation. Null for audio and until it has been measured.
             */
            width: number | null;
            /**
             * Format: int32
             * @description Height of the picture in pixels, after rotation. Null for audio and until it has been measured.
             */
            height: number | null;
            /** @description Playing time in seconds, with fractions. Null for images and until it has been measured. */
            duration: number | null;
            metadata: components["schemas"]["Metadata"];
            /**
             * Format: date-time
             * @description When this Media was deleted, or null while it is not. Items of a list always have null here.
             */
            deleted: string | null;
        };
    };
    responses: {
        /**
         * @description The body could not be read: broken multipart or form encoding, or a body that ends too early. Nothing was
         *     changed. Mend the request; the same one fails again.
         */
        BadRequest: {
            headers: {
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The file is larger than your account allows. Send a smaller one, or ask Ittybit to raise the limit. */
        ContentTooLarge: {
            headers: {
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * @description The key is good, but its account may not do this: audio is a closed beta, and the account is not in it.
         *     Ask Ittybit for access.
         */
        Forbidden: {
            headers: {
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * @description The id in the path cannot be the id of any Media, such as an empty or a dotted one. Check how the URL was
         *     put together.
         */
        InvalidId: {
            headers: {
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description A query parameter is unknown or out of its range. `error.details` names each one. */
        InvalidQuery: {
            headers: {
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * @description There is no field to change, or one that cannot be changed. `error.details` names each one. Nothing was
         *     changed.
         */
        InvalidUpdate: {
            headers: {
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * @description The parts do not add up to one Media: both `file` and `url`, neither of them, a `url` that cannot be
         *     fetched, or a part with an unknown name. `error.details` names each one. Nothing was added.
         */
        InvalidUpload: {
            headers: {
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * @description No Media has or ever had this id in your account. A deleted Media is not gone in this sense: it still
         *     answers 200, with `deleted` set.
         */
        NotFound: {
            headers: {
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description This key has made too many calls in too short a time. Wait as long as `Retry-After` says, then go on. */
        TooManyRequests: {
            headers: {
                "Ittybit-Version": components["headers"]["ServedVersion"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * @description There is no API key in the request, or one that is unknown or withdrawn. Nothing was done. Check the
         *     `Authorization` header; trying again changes nothing.
         */
        Unauthorized: {
            headers: {
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * @description Any other failure, in the same envelope: most often a fault on Ittybit's side (5xx). Reading again is
         *     safe. Before adding again after a 5xx, list the newest media: the first attempt may have arrived.
         */
        UnexpectedError: {
            headers: {
                "Ittybit-Version": components["headers"]["ServedVersion"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /**
         * @description The file is in a format that is not accepted here, or the body is not `multipart/form-data`. The message
         *     lists what is accepted.
         */
        UnsupportedMediaType: {
            headers: {
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
         * @description The id of a Media, as `data.id` of the answer that created it or of a list item gave it. Ids are opaque:
         *     store and compare them as they are, and read nothing into their characters.
         */
        Id: string;
        /**
         * @description How many items one page may hold, from 1 to 250. A page can hold fewer: the last one usually does.
         * @example 25
         */
        Limit: number;
        /**
         * @description The direction of the sort. `desc` puts the newest or the largest first, `asc` the oldest or the smallest.
         * @example asc
         */
        Order: "asc" | "desc";
        /**
         * @description What to sort by: the time of creation, the time of the last change, or the size of the file in bytes. Every
         *     item carries the property of the same name.
         * @example updated
         */
        OrderBy: "created" | "updated" | "filesize";
        /**
         * @description Which page to answer, counted from 1. It is there so that the URLs under `links` can be described; follow
         *     those URLs rather than counting yourself. A page past the last one is an empty list.
         * @example 2
         */
        Page: number;
        /**
         * @description The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
         *     which can change under you. Pin it in production.
         * @example 2024-03-21
         */
        RequestedVersion: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description How long to wait before the next attempt, in whole seconds. Trying sooner is refused again.
         * @example 30
         */
        RetryAfter: number;
        /**
         * @description The API version that produced this answer, a date. Compare it with the one you asked for: when you sent none,
         *     it tells which version "newest stable" was today.
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
export type FileUpload = components['schemas']['FileUpload'];
export type Image = components['schemas']['Image'];
export type ImageListResponse = components['schemas']['ImageListResponse'];
export type ImageResponse = components['schemas']['ImageResponse'];
export type ImageSummary = components['schemas']['ImageSummary'];
export type ListLinks = components['schemas']['ListLinks'];
export type ListMeta = components['schemas']['ListMeta'];
export type Media = components['schemas']['Media'];
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
export type UrlIngest = components['schemas']['UrlIngest'];
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
                 * @description How many items one page may hold, from 1 to 250. A page can hold fewer: the last one usually does.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Which page to answer, counted from 1. It is there so that the URLs under `links` can be described; follow
                 *     those URLs rather than counting yourself. A page past the last one is an empty list.
                 * @example 2
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description What to sort by: the time of creation, the time of the last change, or the size of the file in bytes. Every
                 *     item carries the property of the same name.
                 * @example updated
                 */
                orderBy?: components["parameters"]["OrderBy"];
                /**
                 * @description The direction of the sort. `desc` puts the newest or the largest first, `asc` the oldest or the smallest.
                 * @example asc
                 */
                order?: components["parameters"]["Order"];
            };
            header?: {
                /**
                 * @description The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 *     which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, which can be empty, and the way to the next one. */
            200: {
                headers: {
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaListResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["InvalidQuery"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    createMedia: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 *     which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The file, or where to fetch it, as multipart form data: exactly one of the parts `file` and `url`. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["FileUpload"] | components["schemas"]["UrlIngest"];
            };
        };
        responses: {
            /**
             * @description The new Media. Its file has arrived or is being fetched, and its sources are made after this answer: read
             *     it again until `status` is `complete`.
             */
            201: {
                headers: {
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidUpload"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    getMedia: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 *     which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path: {
                /**
                 * @description The id of a Media, as `data.id` of the answer that created it or of a list item gave it. Ids are opaque:
                 *     store and compare them as they are, and read nothing into their characters.
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The Media as it is now. */
            200: {
                headers: {
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidId"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    deleteMedia: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 *     which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path: {
                /**
                 * @description The id of a Media, as `data.id` of the answer that created it or of a list item gave it. Ids are opaque:
                 *     store and compare them as they are, and read nothing into their characters.
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description The record that stays, with `deleted` set, no sources, and null for every URL. Deleting it once more answers
             *     the same.
             */
            200: {
                headers: {
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidId"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    updateMedia: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 *     which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path: {
                /**
                 * @description The id of a Media, as `data.id` of the answer that created it or of a list item gave it. Ids are opaque:
                 *     store and compare them as they are, and read nothing into their characters.
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** @description The fields to change, form-encoded. At least one. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["MediaUpdate"];
            };
        };
        responses: {
            /** @description The Media after the change. */
            200: {
                headers: {
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidUpdate"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    listVideos: {
        parameters: {
            query?: {
                /**
                 * @description How many items one page may hold, from 1 to 250. A page can hold fewer: the last one usually does.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Which page to answer, counted from 1. It is there so that the URLs under `links` can be described; follow
                 *     those URLs rather than counting yourself. A page past the last one is an empty list.
                 * @example 2
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description What to sort by: the time of creation, the time of the last change, or the size of the file in bytes. Every
                 *     item carries the property of the same name.
                 * @example updated
                 */
                orderBy?: components["parameters"]["OrderBy"];
                /**
                 * @description The direction of the sort. `desc` puts the newest or the largest first, `asc` the oldest or the smallest.
                 * @example asc
                 */
                order?: components["parameters"]["Order"];
            };
            header?: {
                /**
                 * @description The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 *     which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, which can be empty, and the way to the next one. */
            200: {
                headers: {
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VideoListResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["InvalidQuery"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    createVideo: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 *     which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The file, or where to fetch it, as multipart form data: exactly one of the parts `file` and `url`. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["FileUpload"] | components["schemas"]["UrlIngest"];
            };
        };
        responses: {
            /**
             * @description The new Media. Its file has arrived or is being fetched, and its sources are made after this answer: read
             *     it again until `status` is `complete`.
             */
            201: {
                headers: {
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VideoResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidUpload"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    listImages: {
        parameters: {
            query?: {
                /**
                 * @description How many items one page may hold, from 1 to 250. A page can hold fewer: the last one usually does.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Which page to answer, counted from 1. It is there so that the URLs under `links` can be described; follow
                 *     those URLs rather than counting yourself. A page past the last one is an empty list.
                 * @example 2
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description What to sort by: the time of creation, the time of the last change, or the size of the file in bytes. Every
                 *     item carries the property of the same name.
                 * @example updated
                 */
                orderBy?: components["parameters"]["OrderBy"];
                /**
                 * @description The direction of the sort. `desc` puts the newest or the largest first, `asc` the oldest or the smallest.
                 * @example asc
                 */
                order?: components["parameters"]["Order"];
            };
            header?: {
                /**
                 * @description The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 *     which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, which can be empty, and the way to the next one. */
            200: {
                headers: {
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageListResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["InvalidQuery"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    createImage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 *     which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The file, or where to fetch it, as multipart form data: exactly one of the parts `file` and `url`. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["FileUpload"] | components["schemas"]["UrlIngest"];
            };
        };
        responses: {
            /**
             * @description The new Media. Its file has arrived or is being fetched, and its sources are made after this answer: read
             *     it again until `status` is `complete`.
             */
            201: {
                headers: {
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidUpload"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    listAudio: {
        parameters: {
            query?: {
                /**
                 * @description How many items one page may hold, from 1 to 250. A page can hold fewer: the last one usually does.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Which page to answer, counted from 1. It is there so that the URLs under `links` can be described; follow
                 *     those URLs rather than counting yourself. A page past the last one is an empty list.
                 * @example 2
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description What to sort by: the time of creation, the time of the last change, or the size of the file in bytes. Every
                 *     item carries the property of the same name.
                 * @example updated
                 */
                orderBy?: components["parameters"]["OrderBy"];
                /**
                 * @description The direction of the sort. `desc` puts the newest or the largest first, `asc` the oldest or the smallest.
                 * @example asc
                 */
                order?: components["parameters"]["Order"];
            };
            header?: {
                /**
                 * @description The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 *     which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, which can be empty, and the way to the next one. */
            200: {
                headers: {
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AudioListResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidQuery"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    createAudio: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The API version to use for this call, as a date (`YYYY-MM-DD`). Without it the newest stable version answers,
                 *     which can change under you. Pin it in production.
                 * @example 2024-03-21
                 */
                "Ittybit-Version"?: components["parameters"]["RequestedVersion"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The file, or where to fetch it, as multipart form data: exactly one of the parts `file` and `url`. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["FileUpload"] | components["schemas"]["UrlIngest"];
            };
        };
        responses: {
            /**
             * @description The new Media. Its file has arrived or is being fetched, and its sources are made after this answer: read
             *     it again until `status` is `complete`.
             */
            201: {
                headers: {
                    "Ittybit-Version": components["headers"]["ServedVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AudioResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidUpload"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
}
