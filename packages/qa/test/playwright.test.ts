import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Exchange } from "@ittybit/contract";
import { createMock, type Mock } from "@ittybit/mock";
import { hasChromium, serveChromium } from "@ittybit/test-support/browsers/chromium";
import { qa } from "@ittybit/test-support/commands/qa";
import { openTestServer, replay, type TestServer } from "@ittybit/test-support/servers/test-server";
import { altered } from "@ittybit/test-support/traffic/faulty-traffic";
import { toLine } from "@ittybit/test-support/traffic/traffic";
import type { BrowserServer } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtScripts } from "../../../scripts/cache/shared-builds.js";
import type { ReportFinding } from "../src/index.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** What the runner says of one attempt at one test. */
interface Outcome {
  readonly status: string;
  readonly message: string;
  readonly attachments: readonly { readonly name: string; readonly body: string }[];
}

const faultyResponse = altered("/media/med_123", (body) => delete body.data.kind);
const drift = altered("/media/med_123", (body) => Object.assign(body.data, { brand: "new" }));
const clean = altered("/media", () => undefined);

const cors = [
  ["access-control-allow-origin", "*"],
  ["access-control-allow-headers", "*"],
] as const;
const shown = ({ request, response }: Exchange): Exchange => ({
  request,
  response: { ...response, headers: [...response.headers, ...cors] },
});

/** Responds with faults, and with bodies that never end. */
function respondFaulty(request: IncomingMessage, response: ServerResponse): void {
  const { method, url } = request;
  const headers = Object.fromEntries(cors);
  if (method === "OPTIONS") response.writeHead(204, headers).end();
  else if (url === "/media/med_123") replay(shown(faultyResponse))(request, response);
  else if (url === "/media/med_124") replay(shown(drift))(request, response);
  else if (url === "/media") replay(shown(clean))(request, response);
  else if (url === "/moved") response.writeHead(302, { ...headers, Location: "/media" }).end();
  else if (url === "/events")
    response.writeHead(200, { ...headers, "Content-Type": "text/event-stream" }).write("data: 1\n\n");
}

/** A page, and a service worker that asks for the URL after its question mark. */
function respondApp({ url }: IncomingMessage, response: ServerResponse): void {
  const isWorker = url?.startsWith("/worker.js");
  response.writeHead(200, { "Content-Type": isWorker ? "text/javascript" : "text/html" });
  response.end(isWorker ? worker : "<!doctype html><title>App</title>");
}

const worker = `addEventListener("install", (event) => event.waitUntil(
  fetch(location.search.slice(1), { headers: { Authorization: "Bearer key" } }).then((response) => response.text()),
));`;

describe.skipIf(!hasChromium)("the Playwright fixture, in the real runner", () => {
  const output = mkdtempSync(join(tmpdir(), "qa-playwright-"));
  let mock: Mock;
  let app: TestServer;
  let server: TestServer;
  let browser: BrowserServer;
  let outcomes: ReadonlyMap<string, Outcome>;

  beforeAll(async () => {
    [mock, app, server, browser] = await Promise.all([
      createMock(),
      openTestServer(),
      openTestServer(),
      serveChromium(),
    ]);
    app.respond = respondApp;
    server.respond = respondFaulty;
    const { url } = await mock.listen({ port: 0 });
    outcomes = await runner({
      QA_API: url,
      QA_APP: app.url,
      QA_BROWSER: browser.wsEndpoint(),
      QA_FAULTY: server.url,
      QA_FIXTURES: join(await builtScripts("qa"), "playwright.js"),
      QA_OUTPUT: output,
    });
  });
  afterAll(async () => {
    await Promise.all([mock?.close(), app?.close(), server?.close(), browser?.close()]);
    rmSync(output, { recursive: true });
  });

  test.each(["a page", "a form", "an upload", "request", "what cannot be read", "drift"])(
    "passes what matches the contract: %s",
    (title) => {
      expect(outcomes.get(title)).toMatchObject({ status: "passed", message: "" });
    },
  );

  test.each([
    "a faulty response to a page",
    "a faulty response to a popup",
    "a faulty response to a service worker",
    "a faulty response to a context of one's own",
    "a faulty response to request",
    "a faulty response to the request of a page",
  ])("fails %s, with the fingerprint that check gives it", async (title) => {
    const { status, message, attachments = [] } = outcomes.get(title) ?? {};
    expect(status).toBe("failed");
    expect(message).toMatch(
      /ContractViolationError: GET http:\/\/127.*\/media\/med_123 → 200 does not match the contract:\n {2}error: .*"kind".*\(spec\/[\w/]+\.yaml:\d+/,
    );
    const { out } = await qa(["check", "-", "--report", "json"], toLine(faultyResponse));
    expect(message).toContain(`id ${JSON.parse(out).findings[0].fingerprint}`);
    expect(attachments.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["contract.json", "contract.txt"]),
    );
  });

  test("fails drift where warnings fail, and a contract that cannot be used", () => {
    const message = (title: string) => outcomes.get(title)?.message;
    expect(message("drift, where warnings fail")).toContain(
      'warning: response body at /data: property "brand"',
    );
    expect(message("a contract that is not there")).toContain("none.yaml");
  });

  test("leaves a report of each worker, and merge joins them", async () => {
    const folder = join(output, "contract");
    const files = readdirSync(folder).map((file) => join(folder, file));
    expect(files.length).toBeGreaterThan(1);
    const { code, out } = await qa(["merge", ...files, "--report", "json"]);
    const { exchanges, findings } = JSON.parse(out);
    const codes = findings.map(({ count, message }: ReportFinding) => [count, message]);
    expect(codes).toContainEqual([6, expect.stringContaining('"kind"')]);
    expect([code, exchanges.checked]).toEqual([1, 3 + 2 + 1 + 6 + 3 + 1 + 1 + 6]);
  });
});

/** Runs `playwright test` as a process. */
async function runner(env: Readonly<Record<string, string>>): Promise<Map<string, Outcome>> {
  const cli = join(root, "node_modules/@playwright/test/cli.js");
  const config = join(root, "packages/qa/test/fixtures/playwright");
  const child = spawn(process.execPath, [cli, "test", "-c", config, "--reporter=json"], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  await once(child, "close");
  return outcomesOf(JSON.parse(out));
}

// biome-ignore lint/suspicious/noExplicitAny: the runner's own report
function outcomesOf(report: any): Map<string, Outcome> {
  // biome-ignore lint/suspicious/noExplicitAny: the runner's own report
  const specsOf = (suite: any): any[] => [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
  return new Map(
    report.suites.flatMap(specsOf).map(({ title, tests }: ReturnType<typeof specsOf>[number]) => {
      const { status, error, attachments } = tests[0].results[0];
      return [title, { status, message: error?.message ?? "", attachments }];
    }),
  );
}
