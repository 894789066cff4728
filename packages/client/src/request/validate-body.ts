import { definedEntries } from "../defined-entries.js";
import { InputError } from "../errors.js";
import type { Route } from "./route.js";
import { validateFields } from "./validate.js";

/** Refuses a body that gives none or several of the alternatives, or too few fields. */
export function validateBody({ alternatives, minFields = 0, fields = {} }: Route, body: object): void {
  validateFields(fields, body);
  const given = definedEntries(body).map(([name]) => name);
  const complete = alternatives?.filter((names) => names.every((name) => given.includes(name)));
  if (complete && complete.length !== 1) {
    const names = alternatives?.flat().join(", ") ?? "";
    throw new InputError(names, `must be exactly one of them, not ${complete.length ? "both" : "neither"}`);
  }
  if (given.length < minFields) throw new InputError(Object.keys(fields).join(", "), "must be at least one");
}
