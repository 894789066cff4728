/** The first pause between two requests of a wait for processing: the default of the option `interval`. */
export const FIRST_POLL_INTERVAL_MS = 1_000;

/** The factor from each pause of a wait to the next. */
export const POLL_INTERVAL_GROWTH = 1.5;

/** The longest pause of a wait, unless `Retry-After` asks for a longer one. */
export const LONGEST_POLL_INTERVAL_MS = 10_000;
