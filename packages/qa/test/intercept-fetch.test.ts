import { createHash } from "node:crypto";
import { once } from "node:events";
import { openTestServer, replay, type TestServer } from "@ittybit/test-support/servers/test-server";
import { cleanTraffic } from "@ittybit/test-support/traffic/traffic";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Report, withContract } from "../src/index.js";

const key = { Authorization: "Bearer key" };

const documented = (path: string, method: string, status: number) =>
  cleanTraffic.find(({ request, response }) => {
    return request.method === method && request.url.endsWith(path) && response.status === status;
  }) as (typeof cleanTraffic)[number];
const got = documented("/media/med_123", "GET", 200);
const created = documented("/media", "POST", 201);
const tooLarge = documented("/media", "POST", 413);

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

const checkedFetch = (fetch: typeof globalThis.fetch = globalThis.fetch) =>
  withContract(fetch, { hosts: { [server.host]: "*" }, failOn: "never" });

const summaryOf = (report: Report | null) => ({
  checked: report?.exchanges.checked,
  findings: report?.findings.map(({ code, direction, message }) => [code, direction, message]),
});
const notRecorded = (direction: string) => [
  "unchecked",
  direction,
  `${direction} body: not checked: the body was not recorded`,
];
const nothingFound = { checked: 1, findings: [] };

describe("a response", () => {
  test("is the one that fetch gave, with its address, and unread", async () => {
    server.respond = (request, response) => {
      if (request.url === "/media/med_123") replay(got)(request, response);
      else response.writeHead(302, { Location: "/media/med_123" }).end();
    };
    let given: Response | undefined;
    const checked = checkedFetch(async (...call) => {
      given = await fetch(...call);
      return given;
    });
    const response = await checked(`${server.url}/media/med_1`, { headers: key });
    expect(response).toBe(given);
    expect([response.redirected, response.url, response.bodyUsed]).toEqual([
      true,
      `${server.url}/media/med_123`,
      false,
    ]);
    expect(await response.json()).toEqual(JSON.parse(String(Buffer.from(got.response.body as Uint8Array))));
  });

  test("without end is handed on at once, and counted as unchecked", async () => {
    server.respond = (_, response) => {
      response.writeHead(200, { "Content-Type": "text/event-stream" }).write("data: 1\n\n");
    };
    const stop = new AbortController();
    const checked = checkedFetch();
    const response = await checked(`${server.url}/media`, { headers: key, signal: stop.signal });
    const { value } = await (response.body as ReadableStream<Uint8Array>).getReader().read();
    expect(Buffer.from(value as Uint8Array).toString()).toBe("data: 1\n\n");
    expect(summaryOf(checked.report())).toEqual({
      checked: 1,
      findings: [
        ["media-type-undocumented", "response", expect.stringContaining("text/event-stream")],
        notRecorded("response"),
      ],
    });
    stop.abort();
  });

  test("that is larger than 16 MiB is handed on whole, and counted as unchecked", async () => {
    const large = Buffer.alloc(17 * 1024 * 1024, " ");
    server.respond = (_, response) => {
      response.writeHead(200, { "Content-Type": "application/json" }).end(large);
    };
    const checked = checkedFetch();
    const response = await checked(`${server.url}/media`, { headers: key });
    expect((await response.arrayBuffer()).byteLength).toBe(large.length);
    expect(summaryOf(checked.report())).toEqual({
      checked: 1,
      findings: [notRecorded("response")],
    });
  });

  test("that breaks off fails where it is read, and is counted as unchecked", async () => {
    server.respond = (_, response) => {
      response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "100" });
      response.write('{"meta":', () => response.destroy());
    };
    const checked = checkedFetch();
    const response = await checked(`${server.url}/media`, { headers: key });
    await expect(response.text()).rejects.toThrow();
    expect(summaryOf(checked.report()).findings).toEqual([notRecorded("response")]);
  });

  test("that never comes is counted, and the fault of the connection is the caller's", async () => {
    server.respond = (request) => request.destroy();
    const checked = checkedFetch();
    await expect(checked(`${server.url}/media`, { headers: key })).rejects.toThrow("fetch failed");
    expect(checked.report()).toMatchObject({ exchanges: { read: 1, checked: 0, unanswered: 1 } });
  });

  test("of another host is not read", async () => {
    server.respond = (_, response) => response.end("hello");
    let passed: unknown[] = [];
    const checked = withContract((...call) => {
      passed = call;
      return fetch(...call);
    });
    const init = { method: "POST", body: "x" };
    const response = await checked(server.url, init);
    expect(await response.text()).toBe("hello");
    expect([passed[0], passed[1] === init]).toEqual([server.url, true]);
    expect(checked.report()).toMatchObject({ exchanges: { elsewhere: 1, checked: 0 } });
  });
});

