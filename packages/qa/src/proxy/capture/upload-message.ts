/** What an upload is, before its body. */
export interface UploadHead {
  readonly method: string;
  /** As the contract knows it. */
  readonly url: string;
  readonly headers: readonly string[];
}

/** The body of an upload, piece by piece, before the exchange that it belongs to. */
export type UploadMessage =
  | { readonly kind: "upload"; readonly number: number; readonly step: "begin"; readonly head: UploadHead }
  | { readonly kind: "upload"; readonly number: number; readonly step: "piece"; readonly bytes: Uint8Array }
  /** All of it has come; not all of it will come; the exchange will not come. */
  | { readonly kind: "upload"; readonly number: number; readonly step: "whole" | "cut" | "gone" };
