import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createMock, type Mock } from "@ittybit/mock";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasChromium } from "../../../test/browser/chromium.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** What the runner says of one attempt at one test. */
interface Outcome {
  readonly title: string;
  readonly status: string;
  readonly message: string;
  readonly attachments: readonly { readonly name: string; readonly body: string }[];
}

describe.skipIf(!hasChromium)("the Playwright fixture, in the real runner", () => {
  const output = mkdtempSync(join(tmpdir(), "qa-playwright-"));
  let mock: Mock;
  let app: Server;
  let outcomes: readonly Outcome[];

  beforeAll(async () => {
    mock = await createMock();
    const { url } = await mock.listen({ port: 0 });
    app = createServer((_, response) => {
      response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>App</title>");
    });
    await once(app.listen(0, "127.0.0.1"), "listening");
    outcomes = await runner({ QA_API: url, QA_FAULTY: url, QA_APP: origin(app), QA_OUTPUT: output });
  });
  afterAll(async () => {
    app?.close();
    await mock?.close();
    rmSync(output, { recursive: true });
  });

  test("passes what keeps the contract: a page, a form, an upload, a popup", () => {
    expect(outcomes.map(({ title, status, message }) => [title, status, message])).toEqual([
      ["a page", "passed", ""],
      ["a form", "passed", ""],
      ["an upload", "passed", ""],
      ["a popup", "passed", ""],
    ]);
  });
});

const origin = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** Runs `playwright test` as a process. */
async function runner(env: Readonly<Record<string, string>>): Promise<Outcome[]> {
  const cli = join(root, "node_modules/@playwright/test/cli.js");
  const config = join(root, "packages/qa/test/fixtures/playwright");
  const child = spawn(process.execPath, [cli, "test", "-c", config, "--reporter=json"], {
    env: { ...process.env, ...env, NODE_OPTIONS: "--conditions=@ittybit/source" },
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
function outcomesOf(report: any): Outcome[] {
  // biome-ignore lint/suspicious/noExplicitAny: the runner's own report
  return report.suites.flatMap(({ specs }: any) =>
    // biome-ignore lint/suspicious/noExplicitAny: the runner's own report
    specs.map(({ title, tests }: any) => {
      const { status, error, attachments } = tests[0].results[0];
      return { title, status, message: error?.message ?? "", attachments };
    }),
  );
}
