import { knownValues } from "@ittybit/openapi";

const guard =
  <const Values extends readonly string[]>(values: Values) =>
  (value: string): value is Values[number] =>
    values.includes(value);

/**
 * Whether this package knows a kind of media. The API may add kinds.
 *
 * @example
 * ```ts
 * import { isKnownKind, type MediaKind } from "@ittybit/client";
 *
 * const icons = { video: "▶", image: "🖼", audio: "♪" };
 * const icon = (kind: MediaKind) => (isKnownKind(kind) ? icons[kind] : "?");
 * ```
 */
export const isKnownKind = /* @__PURE__ */ guard(knownValues.MediaKind);

/**
 * Whether this package knows a status of media. The API may add statuses.
 *
 * @example
 * ```ts
 * import { isKnownStatus } from "@ittybit/client";
 *
 * const label = (status: string) => (isKnownStatus(status) ? status : "unknown");
 * ```
 */
export const isKnownStatus = /* @__PURE__ */ guard(knownValues.MediaStatus);

/**
 * Whether this package knows an error code. The API may add codes.
 *
 * @example
 * ```ts
 * import { ApiError, isKnownErrorCode } from "@ittybit/client";
 *
 * const isNew = (error: unknown) => error instanceof ApiError && !isKnownErrorCode(error.code);
 * ```
 */
export const isKnownErrorCode = /* @__PURE__ */ guard(knownValues.ErrorCode);
