import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import type { Exchange, HeaderPair } from "@ittybit/contract";
import {
  BEARER,
  base,
  base64,
  multipart,
  percent,
  received,
  receivedData,
  receivedHeader,
  request,
  SECRET,
  sentBody,
  sentHeader,
  sentJson,
  sentTo,
  signed,
  twice,
  unrepeated,
} from "./exchanges.js";
import { named } from "./named-placements.js";

/** A place for the secret in an exchange with a finding, so that every output shows the exchange. */
export interface Placement {
  readonly name: string;
  readonly exchange: Exchange;
}

const credentials: readonly [string, Exchange][] = [
  ["Bearer", sentHeader("Authorization", `Bearer ${SECRET}`)],
  ["Bearer in capitals", sentHeader("AUTHORIZATION", `BEARER ${SECRET}`)],
  ["password of Basic", sentHeader("Authorization", `Basic ${base64(`user:${SECRET}`)}`)],
  ["user of Basic", sentHeader("Authorization", `Basic ${base64(`${SECRET}:password1`)}`)],
  [
    "AWS4 signature",
    sentHeader("Authorization", `AWS4-HMAC-SHA256 Credential=AK/1, SignedHeaders=host, Signature=${SECRET}`),
  ],
  ["AWS4 credential", sentHeader("Authorization", `AWS4-HMAC-SHA256 Credential=${SECRET}/20240320/s3`)],
  ["Digest response", sentHeader("Authorization", `Digest username="a", response="${SECRET}"`)],
  ["Digest cnonce", sentHeader("Authorization", `Digest username="a", cnonce="${SECRET}", qop=auth`)],
  ["OAuth signature", sentHeader("Authorization", `OAuth oauth_signature="${SECRET}"`)],
  ["cookie", sentHeader("Cookie", `theme=dark; sid=${SECRET}`)],
  ["cookie without a name", sentHeader("Cookie", `theme=dark; ${SECRET}`)],
  ["quoted cookie over two lines", sentHeader("Cookie", `sid="ab\nc;${SECRET}"`)],
  ["Set-Cookie", receivedHeader("Set-Cookie", `sid=${SECRET}; HttpOnly`)],
  [
    "joined Set-Cookie",
    receivedHeader("Set-Cookie", `a=1; Expires=Wed, 09 Jun 2027 10:18:14 GMT, sid=${SECRET}; Path=/`),
  ],
  ["Set-Cookie of any name", receivedHeader("Set-Cookie", `theme=${SECRET}`)],
];

const urls: readonly [string, Exchange][] = [
  ["user info of the request URL", request({ url: base.request.url.replace("://", `://user:${SECRET}@`) })],
  ["user of the request URL", request({ url: base.request.url.replace("://", `://${SECRET}@`) })],
  ["user info in JSON", sentJson({ url: `https://user:${SECRET}@host.example/v.mp4` })],
  [
    "user info in a form",
    sentBody(
      "application/x-www-form-urlencoded",
      `url=${encodeURIComponent(`https://user:${SECRET}@host.example/v.mp4`)}`,
    ),
  ],
  ["user info in multipart", multipart('name="url"', `https://user:${SECRET}@host.example/v.mp4`)],
  [
    "user info in a text",
    received("text/plain", `cannot fetch https://user:${SECRET}@host.example/v.mp4 today`),
  ],
  ["fragment", sentTo(`#access_token=${SECRET}&state=1`)],
  [
    "fragment of a URL in the response",
    receivedData((data) => (data.created = signed(`#id_token=${SECRET}`))),
  ],
  ["signed URL in a query", sentTo(`?url=${encodeURIComponent(signed(`?X-Amz-Signature=${SECRET}`))}`)],
  ["signed URL, encoded twice", sentTo(`?url=${twice(signed(`?X-Amz-Signature=${SECRET}`))}`)],
  ["signed URL in the response", receivedData((data) => (data.created = signed(`?sig=${SECRET}&se=2024`)))],
  ["CloudFront URL", receivedData((data) => (data.created = signed(`?Policy=${SECRET}&Key-Pair-Id=K1`)))],
  ["Key-Pair-Id", receivedData((data) => (data.created = signed(`?Key-Pair-Id=${SECRET}`)))],
  ["value encoded twice", sentTo(`?token=${twice(`${SECRET}/+`)}`)],
  ["name encoded", sentTo(`?access%5Ftoken=${SECRET}`)],
  ["deepObject parameter", sentTo(`?metadata%5Btoken%5D=${SECRET}`)],
  ["JSON in a query", sentTo(`?filter=${encodeURIComponent(JSON.stringify({ token: SECRET }))}`)],
  ["JSON in a query, not encoded", sentTo(`?filter={"token":"${SECRET}"}`)],
  ["quote inside a value", unrepeated(sentTo(`?token=a"b${SECRET}`))],
  ["semicolon inside a value", unrepeated(sentTo(`?token=a;b${SECRET}`))],
  ["Referer", request({ headers: [BEARER, ["Referer", signed(`?token=${SECRET}`)]] })],
  ["Location", receivedHeader("Location", signed(`?token=${SECRET}`))],
  ["Link", receivedHeader("Link", `<${signed(`?token=${SECRET}`)}>; rel="next"`)],
  ["name and value as parameters", sentTo(`?name=Authorization&value=${SECRET}`)],
];

