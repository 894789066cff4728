import { DEFAULT_PORTS } from "@ittybit/contract/default-ports";
import type { ListenAddress } from "../proxy/listener.js";
import { UsageError } from "../usage-error.js";

/** Where the proxy listens unless told otherwise. */
export const DEFAULT_LISTEN = `127.0.0.1:${DEFAULT_PORTS.proxy}`;

/** `127.0.0.1:4020`, `[::1]:4020`, `:4020` or `4020`; the host is 127.0.0.1 where none is named. @throws UsageError */
export function readListenAddress(text: string): ListenAddress {
  const [, bracketed, named, port = ""] = /^(?:(?:\[([^[\]]+)\]|([^:[\]]*)):)?(\d{1,5})$/.exec(text) ?? [];
  if (port !== "" && Number(port) <= 65_535) {
    return { host: bracketed ?? (named || "127.0.0.1"), port: Number(port) };
  }
  throw new UsageError(`--listen ${text} is not HOST:PORT, such as ${DEFAULT_LISTEN}.`);
}

/** Whether only this machine can connect there. */
export function isLoopback({ host }: ListenAddress): boolean {
  return host === "localhost" || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host);
}
