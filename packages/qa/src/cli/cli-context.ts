import type { Screen } from "./progress-bar.js";

/** Everything a command gets from its process: only `bin.ts` touches the process itself. */
export interface CliContext {
  readonly args: readonly string[];
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Writes to standard output. Resolves to false once the reader has closed the pipe. @throws when it cannot write */
  readonly out: (text: string) => Promise<boolean>;
  /** Writes a line to standard error. */
  readonly err: (line: string) => void;
  /** The terminal behind standard error; null when lines cannot be redrawn there. */
  readonly screen: Screen | null;
  /** Whether standard output shows colours: a terminal, unless NO_COLOR (no-color.org) or TERM=dumb is set. */
  readonly hasColours: boolean;
  /** Number of threads that can run in parallel. */
  readonly cores: number;
  /** Aborts on Ctrl-C and SIGTERM. */
  readonly signal: AbortSignal;
  /** Aborts on the second such signal; null when standard input is not a pipe. @default null */
  readonly secondSignal?: AbortSignal | null;
  /** Today, `YYYY-MM-DD`. */
  readonly today: string;
}
