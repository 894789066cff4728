import { joinPointer } from "../json-pointer.js";
import type { Parameter, ParameterLocation, ParameterValue, Style } from "./contract-model.js";
import { styles } from "./contract-model.js";
import type { DocumentNode, DocumentReader } from "./document-reader.js";

const LOCATIONS: Readonly<
  Record<ParameterLocation, { readonly style: Style; readonly allowed: readonly Style[] }>
> = {
  path: { style: "simple", allowed: ["matrix", "label", "simple"] },
  query: { style: "form", allowed: ["form", "spaceDelimited", "pipeDelimited", "deepObject"] },
  header: { style: "simple", allowed: ["simple"] },
  cookie: { style: "form", allowed: ["form"] },
};

/** Reads a parameter object (OpenAPI 3.1, 4.8.12). */
export function readParameter(reader: DocumentReader, node: DocumentNode): Parameter {
  const { name, in: location } = node.value;
  if (typeof name !== "string") throw reader.errorAt(node, "a parameter has no name", "Give it one.");
  if (typeof location !== "string" || !Object.hasOwn(LOCATIONS, location)) {
    throw reader.errorAt(
      node,
      `parameter ${name} has no known location`,
      "Write in: path, query, header or cookie.",
      "in",
    );
  }
  const required = node.value.required === true;
  if (location === "path" && !required) {
    throw reader.errorAt(node, `path parameter ${name} is not required`, "Write required: true.");
  }
  return {
    name,
    in: location as ParameterLocation,
    required,
    pointer: node.pointer,
    value: readText(reader, node, location as ParameterLocation, "request"),
    inferred: node.inferred,
    carried: node.carried,
  };
}

/** Reads the headers of a response, or of a part (OpenAPI 3.1, 4.8.21). `Content-Type` is described elsewhere. */
export function readHeaders(
  reader: DocumentReader,
  owner: DocumentNode,
  direction: "request" | "response" = "response",
): Parameter[] {
  return reader
    .names(owner, "headers")
    .filter((name) => name.toLowerCase() !== "content-type")
    .map((name) => {
      const node = reader.child(owner, "headers", name) as DocumentNode;
      return {
        name,
        in: "header",
        required: node.value.required === true,
        pointer: node.pointer,
        value: readText(reader, node, "header", direction),
        inferred: node.inferred,
        carried: node.carried,
      };
    });
}

function readText(
  reader: DocumentReader,
  node: DocumentNode,
  location: ParameterLocation,
  direction: "request" | "response",
): ParameterValue {
  const { schema, content } = node.value;
  if (schema !== undefined && content !== undefined) {
    throw reader.errorAt(node, "schema and content exclude each other", "Keep one of them.");
  }
  if (schema !== undefined)
    return { kind: "style", ...readStyle(reader, node, location), schema: link("schema") };
  const [mediaType, ...more] = reader.names(node, "content");
  if (mediaType === undefined || more.length > 0) {
    throw reader.errorAt(node, "a parameter needs a schema, or content with one media type", "Give it one.");
  }
  const hasSchema = reader.child(node, "content", mediaType)?.value.schema !== undefined;
  return { kind: "content", mediaType, schema: hasSchema ? link("content", mediaType, "schema") : null };

  function link(...steps: string[]): string {
    return reader.linker.link({ document: "", pointer: joinPointer(node.pointer, ...steps) }, direction);
  }
}

function readStyle(
  reader: DocumentReader,
  node: DocumentNode,
  location: ParameterLocation,
): { style: Style; explode: boolean; allowEmpty: boolean } {
  const { style = LOCATIONS[location].style, explode } = node.value;
  if (!styles.includes(style as Style) || !LOCATIONS[location].allowed.includes(style as Style)) {
    const known = LOCATIONS[location].allowed.join(", ");
    throw reader.errorAt(
      node,
      `style "${String(style)}" does not exist in: ${location}`,
      `Use ${known}.`,
      "style",
    );
  }
  return {
    style: style as Style,
    explode: typeof explode === "boolean" ? explode : style === "form",
    allowEmpty: node.value.allowEmptyValue === true,
  };
}
