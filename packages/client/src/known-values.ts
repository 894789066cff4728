import { knownValues } from "@ittybit/openapi";

type KnownValue<Name extends keyof typeof knownValues> = (typeof knownValues)[Name][number];

const isKnown = <Name extends keyof typeof knownValues>(
  name: Name,
  value: string,
): value is KnownValue<Name> => knownValues[name].includes(value as never);

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
export const isKnownKind = (value: string): value is KnownValue<"MediaKind"> => isKnown("MediaKind", value);

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
export const isKnownStatus = (value: string): value is KnownValue<"MediaStatus"> =>
  isKnown("MediaStatus", value);

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
export const isKnownErrorCode = (value: string): value is KnownValue<"ErrorCode"> =>
  isKnown("ErrorCode", value);
