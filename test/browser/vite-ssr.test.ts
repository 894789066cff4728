import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createMock } from "@ittybit/mock";
import { expect, test } from "vitest";
import { layOut } from "../../bench/client/environments/lay-out.js";
import { VITE_SSR } from "../../bench/client/environments/processes.js";

const IMAGE = fileURLToPath(new URL("../fixtures/media/image.png", import.meta.url));

// `npm run bench -- client-environments` does the same in thirteen other environments.
test("the client works in what Vite builds for a server, with each source and with hooks", async () => {
  const folder = await mkdtemp(join(tmpdir(), "ittybit-ssr-"));
  const mock = await createMock();
  try {
    await layOut(folder);
    const { url: api } = await mock.listen({ port: 0 });
    const results = await VITE_SSR.run({ folder, api, path: IMAGE });
    expect(Object.keys(results ?? {})).toHaveLength(14);
    expect(new Set(Object.values(results ?? {}))).toEqual(new Set(["yes"]));
  } finally {
    await mock.close();
    await rm(folder, { recursive: true, force: true });
  }
});
