import type { SchemaNode } from "./schema-node.js";

/** One violated keyword. */
export interface SchemaViolation {
  readonly keyword: string;
  /** JSON pointer into the value. */
  readonly instancePath: string;
  /** Location of the schema that contains the keyword. */
  readonly schemaAt: string;
  readonly limit: unknown;
  readonly params: Readonly<Record<string, unknown>>;
  /** The offending value. */
  readonly value: unknown;
}

/** A validator function of Ajv, compiled at run time or ahead of it. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly ValidatorError[] | null;
}

interface ValidatorError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly schema?: unknown;
  readonly parentSchema?: unknown;
  readonly data?: unknown;
}

/** Finds the validator of a linked schema by its key. */
export type Validators = (key: string) => Validator;

export function isValid(validators: Validators, key: string, value: unknown): boolean {
  return validators(key)(value);
}

/** Every violated keyword; none when the value is valid. */
export function violations(validators: Validators, key: string, value: unknown): SchemaViolation[] {
  const validate = validators(key);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(toFault);
}

function toFault(error: ValidatorError): SchemaViolation {
  const parent = error.parentSchema as SchemaNode | undefined;
  return {
    keyword: error.keyword,
    instancePath: error.instancePath,
    schemaAt: parent?.["x-at"] ?? "",
    limit: error.schema,
    params: error.params,
    value: error.data,
  };
}
