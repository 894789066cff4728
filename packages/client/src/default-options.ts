/**
 * Every default of the client's options, in one place. The docblocks of the options and the table in README.md repeat
 * the values, and a test compares them.
 */

/** The time limit of one attempt. */
export const DEFAULT_TIMEOUT_MS = 60_000;

/** The time limit of one attempt that uploads bytes: none. */
export const DEFAULT_UPLOAD_TIMEOUT_MS = 0;

/** The longest wait for the next bytes of a stream that is uploaded. */
export const DEFAULT_IDLE_TIMEOUT_MS = 60_000;

/** Times in milliseconds. */
export const DEFAULT_RETRY = { limit: 2, creates: false, base: 500, cap: 10_000, maxWait: 60_000 };

/** The time limit of a wait for processing. */
export const DEFAULT_WAIT_TIMEOUT_MS = 600_000;

/** The first pause between two requests of a wait for processing. */
export const FIRST_POLL_INTERVAL_MS = 1_000;

/** The factor from each pause of a wait to the next. */
export const POLL_INTERVAL_GROWTH = 1.5;

/** The longest pause of a wait, unless `Retry-After` asks for a longer one. */
export const LONGEST_POLL_INTERVAL_MS = 10_000;
