/** Why an upstream did not respond. */
export interface UpstreamError {
  readonly kind: "unreachable" | "certificate" | "reset" | "closed" | "not-http";
  /** A clause without a full stop. */
  readonly reason: string;
  /** Error type of `Proxy-Status` (RFC 9209, 2.3). */
  readonly type: string;
}

const CONNECT_ERRORS: Readonly<Record<string, readonly [reason: string, type: string]>> = {
  ECONNREFUSED: ["nothing listens there", "connection_refused"],
  ETIMEDOUT: ["no connection was made in time", "connection_timeout"],
  EHOSTUNREACH: ["there is no route to it", "destination_ip_unroutable"],
  ENETUNREACH: ["there is no route to it", "destination_ip_unroutable"],
  ENOTFOUND: ["the host name is unknown", "dns_error"],
  EAI_AGAIN: ["the host name cannot be looked up now", "dns_timeout"],
};

/** Classifies the error of a request to an upstream. */
export function toUpstreamError(
  { code = "", syscall, message }: NodeJS.ErrnoException,
  isConnected: boolean,
): UpstreamError {
  if (code === UNREQUESTED_UPGRADE)
    return { kind: "not-http", reason: "it switched protocols unasked", type: "http_upgrade_failed" };
  if (code === "HPE_UNEXPECTED_CONTENT_LENGTH")
    return { kind: "not-http", reason: "its response has two lengths", type: "http_protocol_error" };
  if (code.startsWith("HPE_"))
    return { kind: "not-http", reason: "its response is not valid HTTP", type: "http_protocol_error" };
  if (isConnected) {
    const kind = syscall === undefined ? "closed" : "reset";
    return { kind, reason: "it closed the connection", type: "connection_terminated" };
  }
  const [reason, type] = CONNECT_ERRORS[code] ?? [];
  if (reason !== undefined && type !== undefined) return { kind: "unreachable", reason, type };
  if (isCertificateError(code)) {
    return {
      kind: "certificate",
      reason: `its certificate is not trusted: ${message}`,
      type: "tls_certificate_error",
    };
  }
  return {
    kind: "unreachable",
    reason: `it cannot be reached (${code || message})`,
    type: "destination_unavailable",
  };
}

const UNREQUESTED_UPGRADE = "UNREQUESTED_UPGRADE";

/** A 101 to a request without `Upgrade`. */
export function unrequestedUpgrade(): NodeJS.ErrnoException {
  return Object.assign(new Error("the upstream switched protocols"), { code: UNREQUESTED_UPGRADE });
}

/** Whether Node's HTTP parser rejected bytes of the upstream. */
export function isParserError({ code = "" }: NodeJS.ErrnoException): boolean {
  return code.startsWith("HPE_");
}

/** The bytes that the parser did not accept, as far as they arrived with those that it did; null for none. */
export function excessBytes(error: NodeJS.ErrnoException): Uint8Array | null {
  const { rawPacket, bytesParsed } = error as { rawPacket?: Uint8Array; bytesParsed?: number };
  if (rawPacket === undefined || bytesParsed === undefined) return null;
  return new Uint8Array(rawPacket.subarray(bytesParsed));
}

function isCertificateError(code: string): boolean {
  return /CERT|^ERR_TLS_CERT|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)|HOSTNAME_MISMATCH/.test(code);
}
