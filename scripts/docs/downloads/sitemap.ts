import type { Page } from "../pages/page.js";

/** The addresses of all pages (sitemaps.org, version 0.9). */
export function sitemap(pages: readonly Page[], site: string): string {
  const addresses = pages.map(
    ({ path }) => new URL(path === "index" ? "" : `${path.replace(/\/index$/, "/")}`, site).href,
  );
  const urls = addresses.map((url) => `  <url><loc>${url.endsWith("/") ? url : `${url}.html`}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${[...urls, `  <url><loc>${new URL("reference/", site).href}</loc></url>`].join("\n")}
</urlset>
`;
}
