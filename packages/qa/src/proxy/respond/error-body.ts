import { STATUS_CODES } from "node:http";
import { createFailureEnvelope } from "@ittybit/contract";
import type { ProxyError } from "./proxy-errors.js";

/** Puts an error of the proxy into a body. */
export type WriteErrorBody = (error: ProxyError) => { readonly mediaType: string; readonly body: Buffer };

/** Uses the failure envelope of the contract; for a document without one, problem details (RFC 9457). */
export function errorBodyWriter(document: unknown): WriteErrorBody {
  const wrap = createFailureEnvelope(document);
  if (wrap === null) return problemDetails;
  return ({ status, message, details }) => {
    const body = wrap({ status, message, details });
    return { mediaType: "application/json", body: Buffer.from(JSON.stringify(body)) };
  };
}

const problemDetails: WriteErrorBody = ({ status, message, details }) => {
  const body = { status, title: STATUS_CODES[status], detail: message, errors: details };
  return { mediaType: "application/problem+json", body: Buffer.from(JSON.stringify(body)) };
};
