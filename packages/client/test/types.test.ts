import type { operations } from "@ittybit/openapi/types";
import { describe, expectTypeOf, test } from "vitest";
import type {
  AbortError,
  ApiError,
  Client,
  ClientOptions,
  ErrorResponse,
  FileInput,
  ListLinks,
  ListMeta,
  ListOptions,
  Media,
  MediaKind,
  MediaSummary,
  NetworkError,
  OperationId,
  Result,
  Success,
  TimeoutError,
  UploadOptions,
} from "../src/index.js";
import { isKnownKind } from "../src/index.js";
import type { CALL_OPTIONS, CLIENT_OPTIONS } from "../src/merge-options.js";

declare const client: Client;

/** Says so, by name, when an operation's result lacks a status that the contract has. */
type Missing = {
  [Id in OperationId]: Exclude<
    Extract<keyof operations[Id]["responses"], number>,
    NonNullable<Result<Id>["status"]>
  >;
}[OperationId];

describe("results", () => {
  test("have each status of each operation", () => {
    expectTypeOf<Missing>().toEqualTypeOf<never>();
  });

  test("tell success from failure by ok, in every operation", () => {
    type Unsuccessful = {
      [Id in OperationId]: Extract<Result<Id>, { ok: true; status: 400 | 401 | 404 | 500 }>;
    }[OperationId];
    type Successes = { [Id in OperationId]: Success<Id>["status"] }[OperationId];
    expectTypeOf<Unsuccessful>().toEqualTypeOf<never>();
    expectTypeOf<Successes>().toEqualTypeOf<200 | 201>();
  });

  test("of audio, and of nothing else, can be 403", () => {
    expectTypeOf<Extract<Result<"listAudio">, { status: 403 }>["error"]>().toEqualTypeOf<ApiError>();
    expectTypeOf<Extract<Result<"getMedia">, { status: 403 }>>().toEqualTypeOf<never>();
  });

  test("narrow to data, to an error of the API, and to an error without a response", () => {
    const check = (result: Result<"getMedia">) => {
      if (result.ok) expectTypeOf(result.data).toEqualTypeOf<Media>();
      else if (result.status === null) {
        expectTypeOf(result.error).toEqualTypeOf<NetworkError | TimeoutError | AbortError>();
        expectTypeOf(result.response).toEqualTypeOf<null>();
      } else {
        expectTypeOf(result.error).toEqualTypeOf<ApiError>();
        expectTypeOf(result.requestId).toEqualTypeOf<string | null>();
        expectTypeOf(result.response).toEqualTypeOf<Response>();
      }
    };
    expectTypeOf(check).toBeFunction();
  });
});

describe("calls", () => {
  test("are made of the operation table", () => {
    expectTypeOf<"media" | "videos" | "images" | "audio" | "GET" | "POST" | "PATCH" | "DELETE">().toExtend<
      keyof Client
    >();
    expectTypeOf<"list" | "create" | "get" | "update" | "delete" | "wait">().toExtend<
      keyof Client["media"]
    >();
    expectTypeOf<"list" | "create">().toExtend<keyof Client["videos"]>();
    expectTypeOf<Client["videos"]>().not.toHaveProperty("delete");
    expectTypeOf<Client>().not.toHaveProperty("PUT");
  });

  test("take a Blob for a file, and no text", () => {
    expectTypeOf<Blob>().toExtend<FileInput>();
    expectTypeOf<string>().not.toExtend<FileInput>();
    const check = () => {
      // @ts-expect-error: a file is bytes
      client.media.create({ file: "a.mp4" });
      // @ts-expect-error: a file is bytes
      client.POST("/media", { body: { file: "a.mp4" } });
      // @ts-expect-error: one of file and url
      client.media.create({ file: new Blob(), url: "https://a.test/" });
      // @ts-expect-error: an id is needed
      client.GET("/media/{id}");
      // @ts-expect-error: an id is a text
      client.media.get(7);
      // @ts-expect-error: there is no such path
      client.GET("/clips");
      // @ts-expect-error: there is no such field
      client.media.list({ kind: "video" });
    };
    expectTypeOf(check).toBeFunction();
  });

  test("of the low layer give the envelope or its error", () => {
    type Listed = Awaited<ReturnType<typeof list>>;
    const list = () => client.GET("/media", { params: { query: { limit: 3 } } });
    expectTypeOf<NonNullable<Listed["data"]>["data"]>().toEqualTypeOf<MediaSummary[]>();
    expectTypeOf<NonNullable<Listed["error"]>>().toEqualTypeOf<ErrorResponse>();
  });
});

describe("lists", () => {
  test("give items one by one, and pages", () => {
    const check = async () => {
      for await (const item of client.media.list()) expectTypeOf(item).toEqualTypeOf<MediaSummary>();
      for await (const { meta, links } of client.media.list().pages()) {
        expectTypeOf(meta).toEqualTypeOf<ListMeta>();
        expectTypeOf(links).toEqualTypeOf<ListLinks>();
      }
    };
    expectTypeOf(check).toBeFunction();
  });
});

describe("sets that may grow", () => {
  test("take any text, know some, and can be narrowed to those", () => {
    const check = (kind: MediaKind) => {
      if (isKnownKind(kind)) expectTypeOf(kind).toExtend<"video" | "image" | "audio">();
    };
    expectTypeOf<"hologram">().toExtend<MediaKind>();
    expectTypeOf(check).toBeFunction();
  });
});

describe("the body of a create", () => {
  test("takes undefined for what is optional", () => {
    const check = (title: string | undefined) => {
      client.media.create({ file: new Blob([]), title });
      client.media.create({ url: "https://a.test/", title, metadata: undefined });
      client.media.update("m1", { title });
    };
    expectTypeOf(check).toBeFunction();
  });
});

type Names<List> = List extends `${infer Name},${infer Rest}` ? Name | Names<Rest> : List;

test("the names of options that are accepted are those of their types", () => {
  expectTypeOf<Names<typeof CLIENT_OPTIONS>>().toEqualTypeOf<keyof ClientOptions>();
  expectTypeOf<Names<typeof CALL_OPTIONS>>().toEqualTypeOf<
    keyof UploadOptions | keyof ListOptions | "params" | "body"
  >();
});
