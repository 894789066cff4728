import type { Document } from "./document/document.js";
import { type ListedOperation, operationList, serverList } from "./document/operation-list.js";
import { authentication, versionHeader } from "./operations/api-constants.js";
import { postmanRequest, versionExample } from "./postman/postman-request.js";
import { postmanResponses } from "./postman/postman-response.js";

const SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

/**
 * A Postman collection, format 2.1: a folder for each tag, a request for each operation with its examples as saved
 * responses. The base URL of each server, the key and the version are variables of the collection. Requests are
 * identified by operationId, so that a later import finds the same ones.
 */
export function emitPostman(document: Document): string {
  const operations = operationList(document);
  const folders = tagsOf(document, operations).map(({ name, description }) => ({
    name,
    description,
    item: operations
      .filter(({ operation }) => operation.tags?.[0] === name)
      .map((listed) => requestItem(document, listed)),
  }));
  const untagged = operations.filter(({ operation }) => operation.tags?.[0] === undefined);
  const collection = {
    info: { name: document.info.title, description: document.info.description, schema: SCHEMA },
    auth: collectionAuth(document),
    variable: variables(document),
    item: [...folders, ...untagged.map((listed) => requestItem(document, listed))],
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

/** The tags that operations have: first those that the document describes, in its order. */
function tagsOf(document: Document, operations: readonly ListedOperation[]) {
  const used = new Set(operations.flatMap(({ operation }) => operation.tags?.[0] ?? []));
  const described = (document.tags ?? []).filter(({ name }) => used.delete(name));
  return [...described, ...[...used].map((name) => ({ name, description: undefined }))];
}

const requestItem = (document: Document, listed: ListedOperation): object => ({
  id: listed.operation.operationId,
  name: listed.operation.summary ?? listed.operation.operationId,
  request: postmanRequest(document, listed),
  response: postmanResponses(document, listed),
});

function collectionAuth(document: Document): object | undefined {
  const found = authentication(document);
  if (!found) return undefined;
  if (found.type === "http")
    return { type: "bearer", bearer: [{ key: "token", value: "{{apiKey}}", type: "string" }] };
  const parts = { key: found.header, value: "{{apiKey}}", in: "header" };
  return {
    type: "apikey",
    apikey: Object.entries(parts).map(([key, value]) => ({ key, value, type: "string" })),
  };
}

function variables(document: Document): object[] {
  const servers = [...serverList(document)].map(([key, { url, description }]) => ({
    key,
    value: url,
    type: "string",
    description,
  }));
  const key = { key: "apiKey", value: "", type: "string", description: "Your API key. Keep it secret." };
  const version = {
    key: "version",
    value: versionExample(document),
    type: "string",
    description: "API version.",
  };
  return [...servers, key, ...(versionHeader(document) === null ? [] : [version])];
}
