/** One reason why a request is rejected. */
export interface Detail {
  readonly location: "path" | "query" | "header" | "body";
  /** Name of the field as the caller sent it; null if the whole location is at fault. */
  readonly field: string | null;
  readonly message: string;
}

/** Why a request gets an error response: the status and every reason. */
export interface Problem {
  readonly status: number;
  readonly message: string;
  readonly details: readonly Detail[];
}

/** Creates a problem whose message is that of its first detail. */
export function createProblem(status: number, details: readonly Detail[]): Problem {
  return { status, details, message: details[0]?.message ?? "The request is not valid." };
}
