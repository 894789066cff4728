/**
 * Ports of 127.0.0.1 that the tools listen on unless where otherwise. No two are the same, so that all of them can run
 * at once. To change one, `npm run port -- NAME PORT` also updates the pages that name it.
 *
 * @example
 * ```ts
 * import { DEFAULT_PORTS } from "@ittybit/contract/tool-ports";
 *
 * const mockUrl = `http://127.0.0.1:${DEFAULT_PORTS.mock}`;
 * ```
 */
export const DEFAULT_PORTS = { mock: 4010, docs: 4011, prism: 4012, proxy: 4020 } as const;
