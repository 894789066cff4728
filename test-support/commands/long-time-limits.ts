const script = `const start = globalThis.setTimeout;
globalThis.setTimeout = (run, ms, ...more) => start(run, ms >= 1000 ? ms * 60 : ms, ...more);`;

/**
 * Flags of Node for a process whose time limits, of a second or more, are sixty times as long: what it does within them
 * then depends on no machine.
 *
 * @example
 *   spawn(process.execPath, [...LONG_TIME_LIMITS, "bin.js"]);
 */
export const LONG_TIME_LIMITS: readonly string[] = [
  "--import",
  `data:text/javascript,${encodeURIComponent(script)}`,
];
