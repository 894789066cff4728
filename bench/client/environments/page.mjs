// @ts-nocheck: it is run with the client as installed
import { runCases } from "./cases.mjs";
import { runHooks } from "./hooks.mjs";

globalThis.runAll = async (base, image) => {
  const results = await runCases({ base, image, path: null });
  return { ...results, hooks: await runHooks(base) };
};
