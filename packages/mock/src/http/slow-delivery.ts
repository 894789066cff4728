/** Pieces in which `fault=slow` sends a response. */
export const SLOW_CHUNKS = 10;

/** Pause between two of them, in milliseconds. */
export const SLOW_PAUSE_MS = 200;
