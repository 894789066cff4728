// @ts-nocheck: it is run with the client as installed
// Has the globals of Vitest's environment of this name, and runs the same.
import { builtinEnvironments } from "vitest/runtime";

const [name] = process.argv.slice(2);
await builtinEnvironments[name].setup(globalThis, {});
process.argv.splice(2, 1);
await import("./server.mjs");
