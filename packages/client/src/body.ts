import { checkBody } from "./check.js";
import { InputError } from "./errors.js";
import { type FileInput, fileSource } from "./file-source.js";
import type { Part } from "./part.js";
import type { Route } from "./route.js";
import type { Body } from "./transmit.js";
import { upload } from "./upload.js";

/**
 * A plain object as the body that the contract wants: multipart, or form-encoded text.
 *
 * @throws InputError when the contract does not take it.
 */
export async function requestBody(route: Route, body: object): Promise<Body> {
  checkBody(route, body);
  const parts: Part[] = [];
  const files: Part[] = [];
  for (const [name, value] of Object.entries(body)) {
    const accepted = route.fields?.[name]?.contentTypes;
    if (value === undefined) continue;
    if (accepted) files.push([name, await fileSource(name, value as FileInput, accepted)]);
    else parts.push(...texts(name, value));
  }
  if (parts.length + files.length === 0)
    throw new InputError(Object.keys(body).join(", "), "has nothing to send");
  // Files last, so that a server knows the rest before the bytes come.
  return route.mediaType === "multipart/form-data"
    ? upload([...parts, ...files])
    : new URLSearchParams(parts as [string, string][]);
}

/** A text, or one for each entry of an object under `name[key]` (`deepObject` of OpenAPI 3.1, "Style Values"). */
const texts = (name: string, value: unknown): [name: string, value: string][] =>
  typeof value === "string"
    ? [[name, value]]
    : Object.entries(value as Record<string, string>).map(([key, text]) => [`${name}[${key}]`, text]);
