/** Redoc's logo, which its script would fetch from another host. */
const remoteLogo = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(?:-full)?\.svg/g;

const logo =
  "data:image/svg+xml," +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="14">' +
      '<text x="0" y="11" font-family="system-ui,sans-serif" font-size="11" font-weight="600" fill="#0044d4">' +
      "Redoc</text></svg>",
  );

/**
 * Embeds Redoc's logo in the page.
 * @throws where the logo's URL is not found: then this Redoc fetches something that we do not know of.
 */
export function selfContained(page: string): string {
  if (!page.match(remoteLogo)) {
    throw new Error("Redoc's page does not name its logo's URL: check what it loads, and fix embed-logo.ts.");
  }
  return page.replace(remoteLogo, logo);
}
