import { InputError } from "./errors.js";
import type { Field, Fields, Route } from "./route.js";

/**
 * Refuses what the contract does not take: a field that it does not know, lacks, or knows otherwise. What is
 * undefined is not given.
 *
 * @throws InputError that names the first field at fault.
 */
export function checkFields(fields: Fields, values: object = {}): void {
  for (const name in values) {
    if (!Object.hasOwn(fields, name)) {
      throw new InputError(name, `is not known here; known: ${Object.keys(fields).join(", ") || "nothing"}`);
    }
  }
  for (const name in fields) {
    const field = fields[name] as Field;
    const value = (values as Record<string, unknown> | null)?.[name];
    const right = value === undefined ? !field.required : fits(field, value);
    if (!right) throw new InputError(name, `must fit ${JSON.stringify(field)}, not be ${shown(value)}`);
  }
}

/** Refuses a body with none or several of the ways to fill it, or with nothing in it. */
export function checkBody({ alternatives, minFields = 0, fields = {} }: Route, body: object): void {
  checkFields(fields, body);
  const given = Object.entries(body).flatMap(([name, value]) => (value === undefined ? [] : name));
  const ways = alternatives?.filter((names) => names.every((name) => given.includes(name)));
  if (ways && ways.length !== 1) {
    const names = alternatives?.flat().join(", ") ?? "";
    throw new InputError(names, `must be exactly one of them, not ${ways.length ? "both" : "neither"}`);
  }
  if (given.length < minFields) throw new InputError(Object.keys(fields).join(", "), "must be at least one");
}

/** Whether a value is what its field says. Text that is not well formed would arrive as another. */
function fits(field: Field, value: unknown): boolean {
  const { type, contentTypes } = field;
  const { minimum = -Infinity, maximum = Infinity, minLength = 0, maxLength = Infinity } = field;
  if (contentTypes) return true;
  if (type === "integer")
    return Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum;
  if (type === "object") return isPlain(value) && Object.entries(value).flat().every(isText);
  if (!isText(value) || value.length < minLength || value.length > maxLength) return false;
  return field.enum?.includes(value) ?? new RegExp(field.pattern ?? "", "u").test(value);
}

const isText = (value: unknown): value is string => typeof value === "string" && !/\p{Cs}/u.test(value);

/** Whether it is an object as `{}` makes one, in this realm or in another, or one without a prototype. */
export const isPlain = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !base(base(value) ?? Object.prototype);

const base = Object.getPrototypeOf;

const shown = (value: unknown): string =>
  (typeof value === "object" ? Object.prototype.toString.call(value) : `${JSON.stringify(value)}`).slice(
    0,
    40,
  );
