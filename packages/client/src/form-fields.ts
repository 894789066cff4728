/**
 * The fields of a form that say what `body` says: one for each property, and one named `name[key]` for each
 * entry of an object (`deepObject` of OpenAPI 3.1, "Style Values"). What is undefined is left out.
 */
export function* formFields(body: object): Generator<[name: string, value: string | Blob]> {
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined || value === null) continue;
    if (value instanceof Blob || typeof value !== "object") yield [name, fieldValue(value)];
    else for (const [key, entry] of Object.entries(value)) yield [`${name}[${key}]`, fieldValue(entry)];
  }
}

const fieldValue = (value: unknown): string | Blob => (value instanceof Blob ? value : String(value));
