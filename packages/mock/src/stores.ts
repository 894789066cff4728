import type { MockContext, SharedContext } from "./context.js";
import { FILES_PATH } from "./files/file-path.js";
import type { MockRequest } from "./http/message.js";
import type { KeptFolder } from "./keep/kept-folder.js";
import { sentApiKey } from "./request/api-key.js";
import { pathOf } from "./request/destination.js";
import { createLibrary } from "./response/create-library.js";
import { ResponseCache } from "./response/response-cache.js";
import { storeName } from "./store-name.js";

/** Stores in memory. Past them, the one that was used the longest ago is dropped, unless it is kept. */
const MAX_STORES = 1000;

/** The stores of a mock: one for all API keys, or one for each. */
export class Stores {
  readonly #shared: SharedContext;
  readonly #keptFolder: KeptFolder | null;
  readonly #contexts = new Map<string | null, MockContext>();

  constructor(shared: SharedContext, keptFolder: KeptFolder | null) {
    this.#shared = shared;
    this.#keptFolder = keptFolder;
    if (!shared.options.statePerKey) this.#open(null);
  }

  /** Every store in use. */
  all(): MockContext[] {
    return [...this.#contexts.values()];
  }

  /** The context of a request: that of its API key, or of the store that its URL names. */
  of(request: MockRequest): MockContext {
    const { statePerKey } = this.#shared.options;
    return this.#open(statePerKey ? this.#storeOf(request) : null);
  }

  /** A file is gone: its Media fails. A store that is not in use finds out when it is opened again. */
  failWithoutFile(store: string | null, id: string): void {
    this.#contexts.get(store)?.library?.failWithoutFile(id);
  }

  readonly #names = (): string[] => [...this.#contexts.keys()].filter((name) => name !== null);

  #storeOf({ url, headers }: MockRequest): string {
    const named = STORE_IN_URL.exec(url)?.[1];
    if (named !== undefined && this.#contexts.has(named)) return named;
    const [, inPath] = FILE_PATH.exec(pathOf(url)) ?? [];
    return inPath ?? storeName(sentApiKey(this.#shared.contract.operations, headers));
  }

  #open(store: string | null): MockContext {
    const known = this.#contexts.get(store);
    this.#contexts.delete(store);
    const context = known ?? { ...createStore(this.#shared, store, this.#keptFolder), stores: this.#names };
    this.#contexts.set(store, context);
    if (this.#contexts.size > MAX_STORES) this.#dropOldest();
    return context;
  }

  #dropOldest(): void {
    const [oldest] = this.all();
    if (oldest === undefined) return;
    this.#contexts.delete(oldest.store);
    if (oldest.kept === null) {
      oldest.files.clear();
      this.#shared.options.onNotice(
        `More than ${MAX_STORES} API keys: the state of the one that was used the longest ago is lost.`,
      );
    }
  }
}

const FILE_PATH = new RegExp(`^${FILES_PATH}/([\\da-f]{16})/[^/]+/[^/]+$`);

/** `/__mock?store=NAME`, as the page links to itself. */
const STORE_IN_URL = /\/__mock[^?#]*\?store=([\da-f]{16})$/;

function createStore(
  shared: SharedContext,
  store: string | null,
  keptFolder: KeptFolder | null,
): Omit<MockContext, "stores"> {
  const kept = keptFolder?.library(store) ?? null;
  const snapshots = new Map(kept?.state?.snapshots);
  const library = shared.libraryOperations.size === 0 ? null : createLibrary(shared, store, kept);
  if (library !== null) kept?.attach(library, snapshots);
  return {
    ...shared,
    store,
    library,
    files: shared.fileStore.of(store),
    snapshots,
    kept,
    failedOnce: new Set(),
    responseCache: new ResponseCache(),
  };
}
