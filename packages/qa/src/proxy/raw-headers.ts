/** Header fields as Node gives and takes them: name, value, name, value, as they stood on the wire. */
export type RawHeaders = readonly string[];

/** Values of one field, in order. */
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
export function pairsOf(flat: RawHeaders): [name: string, value: string][] {
  const pairs: [string, string][] = [];
  for (let at = 0; at < flat.length; at += 2) pairs.push([flat[at] as string, flat[at + 1] as string]);
  return pairs;
}
