import { knownValues } from "@ittybit/openapi";

const among =
  <const Values extends readonly string[]>(values: Values) =>
  (value: string): value is Values[number] =>
    values.includes(value);

/** Whether the contract knows this kind of media. Others can come at any time. */
export const isKnownKind = /* @__PURE__ */ among(knownValues.MediaKind);

/** Whether the contract knows this status of media. Others can come at any time. */
export const isKnownStatus = /* @__PURE__ */ among(knownValues.MediaStatus);

/** Whether the contract knows this code of an error. Others can come at any time. */
export const isKnownErrorCode = /* @__PURE__ */ among(knownValues.ErrorCode);
