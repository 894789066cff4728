import type { CliContext } from "./cli-context.js";

/** After the first signal, standard input is read for at most this long, in milliseconds. Kubernetes kills after 30 s. */
const MAX_DRAIN_MS = 10_000;

/** How a command ends on signals. */
export interface InputDrain {
  /** Aborts when reading must stop. */
  readonly signal: AbortSignal;
  clear(): void;
}

/**
 * Reads a pipe to its end on the first signal: a queue counts what it wrote there as delivered. Reading stops at the second
 * signal or after {@link MAX_DRAIN_MS}. Input that is not a pipe stops at the first signal.
 */
export function drainInput({ signal, secondSignal = null, err }: CliContext, readsPipe: boolean): InputDrain {
  if (!readsPipe || secondSignal === null) return { signal, clear: () => {} };
  const stop = new AbortController();
  const ended = new AbortController();
  const end = () => stop.abort();
  let timer: NodeJS.Timeout | undefined;
  const begin = () => {
    err(
      `ittybit-qa: Stopping: standard input is read to its end, for at most ${MAX_DRAIN_MS / 1_000} s. Signal again to stop now.`,
    );
    timer = setTimeout(end, MAX_DRAIN_MS);
  };
  if (signal.aborted) begin();
  else signal.addEventListener("abort", begin, { once: true, signal: ended.signal });
  secondSignal.addEventListener("abort", end, { once: true, signal: ended.signal });
  return {
    signal: stop.signal,
    clear: () => {
      ended.abort();
      clearTimeout(timer);
    },
  };
}
