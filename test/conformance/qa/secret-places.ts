import type { Exchange, HeaderPair } from "@ittybit/contract";
import { altered } from "@ittybit/test-support/traffic/faulty-traffic";

/** A secret with every kind of character that is spelled differently somewhere. */
export const secret = "s3cr3t/+Value~with=odd&chars";
/** A key as most look. */
export const plain = "sk_live_51H8a9QzYx7Wv6Ut5";

/** A faulty exchange, so that it is shown, with something secret somewhere. */
const base = altered("/media/med_123", (body) => delete body.data.kind);

export const asked = (...headers: HeaderPair[]): Exchange => ({
  ...base,
  request: { ...base.request, headers },
});
const responseWith = (...headers: HeaderPair[]): Exchange => ({
  ...base,
  response: { ...base.response, headers: [...base.response.headers, ...headers] },
});
const at = (query: string): Exchange => ({
  ...base,
  request: { ...base.request, url: `${base.request.url}${query}` },
});
// biome-ignore lint/suspicious/noExplicitAny: a body is changed by hand
export const said = (alter: (body: any) => void, key = plain): Exchange => {
  const exchange = altered("/media/med_123", (body) => {
    delete body.data.kind;
    alter(body);
  });
  return { ...exchange, request: { ...exchange.request, headers: [["Authorization", `Bearer ${key}`]] } };
};
export const posted = (type: string, body: string): Exchange => ({
  ...base,
  request: { ...base.request, method: "DELETE", headers: [["Content-Type", type]], body: Buffer.from(body) },
});
export const base64 = (text: string) => Buffer.from(text).toString("base64");
const percent = (text: string) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16)}`).join("");

/** Exchanges that are faulty, so that they are shown, each with a secret at another place. */
export const places: readonly (readonly [place: string, exchange: Exchange])[] = [
  ["Authorization: Bearer", asked(["Authorization", `Bearer ${plain}`])],
  ["Authorization in capitals", asked(["AUTHORIZATION", `BEARER ${plain}`])],
  ["Authorization: Basic", asked(["Authorization", `Basic ${base64(`${plain}:${secret}`)}`])],
  ["Authorization without a scheme", asked(["Authorization", plain])],
  ["Proxy-Authorization", asked(["Proxy-Authorization", `Basic ${base64(`user:${plain}`)}`])],
  ["Cookie", asked(["Cookie", `theme=dark-mode; sid=${plain}`])],
  ["X-Api-Key", asked(["X-Api-Key", plain])],
  ["X-Auth-Token", asked(["x-auth-token", secret])],
  ["a client secret header", asked(["Client-Secret", secret])],
  ["Set-Cookie", responseWith(["Set-Cookie", `sid=${plain}; HttpOnly`])],
  ["a second Set-Cookie", responseWith(["Set-Cookie", "a=bcdefg"], ["Set-Cookie", `sid=${plain}`])],
  ["a token in an undocumented header", responseWith(["X-Refresh-Token", plain])],
  ["api_key in the query", at(`?api_key=${plain}`)],
  ["apiKey in the query, percent-encoded", at(`?apiKey=${percent(plain)}`)],
  ["access_token in the query", at(`?limit=1&access_token=${encodeURIComponent(secret)}`)],
  ["X-Amz-Signature", at(`?X-Amz-Credential=${plain}&X-Amz-Signature=${plain}1`)],
  ["X-Goog-Signature", at(`?X-Goog-Signature=${plain}`)],
  ["sig of a shared access signature", at(`?sv=2022&sig=${encodeURIComponent(secret)}`)],
  ["Signature of a CDN", at(`?Policy=${plain}&Signature=${plain}&Key-Pair-Id=${plain}`)],
  [
    "a signed URL inside a URL",
    at(`?url=${encodeURIComponent(`https://a.example/b?X-Amz-Signature=${plain}`)}`),
  ],
  [
    "a signed URL in the response",
    said((body) => Object.assign(body.data, { created: `https://a.example/?sig=${secret}` }), secret),
  ],
  ["the key in a response, raw", said((body) => Object.assign(body.data, { created: `key ${plain}` }))],
  [
    "the key in a response, base64",
    said((body) => Object.assign(body.data, { created: base64(`ab${plain}cd`) })),
  ],
  [
    "the key in a response, base64 at another offset",
    said((body) => Object.assign(body.data, { created: base64(`a${plain}`) })),
  ],
  [
    "the key in a response, percent-encoded",
    said((body) => Object.assign(body.data, { created: percent(plain) })),
  ],
  [
    "the key in a response, hexadecimal",
    said((body) => Object.assign(body.data, { created: Buffer.from(plain).toString("hex") })),
  ],
  ["the key as a property name", said((body) => Object.assign(body.data, { [plain]: 1 }))],
  [
    "the key where an excerpt is cut",
    said((body) => Object.assign(body.data, { created: `${"x".repeat(66)}${plain}` })),
  ],
  [
    "password in a form",
    posted("application/x-www-form-urlencoded", `title=a&password=${encodeURIComponent(secret)}`),
  ],
  ["api_key in JSON", posted("application/json", JSON.stringify({ api_key: plain }))],
  ["secret in JSON, escaped", posted("application/json", JSON.stringify({ client_secret: `"${secret}"` }))],
  [
    "token in multipart",
    posted(
      "multipart/form-data; boundary=b",
      `--b\r\nContent-Disposition: form-data; name="token"\r\n\r\n${plain}\r\n--b--\r\n`,
    ),
  ],
  [
    "a bearer token in a text",
    said((body) => Object.assign(body.data, { created: `send Bearer ${plain}` }), "another-key"),
  ],
  ["a name that --redact adds", asked(["X-Tenant", plain])],
  ["a secret member beside a faulty one", said((body) => Object.assign(body.data, { access_token: plain }))],
  [
    "a secret member that is cut in an excerpt",
    said((body) => Object.assign(body.data, { api_key: plain.repeat(200) })),
  ],
  [
    "the key far into a value that is cut",
    said((body) => Object.assign(body.data, { created: "x".repeat(1_990) + plain })),
  ],
  [
    "the key in a neighbour of a faulty member",
    said((body) => Object.assign(body.data, { updated: `by ${base64(plain)}` })),
  ],
  [
    "the key in a body that is no JSON",
    {
      ...asked(["Authorization", `Bearer ${plain}`]),
      response: {
        status: 200,
        headers: [["Content-Type", "application/json"]],
        body: Buffer.from(`oops ${plain}`),
      },
    },
  ],
];

/** Any eight characters of it in a row, in any spelling, give a secret away. */
export function traces(text: string, value: string): string[] {
  const whole = [
    value,
    encodeURIComponent(value),
    percent(value),
    percent(value).toUpperCase(),
    base64(value).slice(0, -4),
  ];
  const pieces = Array.from({ length: value.length - 7 }, (_, start) => value.slice(start, start + 8));
  return [...whole, ...pieces].filter((piece) => text.includes(piece));
}
