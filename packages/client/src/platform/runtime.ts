import { version } from "@ittybit/openapi/version";

type Events = Pick<typeof import("node:events"), "setMaxListeners">;
interface Process {
  readonly versions?: { readonly node?: string };
  getBuiltinModule?(name: "node:events"): Events;
}

const { process } = globalThis as { process?: Process };

/** Whether this is Node, Bun or Deno, where `fetch` sends a body while it is read. */
export const ON_SERVER = Boolean(process?.versions?.node);

/** A browser sets its own. */
export const USER_AGENT = ON_SERVER ? { "User-Agent": `ittybit-client/${version}` } : {};

/** Lets one signal abort many calls: Node 20 would warn of a leak at the eleventh listener. */
export const allowManyListeners = (signal: AbortSignal): void =>
  process?.getBuiltinModule?.("node:events").setMaxListeners(0, signal);

/**
 * Matches the error of a connection that was never made, so that nothing can have arrived: the codes of Node, which
 * Bun has too, and the message of Deno.
 */
export const NEVER_CONNECTED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$|client error \(Connect\)/;
