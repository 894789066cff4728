import type { Screen } from "./progress-bar.js";

/** What a command needs of the context terminal it. */
export interface CliContext {
  readonly args: readonly string[];
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Writes to standard output; resolves once it is taken, false when nobody reads any more. @throws when it cannot */
  readonly out: (text: string) => Promise<boolean>;
  readonly err: (line: string) => void;
  /** The terminal behind standard error; null where it is none, or one whose lines cannot be written over. */
  readonly screen: Screen | null;
  /** Whether standard output shows colours: a terminal, unless NO_COLOR (no-color.org) or TERM=dumb say otherwise. */
  readonly hasColours: boolean;
  /** Threads that can run at once. */
  readonly cores: number;
  /** Aborts when the process is asked to end (Ctrl-C, SIGTERM). */
  readonly signal: AbortSignal;
  /** Today, `YYYY-MM-DD`. */
  readonly today: string;
}
