/** The entries of an object; an undefined value counts as not given. */
export const definedEntries = (values: object = {}): [name: string, value: unknown][] =>
  Object.entries(values).filter(([, value]) => value !== undefined);
