import type { Operation } from "./document.js";
import { headerValue, type MockRequest } from "./message.js";
import { type Part, readMultipart } from "./multipart.js";
import { type Detail, type Refusal, refusal } from "./refusal.js";

/** One media type of an operation's request body. */
export type BodyContent = NonNullable<
  NonNullable<NonNullable<Operation["request"]>["body"]>["contents"]
>[number];

/** A request body as the value its schema describes. */
export type Body =
  | { readonly kind: "none" }
  | { readonly kind: "value"; readonly value: unknown; readonly content: BodyContent }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** Reads a request's body: as bytes, once, to its end. */
export async function readBody(request: MockRequest, operation: Operation): Promise<Body> {
  if (request.body === null) return { kind: "none" };
  const contentType = headerValue(request.headers, "content-type") ?? "";
  const contents = operation.request?.body?.contents ?? [];
  const content = contents.find(({ mediaType }) => mediaType === essence(contentType));
  if (content === undefined) {
    const body = await readBytes(request.body);
    if (body.length === 0) return { kind: "none" };
    return refused(415, "header", "Content-Type", describeMediaTypes(contentType, contents));
  }
  try {
    return await readContent(request.body, contentType, content);
  } catch (error) {
    return refused(
      400,
      "body",
      "",
      `The body cannot be read: ${error instanceof Error ? error.message : error}`,
    );
  }
}

async function readContent(
  body: AsyncIterable<Uint8Array>,
  contentType: string,
  content: BodyContent,
): Promise<Body> {
  switch (content.mediaType) {
    case "multipart/form-data": {
      const parts = await readMultipart(body, contentType);
      const details = parts.flatMap((part) => checkPartType(part, content));
      if (details.length > 0) return { kind: "refused", refusal: refusal(415, details) };
      return { kind: "value", content, value: collect(parts.map((part) => [part.name, partValue(part)])) };
    }
    case "application/x-www-form-urlencoded": {
      const fields = new URLSearchParams(Buffer.from(await readBytes(body)).toString("utf8"));
      return { kind: "value", content, value: collect([...fields]) };
    }
    default: {
      const text = Buffer.from(await readBytes(body)).toString("utf8");
      return { kind: "value", content, value: isJson(content.mediaType) ? JSON.parse(text) : text };
    }
  }
}

/** `metadata[key]=value` becomes `{ metadata: { key: value } }` (deepObject); a repeated name becomes a list. */
function collect(fields: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const value = new Map<string, unknown>();
  for (const [name, field] of fields) {
    const [, outer, inner] = /^([^[]+)\[([^\]]+)\]$/.exec(name) ?? [];
    if (outer !== undefined && inner !== undefined) {
      value.set(outer, { ...(value.get(outer) as object | undefined), [inner]: field });
    } else {
      value.set(name, value.has(name) ? [value.get(name), field].flat() : field);
    }
  }
  return Object.fromEntries(value);
}

/** A JSON part is its value; a file stands as an empty string, since its bytes are nobody's text. */
function partValue(part: Part): unknown {
  if (part.kind === "file") return "";
  return isJson(part.mediaType) ? JSON.parse(part.text) : part.text;
}

/** A part's media type against its encoding. `application/octet-stream` says nothing of a format, so it passes. */
function checkPartType(part: Part, content: BodyContent): Detail[] {
  const accepted = content.encodings?.find(({ property }) => property === part.name)?.mediaType;
  if (part.kind === "field" || accepted === undefined || part.mediaType === "application/octet-stream")
    return [];
  const types = accepted.split(",").map((type) => type.trim());
  const family = part.mediaType.replace(/\/.*/, "/*");
  if (types.some((type) => type === part.mediaType || type === family || type === "*/*")) return [];
  const message = `The format ${part.mediaType} is not accepted. Accepted: ${types.join(", ")}.`;
  return [{ location: "body", field: part.name, message }];
}

async function readBytes(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function refused(
  status: Refusal["status"],
  location: Detail["location"],
  field: string,
  message: string,
): Body {
  return { kind: "refused", refusal: refusal(status, [{ location, field, message }]) };
}

function describeMediaTypes(contentType: string, contents: readonly BodyContent[]): string {
  const sent =
    contentType === "" ? "The body has no media type." : `The media type ${contentType} is not accepted.`;
  const accepted = contents.map(({ mediaType }) => mediaType).join(", ");
  return `${sent} ${accepted === "" ? "This operation takes no body." : `Accepted: ${accepted}.`}`;
}

function essence(mediaType: string): string {
  return mediaType.replace(/;.*/s, "").trim().toLowerCase();
}

function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(essence(mediaType));
}
