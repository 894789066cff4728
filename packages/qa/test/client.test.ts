import { createClient } from "@ittybit/client";
import { createMock, type Mock } from "@ittybit/mock";
import { openTestServer, replay, type TestServer } from "@ittybit/test-support/servers/test-server";
import { altered } from "@ittybit/test-support/traffic/faulty-traffic";
import { mediaFile } from "@ittybit/test-support/traffic/media-file";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type ContractHooksOptions, ContractViolationError, contractHooks } from "../src/client.js";
import type { ReportFinding } from "../src/report/report.js";

const faulty = altered("/media/med_123", (body) => delete body.data.kind);

let server: TestServer;
let mock: Mock;
let url: string;
beforeAll(async () => {
  [server, mock] = await Promise.all([openTestServer(), createMock()]);
  url = (await mock.listen({ port: 0 })).url;
});
afterAll(() => Promise.all([server.close(), mock.close()]));
afterEach(() => vi.restoreAllMocks());

function connected(baseUrl: string, options: ContractHooksOptions = {}) {
  const hooks = contractHooks({ hosts: { [new URL(baseUrl).host]: "*" }, ...options });
  return { hooks, client: createClient({ apiKey: "sk_live_key_of_a_test", baseUrl, retry: 0, ...hooks }) };
}

test("checks every response that a client gets, uploads too, and finds nothing wrong with the mock", async () => {
  const found: ReportFinding[] = [];
  const { client, hooks } = connected(url, {
    failOn: "info",
    strict: true,
    onViolation: (findings) => found.push(...findings),
  });
  const created = await client.media.create({ file: await mediaFile("video.mp4"), title: "Harbour" });
  const id = created.ok ? created.data.id : "";
  await client.media.update(id, { title: "Gulls", metadata: { place: "Ostend" } });
  await client.media.get(id);
  await client.videos.create({ url: "https://example.com/harbour.mp4" });
  await client.media.list({ limit: 2 });
  await client.media.delete(id);
  await client.media.get("unknown0unknown");
  expect(found).toEqual([]);
  expect(hooks.counts()).toEqual({ checked: 7, unchecked: 0, elsewhere: 0, unanswered: 0 });
});

describe("a response that does not match the contract", () => {
  beforeAll(() => {
    server.respond = replay(faulty);
  });

  test("is logged once with console.error, and returned", async () => {
    const logged = vi.spyOn(console, "error").mockReturnValue(undefined);
    const { client, hooks } = connected(server.url);
    const results = [await client.media.get("med_123"), await client.media.get("med_124")];
    expect(results.map(({ ok }) => ok)).toEqual([true, true]);
    expect(logged.mock.calls).toEqual([
      [
        expect.stringMatching(
          /^GET .*\/media\/med_123 → 200 does not match the contract:\n {2}error: .*"kind".* \(spec\//,
        ),
      ],
    ]);
    expect(hooks.counts().checked).toBe(2);
  });

  test("is thrown out of the call where that is asked for, and not tried again", async () => {
    const { client, hooks } = connected(server.url, { onViolation: "throw" });
    const error = await client.media.get("med_123").catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ContractViolationError);
    expect(error.message + JSON.stringify(error.findings)).not.toContain("sk_live_key_of_a_test");
    expect(hooks.counts().checked).toBe(1);
  });

  test("is passed to a function", async () => {
    const found: string[] = [];
    const onViolation = (findings: readonly ReportFinding[]) => {
      found.push(...findings.map(({ fingerprint }) => fingerprint));
    };
    await connected(server.url, { onViolation: onViolation }).client.media.get("med_123");
    expect(found).toEqual([expect.stringMatching(/^\w{16}$/)]);
  });
});

test("counts what never came, and what goes elsewhere", async () => {
  server.respond = (request) => request.destroy();
  const { client, hooks } = connected(server.url);
  const result = await client.media.get("med_123");
  expect(result.ok ? "a response" : result.error.name).toBe("NetworkError");
  expect(hooks.counts()).toMatchObject({ checked: 0, unanswered: 1 });
  server.respond = replay(faulty);
  const other = connected(server.url, { hosts: {} });
  await other.client.media.get("med_123");
  expect(other.hooks.counts()).toMatchObject({ checked: 0, elsewhere: 1 });
});