const structured: readonly [string, Exchange][] = [
  ["list", sentJson({ tokens: [SECRET] })],
  ["list of lists", sentJson({ tokens: [[SECRET], []] })],
  ["object below", sentJson({ secret: { value: SECRET } })],
  ["object far below", sentJson({ credentials: { a: { b: [{ c: SECRET }] } } })],
  ["name and value", sentJson([{ name: "Authorization", value: SECRET }])],
  ["value before name", sentJson([{ value: SECRET, name: "X-Api-Key" }])],
  ["key and value", sentJson([{ key: "password", value: SECRET }])],
  ["pair in a list", sentJson({ headers: [["Authorization", SECRET]] })],
  ["JSON in a string", sentJson({ payload: JSON.stringify({ token: SECRET }) })],
  ["JSON in JSON in a string", sentJson({ a: JSON.stringify({ b: JSON.stringify({ password: SECRET }) }) })],
  ["escaped name", sentBody("application/json", `{"p\\u0061ssword":"${SECRET}"}`)],
  ["escaped value", sentBody("application/json", `{"password":"\\u0053${SECRET.slice(1)}"}`)],
  ["quote inside a JSON value", unrepeated(sentJson({ password: `ab"cd${SECRET}` }))],
  ["form in a JSON string", sentJson({ body: `title=a&password=${SECRET}` })],
  ["cut off JSON", received("application/json", `{"token":"${SECRET}`)],
  ["JSON lines", received("application/x-ndjson", `{"a":1}\n{"token":"${SECRET}"}\n`)],
  ["JSON under another media type", received("text/plain", JSON.stringify({ token: SECRET }))],
  ["JSON inside a text", received("text/plain", `failed with {"token": "${SECRET}"}.`)],
  ["undocumented member beside a fault", receivedData((data) => (data.access_token = SECRET))],
  ["nested member beside a fault", receivedData((data) => (data.secret = { value: SECRET }))],
  ["multipart name without quotes", multipart("name=token")],
  ["multipart name in capitals", multipart('NAME="Token"')],
  ["multipart file", multipart('name="private_key"; filename="id.pem"', `${SECRET}\r\nsecond line of it`)],
  ["JSON in a multipart part", multipart('name="data"', JSON.stringify({ token: SECRET }))],
  [
    "multipart with a quoted boundary",
    sentBody(
      'multipart/form-data; boundary="a b"',
      `--a b\r\nContent-Disposition: form-data; name="token"\r\n\r\n${SECRET}\r\n--a b--\r\n`,
    ),
  ],
];

const texts: readonly [string, Exchange][] = [
  ["name=value in a text", received("text/plain", `login with password=${SECRET} failed`)],
  ["name=value in quotes", received("text/plain", `login with password="ab ${SECRET}" failed`)],
  ["header line in a text", received("text/plain", `GET / HTTP/1.1\r\nX-Api-Key: ${SECRET}\r\n\r\n`)],
  [
    "Authorization in a text",
    received("text/plain", `curl -H 'Authorization: Bearer ${SECRET}' https://a.example`),
  ],
  ["XML element", received("application/xml", `<user><password>${SECRET}</password></user>`)],
  [
    "XML element with a prefix",
    received("application/xml", `<s:user><s:token a="1">${SECRET}</s:token></s:user>`),
  ],
  ["XML CDATA", received("application/xml", `<password><![CDATA[${SECRET}]]></password>`)],
  ["XML attribute", received("application/xml", `<user password="${SECRET}"/>`)],
  ["HTML input", received("text/html", `<input type="hidden" name="token" value="${SECRET}">`)],
  ["HTML input, value first", received("text/html", `<input value="${SECRET}" name='csrf_token'>`)],
  ["HTML meta", received("text/html", `<meta name="csrf-token" content="${SECRET}">`)],
  ["text in JSON", receivedData((data) => (data.created = `token=${SECRET} is wrong`))],
  ["bearer token in a text", receivedData((data) => (data.created = `send Bearer ${SECRET}`))],
  ["UTF-16 with a mark", received("application/json", Buffer.from(`\ufeff{"token":"${SECRET}"}`, "utf16le"))],
  [
    "UTF-16 by its charset",
    received("application/json; charset=utf-16le", Buffer.from(`{"token":"${SECRET}"}`, "utf16le")),
  ],
  ["Latin-1", received("text/plain", Buffer.from(`caf\u00e9 password=${SECRET}`, "latin1"))],
  [
    "a body over 4 MB",
    received("application/json", JSON.stringify({ a: "x".repeat(5_000_000), token: SECRET })),
  ],
];

