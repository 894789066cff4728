import { validateSchema } from "@ittybit/openapi/meta-schema";
import { ContractError } from "../../contract-error.js";
import { isObject } from "../../is-object.js";
import { joinPointer, parsePointer } from "../../json-pointer.js";
import type { SchemaNode } from "../schema-node.js";

/** Checks every linked schema against the 2020-12 meta-schema. Returns the first fault of each part. */
export function schemaErrors(schemas: Readonly<Record<string, SchemaNode>>): ContractError[] {
  const checked = new Set<string | undefined>();
  return Object.values(schemas).flatMap((node) => {
    // linked for requests and for responses
    if (checked.has(node["x-at"])) return [];
    checked.add(node["x-at"]);
    if (validateSchema(node)) return [];
    const firsts = new Map<string, SchemaError>();
    for (const error of validateSchema.errors ?? [])
      if (!firsts.has(error.instancePath)) firsts.set(error.instancePath, error);
    return [...firsts.values()].map(
      (error) =>
        new ContractError(
          `this schema cannot be used: ${problemOf(error)}`,
          { pointer: placeIn(node, error.instancePath) },
          "Correct the keyword; see JSON Schema 2020-12.",
        ),
    );
  });
}

type SchemaError = NonNullable<typeof validateSchema.errors>[number];

function problemOf({ keyword, params, message = "" }: SchemaError): string {
  if (keyword === "anyOf") return "value of the wrong kind";
  return keyword === "enum" ? `must be one of ${(params.allowedValues as unknown[]).join(", ")}` : message;
}

/** The location in the contract of a pointer into a linked schema. Linking may have moved parts. */
function placeIn(root: SchemaNode, instancePath: string): string {
  let place = root["x-at"] ?? "";
  let value: unknown = root;
  for (const step of parsePointer(instancePath)) {
    value = isObject(value) || Array.isArray(value) ? (value as Record<string, unknown>)[step] : undefined;
    const own = isObject(value) ? value["x-at"] : undefined;
    place = typeof own === "string" ? own : joinPointer(place, step);
  }
  return place;
}
