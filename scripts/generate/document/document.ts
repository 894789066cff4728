import { joinPointer, parsePointer, pointerOfReference } from "@ittybit/contract/json-pointer";
import type { InferredMark } from "./inferred-mark.js";

/** The parts of an OpenAPI 3.1 document that the emitters read. Names are those of the specification. */
export interface Document {
  openapi: string;
  info: { title: string; version: string; summary?: string; description?: string };
  servers?: Server[];
  security?: SecurityRequirement[];
  tags?: { name: string; description?: string }[];
  paths?: Record<string, PathItem>;
  components?: Record<string, Record<string, unknown>>;
}

export interface Server {
  url: string;
  description?: string;
}

type SecurityRequirement = Record<string, string[]>;

export interface Reference {
  $ref: string;
}

export interface PathItem {
  parameters?: (Parameter | Reference)[];
  servers?: Server[];
  [method: string]: unknown;
}

export interface Operation extends Extensions {
  operationId: string;
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: (Parameter | Reference)[];
  requestBody?: RequestBody | Reference;
  responses?: Record<string, Response | Reference>;
  servers?: Server[];
  security?: SecurityRequirement[];
}

export interface Parameter extends Extensions {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required?: boolean;
  description?: string;
  style?: string;
  explode?: boolean;
  schema?: Schema | Reference;
  example?: unknown;
  examples?: Record<string, Example | Reference>;
}

export interface RequestBody extends Extensions {
  required?: boolean;
  description?: string;
  content: Record<string, MediaType>;
}

export interface MediaType extends Extensions {
  schema?: Schema | Reference;
  encoding?: Record<string, Encoding>;
  example?: unknown;
  examples?: Record<string, Example | Reference>;
}

export interface Encoding {
  contentType?: string;
  style?: string;
  explode?: boolean;
}

export interface Response extends Extensions {
  description: string;
  headers?: Record<string, Header | Reference>;
  content?: Record<string, MediaType>;
  links?: Record<string, Link | Reference>;
}

/** What a response leads to. */
interface Link {
  operationId?: string;
}

export type Header = Omit<Parameter, "name" | "in">;

export interface Example {
  summary?: string;
  description?: string;
  value?: unknown;
}

export interface Schema extends Extensions {
  type?: string | string[];
  format?: string;
  contentMediaType?: string;
  contentEncoding?: string;
  description?: string;
  default?: unknown;
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  required?: string[];
  minProperties?: number;
  readOnly?: boolean;
  properties?: Record<string, Schema | Reference>;
  allOf?: (Schema | Reference)[];
  oneOf?: (Schema | Reference)[];
  anyOf?: (Schema | Reference)[];
  not?: Schema;
  if?: Schema;
  then?: Schema;
  example?: unknown;
  examples?: unknown[];
}

/** Marks of our own that the emitters know; see contract.md. */
interface Extensions {
  "x-inferred"?: InferredMark | string;
  "x-beta"?: boolean;
  "x-extensible-enum"?: string[];
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isReference = (value: unknown): value is Reference =>
  isObject(value) && typeof value.$ref === "string";

/** Splits a JSON pointer (RFC 6901), with or without `#` before it, into its unescaped tokens. */
export const pointerTokens = (text: string): string[] =>
  parsePointer(text.startsWith("#") ? (pointerOfReference(text) ?? "") : text);

/** The JSON pointer made of these tokens. */
export const pointer = (...tokens: string[]): string => joinPointer("", ...tokens);

/** The node that `node` is, or refers to, in a bundled document. Throws when a `$ref` leads to nothing. */
export function resolve<T>(document: Document, node: T | Reference): T {
  if (!isReference(node)) return node;
  let target: unknown = document;
  for (const token of pointerTokens(node.$ref)) target = (target as Record<string, unknown>)?.[token];
  if (target === undefined) throw new Error(`The $ref ${node.$ref} leads to nothing.`);
  return resolve(document, target as T | Reference);
}
