/** Keys of well-known services, PEM private keys: secret by their shape, wherever they stand. */
const TOKENS =
  /\b[sr]k_(?:live|test)_[A-Za-z0-9]{8,}|\bgh[opsru]_[A-Za-z0-9]{20,}|\bAKIA[0-9A-Z]{16}\b|\bxox[abeprs]-[\w-]{10,}|\bAIza[\w-]{30,}|-----BEGIN [A-Z ]{0,32}PRIVATE KEY-----[\w\s+/=-]*/g;

/** Credentials after a scheme word, also in a URL. */
const SCHEMES = /\b(bearer|basic)(\s{1,8}|%20|\+)([\w.~+/%=-]{5,})/gi;

/**
 * Replaces what is secret by its shape.
 *
 * @param replace returns what to write in place of a token
 */
export function replaceTokens(text: string, replace: (token: string) => string): string {
  return replaceJwts(text, replace)
    .replaceAll(TOKENS, (token) => replace(token))
    .replaceAll(SCHEMES, (whole: string, scheme: string, space: string, token: string) =>
      looksSecret(token) ? `${scheme}${space}${replace(token)}` : whole,
    );
}

/** What begins a JWT or JWE: the base64url of `{"`. */
const JWT_START = "eyJ";
const MIN_JWT_HEADER = 8;
const JWT_REST = /(?:\.[\w-]*){2,4}/y;
const BASE64URL_RUN = /[\w-]*/y;

/**
 * Replaces JWTs and JWEs in one pass. A regular expression would read the same run of characters again from each
 * place in it that looks like a start.
 */
function replaceJwts(text: string, replace: (token: string) => string): string {
  let result = "";
  let from = 0;
  for (let start = text.indexOf(JWT_START); start >= 0; ) {
    const headerEnd = endOf(BASE64URL_RUN, text, start);
    const end = endOf(JWT_REST, text, headerEnd);
    if (end > headerEnd && headerEnd - start >= JWT_START.length + MIN_JWT_HEADER) {
      result += text.slice(from, start) + replace(text.slice(start, end));
      from = end;
    }
    start = text.indexOf(JWT_START, Math.max(from, headerEnd));
  }
  return result + text.slice(from);
}

/** End of a sticky match, or `from` when there is none. */
function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  const [match = ""] = pattern.exec(text) ?? [];
  return from + match.length;
}

/** Whether a word is more likely a key than a word of a language. */
export function looksSecret(word: string): boolean {
  return word.length >= 16 || (word.length >= 5 && /\d|[a-z][A-Z]|[=+/_~]/.test(word));
}
