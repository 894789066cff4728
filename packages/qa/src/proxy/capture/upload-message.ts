/** The request that an upload belongs to, before its body. */
export interface UploadHead {
  readonly method: string;
  /** The URL with the host of the contract, not that of the upstream. */
  readonly url: string;
  readonly headers: readonly string[];
}

/** The body of an upload, chunk by chunk. It is sent before the exchange that it belongs to. */
export type UploadMessage =
  | { readonly kind: "upload"; readonly number: number; readonly step: "begin"; readonly head: UploadHead }
  | { readonly kind: "upload"; readonly number: number; readonly step: "chunk"; readonly bytes: Uint8Array }
  /** The body is complete; the rest of it is missing; no exchange will follow. */
  | {
      readonly kind: "upload";
      readonly number: number;
      readonly step: "complete" | "incomplete" | "abandoned";
    };
