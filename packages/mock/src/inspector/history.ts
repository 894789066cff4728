import { escapeInvisible } from "@ittybit/contract/escape-invisible";

/**
 * One handled request, as it is logged. Holds neither API keys nor bodies.
 *
 * @example
 * import { createMock, type HistoryEntry } from "@ittybit/mock";
 *
 * const failed: HistoryEntry[] = [];
 * export const mock = await createMock({
 *   onResponse: (entry) => {
 *     if (entry.findings.length > 0) failed.push(entry);
 *   },
 * });
 */
export interface HistoryEntry {
  readonly method: string;
  /** Without the query, which can contain secrets. */
  readonly path: string;
  /** null if the request matches no operation. */
  readonly operationId: string | null;
  readonly status: number;
  /** From the head of the request to its response. */
  readonly milliseconds: number;
  /** What was wrong with the request, or with the response: one sentence each. */
  readonly findings: readonly string[];
}

const MAX_ENTRIES = 50;

/** The last requests, newest first. */
export class History {
  readonly #entries: HistoryEntry[] = [];

  add(entry: HistoryEntry): void {
    this.#entries.unshift(entry);
    if (this.#entries.length > MAX_ENTRIES) this.#entries.pop();
  }

  get entries(): readonly HistoryEntry[] {
    return this.#entries;
  }
}

/** One line for the log. Control and invisible characters are escaped. */
export function formatEntry({ method, path, status, milliseconds, findings }: HistoryEntry): string {
  const faults = findings.length === 0 ? "" : `  ${findings.length} findings: ${findings.join(" ")}`;
  const text = `${method} ${path} ${status} ${milliseconds.toFixed(1)} ms${faults}`;
  return escapeInvisible(text);
}
