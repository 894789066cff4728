import type { OpenApiDocument } from "./document.js";
import type { Exchanged } from "./record.js";

/** What a mock may be told. */
export interface MockOptions {
  /**
   * The OpenAPI 3.1 document to answer from, bundled into one.
   * @default the Ittybit contract
   */
  readonly document?: OpenApiDocument;
  /**
   * File of the OpenAPI 3.1 document to answer from, with all that its `$ref`s lead to.
   * @default the Ittybit contract
   */
  readonly spec?: string | URL;
  /**
   * The one API key that is accepted.
   * @default any
   */
  readonly apiKey?: string;
  /**
   * Every host serves every operation, also the hosts of the contract.
   * @default false
   */
  readonly lenientHosts?: boolean;
  /**
   * Largest request body, in bytes; a larger one is answered with 413.
   * @default no limit
   */
  readonly maxUpload?: number;
  /**
   * Milliseconds before each answer: one number, or least and most, between which each answer's is chosen.
   * @default 0
   */
  readonly latency?: number | readonly [least: number, most: number];
  /** Called once for each answer. */
  readonly onAnswer?: (exchanged: Exchanged) => void;
}

/** Where a mock listens. */
export interface ListenOptions {
  /**
   * TCP port; 0 takes a free one.
   * @default 4010
   */
  readonly port?: number;
  /**
   * The address to bind.
   * @default "127.0.0.1"
   */
  readonly host?: string;
  /**
   * Short name of the server that this port stands for (`api`, `uploads`).
   * @default all of them, told apart by the host of each request
   */
  readonly server?: string;
}

/** Options with every default in place. */
export interface ResolvedOptions {
  readonly apiKey: string | null;
  readonly lenientHosts: boolean;
  readonly maxUpload: number;
  readonly latency: readonly [least: number, most: number];
  readonly onAnswer: (exchanged: Exchanged) => void;
}

export function resolveOptions(options: MockOptions): ResolvedOptions {
  const { latency = 0 } = options;
  return {
    apiKey: options.apiKey ?? null,
    lenientHosts: options.lenientHosts ?? false,
    maxUpload: options.maxUpload ?? Number.POSITIVE_INFINITY,
    latency: typeof latency === "number" ? [latency, latency] : latency,
    onAnswer: options.onAnswer ?? (() => undefined),
  };
}
