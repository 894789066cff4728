import { InputError } from "../errors.js";
import type { Field, Fields } from "./route.js";

/**
 * Refuses what the contract does not accept: an unknown field, a missing one, or a value of the wrong kind. An
 * undefined value counts as not given.
 *
 * @throws InputError that names the first field at fault.
 */
export function validateFields(fields: Fields, values: object = {}): void {
  checkNames(Object.keys(fields), values);
  for (const name in fields) {
    const field = fields[name] as Field;
    const value = (values as Record<string, unknown> | null)?.[name];
    const valid = value === undefined ? !field.required : isValid(field, value);
    if (valid && field.type === "object") validateTexts(name, value as object);
    if (!valid) throw new InputError(name, `must match ${JSON.stringify(field)}, not be ${preview(value)}`);
  }
}

/** Refuses names that are not among those known, written with the path of the object that has them. */
export function checkNames(known: readonly string[], values: object, path = ""): void {
  for (const name in values) {
    if (!known.includes(name))
      throw new InputError(path + name, `is not known here; known: ${known.join(", ") || "nothing"}`);
  }
}

/** Refuses a map with a key or value that is not text. */
function validateTexts(name: string, map: object = {}): void {
  for (const [key, value] of Object.entries(map)) {
    if (!isText(key) || !isText(value))
      throw new InputError(`${name}.${key}`, `must be text, not ${preview(value)}`);
  }
}

/** Whether a value matches its field. Text that is not well-formed Unicode would arrive changed. */
function isValid(field: Field, value: unknown): boolean {
  const { type, contentTypes } = field;
  const { minimum = -Infinity, maximum = Infinity, minLength = 0, maxLength = Infinity } = field;
  if (contentTypes) return true;
  if (type === "integer")
    return Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum;
  if (type === "object") return isPlainObject(value);
  if (!isText(value) || value.length < minLength || value.length > maxLength) return false;
  return field.enum?.includes(value) ?? new RegExp(field.pattern ?? "", "u").test(value);
}

const isText = (value: unknown): value is string => typeof value === "string" && !/\p{Cs}/u.test(value);

/** Whether a value is an object as `{}` creates it, in this realm or in another, or one without a prototype. */
export const isPlainObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !prototypeOf(prototypeOf(value) ?? Object.prototype);

const prototypeOf = Object.getPrototypeOf;

/** A short form of a value, for messages. */
export const preview = (value: unknown): string =>
  (typeof value === "object" && value
    ? Object.prototype.toString.call(value)
    : `${JSON.stringify(value)}`
  ).slice(0, 40);
