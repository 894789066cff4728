import { ContractError } from "../../contract-error.js";
import { isObject } from "../../is-object.js";
import { joinPointer } from "../../json-pointer.js";
import { bodyFormat, parseMediaType } from "../../media-type.js";
import type { DocumentFault } from "../structure/document-fault.js";
import type { ObjectKind } from "../structure/object-fields.js";
import { type DocumentObject, walkObjects } from "../structure/walk-objects.js";
import { schemasOf } from "./walk-schemas.js";

/** A construct that OpenAPI 3.2 has and 3.1 has not. */
export interface NewConstruct {
  readonly pointer: string;
  readonly name: string;
  /** Whether it only documents, so that no check depends on it. */
  readonly isHarmless: boolean;
}

/** New fields by object. */
const NEW_FIELDS: Readonly<Partial<Record<ObjectKind, readonly string[]>>> = {
  openapi: ["$self"],
  components: ["mediaTypes"],
  pathItem: ["query", "additionalOperations"],
  mediaType: ["itemSchema", "prefixEncoding", "itemEncoding"],
  encoding: ["encoding", "prefixEncoding", "itemEncoding"],
};

/** New fields that only document. */
const NEW_DOCUMENTATION: typeof NEW_FIELDS = {
  response: ["summary"],
  example: ["dataValue", "serializedValue"],
  securityScheme: ["oauth2MetadataUrl", "deprecated"],
  server: ["name"],
};

const NEW_TAG_FIELDS = ["summary", "parent", "kind"];

/** Finds every construct of OpenAPI 3.2 that 3.1 has not. */
export function newConstructs(document: Readonly<Record<string, unknown>>): NewConstruct[] {
  const found: NewConstruct[] = [];
  walkObjects(document, (object) => found.push(...newFields(object), ...newValues(object)));
  for (const { pointer, value } of schemasOf(document, true)) {
    found.push(...inField({ pointer, value }, "discriminator", ["defaultMapping"], true));
    found.push(...inField({ pointer, value }, "xml", ["nodeType"], true));
  }
  const tags: unknown[] = Array.isArray(document.tags) ? document.tags : [];
  tags.forEach((tag, index) => {
    const node = { pointer: joinPointer("/tags", index), value: isObject(tag) ? tag : {} };
    found.push(...fieldsOf(node, NEW_TAG_FIELDS, true));
  });
  return found;
}

type Node = Pick<DocumentObject, "pointer" | "value">;

function fieldsOf({ pointer, value }: Node, fields: readonly string[], isHarmless: boolean): NewConstruct[] {
  return fields
    .filter((field) => value[field] !== undefined)
    .map((field) => ({ pointer: joinPointer(pointer, field), name: field, isHarmless }));
}

function inField(
  { pointer, value }: Node,
  field: string,
  fields: readonly string[],
  isHarmless: boolean,
): NewConstruct[] {
  const held = value[field];
  return isObject(held)
    ? fieldsOf({ pointer: joinPointer(pointer, field), value: held }, fields, isHarmless)
    : [];
}

function newFields(object: DocumentObject): NewConstruct[] {
  return [
    ...fieldsOf(object, NEW_FIELDS[object.kind] ?? [], false),
    ...fieldsOf(object, NEW_DOCUMENTATION[object.kind] ?? [], true),
    ...referencedMediaTypes(object),
  ];
}

/** In 3.1, a Media Type Object is always written in place. */
function referencedMediaTypes({ pointer, value }: DocumentObject): NewConstruct[] {
  return Object.entries(isObject(value.content) ? value.content : {}).flatMap(([type, media]) => {
    const node = { pointer: joinPointer(pointer, "content", type), value: isObject(media) ? media : {} };
    return fieldsOf(node, ["$ref"], false);
  });
}

/** New values of known fields. */
function newValues({ kind, pointer, value }: DocumentObject): NewConstruct[] {
  const at = (field: string, name: string) => ({
    pointer: joinPointer(pointer, field),
    name,
    isHarmless: false,
  });
  switch (kind) {
    case "parameter":
      return [
        ...(value.in === "querystring" ? [at("in", "in: querystring")] : []),
        ...(value.style === "cookie" ? [at("style", "style: cookie")] : []),
        ...(value.in !== "query" && value.allowReserved !== undefined
          ? [at("allowReserved", "allowReserved outside the query")]
          : []),
      ];
    case "securityScheme":
      return inField({ pointer, value }, "flows", ["deviceAuthorization"], true);
    case "mediaType":
      return isSequence(pointer) && value.schema !== undefined
        ? [at("schema", "schema of a sequential media type")]
        : [];
    default:
      return [];
  }
}

/** Whether a body is a sequence of items, which 3.2 validates as one array. */
function isSequence(pointer: string): boolean {
  const type = pointer.slice(pointer.lastIndexOf("/") + 1).replaceAll("~1", "/");
  const parsed = parseMediaType(type);
  return parsed !== null && bodyFormat(parsed) === "json-lines";
}

/** The error for a construct that checks depend on. */
export function refusalOf({ pointer, name }: NewConstruct): ContractError {
  return new ContractError(problemOf(name), { pointer }, "Write the document in OpenAPI 3.1.");
}

/** The fault for a construct that only documents. */
export function faultOf({ pointer, name }: NewConstruct): DocumentFault {
  return { problem: problemOf(name), pointer, fix: "Write the document in OpenAPI 3.1.", isHarmless: false };
}

function problemOf(name: string): string {
  return `${name} is new in OpenAPI 3.2, and is not understood`;
}
