/** Drift that is known and accepted for a while. Missing fields match anything. */
export interface Allowance {
  readonly fingerprint?: string;
  readonly code?: string;
  readonly operationId?: string;
  /** Property, header or parameter that the finding is about. */
  readonly name?: string;
  /** Why it is accepted. */
  readonly reason: string;
  /** Last day on which it is accepted, `YYYY-MM-DD`. */
  readonly until: string;
}

/**
 * Options of a contract.
 *
 * @example
 * ```ts
 * import contract, { type ContractOptions } from "@ittybit/contract";
 *
 * const options: ContractOptions = { strict: true, hosts: { "localhost:4010": "api.ittybit.com" } };
 * const strict = contract.with(options);
 * ```
 */
export interface ContractOptions {
  /** A violation of an inferred fact is an error, like that of a documented one. @default false */
  readonly strict?: boolean;
  /**
   * An undocumented query parameter is a violation instead of drift. OpenAPI does not forbid them.
   * @default false, and true for the Ittybit contract
   */
  readonly closedQuery?: boolean;
  /** How severe drift is. @default "warning" */
  readonly drift?: "error" | "warning";
  /** Known drift; it becomes `info` until its day has passed. Needs `today`. @default [] */
  readonly allow?: readonly Allowance[];
  /** Today as `YYYY-MM-DD`, for the expiry of `allow`. @default null: every allowance counts as expired */
  readonly today?: string | null;
  /**
   * Hosts of the traffic to hosts of the contract, such as `{"localhost:4010": "api.ittybit.com"}`; `"*"` on
   * the left for any other host, on the right for all servers at once. @default {}
   */
  readonly hosts?: Readonly<Record<string, string>>;
  /** Bodies over this many bytes are not read into memory, but reported as unchecked. @default 16 MiB */
  readonly maxBodyBytes?: number;
  /** Multipart parts beyond this number are a finding. @default 1000 */
  readonly maxParts?: number;
}

export interface ResolvedOptions extends Required<ContractOptions> {}

export function resolveOptions(options: ContractOptions): ResolvedOptions {
  return {
    strict: options.strict ?? false,
    closedQuery: options.closedQuery ?? false,
    drift: options.drift ?? "warning",
    allow: options.allow ?? [],
    today: options.today ?? null,
    hosts: options.hosts ?? {},
    maxBodyBytes: options.maxBodyBytes ?? 16 * 1024 * 1024,
    maxParts: options.maxParts ?? 1000,
  };
}

/** Whether an allowance is valid on a day. ISO dates compare as text. */
export function isCurrent(allowance: Allowance, today: string | null): boolean {
  return today !== null && today <= allowance.until;
}
