/** Longest head of a message, in bytes. Cookies can outgrow Node's default of 16 KiB. */
export const MAX_HEAD_BYTES = 256 * 1024;

/** Header fields as Node reads and writes them: name, value, name, value, exactly as on the wire. */
export type RawHeaders = readonly string[];

/** Values of one field, in order. @param wanted the field name in lower case */
export function rawValues(headers: RawHeaders, wanted: string): string[] {
  const values: string[] = [];
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at] as string;
    if (name.length === wanted.length && name.toLowerCase() === wanted)
      values.push(headers[at + 1] as string);
  }
  return values;
}

/** The same fields as pairs of name and value. */
export function pairsOf(headers: RawHeaders): [name: string, value: string][] {
  const pairs: [string, string][] = [];
  for (let at = 0; at < headers.length; at += 2)
    pairs.push([headers[at] as string, headers[at + 1] as string]);
  return pairs;
}
