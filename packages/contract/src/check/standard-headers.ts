/**
 * Response headers that belong to HTTP, transport, caching, CORS or an intermediary, and so are never drift of
 * the API itself: the IANA registry's permanent fields that occur in responses, and those of common proxies.
 */
const standard: ReadonlySet<string> = new Set(
  `accept-ch accept-patch accept-post accept-ranges age allow alt-svc alt-used cache-control cdn-cache-control
  cdn-loop clear-site-data connection content-disposition content-encoding content-language content-length
  content-location content-range content-security-policy content-security-policy-report-only content-type
  cross-origin-embedder-policy cross-origin-opener-policy cross-origin-resource-policy date etag expect-ct
  expires keep-alive last-modified link location nel origin-agent-cluster permissions-policy pragma
  proxy-authenticate proxy-status public-key-pins referrer-policy refresh report-to retry-after reporting-endpoints
  server server-timing set-cookie strict-transport-security timing-allow-origin tk trailer
  transfer-encoding upgrade vary via warning www-authenticate x-content-type-options x-dns-prefetch-control
  x-frame-options x-permitted-cross-domain-policies x-powered-by x-robots-tag x-xss-protection x-cache
  x-cache-hits x-served-by x-timer x-amz-cf-id x-amz-cf-pop cf-ray cf-cache-status x-envoy-upstream-service-time`
    .split(/\s+/)
    .filter((name) => name !== ""),
);

/** @param name in any letter case */
export function isStandardHeader(name: string): boolean {
  return standard.has(name) || isStandard(name.toLowerCase());
}

function isStandard(name: string): boolean {
  return standard.has(name) || name.startsWith("access-control-") || name.startsWith("sec-");
}
