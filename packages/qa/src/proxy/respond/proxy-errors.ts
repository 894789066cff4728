import type { ReportFinding } from "../../report/report.js";
import type { UpstreamError } from "../forward/upstream-error.js";
import type { Rejection } from "../listener.js";
import type { Upstream } from "../routing/upstream.js";

/** A response of the proxy itself, in place of one of the API. */
export interface ProxyError {
  readonly status: number;
  readonly message: string;
  readonly details: readonly ProxyErrorDetail[];
  /** Value of `Proxy-Status` (RFC 9209) after the proxy's name. It distinguishes the response from one of the API. */
  readonly proxyStatus: string;
}

interface ProxyErrorDetail {
  readonly location: string;
  readonly field: string | null;
  readonly message: string;
}

export function unknownHost(host: string): Rejection {
  const message = `${host} is not a host of the contract, and this proxy forwards to no other.`;
  return { status: 421, message };
}

export function rejectionError({ status, message }: Rejection): ProxyError {
  const proxyStatus = status === 421 ? "error=http_request_denied" : "error=http_request_error";
  return { status, message, details: [], proxyStatus };
}

export function noResponseError(upstream: Upstream, error: UpstreamError): ProxyError {
  const message = `The proxy got no response from ${upstream.origin}: ${error.reason}.`;
  return { status: 502, message, details: [], proxyStatus: `error=${error.type}` };
}

/** The error response of `--enforce`, in place of a response that violates the contract. */
export function violationError(
  receivedStatus: number | undefined,
  violations: readonly ReportFinding[],
): ProxyError {
  const [first] = violations;
  return {
    status: 502,
    message: `The response of the API violates its contract and was not forwarded. ${first?.message}`,
    details: violations.map(toDetail),
    proxyStatus: `received-status=${receivedStatus}; details="violates the contract"`,
  };
}

/** Locates the violation in the terms of the contract's own error details. */
function toDetail({ at, message }: ReportFinding): ProxyErrorDetail {
  const location = at.in === "body" ? "body" : "header";
  return { location, field: at.name ?? (at.pointer || null), message };
}
