import { pairs } from "./pairs.js";
import type { IsSecretName } from "./secret-name.js";
import { spellings } from "./spellings.js";

/** What stands in place of a secret. */
export const redacted = "REDACTED";

/** Takes secrets out of a text. */
export type RedactText = (text: string) => string;

/** Longest first part of a secret that may stay at the end of a cut text, in characters. */
const harmless = 3;

/** @param secrets values that must not appear, in any spelling */
export function redactText(secrets: readonly string[], isSecret: IsSecretName): RedactText {
  const texts = [...new Set(secrets.flatMap(spellings))].sort((a, b) => b.length - a.length);
  return (text) => {
    let clean = text;
    for (const secret of texts) if (clean.includes(secret)) clean = clean.replaceAll(secret, redacted);
    if (clean.includes("…")) clean = withoutCutSecrets(clean, texts);
    return withoutNamed(withoutCredentials(clean), isSecret);
  };
}

/** Credentials that are known by their form: after a scheme word, or a JSON Web Token. */
function withoutCredentials(text: string): string {
  return text
    .replaceAll(/\b(bearer|basic)(\s+|%20|\+)[\w.~+/%=-]{5,}/gi, `$1$2${redacted}`)
    .replaceAll(/\beyJ[\w-]+\.eyJ[\w-]+\.[\w-]*/g, redacted);
}

/** Values of secret names in queries, also in a URL inside a URL, and in JSON. */
function withoutNamed(text: string, isSecret: IsSecretName): string {
  const member = /"([^"\\]{1,64})"(\s*:\s*)"(?:[^"\\]|\\.)*"/g;
  return text
    .replaceAll(pairs, (whole, before: string, name: string, equals: string) =>
      isSecret(name) ? `${before}${name}${equals}${redacted}` : whole,
    )
    .replaceAll(member, (whole, name: string, between: string) =>
      isSecret(name) ? `"${name}"${between}"${redacted}"` : whole,
    );
}

/** An excerpt can end in the middle of a secret. */
function withoutCutSecrets(text: string, secrets: readonly string[]): string {
  return text
    .split("…")
    .map((piece, index, pieces) => (index === pieces.length - 1 ? piece : withoutTail(piece, secrets)))
    .join("…");
}

function withoutTail(piece: string, secrets: readonly string[]): string {
  for (const secret of secrets) {
    for (let length = Math.min(secret.length - 1, piece.length); length > harmless; length--) {
      if (piece.endsWith(secret.slice(0, length))) return piece.slice(0, -length) + redacted;
    }
  }
  return piece;
}