const CODINGS = [
  ["gzip", gzipSync],
  ["deflate", deflateSync],
  ["deflate", deflateRawSync],
  ["br", brotliCompressSync],
] as const;

const coded: readonly [string, Exchange][] = CODINGS.flatMap(
  ([name, compress], index): [string, Exchange][] => {
    const bytes = compress(Buffer.from(JSON.stringify({ token: SECRET, data: { note: SECRET } })));
    const coding: HeaderPair = ["Content-Encoding", name];
    return [
      [`response in ${name} (${index})`, received("application/json", bytes, coding)],
      [`request in ${name} (${index})`, sentBody("application/json", bytes, coding)],
    ];
  },
);

/** Spellings in which a response repeats a key that the request carried. */
const echoes: readonly [string, string][] = [
  ["raw", SECRET],
  ["inside a word", `x${SECRET}x`],
  ["percent-encoded", percent(SECRET)],
  ["percent-encoded in capitals", percent(SECRET).toUpperCase()],
  ["hexadecimal", Buffer.from(SECRET).toString("hex")],
  ["hexadecimal in capitals", Buffer.from(SECRET).toString("hex").toUpperCase()],
  ["base64", base64(SECRET)],
  ["base64 at offset 1", base64(`a${SECRET}bc`)],
  ["base64 at offset 2", base64(`ab${SECRET}c`)],
  ["base64url", Buffer.from(`>>>${SECRET}???`).toString("base64url")],
  ["at a cut", `${"y".repeat(62)}${SECRET}`],
  ["far into a long value", "z".repeat(1_990) + SECRET],
];

const JWT = `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.${SECRET}`;

const repeated: readonly [string, Exchange][] = [
  ...echoes.map(([name, text]): [string, Exchange] => {
    const { response } = receivedData((data) => (data.created = text));
    return [`key repeated ${name}`, { ...sentHeader("Authorization", `Bearer ${SECRET}`), response }];
  }),
  ["key as a property name", withKey((data) => (data[SECRET] = 1))],
  [
    "key in the path",
    {
      ...sentHeader("X-Api-Key", SECRET),
      request: {
        ...base.request,
        headers: [["X-Api-Key", SECRET]],
        url: base.request.url.replace("med_123", SECRET),
      },
    },
  ],
  [
    "key in another header",
    request({
      headers: [
        ["X-Api-Key", SECRET],
        ["X-Trace", `by ${SECRET}`],
      ],
    }),
  ],
  [
    "key in a header name",
    request({
      headers: [
        ["X-Api-Key", SECRET],
        [`X-${SECRET}`, "1"],
      ],
    }),
  ],
  [
    "key in a body that is not JSON",
    { ...sentHeader("X-Api-Key", SECRET), response: received("application/json", `oops ${SECRET}`).response },
  ],
  ["JWT by its shape", receivedData((data) => Object.assign(data, { id: "med_123", created: `see ${JWT}` }))],
  [
    "JWT behind an underscore",
    receivedData((data) => Object.assign(data, { id: "med_123", created: `t_${JWT}` })),
  ],
  [
    "JWE by its shape",
    receivedData((data) =>
      Object.assign(data, { id: "med_123", created: `eyJhbGciOiJSU0EifQ.${SECRET}.aGVsbG8.${SECRET}.dGFn` }),
    ),
  ],
  [
    "key of a known service",
    receivedData((data) => Object.assign(data, { id: "med_123", created: `sk_live_${SECRET}` })),
  ],
];

// biome-ignore lint/suspicious/noExplicitAny: a body is changed by hand
function withKey(change: (data: any) => unknown): Exchange {
  return { ...sentHeader("Authorization", `Bearer ${SECRET}`), response: receivedData(change).response };
}

/** Every placement, by group. */
export const placements: readonly Placement[] = [
  ...named,
  ...credentials,
  ...urls,
  ...structured,
  ...texts,
  ...coded,
  ...repeated,
].map(([name, exchange]) => ({ name, exchange }));

/** Any eight characters of the secret in a row, in any spelling, give it away. */
export function leaks(output: string): string[] {
  const pieces = Array.from({ length: SECRET.length - 7 }, (_, start) => SECRET.slice(start, start + 8));
  const spellings = [percent(SECRET), percent(SECRET).toUpperCase(), base64(SECRET).slice(0, -4)];
  const hex = Buffer.from(SECRET).toString("hex");
  return [...pieces, ...spellings, hex, hex.toUpperCase()].filter((piece) => output.includes(piece));
}
