import { isObject } from "../is-object.js";
import type { Credential } from "./contract-model.js";
import type { DocumentNode, DocumentReader } from "./document-reader.js";
import { wholeReason } from "./inferred-mark.js";

/** The security requirements of an operation, else those of the document (OpenAPI 3.1, 4.8.30). */
export function readSecurity(
  reader: DocumentReader,
  root: DocumentNode,
  operation: DocumentNode,
): Credential[][] {
  const owner = operation.value.security === undefined ? root : operation;
  const alternatives: Credential[][] = [];
  for (let index = 0; index < reader.count(owner, "security"); index++) {
    const requirement = (owner.value.security as unknown[])[index];
    if (!isObject(requirement)) {
      throw reader.errorAt(
        owner,
        "a security requirement is not an object",
        "Name schemes.",
        "security",
        String(index),
      );
    }
    alternatives.push(Object.keys(requirement).map((name) => readCredential(reader, root, owner, name)));
  }
  return alternatives.some((all) => all.length === 0) ? [] : alternatives;
}

function readCredential(
  reader: DocumentReader,
  root: DocumentNode,
  owner: DocumentNode,
  name: string,
): Credential {
  const node = reader.child(root, "components", "securitySchemes", name);
  if (node === null) {
    throw reader.errorAt(
      owner,
      `security scheme ${name} is not defined`,
      "Define it in components.",
      "security",
    );
  }
  const { type, scheme, in: location, name: field } = node.value;
  const inferred = wholeReason(node.value["x-inferred"], "name", "format") ?? node.inferred;
  const credential = { name, pointer: node.pointer, inferred };
  const authorization = { ...credential, in: "header", field: "Authorization" } as const;
  switch (type) {
    case "http": {
      const word = String(scheme).toLowerCase();
      const kind = word === "bearer" || word === "basic" ? word : "http";
      return { ...authorization, kind, scheme: word };
    }
    case "oauth2":
    case "openIdConnect":
      return { ...authorization, kind: "bearer", scheme: "bearer" };
    case "apiKey":
      if (
        (location === "header" || location === "query" || location === "cookie") &&
        typeof field === "string"
      ) {
        return { ...credential, kind: "key", in: location, field, scheme: "" };
      }
      throw reader.errorAt(node, `API key ${name} has no location or name`, "Write in and name.");
    case "mutualTLS":
      return { ...authorization, kind: "unseen", scheme: "" };
    default:
      throw reader.errorAt(
        node,
        `security scheme type ${JSON.stringify(type)} is not known`,
        "See OpenAPI 3.1.",
        "type",
      );
  }
}
