/** Where the requests for a host of the contract are sent. */
export interface Upstream {
  /** Scheme, host and port, as people write it. */
  readonly origin: string;
  readonly isSecure: boolean;
  /** Without brackets. */
  readonly hostname: string;
  readonly port: number;
  /** What `Host` says to it. */
  readonly authority: string;
}

/** An http or https URL that is no more than an origin; null for any other text. */
export function readUpstream(text: string): Upstream | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, host, port, pathname, search, hash, username, password, origin } = new URL(
    text,
  );
  const isSecure = protocol === "https:";
  const isOrigin = pathname === "/" && `${search}${hash}${username}${password}` === "";
  if ((!isSecure && protocol !== "http:") || !isOrigin) return null;
  return {
    origin,
    isSecure,
    hostname: hostname.replace(/^\[|\]$/g, ""),
    port: Number(port) || (isSecure ? 443 : 80),
    authority: host,
  };
}
