import { VERSION } from "./version.js";

type Process = {
  versions?: { node?: string };
  getBuiltinModule?: (name: "node:fs") => typeof import("node:fs");
};

const { process } = globalThis as { process?: Process };

/** Whether this is Node, Bun or Deno: `fetch` sends a body while it is read, and there is a disk. */
export const ON_SERVER = Boolean(process?.versions?.node);

/** Browsers name themselves. */
export const USER_AGENT = ON_SERVER ? { "User-Agent": `ittybit-client/${VERSION}` } : {};

/** The file system, where there is one. A bundler for browsers never sees the import. */
export const fileSystem = () => process?.getBuiltinModule?.("node:fs");
