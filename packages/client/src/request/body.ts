import { definedEntries } from "../defined-entries.js";
import { InputError } from "../errors.js";
import type { Body, Part } from "../upload/body.js";
import { closeStreams, type FileInput, fileSource } from "../upload/file.js";
import { upload } from "../upload/upload.js";
import type { BodyEncoder } from "./prepare.js";
import type { Route } from "./route.js";
import { validateBody } from "./validate.js";

/**
 * Encodes a plain object as the body that the contract expects: multipart, or form-encoded text.
 *
 * @throws InputError when the contract does not accept it.
 */
async function encode(route: Route, body: object): Promise<Body> {
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

/** How a client encodes bodies, and lets go of what is in them. */
export const bodyEncoder: BodyEncoder = { encode, close: closeStreams };

/**
 * One part, or one for each entry of an object as `name[key]` (`deepObject` of OpenAPI 3.1, "Style Values"). Line
 * breaks are CRLF, as a browser sends them in a FormData, so that text arrives the same in every kind of body.
 */
const textParts = (name: string, value: unknown): [name: string, value: string][] =>
  typeof value === "string"
    ? [[crlf(name), crlf(value)]]
    : Object.entries(value as Record<string, string>).flatMap(([key, text]) =>
        textParts(`${name}[${key}]`, text),
      );

const crlf = (text: string): string => text.replace(/\r\n?|\n/g, "\r\n");
