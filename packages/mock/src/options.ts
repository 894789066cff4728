import { DEFAULT_MAX_STORAGE, DEFAULT_PROCESSING, DEFAULT_SEED } from "./default-options.js";
import type { OpenApiDocument } from "./document/open-document.js";
import type { HistoryEntry } from "./inspector/history.js";
import { folderPath } from "./keep/folder-path.js";
import { type Processing, parseProcessing } from "./library/processing.js";
import type { ScenarioName } from "./scenario/named-scenarios.js";
import type { ScenarioRule } from "./scenario/rule.js";

/**
 * Options of a mock.
 *
 * @example
 * import type { MockOptions } from "@ittybit/mock";
 *
 * export const options: MockOptions = { apiKey: "test", latency: [100, 300], maxUpload: 100_000_000 };
 */
export interface MockOptions {
  /**
   * The OpenAPI 3.0 or 3.1 document to mock, bundled into one object.
   * @default the Ittybit contract
   */
  readonly document?: OpenApiDocument;
  /**
   * File of the OpenAPI 3.0 or 3.1 document to mock. Its `$ref`s to other files are followed.
   * @default the Ittybit contract
   */
  readonly spec?: string | URL;
  /**
   * Folders besides that of `spec` that its `$ref`s may lead to.
   * @default none
   */
  readonly allowRef?: readonly string[];
  /**
   * The only API key to accept.
   * @default any key but `unknown`
   */
  readonly apiKey?: string;
  /**
   * Serve every operation on every host, including the hosts of the contract.
   * @default false
   */
  readonly lenientHosts?: boolean;
  /**
   * Reject invalid requests. Without it they get the example of a valid one, and change nothing. Credentials are required
   * either way.
   * @default true
   */
  readonly validateRequest?: boolean;
  /**
   * Largest request body in bytes. A larger one gets a 413.
   * @default no limit
   */
  readonly maxUpload?: number;
  /**
   * Milliseconds to wait before each response: one number, or a minimum and a maximum to choose from at random.
   * @default 0
   */
  readonly latency?: number | readonly [min: number, max: number];
  /**
   * Keep nothing: respond with the examples of the contract, whatever was created before.
   * @default false
   */
  readonly stateless?: boolean;
  /**
   * When the processing of a new Media ends: `immediate` (by the next request), after a time (`5s`), after a number of
   * reads (`reads=3`), or `manual`.
   * @default "immediate"
   */
  readonly processing?: string;
  /**
   * What the library holds at first: the `examples` of the contract, nothing (`empty`), that many generated media, or
   * the media of a JSON or YAML file.
   * @default "examples"
   */
  readonly seed?: "examples" | "empty" | number | URL;
  /**
   * Create the same ids every time, and start the clock at 2024-03-21T00:00:00Z, where it stands still until it is
   * advanced.
   * @default false
   */
  readonly deterministic?: boolean;
  /**
   * Largest size of all uploaded files together, in bytes. The oldest are evicted, and their media fail; a larger file gets
   * a 413.
   * @default 2 GB
   */
  readonly maxStorage?: number;
  /**
   * Folder in which the library and its files survive restarts. It is created if it does not exist. The seed then counts
   * at the first start and for `reset` only.
   * @default nothing is kept
   */
  readonly keep?: string | URL;
  /**
   * Give each API key a library of its own. Control requests then act on the library of the key that they carry.
   * @default false
   */
  readonly statePerKey?: boolean;
  /**
   * Fetch the files of media that are created from a URL, from public addresses only. A file that cannot be fetched within a
   * minute makes its Media fail.
   * @default false: they play a placeholder
   */
  readonly fetchUrls?: boolean;
  /**
   * Fetch from private addresses, too, such as those of this machine.
   * @default false
   */
  readonly allowPrivateUrls?: boolean;
  /**
   * Rules to start with: a scenario by its name, rules, or a JSON or YAML file of rules.
   * @default no rules
   */
  readonly scenario?: ScenarioName | ScenarioRule | readonly ScenarioRule[] | URL;
  /** Called for each event that is not a response, such as an evicted file. */
  readonly onNotice?: (message: string) => void;
  /** Called once for each response. */
  readonly onResponse?: (entry: HistoryEntry) => void;
}

/**
 * Where a mock listens.
 *
 * @example
 * import type { ListenOptions } from "@ittybit/mock";
 *
 * export const anyFreePort: ListenOptions = { port: 0 };
 */
export interface ListenOptions {
  /**
   * TCP port; 0 for a free one.
   * @default 4010
   */
  readonly port?: number;
  /**
   * Address to bind.
   * @default "127.0.0.1"
   */
  readonly host?: string;
  /**
   * Short name of the server that this port stands for: `api` or `uploads`.
   * @default all of them; the host of each request selects one
   */
  readonly server?: string;
}

/** Options with every default applied. */
export interface ResolvedOptions {
  readonly apiKey: string | null;
  readonly lenientHosts: boolean;
  readonly validateRequest: boolean;
  readonly maxUpload: number;
  readonly latency: readonly [min: number, max: number];
  readonly stateless: boolean;
  readonly processing: Processing;
  readonly seed: NonNullable<MockOptions["seed"]>;
  readonly deterministic: boolean;
  readonly maxStorage: number;
  /** Path of a folder. */
  readonly keep: string | null;
  readonly statePerKey: boolean;
  readonly fetchUrls: boolean;
  readonly allowPrivateUrls: boolean;
  readonly onNotice: (message: string) => void;
  readonly onResponse: (entry: HistoryEntry) => void;
}

/**
 * Applies the defaults.
 * @throws TypeError for an empty API key, which no request could have, and for an unknown kind of processing
 */
export function resolveOptions(options: MockOptions): ResolvedOptions {
  const { latency = 0 } = options;
  if (options.stateless && options.keep !== undefined)
    throw new TypeError("A stateless mock has nothing to keep: leave out stateless or keep.");
  if (options.apiKey === "") throw new TypeError("apiKey must not be empty. Leave it out to accept any key.");
  return {
    apiKey: options.apiKey ?? null,
    lenientHosts: options.lenientHosts ?? false,
    validateRequest: options.validateRequest ?? true,
    maxUpload: options.maxUpload ?? Number.POSITIVE_INFINITY,
    latency: typeof latency === "number" ? [latency, latency] : latency,
    stateless: options.stateless ?? false,
    processing: processing(options.processing ?? DEFAULT_PROCESSING),
    seed: options.seed ?? DEFAULT_SEED,
    deterministic: options.deterministic ?? false,
    keep: options.keep === undefined ? null : folderPath(options.keep),
    statePerKey: options.statePerKey ?? false,
    fetchUrls: options.fetchUrls ?? false,
    allowPrivateUrls: options.allowPrivateUrls ?? false,
    maxStorage: options.maxStorage ?? DEFAULT_MAX_STORAGE,
    onNotice: options.onNotice ?? (() => undefined),
    onResponse: options.onResponse ?? (() => undefined),
  };
}

function processing(text: string): Processing {
  const parsed = parseProcessing(text);
  if (parsed === null) throw new TypeError(`${text} is not a kind of processing: ${PROCESSING_KINDS}`);
  return parsed;
}

const PROCESSING_KINDS = "give immediate, manual, a time such as 5s, or reads=3";
