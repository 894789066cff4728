import type { FindingDetail, MessageSection } from "../findings/finding.js";
import type { FindingCollector } from "../findings/finding-collector.js";
import { joinPointer } from "../json-pointer.js";
import { type Observation, observe } from "../schema/drift/observe.js";
import { explain } from "../schema/explain/explain.js";
import { inferredReason } from "../schema/explain/inferred-reason.js";
import { StringTooLong } from "../schema/pattern/pattern.js";
import { isValid, type SchemaViolation } from "../schema/validator.js";
import type { CheckContext } from "./check-context.js";

/** A value on its way to its schema. */
export interface Subject {
  readonly value: unknown;
  /** Key of the linked schema. */
  readonly schema: string;
  readonly in: MessageSection;
  readonly name: string | null;
  /** Pointer of the value inside the message part. @default "" */
  readonly base?: string;
  /** Where the schema is used in the contract. */
  readonly contract: string;
  /** Why the schema is inferred by a reason beside a `$ref` that led to it. */
  readonly carried: string | null;
  /** Faults that another check tells better. */
  readonly ignore?: (fault: SchemaViolation) => boolean;
}

/** Holds a value against its schema and tells what is wrong. Returns whether it is valid. Never throws. */
export function checkValue(context: CheckContext, collector: FindingCollector, subject: Subject): boolean {
  try {
    const valid = isValid(context.validators, subject.schema, subject.value);
    if (!valid) reportFaults(context, collector, subject);
    for (const remark of observe(context.views, subject.schema, subject.value, collector.direction)) {
      reportRemark(context, collector, subject, remark);
    }
    return valid;
  } catch (error) {
    const why = uncheckable(error);
    if (why === null) throw error;
    collector.add(why, { in: subject.in, name: subject.name, contract: subject.contract });
    return false;
  }
}

/** The two ways in which a hostile value stops a validator: nesting and length. */
function uncheckable(error: unknown): FindingDetail | null {
  if (error instanceof RangeError) return { code: "unchecked", reason: "too-deep", detail: "" };
  if (!(error instanceof StringTooLong)) return null;
  return { code: "unchecked", reason: "string-too-long", detail: error.message };
}

function reportFaults(context: CheckContext, collector: FindingCollector, subject: Subject): void {
  const { value, schema, ignore } = subject;
  for (const fault of explain(context.model.schemas, context.validators, schema, value)) {
    if (ignore?.(fault)) continue;
    collector.add(schemaFact(fault), {
      in: subject.in,
      name: subject.name,
      pointer: (subject.base ?? "") + fault.instancePath,
      contract: joinPointer(fault.schemaAt, keywordOf(fault)),
      inferred: inferredReason(
        context.model.schemas,
        schema,
        { ...fault, missing: missingIn(fault) },
        subject.carried,
      ),
      value: fault.keyword === "required" || fault.keyword === "dependentRequired" ? undefined : fault.value,
    });
  }
}

function missingIn(fault: SchemaViolation): string | null {
  return fault.keyword === "required" ? propertyOf(fault) : null;
}

function keywordOf({ keyword }: SchemaViolation): string {
  return keyword === "false schema" ? "not" : keyword;
}

function schemaFact(fault: SchemaViolation): FindingDetail {
  return { code: "schema", keyword: keywordOf(fault), limit: fault.limit, property: propertyOf(fault) };
}

function propertyOf({ keyword, params }: SchemaViolation): string | null {
  const named: Readonly<Record<string, unknown>> = {
    required: params.missingProperty,
    dependentRequired: params.missingProperty,
    additionalProperties: params.additionalProperty,
    unevaluatedProperties: params.unevaluatedProperty,
    propertyNames: params.propertyName,
  };
  const name = named[keyword];
  return typeof name === "string" ? name : null;
}

function reportRemark(
  context: CheckContext,
  collector: FindingCollector,
  subject: Subject,
  remark: Observation,
): void {
  const at = remark.node?.["x-at"] ?? subject.contract;
  collector.add(remarkFact(remark, collector), {
    in: subject.in,
    name: subject.name,
    pointer: (subject.base ?? "") + remark.pointer,
    contract: at + remarkKeyword(remark, collector),
    inferred: inferredReason(
      context.model.schemas,
      subject.schema,
      { schemaAt: at, instancePath: remark.pointer, missing: null },
      subject.carried,
    ),
    value: remark.value,
  });
}

function remarkFact(remark: Observation, collector: FindingCollector): FindingDetail {
  switch (remark.kind) {
    case "property":
      return { code: "property-undocumented", property: remark.property, known: remark.known };
    case "enum":
      return { code: "enum-value-undocumented", known: remark.known.map(String) };
    case "mark":
      return { code: collector.direction === "request" ? "read-only-sent" : "write-only-returned" };
    default:
      return remark satisfies never;
  }
}

function remarkKeyword(remark: Observation, collector: FindingCollector): string {
  switch (remark.kind) {
    case "property":
      return remark.node?.properties ? "/properties" : "";
    case "enum":
      return "/x-extensible-enum";
    case "mark":
      return collector.direction === "request" ? "/readOnly" : "/writeOnly";
    default:
      return remark satisfies never;
  }
}
