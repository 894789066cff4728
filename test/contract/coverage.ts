/**
 * How far a status of an operation was tried. `caused`: a request brought it, as it would on a live API.
 * `asked`: a mock sent it because `Prefer` named it, which says nothing about a live API.
 */
export type State = "caused" | "asked" | "failed" | "not exercised";

const MARKS = { caused: "ok", asked: "asked", failed: "FAIL", "not exercised": "-" } as const;

/** What was tried, and the outcome: operations × statuses. */
export class Coverage {
  readonly #states = new Map<string, Map<string, State>>();

  /** Starts with every column of every operation as not exercised. */
  constructor(columns: Readonly<Record<string, readonly string[]>>) {
    for (const [operation, names] of Object.entries(columns)) {
      this.#states.set(operation, new Map(names.map((name) => [name, "not exercised"])));
    }
  }

  mark(operation: string, column: string, state: State): void {
    this.#states.get(operation)?.set(column, state);
  }

  /** The cells in a state, as `operation column`. */
  cells(state: State): string[] {
    return [...this.#states].flatMap(([operation, columns]) =>
      [...columns].filter(([, found]) => found === state).map(([column]) => `${operation} ${column}`),
    );
  }

  /** As text: a row for each operation, a column for each status, blank where none is documented. */
  table(): string {
    const columns = [...new Set([...this.#states.values()].flatMap((row) => [...row.keys()]))].sort();
    const width = Math.max(...columns.map((column) => column.length), 5);
    const name = Math.max(...[...this.#states.keys()].map((operation) => operation.length));
    const line = (first: string, cells: readonly string[]) =>
      [first.padEnd(name), ...cells.map((cell) => cell.padEnd(width))].join("  ").trimEnd();
    const rows = [...this.#states].map(([operation, row]) =>
      line(
        operation,
        columns.map((column) => {
          const state = row.get(column);
          return state === undefined ? "" : MARKS[state];
        }),
      ),
    );
    return [
      line("", columns),
      ...rows,
      "ok: caused by a request   asked: asked for with Prefer   FAIL: failed   -: not exercised",
    ].join("\n");
  }
}
