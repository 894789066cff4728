import ittybit, { type Exchange, type HeaderPair } from "@ittybit/contract";
import { createRedactor } from "@ittybit/contract/redaction";
import { cleanTraffic } from "@ittybit/test-support/traffic/traffic";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

/** Exchanges to generate; `QA_RECHECK_RUNS=10000` for a long run. */
const runs = Number(process.env.QA_RECHECK_RUNS ?? 300);

const redactor = createRedactor({ vocabulary: ittybit.vocabulary });

function redacted(exchange: Exchange): Exchange {
  const open = redactor.open(exchange);
  return { request: open.request(), response: open.response() };
}

async function fingerprints(exchange: Exchange): Promise<string[]> {
  const { findings } = await ittybit.check(exchange);
  return findings.map(({ fingerprint }) => fingerprint).sort();
}

/** Ordinary words: of the contract, of HTTP, dates and numbers. As a credential they hide nothing else. */
const WORDS = [
  "2024-03-20T09:15:30Z",
  "2024-03-21",
  "api.ittybit.com",
  "application/json",
  "complete",
  "created",
  "https",
  "image",
  "ittybit",
  "limit",
  "media",
  "orderBy",
  "uploads",
  "video",
  "12345",
  "1920",
  "null",
];

const credential = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/),
  fc.string({ minLength: 1, maxLength: 20 }).filter((text) => !/[\r\n\0]/.test(text)),
);

const base64 = (text: string) => Buffer.from(text).toString("base64");

/** Headers that carry a credential, each in another way. */
const headers: readonly ((secret: string) => HeaderPair)[] = [
  (secret) => ["Authorization", `Bearer ${secret}`],
  (secret) => ["Authorization", `Basic ${base64(`${secret}:pw12345`)}`],
  (secret) => ["Authorization", `Basic ${base64(`user:${secret}`)}`],
  (secret) => ["Authorization", secret],
  (secret) => ["Cookie", `theme=${secret}; a=b`],
  (secret) => ["X-Api-Key", secret],
];

const suffixes: readonly ((secret: string) => string)[] = [
  () => "",
  () => "?limit=5",
  () => "?limit=251&order=up",
  (secret) => `?token=${encodeURIComponent(secret)}`,
  (secret) => `?limit=5&access_token=${secret}`,
  (secret) => `#id_token=${encodeURIComponent(secret)}`,
];

// biome-ignore lint/suspicious/noExplicitAny: bodies are changed by hand
type Change = (body: any, secret: string) => unknown;

const changes: readonly Change[] = [
  () => {},
  (body) => delete body.meta,
  (body) => delete (body.data ?? body.error)?.kind,
  (body, secret) => Object.assign(body.data ?? body.error, { title: `of ${secret}` }),
  // a property that is named like a key has to go, and its finding with it: names here are words
  (body, secret) => WORDS.includes(secret) && Object.assign(body, { [secret]: 1 }),
  (body, secret) => Object.assign(body, { note: { token: secret, list: [secret] } }),
  (body, secret) => Object.assign(body.data ?? {}, { created: secret }),
  (body, secret) => Object.assign(body.meta, { id: `req_${secret}` }),
  (body) => Object.assign(body.meta, { status: "fine" }),
  (body) => Object.assign(body.data ?? {}, { filesize: -1, width: "wide", kind: "hologram" }),
];

function changed(body: Exchange["response"]["body"], change: Change, secret: string) {
  if (!(body instanceof Uint8Array)) return body;
  try {
    const value = JSON.parse(Buffer.from(body).toString());
    change(value, secret);
    return Buffer.from(JSON.stringify(value));
  } catch {
    return body;
  }
}

const exchanges = fc
  .record({
    base: fc.constantFrom(...cleanTraffic),
    secret: credential,
    header: fc.constantFrom(...headers),
    suffix: fc.constantFrom(...suffixes),
    change: fc.constantFrom(...changes),
  })
  .map(({ base: { request, response }, secret, header, suffix, change }): Exchange => {
    const others = request.headers.filter(([name]) => name !== "Authorization");
    return {
      request: { ...request, url: `${request.url}${suffix(secret)}`, headers: [header(secret), ...others] },
      response: { ...response, body: changed(response.body, change, secret) },
    };
  });

test(`of ${runs} exchanges, what is recorded gets the findings of the exchange`, async () => {
  await fc.assert(
    fc.asyncProperty(exchanges, async (exchange) => {
      expect(await fingerprints(redacted(exchange))).toEqual(await fingerprints(exchange));
    }),
    { numRuns: runs },
  );
}, 600_000);

describe(`${WORDS.length * headers.length} credentials that are ordinary words`, () => {
  test.each(WORDS)("%s hides nothing else", async (word) => {
    for (const header of headers) {
      for (const { request, response } of cleanTraffic) {
        const exchange = {
          request: { ...request, headers: [header(word), ...request.headers.slice(1)] },
          response,
        };
        const clean = redacted(exchange);
        expect(clean.request.url).toBe(request.url);
        expect(clean.request.body).toEqual(request.body);
        expect(clean.request.headers.slice(1)).toEqual(request.headers.slice(1));
        expect(clean.response).toEqual(response);
      }
    }
  });
});
