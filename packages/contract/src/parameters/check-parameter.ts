import type { CheckContext } from "../check/check-context.js";
import { checkValue } from "../check/check-value.js";
import type { Parameter, ParameterValue } from "../document/contract-model.js";
import type { MessageSection } from "../findings/finding.js";
import type { FindingCollector } from "../findings/finding-collector.js";
import { joinPointer } from "../json-pointer.js";
import { outlineOf } from "../schema/outline.js";
import { isValid } from "../schema/validator.js";
import { coerceParts, coerceText } from "./coerce.js";
import type { DecodedParts, ReadResult, ValueShape } from "./style.js";

/** A parsed parameter. */
interface Reading {
  readonly read: ReadResult | null;
  /** How often a value that is allowed once was sent. */
  readonly times: number;
}

/** Reads a parameter in one of the shapes that its schema allows. */
export type ReadShape = (shape: ValueShape, propertyNames: readonly string[]) => Reading;

/** Checks one parameter or header. Returns its value; undefined when it was not sent or cannot be read. */
export function checkParameter(
  context: CheckContext,
  collector: FindingCollector,
  parameter: Parameter,
  readShape: ReadShape,
): unknown {
  const location = { in: parameter.in as MessageSection, name: parameter.name, inferred: parameter.inferred };
  const candidates = readCandidates(context, parameter.value, readShape);
  const first = candidates[0] as Reading;
  if (first.read === null) {
    if (parameter.required) {
      collector.add(
        { code: "value-missing" },
        { ...location, contract: joinPointer(parameter.pointer, "required") },
      );
    }
    return undefined;
  }
  if (first.times > 1) {
    collector.add(
      { code: "value-repeated", times: first.times },
      { ...location, contract: parameter.pointer },
    );
  }
  if (parameter.value.kind === "content") return checkContent(context, collector, parameter, first.read);
  return checkStyled(context, collector, parameter, parameter.value, candidates);
}

/** A schema may allow several shapes. Each is tried, and the first valid one is used. */
function readCandidates(context: CheckContext, value: ParameterValue, readShape: ReadShape): Reading[] {
  if (value.kind === "content") return [readShape("primitive", [])];
  const { types, propertyNames } = outlineOf(context.model.schemas, value.schema);
  return shapesOf(types).map((shape) => readShape(shape, propertyNames));
}

const shapesByTypes = new WeakMap<ReadonlySet<string>, readonly ValueShape[]>();

function shapesOf(types: ReadonlySet<string>): readonly ValueShape[] {
  const known = shapesByTypes.get(types) ?? findShapes(types);
  shapesByTypes.set(types, known);
  return known;
}

function findShapes(types: ReadonlySet<string>): ValueShape[] {
  const shapes: ValueShape[] = [];
  if (types.has("array")) shapes.push("array");
  if (types.has("object")) shapes.push("object");
  const primitive = [...types].some((type) => type !== "array" && type !== "object" && type !== "null");
  if (primitive || shapes.length === 0) shapes.unshift("primitive");
  return shapes;
}

function checkStyled(
  context: CheckContext,
  collector: FindingCollector,
  parameter: Parameter,
  value: ParameterValue & { kind: "style" },
  candidates: readonly Reading[],
): unknown {
  const only = candidates.length === 1 ? candidates[0]?.read : null;
  // nearly all parameters have one shape, and can be read in it
  if (only?.outcome === "read")
    return checkOneOf(
      context,
      collector,
      parameter,
      value,
      candidateValues(context, value.schema, only.parts),
    );
  const reads = candidates.flatMap(({ read }) => (read === null ? [] : [read]));
  const values = reads.flatMap((read) =>
    read.outcome === "read" ? candidateValues(context, value.schema, read.parts) : [],
  );
  const malformed = reads.find((read) => read.outcome === "malformed");
  if (values.length === 0 && malformed?.outcome === "malformed") {
    collector.add(
      { code: "value-malformed", style: value.style, problem: malformed.problem },
      { in: parameter.in, name: parameter.name, contract: parameter.pointer, inferred: parameter.inferred },
    );
    return undefined;
  }
  return checkOneOf(context, collector, parameter, value, values);
}

/** Checks the first value that is valid; the first one if none is. Returns it. */
function checkOneOf(
  context: CheckContext,
  collector: FindingCollector,
  parameter: Parameter,
  value: ParameterValue & { kind: "style" },
  values: readonly unknown[],
): unknown {
  if (value.allowEmpty && values[0] === "") return "";
  const fitting = values.length > 1 ? values.find((one) => fits(context, value.schema, one)) : values[0];
  const chosen = fitting === undefined ? values[0] : fitting;
  const { in: location, name, carried } = parameter;
  const contract = joinPointer(parameter.pointer, "schema");
  checkValue(context, collector, {
    value: chosen,
    schema: value.schema,
    in: location,
    name,
    contract,
    carried,
  });
  return chosen;
}

/** The converted value, and the plain text when a number may also be text. */
function candidateValues(context: CheckContext, schema: string, parts: DecodedParts): unknown[] {
  const { nodes, types } = outlineOf(context.model.schemas, schema);
  if (typeof parts !== "string") return [coerceParts(parts, context.model.schemas, nodes)];
  const coerced = coerceText(parts, types);
  return coerced === parts ? [parts] : [coerced, parts];
}

function fits(context: CheckContext, schema: string, value: unknown): boolean {
  try {
    return isValid(context.validators, schema, value);
  } catch {
    return false;
  }
}

/** A parameter whose value is a document of its own, such as JSON (OpenAPI 3.1, 4.8.12.3). */
function checkContent(
  context: CheckContext,
  collector: FindingCollector,
  parameter: Parameter,
  read: ReadResult,
): unknown {
  const { in: location, name, inferred, pointer, value } = parameter;
  const at = { in: location, name, inferred, contract: joinPointer(pointer, "content") };
  if (read.outcome === "malformed" || value.kind !== "content" || typeof read.parts !== "string") {
    collector.add({ code: "value-malformed", style: "content", problem: "a percent-escape is broken" }, at);
    return undefined;
  }
  const isJson = /[/+]json(;|$)/.test(value.mediaType);
  const parsed = isJson ? parseJson(read.parts) : { value: read.parts };
  if (parsed === null) {
    collector.add({ code: "value-malformed", style: value.mediaType, problem: "this is not JSON" }, at);
    return undefined;
  }
  if (value.schema === null)
    collector.add({ code: "unchecked", reason: "no-schema", detail: value.mediaType }, at);
  else
    checkValue(context, collector, {
      value: parsed.value,
      schema: value.schema,
      carried: parameter.carried,
      ...at,
    });
  return parsed.value;
}

function parseJson(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}
