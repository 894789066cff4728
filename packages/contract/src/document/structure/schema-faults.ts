import { openApiValidators as openApi30 } from "@ittybit/openapi/openapi-3-0-schema";
import { openApiValidators as openApi31 } from "@ittybit/openapi/openapi-schema";
import { joinPointer, parsePointer } from "../../json-pointer.js";
import { keywords } from "../../schema/link/keywords.js";
import type { OpenApiVersion } from "../version/read-version.js";
import type { DocumentFault } from "./document-fault.js";
import type { ObjectKind } from "./object-fields.js";
import type { DocumentObject } from "./walk-objects.js";

type Validate = (typeof openApi31)["openapi"];
type SchemaError = NonNullable<Validate["errors"]>[number];

/** An object that a schema describes. */
export type SchemaChecked = Pick<DocumentObject, "pointer" | "value"> & {
  readonly kind: ObjectKind | "schema";
};

const validators: Readonly<Record<OpenApiVersion, Readonly<Partial<Record<string, Validate>>>>> = {
  "3.0": openApi30,
  "3.1": openApi31,
  "3.2": openApi31,
};

/** Objects that only document. */
const DOCUMENTATION: readonly (ObjectKind | undefined)[] = ["example", "link", "callback"];

/** What the schema says by `anyOf`, `oneOf` and `not`. */
const RULES: readonly {
  readonly keyword: string;
  readonly kinds: readonly (ObjectKind | undefined)[];
  readonly problem: string;
  readonly fix: string;
}[] = [
  {
    keyword: "anyOf",
    kinds: ["openapi"],
    problem: "paths, components and webhooks are missing",
    fix: "Add one of them.",
  },
  {
    keyword: "oneOf",
    kinds: ["parameter", "header"],
    problem: "schema and content are both missing, or both there",
    fix: "Keep one of them.",
  },
  {
    keyword: "oneOf",
    kinds: ["link"],
    problem: "operationId and operationRef are both missing, or both there",
    fix: "Keep one of them.",
  },
  {
    keyword: "not",
    kinds: ["example"],
    problem: "value and externalValue exclude each other",
    fix: "Keep one of them.",
  },
  {
    keyword: "not",
    kinds: ["parameter", "header", "mediaType"],
    problem: "example and examples exclude each other",
    fix: "Keep examples.",
  },
];

/** Most errors of one object that are looked at: each is compared with the others. */
const MAX_ERRORS = 1_000;

/** Validates an object by the JSON Schema of the specification. Objects of a kind without a schema have no faults. */
export function schemaFaults(
  { kind, pointer, value }: SchemaChecked,
  kindAt: (pointer: string) => ObjectKind | undefined,
  version: OpenApiVersion,
): DocumentFault[] {
  const validate = validators[version][kind];
  if (validate === undefined || validate(value)) return [];
  const errors = (validate.errors ?? []).filter((error) => !isOfAlternative(error)).slice(0, MAX_ERRORS);
  return errors.flatMap((error) => {
    if (isFollowing(error, errors)) return [];
    const own = kindAt(pointer + error.instancePath);
    const fault = faultOf(error, own);
    const nearest = own ?? nearestKind(pointer + error.instancePath, kindAt);
    return { ...fault, pointer: pointer + fault.pointer, isHarmless: isHarmless(error, nearest) };
  });
}

