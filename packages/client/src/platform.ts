import { VERSION } from "./version.js";

const { process } = globalThis as { process?: { versions?: { node?: string } } };

/** Whether this is Node, Bun or Deno, where `fetch` sends a body while it is read. */
export const ON_SERVER = Boolean(process?.versions?.node);

/** Browsers name themselves. */
export const USER_AGENT = ON_SERVER ? { "User-Agent": `ittybit-client/${VERSION}` } : {};
