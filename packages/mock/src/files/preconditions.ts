import { headerValue } from "@ittybit/contract";
import type { MockRequest } from "../http/message.js";

/** What tells one version of a file from another. */
export interface Validators {
  readonly etag: string;
  readonly modified: Date;
}

/** 304 or 412 if a precondition decides; null to go on (RFC 9110, section 13.2.2). */
export function checkPreconditions(
  { headers }: MockRequest,
  { etag, modified }: Validators,
): 304 | 412 | null {
  const value = (name: string) => headerValue(headers, name);
  // HTTP dates have no fractions of a second
  const seconds = Math.floor(modified.getTime() / 1000) * 1000;
  const [ifMatch, ifNoneMatch] = [value("if-match"), value("if-none-match")];
  if (ifMatch !== undefined && !listed(ifMatch).some((one) => one === "*" || one === etag)) return 412;
  if (ifMatch === undefined && seconds > Date.parse(value("if-unmodified-since") ?? "")) return 412;
  if (ifNoneMatch !== undefined) {
    const isListed = listed(ifNoneMatch).some((one) => one === "*" || one.replace(/^W\//, "") === etag);
    return isListed ? 304 : null;
  }
  return seconds <= Date.parse(value("if-modified-since") ?? "") ? 304 : null;
}

/** Whether If-Range lets a range be served (RFC 9110, section 13.1.5). */
export function isCurrentRange({ headers }: MockRequest, { etag, modified }: Validators): boolean {
  const ifRange = headerValue(headers, "if-range")?.trim();
  return ifRange === undefined || ifRange === etag || ifRange === modified.toUTCString();
}

function listed(header: string): string[] {
  return header.split(",").map((one) => one.trim());
}
