import type { Operation } from "@ittybit/contract";
import { asNode } from "../document/node.js";
import type { OpenApiDocument } from "../document/open-document.js";
import type { Header } from "../http/message.js";

/** The realm that challenges name: the title of the document as a quoted string. */
export function realmOf(document: OpenApiDocument): string {
  const { title } = asNode(document.info);
  // header fields take visible ASCII (RFC 9110, section 5.5)
  const text = String(title ?? "").replace(/[^ !#-[\]-~]/g, "");
  return `"${text || "API"}"`;
}

/**
 * One challenge for each HTTP scheme that the operation accepts or requires (RFC 9110, section 11.6.1).
 *
 * @param hasCredentials whether the caller sent credentials, which were rejected
 */
export function challengeHeaders({ security }: Operation, realm: string, hasCredentials: boolean): Header[] {
  const schemes = new Set(security.flat().flatMap(({ scheme }) => (scheme === "" ? [] : [scheme])));
  return [...schemes].map((scheme) => ["WWW-Authenticate", challenge(scheme, realm, hasCredentials)]);
}

function challenge(scheme: string, realm: string, hasCredentials: boolean): string {
  const name = scheme.replace(/^./, (letter) => letter.toUpperCase());
  switch (scheme) {
    case "bearer":
      // without credentials there is nothing to report an error about (RFC 6750, section 3.1)
      return `${name} realm=${realm}${hasCredentials ? ', error="invalid_token"' : ""}`;
    case "basic":
      return `${name} realm=${realm}, charset="UTF-8"`;
    case "digest":
      return `${name} realm=${realm}, nonce="${crypto.randomUUID()}", qop="auth", algorithm=SHA-256`;
    default:
      return `${name} realm=${realm}`;
  }
}
