import type { Engine } from "./engine.js";
import type { Fact, Place } from "./finding.js";
import { pointerTo } from "./pointer.js";
import type { Recorder } from "./report/recorder.js";
import { coverOf } from "./schema/cover.js";
import { type Remark, remarksOn } from "./schema/drift.js";
import { explain } from "./schema/explain.js";
import { isValid, type SchemaFault } from "./schema/judge.js";
import { StringTooLong } from "./schema/pattern.js";

/** A value on its way to its schema. */
export interface Subject {
  readonly value: unknown;
  /** Key of the linked schema. */
  readonly schema: string;
  readonly in: Place;
  readonly name: string | null;
  /** Pointer of the value inside the message part. @default "" */
  readonly base?: string;
  /** Where the schema is used in the contract. */
  readonly contract: string;
  /** Why the schema is inferred by a reason beside a `$ref` that led to it. */
  readonly carried: string | null;
  /** Faults that another check tells better. */
  readonly ignore?: (fault: SchemaFault) => boolean;
}

/** Holds a value against its schema and tells what is wrong. Returns whether it is valid. Never throws. */
export function checkValue(engine: Engine, recorder: Recorder, subject: Subject): boolean {
  try {
    const valid = isValid(engine.validators, subject.schema, subject.value);
    if (!valid) tellFaults(engine, recorder, subject);
    for (const remark of remarksOn(engine.spots, subject.schema, subject.value, recorder.direction)) {
      tellRemark(engine, recorder, subject, remark);
    }
    return valid;
  } catch (error) {
    const why = uncheckable(error);
    if (why === null) throw error;
    recorder.tell(why, { in: subject.in, name: subject.name, contract: subject.contract });
    return false;
  }
}

/** The two ways in which a hostile value stops a validator: nesting and length. */
function uncheckable(error: unknown): Fact | null {
  if (error instanceof RangeError) return { code: "unchecked", why: "too-deep", detail: "" };
  if (!(error instanceof StringTooLong)) return null;
  return { code: "unchecked", why: "string-too-long", detail: error.message };
}

function tellFaults(engine: Engine, recorder: Recorder, subject: Subject): void {
  const { value, schema, ignore } = subject;
  for (const fault of explain(engine.plan.schemas, engine.validators, schema, value)) {
    if (ignore?.(fault)) continue;
    recorder.tell(schemaFact(fault), {
      in: subject.in,
      name: subject.name,
      pointer: (subject.base ?? "") + fault.instancePath,
      contract: pointerTo(fault.schemaAt, keywordOf(fault)),
      inferred: coverOf(
        engine.plan.schemas,
        schema,
        { ...fault, missing: missingIn(fault) },
        subject.carried,
      ),
      value: fault.keyword === "required" || fault.keyword === "dependentRequired" ? undefined : fault.value,
    });
  }
}

function missingIn(fault: SchemaFault): string | null {
  return fault.keyword === "required" ? propertyOf(fault) : null;
}

function keywordOf({ keyword }: SchemaFault): string {
  return keyword === "false schema" ? "not" : keyword;
}

function schemaFact(fault: SchemaFault): Fact {
  return { code: "schema", keyword: keywordOf(fault), limit: fault.limit, property: propertyOf(fault) };
}

function propertyOf({ keyword, params }: SchemaFault): string | null {
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

function tellRemark(engine: Engine, recorder: Recorder, subject: Subject, remark: Remark): void {
  const at = remark.node?.["x-at"] ?? subject.contract;
  recorder.tell(remarkFact(remark, recorder), {
    in: subject.in,
    name: subject.name,
    pointer: (subject.base ?? "") + remark.pointer,
    contract: at + remarkKeyword(remark, recorder),
    inferred: coverOf(
      engine.plan.schemas,
      subject.schema,
      { schemaAt: at, instancePath: remark.pointer, missing: null },
      subject.carried,
    ),
    value: remark.value,
  });
}

function remarkFact(remark: Remark, recorder: Recorder): Fact {
  switch (remark.kind) {
    case "property":
      return { code: "property-undocumented", property: remark.property, known: remark.known };
    case "enum":
      return { code: "enum-value-undocumented", known: remark.known.map(String) };
    case "mark":
      return { code: recorder.direction === "request" ? "read-only-sent" : "write-only-returned" };
    default:
      return remark satisfies never;
  }
}

function remarkKeyword(remark: Remark, recorder: Recorder): string {
  switch (remark.kind) {
    case "property":
      return remark.node?.properties ? "/properties" : "";
    case "enum":
      return "/x-extensible-enum";
    case "mark":
      return recorder.direction === "request" ? "/readOnly" : "/writeOnly";
    default:
      return remark satisfies never;
  }
}
