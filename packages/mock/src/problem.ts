/** One reason why a request is rejected. */
export interface Detail {
  readonly location: "path" | "query" | "header" | "cookie" | "body";
  /** Name of the field as the caller sent it; null if the whole location is at fault. */
  readonly field: string | null;
  readonly message: string;
  /** What was checked, such as `required`. */
  readonly code?: string;
}

/** Why a request gets an error response: the status and every reason. */
export interface Problem {
  readonly status: number;
  readonly message: string;
  readonly details: readonly Detail[];
}

/**
 * Creates a problem whose message is that of its first detail. A field without a name (`=x` in a query or a form,
 * `name=""` in a part) stands for the whole location, because the contract has no empty field names.
 */
export function createProblem(status: number, details: readonly Detail[]): Problem {
  const named = details.map((detail) => (detail.field === "" ? { ...detail, field: null } : detail));
  return { status, details: named, message: named[0]?.message ?? "The request is not valid." };
}
