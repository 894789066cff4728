/** JWT and JWE, keys of well-known services, PEM private keys: secret by their shape, wherever they stand. */
const TOKENS =
  /eyJ[\w-]{8,}(?:\.[\w-]*){2,4}|\b[sr]k_(?:live|test)_[A-Za-z0-9]{8,}|\bgh[opsru]_[A-Za-z0-9]{20,}|\bAKIA[0-9A-Z]{16}\b|\bxox[abeprs]-[\w-]{10,}|\bAIza[\w-]{30,}|-----BEGIN [A-Z ]{0,32}PRIVATE KEY-----[\w\s+/=-]*/g;

/** Credentials after a scheme word, also in a URL. */
const SCHEMES = /\b(bearer|basic)(\s{1,8}|%20|\+)([\w.~+/%=-]{5,})/gi;

/**
 * Replaces what is secret by its shape.
 *
 * @param replace returns what to write in place of a token
 */
export function replaceTokens(text: string, replace: (token: string) => string): string {
  return text
    .replaceAll(TOKENS, (token) => replace(token))
    .replaceAll(SCHEMES, (whole: string, scheme: string, space: string, token: string) =>
      looksSecret(token) ? `${scheme}${space}${replace(token)}` : whole,
    );
}

/** Whether a word is more likely a key than a word of a language. */
export function looksSecret(word: string): boolean {
  return word.length >= 16 || (word.length >= 5 && /\d|[a-z][A-Z]|[=+/_~]/.test(word));
}
