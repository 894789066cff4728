import type { Body, Exchange, HeaderPair } from "@ittybit/contract";
import { type Codings, readCodings } from "./content-coding.js";
import { findSecrets } from "./find-secrets.js";
import { type RedactText, redacted, redactText } from "./redact-text.js";
import type { IsSecretName } from "./secret-name.js";

/**
 * An exchange without its secrets, else as it was: the credentials are still there, by another value, and a body is
 * still compressed. A body that nobody can search for secrets is left out, and so not recorded.
 */
export function redactExchange({ request, response }: Exchange, isSecret: IsSecretName): Exchange {
  const sent = openBody(request);
  const answered = openBody(response);
  const plain = {
    request: { ...request, body: sent.plain },
    response: { ...response, body: answered.plain },
  };
  const clean = redactText(findSecrets(plain, isSecret), isSecret);
  return {
    request: {
      method: clean(request.method),
      url: clean(request.url),
      headers: redactHeaders(request.headers, isSecret, clean),
      body: closeBody(sent, clean),
    },
    response: {
      status: response.status,
      headers: redactHeaders(response.headers, isSecret, clean),
      body: closeBody(answered, clean),
    },
  };
}

/** A body as it was sent, and what it says. */
interface OpenBody {
  readonly sent: Body;
  readonly plain: Uint8Array | null | undefined;
  readonly codings: Codings | null;
}

function openBody({ body, headers }: Exchange["request" | "response"]): OpenBody {
  if (body === null) return { sent: null, plain: null, codings: null };
  const codings = body instanceof Uint8Array ? readCodings(headers) : null;
  const plain = body instanceof Uint8Array ? codings?.decode(body) : null;
  return { sent: body, plain: plain ?? undefined, codings };
}

function closeBody({ sent, plain, codings }: OpenBody, clean: RedactText): Body {
  if (plain === null || plain === undefined || codings === null) return plain;
  const text = readText(plain);
  const cleaned = clean(text.value);
  return cleaned === text.value ? sent : codings.encode(Buffer.from(cleaned, text.encoding));
}

/** Bytes that are no UTF-8 are read one by one, so that none is lost. */
function readText(bytes: Uint8Array): { readonly value: string; readonly encoding: "utf8" | "latin1" } {
  try {
    return { value: utf8.decode(bytes), encoding: "utf8" };
  } catch {
    return { value: Buffer.from(bytes).toString("latin1"), encoding: "latin1" };
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function redactHeaders(
  headers: readonly HeaderPair[],
  isSecret: IsSecretName,
  clean: RedactText,
): HeaderPair[] {
  return headers.map(([name, value]) => [
    name,
    isSecret(name) ? redactHeader(name.toLowerCase(), value) : clean(value),
  ]);
}

/** What is no secret in such a field stays, so that the same can be told of it. */
function redactHeader(name: string, value: string): string {
  switch (name) {
    case "cookie":
      return value.replaceAll(/=[^;]*/g, `=${redacted}`);
    case "set-cookie":
      return value.replace(/=[^;]*/, `=${redacted}`);
    default:
      return redactCredentials(value);
  }
}

/** The scheme word stays, and so do characters that no credentials can have. */
function redactCredentials(value: string): string {
  const [, before = "", scheme = "", rest = value] = /^(\s*)([\w-]+\s+)?(.*)$/s.exec(value) ?? [];
  return `${before}${scheme}${rest.replaceAll(/[A-Za-z0-9\-._~+/]+=*/g, redacted)}`;
}
