import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { openDownload } from "../../src/fetch-url/download.js";
import { isPublicAddress } from "../../src/fetch-url/public-address.js";
import { createMock, type Mock, type MockOptions } from "../../src/index.js";
import { call, form } from "../call-mock.js";

const video = await readFile(new URL("../../../../test/fixtures/media/video.mp4", import.meta.url));

const paths: Readonly<Record<string, () => [status: number, headers: object, body: Uint8Array]>> = {
  "/harbour.mp4": () => [200, { "Content-Type": "text/plain" }, video],
  "/moved": () => [302, { Location: "/harbour.mp4" }, Buffer.alloc(0)],
  "/loop": () => [302, { Location: "/loop" }, Buffer.alloc(0)],
  "/file": () => [302, { Location: "file:///etc/passwd" }, Buffer.alloc(0)],
  "/page.html": () => [200, {}, Buffer.from("<!doctype html>")],
  "/short.mp4": () => [200, { "Content-Length": String(video.length + 9) }, video],
};
const server = createServer((request, response) => {
  const [status, headers, body] = paths[request.url ?? ""]?.() ?? [404, {}, Buffer.alloc(0)];
  response.writeHead(status, { Connection: "close", ...headers });
  response.write(body, () => (request.url === "/short.mp4" ? response.destroy() : response.end()));
});
const port = () => (server.address() as AddressInfo).port;
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

let mock: Mock;
const notices: string[] = [];
afterEach(async () => {
  notices.length = 0;
  await mock?.close();
});

async function open(options: MockOptions = {}) {
  const onNotice = (message: string) => notices.push(message);
  mock = await createMock({ seed: "empty", fetchUrls: true, allowPrivateUrls: true, onNotice, ...options });
}

async function ingest(path: string, to = "/media") {
  const body = form({ url: path.startsWith("http") ? path : `http://127.0.0.1:${port()}${path}` });
  return (await call(mock, "POST", to, { body })).body.data;
}

const settled = (id: string) =>
  expect.poll(async () => {
    const { data } = (await call(mock, "GET", `/media/${id}`)).body;
    return ["uploading", "pending"].includes(data.status) ? null : data;
  });

it("fetches a file, through redirects, and serves its bytes", async () => {
  await open();
  const { id, status } = await ingest("/harbour.mp4");
  expect(status).toBe("uploading");
  await settled(id).toMatchObject({
    status: "complete",
    filename: "harbour.mp4",
    filesize: video.length,
    width: 160,
    duration: 1,
    sources: [{ original: true, type: "video/mp4" }],
  });
  const { data } = (await call(mock, "GET", `/media/${id}`)).body;
  const served = await mock.fetch(data.urls.playback);
  expect(Buffer.from(await served.arrayBuffer()).equals(video)).toBe(true);
  await settled((await ingest("/moved")).id).toMatchObject({ status: "complete", kind: "video" });
});

it.each([
  ["/none", "127.0.0.1:PORT returned 404"],
  ["/loop", "more than 5 redirects"],
  ["/file", "file: is not fetched, only http: and https:"],
  ["/page.html", "the file is not media"],
  ["/short.mp4", "aborted"],
  ["http://127.0.0.1:1/a.mp4", "127.0.0.1:1: connect ECONNREFUSED 127.0.0.1:1"],
])("%s fails, and the log says why", async (path, reason) => {
  await open();
  const { id } = await ingest(path);
  await settled(id).toMatchObject({ status: "failed", sources: [] });
  expect(notices).toEqual([`The URL of ${id} was not fetched: ${reason.replace("PORT", `${port()}`)}.`]);
});

it("a file of another kind, or larger than the storage, fails", async () => {
  await open({ maxStorage: 1000 });
  await settled((await ingest("/harbour.mp4")).id).toMatchObject({ status: "failed" });
  await mock.close();
  await open();
  await settled((await ingest("/harbour.mp4", "/images")).id).toMatchObject({ status: "failed" });
});

it("private addresses are refused, however they are written, unless they are allowed", async () => {
  await open({ allowPrivateUrls: false });
  for (const host of ["127.0.0.1", "localhost", "[::1]", "0x7f.1", "2130706433", "[::ffff:127.0.0.1]"]) {
    const { id } = await ingest(`http://${host}:${port()}/harbour.mp4`);
    await settled(id).toMatchObject({ status: "failed" });
  }
  expect(notices).toHaveLength(6);
  expect(notices.join()).not.toContain("harbour");
  for (const notice of notices) expect(notice).toContain("is not a public address");
});

it("a name of which one address is private is refused; redirects are checked again, and a name leads to the address that was checked only", async () => {
  const resolved: string[] = [];
  const options = (addresses: string[], allowPrivate = false) => ({
    allowPrivate,
    signal: AbortSignal.timeout(60_000),
    resolve: async (host: string) => {
      resolved.push(host);
      return addresses;
    },
  });
  const refused = "is not a public address";
  await expect(openDownload("http://a.test/", options(["93.184.216.34", "10.0.0.1"]))).rejects.toThrow(
    refused,
  );
  const response = await openDownload(`http://a.test:${port()}/moved`, options(["127.0.0.1"], true));
  expect([response.statusCode, resolved]).toEqual([200, ["a.test", "a.test", "a.test"]]);
  response.destroy();
});

it("without --fetch-urls, a placeholder is played", async () => {
  await open({ fetchUrls: false });
  await settled((await ingest("/harbour.mp4")).id).toMatchObject({
    status: "complete",
    sources: [{ original: false }],
  });
});

it("a reset ends what is being fetched", async () => {
  await open();
  await ingest("/harbour.mp4");
  mock.reset();
  await ingest("/moved");
  expect(mock.state()).toHaveLength(1);
});

it.each([
  ["93.184.216.34", true],
  ["2606:4700::1111", true],
  ["10.1.2.3", false],
  ["127.9.9.9", false],
  ["169.254.169.254", false],
  ["172.31.255.255", false],
  ["192.168.0.1", false],
  ["100.100.100.200", false],
  ["0.0.0.0", false],
  ["255.255.255.255", false],
  ["::1", false],
  ["::", false],
  ["fe80::1", false],
  ["fd00:ec2::254", false],
  ["::ffff:8.8.8.8", false],
  ["64:ff9b::7f00:1", false],
  ["2002:7f00:1::", false],
  ["not an address", false],
])("%s is public: %s", (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});
