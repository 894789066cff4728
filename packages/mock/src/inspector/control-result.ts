/** What a control request did: `value` is sent as JSON. */
export type ControlResult =
  | { readonly kind: "done"; readonly value: unknown }
  | { readonly kind: "rejected"; readonly status: 404 | 405 | 409 | 422; readonly message: string };

export function done(value: unknown): ControlResult {
  return { kind: "done", value };
}

export function rejected(status: 404 | 405 | 409 | 422, message: string): ControlResult {
  return { kind: "rejected", status, message };
}
