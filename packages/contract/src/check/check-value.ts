import { aspectOfKeyword } from "../document/inferred-mark.js";
import type { FindingDetail, MessageSection } from "../findings/finding.js";
import type { FindingCollector } from "../findings/finding-collector.js";
import { joinPointer } from "../json-pointer.js";
import { type Observation, observe } from "../schema/drift/undocumented.js";
import { explain } from "../schema/explain/explain.js";
import { InferredReasons } from "../schema/explain/inferred-reason.js";
import { StringTooLong } from "../schema/pattern/pattern.js";
import { isValid, type SchemaViolation } from "../schema/validator.js";
import type { CheckContext } from "./check-context.js";

/** A value, its schema, and where both are. */
export interface CheckedValue {
  readonly value: unknown;
  /** Key of the linked schema. */
  readonly schema: string;
  readonly in: MessageSection;
  readonly name: string | null;
  /** Pointer of the value inside the message section. @default "" */
  readonly base?: string;
  /** Where the schema is used in the contract. */
  readonly contract: string;
  /** Why the schema is inferred, by a reason beside a `$ref` that led to it. */
  readonly carried: string | null;
  /** Violations that another check reports better. */
  readonly ignore?: (violation: SchemaViolation) => boolean;
}

/** Checks a value against its schema and reports what is wrong. Returns whether it is valid. Never throws. */
export function checkValue(
  context: CheckContext,
  collector: FindingCollector,
  checked: CheckedValue,
): boolean {
  const { schema, value } = checked;
  try {
    const valid = isValid(context.validators, schema, value);
    const observations = valid ? observe(context.views, schema, value, collector.direction) : null;
    if (observations?.length === 0) return true;
    const reasons = new InferredReasons(context.model.schemas, schema, checked.carried);
    if (!valid) reportViolations(context, collector, checked, reasons);
    for (const observation of observations ?? observe(context.views, schema, value, collector.direction))
      reportObservation(collector, checked, reasons, observation);
    return valid;
  } catch (error) {
    const detail = uncheckable(error);
    if (detail === null) throw error;
    collector.add(detail, { in: checked.in, name: checked.name, contract: checked.contract });
    return false;
  }
}

/** A hostile value stops a validator in two ways: by nesting and by length. */
function uncheckable(error: unknown): FindingDetail | null {
  if (error instanceof RangeError) return { code: "unchecked", reason: "too-deep", detail: "" };
  if (!(error instanceof StringTooLong)) return null;
  return { code: "unchecked", reason: "string-too-long", detail: error.message };
}

function reportViolations(
  context: CheckContext,
  collector: FindingCollector,
  { value, schema, ignore, base = "", in: section, name, contract }: CheckedValue,
  reasons: InferredReasons,
): void {
  const { violations, omitted } = explain(context.model.schemas, context.validators, schema, value);
  for (const violation of violations) {
    if (ignore?.(violation)) continue;
    const isAbsent = violation.keyword === "required" || violation.keyword === "dependentRequired";
    const missing = violation.keyword === "required" ? propertyOf(violation) : null;
    collector.add(detailOf(violation), {
      in: section,
      name,
      pointer: base + violation.instancePath,
      contract: joinPointer(violation.schemaAt, keywordOf(violation)),
      item: missing,
      inferred: () => reasons.of({ ...violation, missing, aspect: aspectOfKeyword(violation.keyword) }),
      value: isAbsent ? undefined : violation.value,
    });
  }
  if (omitted > 0) {
    const detail = `${omitted} more violations of the schema`;
    collector.add(
      { code: "unchecked", reason: "too-many-findings", detail },
      { in: section, name, contract },
    );
  }
}

function keywordOf({ keyword }: SchemaViolation): string {
  return keyword === "false schema" ? "not" : keyword;
}

function detailOf(violation: SchemaViolation): FindingDetail {
  const { limit } = violation;
  return { code: "schema", keyword: keywordOf(violation), limit, property: propertyOf(violation) };
}

/** Parameter of a violation that names the property it is about. */
const PROPERTY_PARAMETERS: Readonly<Record<string, string>> = {
  required: "missingProperty",
  dependentRequired: "missingProperty",
  additionalProperties: "additionalProperty",
  unevaluatedProperties: "unevaluatedProperty",
  propertyNames: "propertyName",
};

function propertyOf({ keyword, params }: SchemaViolation): string | null {
  const parameter = PROPERTY_PARAMETERS[keyword];
  const name = parameter === undefined ? undefined : params[parameter];
  return typeof name === "string" ? name : null;
}

function reportObservation(
  collector: FindingCollector,
  { contract, in: section, name, base = "" }: CheckedValue,
  reasons: InferredReasons,
  observation: Observation,
): void {
  const schemaAt = observation.node?.["x-at"] ?? contract;
  const { pointer, value } = observation;
  collector.add(detailOfObservation(observation, collector), {
    in: section,
    name,
    pointer: base + pointer,
    contract: schemaAt + keywordOfObservation(observation, collector),
    inferred: () => reasons.of({ schemaAt, instancePath: pointer, missing: null, aspect: "values" }),
    value,
  });
}

function detailOfObservation(observation: Observation, { direction }: FindingCollector): FindingDetail {
  switch (observation.kind) {
    case "property":
      return { code: "property-undocumented", property: observation.property, known: observation.known };
    case "enum":
      return { code: "enum-value-undocumented", known: observation.known.map(String) };
    case "mark":
      return { code: direction === "request" ? "read-only-sent" : "write-only-returned" };
    default:
      return observation satisfies never;
  }
}

function keywordOfObservation(observation: Observation, { direction }: FindingCollector): string {
  switch (observation.kind) {
    case "property":
      return observation.node?.properties ? "/properties" : "";
    case "enum":
      return "/x-extensible-enum";
    case "mark":
      return direction === "request" ? "/readOnly" : "/writeOnly";
    default:
      return observation satisfies never;
  }
}
