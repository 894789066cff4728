/** Where the requests for a host of the contract are sent. */
export interface Upstream {
  /** Scheme, host and port. */
  readonly origin: string;
  readonly isSecure: boolean;
  /** Without the brackets of an IPv6 address. */
  readonly hostname: string;
  readonly port: number;
  /** Value of the `Host` header. */
  readonly authority: string;
}

/** Reads an http or https URL that has no path, query, fragment or user info; null for any other text. */
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
