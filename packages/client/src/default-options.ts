/**
 * Every default of the client's options, except the pauses of a wait, which poll-interval.ts has. The docblocks of the
 * options and the table in README.md repeat the values, and a test compares them.
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
