import type { CallFailure } from "../errors.js";
import type { ErrorEnvelope, SuccessEnvelope } from "./response.js";

/** How an attempt ended: with the envelope of a success, with that of an error, or without a response. */
export interface Outcome {
  /** The URL of the request. */
  readonly url?: string;
  readonly response?: Response;
  readonly success?: SuccessEnvelope | undefined;
  readonly failure?: ErrorEnvelope | undefined;
  readonly error?: CallFailure | undefined;
}
