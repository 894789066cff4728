/** Whether to run at full scale instead of the scale of an everyday test run. */
const isFull = process.env.MOCK_CONFORMANCE === "full";

/** How much to try: `full` if `MOCK_CONFORMANCE=full` is set. */
export function atScale(full: number, everyday: number): number {
  return isFull ? full : everyday;
}
