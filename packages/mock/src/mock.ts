import type { Media } from "@ittybit/openapi/types";
import { createSharedContext } from "./context.js";
import { openSource } from "./document/open-document.js";
import { readSeedFile } from "./document/seed-file.js";
import { UrlFetcher } from "./fetch-url/url-fetcher.js";
import { FileStore } from "./files/file-store.js";
import { handleRequest } from "./handle-request.js";
import { fromRequest, toResponse, untilAborted } from "./http/fetch.js";
import type { MockRequest } from "./http/message.js";
import { type Listener, startServer } from "./http/server.js";
import { mediaOf, resetMock } from "./inspector/control-api.js";
import { History } from "./inspector/history.js";
import { KeptFolder } from "./keep/kept-folder.js";
import { Clock } from "./library/clock.js";
import { parseDuration } from "./library/processing.js";
import { type ListenOptions, type MockOptions, type ResolvedOptions, resolveOptions } from "./options.js";
import { checkedRules, initialRules } from "./scenario/initial-rules.js";
import type { ScenarioName } from "./scenario/named-scenarios.js";
import type { ScenarioRule } from "./scenario/rule.js";
import { Scenario } from "./scenario/scenario.js";
import { Stores } from "./stores.js";

/**
 * A mock of the API. Call it in process with `fetch`, or over HTTP after `listen`.
 *
 * @example
 * import type { Mock } from "@ittybit/mock";
 *
 * export async function countMedia(mock: Mock): Promise<number> {
 *   const headers = { Authorization: "Bearer test" };
 *   const response = await mock.fetch(new Request("https://api.ittybit.com/media", { headers }));
 *   return ((await response.json()) as { meta: { total: number } }).meta.total;
 * }
 */
export interface Mock {
  /**
   * Responds to a request in process, without a port. Takes what the global `fetch` takes, so that a client can use it in
   * its place.
   * @throws TypeError for `Prefer: fault=reset`, as `fetch` does if a connection breaks
   * @throws the reason of the signal if it is aborted
   */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /**
   * Starts a server. A mock can listen on several addresses. If one of them stands for the server `api`, links in
   * responses point to it.
   * @throws the server's own error, such as `EADDRINUSE`
   */
  listen(options?: ListenOptions): Promise<Listener>;
  /**
   * Reads the document again.
   * @throws ContractError if the document cannot be used; the mock then keeps the previous one
   */
  reload(): Promise<void>;
  /** Replaces everything that was created, changed and deleted with the seed, and sets the clock and the scenario back. */
  reset(): void;
  /** Moves the clock of the mock forward: `"10s"`, or milliseconds. Processing that is due by then ends. */
  advance(duration: string | number): void;
  /**
   * Puts rules behind an app that is not changed for it: a scenario by its name, or rules. Returns a function that removes
   * them.
   * @throws TypeError for rules that cannot be used
   */
  scenario(rules: ScenarioName | ScenarioRule | readonly ScenarioRule[]): () => void;
  /**
   * Every Media of the mock, including deleted ones, in the order of creation; with a state per API key, one key after the
   * other. Empty without state.
   */
  state(): Media[];
  /** Closes every server that this mock started, and removes the files that were uploaded to it unless it keeps them. */
  close(): Promise<void>;
}

/**
 * Creates a mock from a contract.
 *
 * @throws ContractError if the document cannot be used
 * @throws Error with file and line if the file of `seed` cannot be used
 * @throws Error if the folder of `keep` cannot be used, or another mock uses it
 * @example
 * import { createMock } from "@ittybit/mock";
 *
 * const mock = await createMock({ apiKey: "test" });
 * const { url } = await mock.listen({ port: 0 });
 * await fetch(`${url}/media`, { headers: { Authorization: "Bearer test" } });
 * await mock.close();
 */
export async function createMock(options: MockOptions = {}): Promise<Mock> {
  const resolved = resolveOptions(options);
  const keptFolder = resolved.keep === null ? null : new KeptFolder(resolved.keep, resolved.onNotice);
  try {
    return await openMock(options, resolved, keptFolder);
  } catch (error) {
    await keptFolder?.close();
    throw error;
  }
}

async function openMock(
  options: MockOptions,
  resolved: ResolvedOptions,
  keptFolder: KeptFolder | null,
): Promise<Mock> {
  const history = new History();
  const fileStore = new FileStore(resolved.maxStorage, keptFolder?.files ?? null, (store, id) => {
    resolved.onNotice(`The file of ${id} was evicted: --max-storage is reached.`);
    stores.failWithoutFile(store, id);
  });
  const clock = new Clock(resolved.deterministic ? () => DETERMINISTIC_START : Date.now);
  keptFolder?.keepClock(clock);
  const scenario = new Scenario();
  const urlFetcher = new UrlFetcher();
  const load = async () => {
    const source = await openSource(options);
    const seed = resolved.seed instanceof URL ? await readSeedFile(resolved.seed, source.contract) : null;
    const next = createSharedContext(
      source,
      resolved,
      { history, fileStore, clock, scenario, urlFetcher },
      seed,
    );
    const branches = [...next.identicalBranches.values()].slice(0, MAX_IDENTICAL_BRANCHES_SHOWN);
    for (const line of [...source.documentFaults, ...branches.map(({ fault }) => `${fault}.`)])
      resolved.onNotice(line);
    return { next, rules: await initialRules(options.scenario, next.targets) };
  };
  const first = await load();
  let shared = first.next;
  scenario.start(first.rules);
  let stores = new Stores(shared, keptFolder);
  let apiOrigin: string | undefined;
  const listeners: Listener[] = [];

  return {
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const sent = fromRequest(request);
      const handled = handleRequest(sent, stores.of(sent));
      return toResponse(await Promise.race([handled, untilAborted(request)]), request);
    },
    listen: async (listenOptions = {}) => {
      const handle = (request: MockRequest) => handleRequest(request, stores.of(request), apiOrigin);
      const listener = await startServer(handle, () => shared.problemEnvelope, listenOptions);
      const [apiServer] = shared.hosts.keys();
      if (listenOptions.server !== undefined && listenOptions.server === apiServer) apiOrigin = listener.url;
      listeners.push(listener);
      return listener;
    },
    reset: () => stores.all().forEach(resetMock),
    advance: (duration) => {
      const ms = typeof duration === "number" ? duration : parseDuration(duration);
      if (ms === null) throw new TypeError(`${duration} is not a duration such as 500ms, 10s or 2m.`);
      clock.advance(ms);
    },
    scenario: (rules) => scenario.add(checkedRules(rules, shared.targets)),
    state: () => stores.all().flatMap(mediaOf),
    reload: async () => {
      const { next, rules } = await load();
      if (keptFolder === null) for (const { files } of stores.all()) files.clear();
      shared = next;
      scenario.start(rules);
      stores = new Stores(shared, keptFolder);
    },
    close: async () => {
      urlFetcher.abort();
      await Promise.all(listeners.splice(0).map((listener) => listener.close()));
      fileStore.close();
      await keptFolder?.close();
    },
  };
}

const MAX_IDENTICAL_BRANCHES_SHOWN = 5;

/** The clock of a deterministic mock stands still at this time until it is advanced. */
const DETERMINISTIC_START = Date.parse("2024-03-21T00:00:00Z");