const boundary = "cut";
const multipart = { ...key, "Content-Type": `multipart/form-data; boundary=${boundary}` };
const field = (name: string, value: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.mp4"\r\nContent-Type: video/mp4\r\n\r\n`;
const tail = `\r\n--${boundary}--\r\n`;

/** An upload that counts the chunks taken from it. */
function upload(before: string, chunks: number, size: number) {
  const taken = { chunks: 0 };
  const chunk = new Uint8Array(size);
  const parts = (function* () {
    yield Buffer.from(before + head);
    for (let index = 0; index < chunks; index++) yield chunk;
    yield Buffer.from(tail);
  })();
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const next = parts.next();
        if (next.done) controller.close();
        else controller.enqueue(new Uint8Array(next.value));
        taken.chunks += next.done ? 0 : 1;
      },
    },
    { highWaterMark: 0 },
  );
  return { body, taken };
}

describe("an upload", () => {
  test("that is a stream arrives byte for byte, and what stands in it is checked", async () => {
    const hash = createHash("sha256");
    server.respond = async (request, response) => {
      for await (const chunk of request) hash.update(chunk);
      replay(created)(request, response);
    };
    const { body } = upload(field("titel", "Harbour"), 64, 65_536);
    const sent = createHash("sha256").update(field("titel", "Harbour") + head);
    for (let index = 0; index < 64; index++) sent.update(new Uint8Array(65_536));
    const checked = checkedFetch();
    const init = { method: "POST", headers: multipart, body, duplex: "half" } as RequestInit;
    await checked(`${server.url}/media`, init);
    expect(hash.digest("hex")).toBe(sent.update(tail).digest("hex"));
    expect(summaryOf(checked.report()).findings).toEqual([
      [expect.any(String), "request", expect.stringContaining("titel")],
    ]);
  });

  test("that is a stream is never more than a chunk ahead of what is sent", async () => {
    const { body, taken } = upload("", 1_000, 1_024);
    const ahead: number[] = [];
    const checked = checkedFetch(async (_, init) => {
      let sent = 0;
      const reader = (init as { body: ReadableStream<Uint8Array> }).body.getReader();
      while (!(await reader.read()).done) ahead.push(taken.chunks - ++sent);
      const { status, headers, body: content } = created.response;
      return new Response(content as Uint8Array<ArrayBuffer>, {
        status,
        headers: headers.map(([a, b]) => [a, b]),
      });
    });
    const init = { method: "POST", headers: multipart, body, duplex: "half" } as RequestInit;
    await checked(`${server.url}/media`, init);
    expect(Math.max(...ahead)).toBeLessThanOrEqual(1);
    expect(summaryOf(checked.report())).toEqual(nothingFound);
  });

  test("that is refused before it was sent does not wait for the rest", async () => {
    server.respond = (_, response) => {
      const { status, headers, body } = tooLarge.response;
      response.writeHead(status, [...headers.flat(), "Connection", "close"] as string[]).end(body);
    };
    const checked = checkedFetch();
    const { body } = upload("", 4_000, 65_536);
    const init = { method: "POST", headers: multipart, body, duplex: "half" } as RequestInit;
    // the connection may be gone before the response is read: both are an end
    const status = await checked(`${server.url}/media`, init).then(
      (response) => response.status,
      () => "refused",
    );
    expect([413, "refused"]).toContain(status);
    expect(checked.report()?.exchanges.read).toBe(1);
  });

  test.each([
    ["a form", () => formOf("text/plain")],
    ["a form in a Request", () => formOf("text/plain")],
  ])("that is %s is read with its media types", async (title, form) => {
    const lengths: (string | undefined)[] = [];
    server.respond = (request, response) => {
      lengths.push(request.headers["content-length"]);
      replay(created)(request, response);
    };
    const checked = checkedFetch();
    const init = { method: "POST", headers: key, body: form() };
    const url = `${server.url}/media`;
    await (title === "a form" ? checked(url, init) : checked(new Request(url, init)));
    await fetch(url, init);
    expect(lengths[0]).toBe(lengths[1]);
    expect(summaryOf(checked.report()).findings).toEqual([
      ["part-media-type", "request", expect.stringContaining("text/plain")],
    ]);
  });

  test("in a Request that is larger than 16 MiB is sent whole, and counted as unchecked", async () => {
    let size = 0;
    server.respond = (request, response) => {
      request.on("data", (chunk) => {
        size += chunk.length;
      });
      once(request, "end").then(() => replay(created)(request, response));
    };
    const form = new FormData();
    form.set("file", new File([new Uint8Array(20_000_000)], "a.mp4", { type: "video/mp4" }));
    const checked = checkedFetch();
    await checked(new Request(`${server.url}/media`, { method: "POST", headers: key, body: form }));
    expect(size).toBeGreaterThan(20_000_000);
    expect(summaryOf(checked.report()).findings).toEqual([notRecorded("request")]);
  });
});

function formOf(type: string): FormData {
  const form = new FormData();
  form.set("file", new File(["text"], "a.txt", { type }));
  return form;
}
