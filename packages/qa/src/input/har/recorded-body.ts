import type { Body, HeaderPair } from "@ittybit/contract";

/** A recorded body, with the headers that fit it: recorders decode bodies, but keep the headers of the coded ones. */
export interface RecordedBody {
  readonly headers: readonly HeaderPair[];
  readonly body: Body;
}
