type Events = Pick<typeof import("node:events"), "setMaxListeners">;
interface Process {
  readonly versions?: { readonly node?: string };
  getBuiltinModule?(name: "node:events"): Events;
}

const { process, navigator } = globalThis as { process?: Process; navigator?: { userAgent?: string } };

/** Whether this is Node, Bun or Deno, where `fetch` sends a body while it is read. workerd can look like Node. */
export const ON_SERVER = Boolean(process?.versions?.node) && navigator?.userAgent !== "Cloudflare-Workers";

/** Lets one signal abort many calls: Node 20 would warn of a leak at the eleventh listener. */
export function allowManyListeners(signal: AbortSignal): void {
  try {
    process?.getBuiltinModule?.("node:events").setMaxListeners(0, signal);
  } catch {
    // A signal of jsdom, happy-dom or a polyfill, about which Node does not warn.
  }
}
