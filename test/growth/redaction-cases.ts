import type { Exchange, HeaderPair } from "@ittybit/contract";
import { createRedactor } from "@ittybit/contract/redaction";
import type { GrowthCase } from "./growth-case.js";

const redactor = createRedactor();

/** Every dimension of secrets: an exchange is opened and redacted, as for a recording. */
export const redactionCases: readonly GrowthCase[] = [
  body("secrets in signed URLs", 250, (size) =>
    list(size, (index) => ({
      src: `https://cdn.example.com/v${index}.mp4?Signature=${secret(index)}&Key-Pair-Id=K${index}`,
    })),
  ),
  body("secret fields", 1_000, (size) => list(size, (index) => ({ token: secret(index) }))),
  body("echoes of one secret", 2_000, (size) => [{ token: secret(1) }, ...list(size, () => secret(1))]),
  body("echoes of every secret", 500, (size) =>
    list(size, (index) => ({ token: secret(index), note: `got ${secret(index)}` })),
  ),
  exchange("secret headers", 1_000, (size) => ({
    headers: list(size, (index) => [`X-Token-${index}`, secret(index)] as const),
  })),
  exchange("cookies", 1_000, (size) => ({
    headers: [["Cookie", list(size, (index) => `c${index}=${secret(index)}`).join("; ")]],
  })),
  exchange("secret parameters", 500, (size) => ({
    url: `https://api.example.com/a?${list(size, (index) => `token${index}=${secret(index)}`).join("&")}`,
  })),
  text("text that looks like multipart", 100_000, (size) => 'name="a"\nx\n'.repeat(size / 11)),
  text("plain text", 200_000, (size) => "word ".repeat(size / 5)),
  text("text that looks like tokens", 100_000, (size) => "eyJ".repeat(size / 3)),
  text("text that looks like assignments", 100_000, (size) => "password=".repeat(size / 9)),
  text("text that looks like markup", 100_000, (size) => "<password>".repeat(size / 10)),
  text("text that looks like escapes", 100_000, (size) => "%25".repeat(size / 3)),
];

function exchange(
  dimension: string,
  size: number,
  partOf: (size: number) => { readonly url?: string; readonly headers?: readonly HeaderPair[] },
): GrowthCase {
  return redacted(dimension, size, (grown) => ({
    request: { method: "GET", url: "https://api.example.com/a", headers: [], body: null, ...partOf(grown) },
    response: { status: 204, headers: [], body: null },
  }));
}

function body(dimension: string, size: number, toValue: (size: number) => unknown): GrowthCase {
  return redacted(dimension, size, (grown) => withBody("application/json", JSON.stringify(toValue(grown))));
}

function text(dimension: string, size: number, toText: (size: number) => string): GrowthCase {
  return redacted(dimension, size, (grown) => withBody("text/plain", toText(grown)));
}

function withBody(type: string, content: string): Exchange {
  const headers: readonly HeaderPair[] = [["Content-Type", type]];
  return {
    request: { method: "GET", url: "https://api.example.com/a", headers: [], body: null },
    response: { status: 200, headers, body: new TextEncoder().encode(content) },
  };
}

function redacted(dimension: string, size: number, exchangeOf: (size: number) => Exchange): GrowthCase {
  return {
    dimension,
    size,
    prepare: (grown) => {
      const given = exchangeOf(grown);
      return () => {
        const opened = redactor.open(given);
        return [opened.request(), opened.response()];
      };
    },
  };
}

function secret(index: number): string {
  return `s3cr3t-${index}-${(index * 2_654_435_761).toString(36)}`;
}

function list<Item>(size: number, itemOf: (index: number) => Item): Item[] {
  return Array.from({ length: size }, (_, index) => itemOf(index));
}
