import type { Document } from "../../generate/document/document.js";
import type { ListedOperation } from "../../generate/document/operation-list.js";
import { callOf } from "../samples/call.js";
import type { Field } from "./field.js";
import { requestFields } from "./request-fields.js";

/** One field of the console on an operation's page. */
interface ConsoleField {
  readonly name: string;
  readonly place: "path" | "query" | "header" | "body";
  readonly type: "text" | "number" | "file" | "pairs";
  readonly required: boolean;
  /** The values to choose from; empty for free text. */
  readonly options: readonly string[];
  readonly value: string;
}

/** What the console needs to send an operation from a browser. */
export interface ConsoleForm {
  readonly method: string;
  /** Path template: `/media/{id}`. */
  readonly path: string;
  readonly encoding: "none" | "multipart" | "form";
  /** Base URL of the real host. */
  readonly base: string;
  /** Base URL of the mock on the reader's machine. */
  readonly mock: string;
  readonly fields: readonly ConsoleField[];
  /** Fields of which one is sent at a time. */
  readonly oneOf: readonly string[];
}

/**
 * Creates the console's form for an operation.
 *
 * @param mock base URL of the mock
 */
export function consoleForm(document: Document, listed: ListedOperation, mock: string): ConsoleForm {
  const { method, template: path, base, encoding, pathParameters } = callOf(document, listed);
  const parameters = listed.parameters.map(({ name, in: place, required, schema }): ConsoleField => {
    const { type, enum: options } = (schema ?? {}) as { type?: string; enum?: string[] };
    return {
      name,
      place: place as ConsoleField["place"],
      type: type === "integer" ? "number" : "text",
      required: required ?? false,
      options: options ?? [],
      value: pathParameters[name] ?? "",
    };
  });
  const body = requestFields(document, listed);
  return {
    method,
    path,
    encoding,
    base,
    mock,
    fields: [...parameters, ...bodyFields(body.fields)],
    oneOf: body.oneOf,
  };
}

const bodyFields = (fields: readonly Field[]): ConsoleField[] =>
  fields
    .filter(({ children }) => children.length === 0)
    .map(({ name, type, required }) => ({
      name,
      place: "body",
      type: type === "file" ? "file" : isMap(type) ? "pairs" : "text",
      required: required ?? false,
      options: [],
      value: "",
    }));

const isMap = (type: string): boolean => type.includes("map") || type.includes("Metadata");
