import type { Exchange } from "@ittybit/contract";
import { multipart, receivedHeader, SECRET, sentBody, sentHeader, sentJson, sentTo } from "./exchanges.js";

/** Names that make a value secret, in the spellings that APIs use. */
const NAMES = [
  "access_token",
  "accessKey",
  "api-key",
  "apiKey",
  "auth",
  "auth_key",
  "authToken",
  "bearer",
  "client_secret",
  "credentials",
  "encryption_key",
  "hmac",
  "id_token",
  "jwt",
  "key",
  "license_key",
  "otp",
  "pass",
  "passcode",
  "passphrase",
  "passwd",
  "password",
  "pin",
  "private_key",
  "privateKey",
  "pwd",
  "refreshToken",
  "sas",
  "secret",
  "session_id",
  "sig",
  "signature",
  "signing_key",
  "stream_key",
  "streamKey",
  "subscription-key",
  "TOKEN",
  "webhook_key",
  "X-Amz-Security-Token",
  `${"very_".repeat(14)}long_password`,
];

const HEADER_NAMES = [
  "Api-Key",
  "Authorization",
  "Cookie",
  "Ocp-Apim-Subscription-Key",
  "Proxy-Authorization",
  "X-Access-Token",
  "X-Amz-Security-Token",
  "X-Api-Key",
  "X-Auth",
  "X-Auth-Key",
  "X-Auth-Token",
  "X-Client-Secret",
  "X-CSRF-Token",
  "X-Functions-Key",
  "X-Goog-Api-Key",
  "X-JWT-Assertion",
  "X-Session-Id",
  "X-Signature",
  "X-Webhook-Secret",
];

const byName = (kind: string, create: (name: string) => Exchange): [string, Exchange][] =>
  NAMES.map((name) => [`${kind}: ${name}`, create(name)]);

/** A secret below each name that makes a value secret. */
export const named: readonly [string, Exchange][] = [
  ...byName("query parameter", (name) => sentTo(`?${encodeURIComponent(name)}=${SECRET}`)),
  ...byName("JSON member", (name) => sentJson({ [name]: SECRET })),
  ...byName("form field", (name) =>
    sentBody("application/x-www-form-urlencoded", `title=a&${encodeURIComponent(name)}=${SECRET}`),
  ),
  ...byName("multipart field", (name) => multipart(`name="${name}"`)),
  ...HEADER_NAMES.map((name): [string, Exchange] => [`request header: ${name}`, sentHeader(name, SECRET)]),
  ...HEADER_NAMES.map((name): [string, Exchange] => [
    `response header: ${name}`,
    receivedHeader(name, SECRET),
  ]),
];
