import { definedEntries } from "../defined-entries.js";
import { InputError } from "../errors.js";
import type { Body, Part } from "../upload/body.js";
import { type FileInput, fileSource } from "../upload/file.js";
import { upload } from "../upload/upload.js";
import type { Route } from "./route.js";
import { validateBody } from "./validate.js";

/**
 * Encodes a plain object as the body that the contract expects: multipart, or form-encoded text.
 *
 * @throws InputError when the contract does not accept it.
 */
export async function requestBody(route: Route, body: object): Promise<Body> {
  validateBody(route, body);
  const parts: Part[] = [];
  const files: Part[] = [];
  for (const [name, value] of definedEntries(body)) {
    const accepted = route.fields?.[name]?.contentTypes;
    if (accepted) files.push([name, await fileSource(name, value as FileInput, accepted)]);
    else parts.push(...textParts(name, value));
  }
  if (parts.length + files.length === 0)
    throw new InputError(Object.keys(body).join(", "), "has nothing to send");
  // Files come last, so that a server has the other fields before the bytes arrive.
  return route.mediaType === "multipart/form-data"
    ? upload([...parts, ...files])
    : new URLSearchParams(parts as [string, string][]);
}

/** One part, or one for each entry of an object as `name[key]` (`deepObject` of OpenAPI 3.1, "Style Values"). */
const textParts = (name: string, value: unknown): [name: string, value: string][] =>
  typeof value === "string"
    ? [[name, value]]
    : Object.entries(value as Record<string, string>).map(([key, text]) => [`${name}[${key}]`, text]);
