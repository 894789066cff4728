import { afterEach, expect, it } from "vitest";
import { createMock, type Mock } from "../../src/index.js";

let mock: Mock;
afterEach(() => mock.close());

const securitySchemes = {
  bearer: { type: "http", scheme: "bearer" },
  basic: { type: "http", scheme: "basic" },
  digest: { type: "http", scheme: "digest" },
  hoba: { type: "http", scheme: "hoba" },
  session: { type: "apiKey", in: "cookie", name: "sid" },
};

type Requirement = Partial<Record<keyof typeof securitySchemes, string[]>>;

async function getUnauthorized(security: Requirement[], authorization?: string) {
  const responses = { "204": { description: "Done" } };
  const document = {
    openapi: "3.1.0",
    info: { title: 'Müller & "Co" API', version: "1" },
    paths: { "/a": { get: { responses } } },
    components: { securitySchemes },
    security,
  };
  mock = await createMock({ document });
  return mock.fetch("https://api.example.com/a", {
    headers: authorization === undefined ? {} : { Authorization: authorization },
  });
}

const realm = 'realm="Mller & Co API"';
const digest = `Digest ${realm}, nonce="NONCE", qop="auth", algorithm=SHA-256`;

it.each<[what: string, security: Requirement[], challenges: string | null]>([
  ["one scheme", [{ bearer: [] }], `Bearer ${realm}`],
  ["Basic", [{ basic: [] }], `Basic ${realm}, charset="UTF-8"`],
  ["Digest", [{ digest: [] }], digest],
  ["a scheme without rules of its own", [{ hoba: [] }], `Hoba ${realm}`],
  ["two schemes together", [{ bearer: [], basic: [] }], `Bearer ${realm}, Basic ${realm}, charset="UTF-8"`],
  ["either of two schemes", [{ bearer: [] }, { digest: [] }], `Bearer ${realm}, ${digest}`],
  ["a scheme and a cookie", [{ bearer: [], session: [] }, { bearer: [] }], `Bearer ${realm}`],
  ["a cookie alone, which no challenge is defined for", [{ session: [] }], null],
])("a 401 challenges for %s", async (_what, security, challenges) => {
  const response = await getUnauthorized(security);
  const sent = response.headers.get("www-authenticate")?.replace(/nonce="[^"]+"/, 'nonce="NONCE"') ?? null;
  expect([response.status, sent]).toEqual([401, challenges]);
});

it.each<[security: Requirement, authorization: string, message: string]>([
  [{ bearer: [] }, "Bearer a b", "the token has characters that a token cannot have"],
  [{ basic: [] }, "Basic abc123", "there is no colon between name and password"],
  [{ basic: [] }, "Basic a", "the credentials are not base64"],
])("%j: %s is rejected", async (security, authorization, message) => {
  const response = await getUnauthorized([security], authorization);
  expect([response.status, await response.text()]).toEqual([401, expect.stringContaining(message)]);
  const isBearer = security.bearer !== undefined;
  expect(response.headers.get("www-authenticate")?.includes('error="invalid_token"')).toBe(isBearer);
});

it("a missing cookie is located in a cookie", async () => {
  const response = await getUnauthorized([{ session: [] }]);
  expect(await response.text()).toContain("cookie");
});
