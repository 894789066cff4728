/** One reason why a request is refused: where it stands, which field it is, and what is wrong. */
export interface Detail {
  readonly location: "path" | "query" | "header" | "body";
  /** Null where the fault lies in that part as a whole. */
  readonly field: string | null;
  readonly message: string;
}

/** A request that is turned away, with the status that says so and every reason. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly details: readonly Detail[];
}

/** A refusal whose message is its first reason. */
export function refusal(status: number, details: readonly Detail[]): Refusal {
  return { status, details, message: details[0]?.message ?? "The request cannot be answered." };
}
