/** Names of headers, parameters and fields whose values are secrets, whatever stands around the word. */
const words =
  /authorization|cookie|api[-_ ]?key|access[-_ ]?key|secret|token|passw(?:or)?d|passphrase|signature|credential|session/i;

/** Names that are secret as a whole word only. `Policy` and `Key-Pair-Id` sign CloudFront URLs, `sig` those of Azure. */
const exact: ReadonlySet<string> = new Set([
  "key",
  "sig",
  "pwd",
  "auth",
  "jwt",
  "policy",
  "key-pair-id",
  "x-key",
]);

export type IsSecretName = (name: string) => boolean;

/** @param more names to add, in any letter case */
export function secretNames(more: readonly string[]): IsSecretName {
  const added = new Set(more.map((name) => name.toLowerCase()));
  return (name) => {
    const lower = name.toLowerCase();
    return words.test(lower) || exact.has(lower) || added.has(lower);
  };
}
