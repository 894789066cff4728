import { version } from "@ittybit/openapi/version";

type Events = Pick<typeof import("node:events"), "setMaxListeners">;
interface Process {
  readonly versions?: { readonly node?: string };
  getBuiltinModule?(name: "node:events"): Events;
}

const { process, navigator } = globalThis as { process?: Process; navigator?: { userAgent?: string } };

/** Whether this is Node, Bun or Deno, where `fetch` sends a body while it is read. workerd can look like Node. */
export const ON_SERVER = Boolean(process?.versions?.node) && navigator?.userAgent !== "Cloudflare-Workers";

/** A browser sets its own. */
export const USER_AGENT = ON_SERVER ? { "User-Agent": `ittybit-client/${version}` } : {};

/** Lets one signal abort many calls: Node 20 would warn of a leak at the eleventh listener. */
export function allowManyListeners(signal: AbortSignal): void {
  try {
    process?.getBuiltinModule?.("node:events").setMaxListeners(0, signal);
  } catch {
    // A signal of jsdom, happy-dom or a polyfill, about which Node does not warn.
  }
}

/**
 * Matches the error of a connection that was never made, so that nothing can have arrived: the codes of Node, which
 * Bun has too, and the message of Deno.
 */
export const NEVER_CONNECTED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$|client error \(Connect\)/;

/** Matches the error of a TLS handshake, which fails the same way every time: the codes of Node and Bun, and Deno's message. */
export const TLS_FAILURE = /CERT|_SSL_|_TLS_|EPROTO|UNABLE_TO_VERIFY|peer certificate/;