function nearestKind(
  pointer: string,
  kindAt: (pointer: string) => ObjectKind | undefined,
): ObjectKind | undefined {
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    const kind = kindAt(at);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** Errors inside a branch: the keyword of the branches has one of its own. */
function isOfAlternative({ schemaPath }: SchemaError): boolean {
  return /\/(?:anyOf|oneOf)\/\d+\//.test(schemaPath);
}

/**
 * Whether an error follows from others: a field counts as unknown when the part of the schema that knows it has an error
 * of its own.
 */
function isFollowing(
  { keyword, instancePath, params }: SchemaError,
  errors: readonly SchemaError[],
): boolean {
  if (keyword === "if" || keyword === "propertyNames") return true;
  if (keyword === "enum") return errors.some((one) => one.keyword === "type" && isHere(one));
  if (isWithoutStatus({ keyword, instancePath, params }))
    return errors.some((one) => one.keyword === "minProperties" && isHere(one));
  if (keyword !== "unevaluatedProperties") return false;
  const field = joinPointer(instancePath, String(params.unevaluatedProperty));
  const others = errors.filter((one) => one.keyword !== "unevaluatedProperties" && one.keyword !== "if");
  const isBelow = others.some((one) => `${one.instancePath}/`.startsWith(`${field}/`));
  return isBelow || (FIELD_NAMES.has(String(params.unevaluatedProperty)) && others.some(isHere));

  function isHere(one: SchemaError): boolean {
    return one.instancePath === instancePath;
  }
}

/** Fields that the schema knows under a condition only. */
const FIELD_NAMES = new Set([
  "schema",
  "style",
  "explode",
  "content",
  "example",
  "examples",
  "allowEmptyValue",
  "value",
  "externalValue",
  "name",
  "in",
  "scheme",
  "bearerFormat",
  "flows",
  "openIdConnectUrl",
]);

function faultOf(
  { keyword, instancePath, params, propertyName }: SchemaError,
  kind: ObjectKind | undefined,
): Omit<DocumentFault, "isHarmless"> {
  const at = (problem: string, fix = "Correct it.") => ({ problem, pointer: instancePath, fix });
  switch (keyword) {
    case "required":
      if (isWithoutStatus({ keyword, instancePath, params })) return at("no status is described", "Add one.");
      return at(`${params.missingProperty} is missing`, "Add it.");
    case "unevaluatedProperties":
    case "additionalProperties": {
      const name = String(params.unevaluatedProperty ?? params.additionalProperty);
      const fix = `Correct the name, or call it x-${name}.`;
      return { problem: `there is no field ${name} here`, pointer: joinPointer(instancePath, name), fix };
    }
    case "type":
      return at(`${lastStep(instancePath)} must be ${wordsOf(params.type)}`);
    case "const":
      return at(`${lastStep(instancePath)} must be ${JSON.stringify(params.allowedValue)} here`);
    case "enum":
      return at(`${lastStep(instancePath)} must be one of ${(params.allowedValues as unknown[]).join(", ")}`);
    case "minItems":
    case "minProperties":
      return at(`${lastStep(instancePath)} is empty`);
    case "pattern":
      return propertyName === undefined
        ? at(`${lastStep(instancePath)} does not match ${params.pattern}`)
        : at(`"${propertyName}" does not match ${params.pattern}`, "Give it another name.");
    default: {
      const rule = RULES.find((one) => one.keyword === keyword && one.kinds.includes(kind));
      return rule ? at(rule.problem, rule.fix) : at(`${lastStep(instancePath)} is not as OpenAPI demands`);
    }
  }
}

/** Responses need a status or `default`; the schema says so by a condition that requires `default`. */
function isWithoutStatus({
  keyword,
  instancePath,
  params,
}: Pick<SchemaError, "keyword" | "instancePath" | "params">): boolean {
  return (
    keyword === "required" && params.missingProperty === "default" && lastStep(instancePath) === "responses"
  );
}

function lastStep(pointer: string): string {
  return parsePointer(pointer).at(-1) ?? "the document";
}

function wordsOf(type: unknown): string {
  const names: unknown[] = Array.isArray(type) ? type : [type];
  return names.map((name) => (/^[aio]/.test(String(name)) ? `an ${name}` : `a ${name}`)).join(" or ");
}

/** Fields that only document, in any object. */
const DOCUMENTING_FIELDS = new Set(["summary", "description", "deprecated", "tags", "externalDocs"]);

/** What is missing, or has an unusual name, changes no check: whoever needs it to check asks for it. */
function isHarmless({ keyword, instancePath, params }: SchemaError, kind: ObjectKind | undefined): boolean {
  if (keyword === "required" || keyword === "pattern" || keyword === "minProperties" || keyword === "not")
    return true;
  if (keyword === "additionalProperties" && keywords.get(String(params.additionalProperty)) === "annotation")
    return true;
  const [first] = parsePointer(instancePath);
  if (first === "info" || first === "tags" || DOCUMENTING_FIELDS.has(lastStep(instancePath))) return true;
  return DOCUMENTATION.includes(kind);
}
