import { createHash } from "node:crypto";
import { createMock, type Mock } from "@ittybit/mock";
import type { Step } from "./tool.js";

/** What a program says of a step that it took: one line of JSON on its standard output. */
export interface Said {
  readonly step: Step;
  /** The Media that it listed, made or changed. */
  readonly ids: readonly string[];
  /** The client alone could not do it; the way around it that its notes describe did. */
  readonly recipe?: boolean;
  /** Why the step failed. */
  readonly error?: string;
}

/** The mock on two ports, one for each host, and a look at what is in its library. */
export interface Library {
  readonly api: string;
  readonly uploads: string;
  /** Why what the library holds is not what the program says it did; undefined where it is. */
  check(said: Said, file: Uint8Array): Promise<string | undefined>;
  close(): Promise<void>;
}

/** What each program sets, so that it can be looked for. */
export const RENAMED = "Renamed by a generated client";
export const LABEL = { binder: "top left" };
export const PAGE_SIZE = 2;
export const API_KEY = "consumer-key";

/** Starts the mock with one port for each host: an operation that is sent to the other host is refused. */
export async function startLibrary(): Promise<Library> {
  const mock: Mock = await createMock({ apiKey: API_KEY });
  const { url: api } = await mock.listen({ port: 0, server: "api" });
  const { url: uploads } = await mock.listen({ port: 0, server: "uploads" });
  const read = async (path: string) => {
    const response = await fetch(api + path, { headers: { authorization: `Bearer ${API_KEY}` } });
    return (await response.json()) as { data: never };
  };
  const idsOf = async (page: number) =>
    ((await read(`/media?limit=${PAGE_SIZE}&page=${page}`)).data as { id: string }[]).map(({ id }) => id);
  const before = { list: await idsOf(1), page: await idsOf(2) };
  const get = async (id: string | undefined) => (await read(`/media/${id}`)).data as Media | undefined;

  const checks: Readonly<
    Record<Step, (ids: readonly string[], file: Uint8Array) => Promise<string | undefined>>
  > = {
    list: async (ids) => differs("the list", ids, before.list),
    page: async (ids) => differs("page two", ids, before.page),
    upload: async ([id], file) => {
      const media = await get(id);
      const source = media?.sources[0]?.src;
      if (source === undefined) return `the Media ${id} has no source`;
      const bytes = new Uint8Array(await (await fetch(source)).arrayBuffer());
      return digest(bytes) === digest(file) ? undefined : `${bytes.length} other bytes arrived`;
    },
    ingest: async ([id]) => ((await get(id))?.kind === "image" ? undefined : `there is no Media ${id}`),
    rename: async ([id]) => differs("the title", (await get(id))?.title, RENAMED),
    metadata: async ([id]) => differs("the label", (await get(id))?.metadata.binder, LABEL.binder),
    delete: async ([id]) => ((await get(id))?.deleted ? undefined : `${id} is not deleted`),
  };
  return {
    api,
    uploads,
    check: async ({ step, ids, error }, file) => error ?? checks[step](ids, file),
    close: () => mock.close(),
  };
}

interface Media {
  readonly kind: string;
  readonly title: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  readonly deleted: string | null;
  readonly sources: readonly { readonly src: string }[];
}

const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

function differs(what: string, actual: unknown, expected: unknown): string | undefined {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  return is === should ? undefined : `${what} is ${is}, and should be ${should}`;
}
