import type { Exchange, HeaderPair } from "@ittybit/contract";
import { qa } from "@ittybit/test-support/commands/qa";
import { altered } from "@ittybit/test-support/traffic/faulty-traffic";
import { cleanTraffic, plantedKey, toLine } from "@ittybit/test-support/traffic/traffic";
import { expect, test } from "vitest";

/** A response of getMedia with a faulty body. */
const media = (change: (data: Record<string, unknown>) => unknown) =>
  altered("/media/med_123", ({ data }) => change(data as Record<string, unknown>));

const list = cleanTraffic.find(({ request, response }) => {
  return request.method === "GET" && request.url.endsWith("/media") && response.status === 200;
}) as Exchange;
const asked = (url: string): Exchange => ({ ...list, request: { ...list.request, url } });
const exchangeWith = (change: Partial<Exchange["response"]>): Exchange => ({
  ...list,
  response: { ...list.response, ...change },
});
const html: HeaderPair[] = [["Content-Type", "text/html"]];

const table: [string, Exchange, string][] = [
  [
    "a faulty member, with its neighbours",
    media((data) => Object.assign(data, { kind: 7 })),
    `/data {
  "id": "vJ3kq9ZtWm2d"
>   "kind": 7
  "created": "2024-03-20T09:15:30Z"
  … 12 more
}`,
  ],
  [
    "a missing member, after some that are there",
    media((data) => delete data.kind),
    `/data {
  "id": "vJ3kq9ZtWm2d"
  "created": "2024-03-20T09:15:30Z"
  "updated": "2024-03-20T09:16:12Z"
  … 11 more
>   "kind" is missing
}`,
  ],
  [
    "one that the contract does not know",
    media((data) => Object.assign(data, { "brand/x": { a: [], b: 1 } })),
    `/data {
  … 14 more
  "sources": [ 3 items ]
>   "brand/x": { a, b }
}`,
  ],
  [
    "a long value, cut to one line, without what it would do to a terminal",
    media((data) => Object.assign(data, { kind: `a\nb${"c".repeat(100)}` })),
    `/data {
  "id": "vJ3kq9ZtWm2d"
>   "kind": "a\\nb${"c".repeat(54)}…
  "created": "2024-03-20T09:15:30Z"
  … 12 more
}`,
  ],
  ["a body that is no object", exchangeWith({ body: Buffer.from("[]") }), "> [\n]"],
  [
    "a body that is no JSON",
    exchangeWith({ body: Buffer.from("<h1>Bad gateway</h1>\nsorry") }),
    "> <h1>Bad gateway</h1>",
  ],
  [
    "a media type that is not documented",
    exchangeWith({ headers: html, body: Buffer.from("<h1>Hi</h1>") }),
    "> Content-Type: text/html\n<h1>Hi</h1>",
  ],
  [
    "a parameter",
    asked("https://api.ittybit.com/media?page=1&limit=900&order=asc"),
    "?page=1\n> &limit=900\n&order=asc",
  ],
  ["a path", asked("https://api.ittybit.com/movies"), "> GET https://api.ittybit.com/movies"],
];

test.each(table)("shows %s", async (_, exchange, lines) => {
  const { out } = await qa(["check", "-", "--report", "json"], toLine(exchange));
  const [finding] = JSON.parse(out).findings;
  const shown = finding.excerpt.map(({ text, isFault }: { text: string; isFault: boolean }) =>
    isFault ? `> ${text}` : text,
  );
  expect(shown.join("\n")).toBe(lines);
});

test("shows no secret, whatever it is called and whatever it is", async () => {
  const exchange = media((data) => {
    Object.assign(data, { api_key: { is: plantedKey }, kind: `of ${plantedKey}`, token: 12345678 });
  });
  const { out } = await qa(["check", "-", "--report", "json"], toLine(exchange));
  const lines = JSON.parse(out).findings.flatMap(({ excerpt }: { excerpt: { text: string }[] }) => excerpt);
  expect(lines).toContainEqual({ text: '  "kind": "of REDACTED"', isFault: true });
  expect(lines).toContainEqual({ text: '  "token": "REDACTED"', isFault: true });
  expect(lines).toContainEqual({ text: '  "api_key": "REDACTED"', isFault: true });
  expect(JSON.stringify(lines)).not.toContain(plantedKey);
});
