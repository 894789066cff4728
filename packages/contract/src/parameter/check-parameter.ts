import { checkValue } from "../check-value.js";
import type { Engine } from "../engine.js";
import type { Place } from "../finding.js";
import type { PlanParameter, PlanText } from "../plan.js";
import { pointerTo } from "../pointer.js";
import type { Recorder } from "../report/recorder.js";
import { isValid } from "../schema/judge.js";
import { outlineOf } from "../schema/shape.js";
import { coerceParts } from "./coerce.js";
import type { Parts, Read, Shape } from "./style.js";

/** The value of a parameter, and where it was found. */
interface Reading {
  readonly read: Read | null;
  /** How often it was sent where once is enough. */
  readonly times: number;
}

/** Reads a parameter in one of the shapes that its schema allows. */
export type ReadShape = (shape: Shape, propertyNames: readonly string[]) => Reading;

/** Checks one parameter or header. Returns its value; undefined when it was not sent or cannot be read. */
export function checkParameter(
  engine: Engine,
  recorder: Recorder,
  parameter: PlanParameter,
  readShape: ReadShape,
): unknown {
  const place = { in: parameter.in as Place, name: parameter.name, inferred: parameter.inferred };
  const candidates = readCandidates(engine, parameter.value, readShape);
  const first = candidates[0] as Reading;
  if (first.read === null) {
    if (parameter.required) {
      recorder.tell(
        { code: "value-missing" },
        { ...place, contract: pointerTo(parameter.pointer, "required") },
      );
    }
    return undefined;
  }
  if (first.times > 1) {
    recorder.tell({ code: "value-repeated", times: first.times }, { ...place, contract: parameter.pointer });
  }
  if (parameter.value.kind === "content") return checkContent(engine, recorder, parameter, first.read);
  return checkStyled(engine, recorder, parameter, parameter.value, candidates);
}

/** A schema may allow several shapes: each is tried, and the first that is valid counts. */
function readCandidates(engine: Engine, value: PlanText, readShape: ReadShape): Reading[] {
  if (value.kind === "content") return [readShape("primitive", [])];
  const { types, propertyNames } = outlineOf(engine.plan.schemas, value.schema);
  return shapesOf(types).map((shape) => readShape(shape, propertyNames));
}

function shapesOf(types: ReadonlySet<string>): Shape[] {
  const shapes: Shape[] = [];
  if (types.has("array")) shapes.push("array");
  if (types.has("object")) shapes.push("object");
  const primitive = [...types].some((type) => type !== "array" && type !== "object" && type !== "null");
  if (primitive || shapes.length === 0) shapes.unshift("primitive");
  return shapes;
}

function checkStyled(
  engine: Engine,
  recorder: Recorder,
  parameter: PlanParameter,
  value: PlanText & { kind: "style" },
  candidates: readonly Reading[],
): unknown {
  const reads = candidates.flatMap(({ read }) => (read === null ? [] : [read]));
  const values = reads.flatMap((read) =>
    read.outcome === "read" ? candidateValues(engine, value.schema, read.parts) : [],
  );
  const malformed = reads.find((read) => read.outcome === "malformed");
  if (values.length === 0 && malformed?.outcome === "malformed") {
    recorder.tell(
      { code: "value-malformed", style: value.style, problem: malformed.problem },
      { in: parameter.in, name: parameter.name, contract: parameter.pointer, inferred: parameter.inferred },
    );
    return undefined;
  }
  if (value.allowEmpty && values[0] === "") return "";
  const fitting = values.length > 1 ? values.find((one) => fits(engine, value.schema, one)) : values[0];
  const chosen = fitting === undefined ? values[0] : fitting;
  const { in: place, name, carried } = parameter;
  const contract = pointerTo(parameter.pointer, "schema");
  checkValue(engine, recorder, { value: chosen, schema: value.schema, in: place, name, contract, carried });
  return chosen;
}

/** The value with text coerced; and plain text too, where a number may also be text. */
function candidateValues(engine: Engine, schema: string, parts: Parts): unknown[] {
  const { nodes } = outlineOf(engine.plan.schemas, schema);
  const coerced = coerceParts(parts, engine.plan.schemas, nodes);
  return typeof parts === "string" && coerced !== parts ? [coerced, parts] : [coerced];
}

function fits(engine: Engine, schema: string, value: unknown): boolean {
  try {
    return isValid(engine.validators, schema, value);
  } catch {
    return false;
  }
}

/** A parameter whose value is a document of its own, such as JSON (OpenAPI 3.1, 4.8.12.3). */
function checkContent(engine: Engine, recorder: Recorder, parameter: PlanParameter, read: Read): unknown {
  const { in: place, name, inferred, pointer, value } = parameter;
  const at = { in: place, name, inferred, contract: pointerTo(pointer, "content") };
  if (read.outcome === "malformed" || value.kind !== "content" || typeof read.parts !== "string") {
    recorder.tell({ code: "value-malformed", style: "content", problem: "a percent-escape is broken" }, at);
    return undefined;
  }
  const isJson = /[/+]json(;|$)/.test(value.mediaType);
  const parsed = isJson ? parseJson(read.parts) : { value: read.parts };
  if (parsed === null) {
    recorder.tell({ code: "value-malformed", style: value.mediaType, problem: "this is not JSON" }, at);
    return undefined;
  }
  if (value.schema === null)
    recorder.tell({ code: "unchecked", why: "no-schema", detail: value.mediaType }, at);
  else
    checkValue(engine, recorder, {
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
