import {
  type Body,
  bytesOf,
  type Exchange,
  type ExchangeRequest,
  type ExchangeResponse,
  type HeaderPair,
  isInMemory,
} from "../exchange.js";
import { bodyCoding } from "./body-coding.js";
import { NO_VOCABULARY, type Vocabulary } from "./contract-vocabulary.js";
import { redactCredentialHeader } from "./credentials.js";
import { RepeatedSecrets } from "./repeated-secrets.js";
import { createSecretNames, type IsSecretName } from "./secret-names.js";
import { replaceTokens } from "./token-shapes.js";
import { REDACTED, type Visitor } from "./visitor.js";
import { walkBody } from "./walk-body.js";
import { walkPlainText } from "./walk-plain-text.js";
import { walkText } from "./walk-text.js";
import { walkUrl } from "./walk-url.js";

/**
 * What a redactor removes, and what it keeps.
 *
 * @example
 * ```ts
 * import type { RedactorOptions } from "@ittybit/contract/redaction";
 *
 * export const options: RedactorOptions = { redact: ["tenant"], noRedact: ["page_token"] };
 * ```
 */
export interface RedactorOptions {
  /** Names of headers, parameters and fields that are secret too. @default [] */
  readonly redact?: readonly string[];
  /** Names that are not secret, although they look so. @default [] */
  readonly noRedact?: readonly string[];
  /** Words of the contract, which are never removed. @default none */
  readonly vocabulary?: Vocabulary;
}

/** Removes secrets from exchanges and from texts about them. */
export interface Redactor {
  readonly isSecret: IsSecretName;
  /** Finds the secrets of an exchange. */
  open(exchange: Exchange, more?: readonly string[]): ExchangeRedactor;
}

/** Removes the secrets of one exchange. */
export interface ExchangeRedactor {
  readonly isSecret: IsSecretName;
  /** A text about the exchange, such as a message: secrets removed wherever they occur. */
  text(text: string): string;
  /** A value of the exchange, decoded. */
  value(text: string): string;
  /** A name, path or pointer: only what is clearly a secret is removed. */
  structure(text: string): string;
  /** A URL. */
  url(url: string): string;
  request(): ExchangeRequest;
  response(): ExchangeResponse;
}

/**
 * Creates a redactor.
 *
 * @example
 * ```ts
 * import { createRedactor } from "@ittybit/contract/redaction";
 *
 * const redactor = createRedactor({ redact: ["x-tenant"] });
 * const request = { method: "GET", url: "https://api.ittybit.com/media?token=abc12345", headers: [], body: null };
 * const response = { status: 401, headers: [], body: null };
 * console.log(redactor.open({ request, response }).request().url);
 * ```
 */
export function createRedactor({
  redact,
  noRedact,
  vocabulary = NO_VOCABULARY,
}: RedactorOptions = {}): Redactor {
  const isSecret = createSecretNames({ ...(redact && { redact }), ...(noRedact && { noRedact }) });
  let last: { readonly key: string; readonly repeated: RepeatedSecrets } | null = null;
  const repeatedSecrets = (secrets: ReadonlySet<string>) => {
    const key = [...secrets].join("\n");
    // most exchanges of a client have the same credentials
    if (last?.key !== key) last = { key, repeated: new RepeatedSecrets(secrets, vocabulary) };
    return last.repeated;
  };
  return {
    isSecret,
    open: (exchange, more = []) => {
      const secrets = new Set(more);
      const collector = collectingVisitor(isSecret, secrets);
      walkRequest(exchange.request, collector);
      walkResponse(exchange.response, collector);
      const visitor = redactingVisitor(isSecret, repeatedSecrets(secrets), vocabulary);
      return {
        isSecret,
        text: (text) => walkPlainText(text, visitor, 0),
        value: (text) => walkText(text, visitor),
        structure: (text) => visitor.structure(text),
        url: (url) => walkUrl(url, visitor),
        request: () => walkRequest(exchange.request, visitor),
        response: () => walkResponse(exchange.response, visitor),
      };
    },
  };
}

/** Notes every secret, and changes nothing. */
function collectingVisitor(isSecret: IsSecretName, secrets: Set<string>): Visitor {
  const note = (secret: string) => {
    secrets.add(secret);
    return secret;
  };
  const tokens = (text: string) => {
    replaceTokens(text, note);
    return text;
  };
  const visitor: Visitor = {
    isSecret,
    credential: note,
    secret: note,
    number: note,
    value: tokens,
    structure: tokens,
    nested: (text, depth) => walkText(text, visitor, depth),
  };
  return visitor;
}

function redactingVisitor(
  isSecret: IsSecretName,
  repeated: RepeatedSecrets,
  vocabulary: Vocabulary,
): Visitor {
  const visitor: Visitor = {
    isSecret,
    credential: (value) => (value === "" ? value : REDACTED),
    secret: (value) => (value === "" || vocabulary.values.has(value) ? value : REDACTED),
    number: () => "0",
    value: (text) => repeated.removeFromValue(replaceTokens(text, () => REDACTED)),
    structure: (text) => repeated.removeFromStructure(replaceTokens(text, () => REDACTED)),
    nested: (text, depth) => walkText(text, visitor, depth),
  };
  return visitor;
}

function walkRequest(request: ExchangeRequest, visitor: Visitor): ExchangeRequest {
  return {
    ...request,
    method: visitor.structure(request.method),
    url: walkUrl(request.url, visitor),
    headers: walkHeaders(request.headers, visitor),
    body: walkMessageBody(request.body, request.headers, visitor),
  };
}

function walkResponse(response: ExchangeResponse, visitor: Visitor): ExchangeResponse {
  return {
    ...response,
    headers: walkHeaders(response.headers, visitor),
    body: walkMessageBody(response.body, response.headers, visitor),
  };
}

/** Headers that say how to read the message: they stay as they are. */
const FRAMING = /^(?:host|:authority|content-(?:type|length|encoding)|transfer-encoding)$/i;

function walkHeaders(headers: readonly HeaderPair[], visitor: Visitor): HeaderPair[] {
  return headers.map(([name, value]) => {
    if (FRAMING.test(name)) return [name, value];
    const shown = visitor.structure(name);
    if (visitor.isSecret(name)) return [shown, redactCredentialHeader(name, value, visitor)];
    return [shown, walkText(value, visitor)];
  });
}

/** A body whose secrets cannot be found, because its coding is unknown or it is too large, is left out. */
function walkMessageBody(body: Body, headers: readonly HeaderPair[], visitor: Visitor): Body {
  if (body === null || body === undefined) return body;
  if (!isInMemory(body)) return undefined;
  if (body.length === 0) return body;
  const coding = bodyCoding(headers);
  const text = coding?.decode(bytesOf(body)) ?? null;
  if (coding === null || text === null) return undefined;
  const clean = walkBody(text, headers, visitor);
  return clean === text ? body : coding.encode(clean);
}
