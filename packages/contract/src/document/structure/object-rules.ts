import { isObject } from "../../is-object.js";
import { joinPointer, pointerOfReference, resolvePointer } from "../../json-pointer.js";
import type { DocumentFault } from "./document-fault.js";
import type { DocumentObject } from "./walk-objects.js";

/** What OpenAPI 3.1 demands and its JSON Schema cannot say. */
export function ruleFaults(document: unknown, { kind, pointer, value }: DocumentObject): DocumentFault[] {
  switch (kind) {
    case "pathItem":
    case "operation":
      return repeatedParameters(document, pointer, value.parameters);
    case "server":
      return unlistedDefaults(pointer, value.variables);
    case "openapi":
      return repeatedTags(value.tags);
    default:
      return [];
  }
}

/** A parameter is identified by name and location, and a list has each once (4.8.9, 4.8.10). */
function repeatedParameters(document: unknown, pointer: string, parameters: unknown): DocumentFault[] {
  if (!Array.isArray(parameters)) return [];
  const seen = new Set<string>();
  return parameters.flatMap((parameter: unknown, index) => {
    const { name, in: location } = followed(document, parameter);
    if (typeof name !== "string" || typeof location !== "string") return [];
    const id = `${location} ${location === "header" ? name.toLowerCase() : name}`;
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return {
      problem: `the ${location} parameter ${name} is listed twice`,
      pointer: joinPointer(pointer, "parameters", index),
      fix: "Keep one of them.",
      isHarmless: false,
    };
  });
}

/** Most `$ref`s from one to the next: a chain that never ends is refused elsewhere. */
const MAX_REFERENCES = 20;

function followed(document: unknown, start: unknown): Readonly<Record<string, unknown>> {
  let node = start;
  for (let count = 0; count < MAX_REFERENCES; count++) {
    if (!isObject(node)) return {};
    if (typeof node.$ref !== "string") return node;
    node = resolvePointer(document, pointerOfReference(node.$ref) ?? "/");
  }
  return {};
}

/** The default of a server variable is one of its values (4.8.6). */
function unlistedDefaults(pointer: string, variables: unknown): DocumentFault[] {
  if (!isObject(variables)) return [];
  return Object.entries(variables).flatMap(([name, variable]) => {
    if (!isObject(variable) || !Array.isArray(variable.enum) || variable.enum.length === 0) return [];
    if (variable.default === undefined || variable.enum.includes(variable.default)) return [];
    return {
      problem: `the default of the server variable ${name} is not in its enum`,
      pointer: joinPointer(pointer, "variables", name, "default"),
      fix: "Add it, or choose another.",
      isHarmless: false,
    };
  });
}

/** Names of tags are unique (4.8.1). */
function repeatedTags(tags: unknown): DocumentFault[] {
  if (!Array.isArray(tags)) return [];
  const names = tags.map((tag: unknown) => (isObject(tag) ? tag.name : undefined));
  return names.flatMap((name, index) => {
    if (name === undefined || names.indexOf(name) === index) return [];
    const problem = `the tag ${name} is described twice`;
    return { problem, pointer: joinPointer("/tags", index), fix: "Keep one of them.", isHarmless: true };
  });
}
