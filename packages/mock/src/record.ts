/** One exchange as it is logged. Holds neither keys nor bodies. */
export interface Exchanged {
  readonly method: string;
  /** Without its query, which can hold secrets. */
  readonly path: string;
  readonly operationId: string | null;
  readonly status: number;
  /** From the head of the request to its answer. */
  readonly milliseconds: number;
  /** What was wrong with the request, or with the answer, one sentence each. */
  readonly findings: readonly string[];
}

/** Keeps the last exchanges, the newest first. */
export class History {
  readonly #records: Exchanged[] = [];
  readonly #size: number;

  constructor(size = 50) {
    this.#size = size;
  }

  add(exchanged: Exchanged): void {
    this.#records.unshift(exchanged);
    if (this.#records.length > this.#size) this.#records.pop();
  }

  get last(): readonly Exchanged[] {
    return this.#records;
  }
}

/** One line for people. Control characters cannot break out of it. */
export function lineOf({ method, path, status, milliseconds, findings }: Exchanged): string {
  const faults = findings.length === 0 ? "" : `  ${findings.length} findings: ${findings.join(" ")}`;
  const text = `${method} ${path} ${status} ${milliseconds.toFixed(1)} ms${faults}`;
  return text.replace(/\p{Cc}/gu, (control) => `\\x${control.charCodeAt(0).toString(16).padStart(2, "0")}`);
}
