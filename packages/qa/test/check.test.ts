import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Exchange } from "@ittybit/contract";
import { qa } from "@ittybit/test-support/commands/qa";
import { openTestFolder, type TestFolder } from "@ittybit/test-support/sandboxes/test-folder";
import { altered } from "@ittybit/test-support/traffic/faulty-traffic";
import { cleanTraffic, plantedKey, toHar, toLine, toNdjson } from "@ittybit/test-support/traffic/traffic";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let folder: TestFolder;
beforeAll(async () => {
  folder = await openTestFolder();
});
afterAll(() => folder.remove());

/** A response of getMedia without `kind`. */
const faulty = altered("/media/med_123", (body) => delete body.data.kind);

const fingerprintOf = (line: string) => createHash("sha256").update(line).digest("hex").slice(0, 16);

describe("check", () => {
  test.each([
    ["HAR", "clean.har", toHar(cleanTraffic)],
    ["NDJSON", "clean.ndjson", toNdjson(cleanTraffic)],
    ["HAR with a byte order mark", "mark.har", `\uFEFF${toHar(cleanTraffic)}`],
    ["HAR, indented", "indented.har", JSON.stringify(JSON.parse(toHar(cleanTraffic)), null, 2)],
  ])("finds nothing in the documented responses as %s", async (_, name, content) => {
    expect(await qa(["check", await folder.file(name, content)])).toEqual({
      code: 0,
      out: expect.stringContaining(
        `${cleanTraffic.length} exchanges checked.\n0 errors, 0 warnings, 0 notes.\n`,
      ),
      err: "",
    });
  });

  test.each([
    ["HAR", toHar([...cleanTraffic, faulty])],
    ["NDJSON", toNdjson([...cleanTraffic, faulty])],
  ])("finds a missing property in %s, at its line of the contract", async (_, content) => {
    const { code, out, err } = await qa(["check", "-", "--report", "json"], content);
    expect([code, err]).toEqual([1, ""]);
    expect(JSON.parse(out)).toMatchObject({
      findings: [
        {
          code: "schema",
          severity: "error",
          operationId: "getMedia",
          contract: { file: "spec/components/schemas/MediaSummary.yaml", line: expect.any(Number) },
          count: 1,
        },
      ],
    });
  });

  test("gives one fault the same fingerprint through HAR and NDJSON", async () => {
    const prints = await Promise.all(
      [toHar([faulty]), toNdjson([faulty])].map(
        async (content) =>
          JSON.parse((await qa(["check", "-", "--report", "json"], content)).out).findings[0].fingerprint,
      ),
    );
    expect(prints[0]).toMatch(/^[0-9a-f]{16}$/);
    expect(prints[1]).toBe(prints[0]);
  });

  test("says by whom, where and how to see it again, and keeps the key to itself", async () => {
    const { out } = await qa(["check", "-"], toNdjson([faulty]));
    expect(out).toMatch(/^getMedia {2}1 error\n\n {2}error {2}response body/);
    expect(out).toMatch(/spec\/components\/schemas\/\w+\.yaml:\d+/);
    expect(out).toContain(
      "curl -i https://api.ittybit.com/media/med_123 \\\n      -H 'Authorization: Bearer REDACTED'",
    );
    expect(out).not.toContain(plantedKey);
  });

  test("reports a broken line by its number and goes on", async () => {
    const lines = [toLine(cleanTraffic[0] as Exchange), "{oops", '{"request":{}}', "", toLine(faulty)];
    const { code, out, err } = await qa(["check", "-", "--report", "json"], lines.join("\n"));
    const report = JSON.parse(out);
    expect(code).toBe(1);
    expect(report.exchanges).toMatchObject({ read: 4, checked: 2, broken: 2 });
    expect(report.broken).toEqual([
      { fingerprint: fingerprintOf('{"request":{}}'), count: 1, problem: "line response is not an object" },
      { fingerprint: fingerprintOf("{oops"), count: 1, problem: "line is not JSON (character 1)" },
    ]);
    expect(err).toContain("ittybit-qa: standard input: 2: line is not JSON (character 1).\n");
    const pretty = await qa(["check", "-"], lines.join("\n"));
    expect(pretty.out).toContain("  standard input: 3: line response is not an object\n");
  });

  test("keeps what stood before the end of a file that is cut off, and says so", async () => {
    const har = toHar(cleanTraffic);
    const { code, out } = await qa(["check", "-", "--report", "json"], har.slice(0, har.length - 200));
    const report = JSON.parse(out);
    expect(code).toBe(2);
    expect(report.exchanges).toMatchObject({ checked: cleanTraffic.length - 1, broken: 1 });
    expect(report.broken[0].problem).toBe("entry is cut off: the file ends before its end");
  });

  test("counts what it does not check: other hosts, preflights, requests without a response", async () => {
    const [first] = cleanTraffic as [Exchange];
    const other = { ...first, request: { ...first.request, url: "https://cdn.example.com/a.js" } };
    const preflight = {
      request: {
        method: "OPTIONS",
        url: "https://api.ittybit.com/media",
        headers: [["Access-Control-Request-Method", "GET"]],
      },
      response: { status: 204, headers: [], body: null },
    } as const satisfies Exchange;
    const lines = [first, other, preflight].map((exchange) => toLine(exchange));
    const open = JSON.stringify({ request: first.request, response: null });
    const { code, out } = await qa(["check", "-", "--report", "json"], [...lines, open].join("\n"));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      exchanges: { read: 4, checked: 1, elsewhere: 1, preflight: 1, unanswered: 1 },
      elsewhere: [{ host: "cdn.example.com", count: 1 }],
    });
  });

  test("is not green when nothing was checked", async () => {
    const local = toNdjson(cleanTraffic).replaceAll("api.ittybit.com", "localhost:4010");
    const { code, err } = await qa(
      ["check", "-", "--format", "ndjson"],
      local.replaceAll("uploads.ittybit.com", "localhost:4010"),
    );
    expect(code).toBe(2);
    expect(err).toMatch(/^ittybit-qa: Nothing was checked: all \d+ exchanges went to hosts/);
    expect((await qa(["check", "-"], "")).code).toBe(2);
  });

  test("maps hosts of the traffic to those of the contract", async () => {
    const local = toNdjson(cleanTraffic).replaceAll(/(?:api|uploads)\.ittybit\.com/g, "localhost:4010");
    const { code, out } = await qa(["check", "-", "--server", "http://localhost:4010/=*"], local);
    expect(code).toBe(0);
    expect(out).toContain(`${cleanTraffic.length} exchanges checked.\n0 errors, 0 warnings, 0 notes.\n`);
  });

  test("sees nothing wrong in a faulty request that the API refuses, but in one it accepts", async () => {
    const request = { method: "GET", url: "https://api.ittybit.com/media?limit=900", headers: [] } as const;
    const status = (wanted: number) =>
      cleanTraffic.find(
        ({ request: { url }, response }) => url.endsWith("/media") && response.status === wanted,
      )?.response as Exchange["response"];
    const refused = await qa(
      ["check", "-", "--report", "json"],
      toLine({ request: { ...request, body: null }, response: status(422) }),
    );
    expect(JSON.parse(refused.out)).toMatchObject({ exchanges: { refused: 1 }, findings: [] });
    const accepted = await qa(
      ["check", "-", "--report", "json"],
      toLine({ request: { ...request, body: null }, response: status(200) }),
    );
    expect(
      JSON.parse(accepted.out).findings.map(({ code, at }: { code: string; at: { name: string } }) => [
        code,
        at.name,
      ]),
    ).toEqual([
      ["schema", "limit"],
      ["credentials-missing", "Authorization"],
    ]);
  });

  test("is not green when it was stopped before the end", async () => {
    const ended = new AbortController();
    ended.abort();
    const { code, err } = await qa(["check", "-"], toNdjson(cleanTraffic), ended);
    expect(code).toBe(2);
    expect(err).toContain("Stopped early");
  });

  test("writes several reports at once", async () => {
    const target = folder.at("report.json");
    const { out } = await qa(
      ["check", "-", "--report", "pretty", "--report", `json=${target}`],
      toNdjson([faulty]),
    );
    expect(out).toContain("1 error");
    expect(JSON.parse(await readFile(target, "utf8")).findings).toHaveLength(1);
  });

  test.each(["request", "response"] as const)(
    "reports a HAR entry whose %s headers are a text as unreadable, and shows nothing of it",
    async (side) => {
      const entry = {
        request: { method: "GET", url: "https://api.ittybit.com/media", headers: [] },
        response: { status: 404, headers: [], content: {} },
      };
      const text = { headers: "Authorization: Bearer SECRETxK7vWm2Lp9" };
      const entries = [{ ...entry, [side]: { ...entry[side], ...text } }];
      const har = await folder.file(`text-${side}.har`, JSON.stringify({ log: { entries } }));
      const { code, out } = await qa(["check", har]);
      expect(code).toBe(2);
      expect(out).toContain("the value of headers is not an object");
      expect(out).not.toMatch(/Bearer|-H '0:/);
    },
  );

  test("holds traffic against another document, and tells what it covered", async () => {
    const spec = await folder.file(
      "other.json",
      JSON.stringify({
        openapi: "3.1.0",
        info: { title: "Other", version: "1" },
        jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
        servers: [{ url: "https://other.example.com" }],
        paths: {
          "/a": {
            get: {
              parameters: [{ name: "q", in: "query", schema: { type: "string" } }],
              responses: {
                200: {
                  description: "fine",
                  content: {
                    "application/json": {
                      schema: {
                        type: "object",
                        properties: {
                          b: { type: ["array", "null"], items: { enum: [1, 2] } },
                          c: { oneOf: [{ type: "integer" }, { type: "string" }, { type: "boolean" }] },
                        },
                      },
                    },
                  },
                },
                404: { description: "none" },
              },
            },
          },
        },
      }),
    );
    const exchange = (body: string) => ({
      request: { method: "GET", url: "https://other.example.com/a?q=x", headers: [], body: null },
      response: {
        status: 200,
        headers: [["content-type", "application/json"]] as const,
        body: Buffer.from(body),
      },
    });
    const traffic = toNdjson([exchange('{"b":[1]}'), exchange('{"b":null,"c":"x"}'), exchange('{"c":1}')]);
    const { out } = await qa(["check", "-", "--spec", spec, "--report", "json"], traffic);
    const host = ["other.example.com"];
    expect(JSON.parse(out).coverage).toEqual({
      operations: { "GET /a": host },
      statuses: { "GET /a 200": host, "GET /a 404": [] },
      mediaTypes: { "GET /a 200 application/json": host },
      parameters: { "GET /a query q": host },
      headers: {},
      properties: { "GET /a 200 /b": host, "GET /a 200 /c": host },
      values: { "GET /a 200 /b/* 1": host, "GET /a 200 /b/* 2": [] },
      branches: { "GET /a 200 /c 0": host, "GET /a 200 /c 1": host, "GET /a 200 /c 2": [] },
      nulls: { "GET /a 200 /b null": host, "GET /a 200 /b present": host },
      arrays: { "GET /a 200 /b empty": [], "GET /a 200 /b filled": host },
    });
  });
});
