// @ts-nocheck: it is run with the client as installed
import { runCases } from "./cases.mjs";
import { runHooks } from "./hooks.mjs";

export default {
  async fetch(request) {
    const { base, image } = await request.json();
    const results = await runCases({ base, image, path: null });
    return Response.json({ ...results, hooks: await runHooks(base) });
  },
};
