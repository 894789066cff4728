/** Whether the value of a header, parameter, field or cookie of this name is secret. */
export type IsSecretName = (name: string) => boolean;

/** Parts of a name that make it secret, wherever they stand, without separators. */
const SECRET_PARTS =
  /authorization|cookie|secret|token|passw(?:or)?d|passphrase|passcode|signature|credential|session|bearer|hmac|keypairid|(?:api|access|private|stream|auth|encryption|signing|webhook|license|licence|subscription|functions?|shared|master|service|account|client|host|admin|deploy|ssh|storage)keys?\d*$|apikey|accesskey|privatekey|secretkey/;

/** Words that make a name secret when they stand alone in it. */
const SECRET_WORDS: ReadonlySet<string> = new Set([
  "auth",
  "jwt",
  "otp",
  "totp",
  "pass",
  "pin",
  "pwd",
  "sas",
  "sig",
]);

/** Whole names that are secret. `Policy` signs CloudFront URLs; `key` and `x-key` are common API key fields. */
const SECRET_NAMES: ReadonlySet<string> = new Set(["key", "xkey", "policy"]);

/** Names that look secret and are not. */
const PUBLIC_NAMES: ReadonlySet<string> = new Set(["accesscontrolallowcredentials", "wwwauthenticate"]);

/** Names longer than this are cut: only their end is read, where the noun stands. */
const MAX_NAME_LENGTH = 256;

/**
 * Creates the test for secret names. Letter case, separators and camel case do not matter: `streamKey`, `stream_key` and
 * `STREAM-KEY` are the same name.
 *
 * @param options.redact names that are secret too
 * @param options.noRedact names that are not secret, although they look so
 *
 * @example
 * ```ts
 * import { createSecretNames } from "@ittybit/contract/redaction";
 *
 * const isSecret = createSecretNames({ redact: ["x-tenant"], noRedact: ["session_count"] });
 * console.log(isSecret("X-Tenant"), isSecret("accessToken"), isSecret("title"));
 * ```
 */
export function createSecretNames({
  redact = [],
  noRedact = [],
}: {
  readonly redact?: readonly string[];
  readonly noRedact?: readonly string[];
} = {}): IsSecretName {
  const added = new Set(redact.map(squash));
  const removed = new Set(noRedact.map(squash));
  const known = new Map<string, boolean>();
  return (name) => {
    const cached = known.get(name);
    if (cached !== undefined) return cached;
    const isSecret = decide(name.slice(-MAX_NAME_LENGTH), added, removed);
    if (known.size < 1_000) known.set(name, isSecret);
    return isSecret;
  };
}

function decide(name: string, added: ReadonlySet<string>, removed: ReadonlySet<string>): boolean {
  const squashed = squash(name);
  if (removed.has(squashed) || PUBLIC_NAMES.has(squashed)) return false;
  if (added.has(squashed) || SECRET_NAMES.has(squashed) || SECRET_PARTS.test(squashed)) return true;
  return wordsOf(name).some((word) => SECRET_WORDS.has(word) || added.has(word));
}

/** A name without letter case and separators. */
function squash(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

/** The words of a name in snake, kebab or camel case. */
function wordsOf(name: string): string[] {
  return name
    .replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
}
