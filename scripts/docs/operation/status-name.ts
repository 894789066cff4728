import { STATUS_CODES } from "node:http";

/** Reason phrases that RFC 9110 renamed. */
const RENAMED: Readonly<Record<string, string>> = { 413: "Content Too Large", 422: "Unprocessable Content" };

/** A status code with its reason phrase (RFC 9110, section 15): `404 Not Found`. */
export const statusName = (status: string): string =>
  `${status} ${RENAMED[status] ?? STATUS_CODES[status] ?? ""}`.trim();
