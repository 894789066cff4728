import { definedEntries } from "../defined-entries.js";
import { InputError } from "../errors.js";
import type { Body, Part, Upload } from "../upload/body.js";
import { fileSource } from "../upload/file.js";
import { upload } from "../upload/upload.js";
import type { Route } from "./route.js";
import { validateBody } from "./validate-body.js";

/**
 * Encodes a plain object as the body that the contract expects: multipart, or form-encoded text.
 *
 * @throws InputError when the contract does not accept it.
 */
export async function encodeBody(route: Route, body: object): Promise<Body> {
  validateBody(route, body);
  const isFile = ([name]: [string, unknown]) => Boolean(route.fields?.[name]?.contentTypes);
  const entries = definedEntries(body);
  const texts = entries.filter((entry) => !isFile(entry)).flatMap(([name, value]) => textParts(name, value));
  if (route.mediaType === "multipart/form-data") {
    // Files come last, so that a server has the other fields before the bytes arrive.
    return multipart(route, texts, entries.filter(isFile));
  }
  if (texts.length === 0) throw new InputError(Object.keys(body).join(", "), "has nothing to send");
  return new URLSearchParams(texts);
}

async function multipart(route: Route, texts: Part[], files: [string, unknown][]): Promise<Upload> {
  const sources = files.map(async ([name, value]): Promise<Part> => {
    const { contentTypes = [] } = route.fields?.[name] ?? {};
    return [name, await fileSource(name, value, contentTypes)];
  });
  return upload([...texts, ...(await Promise.all(sources))]);
}

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
