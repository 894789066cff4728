import { expect, test } from "vitest";
import { sendByXhr } from "../../src/upload/xhr.js";

const url = "https://uploads.ittybit.com/media";
const request = { method: "POST", url, headers: {}, signal: new AbortController().signal };

/** An `XMLHttpRequest` that gets one response as soon as it is sent. */
const respondingWith = (response: { status: number; head?: string; text?: string; url?: string }) =>
  class {
    readonly upload = { onprogress: null, onload: null };
    readonly status = response.status;
    readonly statusText = "As sent";
    readonly responseText = response.text ?? "";
    readonly responseURL = response.url ?? url;
    onload = (): void => undefined;
    onerror = (): void => undefined;
    onabort = (): void => undefined;
    open(): void {}
    setRequestHeader(): void {}
    getAllResponseHeaders = (): string => response.head ?? "";
    send = (): void => this.onload();
    abort(): void {}
  };

const send = (response: Parameters<typeof respondingWith>[0]) =>
  sendByXhr(respondingWith(response), request, new FormData(), () => undefined);

test.each([
  ["a colon in a value", "link: https://a.test/b: c\r\n", [["link", "https://a.test/b: c"]]],
  [
    "no space after the colon",
    "a:1\r\nb: 2\r\n",
    [
      ["a", "1"],
      ["b", "2"],
    ],
  ],
  ["an empty value", "a:\r\n", [["a", ""]]],
  ["no header", "", []],
])("the headers of the response are read: %s", async (_, head, headers) => {
  expect([...(await send({ status: 200, head })).headers]).toEqual(headers);
});

test("a response has the status and the text that came, and none where nothing may come", async () => {
  const response = await send({ status: 413, text: '{"error":{}}' });
  expect([response.status, response.statusText, await response.text()]).toEqual([
    413,
    "As sent",
    '{"error":{}}',
  ]);
  expect((await send({ status: 204 })).body).toBe(null);
});

test.each([
  [url, false],
  ["https://uploads.ittybit.com/v2/media", true],
])("a response from %s: redirected is %s", async (from, redirected) => {
  expect(await send({ status: 200, url: from })).toMatchObject({ url: from, redirected });
});
