import { createMock } from "@ittybit/mock";
import type { servers } from "@ittybit/openapi";

/** The API that the suite runs against. */
export interface Target {
  /** Base URL of each server, by short name. */
  readonly urls: Readonly<Record<keyof typeof servers, string>>;
  readonly apiKey: string;
  /** Whether `Prefer: code=404` makes it return that status, as the mock does. */
  readonly obeysPrefer: boolean;
  close(): Promise<void>;
}

/**
 * The target that the environment names, or the mock on two free ports, one for each host.
 *
 * - `ITTYBIT_API_URL`: base URL of the API.
 * - `ITTYBIT_UPLOADS_URL`: base URL of the uploads host (default: `ITTYBIT_API_URL`).
 * - `ITTYBIT_API_KEY`: a key of an account that may be changed: the suite creates and deletes media.
 * - `ITTYBIT_PREFER=true`: the target obeys `Prefer`, as a mock does. A live API does not, so statuses that no
 *   request causes are then not exercised.
 *
 * @throws where the environment names a URL and no key.
 */
export async function openTarget(env: NodeJS.ProcessEnv = process.env): Promise<Target> {
  const api = env.ITTYBIT_API_URL;
  if (api === undefined) return openMock();
  const apiKey = env.ITTYBIT_API_KEY;
  if (apiKey === undefined) throw new Error("ITTYBIT_API_URL is set and ITTYBIT_API_KEY is not: set both.");
  return {
    urls: { api, uploads: env.ITTYBIT_UPLOADS_URL ?? api },
    apiKey,
    obeysPrefer: env.ITTYBIT_PREFER === "true",
    close: async () => undefined,
  };
}

async function openMock(): Promise<Target> {
  const mock = await createMock();
  const [api, uploads] = await Promise.all([mock.listen({ port: 0 }), mock.listen({ port: 0 })]);
  return {
    urls: { api: api.url, uploads: uploads.url },
    apiKey: "key",
    obeysPrefer: true,
    close: () => mock.close(),
  };
}
